"""Calendars of small offices whose months are parted in weeks."""

from pathlib import Path

from tests.corpus.builders import Book, Truth, case, column_name, issue, line, plan, truth
from tests.corpus.fourth_towns import MONTHS


@case
def safety_weeks_crossed(folder: Path) -> Truth:
    """An SST calendar: four weeks under each month, crosses in the weeks, a column of who and one of resources."""
    columns = [f"{a}{b}" for a in ("", "A") for b in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]
    with Book(folder / "safety_weeks_crossed.xlsx") as book:
        page = book.page("Cronograma SST")
        page.merge("A1:AZ1", "EMPRESA DE ASEO Y ALCANTARILLADO DE LA UNIÓN E.S.P.", "title")
        page.merge("A2:AZ2", "PLAN DE TRABAJO ANUAL EN SEGURIDAD Y SALUD EN EL TRABAJO 2025", "title")
        for letter, title in zip("ABCD", ("No.", "ACTIVIDAD", "RESPONSABLE", "RECURSOS"), strict=True):
            page.merge(f"{letter}4:{letter}5", title)
        for index, month in enumerate(MONTHS):
            first = 4 + index * 4
            page.merge(f"{columns[first]}4:{columns[first + 3]}4", month)
            page.head(5, [1, 2, 3, 4], columns[first])
        page.row(6, [1, "Evaluación inicial del SG-SST", "Profesional SST", "Humanos"])
        page.put(6, columns[4 + 1], "X")
        page.row(7, [2, "Exámenes médicos periódicos", "Talento Humano", "Financieros"])
        for place in (4 * 4 + 4, 4 * 4 + 6, 5 * 4 + 5):  # first and third week of May, second of June
            page.put(7, columns[place], "X")
        page.row(8, [3, "Simulacro nacional", "Brigada de Emergencias", "Humanos"])
        page.put(8, columns[9 * 4 + 4 + 3], "x")
    lines = [
        line(
            6,
            number="1",
            activity="Evaluación inicial del SG-SST",
            teams=["Profesional SST"],
            due="2025-01-31",
            results={},
        ),
        line(7, number="2", teams=["Talento Humano"], start="2025-05-01", due="2025-06-30", results={}),
        line(8, number="3", teams=["Brigada de Emergencias"], start="2025-10-01", due="2025-10-31", results={}),
    ]
    return truth("safety_weeks_crossed.xlsx", "2025-02-20", [plan(lines, period_kind="month")])


@case
def weeks_by_their_letters(folder: Path) -> Truth:
    """«S1» to «S4» under each month are its weeks, no half-years; «P» and «E» say what was programmed and done."""
    with Book(folder / "weeks_by_their_letters.xlsx") as book:
        page = book.page("Plan de trabajo")
        page.merge("A1:Z1", "E.S.E. CENTRO DE SALUD SAN JOSÉ - CRONOGRAMA DE CAPACITACIONES 2025", "title")
        for letter, title in zip("ABC", ("Ítem", "Capacitación", "Responsable"), strict=True):
            page.merge(f"{letter}3:{letter}4", title)
        for index, month in enumerate(MONTHS):
            first = 3 + index * 4
            page.merge(f"{column_name(first)}3:{column_name(first + 3)}3", month.title())
            page.head(4, ["S1", "S2", "S3", "S4"], column_name(first))
        page.row(5, [1, "Lavado de manos", "Enfermera Jefe"])
        page.put(5, column_name(3 + 1 * 4 + 1), "X")
        page.put(5, column_name(3 + 7 * 4 + 2), "X")
        page.row(6, [2, "Humanización del servicio", "Trabajadora Social"])
        page.put(6, column_name(3 + 4 * 4 + 3), "X")
    lines = [
        line(
            5,
            activity="Lavado de manos",
            teams=["Enfermera Jefe"],
            start="2025-02-01",
            due="2025-08-31",
            results={},
        ),
        line(6, teams=["Trabajadora Social"], start="2025-05-01", due="2025-05-31", results={}),
    ]
    return truth("weeks_by_their_letters.xlsx", "2025-01-31", [plan(lines, period_kind="month")])


