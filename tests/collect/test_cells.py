"""What stands in a workbook's cell is read as what it is, and nothing as something else."""

from datetime import date, datetime
from decimal import Decimal

import pytest

from gdflow.collect.files import read_document
from gdflow.collect.sheet import BLANK, Cell, CellKind
from gdflow.collect.xlsx_formats import Format, Shown, read_format
from tests.support.office import book, styles_xml


def cell_of(xml: str, *, strings: str | None = None, styles: str = "", settings: str = "") -> Cell:
    data = book(f'<row r="1">{xml}</row>', strings=strings, styles=styles, settings=settings)
    rows = read_document(data, "plan.xlsx").sheets[0].rows
    return rows[0].cell(0) if rows else BLANK


def dated(serial: str, code: str = "dd/mm/yyyy", settings: str = "") -> Cell:
    return cell_of(f'<c r="A1" s="0"><v>{serial}</v></c>', styles=styles_xml(code), settings=settings)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("4", "4"),
        ("0", "0"),
        ("-0", "0"),
        ("0.3", "0.3"),
        ("1.0", "1"),
        (".5", "0.5"),
        (" 7 ", "7"),
        ("100", "100"),
        ("1E3", "1000"),
        ("1.5E-3", "0.0015"),
        ("0.30000000000000004", "0.3"),
        ("7.0000000000000007E-2", "0.07"),
        ("0.99999999999999989", "1"),
        ("33.333333333333336", "33.3333333333333"),
        ("123456789012345", "123456789012345"),
    ],
)
def test_a_number_is_the_decimal_that_was_typed(written: str, meant: str) -> None:
    cell = cell_of(f'<c r="A1"><v>{written}</v></c>')
    assert cell == Cell(CellKind.NUMBER, Decimal(meant), meant)
    assert str(cell.value) == meant


@pytest.mark.parametrize("written", ["NaN", "INF", "1_0", "1,5", "0x10", "1E99999", "1E400", "٣", "9" * 500])
def test_what_is_no_number_is_an_error_and_never_a_blank(written: str) -> None:
    assert cell_of(f'<c r="A1"><v>{written}</v></c>') == Cell(CellKind.ERROR, written, written)


def test_a_percentage_keeps_its_exact_value_and_shows_its_format() -> None:
    styles = styles_xml("0.0%", "9", "10")
    assert cell_of('<c r="A1" s="0"><v>0.333333333333333</v></c>', styles=styles) == Cell(
        CellKind.NUMBER, Decimal("0.333333333333333"), "33.3%", percent=True
    )
    assert cell_of('<c r="A1" s="1"><v>1</v></c>', styles=styles).text == "100%"
    assert cell_of('<c r="A1" s="2"><v>0.095</v></c>', styles=styles).text == "9.50%"


def test_the_default_style_is_the_first_one() -> None:
    assert cell_of('<c r="A1"><v>0.5</v></c>', styles=styles_xml("9")).percent
    assert not cell_of('<c r="A1" s="99"><v>0.5</v></c>', styles=styles_xml("9")).percent


TEXTS = {
    '<c r="A1" t="inlineStr"><is><t>Plan</t></is></c>': "Plan",
    '<c r="A1" t="inlineStr"><is><r><t>Pl</t></r><r><rPr><b/></rPr><t>an </t></r></is></c>': "Plan ",
    '<c r="A1" t="inlineStr"><is><t>東</t><rPh sb="0" eb="1"><t>ひがし</t></rPh></is></c>': "東",
    '<c r="A1" t="inlineStr"><is><t>a<!-- x -->b<![CDATA[<c>]]></t></is></c>': "ab<c>",
    '<c r="A1" t="inlineStr"><v>Plan</v></c>': "Plan",
    '<c r="A1"><is><t>Plan</t></is></c>': "Plan",
    '<c r="A1" t="str"><f>B1</f><v>Plan</v></c>': "Plan",
    '<c r="A1" t="str"><v>0012</v></c>': "0012",
    '<c r="A1" t="str"><v>0,3</v></c>': "0,3",
    '<c r="A1" t="str"><v>\u00a0100,0%\u00a0</v></c>': "\u00a0100,0%\u00a0",
    '<c r="A1" t="str"><v>a_x000D_\nb</v></c>': "a\r\nb",
    '<c r="A1" t="str"><v>_x005F_x000D_</v></c>': "_x000D_",
    '<c r="A1" t="str"><v>_x0000__xD83D_</v></c>': "_x0000__xD83D_",
    '<c r="A1" t="str"><v>uno&amp;dos &#x1F600;</v></c>': "uno&dos 😀",
}


