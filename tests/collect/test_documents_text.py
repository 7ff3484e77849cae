"""Texts and csv files are read as sheets whose rows keep the line numbers of the file."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdflow.collect.files import open_document, read_document
from gdflow.collect.sheet import CellKind, Sheet
from gdflow.domain.errors import InputError

PLANS = Path(__file__).parents[1] / "data" / "plans"


def only(text: str | bytes, name: str = "plan.csv") -> Sheet:
    data = text if isinstance(text, bytes) else text.encode()
    (sheet,) = read_document(data, name).sheets
    return sheet


def grid(sheet: Sheet) -> dict[int, list[str]]:
    return {row.number: [cell.text for cell in row.cells] for row in sheet.rows}


def test_lines_keep_their_numbers_and_tabs_part_their_cells() -> None:
    assert grid(only("\n\nITEM\tMETA\n \t \n1\t\t3\t\n", "plan.txt")) == {3: ["ITEM", "META"], 5: ["1", "", "3"]}


def test_every_cell_of_a_text_is_a_text() -> None:
    (row,) = only("1\t0,3\t01-Jan-23\t100,0%\t#REF!", "plan.txt").rows
    assert {cell.kind for cell in row.cells} == {CellKind.TEXT}


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_as_any_system_ends_them(end: str) -> None:
    assert grid(only(end.join(["a\tb", "", "c"]), "plan.txt")) == {1: ["a", "b"], 3: ["c"]}
    assert grid(only(end.join(["a;b", "", "c;d"]))) == {1: ["a", "b"], 3: ["c", "d"]}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_accents_are_read_in_every_usual_encoding(encoding: str) -> None:
    text = "ÍTEM\tAÑO – “meta”"
    assert grid(only(text.encode(encoding), "plan.txt")) == {1: ["ÍTEM", "AÑO – “meta”"]}
    assert grid(only(text.replace("\t", ";").encode(encoding))) == {1: ["ÍTEM", "AÑO – “meta”"]}


def test_other_line_signs_do_not_break_a_line() -> None:
    assert grid(only("a\x0bb\x0cc\u2028d\x85e\tf\x1a", "plan.txt")) == {1: ["a\x0bb\x0cc\u2028d\x85e", "f"]}


def test_quotes_in_a_text_are_only_quotes() -> None:
    text = '"Plan" de acción\t"meta\t5"\n"sin cerrar\tb\n'
    assert grid(only(text, "plan.txt")) == {1: ['"Plan" de acción', '"meta', '5"'], 2: ['"sin cerrar', "b"]}


def test_a_quoted_cell_of_a_text_may_go_on_over_lines() -> None:
    text = 'a\t"uno\ndijo ""dos""\ntres"\tb\nc\td'
    assert grid(only(text, "plan.txt")) == {1: ["a", 'uno\ndijo "dos"\ntres', "b"], 4: ["c", "d"]}


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_delimiter_of_a_csv_is_found(delimiter: str) -> None:
    lines = [["ITEM", "ACTIVIDAD", "META"], ["1", "Hacer; luego, ver", "0,3"], ["2", "Otra", "1,5"]]
    text = "\n".join(delimiter.join(f'"{field}"' for field in line) for line in lines)
    assert grid(only(text)) == dict(enumerate(lines, start=1))


def test_decimal_commas_do_not_pass_for_delimiters() -> None:
    assert grid(only("META;AVANCE\n1,5;0,3\n2,5;0,1\n")) == {
        1: ["META", "AVANCE"],
        2: ["1,5", "0,3"],
        3: ["2,5", "0,1"],
    }
    assert grid(only("1,5;0,3\n2,5;0,1\n"))[1] == ["1,5", "0,3"]


def test_semicolons_in_sentences_do_not_pass_for_delimiters() -> None:
    text = "ITEM,ACTIVIDAD,META\n1,Hacer; ver,3\n2,Probar; medir,4\n3,Otra,5\n"
    assert grid(only(text))[2] == ["1", "Hacer; ver", "3"]


def test_title_lines_above_the_table_do_not_hide_the_delimiter() -> None:
    text = "ALCALDÍA\nPLAN DE ACCIÓN, VIGENCIA 2023\n\nITEM;META\n1;0,3\n2;0,4\n"
    assert grid(only(text))[4] == ["ITEM", "META"]


def test_a_csv_of_one_column_stays_one_column() -> None:
    assert grid(only("EQUIPO\nGobierno Digital\n")) == {1: ["EQUIPO"], 2: ["Gobierno Digital"]}


def test_the_delimiter_may_be_stated_in_the_first_line() -> None:
    assert grid(only("sep=|\r\na|b;c;d\r\n")) == {2: ["a", "b;c;d"]}


def test_a_record_over_several_lines_has_the_number_of_its_first() -> None:
    text = 'a;b\n1;"uno\ndos; ""tres"""\n\n2;x\n'
    assert grid(only(text)) == {1: ["a", "b"], 2: ["1", 'uno\ndos; "tres"'], 5: ["2", "x"]}


