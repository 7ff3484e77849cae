"""Tables written as a sheet's file says them, held against the library's own way, cell by cell."""

import re
import weakref
from collections.abc import Sequence
from datetime import UTC, datetime
from fractions import Fraction
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]  # the library ships no types

from gdflow.report.book import finished, new_book, streamed_book, style
from gdflow.report.cells import Cells
from gdflow.report.looks import Looks
from gdflow.report.page import MAX_LINKS, Page

MADE = datetime(2023, 7, 18, 15, 0, tzinfo=UTC)
VALUES = ("Meta", "", " con <blancos> & signos ", "dos\nlíneas", 3, 0, 1.5, 0.1 + 0.2, -12, 1e21, 1 / 3)
HEIGHTS = (18.0, 44.6, 400.0, 31.4, 15.0)
# which columns a row uses: a hint for readers, and not written
HINT = re.compile(rb' spans="[0-9:]+"')


def book_of(kind: type[Worksheet], values: Sequence[str | float]) -> bytes:
    """A book of one sheet: the values below one another in A and C from the fifth row on, and what stands around."""
    book, buffer = new_book(MADE)
    book.worksheet_class = kind
    page, looks = book.add_worksheet("Plan"), (style(book, bold=True), style(book, num_format="0.0%"))
    page.write_string(0, 0, "Título", looks[0])
    page.write_formula(80, 30, "=1+1", looks[0], 2)
    page.set_row(70, 33)
    columns = [[(value, looks[(at + place) % 2]) for place, value in enumerate(values)] for at in range(2)]
    heights = [HEIGHTS[row % len(HEIGHTS)] for row in range(len(values))]
    if isinstance(page, Page):
        made = [[Cells(book).of(*cell) for cell in column] for column in columns]
        page.write_table(4, [made[0], [], made[1]], heights)
    else:
        by_library(page, columns, heights)
    book.close()
    return buffer.getvalue()


def by_library(page: Worksheet, columns: Sequence[Sequence[tuple[Any, Any]]], heights: Sequence[float]) -> None:
    for at, cells in zip((0, 2), columns, strict=True):
        for row, cell in enumerate(cells, start=4):
            (page.write_string if isinstance(cell[0], str) else page.write_number)(row, at, *cell)
    for row, height in enumerate(heights, start=4):
        page.set_row(row, height)


def part_of(book: bytes, name: str = "xl/worksheets/sheet1.xml") -> bytes:
    return ZipFile(BytesIO(book)).read(name)


@pytest.mark.parametrize("values", [(), VALUES, (*VALUES, "_x0041_") * 5], ids=["none", "few", "many"])
def test_a_table_is_written_as_the_library_writes_its_cells(values: tuple[str | float, ...]) -> None:
    ours, theirs = book_of(Page, values), book_of(Worksheet, values)
    assert part_of(ours) == HINT.sub(b"", part_of(theirs))
    for name in ("xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml", "[Content_Types].xml"):
        assert part_of(ours, name) == part_of(theirs, name)


def test_a_book_that_holds_only_the_row_in_hand_says_the_same() -> None:
    out = BytesIO()
    book = streamed_book(out)
    page, look = book.add_worksheet("Plan"), style(book, bold=True)
    page.write_string(0, 0, "Título", look)
    for row, value in enumerate(VALUES, start=4):
        page.write_table(row, [[Cells(book).of(value, look)]], [HEIGHTS[row % 5]])
    page.write_string(30, 0, "Final", look)
    book.close()
    kept = openpyxl.load_workbook(BytesIO(book_of(Page, VALUES)))["Plan"]
    told = openpyxl.load_workbook(out)["Plan"]
    rows = range(5, 5 + len(VALUES))
    assert [told.cell(row, 1).value for row in rows] == [kept.cell(row, 1).value for row in rows]
    assert (told["A1"].value, told["A31"].value, told["A5"].font.b) == ("Título", "Final", True)


