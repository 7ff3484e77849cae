"""Tables in other orders, with broken titles, titles repeated, money beside the goals, other tables around."""

from datetime import date
from pathlib import Path

from tests.corpus.builders import Book, Page, Truth, case, issue, line, plan, truth


@case
def other_order_of_columns(folder: Path) -> Truth:
    """Responsible first, results before targets, the activity near the end, empty columns between blocks."""
    with Book(folder / "other_order_of_columns.xlsx") as book:
        page = book.page("Matriz 2023")
        page.put(1, "A", "TERMINAL DE TRANSPORTES S.A. · MATRIZ DE SEGUIMIENTO 2023", "title")
        page.head(4, ["PROCESO RESPONSABLE", "TRIM. IV", "TRIM. III", "TRIM. II", "TRIM. I"])
        page.head(4, ["FECHA TERMINACIÓN", "FECHA INICIACIÓN", "META", "UNIDAD", "TAREA", "CONSECUTIVO"], "G")
        page.row(
            5, ["Gestión Operativa", None, None, 2, 1, None, date(2023, 12, 20), date(2023, 1, 16), 6, "Simulacros"]
        )
        page.row(5, ["Realizar simulacros de evacuación", "OP-1"], "K")
        page.row(6, ["Gestión Jurídica", None, None, 0, 1, None, date(2023, 10, 31), date(2023, 2, 1), 3, "Conceptos"])
        page.row(6, ["Emitir conceptos de riesgo contractual", "JU-1"], "K")
    lines = [
        line(
            5,
            number="OP-1",
            activity="Realizar simulacros de evacuación",
            start="2023-01-16",
            due="2023-12-20",
            target="6",
            results={"2023-Q1": "1", "2023-Q2": "2"},
            teams=["Gestión Operativa"],
            extra={"unit": "Simulacros"},
        ),
        line(6, number="JU-1", due="2023-10-31", results={"2023-Q1": "1", "2023-Q2": "0"}, teams=["Gestión Jurídica"]),
    ]
    return truth("other_order_of_columns.xlsx", "2023-07-17", [plan(lines, "Matriz 2023", period_kind="quarter")])


@case
def titles_with_breaks_and_typos(folder: Path) -> Truth:
    """Titles broken by hand, hyphenated, without accents, with typos, non-breaking blanks and a trailing colon."""
    with Book(folder / "titles_with_breaks_and_typos.xlsx") as book:
        page = book.page("Hoja2")
        page.put(1, "A", "PLAN DE ACCION PARTICIPACION CIUDADANA 2023", "title")
        page.head(3, ["N\nº", "ACTIVI-\nDADES A\nDESARROLLAR", "INDICA DOR", "RESPON\u00a0SABLES:", "FECHA DE\nINICIO"])
        page.head(3, ["FECHA DE FINALIZACION", "METAS", "RESULTADO\nI TRIMES\nTRE", "RESULTADO\nII TRIMES\nTRE"], "F")
        page.row(
            4,
            [
                1,
                "Instalar el consejo territorial  de participación ",
                "Consejo instalado",
                "Secretaría\u00a0de Gobierno ",
            ],
        )
        page.row(4, [date(2023, 2, 1), date(2023, 3, 31), 1, 1, None], "E")
        page.row(
            5,
            ["2.", "Acompañar juntas de acción comunal", "JAC acompañadas", "Secretaría de Gobierno", date(2023, 2, 1)],
        )
        page.row(5, [date(2023, 12, 15), 86, 20, 31], "F")
    lines = [
        line(
            4,
            number="1",
            activity="Instalar el consejo territorial de participación",
            indicator="Consejo instalado",
            start="2023-02-01",
            due="2023-03-31",
            target="1",
            results={"2023-Q1": "1"},
            teams=["Secretaría de Gobierno"],
        ),
        line(5, number="2", target="86", results={"2023-Q1": "20", "2023-Q2": "31"}, teams=["Secretaría de Gobierno"]),
    ]
    return truth("titles_with_breaks_and_typos.xlsx", "2023-07-10", [plan(lines, "Hoja2", period_kind="quarter")])


