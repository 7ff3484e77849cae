"""Calendars and plans of towns with ranks of months, days of months alone, and running percentages."""

from datetime import date
from pathlib import Path

from tests.corpus.builders import Book, Pct, Shown, Truth, case, line, plan, truth


@case
def months_by_their_numbers(folder: Path) -> Truth:
    """«MES» over 1 to 12, crosses below; a column of frequency before them."""
    with Book(folder / "months_by_their_numbers.xlsx") as book:
        page = book.page("Plan SST")
        page.merge("A1:P1", "IMDER - PLAN ANUAL DE TRABAJO SST - AÑO 2025", "title")
        for letter, title in zip("ABCD", ("N°", "ACTIVIDAD", "RESPONSABLE", "FRECUENCIA"), strict=True):
            page.merge(f"{letter}3:{letter}4", title)
        page.merge("E3:P3", "MES")
        page.head(4, list(range(1, 13)), "E")
        page.row(5, [1, "Inspección de botiquines", "Brigada", "Trimestral", None, None, "X", None, None, "X"])
        page.row(5, [None, None, "X", None, None, "X"], "K")
        page.row(6, [2, "Rendición de cuentas del SG-SST", "Responsable SST", "Anual", *[None] * 11, "X"])
    lines = [
        line(
            5,
            number="1",
            activity="Inspección de botiquines",
            teams=["Brigada"],
            start="2025-03-01",
            due="2025-12-31",
            results={},
        ),
        line(6, number="2", start="2025-12-01", due="2025-12-31", results={}),
    ]
    return truth("months_by_their_numbers.xlsx", "2025-02-05", [plan(lines, period_kind="month")])


@case
def months_as_dates_of_excel(folder: Path) -> Truth:
    """The deadline typed «jun-25» and kept by the program as the first of the month; start likewise."""
    with Book(folder / "months_as_dates_of_excel.xlsx") as book:
        page = book.page("PETI")
        page.merge("A1:F1", "ALCALDÍA DE PUERTO NUEVO - PETI 2025 - PLAN DE ACCIÓN", "title")
        page.head(3, ["Proyecto", "Actividad", "Inicio", "Fin", "Responsable", "% Avance"])
        page.row(4, ["Conectividad", "Instalar zonas wifi", Shown(date(2025, 3, 1), "mmm-yy")])
        page.row(4, [Shown(date(2025, 9, 1), "mmm-yy"), "Oficina TIC", Pct(0.35)], "D")
        page.row(5, ["Seguridad", "Adquirir antivirus", Shown(date(2025, 2, 1), "mmm-yy")])
        page.row(5, [Shown(date(2025, 4, 1), "mmm-yy"), "Oficina TIC", Pct(1)], "D")
    lines = [
        line(
            4,
            activity="Instalar zonas wifi",
            start="2025-03-01",
            due="2025-09-30",
            teams=["Oficina TIC"],
            results={"cut": "0.35"},
        ),
        line(5, start="2025-02-01", due="2025-04-30", results={"cut": "1"}),
    ]
    return truth("months_as_dates_of_excel.xlsx", "2025-06-05", [plan(lines)])


@case
def quarters_named_in_a_cell(folder: Path) -> Truth:
    """«Trimestre de ejecución» holds «II» or «I, II, III y IV»; a mark says whether it was done."""
    with Book(folder / "quarters_named_in_a_cell.xlsx") as book:
        page = book.page("PA")
        page.merge("A1:F1", "CONCEJO MUNICIPAL - PLAN DE ACCIÓN 2025", "title")
        page.head(3, ["No.", "ACTIVIDAD", "RESPONSABLE", "TIEMPO DE EJECUCIÓN", "META", "CUMPLIMIENTO"])
        page.row(4, [1, "Elegir mesa directiva", "Plenaria", "I Trimestre", 1, "100%"])
        page.row(5, [2, "Debatir el presupuesto", "Comisión Segunda", "IV Trimestre 2025", 1, "0%"])
        page.row(6, [3, "Actualizar el reglamento", "Comisión Primera", "Segundo semestre", 1, "0%"])
    lines = [
        line(4, number="1", activity="Elegir mesa directiva", due="2025-03-31", teams=["Plenaria"]),
        line(5, number="2", start="2025-10-01", due="2025-12-31", teams=["Comisión Segunda"]),
        line(6, number="3", start="2025-07-01", due="2025-12-31"),
    ]
    return truth("quarters_named_in_a_cell.xlsx", "2025-06-05", [plan(lines)])