@pytest.mark.parametrize("xml", TEXTS)
def test_a_text_is_kept_as_a_person_sees_it(xml: str) -> None:
    assert cell_of(xml) == Cell(CellKind.TEXT, TEXTS[xml], TEXTS[xml])


def test_shared_texts_are_found_by_their_place() -> None:
    strings = "<si><t>uno</t></si><si><r><t>do</t></r><r><t>s</t></r></si><si><t/></si>"
    assert cell_of('<c r="A1" t="s"><v>1</v></c>', strings=strings).value == "dos"
    assert cell_of('<c r="A1" t="s"><v> 01 </v></c>', strings=strings).value == "dos"
    assert cell_of('<c r="A1" t="s"><v>2</v></c>', strings=strings) is BLANK


BLANKS = (
    '<c r="A1" s="3"/>',
    '<c r="A1"><v></v></c>',
    '<c r="A1" t="s"><v/></c>',
    '<c r="A1" t="b"><v/></c>',
    '<c r="A1" t="d"><v/></c>',
    '<c r="A1" t="str"><v> \u00a0\n</v></c>',
    '<c r="A1" t="str"><f>IF(B1="","",1)</f><v></v></c>',
    '<c r="A1" t="inlineStr"><is/></c>',
)


@pytest.mark.parametrize("xml", BLANKS)
def test_what_shows_nothing_is_blank(xml: str) -> None:
    assert cell_of(xml) is BLANK


@pytest.mark.parametrize("xml", ["<f>A2+1</f>", "<f>A2+1</f><v/>", "<f>A2+1</f><v></v>"])
def test_a_formula_without_a_value_is_never_blank(xml: str) -> None:
    assert cell_of(f'<c r="A1">{xml}</c>') == Cell(CellKind.FORMULA, "=A2+1", "=A2+1")


def test_a_formula_with_a_value_is_its_value() -> None:
    assert cell_of('<c r="A1"><f>A2+1</f><v>5</v></c>').value == Decimal(5)
    assert cell_of('<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>').kind is CellKind.ERROR


def test_a_formula_without_an_address_has_its_place() -> None:
    data = book("<row><c><v>1</v></c><c><f>A1</f></c></row>")
    kinds = [cell.kind for cell in read_document(data, "a.xlsx").sheets[0].rows[0].cells]
    assert kinds == [CellKind.NUMBER, CellKind.FORMULA]


@pytest.mark.parametrize("text", ["#REF!", "#N/A", "#¡DIV/0!"])
def test_an_error_is_neither_blank_nor_text(text: str) -> None:
    assert cell_of(f'<c r="A1" t="e"><v>{text}</v></c>') == Cell(CellKind.ERROR, text, text)


def test_an_error_without_a_name_is_still_an_error() -> None:
    assert cell_of('<c r="A1" t="e"><v/></c>').kind is CellKind.ERROR


def test_a_type_nobody_knows_is_an_error() -> None:
    assert cell_of('<c r="A1" t="zz"><v>1</v></c>') == Cell(CellKind.ERROR, "1", "1")


def test_a_boolean_is_shown_in_spanish() -> None:
    assert cell_of('<c r="A1" t="b"><v>1</v></c>') == Cell(CellKind.BOOL, True, "VERDADERO")
    assert cell_of('<c r="A1" t="b"><v>false</v></c>') == Cell(CellKind.BOOL, False, "FALSO")
    assert cell_of('<c r="A1" t="b"><v>quizá</v></c>').kind is CellKind.ERROR


def test_a_number_shown_as_a_date_is_a_date() -> None:
    assert dated("44927") == Cell(CellKind.DATE, date(2023, 1, 1), "2023-01-01")
    assert dated("44985", "14").value == date(2023, 2, 28)


def test_a_time_of_day_is_kept_to_the_second() -> None:
    assert dated("45000.75", "22").value == datetime.fromisoformat("2023-03-15 18:00")
    assert dated("45000.999999", "22").value == datetime.fromisoformat("2023-03-16 00:00").date()
    assert dated("45000.75", "22").text == "2023-03-15 18:00:00"


@pytest.mark.parametrize(
    ("serial", "day"), [("1", "1900-01-01"), ("59", "1900-02-28"), ("61", "1900-03-01"), ("2958465", "9999-12-31")]
)
def test_the_calendar_of_1900_is_followed_around_its_wrong_leap_day(serial: str, day: str) -> None:
    assert dated(serial).value == date.fromisoformat(day)


