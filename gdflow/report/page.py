"""The sheets of a workbook: the library's own, quick with texts and numbers, which are nearly all that a report holds.

Of each of a book's hundred thousand cells the library asks by several calls where it stands and what it is; that alone
is a third of the time that a book takes. The bytes are the library's own: a test writes a book both ways.
"""

from collections.abc import Sequence
from functools import cache
from typing import Any

from xlsxwriter.utility import xl_col_to_name  # type: ignore[import-untyped]  # the library ships no types
from xlsxwriter.worksheet import (  # type: ignore[import-untyped]  # the library ships no types
    CellNumberTuple,
    CellStringTuple,
    Worksheet,
)

# the library's formats carry no types
Format = Any
Shown = tuple[str | float, Format]
"""What stands in a cell, a text or a number, and how it looks."""

letters = cache(xl_col_to_name)
BLOCK = 16
"""So many rows share what the file says of their width."""


class Page(Worksheet):  # type: ignore[misc]  # the library ships no types
    """A sheet of a workbook."""

    def write_cells(self, first: int, column: int, cells: Sequence[Shown]) -> None:
        """Write texts and numbers below one another, the first in row `first` (0-based); texts at most 32,767 long."""
        if not cells:
            return
        self._check_dimensions(first, column)
        self._check_dimensions(first + len(cells) - 1, column)
        table, shared = self.table, self.str_table._get_shared_string_index
        for row, (value, look) in enumerate(cells, first):
            text = isinstance(value, str)
            table[row][column] = CellStringTuple(shared(value), look) if text else CellNumberTuple(value, look)

    def _write_cell(self, row: int, col: int, cell: Any) -> None:
        kind, look = type(cell), cell.format
        if look and kind is CellStringTuple:
            place = f'r="{letters(col)}{row + 1}" s="{look._get_xf_index()}"'
            self.fh.write(f'<c {place} t="s"><v>{cell.string}</v></c>')
        elif look and kind is CellNumberTuple:
            place = f'r="{letters(col)}{row + 1}" s="{look._get_xf_index()}"'
            self.fh.write(f"<c {place}><v>{cell.number:.16G}</v></c>")
        else:
            super()._write_cell(row, col, cell)

    def _calculate_spans(self) -> None:
        # The library asks of each place of the sheet whether a cell stands there.
        widths: dict[int, set[int]] = {}
        for row, cells in self.table.items():
            if cells:
                widths.setdefault(row // BLOCK, set()).update((min(cells), max(cells)))
        self.row_spans = {block: f"{min(ends) + 1}:{max(ends) + 1}" for block, ends in widths.items()}
