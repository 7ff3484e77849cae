"""A form come back: what it answers, and each thing that is wrong with it, by cell."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st

from gdflow.collect.files import read_document
from gdflow.collect.form_reader import FormReading, read_form
from gdflow.domain.errors import InputError
from gdflow.domain.forms import FIRST_ROW, HIDDEN_SHEET, SHEET, FormColumn
from gdflow.report.form import write_form
from gdflow.spanish.numbers import number
from tests.support.forms import filled, form, line, percent_line

VALUE, SAID, WHY, PROOF = FormColumn.VALUE, FormColumn.NARRATIVE, FormColumn.ZERO_REASON, FormColumn.EVIDENCE


def read(data: bytes) -> FormReading:
    return read_form(read_document(data, "Formulario.xlsx"))


def answered(cells: Mapping[tuple[int, FormColumn], object], percent: frozenset[int] = frozenset()) -> FormReading:
    return read(filled(form(line(), percent_line()), cells, percent))


def codes(reading: FormReading) -> list[str]:
    return [problem.code for problem in reading.problems]


def test_an_untouched_form_answers_nothing_and_is_no_fault() -> None:
    reading = answered({})
    assert (reading.answers, reading.problems, reading.warnings) == ((), (), ())
    assert reading.unanswered == ("uid-03", "uid-12")
    assert (reading.token, reading.team[:6], reading.period) == ("ficha-de-prueba", "Equipo", "2023-Q2")


def test_a_full_row_is_read_with_its_texts_and_cells() -> None:
    answer = answered({(0, VALUE): 9, (0, SAID): "Nueve reuniones", (0, PROOF): "Anexo 02"}).answers[0]
    assert (answer.line_uid, answer.value, answer.zero_reason) == ("uid-03", Decimal(9), None)
    assert (answer.narrative, answer.evidence, answer.raw) == ("Nueve reuniones", "Anexo 02", "9")
    assert answer.cells[VALUE] == "H9"


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("0,3", "0.3"), ("0.3", "0.3"), ("7", "7"), ("1.234,5", "1234.5"), (" 7 ", "7"), ("12.345.678", "12345678"),
        (0.25, "0.25"), (7.0, "7"), (0.1 + 0.2, "0.3"), (7.0000000000000007e-2, "0.07"),
    ],
)  # fmt: skip
def test_a_number_is_read_exactly_in_the_shapes_that_people_type(typed: object, value: str) -> None:
    assert answered({(0, VALUE): typed}).answers[0].value == Decimal(value)


@pytest.mark.parametrize(
    ("typed", "percent", "value"),
    [("33 %", False, "0.33"), ("33,5%", False, "0.335"), (0.4, False, "0.4"), ("0,4", False, "0.4"),
     (0.33, True, "0.33"), (1, False, "1"), ("120 %", False, "1.2")],
)  # fmt: skip
def test_a_percentage_is_kept_as_its_fraction(typed: object, percent: bool, value: str) -> None:
    reading = answered({(1, VALUE): typed}, frozenset({1}) if percent else frozenset())
    assert reading.answers[0].value == Decimal(value)


def plain_percent(typed: object) -> FormReading:
    """The percent line's cell, its format taken away by the team."""
    book = openpyxl.load_workbook(BytesIO(filled(form(percent_line()), {(0, VALUE): typed})))
    book[SHEET]["H9"].number_format = "General"
    buffer = BytesIO()
    book.save(buffer)
    return read(buffer.getvalue())


def test_thirty_in_a_percent_line_asks_for_its_sign() -> None:
    for reading in (plain_percent(30), plain_percent("30"), answered({(1, VALUE): 30})):
        assert codes(reading) == ["percent_without_sign"]
        assert reading.answers == ()


def test_a_percentage_of_a_counted_target_asks_for_units() -> None:
    assert codes(answered({(0, VALUE): "33 %"})) == ["percent_in_count"]
    problem = answered({(0, VALUE): 0.3}, frozenset({0})).problems[0]
    assert "la meta (21) no es un porcentaje" in problem.message


