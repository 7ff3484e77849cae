"""Plans of control offices that spread a line: over stages, sections, terms of years, rows of P and E."""

from datetime import date
from pathlib import Path

from tests.corpus.builders import Book, Pct, Truth, case, issue, line, plan, truth
from tests.corpus.word import Box, write_word

MONTHS = ["Ene", "Feb", "Mar", "Abr", "May", "Jun", "Jul", "Ago", "Sept", "Oct", "Nov", "Dic"]


@case
def audits_by_their_stages(folder: Path) -> Truth:
    """Each audit has days of planning, of field work and of its report: from the first to the last."""
    with Book(folder / "audits_by_their_stages.xlsx") as book:
        page = book.page("PAA 2024")
        page.merge("A1:K1", "PLAN ANUAL DE AUDITORÍA VIGENCIA 2024", "title")
        page.merge("A2:K2", "Oficina Asesora de Control Interno   Código F-CI-01   Versión 2", "title")
        for letter, title in zip("ABCD", ("No", "Proceso a auditar", "Tipo de auditoría", "Auditor"), strict=True):
            page.merge(f"{letter}4:{letter}5", title)
        page.merge("E4:F4", "Planeación")
        page.merge("G4:H4", "Ejecución")
        page.merge("I4:J4", "Informe final")
        page.head(5, ["Fecha inicio", "Fecha fin"] * 3, "E")
        page.merge("K4:K5", "Estado")
        page.row(6, [1, "Gestión Financiera", "Basada en riesgos", "Contador OCI"])
        page.row(6, [date(2024, 2, 1), date(2024, 2, 15), date(2024, 2, 16), date(2024, 3, 22)], "E")
        page.row(6, [date(2024, 4, 1), date(2024, 4, 12), "Terminada"], "I")
        page.row(7, [2, "Gestión del Talento Humano", "De cumplimiento", "Abogada OCI"])
        page.row(7, [date(2024, 6, 4), date(2024, 6, 14), date(2024, 6, 17), date(2024, 7, 26)], "E")
        page.row(7, [date(2024, 8, 1), date(2024, 8, 16), "Programada"], "I")
    lines = [
        line(6, number="1", start="2024-02-01", due="2024-04-12", teams=["Contador OCI"]),
        line(7, number="2", start="2024-06-04", due="2024-08-16", teams=["Abogada OCI"]),
    ]
    return truth("audits_by_their_stages.xlsx", "2024-05-02", [plan(lines)])


@case
def sireci_with_two_sections(folder: Path) -> Truth:
    """The comptroller's form whose second section holds findings too, under its own titles."""
    titles = ["MODALIDAD DE REGISTRO", "CÓDIGO HALLAZGO", "DESCRIPCIÓN DEL HALLAZGO", "CAUSA DEL HALLAZGO"]
    titles += ["ACCIÓN DE MEJORA", "ACTIVIDADES / DESCRIPCIÓN", "ACTIVIDADES / UNIDAD DE MEDIDA"]
    titles += ["ACTIVIDADES / CANTIDADES UNIDAD DE MEDIDA", "ACTIVIDADES / FECHA DE INICIO"]
    titles += ["ACTIVIDADES / FECHA DE TERMINACIÓN", "ACTIVIDADES / PLAZO EN SEMANAS"]
    titles += ["ACTIVIDADES / AVANCE FÍSICO DE EJECUCIÓN", "OBSERVACIONES"]
    mode = "1 SUSCRIPCIÓN DEL PLAN DE MEJORAMIENTO"
    with Book(folder / "sireci_with_two_sections.xlsx") as book:
        page = book.page("F14.1  PLANES DE MEJORAMIENT...")
        page.rows(1, [["Tipo Informe", None, 53, "PLAN DE MEJORAMIENTO"], ["Formulario", None, 400, "F14.1"]], "B")
        page.rows(3, [["Entidad", None, 9001], ["Fecha", None, "2025/02/28"]], "B")
        for top, number, name in ((6, "[1]", "0 ENTIDADES"), (12, "[2]", "1 RECURSOS DEL POSCONFLICTO")):
            page.row(top, [number, None, name])
            page.row(top + 1, [4, 8, 12, 16, 20, 24, 28, 31, 32, 36, 40, 44, 48], "C")
            page.head(top + 2, titles, "C")
        page.row(9, [1, "FILA_1", mode, "H1", "Falta de conciliación", "Sin control", "Conciliar", "Conciliar cuentas"])
        page.row(9, ["Conciliaciones", 4, "2025/03/01", "2026/02/28", 52, 0], "I")
        page.row(10, [2, "FILA_2", mode, "H2", "Archivo sin TRD", "Desorden", "Organizar", "Organizar expedientes"])
        page.row(10, ["Expedientes", 300, "2025/03/15", "2025/12/15", 39, 0], "I")
        page.row(
            15, [1, "FILA_1", mode, "H1-PC", "Obras sin informes", "Sin supervisor", "Informar", "Rendir informes"]
        )
        page.row(15, ["Informes", 6, "2025/03/01", "2025/08/31", 26, 0], "I")
    lines = [
        line(9, number="H1", activity="Conciliar cuentas", start="2025-03-01", due="2026-02-28", target="4"),
        line(10, number="H2", target="300", due="2025-12-15"),
        line(15, number="H1-PC", activity="Rendir informes", target="6", due="2025-08-31"),
    ]
    return truth("sireci_with_two_sections.xlsx", "2025-03-10", [plan(lines, kind="improvement_plan")])


