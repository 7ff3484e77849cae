"""Territorial plans in which money stands between the figures: sources by year, budgets, values of a quarter."""

from datetime import date
from pathlib import Path

from tests.corpus.builders import Book, Formula, Pct, Truth, case, line, plan, truth

YEARS = ("2024-Y", "2025-Y", "2026-Y", "2027-Y")


@case
def sources_of_money_under_each_year(folder: Path) -> Truth:
    """Plan plurianual de inversiones: under each year its goal, then SGP, Propios, SGR and their total."""
    with Book(folder / "sources_of_money_under_each_year.xlsx") as book:
        page = book.page("PPI")
        page.merge("A1:X1", "MUNICIPIO DE RÍO BLANCO - PLAN INDICATIVO Y PLURIANUAL DE INVERSIONES 2024-2027", "title")
        titles = ("Sector", "Programa", "Producto", "Meta cuatrienio")
        for letter, title in zip("ABCD", titles, strict=True):
            page.merge(f"{letter}3:{letter}4", title)
        for year, first, last in zip(range(2024, 2028), "EJOT", "INSX", strict=True):
            page.merge(f"{first}3:{last}3", f"VIGENCIA {year}")
            page.head(4, ["Meta física", "SGP", "Propios", "SGR", "Total"], first)
        page.merge("Y3:Y4", "Dependencia")
        page.row(5, ["Vivienda", "Vivienda digna", "Viviendas mejoradas", 120])
        page.row(5, [30, 200, 50, 0, 250, 30, 210, 55, 300, 565, 40, 215, 60, 300, 575, 20, 220, 60, 0, 280], "E")
        page.put(5, "Y", "Secretaría de Planeación")
        page.row(6, ["Deporte", "Escenarios", "Canchas construidas", 6])
        page.row(6, [1, 80, 20, 0, 100, 2, 85, 20, 0, 105, 2, 90, 25, 0, 115, 1, 90, 30, 0, 120], "E")
        page.put(6, "Y", "Instituto de Deportes")
    lines = [
        line(
            5,
            target="120",
            programmed=dict(zip(YEARS, ("30", "30", "40", "20"), strict=True)),
            results={},
            teams=["Secretaría de Planeación"],
        ),
        line(6, target="6", programmed=dict(zip(YEARS, ("1", "2", "2", "1"), strict=True)), results={}),
    ]
    return truth("sources_of_money_under_each_year.xlsx", "2025-02-01", [plan(lines)])


@case
def budget_execution_beside_the_goal(folder: Path) -> Truth:
    """Apropiación, compromisos, obligaciones and pagos stand before the physical goal and its quarters."""
    with Book(folder / "budget_execution_beside_the_goal.xlsx") as book:
        page = book.page("EJECUCION")
        page.put(1, "A", "PLAN DE ACCIÓN Y EJECUCIÓN PRESUPUESTAL 2025 - SECRETARÍA DE EDUCACIÓN", "title")
        head = ["RUBRO", "PROYECTO", "ACTIVIDAD", "APROPIACIÓN DEFINITIVA", "COMPROMISOS", "OBLIGACIONES", "PAGOS"]
        page.head(3, [*head, "META FÍSICA", "TRIM I", "TRIM II", "TRIM III", "TRIM IV", "RESPONSABLE", "FECHA FINAL"])
        page.row(4, ["2.3.22.01", "PAE", "Entregar raciones", 900000000, 850000000, 420000000, 400000000, 1850])
        page.row(4, [1850, 1842, None, None, "Coordinación PAE", date(2025, 11, 28)], "I")
        page.row(5, ["2.3.22.02", "Transporte", "Operar rutas", 300000000, 280000000, 90000000, 90000000, 12])
        page.row(5, [11, 12, None, None, "Cobertura", date(2025, 11, 28)], "I")
    lines = [
        line(4, activity="Entregar raciones", target="1850", results={"2025-Q1": "1850", "2025-Q2": "1842"}),
        line(5, target="12", results={"2025-Q1": "11", "2025-Q2": "12"}, teams=["Cobertura"], due="2025-11-28"),
    ]
    return truth("budget_execution_beside_the_goal.xlsx", "2025-07-10", [plan(lines, period_kind="quarter")])


