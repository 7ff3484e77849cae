"""Improvement plans of councils, ombudsmen and certified offices: prose, weeks and months instead of dates."""

from datetime import date
from pathlib import Path

from tests.corpus.builders import Book, Pct, Truth, case, issue, line, plan, truth
from tests.corpus.plain import write_csv
from tests.corpus.word import Box, write_word


@case
def council_plan_in_labelled_prose(folder: Path) -> Truth:
    """Each finding is a heading and under it labelled paragraphs; no table at all."""
    parts = [
        "CONCEJO MUNICIPAL",
        "PLAN DE MEJORAMIENTO – AUDITORÍA DE CUMPLIMIENTO 2023",
        "El presente plan recoge las acciones que la Corporación adelantará frente al informe definitivo.",
        "HALLAZGO No. 1. No se publicaron las actas de las sesiones ordinarias.",
        "Acción de mejora: Publicar en la página web la totalidad de las actas de sesión.",
        "Indicador: Actas publicadas / actas aprobadas",
        "Meta: 100%",
        "Responsable: Secretaría General del Concejo",
        "Fecha de inicio: 15 de enero de 2024",
        "Fecha de terminación: 28 de junio de 2024",
        "HALLAZGO No. 2. Debilidades en el archivo de gestión.",
        "Acción de mejora: Organizar el archivo de gestión 2020-2023 conforme a la TRD.",
        "Indicador: Archivo organizado",
        "Meta: 1",
        "Responsable: Auxiliar Administrativa",
        "Fecha de inicio: 1 de febrero de 2024",
        "Fecha de terminación: 30/11/2024",
        "HALLAZGO No. 3. Pago extemporáneo de seguridad social.",
        "Acción de mejora: Pagar los aportes dentro de los términos de ley.",
        "Meta: 12 planillas pagadas oportunamente",
        "Responsable: Presidencia del Concejo",
        "Fecha de inicio: 02/01/2024",
        "Fecha de terminación: 31/12/2024",
        "Firmado en original,",
        "Presidente de la Mesa Directiva",
    ]
    write_word(folder / "council_plan_in_labelled_prose.docx", parts)
    lines = [
        line(
            None,
            activity="Publicar en la página web la totalidad de las actas de sesión.",
            target="1",
            target_unit="percent",
            start="2024-01-15",
            due="2024-06-28",
            teams=["Secretaría General del Concejo"],
        ),
        line(None, start="2024-02-01", due="2024-11-30", target="1", teams=["Auxiliar Administrativa"]),
        line(None, start="2024-01-02", due="2024-12-31", target="12", teams=["Presidencia del Concejo"]),
    ]
    return truth("council_plan_in_labelled_prose.docx", "2024-03-01", [plan(lines, kind="improvement_plan")])


@case
def icontec_nonconformities(folder: Path) -> Truth:
    """Correction and corrective action, each with its own date; the action's date is the line's end."""
    head = [
        "#",
        "Descripción de la no conformidad",
        "Requisito(s) de la norma",
        "Clasificación\n(Mayor o menor)",
        "Corrección",
        "Fecha de la corrección",
        "Análisis de causa raíz",
        "Acción correctiva",
        "Fecha de implementación de la acción correctiva",
        "Responsable",
    ]
    rows: list[list[object]] = [
        list(head),
        [
            "1",
            "No se evidenció la revisión por la dirección",
            "9.3 ISO 9001:2015",
            "Menor",
            "Realizar la revisión por la dirección pendiente",
            "2024-05-31",
            "¿Por qué? No estaba programada. ¿Por qué? No hay cronograma.",
            "Incluir la revisión por la dirección en el cronograma del SIG",
            "2024-08-30",
            "Representante de la Dirección",
        ],
        [
            "2",
            "Equipos de medición sin calibrar",
            "7.1.5",
            "Menor",
            "Calibrar los dos termohigrómetros",
            "2024-06-14",
            "No existe un programa de metrología",
            "Formular y ejecutar el programa de metrología",
            "2024-11-29",
            "Gestión de Recursos Físicos",
        ],
    ]
    write_word(
        folder / "icontec_nonconformities.docx",
        ["INFORME DE AUDITORÍA EN SITIO", "PLAN DE ACCIÓN PARA EL TRATAMIENTO DE LAS NO CONFORMIDADES", rows],
    )
    lines = [
        line(
            2,
            number="1",
            activity="Incluir la revisión por la dirección en el cronograma del SIG",
            due="2024-08-30",
            teams=["Representante de la Dirección"],
            start=None,
        ),
        line(
            3,
            number="2",
            activity="Formular y ejecutar el programa de metrología",
            due="2024-11-29",
            teams=["Gestión de Recursos Físicos"],
            results={},
        ),
    ]
    return truth("icontec_nonconformities.docx", "2024-06-01", [plan(lines)], (), ["ambiguous_date"])


