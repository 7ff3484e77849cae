"""The entity's own workbook, filled in: what is written, what is kept, what is said to be lost."""

from decimal import Decimal
from importlib.util import find_spec
from io import BytesIO
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from gdflow.domain.errors import InputError
from gdflow.report.official import Fill, OfficialWorkbook, fill_official
from gdflow.spanish.official import SENTENCES
from tests.report import templates
from tests.support import cartagena

SOURCE = cartagena.WORKBOOK.read_bytes()
SECOND_QUARTER = {9: "1", 10: "9", 11: "2", 15: "0.7", 16: "1", 18: "0.3", 19: "0.25"}
FILLED = {f"M{row}": Decimal(value) for row, value in SECOND_QUARTER.items()}
FILLS = [Fill(cartagena.SHEET, address, value) for address, value in FILLED.items()]


def opened(filled: OfficialWorkbook) -> Workbook:
    return openpyxl.load_workbook(BytesIO(filled.data))


def plan(data: bytes) -> Worksheet:
    return openpyxl.load_workbook(BytesIO(data))[cartagena.SHEET]


def codes(filled: OfficialWorkbook) -> list[str]:
    return [warning.code for warning in filled.warnings]


def test_the_second_quarter_stands_in_the_plans_own_column_and_nothing_else_changed() -> None:
    before, after = plan(SOURCE), plan(fill_official(SOURCE, FILLS).data)
    for row in before.iter_rows():
        for cell in row:
            expected = FILLED.get(cell.coordinate)
            value = after[cell.coordinate].value
            assert value == (float(expected) if expected else cell.value)


def test_layout_and_look_of_the_plan_are_kept() -> None:
    before, after = plan(SOURCE), plan(fill_official(SOURCE, FILLS).data)
    assert {str(merged) for merged in after.merged_cells.ranges} == {str(each) for each in before.merged_cells.ranges}
    widths = {letter: column.width for letter, column in before.column_dimensions.items()}
    assert {letter: column.width for letter, column in after.column_dimensions.items()} == widths
    assert repr(after["M9"].border) == repr(before["M9"].border)
    assert after["M9"].number_format == before["M9"].number_format
    assert after["P9"].value == "=SUM(L9:O9)/K9"


def test_the_real_plan_loses_nothing() -> None:
    assert fill_official(SOURCE, FILLS).warnings == ()


def test_the_same_source_and_figures_give_the_same_bytes() -> None:
    assert fill_official(SOURCE, FILLS).data == fill_official(SOURCE, FILLS).data


def test_a_formula_is_kept_and_its_cell_named() -> None:
    filled = fill_official(SOURCE, [Fill(cartagena.SHEET, "P9", Decimal("0.5"))])
    assert plan(filled.data)["P9"].value == "=SUM(L9:O9)/K9"
    assert filled.warnings[0].message == (
        "Hoja PLAN DE ACCION, celda P9: tiene la fórmula =SUM(L9:O9)/K9; se conservó y no se escribió 0,5."
    )


def test_spreadsheets_are_told_to_calculate_the_formulas_anew() -> None:
    assert opened(fill_official(SOURCE, FILLS)).calculation.fullCalcOnLoad


def test_a_percentage_cell_keeps_its_format_and_a_decimal_its_digits() -> None:
    filled = fill_official(templates.plain(), [Fill("Plan", "C2", Decimal("0.333333"))])
    cell = opened(filled)["Plan"]["C2"]
    assert (cell.value, cell.number_format) == (0.333333, "0%")
    with ZipFile(BytesIO(filled.data)) as package:
        assert b"<v>0.333333</v>" in package.read("xl/worksheets/sheet1.xml")


def test_a_figure_for_a_merged_cell_is_written_in_its_top_left_cell() -> None:
    filled = fill_official(templates.plain(), [Fill("Plan", "B4", Decimal(7))])
    assert (opened(filled)["Plan"]["B3"].value, filled.warnings) == (7, ())


def test_two_figures_for_one_merged_cell_are_not_written_over_each_other() -> None:
    fills = [Fill("Plan", "B3", Decimal(7)), Fill("Plan", "B4", Decimal(8))]
    filled = fill_official(templates.plain(), fills)
    assert (opened(filled)["Plan"]["B3"].value, codes(filled)) == (7, ["merged_shared"])
    assert "combinada en B3:B4" in filled.warnings[0].message


def test_equal_figures_for_one_merged_cell_are_one() -> None:
    fills = [Fill("Plan", "B3", Decimal(7)), Fill("Plan", "B4", Decimal(7))]
    assert fill_official(templates.plain(), fills).warnings == ()


def test_a_sheet_that_is_gone_is_said() -> None:
    filled = fill_official(SOURCE, [Fill("Otra", "A1", Decimal(1))])
    assert filled.warnings[0].message == "La hoja «Otra» ya no está en el libro; no se llenó la celda A1."


