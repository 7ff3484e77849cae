"""Territorial plans that hold two of everything: two goals, two years, two blocks of months."""

from datetime import date
from pathlib import Path

from tests.corpus.builders import Book, Formula, Pct, Truth, case, issue, line, plan, truth

YEARS = ("2024-Y", "2025-Y", "2026-Y", "2027-Y")


@case
def goals_of_result_and_of_product(folder: Path) -> Truth:
    """Each row holds the goal of result above it and its own of product, both with indicator, base line and goal."""
    with Book(folder / "goals_of_result_and_of_product.xlsx") as book:
        page = book.page("MATRIZ PLAN INDICATIVO")
        page.merge("A1:Q1", "ALCALDÍA MUNICIPAL - PLAN INDICATIVO 2024-2027", "title")
        page.merge("A3:A4", "EJE")
        page.merge("B3:B4", "PROGRAMA")
        page.merge("C3:E3", "METAS DE RESULTADO")
        page.head(4, ["INDICADOR DE RESULTADO", "LÍNEA BASE", "META RESULTADO"], "C")
        page.merge("F3:J3", "METAS DE PRODUCTO")
        page.head(4, ["CÓDIGO MGA", "INDICADOR DE PRODUCTO", "UNIDAD", "LÍNEA BASE", "META PRODUCTO"], "F")
        page.merge("K3:N3", "PROGRAMACIÓN CUATRIENIO")
        page.head(4, [2024, 2025, 2026, 2027], "K")
        page.merge("O3:O4", "EJECUTADO 2024")
        page.merge("P3:P4", "EJECUTADO 2025")
        page.merge("Q3:Q4", "SECTORIAL RESPONSABLE")
        page.merge("A5:A7", "Eje 1. Bienestar", "cell")
        page.merge("B5:B6", "Salud pública", "cell")
        for letter, value in zip("CDE", ("Cobertura de vacunación", Pct(0.88), Pct(0.95)), strict=True):
            page.merge(f"{letter}5:{letter}6", value.value if isinstance(value, Pct) else value, "0%")
        page.row(5, ["1905054", "Jornadas realizadas", "Número", 4, 16, 4, 4, 4, 4, 4, 3, "Sec. de Salud"], "F")
        page.row(6, ["1905019", "Personas capacitadas", "Número", 250, 1200, 300, 300, 300, 300, 280, 341], "F")
        page.put(6, "Q", "Sec. de Salud")
        page.row(7, ["Educación", "Tasa de deserción", Pct(0.045), Pct(0.03), "2201070", "Kits entregados"], "B")
        page.row(7, ["Número", 0, 4000, 1000, 1000, 1000, 1000, 950, 1010, "Sec. de Educación"], "H")
    lines = [
        line(
            5,
            indicator="Jornadas realizadas",
            target="16",
            target_unit="count",
            programmed=dict.fromkeys(YEARS, "4"),
            results={"2024-Y": "4", "2025-Y": "3"},
            teams=["Sec. de Salud"],
            extra={"baseline": "4", "unit": "Número", "path_has": ["Salud pública"]},
        ),
        line(6, indicator="Personas capacitadas", target="1200", results={"2024-Y": "280", "2025-Y": "341"}),
        line(7, indicator="Kits entregados", target="4000", extra={"baseline": "0"}, teams=["Sec. de Educación"]),
    ]
    return truth("goals_of_result_and_of_product.xlsx", "2026-01-20", [plan(lines, period_kind="year")])


