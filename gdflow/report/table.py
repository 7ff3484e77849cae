"""A plain table on a sheet: titles, typed cells, widths, filter, frozen titles, pages that repeat them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from gdflow.report import book as house
from gdflow.report.cells import MANY_LINES, Cell
from gdflow.report.heights import height_of, lines_for, lines_in, room_of, row_height
from gdflow.report.looks import Looks, Value
from gdflow.report.page import Page

__all__ = [
    "Column",
    "Value",
    "cells_of",
    "finish_table",
    "set_widths",
    "write_columns",
    "write_rows",
    "write_titles",
]

LENGTH = itemgetter(Cell._fields.index("length"))


@dataclass(frozen=True, slots=True)
class Column:
    """A title and the width of what stands under it, in characters."""

    title: str
    width: float


def write_rows(page: Page, looks: Looks, first: int, columns: Sequence[Column], rows: Iterable[Sequence[Value]]) -> int:
    """A table whose titles stand in row `first` (0-based); returns the row after its last."""
    return write_columns(page, looks, first, columns, cells_of(looks, rows))


def cells_of(looks: Looks, rows: Iterable[Sequence[Value]]) -> list[list[Cell]]:
    """The cells of rows, column by column."""
    kinds = looks.kinds
    return [[kinds[type(value)](value) for value in values] for values in zip(*rows, strict=True)]


def write_columns(
    page: Page, looks: Looks, first: int, columns: Sequence[Column], cells: Sequence[Sequence[Cell]]
) -> int:
    """The same table, its cells given column by column; each row is as high as its texts need.

    A column without cells stays empty, and one rule frames it: an empty cell costs as much as a full one.
    """
    write_titles(page, looks, first, columns)
    lines = [1] * max(map(len, cells), default=0)
    for column, its in zip(columns, cells, strict=False):
        _count_lines(room_of(column.width), its, lines)
    page.write_table(first + 1, cells, [height_of(most) for most in lines])
    if lines and not all(cells):
        blank = {"type": "blanks", "format": looks.frame}
        page.conditional_format(first + 1, 0, first + len(lines), len(columns) - 1, blank)
    return first + 1 + len(lines)


def _count_lines(room: int, cells: Sequence[Cell], lines: list[int]) -> None:
    """`lines` learns how many each row takes. room: letters that stand side by side in the column."""
    lengths = list(map(LENGTH, cells))
    if max(lengths, default=0) <= room:
        return
    for place, length in enumerate(lengths):
        if length > room:
            needed = lines_for(length, room) if length < MANY_LINES else lines_in(str(cells[place].value), room)
            if needed > lines[place]:
                lines[place] = needed


def write_titles(page: Page, looks: Looks, row: int, columns: Sequence[Column]) -> None:
    """The titles, high enough to be read whole."""
    look = looks.of("heading")
    cells = [[looks.cell(house.cell_text(each.title), look)] for each in columns]
    # bold capitals are wider than text
    page.write_table(row, cells, [row_height(((each.title, each.width * 0.9) for each in columns), least=20)])


def set_widths(page: Page, columns: Sequence[Column]) -> None:
    """Give the columns their widths."""
    first = 0
    for width, alike in groupby(columns, key=lambda column: column.width):
        count = len(list(alike))
        page.set_column(first, first + count - 1, width)
        first += count


def finish_table(page: Page, titles: int, last: int, columns: int, *, header: str, footer: str) -> None:
    """Filter, frozen titles and pages of a sheet whose titles stand in row `titles` (0-based)."""
    page.autofilter(titles, 0, max(last, titles + 1), columns - 1)
    page.freeze_panes(titles + 1, 0)
    page.hide_gridlines(2)
    house.landscape(page, header=header, footer=footer, repeat=(titles, titles))
