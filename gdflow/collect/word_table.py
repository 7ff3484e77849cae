"""A table of a Word document as a sheet: cells at their grid columns, merged ones known."""

from dataclasses import dataclass, field
from itertools import repeat

from lxml.etree import _Element

from gdflow.collect.cells import text_cell
from gdflow.collect.limits import MAX_CELLS, MAX_COLUMNS
from gdflow.collect.sheet import BLANK, Cell, Merge, Row, Sheet, address
from gdflow.collect.word_text import cell_text, children, is_on, setting
from gdflow.domain.errors import InputError


def read_table(table: _Element, name: str, loose: tuple[str, ...]) -> Sheet:
    """A table as a sheet. Rows are numbered from 1; those that hold nothing are left out but counted.

    The rest of a merged range is blank, as Word shows it. Raises InputError: far_cell, too_many_cells.
    """
    reader = TableReader(name)
    shown = (row for row in children(table, "tr") if row.find("{*}trPr/{*}del") is None)
    for number, row in enumerate(shown, start=1):
        reader.take(row, number)
    return Sheet(name, tuple(reader.rows), kind="table", merges=reader.merged(), loose=loose)


@dataclass(slots=True)
class Span:
    """A cell that may go on below: its rows and columns, bounds included."""

    first_row: int
    last_row: int
    first_column: int
    last_column: int


@dataclass(slots=True)
class TableReader:
    """Gathers a table's rows from top to bottom."""

    name: str
    rows: list[Row] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    _open: dict[int, Span] = field(default_factory=dict)
    _room: int = MAX_CELLS

    def take(self, row: _Element, number: int) -> None:
        """Take in a row of the table."""
        cells: list[Cell] = [BLANK] * self._checked(_number(setting(row, "trPr/gridBefore"), 0), number)
        for element in children(row, "tc"):
            width = self._checked(_number(setting(element, "tcPr/gridSpan"), 1), number)
            cells.append(self._cell(element, number, len(cells), width))
            cells.extend(repeat(BLANK, width - 1))
            self._checked(len(cells), number)
        self._room -= len(cells)
        if self._room < 0:
            raise InputError("too_many_cells", limit=MAX_CELLS)
        while cells and cells[-1] is BLANK:
            cells.pop()
        if cells:
            self.rows.append(Row(number, tuple(cells), hidden=is_on(row, "trPr/hidden")))

    def merged(self) -> tuple[Merge, ...]:
        """The merged ranges, from top to bottom."""
        return tuple(
            Merge(span.first_row, span.first_column, span.last_row, span.last_column)
            for span in self.spans
            if (span.first_row, span.first_column) != (span.last_row, span.last_column)
        )

    def _cell(self, element: _Element, number: int, column: int, width: int) -> Cell:
        down = setting(element, "tcPr/vMerge")
        above = self._open.get(column)
        if down is not None and down != "restart" and above is not None and above.last_row == number - 1:
            above.last_row = number
            return BLANK
        span = Span(number, number, column, column + width - 1)
        self.spans.append(span)
        if down is not None:
            self._open[column] = span
        else:
            self._open.pop(column, None)
        return text_cell(cell_text(element))

    def _checked(self, columns: int, number: int) -> int:
        if columns > MAX_COLUMNS:
            raise InputError("far_cell", sheet=self.name, cell=address(number, columns - 1))
        return columns


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text is not None and text.isdecimal() and len(text) < 10 else otherwise
