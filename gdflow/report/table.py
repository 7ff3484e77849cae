"""A plain table on a sheet: titles, typed cells, widths, filter, frozen titles, pages that repeat them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

from gdflow.domain.consolidated import BOGOTA
from gdflow.domain.lights import Light
from gdflow.report import book as house
from gdflow.report.book import Page
from gdflow.report.heights import row_height
from gdflow.report.looks import Looks

Value = str | int | Decimal | Fraction | date | datetime | Light | None
NO_FIGURE = "–"


@dataclass(frozen=True, slots=True)
class Column:
    """A title and the width of what stands under it, in characters."""

    title: str
    width: float


def write_cell(page: Page, looks: Looks, row: int, column: int, value: Value) -> None:
    """A value in the cell type that it is. People's text is only ever text; None is a dash."""
    if isinstance(value, str):
        page.write_string(row, column, house.cell_text(value), looks.of("text"))
    elif value is None:
        page.write_string(row, column, NO_FIGURE, looks.of("quiet"))
    elif isinstance(value, Light):
        page.write_string(row, column, value.text, looks.light(value.colour))
    elif isinstance(value, Fraction):
        page.write_number(row, column, float(value), looks.percent(1))
    elif isinstance(value, date):
        _write_moment(page, looks, row, column, value)
    else:
        page.write_number(row, column, value, looks.of("count" if isinstance(value, int) else "figure"))


def write_rows(page: Page, looks: Looks, first: int, columns: Sequence[Column], rows: Iterable[Sequence[Value]]) -> int:
    """A table whose titles stand in row `first` (0-based); returns the row after its last."""
    write_titles(page, looks, first, columns)
    row = first
    for row, values in enumerate(rows, start=first + 1):
        for column, value in enumerate(values):
            write_cell(page, looks, row, column, value)
        texts = ((value, columns[at].width) for at, value in enumerate(values) if isinstance(value, str))
        page.set_row(row, row_height(texts))
    return row + 1


def write_titles(page: Page, looks: Looks, row: int, columns: Sequence[Column]) -> None:
    """The titles, high enough to be read whole."""
    for column, each in enumerate(columns):
        page.write_string(row, column, house.cell_text(each.title), looks.of("heading"))
    # bold capitals are wider than text
    page.set_row(row, row_height(((each.title, each.width * 0.9) for each in columns), least=20))


def set_widths(page: Page, columns: Sequence[Column]) -> None:
    """Give the columns their widths."""
    for column, each in enumerate(columns):
        page.set_column(column, column, each.width)


def finish_table(page: Page, titles: int, last: int, columns: int, *, header: str, footer: str) -> None:
    """Filter, frozen titles and pages of a sheet whose titles stand in row `titles` (0-based)."""
    page.autofilter(titles, 0, max(last, titles + 1), columns - 1)
    page.freeze_panes(titles + 1, 0)
    page.hide_gridlines(2)
    house.landscape(page, header=header, footer=footer, repeat=(titles, titles))


def _write_moment(page: Page, looks: Looks, row: int, column: int, value: date) -> None:
    if isinstance(value, datetime):
        page.write_datetime(row, column, value.astimezone(BOGOTA).replace(tzinfo=None), looks.of("moment"))
    else:
        page.write_datetime(row, column, value, looks.of("date"))