@case
def archive_road_map_of_terms(folder: Path) -> Truth:
    """A PINAR's road map: projects with crosses under short, middle and long term and the years below them."""
    with Book(folder / "archive_road_map_of_terms.xlsx") as book:
        page = book.page("Mapa de ruta")
        page.merge("A1:H1", "PLAN INSTITUCIONAL DE ARCHIVOS - PINAR 2024 - 2027", "title")
        page.merge("A3:A5", "PLAN O PROYECTO")
        page.merge("B3:B5", "RESPONSABLE")
        page.merge("C3:F3", "TIEMPO DE EJECUCIÓN")
        page.put(4, "C", "Corto plazo (1 año)", "head")
        page.merge("D4:E4", "Mediano plazo (1 a 4 años)")
        page.put(4, "F", "Largo plazo", "head")
        page.head(5, [2024, 2025, 2026, 2027], "C")
        page.row(6, ["Actualización de las tablas de retención documental", "Gestión Documental", "X", "X"])
        page.row(7, ["Programa de documentos vitales", "Secretaría General", None, "X", "X"])
        page.row(8, ["Sistema integrado de conservación", "Gestión Documental", None, None, "X", "X"])
    lines = [
        line(
            6,
            activity="Actualización de las tablas de retención documental",
            start="2024-01-01",
            due="2025-12-31",
            teams=["Gestión Documental"],
            results={},
        ),
        line(7, start="2025-01-01", due="2026-12-31", teams=["Secretaría General"], results={}),
        line(8, start="2026-01-01", due="2027-12-31", results={}),
    ]
    return truth("archive_road_map_of_terms.xlsx", "2024-03-01", [plan(lines)])


@case
def safety_rows_with_crosses(folder: Path) -> Truth:
    """A training plan of safety: a row P and a row E for each activity, X in the months."""
    with Book(folder / "safety_rows_with_crosses.xlsx") as book:
        page = book.page("Cronograma")
        page.put(1, "A", "CRONOGRAMA DE CAPACITACIONES SG-SST 2025", "title")
        page.head(3, ["No.", "TEMA DE CAPACITACIÓN", "RESPONSABLE", "P/E", *MONTHS, "OBSERVACIONES"])
        data = [
            ("Inducción en seguridad y salud", "Talento Humano", {1: "PE", 6: "P"}),
            ("Manejo de extintores", "Brigada", {4: "P"}),
            ("Riesgo biomecánico", "ARL", {2: "PE", 3: "E"}),
        ]
        for index, (topic, team, months) in enumerate(data):
            top = 4 + 2 * index
            for letter, value in zip("ABC", (index + 1, topic, team), strict=True):
                page.merge(f"{letter}{top}:{letter}{top + 1}", value, "cell")
            page.put(top, "D", "P")
            page.put(top + 1, "D", "E")
            for month, kinds in months.items():
                for kind in kinds:
                    page.put(top + "PE".index(kind), chr(ord("D") + month), "X")
    lines = [
        line(
            4,
            number="1",
            activity="Inducción en seguridad y salud",
            teams=["Talento Humano"],
            start="2025-01-01",
            due="2025-06-30",
            programmed={"2025-M01": "1", "2025-M06": "1"},
            results={"2025-M01": "1"},
        ),
        line(6, number="2", teams=["Brigada"], start="2025-04-01", due="2025-04-30", results={}),
        line(8, number="3", teams=["ARL"], start="2025-02-01", results={"2025-M02": "1", "2025-M03": "1"}),
    ]
    return truth("safety_rows_with_crosses.xlsx", "2025-04-04", [plan(lines, period_kind="month")])