@case
def internal_control_causes_and_marks(folder: Path) -> Truth:
    """The internal office's form: X under corrective, preventive, improvement; two follow-ups, each with its day."""
    with Book(folder / "internal_control_causes_and_marks.xlsx") as book:
        page = book.page("PM por procesos")
        page.merge("A1:C2", "LOGO")
        page.merge("D1:S1", "PLAN DE MEJORAMIENTO POR PROCESOS", "title")
        page.merge("D2:S2", "PROCESO: EVALUACIÓN INDEPENDIENTE    CÓDIGO: EI-FO-03    VERSIÓN: 7", "title")
        for letter, title in zip("ABCD", ("N°", "PROCESO", "FUENTE", "DESCRIPCIÓN DEL HALLAZGO"), strict=True):
            page.merge(f"{letter}4:{letter}5", title)
        page.merge("E4:G4", "TIPO DE ACCIÓN")
        page.head(5, ["AC", "AP", "AM"], "E")
        singles = ["CAUSA RAÍZ", "ACTIVIDADES A REALIZAR", "CICLO\nPHVA", "RESPONSABLE", "FECHA INICIO", "FECHA CIERRE"]
        for letter, title in zip("HIJKLM", singles, strict=True):
            page.merge(f"{letter}4:{letter}5", title)
        page.merge("N4:P4", "PRIMER SEGUIMIENTO")
        page.merge("Q4:S4", "SEGUNDO SEGUIMIENTO")
        page.head(5, ["FECHA", "% AVANCE", "DESCRIPCIÓN"] * 2, "N")
        page.merge("T4:T5", "ACCIÓN EFICAZ\n(SI/NO)")
        page.row(6, [1, "Gestión Contractual", "Auditoría interna", "Expedientes incompletos", "X", None, None])
        page.row(6, ["No hay lista de chequeo", "Diseñar la lista de chequeo", "P", "Grupo de Contratos"], "H")
        page.row(6, [date(2024, 2, 5), date(2024, 4, 30), date(2024, 5, 10), Pct(1), "Lista adoptada"], "L")
        page.put(6, "T", "SI")
        page.row(7, [2, "Atención al Ciudadano", "Informe PQRSD", "Respuestas por fuera de término", None, "X", None])
        page.row(7, ["Alta rotación", "Parametrizar alertas en el sistema de PQRSD", "H", "Oficina de Sistemas"], "H")
        page.row(7, [date(2024, 3, 1), date(2024, 10, 31), date(2024, 5, 10), Pct(0.3), "En desarrollo"], "L")
        page.row(7, [date(2024, 8, 16), Pct(0.8), "En pruebas"], "Q")
        page.row(8, [3, "Talento Humano", "Autoevaluación", "Baja cobertura del PIC", None, None, "X"])
        page.row(8, ["Poca divulgación", "Divulgar el PIC por correo", "H", "Talento Humano "], "H")
        page.row(8, [date(2024, 3, 1), date(2024, 12, 13)], "L")
    lines = [
        line(
            6,
            number="1",
            activity="Diseñar la lista de chequeo",
            start="2024-02-05",
            due="2024-04-30",
            teams=["Grupo de Contratos"],
            extra={"stage": "P"},
        ),
        line(7, number="2", start="2024-03-01", due="2024-10-31", extra={"stage": "H"}, teams=["Oficina de Sistemas"]),
        line(8, number="3", due="2024-12-13", results={}, teams=["Talento Humano"]),
    ]
    return truth("internal_control_causes_and_marks.xlsx", "2024-08-30", [plan(lines, kind="improvement_plan")])