@case
def titles_again_in_the_middle(folder: Path) -> Truth:
    """Printed page by page: the titles stand again after every few rows, blank rows between the activities."""
    titles = [
        "No.",
        "Actividad",
        "Responsable",
        "Fecha límite",
        "Meta",
        "1er Trim.",
        "2do Trim.",
        "3er Trim.",
        "4to Trim.",
    ]
    lines: list[Truth] = []
    with Book(folder / "titles_again_in_the_middle.xlsx") as book:
        page = book.page("Impresión")
        page.put(1, "A", "RED DE BIBLIOTECAS DEPARTAMENTALES PLAN DE ACCIÓN 2022", "title")
        row, number = 2, 0
        for _ in range(3):
            page.head(row, titles)
            for step in (1, 3):
                number += 1
                page.row(
                    row + step, [number, f"Realizar talleres de lectura grupo {number}", "Servicios Bibliotecarios"]
                )
                page.row(row + step, [date(2022, 12, 16), 10 + number, number, 2, 3, 4], "D")
                results = {"2022-Q1": str(number), "2022-Q2": "2", "2022-Q3": "3", "2022-Q4": "4"}
                activity = f"Realizar talleres de lectura grupo {number}"
                lines.append(
                    line(row + step, number=str(number), activity=activity, target=str(10 + number), results=results)
                )
            row += 5
    plans = [plan(lines, "Impresión", period_kind="quarter")]
    return truth("titles_again_in_the_middle.xlsx", "2023-01-16", plans, (), ["duplicate_number"])


@case
def budget_table_below(folder: Path) -> Truth:
    """Under the plan stands a budget table and beside it a small table of holidays: neither holds lines."""
    with Book(folder / "budget_table_below.xlsx") as book:
        page = book.page("Plan")
        page.put(1, "A", "PLAN DE ACCIÓN 2024 SECRETARÍA DE AGRICULTURA", "title")
        page.head(2, ["Actividad", "Indicador", "Meta", "Responsable", "Inicio", "Fin"])
        page.row(
            3, ["Asistir a productores de cacao", "Productores", 320, "UMATA", date(2024, 2, 1), date(2024, 11, 29)]
        )
        page.row(4, ["Vacunar hato bovino", "Animales", 15000, "UMATA", date(2024, 5, 2), date(2024, 12, 20)])
        page.put(7, "A", "PRESUPUESTO", "title")
        page.head(8, ["Rubro", "Fuente", "Apropiación", "Compromisos", "Pagos"])
        page.row(9, ["2.3.2.02.01", "SGP Propósito general", 450000000, 120000000, 80000000])
        page.row(10, ["2.3.2.02.02", "Recursos propios", 90000000, 12500000, 0])
        page.head(2, ["Festivo", "Nombre"], "I")
        page.row(3, [date(2024, 3, 28), "Jueves Santo"], "I")
        page.row(4, [date(2024, 3, 29), "Viernes Santo"], "I")
        page.row(5, [date(2024, 5, 1), "Día del Trabajo"], "I")
    lines = [
        line(
            3,
            activity="Asistir a productores de cacao",
            target="320",
            start="2024-02-01",
            due="2024-11-29",
            teams=["UMATA"],
        ),
        line(4, activity="Vacunar hato bovino", target="15000", start="2024-05-02", due="2024-12-20"),
    ]
    return truth("budget_table_below.xlsx", "2024-04-10", [plan(lines, "Plan")])


