"""A Word document's tables are read as sheets, with what a reader of the page sees and nothing else."""

from pathlib import Path

import pytest

from gdflow.collect.files import open_document, read_document
from gdflow.collect.sheet import Merge, Sheet
from gdflow.domain.errors import InputError
from tests.support.office import links, p, package, tbl, tc, tr, word, word_parts

PLANS = Path(__file__).parents[1] / "data" / "plans"
DELETED = "<w:del><w:r><w:delText>no</w:delText><w:t>no</w:t></w:r></w:del>"


def sheets(body: str, **margins: str) -> tuple[Sheet, ...]:
    return read_document(word(body, **margins), "plan.docx").sheets


def grid(sheet: Sheet) -> dict[int, list[str]]:
    return {row.number: [cell.text for cell in row.cells] for row in sheet.rows}


def text_of(paragraph: str) -> str:
    return sheets(tbl(tr(tc(f"<w:p>{paragraph}</w:p>"))))[0].rows[0].cell(0).text


def test_each_table_is_a_sheet() -> None:
    first, second = sheets(tbl(tr("a", "b"), tr("c")) + p("entre") + tbl(tr("d")))
    assert (first.name, first.kind, grid(first)) == ("Tabla 1", "table", {1: ["a", "b"], 2: ["c"]})
    assert (second.name, grid(second)) == ("Tabla 2", {1: ["d"]})


def test_texts_outside_tables_come_in_order_with_headers_and_footers_around() -> None:
    header = tbl(tr(tc(p("Concejo") + p("Nit 1")), "Código")) + p("Plan")
    (sheet,) = sheets(p("antes") + tbl(tr("a")) + p(" ") + p("después"), header=header, footer=p("Página 1"))
    assert sheet.loose == ("Concejo", "Nit 1", "Código", "Plan", "antes", "después", "Página 1")


def test_a_document_without_tables_is_its_paragraphs() -> None:
    (sheet,) = sheets(p("uno") + p("") + p("tres"), header=p("Concejo"))
    assert (sheet.name, sheet.kind, sheet.loose) == ("Documento", "text", ("Concejo",))
    assert grid(sheet) == {1: ["uno"], 3: ["tres"]}


def test_an_empty_document_is_an_empty_sheet() -> None:
    (sheet,) = sheets("")
    assert sheet.rows == ()


def test_a_blank_row_is_left_out_but_counted() -> None:
    assert grid(sheets(tbl(tr("a"), tr("", " "), tr("", "c", "")))[0]) == {1: ["a"], 3: ["", "c"]}


def test_paragraphs_of_a_cell_are_its_lines() -> None:
    assert grid(sheets(tbl(tr(tc(p("uno", " y medio") + p("") + p("dos")))))[0]) == {1: ["uno y medio\ndos"]}


def test_a_wide_cell_takes_its_columns() -> None:
    (sheet,) = sheets(tbl(tr(tc("a", '<w:gridSpan w:val="3"/>'), "d"), tr("1", "2", "3", "4")))
    assert grid(sheet) == {1: ["a", "", "", "d"], 2: ["1", "2", "3", "4"]}
    assert sheet.merges == (Merge(1, 0, 1, 2),)


def test_a_tall_cell_is_blank_below_its_first_row() -> None:
    start, more = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    (sheet,) = sheets(tbl(tr(tc("a", start), "1"), tr(tc("", more), "2"), tr(tc("oculto", more), "3"), tr("b", "4")))
    assert grid(sheet) == {1: ["a", "1"], 2: ["", "2"], 3: ["", "3"], 4: ["b", "4"]}
    assert sheet.merges == (Merge(1, 0, 3, 0),)


def test_a_tall_cell_ends_where_the_next_one_starts() -> None:
    start, more = '<w:vMerge w:val="restart"/>', '<w:vMerge w:val="continue"/>'
    (sheet,) = sheets(
        tbl(tr(tc("a", start)), tr(tc("", more)), tr(tc("b", start)), tr(tc("", more)), tr(tc("c", start)))
    )
    assert sheet.merges == (Merge(1, 0, 2, 0), Merge(3, 0, 4, 0))


def test_a_cell_both_wide_and_tall_is_one_range() -> None:
    both = '<w:gridSpan w:val="2"/><w:vMerge{}/>'
    rows = tr("x", tc("a", both.format(' w:val="restart"'))) + tr("y", tc("", both.format("")), "z")
    (sheet,) = sheets(tbl(rows))
    assert grid(sheet)[2] == ["y", "", "", "z"]
    assert sheet.merges == (Merge(1, 1, 2, 2),)


