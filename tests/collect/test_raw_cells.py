"""The second count of a workbook's cells agrees with the first on every file, and says so when one was lost."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdflow.collect.files import read_document
from gdflow.collect.raw_cells import check_every_cell, count_filled
from gdflow.collect.raw_scan import scan_cells, scan_strings
from gdflow.collect.sheet import CellKind, Document
from gdflow.domain.errors import InputError
from gdflow.domain.forms import FormColumn
from gdflow.report.form import write_form
from gdflow.spanish.messages import say
from tests.support.forms import filled, form
from tests.support.office import book

PLANS = Path(__file__).parents[1] / "data" / "plans"
STRINGS = (
    "<si><t>a</t></si><si><t xml:space='preserve'> </t></si><si><r><t>b</t></r><rPh sb='0' eb='1'><t>x</t></rPh></si>"
)
STRINGS += "<si><t>_x000D_</t></si><si><rPh sb='0' eb='1'><t>x</t></rPh></si><si><t>_x0041_</t></si><si/>"
PLAIN_STRINGS = "".join(f"<si><t>{text}</t></si>" for text in ("a", "", "«c»", "_x0020_"))


def counted(cells: str, strings: str = STRINGS) -> tuple[int, int]:
    """How many cells of a row the reader and the count find."""
    data = book(f'<row r="1">{cells}</row>', strings=strings)
    document = read_document(data, "a.xlsx")
    cells_of = (cell for sheet in document.sheets for row in sheet.rows for cell in row.cells)
    read = sum(cell.kind is not CellKind.BLANK for cell in cells_of)
    scanned = count_filled(data, scan_strings, scan_cells)
    # The quick count may only differ where it cannot follow; then the parser's counts.
    assert scanned == read or "<!" in cells
    return read, count_filled(data)


@pytest.mark.parametrize("data", [write_form(form()), filled(form(), {(0, FormColumn.VALUE): 7})])
def test_a_form_is_read_whole(data: bytes) -> None:
    check_every_cell(read_document(data, "formulario.xlsx"), data)


@pytest.mark.parametrize("name", ["cartagena_2023.xlsx", "cartago_2024.docx", "cartago_2024.txt"])
def test_a_plan_is_read_whole(name: str) -> None:
    data = (PLANS / name).read_bytes()
    check_every_cell(read_document(data, name), data)


@pytest.mark.parametrize(
    ("cell", "holds"),
    [
        ("<c><v>1</v></c>", 1),
        ("<c><v> </v></c>", 0),
        ("<c s='1'/>", 0),
        ("<c t='s'><v>0</v></c>", 1),
        ("<c t='s'><v>1</v></c>", 0),
        ("<c t='s'><v>2</v></c>", 1),
        ("<c t='s'><v>3</v></c>", 0),
        ("<c t='s'><v>4</v></c>", 0),
        ("<c t='s'><v>5</v></c>", 1),
        ("<c t='s'><v>6</v></c>", 0),
        ("<c t='s'><v></v></c>", 0),
        ("<c t='inlineStr'><is><t>a</t></is></c>", 1),
        ("<c t='inlineStr'><is><r><t> </t></r><r><t>&#160;</t></r></is></c>", 0),
        ("<c t='str'><v>_x0020_</v></c>", 0),
        ("<c t='str'><v>_x0007_</v></c>", 1),
        ("<c t='b'><v>0</v></c>", 1),
        ("<c t='b'><v/></c>", 0),
        ("<c t='e'><v/></c>", 1),
        ("<c t='d'><v>2023-07-05</v></c>", 1),
        ("<c t='nuevo'><v/></c>", 1),
        ("<c><f>1+1</f></c>", 1),
        ("<c><f>1+1</f><v/></c>", 1),
        ("<c t='str'><f>\"\"</f><v></v></c>", 0),
        ("<c><f>1+1</f><v>2</v></c><c><f>A1</f><v></v></c>", 1),
        ("<c><v><![CDATA[7]]></v></c>", 1),
        ("<c t='str'><v>a<!-- b --></v></c>", 1),
    ],
)
def test_both_say_what_a_cell_holds(cell: str, holds: int) -> None:
    assert counted(cell) == (holds, holds)


@given(
    st.lists(
        st.sampled_from(
            ["<c/>", "<c><v>1</v></c>", "<c t='s'><v>1</v></c>", "<c><f>A1</f><v/></c>", "<c t='e'><v/></c>"]
        ),
        max_size=12,
    )
)
def test_both_agree_on_any_row(cells: list[str]) -> None:
    read, found = counted("".join(cells))
    assert read == found


@given(
    st.lists(
        st.sampled_from(
            [
                "<c/>",
                "<c><v>1</v></c>",
                '<c t="s"><v>0</v></c>',
                '<c s="1" t="s"><v>1</v></c>',
                '<c t="s"><v>3</v></c>',
                '<c t="str"><f>A1&amp;"x"</f><v>✔ Lista</v></c>',
                '<c t="str"><f>""</f><v></v></c>',
                '<c t="inlineStr"><is><t xml:space="preserve"> «Sí» </t></is></c>',
                '<c t="inlineStr"><is><t>\u00a0</t></is></c>',
                '<c t="str"><v>\u2003</v></c>',
                "<c t='e'><v>#N/A</v></c>",
            ]
        ),
        max_size=12,
    ),
    st.sampled_from([STRINGS, PLAIN_STRINGS]),
)
def test_both_agree_on_any_row_of_the_shapes_that_programs_write(cells: list[str], strings: str) -> None:
    read, found = counted("".join(cells), strings)
    assert read == found


@pytest.mark.parametrize("text", ["a", " a", "“Acta”", "– uno", "«b»", "ñ", "✔", "…", "&amp;", "_x0041_", "0"])
def test_a_text_that_is_seen_counts_whatever_it_starts_with(text: str) -> None:
    assert counted(f'<c t="str"><v>{text}</v></c>') == (1, 1)
    assert scan_strings(f"<sst><si><t>{text}</t></si></sst>".encode()) == [True]


@pytest.mark.parametrize("text", ["", " ", "\u00a0", "\u2003", "\u202f", "\u3000", "&#160;", "_x0020_", "\n"])
def test_a_text_that_nobody_sees_does_not_count(text: str) -> None:
    assert counted(f'<c t="str"><v>{text}</v></c>') == (0, 0)
    assert scan_strings(f"<sst><si><t>{text}</t></si></sst>".encode()) == [False]


def test_a_lost_cell_keeps_the_whole_file_apart() -> None:
    data = (PLANS / "cartagena_2023.xlsx").read_bytes()
    document = read_document(data, "plan.xlsx")
    first = document.sheets[0]
    less = Document("plan.xlsx", (replace(first, rows=first.rows[:-1]), *document.sheets[1:]))
    with pytest.raises(InputError, match="cells_lost") as lost:
        check_every_cell(less, data)
    assert "no se tomó ninguno" in say(lost.value)