@pytest.mark.parametrize("text", ["=1+1", '=cmd|"/c calc"!A1', "+1", "-1", "@x", "https://x.example"])
def test_text_is_never_made_a_formula(text: str) -> None:
    cell = opened(fill_official(SOURCE, [Fill(cartagena.SHEET, "Q9", text)]))[cartagena.SHEET]["Q9"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)
    assert bool(cell.quotePrefix) is (text[0] in "=+-@")


def test_control_characters_do_not_stop_the_filling() -> None:
    filled = fill_official(SOURCE, [Fill(cartagena.SHEET, "Q9", "Antes\x07 y después")])
    assert opened(filled)[cartagena.SHEET]["Q9"].value == "Antes y después"


BAR = "<x14:conditionalFormattings/>"
LOSSES = {
    "data_bars": templates.with_extension(BAR),
    "sparklines": templates.with_extension("<x14:sparklineGroups/>"),
    "cross_sheet_validation": templates.with_extension("<x14:dataValidations/>"),
    "slicers": templates.with_extension("<x14:slicerList/>"),
    "extension": templates.with_extension("<x14:ignoredErrors/>"),
    "header_picture": templates.with_element('<legacyDrawingHF r:id="rId9"/>'),
    "form_controls": templates.with_element("<controls/>"),
    "ole_objects": templates.with_element("<oleObjects/>"),
    "background": templates.with_element('<picture r:id="rId9"/>'),
    "shapes": templates.with_related("xl/drawings/drawing1.xml", "drawing", templates.drawing("<xdr:sp/>")),
    "threaded_comments": templates.with_related(
        "xl/threadedComments/threadedComment1.xml", "threadedComment", "<ThreadedComments/>"
    ),
}


@pytest.mark.parametrize("code", LOSSES)
def test_what_openpyxl_would_lose_is_said_with_its_sheet_and_part(code: str) -> None:
    warnings = fill_official(LOSSES[code], [Fill("Plan", "B2", Decimal(7))]).warnings
    assert [(warning.code, warning.sheet) for warning in warnings] == [(code, "Plan")]
    assert warnings[0].part is not None
    assert warnings[0].part in warnings[0].message
    assert "Plan" in warnings[0].message


BOOK_LOSSES = {
    "macros": "xl/vbaProject.bin",
    "external_links": "xl/externalLinks/externalLink1.xml",
    "dynamic_arrays": "xl/metadata.xml",
    "signature": "_xmlsignatures/sig1.xml",
    "part_lost": "xl/ctrl/odd.bin",
}


@pytest.mark.parametrize("code", BOOK_LOSSES)
def test_what_the_whole_book_would_lose_is_said_with_its_part(code: str) -> None:
    filled = fill_official(templates.changed(templates.plain(), {BOOK_LOSSES[code]: "<x/>"}), [])
    assert [(warning.code, warning.sheet, warning.part) for warning in filled.warnings] == [
        (code, None, BOOK_LOSSES[code])
    ]


def noted() -> bytes:
    book = openpyxl.load_workbook(BytesIO(templates.plain()))
    page: Worksheet = book["Plan"]
    page["B2"].comment = Comment("Revisar", "Planeación")
    chart = BarChart()
    chart.add_data(Reference(page, min_col=2, min_row=2, max_row=3))
    page.add_chart(chart, "F2")
    page["A5"].hyperlink = "https://entidad.example/plan"
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def test_comments_charts_and_links_survive_with_a_word_of_care() -> None:
    filled = fill_official(noted(), [Fill("Plan", "B2", Decimal(7))])
    assert sorted(codes(filled)) == ["chart", "comment_shapes"]
    page = opened(filled)["Plan"]
    cell, link = page["B2"], page["A5"].hyperlink
    assert link is not None
    assert link.target == "https://entidad.example/plan"
    assert (cell.value, cell.comment.text if cell.comment else None) == (7, "Revisar")


def test_a_picture_is_said_to_be_lost_where_nothing_can_read_it() -> None:
    picture = templates.drawing("<xdr:pic/>")
    filled = fill_official(templates.with_related("xl/drawings/drawing1.xml", "drawing", picture), [])
    assert codes(filled) == ([] if find_spec("PIL") else ["pictures"])


@pytest.mark.parametrize("data", [b"", b"no es un libro", (cartagena.PLANS / "cartago_2024.docx").read_bytes()])
def test_what_is_no_workbook_cannot_be_filled_in(data: bytes) -> None:
    with pytest.raises(InputError) as refused:
        fill_official(data, [])
    assert refused.value.code == "official_not_xlsx"


def test_a_workbook_that_the_library_cannot_open_is_refused_with_the_reason() -> None:
    broken = templates.changed(templates.plain(), {}, before="<sheetData>", element="<cols><col/></cols><dimension/>")
    with pytest.raises(InputError) as refused:
        fill_official(broken, [])
    assert refused.value.code == "official_unreadable"
    assert SENTENCES["official_unreadable"].format(**refused.value.facts)
