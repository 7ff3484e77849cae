"""Territorial follow-up that counts more than the goal: people, money, words; sheets of their own for each quarter."""

from datetime import date
from pathlib import Path

from tests.corpus.builders import Book, Formula, Pct, Truth, case, issue, line, plan, truth


@case
def people_and_money_under_each_quarter(folder: Path) -> Truth:
    """Under each quarter: what was achieved, in words, for how many people, and with how much money."""
    with Book(folder / "people_and_money_under_each_quarter.xlsx") as book:
        page = book.page("Inclusión social")
        page.merge("A1:V1", "PLAN DE ACCIÓN 2025 SECRETARÍA DE INCLUSIÓN SOCIAL", "title")
        titles = ("Programa", "Actividad", "Meta 2025", "Responsable", "Finaliza")
        for letter, title in zip("ABCDE", titles, strict=True):
            page.merge(f"{letter}3:{letter}4", title)
        subs = ["Logro (cantidad)", "Descripción del logro", "Población beneficiada", "Valor ejecutado ($)"]
        for area, name in zip(
            ("F3:I3", "J3:M3", "N3:Q3", "R3:U3"), ("TRIM. I", "TRIM. II", "TRIM. III", "TRIM. IV"), strict=True
        ):
            page.merge(area, name)
        page.head(4, subs * 4, "F")
        page.row(5, ["Adulto mayor", "Entregar raciones", 1200, "Enlace Adulto Mayor", date(2025, 12, 20), 280])
        page.row(5, ["Se entregó en 3 veredas", 140, 42000000, 310, "Se cubrió el casco urbano", 155, 45500000], "G")
        page.row(6, ["Juventud", "Semana de la juventud", 1, "Enlace de Juventud", date(2025, 8, 30), None, None])
        page.row(6, [0, 0, 0, "En preparación", 0, 0], "H")
    lines = [
        line(5, target="1200", results={"2025-Q1": "280", "2025-Q2": "310"}, teams=["Enlace Adulto Mayor"]),
        line(6, target="1", results={"2025-Q2": "0"}, due="2025-08-30"),
    ]
    return truth("people_and_money_under_each_quarter.xlsx", "2025-07-10", [plan(lines, period_kind="quarter")])


@case
def physical_and_financial_shares(folder: Path) -> Truth:
    """Physical and financial progress of each quarter are both percentages: the physical one is the result."""
    with Book(folder / "physical_and_financial_shares.xlsx") as book:
        page = book.page("Hoja 1")
        page.put(1, "A", "PLAN DE ACCIÓN 2025 - SECRETARIA DE OBRAS PUBLICAS", "title")
        head = ["PROYECTO", "ACTIVIDAD", "META", "RESPONSABLE", "FECHA FIN"]
        for number in ("I", "II", "III", "IV"):
            head += [f"% AVANCE FINANCIERO {number} TRIM", f"% AVANCE FÍSICO {number} TRIM"]
        page.head(3, head)
        page.row(4, ["Plaza de mercado", "Construir cubierta", Pct(1), "Supervisor de obra", date(2025, 10, 31)])
        page.row(4, [Pct(0.3), Pct(0.1), Pct(0.5), Pct(0.35)], "F")
        page.row(5, ["Coliseo", "Instalar gradería", Pct(1), "Supervisor de obra", date(2025, 12, 15)])
        page.row(5, [Pct(0), Pct(0), Pct(0.4), Pct(0.2)], "F")
    lines = [
        line(4, target="1", target_unit="percent", results={"2025-Q1": "0.1", "2025-Q2": "0.35"}),
        line(5, results={"2025-Q1": "0", "2025-Q2": "0.2"}, due="2025-12-15", teams=["Supervisor de obra"]),
    ]
    return truth("physical_and_financial_shares.xlsx", "2025-07-10", [plan(lines, period_kind="quarter")])


@case
def a_sheet_for_each_quarter(folder: Path) -> Truth:
    """The quarter stands in the sheet's name: the same activities with what was programmed and done in it."""
    done = {"I TRIMESTRE": ([3, 10], [3, 8]), "II TRIMESTRE": ([3, 10], [2, 13])}
    with Book(folder / "a_sheet_for_each_quarter.xlsx") as book:
        for name, (planned, made) in done.items():
            page = book.page(name)
            page.put(1, "A", f"PERSONERÍA MUNICIPAL - SEGUIMIENTO PLAN DE ACCIÓN 2025 - {name}", "title")
            page.head(3, ["No.", "Actividad", "Meta anual", "Programado", "Ejecutado", "%", "Responsable", "Fecha fin"])
            works = [("Brigadas jurídicas", 12, "Personero"), ("Tutelas asesoradas", 40, "Auxiliar")]
            for index, (text, goal, team) in enumerate(works):
                share = Pct(made[index] / planned[index])
                row = [index + 1, text, goal, planned[index], made[index], share, team, date(2025, 12, 31)]
                page.row(4 + index, row)
    lines = [
        line(4, target="12", results={"2025-Q1": "3", "2025-Q2": "2"}),
        line(5, target="40", results={"2025-Q1": "8", "2025-Q2": "13"}, teams=["Auxiliar"]),
    ]
    return truth("a_sheet_for_each_quarter.xlsx", "2025-07-10", [plan(lines, period_kind="quarter")])


