"""Plans of control, security and risk offices: cards of four columns, lists beside the table, months in words."""

from datetime import date
from pathlib import Path

from tests.corpus.builders import Book, Pct, Truth, case, issue, line, plan, truth
from tests.corpus.plain import write_csv
from tests.corpus.word import Box, write_word


@case
def cards_of_four_columns(folder: Path) -> Truth:
    """The quality system's form in Word: each action is a card of labels and values, two pairs in a row."""

    def card(code: str, text: str, action: str, team: str, days: tuple[str, str], state: str) -> list[list[object]]:
        return [
            [Box("FORMATO ACCIONES CORRECTIVAS Y DE MEJORA", 4)],
            ["Código", code, "Fuente", "Auditoría interna"],
            ["Descripción del hallazgo", Box(text, 3)],
            ["Acción a implementar", Box(action, 3)],
            ["Responsable", team, "Fecha de inicio", days[0]],
            ["Fecha de terminación", days[1], "Estado", state],
        ]

    first = card(
        "AC-01",
        "No hay evidencia de inducción",
        "Realizar la inducción a contratistas",
        "Talento Humano",
        ("01/02/2024", "30/06/2024"),
        "Abierta",
    )
    second = card(
        "AM-02",
        "Formatos desactualizados",
        "Actualizar los formatos del proceso",
        "Oficina de Calidad",
        ("15/02/2024", "31/10/2024"),
        "Abierta",
    )
    write_word(
        folder / "cards_of_four_columns.docx", ["PLAN DE MEJORAMIENTO POR PROCESOS 2024", first, "", second, "Fin"]
    )
    lines = [
        line(
            None,
            activity="Realizar la inducción a contratistas",
            start="2024-02-01",
            due="2024-06-30",
            teams=["Talento Humano"],
        ),
        line(None, activity="Actualizar los formatos del proceso", due="2024-10-31", teams=["Oficina de Calidad"]),
    ]
    return truth("cards_of_four_columns.docx", "2024-03-01", [plan(lines, kind="improvement_plan")])


@case
def security_plan_of_tasks(folder: Path) -> Truth:
    """The ministry's plan of information security: a subject over activities over tasks, days under one wide title."""
    with Book(folder / "security_plan_of_tasks.xlsx") as book:
        page = book.page("Plan MSPI")
        page.merge("A1:B2", "LOGO")
        page.merge("C1:F1", "PLAN DE SEGURIDAD Y PRIVACIDAD DE LA INFORMACIÓN 2025", "title")
        page.merge("C2:F2", "Código: GT-PL-02 V3", "title")
        for letter, title in zip("ABCD", ("Gestión", "Actividades", "Tareas", "Responsable de la Tarea"), strict=True):
            page.merge(f"{letter}4:{letter}5", title)
        page.merge("E4:F4", "Fechas Programación Tareas")
        page.head(5, ["Fecha Inicio", "Fecha Final"], "E")
        page.merge("A6:A8", "Activos de Información", "cell")
        page.merge("B6:B7", "Levantamiento de activos", "cell")
        page.row(6, ["Socializar la guía de activos", "Equipo de Seguridad", date(2025, 2, 3), date(2025, 2, 28)], "C")
        page.row(7, ["Validar activos con cada proceso", "Líderes de proceso", "3-mar-25", "30-abr-25"], "C")
        page.row(8, ["Publicación de activos", "Publicar el registro de activos", "Equipo de Seguridad"], "B")
        page.row(8, [date(2025, 5, 5), date(2025, 6, 27)], "E")
    lines = [
        line(
            6,
            activity="Socializar la guía de activos",
            start="2025-02-03",
            due="2025-02-28",
            teams=["Equipo de Seguridad"],
            extra={"path_has": ["Activos de Información", "Levantamiento de activos"]},
        ),
        line(7, start="2025-03-03", due="2025-04-30", teams=["Líderes de proceso"]),
        line(8, due="2025-06-27", extra={"path_has": ["Activos de Información", "Publicación de activos"]}),
    ]
    return truth("security_plan_of_tasks.xlsx", "2025-03-01", [plan(lines, kind="action_plan")])