@pytest.mark.parametrize("serial", ["0", "0.5", "60", "-1", "2958466", "1E300"])
def test_a_number_that_is_no_day_stays_a_number(serial: str) -> None:
    assert dated(serial).kind is CellKind.NUMBER


@pytest.mark.parametrize(("serial", "day"), [("0", "1904-01-01"), ("43465", "2023-01-01"), ("2957003", "9999-12-31")])
def test_the_calendar_of_1904_is_followed(serial: str, day: str) -> None:
    assert dated(serial, settings='<workbookPr date1904="1"/>').value == date.fromisoformat(day)


def test_a_day_past_the_calendar_of_1904_stays_a_number() -> None:
    assert dated("2957004", settings='<workbookPr date1904="true"/>').kind is CellKind.NUMBER


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("2023-01-31", date(2023, 1, 31)),
        ("2023-01-31T00:00:00Z", date(2023, 1, 31)),
        ("2023-01-31T10:30:00.250", datetime.fromisoformat("2023-01-31 10:30")),
    ],
)
def test_an_iso_date_is_a_date(written: str, value: date) -> None:
    cell = cell_of(f'<c r="A1" t="d"><v>{written}</v></c>')
    assert (cell.kind, cell.value) == (CellKind.DATE, value)


def test_an_iso_date_that_is_none_is_an_error() -> None:
    assert cell_of('<c r="A1" t="d"><v>31/01/2023</v></c>') == Cell(CellKind.ERROR, "31/01/2023", "31/01/2023")


@pytest.mark.parametrize(
    "code",
    [
        "d-mmm-yy",
        "dd/mm/yyyy;@",
        "dd/mm/aaaa",
        "d-mmm-aa",
        "yyyy",
        "[$-240A]d\\ \\d\\e\\ mmmm\\ \\d\\e\\ yyyy;@",
        '[$-C0A]d "de" mmmm "de" yyyy',
        "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy",
        "yyyy-mm-dd h:mm:ss.000",
        "d/m/yy h:mm AM/PM",
        "[Red]dd/mm/yyyy",
    ],
)
def test_a_date_format_is_known_in_spanish_too(code: str) -> None:
    assert read_format(code).shown is Shown.DATE


@pytest.mark.parametrize("code", ["mmm-yy", "mmm-aa", "mmmm", "mm", "mm/yyyy", "[$-240A]mmmm\\ yyyy;@"])
def test_a_date_may_be_shown_without_its_day(code: str) -> None:
    assert read_format(code).shown is Shown.MONTH


def test_a_month_kept_as_its_first_day_is_said_as_a_month() -> None:
    assert dated("45901", "mmm-yy") == Cell(CellKind.DATE, date(2025, 9, 1), "2025-09")
    assert dated("45930", "mmm-yy") == Cell(CellKind.DATE, date(2025, 9, 30), "2025-09-30")


@pytest.mark.parametrize(
    "code",
    [
        "General",
        "0.00",
        "#,##0",
        '0 "días"',
        '0" de cada "0',
        "0\\d",
        "_-$* #,##0_-",
        "[$$-240A]#,##0",
        "@",
        "h:mm",
        "[h]:mm:ss",
        "mm:ss.0",
        "h:mm AM/PM",
        "0.00E+00",
        "# ?/?",
        '"100%"',
        "[>=1]0;0%",
        "",
        '"sin fin',
    ],
)
def test_other_formats_show_plain_numbers(code: str) -> None:
    assert read_format(code).shown is Shown.NUMBER


@pytest.mark.parametrize(
    ("code", "places"), [("0%", 0), ("0.0%", 1), ("0.00%;-0.00%", 2), ('0.0##" "%', 3), ("% 0", 0)]
)
def test_a_percent_format_says_its_decimal_places(code: str, places: int) -> None:
    assert read_format(code) == Format(Shown.PERCENT, places)


def test_beside_calculated_formulas_an_empty_value_is_a_result() -> None:
    empty = '<c r="A1"><f>IF(Z1="","",Z1)</f><v></v></c>'
    never, done = '<c r="B1"><f>A2+1</f></c>', '<c r="C1"><f>A2+1</f><v>5</v></c>'
    rows = [
        read_document(book(f"<row>{cells}</row>"), "a.xlsx").sheets[0].rows[0]
        for cells in (empty + never, empty + never + done)
    ]
    kinds = [[row.cell(at).kind for at in (0, 1)] for row in rows]
    assert kinds == [[CellKind.FORMULA, CellKind.FORMULA], [CellKind.BLANK, CellKind.FORMULA]]