@pytest.mark.parametrize("rest", ["", '6;"y"\n', '6;y "z"\n7;8\n'])
def test_a_stray_quote_is_reported_and_swallows_nothing(rest: str) -> None:
    with pytest.raises(InputError, match="'line': 3"):
        only('a;b\n1;2\n3;"x\n4;5\n' + rest)


def test_a_quoted_word_at_the_start_of_a_field_is_only_a_word() -> None:
    assert grid(only('a;b\n"Plan" de acción;2\n')) == {1: ["a", "b"], 2: ["Plan de acción", "2"]}


def test_a_csv_and_a_text_are_told_apart_by_name_only() -> None:
    assert grid(only("a;b\tc\nd;e", "plan.CSV")) == {1: ["a", "b\tc"], 2: ["d", "e"]}
    assert grid(only("a;b\tc\nd;e", "plan.TXT")) == {1: ["a;b", "c"], 2: ["d;e"]}
    assert only("a\tb", "Plan 2023.txt").name == "Plan 2023"


def test_the_letters_of_a_pdf_are_read_as_people_type_them() -> None:
    text = "o\ufb01cina\tSecretari\u0301a\tabaste\u00adcer\tlicen\u00ad\nre\ufb02ejo\tan\u0303o\t\u200bmeta\tcias"
    wanted = {1: ["oficina", "Secretaría", "abastecer", "licen-"], 2: ["reflejo", "año", "meta", "cias"]}
    assert grid(only(text, "plan.txt")) == wanted


# but for the letters that a PDF holds in a way of its own
FIELDS = st.text(
    st.characters(exclude_categories=["C", "Mn"], exclude_characters="\u2028\u2029\ufb00\ufb01\ufb02\ufb03\ufb04"),
    max_size=8,
)


@given(rows=st.lists(st.lists(FIELDS, min_size=2, max_size=4), min_size=1, max_size=6))
def test_no_field_of_a_text_is_lost(rows: list[list[str]]) -> None:
    text = "\n".join("\t".join("x" + field for field in row) for row in rows)
    assert grid(only(text, "plan.txt")) == {n: ["x" + field for field in row] for n, row in enumerate(rows, start=1)}


@given(width=st.integers(2, 5), fields=st.lists(st.text("ab ,;\"'\n1", max_size=6), min_size=2, max_size=30))
def test_no_field_of_a_csv_is_lost(width: int, fields: list[str]) -> None:
    rows = [[f"x{field}" for field in fields[at : at + width]] for at in range(0, len(fields) - width + 1, width)]
    text = "sep=;\n" + "".join(";".join('"' + field.replace('"', '""') + '"' for field in row) + "\n" for row in rows)
    assert [[cell.text for cell in row.cells] for row in (only(text).rows if rows else ())] == rows


@pytest.mark.parametrize("plan", ["cartagena_2023.txt", "cartago_2024.txt"])
def test_the_real_texts_are_read_with_their_lines(plan: str) -> None:
    (sheet,) = open_document(PLANS / plan).sheets
    lines = dict(enumerate((PLANS / plan).read_text(encoding="utf-8").split("\n"), start=1))
    assert [row.number for row in sheet.rows] == [number for number, line in lines.items() if line.strip()]
    assert all("\t".join(cell.text for cell in row.cells) in lines[row.number] for row in sheet.rows[4:8])