@case
def weeks_sem_and_done(folder: Path) -> Truth:
    """«SEM 1» to «SEM 4» under the months, two rows each: what was programmed and what was executed."""
    with Book(folder / "weeks_sem_and_done.xlsx") as book:
        page = book.page("Cronograma")
        page.merge("A1:Z1", "INSTITUTO DE DEPORTES - PLAN DE TRABAJO SG-SST 2025", "title")
        for letter, title in zip("ABCD", ("N°", "ACTIVIDAD", "RESPONSABLE", "P/E"), strict=True):
            page.merge(f"{letter}3:{letter}4", title)
        for index, month in enumerate(MONTHS):
            first = 4 + index * 4
            page.merge(f"{column_name(first)}3:{column_name(first + 3)}3", month)
            page.head(4, ["SEM 1", "SEM 2", "SEM 3", "SEM 4"], column_name(first))
        works = [("Inspección de escenarios", "COPASST", [0, 2, 21], [0, 2])]
        works.append(("Pausas activas", "Talento Humano", [8, 9, 30], [8]))
        for offset, (text, team, planned, done) in enumerate(works):
            top = 5 + offset * 2
            for letter, value in zip("ABC", (offset + 1, text, team), strict=True):
                page.merge(f"{letter}{top}:{letter}{top + 1}", value, "cell")
            page.put(top, "D", "P")
            page.put(top + 1, "D", "E")
            for week in planned:
                page.put(top, column_name(4 + week), "X")
            for week in done:
                page.put(top + 1, column_name(4 + week), "X")
    lines = [
        line(
            5,
            activity="Inspección de escenarios",
            teams=["COPASST"],
            due="2025-06-30",
            programmed={"2025-M01": "2", "2025-M06": "1"},
            results={"2025-M01": "2"},
        ),
        line(7, due="2025-08-31", programmed={"2025-M03": "2", "2025-M08": "1"}, results={"2025-M03": "1"}),
    ]
    wanted = [issue("crosses_counted", 6), issue("crosses_counted", 8)]
    return truth("weeks_sem_and_done.xlsx", "2025-04-10", [plan(lines, period_kind="month")], wanted)


@case
def weeks_without_their_names(folder: Path) -> Truth:
    """Each month is merged over four columns that no title names; the crosses stand in any of them."""
    with Book(folder / "weeks_without_their_names.xlsx") as book:
        page = book.page("PINAR")
        page.put(1, "A", "ARCHIVO MUNICIPAL - CRONOGRAMA DE ACTIVIDADES PINAR 2025", "title")
        page.head(3, ["ACTIVIDAD", "RESPONSABLE"])
        for index, month in enumerate(MONTHS):
            page.merge(f"{column_name(2 + index * 4)}3:{column_name(5 + index * 4)}3", month)
        page.row(4, ["Elaborar inventarios documentales", "Archivo Central"])
        page.row(5, ["Transferencias primarias", "Secretaría General"])
        for row, week in ((4, 2 + 1 * 4 + 1), (4, 2 + 3 * 4 + 3), (5, 2 + 8 * 4), (5, 2 + 9 * 4 + 2)):
            page.put(row, column_name(week), "X")
    lines = [
        line(
            4,
            activity="Elaborar inventarios documentales",
            teams=["Archivo Central"],
            start="2025-02-01",
            due="2025-04-30",
            results={},
        ),
        line(5, teams=["Secretaría General"], start="2025-09-01", due="2025-10-31", results={}),
    ]
    return truth("weeks_without_their_names.xlsx", "2025-01-31", [plan(lines)], absent=["title_twice"])


@case
def weeks_with_counts(folder: Path) -> Truth:
    """Counts instead of crosses in the weeks of each month, programmed and executed in two rows."""
    with Book(folder / "weeks_with_counts.xlsx") as book:
        page = book.page("Plan SST")
        page.merge("A1:Z1", "ACUEDUCTO DE LA SIERRA E.S.P. - PLAN ANUAL DE TRABAJO SST 2025", "title")
        for letter, title in zip("ABCDE", ("N°", "ACTIVIDAD", "RESPONSABLE", "META", "P/E"), strict=True):
            page.merge(f"{letter}3:{letter}4", title)
        for index, month in enumerate(MONTHS):
            first = 5 + index * 4
            page.merge(f"{column_name(first)}3:{column_name(first + 3)}3", month)
            page.head(4, ["1", "2", "3", "4"], column_name(first))
        for letter, value in zip("ABCD", (1, "Inspeccionar extintores", "Almacén", 6), strict=True):
            page.merge(f"{letter}5:{letter}6", value, "cell")
        page.row(5, ["P", 1, None, 2, None, None, 1], "E")
        page.row(6, ["E", 1, None, 1, None, None, 1], "E")
        page.put(5, column_name(5 + 5 * 4 + 1), 2)
        for letter, value in zip("ABCD", (2, "Entregar dotación", "Talento Humano", 3), strict=True):
            page.merge(f"{letter}7:{letter}8", value, "cell")
        page.put(7, "E", "P")
        page.put(8, "E", "E")
        for week in (3, 16, 32):
            page.put(7, column_name(5 + week), 1)
        page.put(8, column_name(5 + 3), 1)
    lines = [
        line(
            5,
            activity="Inspeccionar extintores",
            teams=["Almacén"],
            target="6",
            programmed={"2025-M01": "3", "2025-M02": "1", "2025-M06": "2"},
            results={"2025-M01": "2", "2025-M02": "1"},
        ),
        line(
            7,
            target="3",
            programmed={"2025-M01": "1", "2025-M05": "1", "2025-M09": "1"},
            results={"2025-M01": "1"},
        ),
    ]
    return truth("weeks_with_counts.xlsx", "2025-04-10", [plan(lines, period_kind="month")])
