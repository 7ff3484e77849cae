"""The sheets of a workbook: the library's own, but for tables, whose rows are written as the file says them.

The library asks of each cell by several calls where it stands and what it is; for a table that alone would be a third
of the time that a book takes. Titles, widths, filters, pages, rules and charts are the library's.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from xlsxwriter.worksheet import (  # type: ignore[import-untyped]  # the library ships no types
    CellNumberTuple,
    CellStringTuple,
    Worksheet,
)

from gdflow.report.cells import Cell, Format, letters_of, pixels_of, rows_of

__all__ = ["MAX_LINKS", "Format", "Page"]

MAX_LINKS = 65_000
"""A little less than spreadsheets read of one sheet."""


# the sheets of a book ask the same of their cells, and the library looks for 130 functions in each formula
@lru_cache(maxsize=1024)
def _spelled(formula: str, future: bool) -> str:
    """A formula as the file spells it. future: also what came after the format."""
    return str(Worksheet()._prepare_formula(formula, future))


class Page(Worksheet):  # type: ignore[misc]  # the library ships no types
    """A sheet of a workbook."""

    def __init__(self) -> None:
        super().__init__()
        self.told_rows: dict[int, str] = {}
        self.told_columns: list[tuple[range, Sequence[Sequence[Cell]]]] = []
        self.told_links: dict[tuple[int, int], tuple[str, str]] = {}

    def write_table(self, first: int, columns: Sequence[Sequence[Cell]], heights: Sequence[float]) -> None:
        """Write rows, the first in row `first` (0-based), their cells column by column; nothing else stands in them.

        heights: of each row, in points. A column without cells stays empty.
        """
        places = range(first, first + len(heights))
        if not places or not columns:
            return
        self._check_dimensions(first, 0)
        self._check_dimensions(places[-1], len(columns) - 1)
        rows = rows_of(first, columns, heights)
        if self.constant_memory:
            self._write_single_row(places[-1] + 1)
            self.fh.write("".join(rows))
        else:
            self.told_rows.update(zip(places, rows, strict=True))
            sizes = {height: pixels_of(height) for height in set(heights)}
            self.row_sizes.update(zip(places, [[sizes[height], False] for height in heights], strict=True))
            self.told_columns.append((places, columns))

    def link(self, row: int, column: int, place: str, tip: str) -> None:
        """Let a cell lead to a place of the book, as "'Fuentes'!A5"; what stands in it is written by itself."""
        if len(self.told_links) < MAX_LINKS:
            self.told_links[row, column] = place, tip

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:
        return _spelled(formula, expand_future_functions or self.use_future_functions)

    def _write_rows(self) -> None:
        for row in sorted({*self.told_rows, *self.table, *self.row_info, *self.comments}):
            if row in self.told_rows:
                self.fh.write(self.told_rows[row])
            elif self.table[row]:
                self._write_row(row, None, self.row_info.get(row))
                self._write_cells(row + 1, self.table[row])
                self._xml_end_tag("row")
            elif row in self.row_info or self.comments[row]:
                self._write_row(row, None, self.row_info.get(row), empty_row=True)

    def _write_cells(self, number: int, cells: dict[int, Any]) -> None:
        write = self.fh.write
        for column in sorted(cells):
            cell = cells[column]
            kind, look = type(cell), cell.format
            if look and kind is CellStringTuple:
                style = look.xf_index or look._get_xf_index()
                write(f'<c r="{letters_of(column)}{number}" s="{style}" t="s"><v>{cell.string}</v></c>')
            elif look and kind is CellNumberTuple:
                style = look.xf_index or look._get_xf_index()
                write(f'<c r="{letters_of(column)}{number}" s="{style}"><v>{cell.number:.16G}</v></c>')
            else:
                self._write_cell(number - 1, column, cell)

    def _write_hyperlinks(self) -> None:
        # a sheet leads to places of its book or, by the library's own links, out of it
        if not self.told_links:
            super()._write_hyperlinks()
            return
        quoted = self._escape_attributes
        said = [
            f'<hyperlink ref="{letters_of(column)}{row + 1}" location="{quoted(place)}" tooltip="{quoted(tip)}"'
            ' display=""/>'
            for (row, column), (place, tip) in sorted(self.told_links.items())
        ]
        self.fh.write(f"<hyperlinks>{''.join(said)}</hyperlinks>")

    def _get_range_data(self, top: int, left: int, bottom: int, right: int) -> Any:
        """What stands under a chart's figures: spreadsheets draw it before they have read the sheet."""
        for places, columns in self.told_columns:
            if top in places and left == right < len(columns):
                cells = columns[left][top - places.start : bottom + 1 - places.start]
                return [cell.value if isinstance(cell.value, str) else f"{cell.value:.16g}" for cell in cells]
        return super()._get_range_data(top, left, bottom, right)