def test_a_cell_that_goes_on_from_nothing_keeps_its_text() -> None:
    (sheet,) = sheets(tbl(tr(tc("a", "<w:vMerge/>")), tr("b"), tr(tc("c", "<w:vMerge/>"))))
    assert grid(sheet) == {1: ["a"], 2: ["b"], 3: ["c"]}


def test_a_row_that_starts_further_right_keeps_its_columns() -> None:
    (sheet,) = sheets(tbl(tr("a", "b"), tr("c", properties='<w:gridBefore w:val="1"/>')))
    assert grid(sheet)[2] == ["", "c"]


def test_a_table_in_a_cell_is_lines_of_that_cell() -> None:
    inner = tbl(tr("1", "2"), tr("3", ""))
    (sheet,) = sheets(tbl(tr(tc(p("Metas") + inner + p("fin")), "b")))
    assert grid(sheet) == {1: ["Metas\n1\t2\n3\nfin", "b"]}


def test_tabs_and_breaks_are_kept() -> None:
    first = '<w:r><w:t xml:space="preserve"> a</w:t><w:tab/><w:t>b</w:t><w:br/></w:r>'
    assert text_of(first + "<w:r><w:t>1</w:t><w:noBreakHyphen/><w:t>2</w:t></w:r>") == " a\tb\n1-2"


@pytest.mark.parametrize(
    "unseen",
    [
        DELETED,
        "<w:moveFrom><w:r><w:t>no</w:t></w:r></w:moveFrom>",
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>no</w:t></w:r>",
        '<w:r><w:rPr><w:vanish w:val="1"/></w:rPr><w:t>no</w:t></w:r>',
        "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>no</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>",
        "<w:r><w:instrText>PAGE</w:instrText></w:r>",
    ],
)
def test_what_the_reader_does_not_see_is_left_out(unseen: str) -> None:
    assert text_of("<w:r><w:t>sí</w:t></w:r>" + unseen) == "sí"


@pytest.mark.parametrize(
    "seen",
    [
        "<w:ins><w:r><w:t>sí</w:t></w:r></w:ins>",
        "<w:moveTo><w:r><w:t>sí</w:t></w:r></w:moveTo>",
        "<w:hyperlink><w:r><w:t>sí</w:t></w:r></w:hyperlink>",
        "<w:sdt><w:sdtContent><w:r><w:t>sí</w:t></w:r></w:sdtContent></w:sdt>",
        '<w:fldSimple w:instr="x"><w:smartTag><w:r><w:t>sí</w:t></w:r></w:smartTag></w:fldSimple>',
        '<w:r><w:rPr><w:vanish w:val="false"/></w:rPr><w:t>sí</w:t></w:r>',
    ],
)
def test_what_the_reader_sees_is_kept(seen: str) -> None:
    assert text_of(DELETED + seen) == "sí"


def test_a_deleted_row_is_no_row() -> None:
    (sheet,) = sheets(tbl(tr("a"), tr("no", properties="<w:del/>"), tr("b", properties="<w:ins/><w:hidden/>")))
    assert grid(sheet) == {1: ["a"], 2: ["b"]}
    assert [row.hidden for row in sheet.rows] == [False, True]


def test_rows_and_cells_in_content_controls_are_found() -> None:
    control = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"
    body = control.format(tbl(control.format(tr("a")), "<w:tr>" + control.format(tc("b")) + tc("c") + "</w:tr>"))
    assert grid(sheets(body)[0]) == {1: ["a"], 2: ["b", "c"]}


def test_the_strict_dialect_is_read_alike() -> None:
    strict = {
        name: str(part).replace(
            "schemas.openxmlformats.org/wordprocessingml/2006", "purl.oclc.org/ooxml/wordprocessingml"
        )
        for name, part in word_parts(tbl(tr(tc("a", '<w:gridSpan w:val="2"/>')))).items()
    }
    assert read_document(package(strict), "plan.docx").sheets[0].merges == (Merge(1, 0, 1, 1),)


def test_a_header_that_is_named_but_missing_is_damage() -> None:
    parts = word_parts(p("a")) | {"word/_rels/document.xml.rels": links({"rId1": ("header", "header9.xml")})}
    with pytest.raises(InputError, match="damaged_file"):
        read_document(package(parts), "plan.docx")


def test_the_real_plan_is_read() -> None:
    (sheet,) = open_document(PLANS / "cartago_2024.docx").sheets
    assert sheet.rows[0].cell(0).text == "CATEGORÍAS"
    assert {len(row.cells) for row in sheet.rows} == {3}
    assert sheet.loose[:2] == ("CONCEJO MUNICIPAL DE CARTAGO Nit: 900.215.967-5", "CODIGO: TI.PL04")