@case
def ombudsman_terms_in_months(folder: Path) -> Truth:
    """A csv of the ombudsman: some ends are days, some a number of months, some only a year."""
    rows = [
        ["PERSONERIA MUNICIPAL", "", "", "", "", ""],
        ["PLAN DE MEJORAMIENTO INSTITUCIONAL 2024", "", "", "", "", ""],
        ["", "", "", "", "", ""],
        ["Nº", "Situación encontrada", "Compromiso", "Quién lo hace", "Desde", "Hasta", "Cumplimiento (%)"],
        [
            "1",
            "Quejas sin radicar",
            "Radicar toda queja en el SIRI",
            "Personero delegado",
            "01/02/2024",
            "30/06/2024",
            "60%",
        ],
        [
            "2",
            "Inventario desactualizado",
            "Actualizar inventarios",
            "Secretaria",
            "01/02/2024",
            "Seis (6) meses",
            "0%",
        ],
        ["3", "Sin página web", "Poner en servicio la página", "Contratista de sistemas", "", "Permanente", ""],
        ["4", "Sin código de integridad", "Adoptar el código", "Personero", "15/02/2024", "Mayo de 2024", "100%"],
        ["", "Proyectó: Secretaria Ejecutiva", "", "", "", "", ""],
    ]
    write_csv(folder / "ombudsman_terms_in_months.csv", rows, ";", "cp1252")
    lines = [
        line(
            5,
            number="1",
            activity="Radicar toda queja en el SIRI",
            start="2024-02-01",
            due="2024-06-30",
            teams=["Personero delegado"],
            results={"cut": "0.6"},
        ),
        line(6, start="2024-02-01", due=None, teams=["Secretaria"], results={"cut": "0"}),
        line(7, due=None),
        line(8, due="2024-05-31", start="2024-02-15", results={"cut": "1"}),
    ]
    expected = plan(lines, kind="improvement_plan")
    return truth(
        "ombudsman_terms_in_months.csv",
        "2024-07-02",
        [expected],
        [issue("proposed_deadline", 6), issue("unreadable_value", 7)],
    )


@case
def district_plan_in_word_with_quarters(folder: Path) -> Truth:
    """A district's plan in Word: quarterly follow-up columns whose head spans progress and evidence."""
    table: list[list[object]] = [
        [
            Box("CÓDIGO", 1, "restart"),
            Box("OBSERVACIÓN", 1, "restart"),
            Box("ACCIÓN DE MEJORAMIENTO", 1, "restart"),
            Box("DEPENDENCIA(S)", 1, "restart"),
            Box("PLAZO DE EJECUCIÓN", 1, "restart"),
            Box("AVANCE A MARZO 31 DE 2024", 2),
            Box("AVANCE A JUNIO 30 DE 2024", 2),
        ],
        [Box("", 1, "continue")] * 5 + ["%", "SOPORTE", "%", "SOPORTE"],
        [
            "OBS-01",
            "Falta de conciliación con almacén",
            "Conciliar trimestralmente contabilidad y almacén",
            "Contabilidad",
            "Del 02/01/2024 al 20/12/2024",
            "25",
            "Acta 1",
            "50",
            "Actas 1 y 2",
        ],
        [
            "OBS-02",
            "Vehículos sin SOAT",
            "Contratar los seguros obligatorios",
            "Recursos Físicos",
            "Del 15/01/2024 al 29/03/2024",
            "100",
            "Pólizas",
            "100",
            "Pólizas",
        ],
    ]
    title = "CONTRALORÍA DISTRITAL – PLAN DE MEJORAMIENTO – AUDITORÍA REGULAR VIGENCIA 2022"
    write_word(folder / "district_plan_in_word_with_quarters.docx", [title, table, "VoBo. Jefe de Control Interno"])
    lines = [
        line(
            3,
            number="OBS-01",
            activity="Conciliar trimestralmente contabilidad y almacén",
            start="2024-01-02",
            due="2024-12-20",
            results={"2024-Q1": "0.25", "2024-Q2": "0.5"},
            teams=["Contabilidad"],
        ),
        line(4, number="OBS-02", start="2024-01-15", due="2024-03-29", results={"2024-Q1": "1", "2024-Q2": "1"}),
    ]
    return truth("district_plan_in_word_with_quarters.docx", "2024-07-10", [plan(lines, kind="improvement_plan")])
