"""The entity's own workbook, filled in: what is written, and that nothing else is touched."""

import re
import subprocess
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from io import BytesIO
from pathlib import Path
from shutil import which
from warnings import catch_warnings, simplefilter
from zipfile import ZipFile

import openpyxl
import pytest
from lxml import etree
from openpyxl.workbook import Workbook
from openpyxl.worksheet.formula import ArrayFormula
from openpyxl.worksheet.worksheet import Worksheet

from gdflow.collect.files import read_document
from gdflow.domain.errors import InputError
from gdflow.domain.plan import PlanColumn
from gdflow.report.book_styles import BookStyles
from gdflow.report.official import Fill, OfficialWorkbook, Share, fill_official
from gdflow.report.official_check import unlike
from gdflow.report.official_fills import fills_of_report, write_official
from gdflow.spanish.official import SENTENCES
from tests.report import office, papers, templates
from tests.support import cartagena
from tests.support.closed import closed

SOURCE = cartagena.WORKBOOK.read_bytes()
SECOND_QUARTER = {9: "1", 10: "9", 11: "2", 15: "0.7", 16: "1", 18: "0.3", 19: "0.25"}
FILLED = {f"M{row}": Decimal(value) for row, value in SECOND_QUARTER.items()}
FILLS = [Fill(cartagena.SHEET, address, value) for address, value in FILLED.items()]


def loaded(data: bytes, **options: bool) -> Workbook:
    with catch_warnings():
        simplefilter("ignore")  # of what it would lose
        return openpyxl.load_workbook(BytesIO(data), **options)


def opened(filled: OfficialWorkbook) -> Workbook:
    return loaded(filled.data)


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


def test_a_signature_is_said_to_hold_no_longer() -> None:
    signed = templates.changed(templates.plain(), {"_xmlsignatures/sig1.xml": "<x/>"})
    [warning] = fill_official(signed, [Fill("Plan", "B2", Decimal(7))]).warnings
    assert (warning.code, warning.part) == ("signature", "_xmlsignatures/sig1.xml")
    assert "la firma deja de valer" in warning.message


PLACES: dict[str, Decimal | str] = {
    "C6": Decimal("1.5"),
    "H6": "1. Se hizo el taller\n2. Segundo <trimestre> & más",
    "C9": Decimal(2),
}
OFFICE = [Fill(office.SHEET, address, value) for address, value in PLACES.items()]
ANEW = {"xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"}


