"""What is read in bulk is read as a parser reads it; what is written in any other way stays the parser's."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdflow.collect.files import read_document
from gdflow.collect.sheet import Sheet
from gdflow.collect.xlsx_plain import plain_rows, plain_texts
from gdflow.domain.errors import InputError
from tests.support.office import book_parts, package, sheet_xml, strings_xml, styles_xml

DECLARED = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
ROW = '<row r="2" spans="1:3"><c r="A2" s="1" t="s"><v>0</v></c><c r="B2" s="1"/><c r="C2"><v>0.5</v></c></row>'
SHEET = DECLARED + sheet_xml(ROW, after='<mergeCells><mergeCell ref="A1:B1"/></mergeCells>')
TEXTS = DECLARED + strings_xml('<si><t>Plan</t></si><si><t xml:space="preserve"> a &amp; b </t></si>')
STYLES = styles_xml("0", "0.0%", "14")

numbers = st.decimals(allow_nan=False, allow_infinity=False, min_value=-99_999, max_value=99_999, places=2).map(str)
words = st.sampled_from(["x", "#REF!", "VERDADERO", "1", " ", "0", "45000.5", "2023-01-31", "_x0041_"])
formulas = st.sampled_from(["", "<f>SUM(A1:B2)</f>", "<f></f>"])
kinds = st.sampled_from(["", ' t="n"', ' t="str"', ' t="b"', ' t="e"', ' t="d"', ' t="zz"'])
styles = st.sampled_from(["", ' s="0"', ' s="1"', ' s="2"', ' s="77"'])
shared = st.integers(0, 5).map(lambda index: f' t="s"><v>{index}</v></c>')
typed = st.builds(lambda kind, formula, text: f"{kind}>{formula}<v>{text}</v></c>", kinds, formulas, numbers | words)
cells = st.builds(lambda style, rest: style + rest, styles, shared | typed | st.just("/>"))
rows = st.tuples(st.sampled_from(["", ' spans="1:3"', ' hidden="1"', ' ht="15.5" customHeight="1"']), st.lists(cells))
texts = st.text(
    st.characters(blacklist_categories=["Cs", "Cc"]) | st.sampled_from("<>&\"'_x0D\n\t \x7f\x85\u2028"), max_size=9
)


def sheet_of(sheet: str, strings: str = TEXTS) -> Sheet:
    (found,) = read_document(package(book_parts(sheet, strings=strings, styles=STYLES)), "plan.xlsx").sheets
    return found


def parsed(part: str) -> str:
    """The same part with a comment at its end, which makes it the parser's."""
    return f"{part}<!-- -->"


def refusal(sheet: str, strings: str = TEXTS) -> InputError:
    with pytest.raises(InputError) as caught:
        sheet_of(sheet, strings)
    return caught.value


def written(table: list[tuple[str, list[str]]]) -> str:
    """A sheet of these rows with every second row left free."""
    return DECLARED + sheet_xml("".join(_row(2 * at, *row) for at, row in enumerate(table, 1)))


def _row(number: int, said: str, row: list[str]) -> str:
    inside = "".join(f'<c r="{chr(65 + at)}{number}"{cell}' for at, cell in enumerate(row[:26]))
    return f'<row r="{number}"{said}>{inside}</row>' if inside else f'<row r="{number}"{said}/>'


@given(st.lists(rows))
def test_plain_cells_are_read_as_a_parser_reads_them(table: list[tuple[str, list[str]]]) -> None:
    sheet = written(table)
    strings = strings_xml("".join(f"<si><t>{text}</t></si>" for text in ("uno", "dos", "", " ", "3", "cinco")))
    assert plain_rows(sheet.encode()) is not None
    assert plain_rows(parsed(sheet).encode()) is None
    assert sheet_of(sheet, strings) == sheet_of(parsed(sheet), strings)


@given(st.lists(texts, min_size=1))
def test_plain_texts_are_read_as_a_parser_reads_them(contents: list[str]) -> None:
    escaped = [text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") for text in contents]
    strings = DECLARED + strings_xml("".join(f'<si><t xml:space="preserve">{text}</t></si>' for text in escaped))
    cells = "".join(f'<row r="{at + 1}"><c r="A{at + 1}" t="s"><v>{at}</v></c></row>' for at in range(len(contents)))
    sheet = DECLARED + sheet_xml(cells)
    odd = re.search("[\ufffe\uffff]", "".join(contents))
    assert (plain_texts(strings.encode()) is None) == bool(odd)
    if not odd:
        assert sheet_of(sheet, strings) == sheet_of(sheet, parsed(strings))


def test_what_a_usual_workbook_holds_is_plain() -> None:
    sheet, strings = plain_rows(SHEET.encode()), plain_texts(TEXTS.encode())
    assert sheet is not None
    assert sheet.rows == [("2", ' spans="1:3"', ROW.partition(">")[2].removesuffix("</row>"))]
    assert strings is not None
    assert list(strings.texts) == ["Plan", " a & b "]
    assert [cell.text for cell in sheet_of(SHEET).rows[0].cells] == ["Plan", "", "0.5"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (DECLARED, ""),
        ("UTF-8", "ISO-8859-1"),
        ("<sheetData>", "<!-- --><sheetData>"),
        ("<sheetData>", "<?a b?><sheetData>"),
        ("</sheetData>", "</sheetData><sheetData><row/></sheetData>"),
        ("</sheetData>", '</sheetData><x:row xmlns:x="x"/>'),
        ("</sheetData>", "<row/></sheetData>"),
        ("<v>0.5", "<v> &#48;.5"),
        ("<v>0.5", "<v><![CDATA[0.5]]>"),
        ("<v>0.5</v>", "<v>0.5</v><!-- -->"),
        ("<v>0.5</v>", "<v></v>"),
        ("<v>0.5</v>", '<f t="shared" si="0"/><v>0.5</v>'),
        ("<v>0.5</v>", "<is><t>a</t></is>"),
        ('r="C2"', "r='C2'"),
        ('r="C2"', ""),
        ('r="C2"', 'r="AAA2"'),
        ('r="C2"', 'r="c2"'),
        ('<c r="B2"', ' <c r="B2"'),
        ('row r="2"', "row"),
        ('row r="2"', 'row r="02"'),
        ("0.5", "0.½"),
    ],
)
def test_a_sheet_written_otherwise_is_the_parsers(old: str, new: str) -> None:
    assert old in SHEET
    assert plain_rows(SHEET.replace(old, new).encode()) is None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (DECLARED, ""),
        ("<si><t>Plan</t>", "<si><!-- --><t>Plan</t>"),
        ("<si><t>Plan</t>", "<si><r><t>Plan</t></r>"),
        ("<si><t>Plan</t></si>", "<si/><si><t>Plan</t></si>"),
        ("<t>Plan</t>", "<t>Plan</t><t>2</t>"),
        ("Plan", "Plan\r\n"),
        ("Plan", "Plan]]>"),
        ("&amp;", "&#38;"),
        ("</si><si>", "</si> <si>"),
    ],
)
def test_texts_written_otherwise_are_the_parsers(old: str, new: str) -> None:
    assert old in TEXTS
    assert plain_texts(TEXTS.replace(old, new, 1).encode()) is None