@case
def running_shares_of_the_year(folder: Path) -> Truth:
    """What is programmed runs 25, 50, 75, 100; what was reached stands in «Acumulado a…»."""
    with Book(folder / "running_shares_of_the_year.xlsx") as book:
        page = book.page("POA")
        page.merge("A1:L1", "INSTITUTO DE CULTURA Y TURISMO - POA 2025", "title")
        for letter, title in zip("ABCD", ("Proceso", "Actividad", "Meta", "Responsable"), strict=True):
            page.merge(f"{letter}3:{letter}4", title)
        page.merge("E3:H3", "Programación acumulada")
        page.merge("I3:L3", "Avance acumulado")
        page.head(4, ["Marzo", "Junio", "Septiembre", "Diciembre"] * 2, "E")
        page.row(5, ["Fomento", "Convocatoria de estímulos", Pct(1), "Fomento Cultural"])
        page.row(5, [Pct(0.25), Pct(0.5), Pct(0.75), Pct(1), Pct(0.2), Pct(0.55)], "E")
        page.row(6, ["Bibliotecas", "Dotar bibliotecas", Pct(1), "Red de Bibliotecas"])
        page.row(6, [0, Pct(0.3), Pct(0.6), Pct(1), 0, Pct(0.3)], "E")
    lines = [
        line(
            5,
            activity="Convocatoria de estímulos",
            target="1",
            teams=["Fomento Cultural"],
            programmed={"2025-Q1": "0.25", "2025-Q2": "0.5", "2025-Q3": "0.75", "2025-Q4": "1"},
            results={"2025-Q1": "0.2", "2025-Q2": "0.55"},
        ),
        line(6, teams=["Red de Bibliotecas"], results={"2025-Q1": "0", "2025-Q2": "0.3"}),
    ]
    return truth("running_shares_of_the_year.xlsx", "2025-07-10", [plan(lines, period_kind="quarter")])


@case
def team_and_its_head(folder: Path) -> Truth:
    """The office in one column and the post of who signs in another; both cuts with amount and share."""
    with Book(folder / "team_and_its_head.xlsx") as book:
        page = book.page("Plan de Acción")
        page.merge("A1:K1", "ALCALDÍA DE LAS PALMAS - PLAN DE ACCIÓN 2025", "title")
        head = ["DEPENDENCIA RESPONSABLE", "CARGO DEL RESPONSABLE", "ACTIVIDAD", "CANTIDAD PROGRAMADA", "UNIDAD"]
        head += ["FECHA INICIAL", "FECHA FINAL", "CANTIDAD EJECUTADA A 30 DE JUNIO", "% EJECUTADO A 30 DE JUNIO"]
        page.head(3, [*head, "CANTIDAD EJECUTADA A 31 DE DICIEMBRE", "% EJECUTADO A 31 DE DICIEMBRE"])
        page.row(4, ["Secretaría de Agricultura", "Profesional Universitario", "Asistencia técnica", 200, "Visitas"])
        page.row(4, [date(2025, 2, 3), date(2025, 12, 12), 96, Pct(0.48)], "F")
        page.row(5, ["Secretaría de Cultura", "Técnico Administrativo", "Festival de música", 1, "Evento"])
        page.row(5, [date(2025, 6, 1), date(2025, 10, 31), 0, 0], "F")
    lines = [
        line(
            4,
            activity="Asistencia técnica",
            target="200",
            start="2025-02-03",
            due="2025-12-12",
            teams=["Secretaría de Agricultura"],
            results={"2025-S1": "96"},
            extra={"unit": "Visitas"},
        ),
        line(5, target="1", due="2025-10-31", teams=["Secretaría de Cultura"], results={"2025-S1": "0"}),
    ]
    return truth("team_and_its_head.xlsx", "2025-07-10", [plan(lines, period_kind="half_year")])


@case
def months_over_two_years(folder: Path) -> Truth:
    """An improvement plan's calendar that goes from October to March under its two years."""
    with Book(folder / "months_over_two_years.xlsx") as book:
        page = book.page("Cronograma")
        page.merge("A1:I1", "ESE CENTRO HOSPITAL - PLAN DE MEJORA SUA - CRONOGRAMA", "title")
        for letter, title in zip("ABC", ("No.", "Acción de mejora", "Responsable"), strict=True):
            page.merge(f"{letter}3:{letter}4", title)
        page.merge("D3:F3", 2024)
        page.merge("G3:I3", 2025)
        page.head(4, ["Oct", "Nov", "Dic", "Ene", "Feb", "Mar"], "D")
        page.row(5, [1, "Actualizar guías clínicas", "Subgerencia Científica", None, "X", "X", "X"])
        page.row(6, [2, "Socializar guías", "Coordinador Médico", *[None] * 4, "X", "X"])
    lines = [
        line(
            5,
            number="1",
            activity="Actualizar guías clínicas",
            teams=["Subgerencia Científica"],
            start="2024-11-01",
            due="2025-01-31",
            results={},
        ),
        line(6, number="2", start="2025-02-01", due="2025-03-31", results={}),
    ]
    return truth("months_over_two_years.xlsx", "2024-10-20", [plan(lines, period_kind="month")])
