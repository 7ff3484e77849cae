"""A workbook's cells are all read, each at its place, however the file was written."""

import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import openpyxl
import pytest
import xlsxwriter  # type: ignore[import-untyped]  # it has no stubs
from hypothesis import given
from hypothesis import strategies as st

from gdflow.collect.cells import decimal_of
from gdflow.collect.files import open_document, read_document
from gdflow.collect.sheet import BLANK, Cell, CellKind, Document, Merge, Row, Sheet
from tests.support.office import MAIN, book, book_parts, links, package, sheet_xml, strings_xml

PLANS = Path(__file__).parents[1] / "data" / "plans"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
ONE = '<row r="1"><c r="A1"><v>1</v></c></row>'
SPACE = {"m": MAIN}


def only(data: bytes) -> Sheet:
    (sheet,) = read_document(data, "plan.xlsx").sheets
    return sheet


def grid(sheet: Sheet) -> dict[int, list[str]]:
    return {row.number: [cell.text for cell in row.cells] for row in sheet.rows}


def filled(document: Document) -> int:
    return sum(cell is not BLANK for sheet in document.sheets for row in sheet.rows for cell in row.cells)


def raw_count(data: bytes) -> int:
    """Cells that show or compute something, counted in the raw XML by another parser."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        names = archive.namelist()
        strings = archive.read("xl/sharedStrings.xml") if "xl/sharedStrings.xml" in names else "<sst/>"
        texts = ["".join(item.itertext()) for item in ElementTree.fromstring(strings)]
        sheets = [ElementTree.fromstring(archive.read(name)) for name in names if "/worksheets/sheet" in name]
    return sum(_is_filled(cell, texts) for sheet in sheets for cell in sheet.iterfind(".//m:c", SPACE))


def _is_filled(cell: ElementTree.Element, texts: list[str]) -> bool:
    inside = "".join(cell.itertext())
    return bool((texts[int(inside)] if cell.get("t") == "s" else inside).strip())


def rows_of(data: bytes) -> Iterator[Sequence[object]]:
    """Every row of every sheet as openpyxl reads it."""
    for sheet in openpyxl.load_workbook(BytesIO(data), data_only=True):
        yield from ([cell.value for cell in row] for row in sheet.iter_rows())


def plain(cell: Cell) -> object:
    if cell.kind is CellKind.DATE and not isinstance(cell.value, datetime):
        assert isinstance(cell.value, date)
        return datetime.fromisoformat(cell.value.isoformat())
    return cell.value


def comparable(value: object) -> object:
    if isinstance(value, str):
        return None if not value or value.isspace() else value
    return decimal_of(repr(value)) if isinstance(value, int | float) and not isinstance(value, bool) else value


def assert_agrees_with_openpyxl(data: bytes) -> None:
    mine = {row.number: row for row in only(data).rows}
    for number, values in enumerate(rows_of(data), start=1):
        row = mine.get(number, Row(number, ()))
        assert [plain(row.cell(column)) for column in range(len(values))] == [comparable(value) for value in values]


# What both libraries write as it is: no formula or error by its first sign, no escape, no sign that XML forbids.
TEXTS = st.text(st.characters(exclude_categories=["C"]), max_size=20).filter(
    lambda text: not text.startswith(("=", "#", "{", "'")) and "_x" not in text
)
NUMBERS = st.integers(-(10**15), 10**15) | st.floats(-1e15, 1e15, allow_subnormal=False).map(
    lambda number: float(f"{number:.15g}")
)
MOMENTS = st.datetimes(datetime(1900, 3, 1), datetime(9999, 12, 30)).map(lambda moment: moment.replace(microsecond=0))  # noqa: DTZ001 -- cells hold the clock of the wall
VALUES = st.none() | TEXTS | NUMBERS | st.booleans() | MOMENTS
TABLES = st.lists(st.lists(VALUES, max_size=5), max_size=5)


@given(table=TABLES)
def test_what_openpyxl_writes_is_read_as_openpyxl_reads_it(table: list[list[object]]) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in table:
        book.active.append(row)
    buffer = BytesIO()
    book.save(buffer)
    assert_agrees_with_openpyxl(buffer.getvalue())


@given(table=TABLES)
def test_what_xlsxwriter_writes_is_read_as_openpyxl_reads_it(table: list[list[object]]) -> None:
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True, "default_date_format": "dd/mm/yyyy hh:mm"}) as book:
        sheet = book.add_worksheet()
        for row, values in enumerate(table):
            for column, value in enumerate(values):
                (sheet.write_string if isinstance(value, str) else sheet.write)(row, column, value)
    assert_agrees_with_openpyxl(buffer.getvalue())


def test_every_filled_cell_of_the_real_plan_is_read() -> None:
    path = PLANS / "cartagena_2023.xlsx"
    assert filled(open_document(path)) == raw_count(path.read_bytes()) > 200


@given(table=TABLES)
def test_no_cell_is_lost(table: list[list[object]]) -> None:
    cells = [
        "" if value is None else f'<c t="inlineStr"><is><t>{index}</t></is></c>' if index % 2 else "<c><f>A1</f></c>"
        for row in table
        for index, value in enumerate(row)
    ]
    data = book(f"<row>{''.join(cells)}</row>")
    assert filled(read_document(data, "plan.xlsx")) == raw_count(data)


def test_the_real_plan_is_read_with_its_types() -> None:
    (sheet,) = open_document(PLANS / "cartagena_2023.xlsx").sheets
    row = next(row for row in sheet.rows if row.number == 8)
    assert row.cell(7) == Cell(CellKind.DATE, date(2023, 1, 1), "2023-01-01")
    assert row.cell(10) == Cell(CellKind.NUMBER, Decimal(1), "1")
    assert row.cell(15) == Cell(CellKind.NUMBER, Decimal(1), "100.0%", percent=True)
    assert Merge(1, 0, 1, 16) in sheet.merges


def test_the_sheet_is_not_believed_about_its_size() -> None:
    far = '<row r="7"><c r="C7"><v>5</v></c></row>'
    assert grid(only(book(ONE + far, before='<dimension ref="A1"/>'))) == {1: ["1"], 7: ["", "", "5"]}
    assert grid(only(book(ONE, before='<dimension ref="A1:XFD1048576"/>'))) == {1: ["1"]}


def test_cells_and_rows_without_an_address_follow_the_one_before() -> None:
    rows = (
        '<row><c/><c><v>2</v></c></row><row r="5"><c r="C5"><v>3</v></c><c><v>4</v></c></row><row><c><v>6</v></c></row>'
    )
    assert grid(only(book(rows))) == {1: ["", "2"], 5: ["", "", "3", "4"], 6: ["6"]}


def test_rows_and_cells_out_of_order_find_their_place() -> None:
    rows = '<row r="9"><c r="B9"><v>2</v></c><c r="A9"><v>1</v></c></row>' + ONE
    assert grid(only(book(rows))) == {1: ["1"], 9: ["1", "2"]}
    assert [row.number for row in only(book(rows)).rows] == [1, 9]


def test_a_row_written_in_two_pieces_is_one_row() -> None:
    assert grid(only(book(ONE + '<row r="1"><c r="C1"><v>3</v></c></row>'))) == {1: ["1", "", "3"]}


def test_a_styled_blank_row_at_the_far_end_is_nothing() -> None:
    far = '<row r="1048576" s="1"><c r="XFD1048576" s="1"/></row>'
    assert grid(only(book(ONE + far))) == {1: ["1"]}


def test_small_letters_and_dollars_are_addresses_too() -> None:
    assert grid(only(book('<row r="1"><c r="b1"><v>2</v></c><c r="$C$1"><v>3</v></c></row>'))) == {1: ["", "2", "3"]}


def test_hidden_rows_and_columns_are_known() -> None:
    rows = '<row r="1" hidden="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>'
    columns = (
        '<cols><col min="1" max="1"/><col min="3" max="4" hidden="1"/><col min="900" max="16384" hidden="true"/></cols>'
    )
    sheet = only(book(rows, before=columns))
    assert [row.hidden for row in sheet.rows] == [True, False]
    assert sheet.hidden_columns == {2, 3, *range(899, 1000)}


def test_merged_ranges_are_known() -> None:
    merges = '<mergeCells><mergeCell ref="B2:D3"/><mergeCell ref="A1"/><mergeCell ref="F9:E8"/></mergeCells>'
    assert only(book(ONE, after=merges)).merges == (Merge(2, 1, 3, 3), Merge(8, 4, 9, 5))


def test_sheets_come_in_the_order_of_their_tabs_with_hidden_ones() -> None:
    tabs = "".join(
        f'<sheet name="{name}" sheetId="{index}" r:id="{key}" state="{state}"/>'
        for index, (name, key, state) in enumerate(
            [("Segunda", "b", "visible"), ("Gráfico", "c", "visible"), ("Oculta", "a", "veryHidden")]
        )
    )
    targets = {
        "a": ("worksheet", "worksheets/sheet1.xml"),
        "b": ("worksheet", "/xl/worksheets/Sheet2.xml"),
        "c": ("chartsheet", "x"),
    }
    parts = book_parts(sheet_xml(ONE))
    parts["xl/workbook.xml"] = str(parts["xl/workbook.xml"]).replace(
        '<sheet name="Plan" sheetId="1" r:id="rId1"/>', tabs
    )
    parts |= {"xl/_rels/workbook.xml.rels": links(targets), "xl\\worksheets\\sheet2.xml": sheet_xml("")}
    sheets = read_document(package(parts), "plan.xlsx").sheets
    assert [(sheet.name, sheet.hidden, len(sheet.rows)) for sheet in sheets] == [
        ("Segunda", False, 0),
        ("Oculta", True, 1),
    ]


def test_the_strict_dialect_and_prefixed_names_are_read_alike() -> None:
    sheet = sheet_xml('<row r="1"><c r="A1" t="s"><v>0</v></c></row>')
    prefixed = sheet.replace("<", "<x:").replace("<x:/", "</x:").replace("xmlns=", "xmlns:x=")
    for variant in (sheet, sheet.replace(MAIN, STRICT), prefixed):
        parts = book_parts(variant, strings=strings_xml("<si><t>Plan</t></si>"))
        assert grid(only(package(parts))) == {1: ["Plan"]}


def test_a_large_sheet_is_read_like_a_small_one() -> None:
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c><c r="B{n}" s="1"/></row>' for n in range(1, 40_001))
    rows = rows.replace('<c r="B7" s="1"/>', '<c r="B7" t="inlineStr"><is><t>último</t></is></c>')
    blanks = '<row r="50000">' + '<c s="1"/>' * 300_000 + "</row>"
    sheet = only(book(rows + blanks, after='<mergeCells><mergeCell ref="A1:B1"/></mergeCells>'))
    assert len(sheet.rows) == 40_000
    assert sheet.rows[6].cell(1).text == "último"
    assert sheet.merges == (Merge(1, 0, 1, 1),)


def test_macros_and_outside_links_are_left_alone() -> None:
    parts = book_parts(sheet_xml(ONE)) | {"xl/vbaProject.bin": b"macro", "xl/externalLinks/externalLink1.xml": "<a>"}
    assert grid(only(package(parts))) == {1: ["1"]}


@pytest.mark.parametrize("name", ["plan.txt", "plan.csv", "plan", "plan.docx"])
def test_a_workbook_is_known_by_its_bytes(name: str) -> None:
    assert read_document(book(ONE), name).sheets[0].kind == "sheet"
