"""The sheet of the data's quality: how complete and timely each team's reports are, and what came back."""

from collections.abc import Sequence
from fractions import Fraction

from gdflow.domain.quality import Quality
from gdflow.report.book import Book
from gdflow.report.looks import Looks
from gdflow.report.table import Column, Value, finish_table, set_widths, write_rows
from gdflow.spanish.numbers import rounded
from gdflow.spanish.periods import period_label, period_short

SHEET = "Calidad del dato"
METHOD = (
    "Completitud: reportes recibidos de los esperados. Oportunidad: recibidos hasta la fecha límite del período, de "
    "los esperados; una prórroga no mueve esa fecha. Retraso: mediana de los días hábiles de los que llegaron tarde."
)
COLUMNS = (
    Column("Equipo", 48),
    Column("Período", 11),
    Column("Reportes esperados", 11),
    Column("Recibidos", 11),
    Column("A tiempo", 11),
    Column("Completitud", 12),
    Column("Oportunidad", 12),
    Column("Retraso (días hábiles)", 12),
    Column("Envíos", 10),
    Column("Devueltos", 11),
    Column("Devueltos por envío", 12),
    Column("Archivos rechazados", 12),
    Column("Por qué se rechazaron", 60),
)
TITLES = 2


def write_quality(book: Book, looks: Looks, found: Sequence[Quality], *, period: str, entity: str) -> None:
    """One row for each team and period, and the last for all of them."""
    page = book.add_worksheet(SHEET)
    page.write_string(0, 0, f"{SHEET} · {period_label(period)}", looks.of("title"))
    page.write_string(1, 0, METHOD, looks.of("plain"))
    set_widths(page, COLUMNS)
    end = write_rows(page, looks, TITLES, COLUMNS, map(_row, found))
    finish_table(page, TITLES, end - 1, len(COLUMNS), header=entity, footer=SHEET)


def _row(each: Quality) -> tuple[Value, ...]:
    refused = "\n".join(f"{of.files}: {of.why}" for of in each.refused)
    return (
        *(each.team, period_short(each.period) if each.period else None),
        *(each.expected, each.received, each.timely, each.completeness, each.timeliness, _decimal(each.median_late)),
        *(each.submissions, each.returns, _decimal(each.returns_per_submission), each.files, refused or None),
    )


def _decimal(mean: Fraction | None) -> Value:
    """A mean as a figure and not as a share; two places, as people read it."""
    return None if mean is None else rounded(mean, 2)