@case
def money_beside_the_goal(folder: Path) -> Truth:
    """Physical and money figures for each half-year: only the physical ones are results."""
    with Book(folder / "money_beside_the_goal.xlsx") as book:
        page = book.page("Plan de acción PDM")
        page.merge("A1:L1", "MUNICIPIO DE TRES ESQUINAS – SEGUIMIENTO PLAN DE ACCIÓN PLAN DE DESARROLLO 2025", "title")
        titles = ["Programa", "Meta de producto", "Indicador", "Meta física 2025", "Dependencia"]
        for column, title in zip("ABCDE", titles, strict=True):
            page.merge(f"{column}3:{column}4", title)
        page.merge("F3:H3", "SEMESTRE I")
        page.merge("I3:K3", "SEMESTRE II")
        page.head(4, ["Ejecución física", "Presupuesto apropiado", "Presupuesto comprometido"] * 2, "F")
        page.merge("L3:L4", "Fecha fin")
        page.row(
            5,
            ["Agua para todos", "Construir 3 acueductos veredales", "Acueductos construidos", 3, "Secretaría de Obras"],
        )
        page.row(5, [1, 850000000, 420000000, 0, 850000000, 0, date(2025, 12, 19)], "F")
        page.row(
            6, ["Agua para todos", "Optimizar 1 PTAP", "PTAP optimizada", 1, "Secretaría de Obras", 0.4, 300000000]
        )
        page.row(6, [150000000.5, 0, 300000000, 0, date(2025, 10, 31)], "H")
    lines = [
        line(
            5, indicator="Acueductos construidos", target="3", due="2025-12-19", results={"2025-S1": "1"}, programmed={}
        ),
        line(6, indicator="PTAP optimizada", target="1", results={"2025-S1": "0.4"}, teams=["Secretaría de Obras"]),
    ]
    return truth(
        "money_beside_the_goal.xlsx", "2025-07-14", [plan(lines, "Plan de acción PDM", period_kind="half_year")]
    )


@case
def merged_activity_over_two_indicators(folder: Path) -> Truth:
    """Item, activity, owner and dates merged over two indicator lines; the second item has a blank that is no merge."""
    with Book(folder / "merged_activity_over_two_indicators.xlsx") as book:
        page = book.page("PA")
        page.put(1, "A", "PLAN DE ACCIÓN 2024 – GESTIÓN DEL RIESGO DE DESASTRES", "title")
        page.head(2, ["ÍTEM", "ACTIVIDAD", "PRODUCTO", "INDICADOR", "META", "FECHA INICIO", "FECHA FIN", "RESPONSABLE"])
        page.head(2, ["T1", "T2", "T3", "T4"], "I")
        _merged(page, 3, 4, ["1", "1. Dotar el cuerpo de bomberos"], "AB", "cell")
        _merged(page, 3, 4, [date(2024, 2, 1), date(2024, 9, 30)], "FG", "dd/mm/yyyy")
        _merged(page, 3, 4, ["Gestión del Riesgo"], "H", "cell")
        page.row(3, ["Uniformes entregados", "Número de uniformes", 40], "C")
        page.row(3, [0, 40], "I")
        page.row(4, ["Máquina entregada", "Máquina adquirida", 1], "C")
        page.row(4, [0, 0.5], "I")
        page.row(
            5,
            [
                "2",
                "2. Elaborar el plan de contingencia",
                "Plan",
                "Plan elaborado",
                1,
                date(2024, 3, 1),
                date(2024, 6, 28),
            ],
        )
        page.row(5, ["Gestión del Riesgo", 0.3, 0.7], "H")
    lines = [
        line(
            3,
            number="1",
            activity="Dotar el cuerpo de bomberos",
            deliverable="Uniformes entregados",
            target="40",
            start="2024-02-01",
            due="2024-09-30",
            results={"2024-Q1": "0", "2024-Q2": "40"},
            teams=["Gestión del Riesgo"],
        ),
        line(
            4,
            number="1",
            activity="Dotar el cuerpo de bomberos",
            deliverable="Máquina entregada",
            target="1",
            start="2024-02-01",
            due="2024-09-30",
            results={"2024-Q1": "0", "2024-Q2": "0.5"},
            teams=["Gestión del Riesgo"],
        ),
        line(5, number="2", due="2024-06-28", results={"2024-Q1": "0.3", "2024-Q2": "0.7"}),
    ]
    plans = [plan(lines, "PA", period_kind="quarter")]
    absent = [issue("missing_deadline", 4), issue("missing_responsible", 4), issue("duplicate_number", 4)]
    return truth("merged_activity_over_two_indicators.xlsx", "2024-07-09", plans, (), absent)


def _merged(page: Page, first: int, last: int, values: list[object], columns: str, style: str) -> None:
    for column, value in zip(columns, values, strict=True):
        page.merge(f"{column}{first}:{column}{last}", value, style)