@case
def risks_with_yes_and_no(folder: Path) -> Truth:
    """A map of risks followed up every four months: whether it came true, how far the action is, what proves it."""
    with Book(folder / "risks_with_yes_and_no.xlsx") as book:
        page = book.page("Riesgos de gestión")
        page.merge("A1:O1", "MAPA DE RIESGOS DE GESTIÓN 2024", "title")
        singles = ["Proceso", "Riesgo", "Zona residual", "Plan de acción", "Responsable", "Fecha de implementación"]
        for letter, title in zip("ABCDEF", singles, strict=True):
            page.merge(f"{letter}3:{letter}4", title)
        areas = ("G3:I3", "J3:L3", "M3:O3")
        for area, name in zip(areas, ("I CUATRIMESTRE", "II CUATRIMESTRE", "III CUATRIMESTRE"), strict=True):
            page.merge(area, f"MONITOREO {name}")
        page.head(4, ["¿Se materializó?", "% avance", "Evidencia"] * 3, "G")
        page.row(5, ["Nómina", "Pagos errados", "Alto", "Automatizar la liquidación", "Talento Humano", "30/09/2024"])
        page.row(5, ["NO", Pct(0.3), "Contrato", "NO", Pct(0.7), "Pruebas"], "G")
        page.row(6, ["Archivo", "Pérdida de expedientes", "Moderado", "Digitalizar las series", "Gestión Documental"])
        page.put(6, "F", "13/12/2024")
        page.row(6, ["SI", Pct(0.1), "Acta 2", "NO", Pct(0.4), "Informe"], "G")
    lines = [
        line(
            5,
            activity="Automatizar la liquidación",
            due="2024-09-30",
            teams=["Talento Humano"],
            results={"2024-C1": "0.3", "2024-C2": "0.7"},
        ),
        line(6, due="2024-12-13", teams=["Gestión Documental"], results={"2024-C1": "0.1", "2024-C2": "0.4"}),
    ]
    expected = plan(lines, period_kind="four_month")
    return truth("risks_with_yes_and_no.xlsx", "2024-09-10", [expected], (), ["unreadable_value"])


@case
def audit_months_in_words(folder: Path) -> Truth:
    """A plan of audits in Word: the months stand in words, one or several, or the work is permanent."""
    table: list[list[object]] = [
        ["No.", "Auditoría / Seguimiento", "Alcance", "Responsable", "Mes de ejecución"],
        ["1", "Auditoría a Contratación", "Contratos de 2024", "Jefe de Control Interno", "Marzo - Abril de 2025"],
        ["2", "Arqueo de caja menor", "Caja menor", "Profesional Universitario", "Junio de 2025"],
        ["3", "Seguimiento a PQRSD", "Segundo semestre de 2024", "Profesional Universitario", "Enero de 2025"],
        ["4", "Asesoría y acompañamiento", "Todos los procesos", "Jefe de Control Interno", "Permanente"],
    ]
    write_word(folder / "audit_months_in_words.docx", ["PLAN ANUAL DE AUDITORÍA 2025", table])
    lines = [
        line(2, number="1", activity="Auditoría a Contratación", start="2025-03-01", due="2025-04-30"),
        line(3, number="2", due="2025-06-30", teams=["Profesional Universitario"]),
        line(4, number="3", due="2025-01-31"),
        line(5, number="4", due=None),
    ]
    return truth("audit_months_in_words.docx", "2025-01-15", [plan(lines)], [issue("unreadable_value", 5)])


@case
def lists_beside_the_table(folder: Path) -> Truth:
    """Closed findings are hidden, and the lists of a choice stand at the far right of the same sheet."""
    with Book(folder / "lists_beside_the_table.xlsx") as book:
        page = book.page("PM 2024")
        page.merge("A1:H1", "PLAN DE MEJORAMIENTO INSTITUCIONAL - VIGENCIA 2024", "title")
        page.head(3, ["No", "Hallazgo", "Acción de mejora", "Responsable", "Fecha inicio", "Fecha fin", "% Avance"])
        page.put(3, "H", "Estado", "head")
        page.row(4, [1, "Sin póliza", "Adquirir la póliza", "Almacén", date(2024, 1, 15), date(2024, 3, 29), Pct(1)])
        page.put(4, "H", "CERRADA")
        page.hide_row(4)
        page.row(5, [2, "Sin plan", "Formular el plan", "Planeación", date(2024, 2, 1), date(2024, 9, 30), Pct(0.4)])
        page.put(5, "H", "ABIERTA")
        page.row(6, [3, "Sin actas", "Elaborar las actas", "Jurídica", date(2024, 2, 1), date(2024, 11, 29), Pct(0.1)])
        page.put(6, "H", "ABIERTA")
        for row, words in enumerate((("ESTADO", "TIPO"), ("ABIERTA", "AC"), ("CERRADA", "AP"), ("VENCIDA", "AM")), 3):
            page.row(row, words, "L")
        page.row(7, ["REPROGRAMADA", "OTRA"], "L")
        page.row(8, ["ANULADA"], "L")
    lines = [
        line(4, number="1", due="2024-03-29", results={"cut": "1"}, teams=["Almacén"]),
        line(5, number="2", due="2024-09-30", results={"cut": "0.4"}, teams=["Planeación"]),
        line(6, number="3", due="2024-11-29", results={"cut": "0.1"}, teams=["Jurídica"]),
    ]
    expected = plan(lines, kind="improvement_plan")
    return truth("lists_beside_the_table.xlsx", "2024-06-30", [expected], [issue("hidden_row", 4)])


