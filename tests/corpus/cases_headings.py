"""Headings that office programs and habits make: dates as titles, two years of quarters, cards, offices as sheets."""

from datetime import date
from pathlib import Path

from tests.corpus.builders import Book, Pct, Shown, Truth, case, line, plan, truth


@case
def phva_with_blanks_below(folder: Path) -> Truth:
    """Item, criterion and cycle stand only on the first row of their group, without any merge; titles are broken."""
    with Book(folder / "phva_with_blanks_below.xlsx") as book:
        page = book.page("Política")
        page.put(1, "A", "DISTRITO PORTUARIO · PLAN DE ACCIÓN POLÍTICA DE SEGURIDAD DIGITAL", "title")
        page.row(2, ["Nombre de la política", None, "Política de seguridad digital"])
        titles = ["ITEM", "CRITERIOS DIFERENCIALES", "CICLO DE PROCESO P: Planear H: Hacer V: Verificar A: Actuar"]
        titles += ["ACTIVIDAD", "PRODUCTO", "FECHA INICIO", "FECHA FINAL", "RESPONSABLE", "META DEL INDICADOR"]
        page.head(4, titles)
        page.merge("J4:M4", 2023)
        page.head(5, [f"RES ULT AD O TRI ME STR E {n}" for n in (1, 2, 3, 4)], "J")
        page.head(4, ["RESULTADO"], "N")
        days = [date(2023, 1, 2), date(2023, 12, 29)]
        page.row(
            6,
            ["1", "Gestión de riesgos", "P: Planear", "1. Definir el alcance del MSPI", "Documento", *days, "CISO", 1],
        )
        page.row(6, [1, 0, 0, 0, Pct(1)], "J")
        page.row(7, ["2. Identificar activos", "Matriz", *days, "CISO", 4, 1, 1, 0, 0, Pct(0.5)], "D")
        page.row(
            8, ["H: Hacer", "3. Implementar controles", "Informe", *days, "Redes", 10, 2, 0.5, 0, 0, Pct(0.25)], "C"
        )
        page.row(
            9,
            ["2", "Cultura", "V: Verificar", "4. Medir la cultura", "Encuesta", *days, "Talento Humano", 2, 0, 1, 0, 0],
        )
        page.put(9, "N", Pct(0.5))
    risk = {"path_has": ["Gestión de riesgos"]}
    lines = [
        line(
            6,
            number="1",
            activity="Definir el alcance del MSPI",
            extra={"stage": "P", **risk},
            results={"2023-Q1": "1", "2023-Q2": "0"},
        ),
        line(7, number="2", target="4", extra={"stage": "P", **risk}, results={"2023-Q1": "1", "2023-Q2": "1"}),
        line(8, number="3", teams=["Redes"], extra={"stage": "H", **risk}, results={"2023-Q1": "2", "2023-Q2": "0.5"}),
        line(9, number="4", extra={"stage": "V", "path_has": ["Cultura"]}, results={"2023-Q1": "0", "2023-Q2": "1"}),
    ]
    return truth("phva_with_blanks_below.xlsx", "2023-07-11", [plan(lines, "Política", period_kind="quarter")])


@case
def months_that_became_dates(folder: Path) -> Truth:
    """Someone typed ene-24 as a title and the program made it a date: the titles are day cells shown as mmm-yy."""
    with Book(folder / "months_that_became_dates.xlsx") as book:
        page = book.page("Mensual")
        page.put(1, "A", "PLAN DE ACCIÓN – DIRECCIÓN DE SALUD PÚBLICA", "title")
        page.head(3, ["No.", "Actividad", "Responsable", "Fecha fin", "Meta"])
        page.row(3, [Shown(date(2024, month, 1), "mmm-yy") for month in range(1, 13)], "F")
        page.row(4, [1, "Vigilar brotes", "Epidemiología", date(2024, 12, 31), 60, 5, 4, 6, 0], "A")
        page.row(5, [2, "Vacunar menores de cinco años", "PAI", date(2024, 11, 29), 1800, 150.5, 149.5, 200], "A")
    lines = [
        line(4, number="1", target="60", results={"2024-M01": "5", "2024-M02": "4", "2024-M03": "6"}),
        line(5, number="2", target="1800", results={"2024-M01": "150.5", "2024-M02": "149.5", "2024-M03": "200"}),
    ]
    return truth("months_that_became_dates.xlsx", "2024-04-10", [plan(lines, "Mensual", period_kind="month")])


@case
def quarters_of_two_years(folder: Path) -> Truth:
    """A plan that runs over two fiscal years: 2024 stands over T3 and T4, 2025 over T1 to T4."""
    with Book(folder / "quarters_of_two_years.xlsx") as book:
        page = book.page("Plan de trabajo")
        page.put(1, "A", "PLAN DE ACCIÓN INTERINSTITUCIONAL DE HUMEDALES", "title")
        for column, title in zip(
            "ABCDE", ["N.º", "Acción", "Entidad responsable", "Fecha inicio", "Fecha fin"], strict=True
        ):
            page.merge(f"{column}3:{column}4", title)
        page.merge("F3:G3", 2024)
        page.merge("H3:K3", 2025)
        page.head(4, ["T3", "T4", "T1", "T2", "T3", "T4"], "F")
        page.row(
            5, [1, "Delimitar humedales", "Corporación Autónoma", date(2024, 7, 2), date(2025, 9, 30), 1, 2, 3, 0, 0, 0]
        )
        page.row(
            6, [2, "Restaurar rondas", "Secretaría de Ambiente", date(2024, 10, 1), date(2025, 12, 15), None, 4, 0, 0]
        )
    lines = [
        line(5, number="1", results={"2024-Q3": "1", "2024-Q4": "2", "2025-Q1": "3"}, due="2025-09-30"),
        line(6, number="2", results={"2024-Q4": "4", "2025-Q1": "0"}, teams=["Secretaría de Ambiente"]),
    ]
    return truth("quarters_of_two_years.xlsx", "2025-04-11", [plan(lines, "Plan de trabajo", period_kind="quarter")])