@case
def total_on_top_and_two_of_four(folder: Path) -> Truth:
    """The grand total is the first row; results are told as «2 de 4»; who answers stands with a stroke between."""
    with Book(folder / "total_on_top_and_two_of_four.xlsx") as book:
        page = book.page("Gobierno")
        page.put(1, "A", "Plan de acción vigencia 2025. Secretaría de Gobierno y Convivencia", "title")
        head = ["Id", "Actividades", "Meta", "Responsables", "Fecha de finalización"]
        page.head(2, [*head, "1er trim.", "2º trim.", "3er trim.", "4º trim.", "Observación general"])
        page.row(3, [None, "TOTAL SECRETARÍA", 116, None, None, 26, 25, 0, 0])
        page.row(4, ["G1", "Operativos de espacio público", 100, "Inspección de Policía / Secretaría de Gobierno"])
        page.row(4, [date(2025, 12, 31), 25, 22], "E")
        page.row(5, ["G2", "Comités de orden público", 12, "Secretaría de Gobierno", date(2025, 12, 31)])
        page.row(5, ["1 de 3", "2 de 3", None, None, "Falta uno"], "F")
        page.row(6, ["G3", "Consejos de paz", 4, "Enlace de paz", date(2025, 11, 30), 0, "1 "])
    lines = [
        line(4, number="G1", target="100", results={"2025-Q1": "25", "2025-Q2": "22"}),
        line(5, target="12", results={}, teams=["Secretaría de Gobierno"]),
        line(6, target="4", results={"2025-Q1": "0", "2025-Q2": "1"}, teams=["Enlace de paz"]),
    ]
    wanted = [issue("two_teams", 4), issue("unreadable_value", 5, cell="F5")]
    return truth("total_on_top_and_two_of_four.xlsx", "2025-07-10", [plan(lines, period_kind="quarter")], wanted)


@case
def four_rows_with_no_merging(folder: Path) -> Truth:
    """A row for each quarter, everything written out again on each; the quarters are «Trimestre 1»… or «T1»…"""
    with Book(folder / "four_rows_with_no_merging.xlsx") as book:
        page = book.page("base")
        page.head(1, ["VIGENCIA", "SECRETARIA", "COD_META", "META_PRODUCTO", "PERIODO", "PROGRAMADO", "EJECUTADO"])
        page.head(1, ["UNIDAD_MEDIDA", "FECHA_FIN"], "H")
        goals = [("Salud", "M01", "Realizar brigadas", "Brigadas", [(2, 2), (2, 1), (2, None), (2, None)])]
        goals += [("Cultura", "M02", "Festival de teatro", "Festival", [(0, 0), (1, 1), (0, None), (0, None)])]
        row = 2
        for team, code, text, unit, figures in goals:
            for number, (planned, made) in enumerate(figures, start=1):
                page.row(row, [2025, f"Secretaría de {team}", code, text, f"T{number}", planned, made, unit])
                page.put(row, "I", date(2025, 12, 31))
                row += 1
    lines = [
        line(2, results={"2025-Q1": "2", "2025-Q2": "1"}, teams=["Secretaría de Salud"], due="2025-12-31"),
        line(6, results={"2025-Q1": "0", "2025-Q2": "1"}, programmed={"2025-Q2": "1"}),
    ]
    return truth("four_rows_with_no_merging.xlsx", "2025-07-10", [plan(lines, period_kind="quarter")])


@case
def average_of_each_quarter_between(folder: Path) -> Truth:
    """Shares of each quarter against the goal: a formula row averages each secretariat, in the activity's column."""
    with Book(folder / "average_of_each_quarter_between.xlsx") as book:
        page = book.page("PA consolidado")
        page.put(1, "A", "SEGUIMIENTO PLAN DE ACCIÓN CONSOLIDADO 2025", "title")
        page.head(3, ["Secretaría", "Actividad", "Meta", "Fecha fin", "% T1", "% T2", "% T3", "% T4", "% AÑO"])
        page.merge("A4:A6", "Hacienda", "cell")
        page.row(4, ["Fiscalizar contribuyentes", 200, date(2025, 12, 31), Pct(0.2), Pct(0.3)], "B")
        page.put(4, "I", Pct(0.5))
        page.row(5, ["Depurar cartera", 50, date(2025, 9, 30), Pct(0.1), Pct(0.1), None, None, Pct(0.2)], "B")
        page.row(6, ["Promedio Hacienda", None, None, Formula("=AVERAGE(E4:E5)", 0.15, "0%"), Pct(0.2)], "B")
        page.merge("A7:A8", "Planeación", "cell")
        page.row(7, ["Expedir licencias", 90, date(2025, 12, 31), Pct(0.25), Pct(0.25), None, None, Pct(0.5)], "B")
        page.row(8, ["Promedio Planeación", None, None, Pct(0.25), Pct(0.25)], "B")
        page.row(9, ["PROMEDIO TOTAL ALCALDÍA", None, None, None, Pct(0.2), Pct(0.225)], "A")
    lines = [
        line(4, target="200", due="2025-12-31", teams=["Hacienda"]),
        line(5, target="50", due="2025-09-30", teams=["Hacienda"]),
        line(7, target="90", teams=["Planeación"]),
    ]
    expected = plan(lines, period_kind="quarter")
    return truth("average_of_each_quarter_between.xlsx", "2025-07-10", [expected], [issue("share_of_count")])
