"""PAAC and PTEP: followed every four months with cut-offs on 30 April, 31 August and 31 December."""

from datetime import date
from pathlib import Path

from tests.corpus.builders import Book, Pct, Truth, case, issue, line, plan, truth
from tests.corpus.word import Box, write_word


@case
def paac_with_three_cuts(folder: Path) -> Truth:
    """The classic PAAC sheet with three blocks of Control Interno, each named by its cut-off date."""
    with Book(folder / "paac_with_three_cuts.xlsx") as book:
        page = book.page("Comp 1 - Riesgos")
        page.merge("A1:O1", "ALCALDÍA DE MONTEBELLO – PLAN ANTICORRUPCIÓN Y DE ATENCIÓN AL CIUDADANO 2023", "title")
        page.merge("A2:O2", "Componente 1: Gestión del Riesgo de Corrupción - Mapa de Riesgos de Corrupción", "title")
        titles = ["Subcomponente / Proceso", "Actividades", "Meta o producto", "Responsable", "Fecha programada"]
        for column, title in zip("ABCDE", titles, strict=True):
            page.merge(f"{column}4:{column}5", title)
        cuts = ["30 DE ABRIL DE 2023", "31 DE AGOSTO DE 2023", "31 DE DICIEMBRE DE 2023"]
        for index, cut in enumerate(cuts):
            first = 5 + 3 * index
            page.merge(f"{chr(65 + first)}4:{chr(67 + first)}4", f"SEGUIMIENTO {index + 1} OCI - FECHA DE CORTE: {cut}")
            page.head(5, ["Actividades cumplidas", "% de avance", "Observaciones"], chr(65 + first))
        page.merge("A6:A7", "Subcomponente 1. Política de Administración de Riesgos", "cell")
        page.put(8, "A", "Subcomponente 2. Construcción del Mapa de Riesgos")
        page.row(6, ["1.1 Actualizar la política de administración del riesgo", "Política actualizada"], "B")
        page.row(
            6, ["Oficina Asesora de Planeación", date(2023, 3, 31), "Política adoptada por resolución 041", Pct(1)], "D"
        )
        page.put(6, "H", "Cumplida dentro del término")
        page.row(
            7, ["1.2 Socializar la política de riesgos", "2 socializaciones", "Oficina Asesora de Planeación"], "B"
        )
        page.row(
            7, [date(2023, 11, 30), "Una jornada", Pct(0.5), "En términos", "Segunda jornada", Pct(1), "Cumplida"], "E"
        )
        page.row(8, ["2.1 Consolidar el mapa de riesgos de corrupción", "Mapa consolidado", "Todos los procesos"], "B")
        page.row(
            8, [date(2023, 8, 31), "Sin avance", Pct(0), "Se recomienda priorizar", "Mapa publicado", Pct(0.8)], "E"
        )
    lines = [
        line(
            6,
            number="1.1",
            activity="Actualizar la política de administración del riesgo",
            deliverable="Política actualizada",
            due="2023-03-31",
            results={"2023-C1": "1"},
            teams=["Oficina Asesora de Planeación"],
            extra={"path_has": ["Subcomponente 1. Política de Administración de Riesgos"]},
        ),
        line(
            7,
            number="1.2",
            activity="Socializar la política de riesgos",
            due="2023-11-30",
            results={"2023-C1": "0.5", "2023-C2": "1"},
            extra={"path_has": ["Subcomponente 1. Política de Administración de Riesgos"]},
        ),
        line(8, number="2.1", due="2023-08-31", results={"2023-C1": "0", "2023-C2": "0.8"}),
    ]
    plans = [plan(lines, "Comp 1 - Riesgos", kind="transparency_plan", period_kind="four_month")]
    return truth("paac_with_three_cuts.xlsx", "2023-09-14", plans)


