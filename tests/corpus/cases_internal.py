"""Improvement plans of the entity itself and of departmental contralorías."""

from datetime import date
from pathlib import Path

from tests.corpus.builders import Book, Pct, Truth, case, issue, line, plan, truth
from tests.corpus.word import Box, write_word


@case
def internal_with_cut(folder: Path) -> Truth:
    """A ministry's consolidated sheet: audit type, theme, goal, one cut-off note, Avance Físico (%), two states."""
    titles = ["Tipo de Auditoría", "Temática de Auditoría", "Vigencia (rango) AAAA-AAAA", "No. Control", "Hallazgo"]
    titles += [
        "Descripción del Hallazgo",
        "Acción de Mejora",
        "Actividades / Unidad de Medida",
        "Cantidades Unidad de Medida",
    ]
    titles += ["Fecha Inicial", "Fecha de Terminación", "Dependencia Responsable", "Seguimiento corte 30/06/2017"]
    titles += ["Avance Físico (%)", "ESTADO"]
    with Book(folder / "internal_with_cut.xlsx") as book:
        page = book.page("Consolidado")
        page.put(1, "A", "PLAN DE MEJORAMIENTO POR PROCESOS – OFICINA DE CONTROL INTERNO", "title")
        page.head(3, titles)
        page.row(
            4, ["Auditoría Interna de Calidad", "Gestión Jurídica", 2015, 8, "H8", "Falta de abogados para la defensa"]
        )
        page.row(4, ["Valorar el riesgo", "Solicitud de personal calificado", 1, "1/07/2015", "31/12/2015"], "G")
        page.row(4, ["Oficina Asesora Jurídica", "Se evidenció memorando de solicitud", Pct(1), "C"], "L")
        page.row(5, ["Auditoría Regular CGR", "Contratación", 2016, 11, "H2", "Demora en la liquidación de contratos"])
        page.row(5, ["Revisar el procedimiento", "Actas de liquidación", 13, "15/02/2016", "31/10/2017"], "G")
        page.row(5, ["Grupo de Contratos", "Van nueve actas", Pct(0.69), "A"], "L")
    lines = [
        line(
            4,
            start="2015-07-01",
            due="2015-12-31",
            target="1",
            results={"cut": "1"},
            teams=["Oficina Asesora Jurídica"],
        ),
        line(
            5, start="2016-02-15", due="2017-10-31", target="13", results={"cut": "0.69"}, teams=["Grupo de Contratos"]
        ),
    ]
    return truth("internal_with_cut.xlsx", "2017-07-10", [plan(lines, "Consolidado", kind="improvement_plan")])


@case
def finding_over_several_actions(folder: Path) -> Truth:
    """An internal plan: the finding merged over its actions, PLAZO over INICIO and FIN, a reversed window."""
    with Book(folder / "finding_over_several_actions.xlsx") as book:
        page = book.page("PM 2023")
        page.merge("A1:J1", "UNIVERSIDAD TECNOLÓGICA DEL SUR · PLAN DE MEJORAMIENTO INSTITUCIONAL 2023", "title")
        titles = ["N°", "Origen", "Hallazgo / Oportunidad de mejora", "Causa raíz", "Acción correctiva", "Responsable"]
        for column, title in zip("ABCDEF", titles, strict=True):
            page.merge(f"{column}3:{column}4", title)
        page.merge("G3:H3", "PLAZO")
        page.head(4, ["INICIO", "FIN"], "G")
        page.merge("I3:I4", "Evidencia de cumplimiento")
        page.merge("J3:J4", "% Avance")
        for column, value in zip(
            "ABCD", [1, "Auditoría interna", "Actas sin firma", "No hay control de versiones"], strict=True
        ):
            page.merge(f"{column}5:{column}7", value, "cell")
        page.row(
            5,
            ["Firmar las actas pendientes", "Secretaría General", date(2023, 2, 1), date(2023, 3, 31), "Actas", Pct(1)],
            "E",
        )
        page.row(6, ["Adoptar la firma digital", None, date(2023, 4, 3), date(2023, 9, 29), None, Pct(0.4)], "E")
        page.row(
            7,
            ["Auditar el archivo de actas", "Control Interno", date(2023, 11, 1), date(2023, 6, 30), None, Pct(0)],
            "E",
        )
        page.row(8, [2, "PQRS", "Respuestas fuera de término", "Alta rotación", "Automatizar alertas", "Sistemas"])
        page.row(8, [date(2023, 5, 2), date(2023, 12, 1), None, Pct(0.1)], "G")
    lines = [
        line(
            5,
            activity="Firmar las actas pendientes",
            due="2023-03-31",
            teams=["Secretaría General"],
            extra={"path_has": ["Actas sin firma"]},
        ),
        line(6, activity="Adoptar la firma digital", due="2023-09-29", extra={"path_has": ["Actas sin firma"]}),
        line(7, activity="Auditar el archivo de actas", teams=["Control Interno"]),
        line(8, start="2023-05-02", due="2023-12-01", results={"cut": "0.1"}, teams=["Sistemas"]),
    ]
    issues = [issue("missing_responsible", 6), issue("window_reversed", 7)]
    return truth(
        "finding_over_several_actions.xlsx", "2023-07-31", [plan(lines, "PM 2023", kind="improvement_plan")], issues
    )


@case
def departmental_in_word(folder: Path) -> Truth:
    """A departmental contraloría's plan in Word: finding merged down, dates side by side under one title."""
    head = [
        [
            Box("No", down="restart"),
            Box("HALLAZGO", down="restart"),
            Box("ACCIÓN CORRECTIVA", down="restart"),
            Box("FECHAS DE EJECUCIÓN", span=2),
            Box("RESPONSABLE", down="restart"),
            Box("META", down="restart"),
        ],
        [
            Box(down="continue"),
            Box(down="continue"),
            Box(down="continue"),
            "Inicial",
            "Final",
            Box(down="continue"),
            Box(down="continue"),
        ],
    ]
    body = [
        [
            Box("1", down="restart"),
            Box("Publicación extemporánea en SECOP II", down="restart"),
            "Publicar dentro de los tres días",
            "15/01/2024",
            "30/11/2024",
            "Oficina de Contratación",
            "100%",
        ],
        [
            Box(down="continue"),
            Box(down="continue"),
            "Designar un enlace de publicación",
            "15/01/2024",
            "29/02/2024",
            "Secretaría General",
            "1",
        ],
        [
            "2",
            "Viáticos sin legalizar",
            "Legalizar los viáticos pendientes",
            "01/02/2024",
            "31/05/2024",
            "Tesorería",
            "14",
        ],
    ]
    write_word(
        folder / "departmental_in_word.docx",
        [
            "CONTRALORÍA DEPARTAMENTAL",
            "PLAN DE MEJORAMIENTO – AUDITORÍA FINANCIERA Y DE GESTIÓN VIGENCIA 2023",
            [*head, *body],
        ],
    )
    lines = [
        line(
            3,
            number="1",
            activity="Publicar dentro de los tres días",
            start="2024-01-15",
            due="2024-11-30",
            target="1",
            target_unit="percent",
            teams=["Oficina de Contratación"],
            extra={"path_has": ["Publicación extemporánea en SECOP II"]},
        ),
        line(4, start="2024-01-15", due="2024-02-29", target="1", target_unit="count", teams=["Secretaría General"]),
        line(
            5, number="2", start="2024-02-01", due="2024-05-31", target="14", target_unit="count", teams=["Tesorería"]
        ),
    ]
    return truth("departmental_in_word.docx", "2024-04-10", [plan(lines, kind="improvement_plan")])
