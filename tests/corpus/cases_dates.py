"""Days in every form, days that can be read in two ways, windows reversed or missing."""

from datetime import date
from pathlib import Path

from tests.corpus.builders import HEAD, Book, Shown, Truth, case, issue, line, plan, truth


@case
def dates_in_every_form(folder: Path) -> Truth:
    """One row for each way in which people write a day; the order day-month is proven by several of them."""
    forms: list[tuple[object, str]] = [
        (date(2023, 11, 30), "2023-11-30"),
        ("30/11/2023", "2023-11-30"),
        ("30-11-2023", "2023-11-30"),
        ("30.11.2023", "2023-11-30"),
        ("2023-11-30", "2023-11-30"),
        ("2023/11/30", "2023-11-30"),
        ("30-nov-23", "2023-11-30"),
        ("30-Nov-23", "2023-11-30"),
        ("30/nov/2023", "2023-11-30"),
        ("15-ene-23", "2023-01-15"),
        ("15-Jan-23", "2023-01-15"),
        ("31-dic-2023", "2023-12-31"),
        ("31 de diciembre de 2023", "2023-12-31"),
        ("31 de Diciembre del 2023", "2023-12-31"),
        ("Diciembre 31 de 2023", "2023-12-31"),
        ("viernes, 29 de septiembre de 2023", "2023-09-29"),
        ("29 de setiembre de 2023", "2023-09-29"),
        ("28-02-23", "2023-02-28"),
        ("1 de abril de 2023", "2023-04-01"),
        ("31-Aug-2023", "2023-08-31"),
        ("31 ago. 2023", "2023-08-31"),
        (Shown(date(2023, 8, 31), '[$-240A]d" de "mmmm" de "yyyy;@'), "2023-08-31"),
        (Shown(date(2023, 8, 31), "[$-C0A]d-mmm-yy;@"), "2023-08-31"),
        ("30/11/2023 ", "2023-11-30"),
    ]
    lines: list[Truth] = []
    with Book(folder / "dates_in_every_form.xlsx") as book:
        page = book.page("Fechas")
        page.put(1, "A", "PLAN DE ACCIÓN 2023 – TODAS LAS DEPENDENCIAS", "title")
        page.head(2, ["No.", "Actividad", "Responsable", "Fecha final", "Meta"])
        for index, (written, day) in enumerate(forms):
            page.row(
                3 + index,
                [index + 1, f"Entregar el informe mensual de la dependencia {index + 1}", "Planeación", written, 1],
            )
            lines.append(line(3 + index, number=str(index + 1), due=day))
    return truth(
        "dates_in_every_form.xlsx", "2023-02-10", [plan(lines, "Fechas")], (), ["ambiguous_date", "missing_deadline"]
    )


@case
def ambiguous_dates(folder: Path) -> Truth:
    """Every day is 12 or less and nothing in the document tells the order: each such date must be asked about."""
    with Book(folder / "ambiguous_dates.xlsx") as book:
        page = book.page("Plan")
        page.put(1, "A", "PLAN DE ACCIÓN OFICINA DE SISTEMAS", "title")
        page.head(2, ["No.", "Actividad", "Responsable", "Fecha inicio", "Fecha final", "Meta"])
        page.row(3, [1, "Renovar licencias de ofimática", "Sistemas", "02/03/2023", "05/06/2023", 80])
        page.row(4, [2, "Migrar el correo institucional", "Sistemas", "04/05/2023", "10/11/2023", 1])
        page.row(5, [3, "Actualizar la sede electrónica", "Sistemas", date(2023, 2, 1), date(2023, 12, 1), 1])
    lines = [line(3, number="1"), line(4, number="2"), line(5, start="2023-02-01", due="2023-12-01")]
    issues = [issue("ambiguous_date", 3), issue("ambiguous_date", 4)]
    return truth("ambiguous_dates.xlsx", "2023-04-10", [plan(lines, "Plan")], issues, [issue("ambiguous_date", 5)])


@case
def month_first_dates(folder: Path) -> Truth:
    """A sheet made with an English office: month first, proven by 12/31/2023 and 1/16/2023."""
    with Book(folder / "month_first_dates.xlsx") as book:
        page = book.page("Plan")
        page.put(1, "A", "PLAN DE ACCIÓN COOPERACIÓN INTERNACIONAL 2023", "title")
        page.head(2, ["No.", "Actividad", "Responsable", "Fecha inicio", "Fecha final", "Meta"])
        page.row(3, [1, "Suscribir memorandos de entendimiento", "Cooperación", "1/16/2023", "12/31/2023", 3])
        page.row(4, [2, "Organizar misión académica", "Cooperación", "2/28/2023", "11/15/2023", 1])
    lines = [line(3, start="2023-01-16", due="2023-12-31"), line(4, start="2023-02-28", due="2023-11-15")]
    return truth("month_first_dates.xlsx", "2023-04-10", [plan(lines, "Plan")])


@case
def windows_and_owners_missing(folder: Path) -> Truth:
    """A window that ends before it starts, no deadline, 'Permanente', no owner, and a day that does not exist."""
    with Book(folder / "windows_and_owners_missing.xlsx") as book:
        page = book.page("PLAN 2024")
        page.put(1, "A", "PLAN DE ACCIÓN 2024 SECRETARÍA DE TURISMO", "title")
        page.head(2, HEAD)
        page.row(3, [1, "Certificar playas", 2, date(2024, 6, 1), date(2024, 3, 31), "Turismo", 0, 1])
        page.row(4, [2, "Promocionar el destino", 5, date(2024, 2, 1), None, "Turismo", 1, 1])
        page.row(5, [3, "Señalizar senderos", 8, date(2024, 2, 1), date(2024, 10, 31), None, 2, 2])
        page.row(6, [4, "Atender el punto de información", 12, date(2024, 1, 2), "Permanente", "Turismo", 3, 3])
        page.row(7, [5, "Realizar feria gastronómica", 1, date(2024, 5, 2), "31/11/2024", "Turismo", 0, 0])
    lines = [
        line(3, number="1", teams=["Turismo"]),
        line(4, number="2", start="2024-02-01", due=None),
        line(5, number="3", due="2024-10-31"),
        line(6, number="4", due=None),
        line(7, number="5", due=None),
    ]
    issues = [issue("window_reversed", 3), issue("missing_deadline", 4), issue("missing_responsible", 5)]
    issues.append(issue("unreadable_value", 7, cell="E7"))
    absent = [issue("missing_responsible", 4), issue("missing_deadline", 3)]
    plans = [plan(lines, "PLAN 2024", period_kind="quarter")]
    return truth("windows_and_owners_missing.xlsx", "2024-07-09", plans, issues, absent)