@case
def ptep_programmed_and_done(folder: Path) -> Truth:
    """A PTEP of 2025: I, II and III CUATRIMESTRE over Programado and Ejecutado, zeros where nothing is due yet."""
    with Book(folder / "ptep_programmed_and_done.xlsx") as book:
        page = book.page("PTEP 2025")
        page.merge("A1:N1", "PROGRAMA DE TRANSPARENCIA Y ÉTICA PÚBLICA - PTEP 2025", "title")
        page.merge("A2:N2", "Agencia de Renovación Regional", "title")
        titles = [
            "COMPONENTE",
            "ESTRATEGIA",
            "ACCIÓN",
            "ENTREGABLE",
            "RESPONSABLE",
            "FECHA INICIO",
            "FECHA FIN",
            "META",
        ]
        for index, title in enumerate(titles):
            page.merge(f"{chr(65 + index)}4:{chr(65 + index)}5", title)
        for index, name in enumerate(["I CUATRIMESTRE", "II CUATRIMESTRE", "III CUATRIMESTRE"]):
            first = 8 + 2 * index
            page.merge(f"{chr(65 + first)}4:{chr(66 + first)}4", name)
            page.head(5, ["Programado", "Ejecutado"], chr(65 + first))
        page.merge("A6:A7", "Transversal", "cell")
        page.row(
            6, ["Gestión de riesgos", "Capacitar en debida diligencia", "Listas de asistencia", "Talento Humano"], "B"
        )
        page.row(6, [date(2025, 2, 1), date(2025, 12, 15), 3, 1, 1, 1, 0, 1, 0], "F")
        page.row(7, ["Canales de denuncia", "Publicar informe de denuncias", "Informe", "Oficina Jurídica"], "B")
        page.row(7, [date(2025, 1, 15), date(2025, 8, 29), 2, 1, 0, 1, 0], "F")
        page.row(8, ["Programático", "Estado abierto", "Actualizar conjuntos de datos abiertos", "Datos publicados"])
        page.row(8, ["Oficina TIC", date(2025, 3, 3), date(2025, 11, 28), 9, 3, 3.0, 3, 0, 3, 0], "E")
    each = {f"2025-C{n}": "1" for n in (1, 2, 3)}
    lines = [
        line(
            6,
            activity="Capacitar en debida diligencia",
            deliverable="Listas de asistencia",
            start="2025-02-01",
            due="2025-12-15",
            target="3",
            programmed=each,
            results={"2025-C1": "1"},
            teams=["Talento Humano"],
            extra={"path_has": ["Transversal"]},
        ),
        line(7, programmed={"2025-C1": "1", "2025-C2": "1"}, results={"2025-C1": "0"}, teams=["Oficina Jurídica"]),
        line(8, target="9", results={"2025-C1": "3"}, teams=["Oficina TIC"]),
    ]
    plans = [plan(lines, "PTEP 2025", kind="transparency_plan", period_kind="four_month")]
    return truth("ptep_programmed_and_done.xlsx", "2025-05-09", plans)


@case
def paac_components_under_each_other(folder: Path) -> Truth:
    """All components in one sheet: a band with the component's name, then the titles again, then its rows."""
    titles = ["Subcomponente", "No.", "Actividad", "Meta o producto", "Responsable", "Fecha inicio", "Fecha final"]
    titles += ["Avance 30/04/2022", "Avance 31/08/2022", "Avance 31/12/2022"]
    blocks = [
        (
            "COMPONENTE 2: RACIONALIZACIÓN DE TRÁMITES",
            "Secretaría de Gobierno",
            [("Racionalización", "2.1", "Automatizar el certificado de residencia")],
        ),
        (
            "COMPONENTE 3: RENDICIÓN DE CUENTAS",
            "Oficina de Prensa",
            [
                ("Información", "3.1", "Publicar el informe de gestión"),
                ("Diálogo", "3.2", "Realizar audiencia pública"),
            ],
        ),
    ]
    lines: list[Truth] = []
    with Book(folder / "paac_components_under_each_other.xlsx") as book:
        page = book.page("PAAC 2022")
        page.merge("A1:J1", "PLAN ANTICORRUPCIÓN Y DE ATENCIÓN AL CIUDADANO - VIGENCIA 2022", "title")
        row = 3
        for component, team, rows in blocks:
            page.merge(f"A{row}:J{row}", component)
            page.head(row + 1, titles)
            for offset, (part, number, text) in enumerate(rows):
                at = row + 2 + offset
                page.row(
                    at,
                    [
                        part,
                        number,
                        text,
                        "1 documento",
                        team,
                        date(2022, 2, 1),
                        date(2022, 10, 31),
                        Pct(0.3),
                        Pct(0.6),
                        0,
                    ],
                )
                results = {"2022-C1": "0.3", "2022-C2": "0.6"}
                lines.append(
                    line(
                        at,
                        number=number,
                        activity=text,
                        teams=[team],
                        due="2022-10-31",
                        results=results,
                        extra={"path_has": [component]},
                    )
                )
            row += 4 + len(rows)
    plans = [plan(lines, "PAAC 2022", kind="transparency_plan", period_kind="four_month")]
    return truth("paac_components_under_each_other.xlsx", "2022-09-12", plans)