def parts(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_every_part_but_sheets_with_figures_or_formulas_is_the_same_byte_for_byte() -> None:
    before, filled = parts(office.office()), fill_official(office.office(), OFFICE)
    after = parts(filled.data)
    assert list(after) == list(before)
    assert {name for name in before if after[name] != before[name]} == ANEW
    assert filled.warnings == ()


FEATURES = {
    "merged cells": "mergeCells",
    "lists": "dataValidations",
    "protection": "sheetProtection",
    "icons and bars": "conditionalFormatting",
    "bars of 2010 and sparklines": "extLst",
    "drawings and shapes": "drawing",
    "comments and controls": "legacyDrawing",
    "logo above the pages": "legacyDrawingHF",
    "background": "picture",
    "tables": "tableParts",
    "links": "hyperlinks",
    "pages": "pageSetup",
    "header and footer": "headerFooter",
    "widths": "cols",
    "views": "sheetViews",
}


@pytest.mark.parametrize("element", FEATURES.values(), ids=FEATURES)
def test_whatever_else_the_sheet_holds_stays_as_it_is(element: str) -> None:
    before, after = (
        etree.fromstring(parts(data)["xl/worksheets/sheet1.xml"])
        for data in (office.office(), fill_official(office.office(), OFFICE).data)
    )
    kept = [
        [etree.tostring(each, method="c14n") for each in root.findall(f"{{*}}{element}")] for root in (before, after)
    ]
    assert kept[0] == kept[1] != []


CALCULATED = {"K7", "K8", "K9"}


def shown(value: object) -> object:
    return value.text if isinstance(value, ArrayFormula) else value


def test_a_cell_that_is_not_filled_in_keeps_style_and_value() -> None:
    before, after = (
        loaded(data, rich_text=True)[office.SHEET]
        for data in (office.office(), fill_official(office.office(), OFFICE).data)
    )
    for cell in (cell for row in before.iter_rows() for cell in row):
        if cell.coordinate not in {"C6", "H6", "C8", *CALCULATED}:
            other = after[cell.coordinate]
            assert (other.style_id, shown(other.value)) == (cell.style_id, shown(cell.value))


def test_gdflows_own_reader_reads_what_was_filled_in() -> None:
    document = read_document(fill_official(office.office(), OFFICE).data, "plan.xlsx")
    rows = {row.number: row for row in next(sheet for sheet in document.sheets if sheet.name == office.SHEET).rows}
    assert [rows[6].cell(2).value, rows[8].cell(2).value] == [Decimal("1.5"), Decimal(2)]
    assert rows[6].cell(7).text == PLACES["H6"]


def test_what_a_formula_came_to_before_is_read_by_nobody() -> None:
    book = loaded(fill_official(office.office(), OFFICE).data, data_only=True)
    assert [book[office.SHEET][f"F{row}"].value for row in range(6, 10)] == [None] * 4
    assert [book[office.SHEET]["K6"].value, book[office.LIST]["C1"].value] == [None, None]


def test_a_book_without_anything_to_fill_in_keeps_every_byte_of_its_parts() -> None:
    assert parts(fill_official(office.office(), []).data) == parts(office.office())


@pytest.mark.slow
def test_libreoffice_opens_it_and_calculates_it_anew(tmp_path: Path) -> None:
    if which("soffice") is None:
        pytest.skip("there is no LibreOffice on this machine")
    source = tmp_path / "plan.xlsx"
    source.write_bytes(fill_official(office.office(), OFFICE).data)
    options = [f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "pdf"]
    command = ["soffice", *options, "--outdir", str(tmp_path), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    said = papers.text_of((tmp_path / "plan.pdf").read_bytes())
    # 1 + 1,5 of 4 beside a total that was 25 %, and their mean on the other sheet
    for told in (
        "Alcaldía",
        "PLAN DE ACCIÓN",
        "62.5 %",
        "75.0 %",
        "46.88%",
        "2. Segundo <trimestre> & más",
        "Plan publicado",
    ):
        assert told in said


def test_a_cell_of_an_array_that_another_cell_calculates_is_kept() -> None:
    [warning] = fill_official(office.office(), [Fill(office.SHEET, "K7", Decimal(3))]).warnings
    assert warning.code == "formula_kept"
    assert "=_xlfn._xlws.SORT(G6:G9) (la de K6)" in warning.message


def test_a_cell_that_is_not_there_takes_the_style_of_its_column_and_its_place() -> None:
    filled = fill_official(office.office(), [Fill(office.SHEET, place, Decimal(5)) for place in ("D20", "B20", "P3")])
    page = opened(filled)[office.SHEET]
    assert [page[place].value for place in ("D20", "B20", "P3")] == [5, 5, 5]
    assert not page["D20"].protection.locked
    assert page["P3"].style_id == 0
    row = etree.fromstring(parts(filled.data)["xl/worksheets/sheet1.xml"]).find("{*}sheetData/{*}row[@r='20']")
    assert row is not None
    assert [cell.get("r") for cell in row] == ["B20", "D20"]


def sheet(inside: str) -> bytes:
    """A workbook whose sheet holds these rows, as other programs write them."""
    part = f'<x:dimension ref="A1"/><x:sheetData>{inside}</x:sheetData>'
    whole = f'<x:worksheet xmlns:x="{templates.MAIN}">{part}</x:worksheet>'
    return templates.changed(templates.plain(), {templates.SHEET_PART: whole})


def patched(inside: str, *fills: Fill) -> etree._Element:
    return etree.fromstring(parts(fill_official(sheet(inside), fills).data)[templates.SHEET_PART])


def test_rows_and_cells_that_do_not_say_where_they_stand_are_counted() -> None:
    root = patched(
        "<x:row><x:c><x:v>1</x:v></x:c></x:row><x:row><x:c/></x:row>",
        *(Fill("Plan", place, Decimal(7)) for place in ("C1", "B2")),
    )
    found = {cell.get("r"): cell.findtext("{*}v") for cell in root.iter("{*}c")}
    assert found == {"A1": "1", "C1": "7", "A2": None, "B2": "7"}
    used = root.find("{*}dimension")
    assert used is not None
    assert used.get("ref") == "A1:C2"


def test_a_new_row_stands_between_its_neighbours_and_a_row_has_its_own_style() -> None:
    rows = '<x:row r="1"/><x:row r="5" s="1" customFormat="1" spans="1:3" ht="15"/>'
    root = patched(rows, Fill("Plan", "C3", "Texto"), Fill("Plan", "B5", "Nota"), Fill("Plan", "A1", Decimal(1)))
    assert [row.get("r") for row in root.iter("{*}row")] == ["1", "3", "5"]
    cells = {str(cell.get("r")): cell.get("s") for cell in root.iter("{*}c")}
    assert cells == {"A1": "0", "C3": "0", "B5": "1"}
    last = list(root.iter("{*}row"))[-1]
    assert (last.get("spans"), last.get("ht")) == (None, "18.2")


LONG = "Una nota larga que no cabe en una sola línea de la celda"


@pytest.mark.parametrize(("rest", "height"), [('ht="15"', "110.6"), ('ht="200"', "200"), ("", None)])
def test_a_row_grows_with_its_text_where_its_height_is_stated(rest: str, height: str | None) -> None:
    assert next(patched(f'<x:row r="1" {rest}/>', Fill("Plan", "A1", LONG)).iter("{*}row")).get("ht") == height


def test_a_height_that_somebody_chose_is_kept() -> None:
    root = patched('<x:row r="1" ht="15" customHeight="1"/>', Fill("Plan", "A1", LONG))
    assert next(root.iter("{*}row")).get("ht") == "15"


def test_a_first_row_is_put_before_all_others() -> None:
    root = patched('<x:row r="4"><x:c r="C4"/></x:row>', Fill("Plan", "A2", Decimal(1)), Fill("Plan", "A4", Decimal(2)))
    assert [cell.get("r") for cell in root.iter("{*}c")] == ["A2", "A4", "C4"]


def test_a_shared_formula_is_named_by_the_cell_that_states_it() -> None:
    shared = '<x:row r="1"><x:c r="A1"><x:f t="shared" si="0" ref="A1:B1">C1*2</x:f></x:c>'
    source = sheet(f'{shared}<x:c r="B1"><x:f t="shared" si="0"/><x:v>4</x:v></x:c></x:row>')
    [warning] = fill_official(source, [Fill("Plan", "B1", Decimal(1))]).warnings
    assert "la fórmula =C1*2 (la de A1);" in warning.message


def test_signs_that_stand_for_others_are_written_as_they_were_typed() -> None:
    root = patched("<x:row/>", Fill("Plan", "A1", "Anexo_x0041_ y _xyz_"))
    assert root.findtext(".//{*}t") == "Anexo_x005F_x0041_ y _xyz_"


def share(cell: str, places: int = 1) -> tuple[Worksheet, list[str]]:
    filled = fill_official(templates.plain(), [Fill("Plan", cell, Share(Fraction(5, 8), places))])
    return opened(filled)["Plan"], codes(filled)


def test_a_share_goes_into_a_percentage_as_a_number_and_elsewhere_as_people_print_it() -> None:
    page, warnings = share("C2")
    assert (page["C2"].value, warnings) == (0.625, [])
    page, warnings = share("C5", 2)
    assert (page["C5"].value, warnings) == ("62,50\N{NO-BREAK SPACE}%", [])


def test_a_share_leaves_formulas_alone_and_numbers_of_which_nobody_knows_the_scale() -> None:
    page, warnings = share("D2")
    assert (page["D2"].value, warnings) == ("=SUM(B2:C2)", [])
    page, warnings = share("B2")
    assert (page["B2"].value, warnings) == (0, ["scale_unknown"])


def test_a_number_format_of_the_entitys_own_is_known_for_a_percentage() -> None:
    filled = fill_official(office.office(), [Fill(office.SHEET, "F20", Share(Fraction(1, 4), 1))])
    assert opened(filled)[office.SHEET]["F20"].value == "25,0\N{NO-BREAK SPACE}%"
    styles = BookStyles(etree.fromstring(parts(office.office())["xl/styles.xml"]))
    number = opened(filled)[office.SHEET]["F6"].style_id
    assert [styles.is_percent(each) for each in (number, 0, 99)] == [True, False, False]


def test_one_style_more_serves_all_texts_that_look_like_formulas() -> None:
    fills = [Fill(cartagena.SHEET, f"Q{row}", text) for row, text in ((9, "=1+1"), (10, "-2"), (11, "+3"))]
    counts = [parts(data)["xl/styles.xml"].count(b"<xf ") for data in (SOURCE, fill_official(SOURCE, fills).data)]
    assert counts[1] == counts[0] + 1


def test_a_book_without_styles_is_filled_in_too() -> None:
    bare = {name: data for name, data in parts(templates.plain()).items() if name != "xl/styles.xml"}
    relations = bare["xl/_rels/workbook.xml.rels"].replace(b"/styles.xml", b"/none.xml").replace(b'/styles"', b'/x"')
    buffer = BytesIO()
    with ZipFile(buffer, "w") as target:
        for name, data in (bare | {"xl/_rels/workbook.xml.rels": relations}).items():
            target.writestr(name, data)
    after = parts(
        fill_official(buffer.getvalue(), [Fill("Plan", "A5", "=1"), Fill("Plan", "A6", Share(Fraction(1), 0))]).data
    )
    assert b'<t xml:space="preserve">=1</t>' in after[templates.SHEET_PART]


@pytest.mark.parametrize("before", ['<calcPr calcId="1"/>', "<definedNames/>", ""])
def test_the_book_says_once_that_it_is_to_be_calculated(before: str) -> None:
    main = parts(templates.plain())["xl/workbook.xml"].decode()
    main = re.sub(r"<calcPr[^>]*/>|<definedNames\s*/>", "", main).replace("</sheets>", f"</sheets>{before}")
    filled = fill_official(
        templates.changed(templates.plain(), {"xl/workbook.xml": main}), [Fill("Plan", "B2", Decimal(1))]
    )
    root = etree.fromstring(parts(filled.data)["xl/workbook.xml"])
    names = [etree.QName(each).localname for each in root]
    settings = root.findall("{*}calcPr")
    assert [each.get("fullCalcOnLoad") for each in settings] == ["1"]
    assert names.index("calcPr") > max(names.index(name) for name in ("sheets", "definedNames") if name in names)


def test_names_of_parts_are_blind_to_case_and_to_the_direction_of_slashes() -> None:
    buffer = BytesIO()
    with ZipFile(buffer, "w") as target:
        for name, data in parts(templates.plain()).items():
            target.writestr(name.replace("worksheets/sheet", "Worksheets\\Sheet"), data)
    filled = fill_official(buffer.getvalue(), [Fill("Plan", "B2", Decimal(7))])
    assert b"<v>7</v>" in parts(filled.data)["xl/Worksheets\\Sheet1.xml"]


@pytest.mark.parametrize("data", [b"", b"no es un libro", (cartagena.PLANS / "cartago_2024.docx").read_bytes()])
def test_what_is_no_workbook_cannot_be_filled_in(data: bytes) -> None:
    with pytest.raises(InputError) as refused:
        fill_official(data, [])
    assert refused.value.code == "official_not_xlsx"


DAMAGED = {
    "a sheet that ends too early": {templates.SHEET_PART: "<worksheet><sheetData>"},
    "a sheet without cells": {templates.SHEET_PART: f'<chartsheet xmlns="{templates.MAIN}"/>'},
    "no workbook": {"_rels/.rels": f'<Relationships xmlns="{templates.PACKAGE}"/>'},
    "a merged range that is none": {
        templates.SHEET_PART: "<w><sheetData/><mergeCells><mergeCell ref='x'/></mergeCells></w>"
    },
}


@pytest.mark.parametrize("damage", DAMAGED.values(), ids=DAMAGED)
def test_a_workbook_that_cannot_be_opened_is_refused_with_the_reason(damage: dict[str, str]) -> None:
    broken = templates.changed(templates.plain(), damage)
    with pytest.raises(InputError) as refused:
        fill_official(broken, [Fill("Plan", "B2", Decimal(7))])
    assert refused.value.code == "official_unreadable"
    assert SENTENCES["official_unreadable"].format(**refused.value.facts)


ANSWERED = closed("2023-Q2")


def test_a_closing_fills_in_results_totals_and_notes() -> None:
    filled = write_official(ANSWERED, SOURCE)
    page = plan(filled.data)
    assert [page[f"M{row}"].value for row in (9, 10, 11, 15, 18)] == [1, 20, 0, 0.5, 0.2]
    assert str(page["Q11"].value).endswith("\n2. Se aplazó la contratación")
    assert (page["P9"].value, filled.warnings) == ("=SUM(L9:O9)/K9", ())


def printed(value: object, style: str) -> bytes:
    """The plan with totals that stand there as somebody typed them."""
    book = openpyxl.load_workbook(BytesIO(SOURCE))
    page = book[cartagena.SHEET]
    for row in range(8, 20):
        page[f"P{row}"].value, page[f"P{row}"].number_format = value, style
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def test_a_total_that_no_formula_calculates_is_the_closings_own() -> None:
    page = plan(write_official(ANSWERED, printed(0.1, "0.0%")).data)
    progress = {row.line.row: row.progress for row in ANSWERED.snapshot.report.lines}
    for row in (9, 10, 11, 15, 18):
        assert page[f"P{row}"].value == pytest.approx(float(progress[row] or 0))
    assert page["P8"].value == 0.1


def test_a_total_that_is_a_text_is_printed_with_the_plans_own_decimals() -> None:
    assert plan(write_official(ANSWERED, printed("10%", "General")).data)["P10"].value == "128,6\N{NO-BREAK SPACE}%"


def test_a_line_of_which_nothing_can_be_said_has_no_total() -> None:
    lines = tuple(replace(row, progress=None) for row in ANSWERED.snapshot.report.lines)
    its = closed("2023-Q2", report=replace(ANSWERED.snapshot.report, lines=lines))
    assert plan(write_official(its, printed(0.1, "0%")).data)["P9"].value == 0.1


def earlier(values: dict[str, Decimal]) -> list[Fill]:
    """What goes into the cells of the second line, which had these values in the year before."""
    report = ANSWERED.snapshot.report
    row = report.lines[4]
    places = {"2022-Q3": "L12", "2022-Q4": "M12"}
    columns = (*report.plan.columns, PlanColumn(30, "T4", "result", "2022-Q4"))
    line = replace(row.line, result_cells=places, texts={**row.line.texts, 30: "50 %"})
    whole = replace(
        report, plan=replace(report.plan, columns=columns), lines=(replace(row, line=line, earlier=values),)
    )
    return [fill for fill in fills_of_report(whole) if fill.address in places.values()]


def test_figures_of_a_year_before_go_in_unless_the_plan_prints_them() -> None:
    found = earlier({"2022-Q2": Decimal(1), "2022-Q3": Decimal(2), "2022-Q4": Decimal("0.5")})
    assert [(fill.address, fill.value) for fill in found] == [("L12", Decimal(2))]
    assert [fill.address for fill in earlier({"2022-Q4": Decimal("0.6")})] == ["M12"]


def test_a_figure_that_another_program_reads_otherwise_is_said() -> None:
    written = {(cartagena.SHEET, "L9"): Decimal(7), (cartagena.SHEET, "L10"): Decimal("0.5")}
    data = fill_official(SOURCE, [Fill(sheet, cell, value) for (sheet, cell), value in written.items()]).data
    assert unlike(data, written) == ()
    assert unlike(data, written | {(cartagena.SHEET, "L9"): Decimal(8)}) == ((cartagena.SHEET, "L9", "7"),)
    assert unlike(data, {(cartagena.SHEET, "ZZ99"): Decimal(1)}) == ((cartagena.SHEET, "ZZ99", "nada"),)


def test_a_workbook_that_another_program_does_not_open_is_said() -> None:
    with pytest.raises(ValueError, match="not a zip"):
        unlike(b"PK", {})
