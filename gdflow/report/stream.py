"""A table of any length on the sheets of a workbook that holds only the row in hand."""

from collections.abc import Sequence

from gdflow.report.book import Book
from gdflow.report.heights import height_of, lines_in, room_of
from gdflow.report.looks import Looks
from gdflow.report.page import Page
from gdflow.report.table import Column, Value, finish_table, set_widths, write_titles

TITLES = 2
MOST_ROWS = 1_000_000
"""A little less than a sheet can hold; what is more goes on on another sheet."""


class Stream:
    """The table. entity: stands above its pages."""

    def __init__(
        self, book: Book, looks: Looks, name: str, columns: Sequence[Column], *, title: str, said: str, entity: str
    ) -> None:
        self._book, self._looks, self._name, self._columns = book, looks, name, columns
        self._title, self._said, self._entity = title, said, entity
        self._rooms = [room_of(column.width) for column in columns]
        self._sheets = 0
        self._begin()

    def add(self, values: Sequence[Value]) -> str:
        """Write the next row; returns its place in the book, as "'Líneas'!A5"."""
        if self._row == TITLES + 1 + MOST_ROWS:
            self.finish()
            self._begin()
        cells = [[self._looks.shown(value)] for value in values]
        texts = [(cell, room) for (cell,), room in zip(cells, self._rooms, strict=True) if cell.length > room]
        lines = max((lines_in(str(cell.value), room) for cell, room in texts), default=1)
        self._page.write_table(self._row, cells, [height_of(lines)])
        self._row += 1
        return f"'{self._sheet}'!A{self._row}"

    def finish(self) -> None:
        """Give the sheet its filter and its pages."""
        footer = f"{self._title}. {self._said}"
        finish_table(self._page, TITLES, self._row - 1, len(self._columns), header=self._entity, footer=footer)

    def _begin(self) -> None:
        self._sheets += 1
        self._sheet = self._name if self._sheets == 1 else f"{self._name} ({self._sheets})"
        self._page: Page = self._book.add_worksheet(self._sheet)
        set_widths(self._page, self._columns)
        self._page.write_string(0, 0, self._title, self._looks.of("title"))
        self._page.write_string(1, 0, self._said, self._looks.of("plain"))
        write_titles(self._page, self._looks, TITLES, self._columns)
        self._row = TITLES + 1