@case
def several_actions_in_a_cell(folder: Path) -> Truth:
    """One row for a finding: its actions, its people and its days as lists inside the cells."""
    with Book(folder / "several_actions_in_a_cell.xlsx") as book:
        page = book.page("PLAN DE MEJORAMIENTO")
        page.merge("A1:G1", "PERSONERÍA DISTRITAL - PLAN DE MEJORAMIENTO AUDITORÍA 2023", "title")
        page.head(3, ["HALLAZGO", "ACCIONES DE MEJORA", "RESPONSABLES", "FECHA INICIAL", "FECHA FINAL", "% AVANCE"])
        page.row(4, ["1. Deficiencias en PQRS", "1. Ajustar el procedimiento\n2. Capacitar al personal"])
        page.row(4, ["Secretaría General", "01/02/2024", "30/04/2024\n31/07/2024", Pct(0.5)], "C")
        page.row(
            5, ["2. Inventarios sin actualizar", "Actualizar el inventario", "Almacén", "01/03/2024", "15/11/2024"]
        )
        page.put(5, "F", Pct(0))
    lines = [
        line(4, start="2024-02-01", due="2024-07-31", results={"cut": "0.5"}, teams=["Secretaría General"]),
        line(5, activity="Actualizar el inventario", start="2024-03-01", due="2024-11-15", teams=["Almacén"]),
    ]
    expected = plan(lines, kind="improvement_plan")
    return truth("several_actions_in_a_cell.xlsx", "2024-06-28", [expected], [issue("several_deadlines", 4)])


@case
def half_yearly_cuts_of_two_years(folder: Path) -> Truth:
    """A comptroller's plan with its progress to the end of each half-year, over two years, and effectiveness beside."""
    with Book(folder / "half_yearly_cuts_of_two_years.xlsx") as book:
        page = book.page("Seguimiento")
        page.merge("A1:J1", "PLAN DE MEJORAMIENTO CONTRALORÍA MUNICIPAL", "title")
        page.head(3, ["N°", "Hallazgo", "Acción correctiva", "Responsable", "Fecha de inicio", "Fecha de terminación"])
        page.head(3, ["Avance 30-06-2023", "Avance 31-12-2023", "Avance 30-06-2024", "% Efectividad"], "G")
        page.row(4, [1, "Pagos sin acta", "Exigir acta de recibo", "Tesorería", date(2023, 2, 1), date(2024, 6, 28)])
        page.row(4, [Pct(0.2), Pct(0.6), Pct(1), Pct(0.9)], "G")
        page.row(5, [2, "Sin póliza", "Verificar pólizas", "Contratación", date(2023, 7, 1), date(2024, 12, 20)])
        page.row(5, [None, Pct(0.5), Pct(0.8)], "G")
    lines = [
        line(4, number="1", due="2024-06-28", results={"2023-S1": "0.2", "2023-S2": "0.6", "2024-S1": "1"}),
        line(5, number="2", start="2023-07-01", results={"2023-S2": "0.5", "2024-S1": "0.8"}, teams=["Contratación"]),
    ]
    expected = plan(lines, kind="improvement_plan", period_kind="half_year")
    return truth("half_yearly_cuts_of_two_years.xlsx", "2024-07-15", [expected])


@case
def components_in_word_tables(folder: Path) -> Truth:
    """A PAAC in Word: a heading and a table of its own for each component, with other titles in each."""
    risks: list[list[object]] = [
        ["Subcomponente", Box("Actividades", 2), "Meta o producto", "Responsable", "Fecha programada"],
        [
            Box("Política de riesgos", 1, "restart"),
            "1.1",
            "Revisar la política",
            "Política",
            "Planeación",
            "29/03/2024",
        ],
        [Box("", 1, "continue"), "1.2", "Socializar la política", "Acta", "Planeación", "31/05/2024"],
    ]
    service: list[list[object]] = [
        ["No.", "Actividad", "Indicador", "Dependencia responsable", "Inicio", "Fin"],
        ["4.1", "Capacitar en lenguaje claro", "Capacitaciones", "Talento Humano", "01/02/2024", "30/09/2024"],
    ]
    parts: list[object] = ["HOSPITAL LOCAL E.S.E.", "PLAN ANTICORRUPCIÓN Y DE ATENCIÓN AL CIUDADANO 2024"]
    parts += ["Componente 1. Gestión del riesgo de corrupción", risks]
    parts += ["Componente 4. Atención al ciudadano", service]
    write_word(folder / "components_in_word_tables.docx", parts)
    lines = [
        line(2, number="1.1", activity="Revisar la política", due="2024-03-29", teams=["Planeación"]),
        line(3, number="1.2", due="2024-05-31", extra={"path_has": ["Política de riesgos"]}),
        line(2, number="4.1", start="2024-02-01", due="2024-09-30", teams=["Talento Humano"]),
    ]
    plans = [plan(lines[:2], "Tabla 1", kind="transparency_plan"), plan(lines[2:], "Tabla 2")]
    return truth("components_in_word_tables.docx", "2024-03-01", plans)


