"""A plain table on a sheet: titles, typed cells, widths, filter, frozen titles, pages that repeat them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

from gdflow.domain.consolidated import BOGOTA
from gdflow.domain.lights import Light
from gdflow.report import book as house
from gdflow.report.heights import height_of, lines_in, room_of, row_height
from gdflow.report.looks import Looks
from gdflow.report.page import Page, Shown

Value = str | int | Decimal | Fraction | date | datetime | Light | None
NO_FIGURE = "–"
# spreadsheets count days from here, so that 1 March 1900 is day 61
DAY_ZERO = datetime(1899, 12, 30)  # noqa: DTZ001  a cell's moment is local and has no zone
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Column:
    """A title and the width of what stands under it, in characters."""

    title: str
    width: float


def shown(looks: Looks, value: Value) -> Shown:
    """A value as a cell's text or number, and its format. People's text is only ever text; None is a dash."""
    return SHOWN[type(value)](looks, value)


def write_rows(page: Page, looks: Looks, first: int, columns: Sequence[Column], rows: Iterable[Sequence[Value]]) -> int:
    """A table whose titles stand in row `first` (0-based); returns the row after its last."""
    cells = [[shown(looks, value) for value in values] for values in zip(*rows, strict=True)]
    return write_columns(page, looks, first, columns, cells)


def write_columns(
    page: Page, looks: Looks, first: int, columns: Sequence[Column], cells: Sequence[Sequence[Shown]]
) -> int:
    """The same table, its cells given column by column; each row is as high as its texts need.

    A column without cells stays empty, and one rule frames it: an empty cell costs as much as a full one.
    """
    write_titles(page, looks, first, columns)
    lines = [1] * max(map(len, cells), default=0)
    for at, column in enumerate(cells):
        _write_column(page, first + 1, at, room_of(columns[at].width), column, lines)
    page.set_heights(first + 1, [height_of(most) for most in lines])
    if lines and not all(cells):
        blank = {"type": "blanks", "format": looks.frame}
        page.conditional_format(first + 1, 0, first + len(lines), len(columns) - 1, blank)
    return first + 1 + len(lines)


def _write_column(page: Page, first: int, at: int, room: int, cells: Sequence[Shown], lines: list[int]) -> None:
    """The cells of a column; `lines` learns how many each row takes. room: letters that stand side by side."""
    page.write_cells(first, at, cells)
    for place, (value, _) in enumerate(cells):
        if isinstance(value, str) and (len(value) > room or "\n" in value):
            lines[place] = max(lines[place], lines_in(value, room))


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


def _moment(looks: Looks, value: datetime) -> Shown:
    return (value.astimezone(BOGOTA).replace(tzinfo=None) - DAY_ZERO) / DAY, looks.of("moment")


# the exact type decides: a moment is also a date
SHOWN: Mapping[type, Callable[[Looks, Any], Shown]] = {
    str: lambda looks, text: (house.cell_text(text), looks.of("text")),
    type(None): lambda looks, _: (NO_FIGURE, looks.of("quiet")),
    Light: lambda looks, light: (light.text, looks.light(light.colour)),
    Fraction: lambda looks, share: (float(share), looks.percent(1)),
    int: lambda looks, count: (count, looks.of("count")),
    Decimal: lambda looks, figure: (float(figure), looks.of("figure")),
    date: lambda looks, day: (day.toordinal() - DAY_ZERO.toordinal(), looks.of("date")),
    datetime: _moment,
}