def test_a_word_is_refused_with_its_cell_and_what_was_expected() -> None:
    problem = answered({(0, VALUE): "siete"}).problems[0]
    assert problem.message == "Hoja Formulario, celda H9: dice «siete»; se esperaba un número como 7 o 0,3."
    assert (problem.cell, problem.raw, problem.line_uid) == ("H9", "siete", "uid-03")


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("1.234", "unclear_number"),
        ("1,234", "unclear_number"),
        (datetime(2023, 1, 3), "is_date"),  # noqa: DTZ001  a workbook's dates have no zone
        ("#REF!", "error_value"),
        ("=1+1", "formula_without_value"),
        (True, "not_a_number"),
        ("-2", "negative"),
        (-0.5, "negative"),
        ("7 de 21", "not_a_number"),
        ("1/3", "not_a_number"),
        ("0,1234567", "too_many_decimals"),
        ("²", "not_a_number"),
    ],
)
def test_what_is_no_plain_number_is_refused_by_name(typed: object, code: str) -> None:
    reading = answered({(0, VALUE): typed, (0, WHY): "porque sí"})
    assert (codes(reading), reading.answers) == ([code], ())
    assert reading.problems[0].cell == "H9"
    assert reading.unanswered == ("uid-12",)


def test_of_a_very_long_value_the_sentence_says_the_beginning() -> None:
    [problem] = answered({(0, VALUE): 1e300}).problems
    assert (problem.code, len(problem.raw)) == ("number_too_large", 301)
    assert (len(problem.message) < 200, "0…»" in problem.message) == (True, True)


def test_a_zero_needs_its_reason() -> None:
    bare, explained = answered({(0, VALUE): 0}), answered({(0, VALUE): 0, (0, WHY): "Sin convocatoria"})
    assert codes(bare) == ["zero_without_reason"]
    assert "celda L9: el resultado de H9 es 0" in bare.problems[0].message
    assert (explained.answers[0].value, explained.answers[0].zero_reason) == (Decimal(0), "Sin convocatoria")


def test_texts_without_a_result_ask_for_it() -> None:
    for column in (SAID, WHY, PROOF):
        assert codes(answered({(0, column): "algo"})) == ["value_missing"]


def test_a_reason_beside_an_advance_is_not_kept_and_said() -> None:
    reading = answered({(0, VALUE): 2, (0, WHY): "ninguno"})
    assert (reading.answers[0].zero_reason, reading.warnings[0].code) == (None, "reason_ignored")


def test_a_sum_above_the_target_is_taken_with_a_question() -> None:
    reading = answered({(0, VALUE): 20})
    assert (codes(reading), reading.answers[0].value) == ([], Decimal(20))
    assert (reading.warnings[0].code, reading.warnings[0].cell) == ("above_target", "H9")


@pytest.mark.parametrize(("row", "typed", "said"), [(0, 14.5, "con 14,5 se pasa"), (1, 1.2, "con 120 % se pasa")])
def test_a_doubt_about_a_figure_says_it_with_a_comma(row: int, typed: float, said: str) -> None:
    reading = answered({(row, VALUE): typed}, frozenset({1}))
    assert said in reading.warnings[0].message


def test_an_error_left_by_a_dash_in_a_text_is_named() -> None:
    reading = answered({(0, VALUE): 2, (0, SAID): "#NAME?"})
    assert (codes(reading), reading.problems[0].cell) == (["error_value"], "K9")


def test_all_problems_of_a_form_come_at_once_and_good_rows_are_kept() -> None:
    asked = form(line("a"), line("b"), line("c"))
    reading = read(filled(asked, {(0, VALUE): "siete", (1, VALUE): 3, (2, VALUE): 0}))
    assert codes(reading) == ["not_a_number", "zero_without_reason"]
    assert [answer.line_uid for answer in reading.answers] == ["b"]


def changed(data: bytes, change: str) -> bytes:
    book = openpyxl.load_workbook(BytesIO(data))
    page = book[SHEET]
    match change:
        case "rows":
            page.insert_rows(1, 3)
        case "columns":
            page.insert_cols(FormColumn.VALUE.place + 1, 2)
        case "swap":
            page.move_range("A9:P9", rows=2)
        case "sheet":
            page.title = "Hoja1"
            book.create_sheet("Notas", 0)["A1"] = "Resultado de este período"
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize("change", ["rows", "columns", "swap", "sheet"])
def test_lines_are_found_again_wherever_they_were_moved(change: str) -> None:
    data = filled(form(line("a"), line("b")), {(0, VALUE): 3, (1, VALUE): 4})
    reading = read(changed(data, change))
    assert {answer.line_uid: answer.value for answer in reading.answers} == {"a": Decimal(3), "b": Decimal(4)}
    assert reading.problems == ()