@case
def deadlines_of_one_column(folder: Path) -> Truth:
    """One column PLAZO for the whole window, each cell in its own words."""
    forms = [
        ("Del 1 de febrero al 30 de noviembre de 2024", "2024-02-01", "2024-11-30"),
        ("01/02/2024 - 15/06/2024", "2024-02-01", "2024-06-15"),
        ("Desde el 15/01/2024 hasta el 31/10/2024", "2024-01-15", "2024-10-31"),
        ("Entre el 20 de marzo de 2024 y el 20 de junio de 2024", "2024-03-20", "2024-06-20"),
        ("Hasta el 31 de diciembre de 2024", None, "2024-12-31"),
        ("A más tardar el 30/09/2024", None, "2024-09-30"),
    ]
    lines: list[Truth] = []
    with Book(folder / "deadlines_of_one_column.xlsx") as book:
        page = book.page("Plan")
        page.put(1, "A", "INSTITUTO MUNICIPAL DE VIVIENDA – PLAN DE ACCIÓN 2024", "title")
        page.head(2, ["No.", "Actividad", "Responsable", "Plazo de ejecución", "Meta"])
        for index, (text, start, due) in enumerate(forms):
            page.row(
                3 + index, [index + 1, f"Adelantar la fase {index + 1} del programa de vivienda", "Vivienda", text, 1]
            )
            lines.append(line(3 + index, number=str(index + 1), start=start, due=due))
    return truth(
        "deadlines_of_one_column.xlsx", "2024-01-20", [plan(lines, "Plan")], (), ["ambiguous_date", "missing_deadline"]
    )


@case
def indicator_card(folder: Path) -> Truth:
    """A hoja de vida: labels with their values beside them, then a small table of the year's quarters."""
    with Book(folder / "indicator_card.xlsx") as book:
        page = book.page("IND-07")
        page.merge("A1:F1", "HOJA DE VIDA DEL INDICADOR", "title")
        page.row(3, ["Proceso", "Gestión Financiera", None, "Código", "IND-07"])
        page.row(4, ["Nombre del indicador", "Ejecución presupuestal de gastos"])
        page.row(5, ["Objetivo del indicador", "Medir los compromisos frente a la apropiación"])
        page.row(6, ["Fórmula", "(Compromisos / Apropiación) * 100", None, "Unidad de medida", "Porcentaje"])
        page.row(7, ["Línea base", Pct(0.88), None, "Meta", Pct(0.95)])
        page.row(8, ["Tipo de acumulación", "Flujo", None, "Periodicidad", "Trimestral"])
        page.row(9, ["Responsable", "Dirección Financiera", None, "Vigencia", 2024])
        page.head(11, ["Periodo", "Numerador", "Denominador", "Resultado", "Análisis"])
        page.rows(12, [["Trimestre I", 210, 1000, Pct(0.21)], ["Trimestre II", 480, 1000, Pct(0.48)]])
        page.rows(14, [["Trimestre III"], ["Trimestre IV"]])
    facts = {"baseline": "0.88", "numerator": {"2024-Q1": "210", "2024-Q2": "480"}}
    facts_of_line = line(
        None,
        indicator="Ejecución presupuestal de gastos",
        target="0.95",
        target_unit="percent",
        results={"2024-Q1": "0.21", "2024-Q2": "0.48"},
        teams=["Dirección Financiera"],
        extra=facts,
    )
    plans = [plan([facts_of_line], "IND-07", kind="indicator_sheet", period_kind="quarter")]
    return truth("indicator_card.xlsx", "2024-07-15", plans)


@case
def a_sheet_for_each_office(folder: Path) -> Truth:
    """The same layout on three sheets, one for each office, and a sheet of figures that counts them."""
    offices = {
        "GOBIERNO": "Secretaría de Gobierno",
        "HACIENDA": "Secretaría de Hacienda",
        "SALUD": "Secretaría de Salud",
    }
    plans: list[Truth] = []
    with Book(folder / "a_sheet_for_each_office.xlsx") as book:
        for index, (sheet, team) in enumerate(offices.items()):
            page = book.page(sheet)
            page.put(1, "A", f"PLAN DE ACCIÓN 2025 - {team.upper()}", "title")
            page.head(3 + index, ["No", "Actividad", "Meta", "Responsable", "Fecha límite", "Trim. 1", "Trim. 2"])
            page.row(4 + index, [1, f"Rendir informe de {sheet.lower()}", 4, team, date(2025, 12, 12), 1, 0])
            page.row(5 + index, [2, f"Atender peticiones de {sheet.lower()}", "100%", team, date(2025, 12, 31), "100%"])
            lines = [
                line(4 + index, number="1", target="4", teams=[team], results={"2025-Q1": "1"}),
                line(5 + index, number="2", target="1", target_unit="percent", results={"2025-Q1": "1"}),
            ]
            plans.append(plan(lines, sheet, kind="action_plan", period_kind="quarter"))
        total = book.page("CONSOLIDADO")
        total.head(1, ["Dependencia", "No. de actividades", "% de cumplimiento"])
        total.rows(2, [[team, 2, Pct(0.6)] for team in offices.values()])
    return truth("a_sheet_for_each_office.xlsx", "2025-05-06", plans, (), ["duplicate_number"])
