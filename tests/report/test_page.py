"""The quick way of writing texts and numbers, held against the library's own."""

from collections.abc import Sequence
from datetime import UTC, datetime

import pytest
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]  # the library ships no types

from gdflow.report.book import finished, new_book, style
from gdflow.report.page import Page

MADE = datetime(2023, 7, 18, 15, 0, tzinfo=UTC)
VALUES = ("Meta", "", " con <blancos> & signos ", "Meta", 3, 0, 1.5, 0.1 + 0.2, -12, 1e21, 1 / 3)


def written(kind: type[Worksheet], values: Sequence[str | float]) -> bytes:
    """A book of one sheet: the values below one another from B5 on, a text above, and a formula far to the right."""
    book, buffer = new_book(MADE)
    book.worksheet_class = kind
    page, looks = book.add_worksheet("Plan"), (style(book, bold=True), style(book, num_format="0.0%"))
    page.write_string(0, 0, "Título")
    page.write_formula(40, 30, "=1+1", looks[0], 2)
    page.set_row(20, 33)
    cells = [(value, looks[at % 2]) for at, value in enumerate(values)]
    if isinstance(page, Page):
        page.write_cells(4, 1, cells)
    else:
        for row, cell in enumerate(cells, start=4):
            (page.write_string if isinstance(cell[0], str) else page.write_number)(row, 1, *cell)
    return finished(book, buffer)


@pytest.mark.parametrize("values", [(), VALUES, VALUES * 5], ids=["none", "few", "many"])
def test_a_page_writes_what_the_library_writes(values: tuple[str | float, ...]) -> None:
    assert written(Page, values) == written(Worksheet, values)