@case
def value_before_the_amount(folder: Path) -> Truth:
    """Under each quarter the value executed stands before the amount executed, without a sign of pesos."""
    with Book(folder / "value_before_the_amount.xlsx") as book:
        page = book.page("Agricultura")
        page.put(1, "A", "SECRETARÍA DE AGRICULTURA PLAN DE ACCIÓN 2025", "title")
        titles = ("Actividad", "Meta", "Presupuesto", "Responsable", "Plazo")
        for letter, title in zip("ABCDE", titles, strict=True):
            page.merge(f"{letter}3:{letter}4", title)
        for area, name in zip(("F3:G3", "H3:I3", "J3:K3", "L3:M3"), ("1T25", "2T25", "3T25", "4T25"), strict=True):
            page.merge(area, name)
        page.head(4, ["Valor ejecutado", "Cantidad ejecutada"] * 4, "F")
        page.row(5, ["Entregar semillas", 1500, 60000000, "UMATA", date(2025, 12, 15), 12500000, 300, 21000000, 520])
        page.row(6, ["Ferias campesinas", 4, 32000000, "UMATA", date(2025, 12, 15), 8000000, 1, 7500000, 1])
    lines = [
        line(5, target="1500", results={"2025-Q1": "300", "2025-Q2": "520"}, due="2025-12-15", teams=["UMATA"]),
        line(6, target="4", results={"2025-Q1": "1", "2025-Q2": "1"}),
    ]
    return truth("value_before_the_amount.xlsx", "2025-07-10", [plan(lines, period_kind="quarter")])


@case
def a_row_for_each_year(folder: Path) -> Truth:
    """The year of the term stands in a column: four rows for each goal."""
    with Book(folder / "a_row_for_each_year.xlsx") as book:
        page = book.page("Metas")
        page.put(1, "A", "SEGUIMIENTO PLAN DE DESARROLLO DEPARTAMENTAL 2024-2027", "title")
        page.head(2, ["Código", "Meta de producto", "Indicador", "Meta cuatrienio", "Responsable", "Año"])
        page.head(2, ["Programado", "Ejecutado", "Recursos ejecutados"], "G")
        goals = [("P-101", "Dotar 40 puestos de salud", "Puestos dotados", 40, "Secretaría de Salud")]
        goals += [("P-102", "Formar 800 docentes", "Docentes formados", 800, "Secretaría de Educación")]
        figures = [[(10, 8), (10, 12), (10, None), (10, None)], [(200, 190), (200, 240), (200, None), (200, None)]]
        for index, goal in enumerate(goals):
            for offset, (planned, made) in enumerate(figures[index]):
                row = 3 + 4 * index + offset
                if offset == 0:
                    for letter, value in zip("ABCDE", goal, strict=True):
                        page.merge(f"{letter}{row}:{letter}{row + 3}", value, "cell")
                page.row(row, [2024 + offset, planned, made, None if made is None else made * 1000000], "F")
    lines = [
        line(
            3,
            indicator="Puestos dotados",
            target="40",
            programmed=dict.fromkeys(YEARS, "10"),
            results={"2024-Y": "8", "2025-Y": "12"},
            teams=["Secretaría de Salud"],
        ),
        line(7, target="800", results={"2024-Y": "190", "2025-Y": "240"}, teams=["Secretaría de Educación"]),
    ]
    return truth("a_row_for_each_year.xlsx", "2026-01-20", [plan(lines, period_kind="year")])


@case
def hundred_with_a_percent_unit(folder: Path) -> Truth:
    """The goal is a bare 100 and its unit a bare «%»; the same for what was programmed and done."""
    with Book(folder / "hundred_with_a_percent_unit.xlsx") as book:
        page = book.page("PQRSD")
        page.put(1, "A", "SECRETARÍA GENERAL - PLAN DE ACCIÓN 2025", "title")
        head = ["ACTIVIDAD", "META", "UNIDAD", "RESPONSABLE", "FECHA FIN"]
        for number in (1, 2, 3, 4):
            head += [f"PROG. {number}T", f"EJEC. {number}T"]
        page.head(3, head)
        page.row(4, ["Responder PQRSD en término", 100, "%", "Atención al Ciudadano", date(2025, 12, 31)])
        page.row(4, [100, 98, 100, 97.5, 100, None, 100], "F")
        page.row(5, ["Jornadas de servicio", 8, "Jornadas", "Atención al Ciudadano", date(2025, 12, 31)])
        page.row(5, [2, 2, 2, 1, 2, None, 2], "F")
    lines = [
        line(
            4,
            target="1",
            target_unit="percent",
            programmed=dict.fromkeys(("2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4"), "1"),
            results={"2025-Q1": "0.98", "2025-Q2": "0.975"},
        ),
        line(5, target="8", target_unit="count", results={"2025-Q1": "2", "2025-Q2": "1"}),
    ]
    return truth("hundred_with_a_percent_unit.xlsx", "2025-07-10", [plan(lines, period_kind="quarter")])


