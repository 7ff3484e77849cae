"""The sheets of a workbook: the library's own, quick with texts and numbers, which are nearly all that a report holds.

Of each of a book's hundred thousand cells the library asks by several calls where it stands and what it is; that alone
is a third of the time that a book takes. The bytes are the library's own: a test writes a book both ways.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from xlsxwriter.url import Url  # type: ignore[import-untyped]  # the library ships no types
from xlsxwriter.utility import xl_col_to_name  # type: ignore[import-untyped]  # the library ships no types
from xlsxwriter.worksheet import (  # type: ignore[import-untyped]  # the library ships no types
    CellNumberTuple,
    CellStringTuple,
    RowInfo,
    Worksheet,
)

# the library's formats carry no types
Format = Any
Shown = tuple[str | float, Format]
"""What stands in a cell, a text or a number, and how it looks."""

BLOCK = 16
"""So many rows share what the file says of their width."""
MAX_LINKS = 65_000
"""A little less than spreadsheets read of one sheet."""
PIXELS_PER_POINT, POINTS_PER_PIXEL = 4.0 / 3.0, 0.75


@dataclass
class Tall(RowInfo):  # type: ignore[misc]  # the library ships no types
    """A row of which nothing but its height is said. told: its height as the file says it."""

    told: str = ""


class Page(Worksheet):  # type: ignore[misc]  # the library ships no types
    """A sheet of a workbook."""

    def write_cells(self, first: int, column: int, cells: Sequence[Shown]) -> None:
        """Write texts and numbers below one another, the first in row `first` (0-based); texts at most 32,767 long."""
        if not cells:
            return
        self._check_dimensions(first, column)
        self._check_dimensions(first + len(cells) - 1, column)
        table, shared, new = self.table, self.str_table._get_shared_string_index, tuple.__new__
        for row, cell in enumerate(cells, first):
            value, look = cell
            if isinstance(value, str):
                table[row][column] = new(CellStringTuple, (shared(value), look))
            else:
                table[row][column] = new(CellNumberTuple, cell)

    def set_heights(self, first: int, heights: Sequence[float]) -> None:
        """Set the heights of rows below one another, in points; each must hold a cell."""
        for row, height in enumerate(heights, first):
            self.row_info[row] = info = _tall(height)
            self.row_sizes[row] = [info.height, False]

    def link(self, row: int, column: int, place: str, tip: str) -> None:
        """Let a cell lead to a place of the book, as "'Fuentes'!A5"; what stands in it is written by itself."""
        if len(self.hyperlinks) < MAX_LINKS:
            self.hyperlinks[row][column] = link = Url(f"internal:{place}")
            link._text, link.tip = "", tip

    def _write_rows(self) -> None:
        self._calculate_spans()
        letters = [xl_col_to_name(column) for column in range((self.dim_colmax or 0) + 1)]
        for row in sorted({*self.table, *self.row_info, *self.comments}):
            if self.table[row]:
                self._begin_row(row, self.row_info.get(row))
                self._write_cells(row + 1, self.table[row], letters)
                self._xml_end_tag("row")
            elif row in self.row_info or self.comments[row]:
                self._write_row(row, self.row_spans.get(row // BLOCK), self.row_info.get(row), empty_row=True)

    def _begin_row(self, row: int, info: RowInfo | None) -> None:
        span = self.row_spans[row // BLOCK]
        if isinstance(info, Tall) and info.height != self.original_row_height:
            self.fh.write(f'<row r="{row + 1}" spans="{span}"{info.told}>')
        else:
            self._write_row(row, span, info)

    def _write_cells(self, number: int, cells: dict[int, Any], letters: Sequence[str]) -> None:
        write = self.fh.write
        for column in sorted(cells):
            cell = cells[column]
            kind, look = type(cell), cell.format
            if look and kind is CellStringTuple:
                style = look.xf_index or look._get_xf_index()
                write(f'<c r="{letters[column]}{number}" s="{style}" t="s"><v>{cell.string}</v></c>')
            elif look and kind is CellNumberTuple:
                style = look.xf_index or look._get_xf_index()
                write(f'<c r="{letters[column]}{number}" s="{style}"><v>{cell.number:.16G}</v></c>')
            else:
                self._write_cell(number - 1, column, cell)

    def _calculate_spans(self) -> None:
        # The library asks of each place of the sheet whether a cell stands there.
        widths: dict[int, set[int]] = {}
        for row, cells in self.table.items():
            if cells:
                widths.setdefault(row // BLOCK, set()).update((min(cells), max(cells)))
        self.row_spans = {block: f"{min(ends) + 1}:{max(ends) + 1}" for block, ends in widths.items()}


def forget(page: Worksheet) -> None:
    """Let go of what a sheet holds, once it is written.

    A book and its sheets know each other: the collector alone would find the cells, and walk through all of them.
    """
    for held in (page.table, page.row_info, page.row_sizes, page.hyperlinks):
        held.clear()


@cache
def _tall(height: float) -> Tall:
    pixels = int(height * PIXELS_PER_POINT + 0.5)
    return Tall(pixels, told=f' ht="{pixels * POINTS_PER_PIXEL:.16g}" customHeight="1"')