@case
def total_under_the_programmed_years(folder: Path) -> Truth:
    """The four years' goal is the TOTAL under the programmed years; another TOTAL adds up what was done."""
    with Book(folder / "total_under_the_programmed_years.xlsx") as book:
        page = book.page("Seguimiento PDM")
        page.put(1, "A", "SEGUIMIENTO AL PLAN DE DESARROLLO MUNICIPAL 2024-2027", "title")
        for letter, title in zip("ABC", ("DIMENSIÓN", "META DE PRODUCTO", "RESPONSABLE"), strict=True):
            page.merge(f"{letter}3:{letter}4", title)
        page.merge("D3:H3", "PROGRAMADO")
        page.merge("I3:M3", "EJECUTADO")
        page.head(4, ["2024", "2025", "2026", "2027", "TOTAL"] * 2, "D")
        page.merge("N3:N4", "% AVANCE CUATRIENIO")
        page.row(5, ["Social", "Construir parques biosaludables", "Planeación", 1, 2, 2, 1])
        page.row(5, [Formula("=SUM(D5:G5)", 6), 1, 1, None, None, Formula("=SUM(I5:L5)", 2)], "H")
        page.row(5, [Formula("=M5/H5", 0.3333, "0%")], "N")
        page.row(6, ["Económica", "Apoyar asociaciones rurales", "Agricultura", 5, 10, 10, 5])
        page.row(6, [Formula("=SUM(D6:G6)", 30), 6, 9, None, None, Formula("=SUM(I6:L6)", 15)], "H")
        page.row(6, [Formula("=M6/H6", 0.5, "0%")], "N")
        page.row(7, ["PROMEDIO GENERAL"])
        page.row(7, [Formula("=AVERAGE(N5:N6)", 0.4167, "0%")], "N")
    lines = [
        line(
            5,
            activity="Construir parques biosaludables",
            target="6",
            programmed=dict(zip(YEARS, ("1", "2", "2", "1"), strict=True)),
            results={"2024-Y": "1", "2025-Y": "1"},
            teams=["Planeación"],
        ),
        line(6, target="30", results={"2024-Y": "6", "2025-Y": "9"}, teams=["Agricultura"]),
    ]
    return truth("total_under_the_programmed_years.xlsx", "2026-01-15", [plan(lines, period_kind="year")])


@case
def cuts_that_are_dates(folder: Path) -> Truth:
    """The cuts are dates typed in the titles; a hidden row of field names and a column of checks stand around."""
    with Book(folder / "cuts_that_are_dates.xlsx") as book:
        page = book.page("Matriz")
        page.put(1, "A", "GOBERNACIÓN - MATRIZ DE SEGUIMIENTO PLAN DE ACCIÓN", "title")
        page.row(2, ["cod_meta", "nom_meta", "und", "prog_anual", "c1", "c2", "c3", "c4", "dep", "fin", "val"])
        page.hide_row(2)
        for letter, title in zip("ABCD", ("COD.", "META", "U. MEDIDA", "PROGRAMADO 2025"), strict=True):
            page.merge(f"{letter}3:{letter}4", title)
        page.merge("E3:H3", "AVANCE FÍSICO CON CORTE A:")
        days = [date(2025, 3, 31), date(2025, 6, 30), date(2025, 9, 30), date(2025, 12, 31)]
        page.row(4, days, "E")
        for letter, title in zip("IJK", ("DEPENDENCIA", "FECHA FINAL", "VALIDACIÓN"), strict=True):
            page.merge(f"{letter}3:{letter}4", title)
        page.row(5, ["M.12", "Asistir municipios en catastro", "Municipios", 24, 5, 7, None, None, "Sec. Planeación"])
        page.row(5, [date(2025, 12, 15), Formula('=IF(SUM(E5:H5)<=D5,"OK","REVISAR")', "OK")], "J")
        page.row(6, ["M.13", "Adjudicar baldíos", "Títulos", 150, 22, 41, None, None, "Sec. Agricultura"])
        page.row(6, [date(2025, 11, 30), Formula('=IF(SUM(E6:H6)<=D6,"OK","REVISAR")', "OK")], "J")
    lines = [
        line(5, number="M.12", target="24", results={"2025-Q1": "5", "2025-Q2": "7"}, teams=["Sec. Planeación"]),
        line(6, target="150", results={"2025-Q1": "22", "2025-Q2": "41"}, due="2025-11-30"),
    ]
    return truth("cuts_that_are_dates.xlsx", "2025-07-15", [plan(lines, period_kind="quarter")])


@case
def dependencies_in_two_cells(folder: Path) -> Truth:
    """Between the tables of one sheet stand «DEPENDENCIA:» and its name, side by side, and each one's subtotal."""
    head = ["#", "Actividad", "Meta", "Trim I", "Trim II", "Trim III", "Trim IV", "Total", "Fecha fin"]
    blocks = [("SECRETARÍA DE SALUD", [("Jornadas de salud", 8, 2, 3), ("Visitas", 40, 10, 12)])]
    blocks += [("OFICINA DE DEPORTES", [("Torneos barriales", 4, 1, 1)])]
    blocks += [("ALMACÉN MUNICIPAL", [("Inventarios", 2, 0, 1), ("Bajas de bienes", 1, 0, 0)])]
    lines: list[Truth] = []
    with Book(folder / "dependencies_in_two_cells.xlsx") as book:
        page = book.page("2025")
        page.put(1, "A", "MUNICIPIO DE AGUA LINDA - PLANES DE ACCIÓN 2025", "title")
        row = 3
        for office, works in blocks:
            page.put(row, "A", "DEPENDENCIA:")
            page.merge(f"B{row}:D{row}", office, "cell")
            page.head(row + 1, head)
            for offset, (text, goal, one, two) in enumerate(works):
                at = row + 2 + offset
                page.row(at, [offset + 1, text, goal, one, two, None, None, one + two, date(2025, 12, 20)])
                results = {"2025-Q1": str(one), "2025-Q2": str(two)}
                lines.append(line(at, activity=text, target=str(goal), results=results, teams=[office]))
            row += 2 + len(works)
            page.row(row, [None, f"SUBTOTAL {office}", sum(work[1] for work in works), 0, 0])
            row += 2
    return truth("dependencies_in_two_cells.xlsx", "2025-07-10", [plan(lines, period_kind="quarter")])