@case
def paac_in_word(folder: Path) -> Truth:
    """A Word PAAC: component in a merged first row, subcomponents merged down, dates written out."""
    rows = [
        [Box("Componente 4: Atención al ciudadano", span=5)],
        ["Subcomponente", "Actividades", "Meta y producto", "Responsable", "Fecha programada"],
        [
            Box("Subcomponente 1 Estructura administrativa", down="restart"),
            "1.1 Incorporar recursos para el servicio al ciudadano",
            "Presupuesto asignado",
            "Secretaría de Hacienda",
            "30 de marzo de 2021",
        ],
        [
            Box(down="continue"),
            "1.2 Crear la oficina de atención",
            "Oficina creada",
            "Despacho del Alcalde",
            "31 de agosto de 2021",
        ],
        [
            "Subcomponente 2 Canales",
            "2.1 Habilitar el chat institucional",
            "Chat habilitado",
            "Oficina TIC",
            "15 de diciembre de 2021",
        ],
    ]
    write_word(
        folder / "paac_in_word.docx",
        [
            "ALCALDÍA MUNICIPAL DE LA ESPERANZA",
            "PLAN ANTICORRUPCIÓN Y DE ATENCIÓN AL CIUDADANO 2021",
            "El presente plan se formula en cumplimiento del artículo 73 de la Ley 1474 de 2011.",
            rows,
            "Aprobado en Comité Institucional de Gestión y Desempeño, Acta 02 del 28 de enero de 2021.",
        ],
    )
    lines = [
        line(
            3,
            number="1.1",
            activity="Incorporar recursos para el servicio al ciudadano",
            deliverable="Presupuesto asignado",
            due="2021-03-30",
            teams=["Secretaría de Hacienda"],
            results={},
            extra={"path_has": ["Subcomponente 1 Estructura administrativa"]},
        ),
        line(
            4,
            number="1.2",
            due="2021-08-31",
            teams=["Despacho del Alcalde"],
            extra={"path_has": ["Subcomponente 1 Estructura administrativa"]},
        ),
        line(5, number="2.1", due="2021-12-15", teams=["Oficina TIC"], extra={"path_has": ["Subcomponente 2 Canales"]}),
    ]
    return truth("paac_in_word.docx", "2021-05-14", [plan(lines, kind="transparency_plan")])


@case
def paac_cut_in_text_dates(folder: Path) -> Truth:
    """A department's PTEP: I Seguimiento, II Seguimiento and III Seguimiento, each with its cut-off in words."""
    with Book(folder / "paac_cut_in_text_dates.xlsx") as book:
        page = book.page("Matriz")
        page.put(1, "A", "GOBERNACIÓN DE LOS MONTES - PROGRAMA DE TRANSPARENCIA Y ÉTICA PÚBLICA 2024", "title")
        for column, title in zip(
            "ABCDE", ["Componente", "Actividad", "Producto", "Área responsable", "Plazo"], strict=True
        ):
            page.merge(f"{column}3:{column}4", title)
        page.merge("F3:G3", "I SEGUIMIENTO\n(Corte abril 30 de 2024)")
        page.merge("H3:I3", "II SEGUIMIENTO\n(Corte agosto 31 de 2024)")
        page.merge("J3:K3", "III SEGUIMIENTO\n(Corte diciembre 31 de 2024)")
        page.head(4, ["Avance (%)", "Descripción del avance"] * 3, "F")
        page.row(5, ["Integridad", "Divulgar el código de integridad", "Piezas divulgadas", "Talento Humano"])
        page.row(5, [date(2024, 12, 13), Pct(0.25), "Dos piezas", Pct(0.75), "Seis piezas", Pct(0), None], "E")
        page.row(6, ["Integridad", "Recoger declaraciones de conflicto de interés", "Declaraciones", "Talento Humano"])
        page.row(6, [None, Pct(0.9), "Faltan tres directivos", Pct(1), "Completo"], "E")
    lines = [
        line(5, due="2024-12-13", deliverable="Piezas divulgadas", results={"2024-C1": "0.25", "2024-C2": "0.75"}),
        line(6, due=None, results={"2024-C1": "0.9", "2024-C2": "1"}, teams=["Talento Humano"]),
    ]
    plans = [plan(lines, "Matriz", kind="transparency_plan", period_kind="four_month")]
    return truth("paac_cut_in_text_dates.xlsx", "2024-10-01", plans, [issue("missing_deadline", 6)])