@pytest.mark.parametrize(
    "broken",
    [
        SHEET.replace('spans="1:3"', 'spans="1:3" spans="1:3"'),
        SHEET.replace('spans="1:3"', 'spans="1:3" r="3"'),
        SHEET.replace('spans="1:3"', "spans=1"),
        SHEET.replace('spans="1:3"', 'x:spans="1"'),
        SHEET.replace("</worksheet>", ""),
        SHEET.replace("<sheetData>", '<a b="<sheetData>').replace("</sheetData>", '</sheetData>"/>'),
        SHEET.replace("<c ", "<d ", 1),
    ],
)
def test_a_sheet_that_is_no_xml_is_refused_as_ever(broken: str) -> None:
    assert refusal(broken).facts == refusal(parsed(broken)).facts
    assert refusal(broken).code == "damaged_file"


@pytest.mark.parametrize(
    "broken",
    [
        TEXTS.replace("<si><t>Plan", '<a b="<si><t>Plan').replace("</sst>", '"/></sst>'),
        TEXTS.replace("<si><t>Plan", "<a <si><t>Plan").replace("</sst>", "></a></sst>"),
        TEXTS.replace("Plan", "Pl\x01an"),
        TEXTS.replace("Plan", "&nbsp;"),
        TEXTS.replace("</sst>", ""),
    ],
)
def test_texts_that_are_no_xml_are_refused_as_ever(broken: str) -> None:
    assert refusal(SHEET, broken).code == refusal(SHEET, parsed(broken)).code == "damaged_file"


def test_texts_that_are_no_utf_8_are_refused() -> None:
    parts = book_parts(SHEET, strings=TEXTS, styles=STYLES)
    parts["xl/sharedStrings.xml"] = TEXTS.encode().replace(b"Plan", b"Pl\xe1n")
    with pytest.raises(InputError, match="damaged_file"):
        read_document(package(parts), "plan.xlsx")


@pytest.mark.parametrize(
    ("old", "new", "cell"),
    [('r="B2" s="1"/>', 'r="A2"><v>1</v></c>', "A2"), ("<v>0</v>", "<v>9</v>", "A2"), ('r="2"', 'r="50001"', "C50001")],
)
def test_a_cell_that_cannot_be_is_told_by_its_address(old: str, new: str, cell: str) -> None:
    assert old in SHEET
    assert refusal(SHEET.replace(old, new)).facts["cell"] == cell


def test_rows_and_cells_out_of_order_find_their_place_as_ever() -> None:
    row = '<row r="1"><c r="C1"><v>3</v></c><c r="A1"><v>1</v></c></row>'
    sheet = sheet_of(DECLARED + sheet_xml(ROW + row + ROW.replace("A2", "D2").replace('"C2"', '"E2"')))
    assert [(row.number, [cell.text for cell in row.cells]) for row in sheet.rows] == [
        (1, ["1", "", "3"]),
        (2, ["Plan", "", "0.5", "Plan", "0.5"]),
    ]


def test_a_formulas_value_is_known_to_be_calculated() -> None:
    sheet = SHEET.replace("<v>0.5", "<f>A1+1</f><v>0.5")
    assert plain_rows(sheet.encode()) is not None
    assert sheet_of(sheet).calculated == {(2, 2)}


def test_too_many_cells_are_too_many_in_plain_rows_too() -> None:
    rows = "".join(f'<row r="{at}"><c r="ZZ{at}"><v>1</v></c></row>' for at in range(1, 300))
    assert plain_rows((DECLARED + sheet_xml(rows)).encode()) is not None
    assert refusal(DECLARED + sheet_xml(rows)).code == "too_many_cells"


def test_too_many_plain_texts_are_too_many() -> None:
    strings = DECLARED + strings_xml("<si><t>a</t></si>" * 100_001)
    assert plain_texts(strings.encode()) is not None
    assert refusal(SHEET, strings).code == "too_many_cells"


def test_a_part_too_big_to_be_held_twice_is_the_parsers() -> None:
    assert plain_rows(SHEET.encode() + b" " * 8_000_000) is None
    assert plain_texts(TEXTS.encode() + b" " * 8_000_000) is None