@case
def quarters_as_deadlines(folder: Path) -> Truth:
    """A MIPG plan whose deadline is the quarter's name, and whose number of the year's plan is in another column."""
    with Book(folder / "quarters_as_deadlines.xlsx") as book:
        page = book.page("MIPG")
        page.merge("A1:G1", "PLAN DE ACCIÓN MIPG 2025", "title")
        page.head(3, ["Dimensión", "Política", "Acción", "Evidencia", "Responsable", "Fecha de cumplimiento", "Peso %"])
        page.row(4, ["Control Interno", "Control Interno", "Adoptar el estatuto de auditoría", "Resolución", "OCI"])
        page.row(4, ["Primer trimestre de 2025", 40], "F")
        page.row(5, ["Control Interno", "Control Interno", "Actualizar el mapa de aseguramiento", "Mapa", "OCI"])
        page.row(5, ["III trimestre 2025", 60], "F")
    lines = [
        line(4, activity="Adoptar el estatuto de auditoría", due="2025-03-31", teams=["OCI"], extra={"weight": "0.4"}),
        line(5, due="2025-09-30", extra={"weight": "0.6"}),
    ]
    return truth("quarters_as_deadlines.xlsx", "2025-02-01", [plan(lines)])


@case
def safety_letters_in_months(folder: Path) -> Truth:
    """One column for each month, and in it P, E or P/E for what was programmed and what was executed."""
    with Book(folder / "safety_letters_in_months.xlsx") as book:
        page = book.page("SST")
        page.put(1, "A", "PLAN ANUAL DE TRABAJO SST 2025", "title")
        page.head(3, ["No", "Actividad", "Responsable", *MONTHS, "% Cumplimiento"])
        page.row(4, [1, "Inspección de extintores", "COPASST", "P", None, "P/E", None, None, "P"])
        page.row(5, [2, "Capacitación en primeros auxilios", "Brigada", None, "E", None, "P"])
        page.row(6, [3, "Simulacro", "Brigada", *[None] * 9, "p"])
    lines = [
        line(
            4,
            start="2025-01-01",
            due="2025-06-30",
            programmed={"2025-M01": "1", "2025-M03": "1", "2025-M06": "1"},
            results={"2025-M03": "1"},
            teams=["COPASST"],
        ),
        line(5, due="2025-04-30", programmed={"2025-M04": "1"}, results={"2025-M02": "1"}),
        line(6, start="2025-10-01", due="2025-10-31", results={}, teams=["Brigada"]),
    ]
    issues = [issue("crosses_counted", 4), issue("crosses_counted", 5)]
    return truth("safety_letters_in_months.xlsx", "2025-04-30", [plan(lines, period_kind="month")], issues)


@case
def follow_ups_with_their_days(folder: Path) -> Truth:
    """Under each cut of the internal office: the day on which it looked, what was done, the share, its remarks."""
    leaves = ["Fecha seguimiento", "Actividades cumplidas", "% de avance", "Observaciones"]
    with Book(folder / "follow_ups_with_their_days.xlsx") as book:
        page = book.page("PAAC")
        page.put(1, "A", "SEGUIMIENTO PLAN ANTICORRUPCIÓN Y DE ATENCIÓN AL CIUDADANO 2024", "title")
        for letter, title in zip(
            "ABCD", ("Componente", "Actividad programada", "Responsable", "Fecha programada"), strict=True
        ):
            page.merge(f"{letter}3:{letter}4", title)
        page.merge("E3:H3", "Seguimiento 1 OCI (corte 30 de abril de 2024)")
        page.merge("I3:L3", "Seguimiento 2 OCI (corte 31 de agosto de 2024)")
        page.head(4, leaves * 2, "E")
        page.row(5, ["Riesgos", "Revisar la política", "Planeación", date(2024, 5, 31), date(2024, 5, 10), "Acta 1"])
        page.row(5, [Pct(0.5), "Al día", date(2024, 9, 12), "Acta 2", Pct(1), "Cumplida"], "G")
        page.row(6, ["Trámites", "Publicar trámites", "Jurídica", date(2024, 11, 29), date(2024, 5, 10), "Ninguna"])
        page.row(6, [Pct(0), None, date(2024, 9, 12), "Publicación", Pct(0.4), "Al día"], "G")
    lines = [
        line(5, due="2024-05-31", results={"2024-C1": "0.5", "2024-C2": "1"}, teams=["Planeación"]),
        line(6, due="2024-11-29", results={"2024-C1": "0", "2024-C2": "0.4"}, teams=["Jurídica"]),
    ]
    expected = plan(lines, kind="transparency_plan", period_kind="four_month")
    return truth("follow_ups_with_their_days.xlsx", "2024-09-30", [expected])