def test_the_texts_of_a_book_are_read_as_they_were_written() -> None:
    page = openpyxl.load_workbook(BytesIO(book_of(Page, VALUES)))["Plan"]
    assert [page.cell(row, 1).value for row in range(5, 9)] == ["Meta", "", " con <blancos> & signos ", "dos\nlíneas"]


def test_a_text_that_looks_like_the_library_s_own_marks_stays_a_text() -> None:
    page = openpyxl.load_workbook(BytesIO(book_of(Page, ["<r><t>No</t></r>"])))["Plan"]
    assert page["A5"].value == "<r><t>No</t></r>"


def test_a_chart_knows_the_figures_of_a_table_before_the_sheet_is_read() -> None:
    book, buffer = new_book(MADE)
    page, look, chart = book.add_worksheet("Plan"), style(book), book.add_chart({"type": "bar"})
    cells = Cells(book)
    page.write_table(3, [[cells.of("Uno", look), cells.of("Dos", look)], [cells.of(0.5, look)] * 2], [18.0] * 2)
    chart.add_series({"categories": ["Plan", 3, 0, 4, 0], "values": ["Plan", 3, 1, 4, 1]})
    page.insert_chart(9, 0, chart)
    said = part_of(finished(book, buffer), "xl/charts/chart1.xml").decode()
    assert re.findall("<c:v>(.+?)</c:v>", said) == ["Uno", "Dos", "0.5", "0.5"]


def led(kind: type[Worksheet], count: int) -> bytes:
    """A book of one sheet: so many rows from the fifth on, each with a figure that leads elsewhere."""
    book, buffer = new_book(MADE)
    book.worksheet_class = kind
    page, look = book.add_worksheet("Plan"), style(book, bold=True)
    page.write_string(0, 0, "")  # the library writes an empty text under each of its links
    for row in range(4, 4 + count):
        if isinstance(page, Page):
            page.link(row, 0, f"'Otra hoja & más'!A{row}", "Ver de dónde sale")
        else:
            page.write_url(row, 0, f"internal:'Otra hoja & más'!A{row}", look, "", "Ver de dónde sale")
        page.write_number(row, 0, row, look)
    book.close()
    return buffer.getvalue()


@pytest.mark.parametrize("count", [0, 1, 30])
def test_links_are_those_of_the_library(count: int) -> None:
    assert part_of(led(Page, count)) == HINT.sub(b"", part_of(led(Worksheet, count)))


def test_a_finished_book_leaves_nothing_to_the_collector() -> None:
    book, buffer = new_book(MADE)
    looks, page = Looks(book), book.add_worksheet("Plan")
    page.write_table(0, [[looks.shown(value)] for value in ("Meta", 3, None, MADE, Fraction(1, 3))], [18.0])
    page.link(0, 0, "'Plan'!A1", "Ver")
    finished(book, buffer)
    held = [weakref.ref(each) for each in (book, page, looks, looks.frame)]
    del book, looks, page
    assert [each() for each in held] == [None] * 4


@pytest.mark.parametrize("future", [False, True])
@pytest.mark.parametrize("formula", ["=LEN(TRIM(A4))=0", "{=SUM(A1:A3)}", "=XLOOKUP(A1,B:B,C:C)", "IFNA(A1,0)"])
def test_formulas_are_spelled_as_the_library_spells_them(formula: str, *, future: bool) -> None:
    ours, theirs = Page(), Worksheet()
    ours.use_future_functions = theirs.use_future_functions = future
    for always in (False, True):
        assert ours._prepare_formula(formula, always) == theirs._prepare_formula(formula, always)


def test_a_sheet_takes_no_more_links_than_spreadsheets_read() -> None:
    book, buffer = new_book(MADE)
    page = book.add_worksheet("Plan")
    for row in range(MAX_LINKS + 1):
        page.link(row, 0, "'Plan'!A1", "Ver")
    assert len(page.told_links) == MAX_LINKS
    finished(book, buffer)