@case
def last_year_beside_this_one(folder: Path) -> Truth:
    """What was done last year stands before this year's goal, whose figure opens a sentence."""
    with Book(folder / "last_year_beside_this_one.xlsx") as book:
        page = book.page("PLAN 2025")
        page.put(1, "B", "COMISARÍA DE FAMILIA - PLAN DE ACCIÓN 2025", "title")
        head = ["N.", "ACTIVIDAD", "EJECUTADO 2024", "META 2025", "INDICADOR", "I TRIMESTRE 2025", "II TRIMESTRE 2025"]
        page.head(3, [*head, "III TRIMESTRE 2025", "IV TRIMESTRE 2025", "ACUMULADO 2025", "VENCE"], "B")
        page.row(4, [1, "Talleres de prevención", 11, "12 talleres (1 mensual)", "Talleres", 3, 2, None, None, 5], "B")
        page.put(4, "L", date(2025, 12, 19))
        page.row(5, [2, "Atender denuncias", Pct(0.97), "100% de las denuncias", "Denuncias", Pct(1), Pct(0.99)], "B")
        page.row(5, [Pct(0.995), date(2025, 12, 31)], "K")
        page.row(6, [3, "Documento de ruta", 0, "1 (un) documento", "Documento", 0, 1, None, None, 1], "B")
        page.put(6, "L", date(2025, 6, 30))
    lines = [
        line(4, number="1", target=None, results={"2025-Q1": "3", "2025-Q2": "2"}, due="2025-12-19"),
        line(5, target="1", target_unit="percent", results={"2025-Q1": "1", "2025-Q2": "0.99"}),
        line(6, target="1", target_unit="count", results={"2025-Q1": "0", "2025-Q2": "1"}, due="2025-06-30"),
    ]
    wanted, absent = (
        [issue("unreadable_value", 4, cell="E4")],
        [issue("result_mismatch", 4), issue("unreadable_value", 6)],
    )
    return truth("last_year_beside_this_one.xlsx", "2025-07-10", [plan(lines, period_kind="quarter")], wanted, absent)


@case
def letters_of_months_twice(folder: Path) -> Truth:
    """E F M A M J J A S O N D under PROGRAMADO, and again under EJECUTADO."""
    with Book(folder / "letters_of_months_twice.xlsx") as book:
        page = book.page("ASEO")
        page.put(1, "A", "EMPRESA DE ASEO E.S.P. PLAN DE ACCIÓN OPERATIVO AÑO 2025", "title")
        for letter, title in zip("ABCD", ("Proceso", "Actividad", "Cant.", "Cargo responsable"), strict=True):
            page.merge(f"{letter}3:{letter}4", title)
        page.merge("E3:P3", "PROGRAMADO")
        page.merge("Q3:AB3", "EJECUTADO")
        page.head(4, list("EFMAMJJASOND") * 2, "E")
        page.row(5, ["Operativo", "Rutas de recolección", 312, "Jefe operativo", *[26] * 12, 26, 24, 26, 25])
        page.row(6, ["Comercial", "Visitas a suscriptores", 60, "Jefe comercial", *[5] * 12, 5, 4, 0, 7])
    months = [f"2025-M{n:02}" for n in range(1, 13)]
    lines = [
        line(
            5,
            target="312",
            programmed=dict.fromkeys(months, "26"),
            results=dict(zip(months, ("26", "24", "26", "25"), strict=False)),
            teams=["Jefe operativo"],
        ),
        line(6, target="60", results=dict(zip(months, ("5", "4", "0", "7"), strict=False))),
    ]
    return truth("letters_of_months_twice.xlsx", "2025-05-10", [plan(lines, period_kind="month")])