@case
def programmed_quarters_and_one_progress(folder: Path) -> Truth:
    """The quarters are only programmed; what was done is one figure to date, with its percentage and its words."""
    with Book(folder / "programmed_quarters_and_one_progress.xlsx") as book:
        page = book.page("Cultura")
        page.put(1, "A", "INSTITUTO DE CULTURA Y TURISMO - SEGUIMIENTO PLAN DE ACCIÓN 2025", "title")
        for letter, title in zip("ABCD", ("PROCESO", "ACTIVIDAD", "META ANUAL", "A CARGO DE"), strict=True):
            page.merge(f"{letter}3:{letter}4", title)
        page.merge("E3:H3", "TRIMESTRES 2025")
        page.head(4, ["I", "II", "III", "IV"], "E")
        page.merge("I3:I4", "EJECUTADO A LA FECHA (30/06/2025)")
        page.merge("J3:J4", "% DE AVANCE")
        page.merge("K3:K4", "LOGROS Y DIFICULTADES")
        page.merge("L3:L4", "FECHA FIN")
        page.row(5, ["Formación", "Talleres de danza", 40, "Coordinador de Formación", 10, 10, 10, 10, 18])
        page.row(5, [Formula("=I5/C5", 0.45, "0%"), "Buena asistencia en la zona urbana", date(2025, 12, 12)], "J")
        page.row(6, ["Patrimonio", "Inventario de bienes", 1, "Vigía de Patrimonio", None, None, 1, None, 0])
        page.row(6, [Pct(0), "En contratación del profesional", date(2025, 9, 30)], "J")
    lines = [
        line(
            5,
            target="40",
            programmed=dict.fromkeys(("2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4"), "10"),
            results={"cut": "18"},
            teams=["Coordinador de Formación"],
        ),
        line(6, target="1", programmed={"2025-Q3": "1"}, due="2025-09-30"),
    ]
    return truth("programmed_quarters_and_one_progress.xlsx", "2025-07-10", [plan(lines)])


@case
def light_and_words_under_each_quarter(folder: Path) -> Truth:
    """Meta, Avance, %, Semáforo and Análisis cualitativo under each quarter; the year's figures at the end."""
    with Book(folder / "light_and_words_under_each_quarter.xlsx") as book:
        page = book.page("TABLERO")
        page.merge("A1:Z1", "GOBERNACIÓN - TABLERO DE CONTROL PLAN DE ACCIÓN 2025", "title")
        titles = ("Secretaría", "Funcionario responsable (cargo)", "Compromiso", "Fecha de cierre")
        for letter, title in zip("ABCD", titles, strict=True):
            page.merge(f"{letter}3:{letter}4", title)
        subs = ["Meta", "Avance", "%", "Semáforo", "Análisis cualitativo"]
        for area, name in zip(("E3:I3", "J3:N3", "O3:S3", "T3:X3"), ("T-I", "T-II", "T-III", "T-IV"), strict=True):
            page.merge(area, name)
        page.head(4, subs * 4, "E")
        page.merge("Y3:AA3", "ACUMULADO AÑO")
        page.head(4, ["Meta", "Avance", "%"], "Y")
        page.row(5, ["Secretaría de Minas", "Profesional especializado", "Fiscalizar títulos mineros"])
        page.row(5, [date(2025, 12, 15), 10, 9, Pct(0.9), "Amarillo", "Faltó una visita", 10, 11, Pct(1.1)], "D")
        page.row(5, ["Verde", "Se recuperó la visita", 10, None, None, None, None, 10], "M")
        page.row(5, [40, 20, Pct(0.5)], "Y")
        page.row(6, ["Secretaría de Ambiente", "Director técnico", "Restaurar hectáreas", date(2025, 11, 30), 5, 5])
        page.row(6, [Pct(1), "Verde", "Sin novedad", 12.5, 10.2, Pct(0.816), "Amarillo", "Lluvias", 20], "G")
        page.row(6, [50, 15.2, Pct(0.304)], "Y")
    lines = [
        line(
            5,
            activity="Fiscalizar títulos mineros",
            target="40",
            programmed=dict.fromkeys(("2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4"), "10"),
            results={"2025-Q1": "9", "2025-Q2": "11"},
            due="2025-12-15",
        ),
        line(6, target="50", results={"2025-Q1": "5", "2025-Q2": "10.2"}, due="2025-11-30"),
    ]
    return truth("light_and_words_under_each_quarter.xlsx", "2025-07-10", [plan(lines, period_kind="quarter")])
