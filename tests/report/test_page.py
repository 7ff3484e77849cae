"""The quick way of writing texts and numbers, held against the library's own."""

from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]  # the library ships no types

from gdflow.report.book import finished, new_book, style
from gdflow.report.page import MAX_LINKS, Page

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


def laid_out(kind: type[Worksheet], heights: Sequence[float]) -> bytes:
    """A book of one sheet: rows of these heights from the fifth on, each with a figure that leads elsewhere."""
    book, buffer = new_book(MADE)
    book.worksheet_class = kind
    page, look = book.add_worksheet("Plan"), style(book, bold=True)
    page.write_string(0, 0, "")  # the library writes an empty text under each of its links
    for row in range(4, 4 + len(heights)):
        if isinstance(page, Page):
            page.link(row, 0, f"'Otra hoja & más'!A{row}", "Ver de dónde sale")
        else:
            page.set_row(row, heights[row - 4])
            page.write_url(row, 0, f"internal:'Otra hoja & más'!A{row}", look, "", "Ver de dónde sale")
        page.write_number(row, 0, row, look)
    if isinstance(page, Page):
        page.set_heights(4, heights)
    return finished(book, buffer)


@pytest.mark.parametrize("heights", [(), (15.0,), (18.0, 44.6, 400.0, 31.4, 15.0) * 5], ids=["none", "usual", "many"])
def test_rows_and_links_are_those_of_the_library(heights: tuple[float, ...]) -> None:
    quick, slow = (sheet_of(laid_out(kind, heights)) for kind in (Page, Worksheet))
    assert quick == slow


def sheet_of(book: bytes) -> bytes:
    """The bytes of its sheet: how often a text is used stands elsewhere."""
    return ZipFile(BytesIO(book)).read("xl/worksheets/sheet1.xml")


def test_a_finished_book_holds_none_of_its_cells() -> None:
    book, buffer = new_book(MADE)
    page = book.add_worksheet("Plan")
    page.write_cells(0, 0, [("Meta", style(book, bold=True))])
    finished(book, buffer)
    assert [len(held) for held in (page.table, page.row_info, page.hyperlinks)] == [0, 0, 0]


def test_a_sheet_takes_no_more_links_than_spreadsheets_read() -> None:
    book, buffer = new_book(MADE)
    page = book.add_worksheet("Plan")
    for row in range(MAX_LINKS + 1):
        page.link(row, 0, "'Plan'!A1", "Ver")
    assert len(page.hyperlinks) == MAX_LINKS
    finished(book, buffer)