def test_a_line_that_the_form_did_not_ask_for_is_never_taken() -> None:
    reading = answered({(0, VALUE): 3, (0, FormColumn.UID): "uid-de-otro-equipo"})
    assert (codes(reading), reading.answers) == (["unknown_line"], ())


def test_a_copied_row_and_a_row_without_a_line_are_refused() -> None:
    twice = answered({(0, VALUE): 3, (2, VALUE): 4, (2, FormColumn.UID): "uid-03", (3, VALUE): 5})
    assert codes(twice) == ["duplicate_line", "row_without_line"]
    assert twice.answers == ()


def test_a_file_without_the_hidden_sheet_is_no_form() -> None:
    book = openpyxl.load_workbook(BytesIO(write_form(form())))
    del book[HIDDEN_SHEET]
    buffer = BytesIO()
    book.save(buffer)
    with pytest.raises(InputError) as refused:
        read(buffer.getvalue())
    assert (refused.value.code, refused.value.facts["file"]) == ("not_a_form", "Formulario.xlsx")


@pytest.mark.parametrize(
    ("sheet", "cell", "value", "code"),
    [
        (HIDDEN_SHEET, "B2", "9", "form_version"),
        (HIDDEN_SHEET, "A6", "otra cosa", "not_a_form"),
        (HIDDEN_SHEET, "B3", None, "not_a_form"),
        (SHEET, "H8", "Dato", "form_columns"),
        (SHEET, "L8", "Por qué", "form_columns"),
    ],
)
def test_a_form_that_cannot_be_followed_is_refused_whole(sheet: str, cell: str, value: str | None, code: str) -> None:
    book = openpyxl.load_workbook(BytesIO(write_form(form())))
    book[sheet][cell] = value
    buffer = BytesIO()
    book.save(buffer)
    with pytest.raises(InputError) as refused:
        read(buffer.getvalue())
    assert refused.value.code == code


def test_odd_texts_in_the_hidden_sheet_do_no_harm() -> None:
    book = openpyxl.load_workbook(BytesIO(filled(form(line()), {(0, VALUE): 3})))
    for cell in ("B7", "C7", "D7"):
        book[HIDDEN_SHEET][cell] = "???"
    buffer = BytesIO()
    book.save(buffer)
    assert read(buffer.getvalue()).answers[0].value == Decimal(3)


AMOUNTS = st.decimals(min_value="0.000001", max_value="999", places=6)


@given(amounts=st.lists(AMOUNTS, min_size=1, max_size=5), as_text=st.booleans())
@examples(max_examples=25)
def test_whatever_was_typed_comes_back_as_the_same_decimal(amounts: list[Decimal], as_text: bool) -> None:
    lines = [line(f"uid-{at}") for at in range(len(amounts))]
    typed = [number(amount) if as_text else float(amount) for amount in amounts]
    cells = {(at, VALUE): value for at, value in enumerate(typed)}
    reading = read(filled(form(*lines), cells))
    unclear = {problem.line_uid for problem in reading.problems if problem.code == "unclear_number"}
    taken = {answer.line_uid: answer.value for answer in reading.answers}
    assert len(taken) + len(unclear) == len(amounts)
    assert all(taken[f"uid-{at}"] == amount for at, amount in enumerate(amounts) if f"uid-{at}" not in unclear)


def test_the_first_row_of_answers_is_the_one_the_layout_names() -> None:
    assert answered({(0, VALUE): 1}).answers[0].cells[VALUE] == f"H{FIRST_ROW}"


def test_a_line_without_a_target_takes_numbers_and_percentages() -> None:
    asked = form(line("a", None), line("b", None), line("c", None))
    reading = read(filled(asked, {(0, VALUE): 7, (1, VALUE): "33 %", (2, VALUE): "siete"}))
    assert [answer.value for answer in reading.answers] == [Decimal(7), Decimal("0.33")]
    assert codes(reading) == ["not_a_number"]