@case
def csv_with_breaks_and_short_months(folder: Path) -> Truth:
    """A csv whose quoted cells hold line ends; days as 15-ene-24, shares as 0,5."""
    rows = [
        ["PLAN DE MEJORAMIENTO - ICBF REGIONAL", "", "", "", "", "", ""],
        ["Código", "Hallazgo", "Causa\nraíz", "Acción\n(Corrección / Correctiva)", "Responsable", "Inicio", "Fin"],
        [
            "H1",
            "Expedientes\nsin foliar",
            "No hay guía",
            "Foliar los\nexpedientes",
            "Archivo ",
            "15-ene-24",
            "28-jun-24",
        ],
        ["H2", "Sin supervisión", "Rotación", "Designar supervisores", "Jurídica", "1-feb-24", "30-nov-24"],
    ]
    rows[1].append("Avance (0 a 1)")
    rows[2].append("0,5")
    rows[3].append("1")
    write_csv(folder / "csv_with_breaks_and_short_months.csv", rows, ";", "cp1252")
    lines = [
        line(
            None,
            number="H1",
            activity="Foliar los expedientes",
            start="2024-01-15",
            due="2024-06-28",
            teams=["Archivo"],
            results={"cut": "0.5"},
        ),
        line(None, number="H2", start="2024-02-01", due="2024-11-30", teams=["Jurídica"], results={"cut": "1"}),
    ]
    expected = plan(lines, kind="improvement_plan")
    return truth("csv_with_breaks_and_short_months.csv", "2024-06-30", [expected])


@case
def semesters_under_their_years(folder: Path) -> Truth:
    """Follow-ups of two years: each year over its two half-years, each half-year over share and state."""
    with Book(folder / "semesters_under_their_years.xlsx") as book:
        page = book.page("PMI")
        page.merge("A1:M1", "PLAN DE MEJORAMIENTO - CONTRALORÍA GENERAL", "title")
        singles = ["Hallazgo", "Acción", "Meta", "Responsable", "Vence"]
        for letter, title in zip("ABCDE", singles, strict=True):
            page.merge(f"{letter}3:{letter}5", title)
        page.merge("F3:I3", "SEGUIMIENTO 2023")
        page.merge("J3:M3", "SEGUIMIENTO 2024")
        for area, name in (("F4:G4", "I SEM"), ("H4:I4", "II SEM"), ("J4:K4", "I SEM"), ("L4:M4", "II SEM")):
            page.merge(area, name)
        page.head(5, ["Avance", "Estado"] * 4, "F")
        page.row(6, ["H1", "Conciliar saldos", "100%", "Contabilidad", date(2024, 12, 31)])
        page.row(6, [Pct(0.1), "En ejecución", Pct(0.4), "En ejecución", Pct(0.8), "En ejecución"], "F")
        page.row(7, ["H2", "Depurar inventarios", "100%", "Almacén", date(2024, 6, 28)])
        page.row(7, [Pct(0), "Sin iniciar", Pct(0.5), "En ejecución", Pct(1), "Cumplida"], "F")
    halves = ("2023-S1", "2023-S2", "2024-S1")
    lines = [
        line(6, target="1", due="2024-12-31", results=dict(zip(halves, ("0.1", "0.4", "0.8"), strict=True))),
        line(7, due="2024-06-28", results=dict(zip(halves, ("0", "0.5", "1"), strict=True)), teams=["Almacén"]),
    ]
    expected = plan(lines, kind="improvement_plan", period_kind="half_year")
    return truth("semesters_under_their_years.xlsx", "2024-07-15", [expected])


@case
def who_acts_and_who_looks(folder: Path) -> Truth:
    """Who acts and who follows up stand in two columns, and the verification of the action behind the action."""
    with Book(folder / "who_acts_and_who_looks.xlsx") as book:
        page = book.page("PM AGR")
        page.put(1, "B", "PLAN DE MEJORAMIENTO - AUDITORÍA GENERAL DE LA REPÚBLICA 2024", "title")
        titles = ["Nº", "Redacción del hallazgo", "Acción correctiva", "Dependencia", "Fecha estimada de inicio"]
        titles += ["Fecha estimada de terminación", "Responsable del seguimiento", "Verificación de la acción"]
        page.head(2, [*titles, "Fecha de verificación", "Satisfacción del usuario"], "B")
        page.row(3, [1, "Sin notificar autos", "Notificar por estado", "Secretaría Común", "01/02/2024"], "B")
        page.row(3, ["31/05/2024", "Control Interno", "Se revisaron los estados", "17/06/2024", "Alta"], "G")
        page.row(4, [2, "Sin respaldo", "Hacer copias diarias", "Sistemas", "15/02/2024", "30/11/2024"], "B")
        page.row(4, ["Control Interno", "Se pidió el registro", "17/06/2024", "Media"], "H")
    lines = [
        line(
            3,
            number="1",
            activity="Notificar por estado",
            start="2024-02-01",
            due="2024-05-31",
            teams=["Secretaría Común"],
            extra={"path_has": ["Sin notificar autos"]},
        ),
        line(4, number="2", activity="Hacer copias diarias", due="2024-11-30", teams=["Sistemas"], results={}),
    ]
    expected = plan(lines, kind="improvement_plan")
    return truth("who_acts_and_who_looks.xlsx", "2024-06-30", [expected], (), ["ambiguous_date"])
