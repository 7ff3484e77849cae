"""A team's form as its reader meets it."""

from io import BytesIO

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from gdflow.domain.forms import COLUMNS, FIRST_ROW, HIDDEN_SHEET, INPUTS, SHEET, TITLES_ROW, TOKEN_PROPERTY, FormColumn
from gdflow.domain.plan import Accumulation
from gdflow.report.form import write_form
from tests.support.forms import form, line, percent_line


def opened(data: bytes, *, values: bool = False) -> Worksheet:
    return openpyxl.load_workbook(BytesIO(data), data_only=values)[SHEET]


def at(page: Worksheet, column: FormColumn, row: int = FIRST_ROW) -> object:
    return page.cell(row, column.place + 1).value


def test_only_the_four_answer_cells_of_a_line_are_open() -> None:
    page = opened(write_form(form(line(), line("uid-04"))))
    assert page.protection.sheet
    assert not page.protection.password
    for row in range(1, FIRST_ROW + 4):
        for column in COLUMNS:
            open_cell = column in INPUTS and FIRST_ROW <= row < FIRST_ROW + 2
            assert page.cell(row, column.place + 1).protection.locked is not open_cell


def test_the_first_result_is_asked_in_h9_under_its_title() -> None:
    page = opened(write_form(form()))
    assert page["H8"].value == "Resultado de este período"
    assert page["H9"].value is None
    assert (TITLES_ROW, FIRST_ROW) == (8, 9)


def test_the_token_stands_in_a_sheet_that_nobody_sees_and_in_a_property() -> None:
    book = openpyxl.load_workbook(BytesIO(write_form(form())))
    assert book[HIDDEN_SHEET].sheet_state == "veryHidden"
    assert book[HIDDEN_SHEET]["B3"].value == "ficha-de-prueba"
    properties = book.custom_doc_props  # type: ignore[attr-defined]  # the stubs do not know it
    assert properties[TOKEN_PROPERTY].value == "ficha-de-prueba"


def test_the_same_form_gives_the_same_bytes() -> None:
    assert write_form(form()) == write_form(form())


def test_living_cells_carry_their_value_for_programs_that_do_not_calculate() -> None:
    page = opened(write_form(form(line(), percent_line())), values=True)
    assert at(page, FormColumn.RUNNING) == "Lleva 7 de 21"
    assert at(page, FormColumn.NOTICE) == "Sin reportar"
    assert at(page, FormColumn.RUNNING, FIRST_ROW + 1) == "Lleva 0\u00a0% de 100\u00a0%"


@pytest.mark.parametrize(
    ("accumulation", "so_far", "said"),
    [
        (Accumulation.CUMULATIVE, "7", "Lleva 7 de 21"),
        (Accumulation.LATEST, "7", "Último: 7 · meta 21"),
        (Accumulation.STOCK, None, "Sin dato anterior · meta 21"),
    ],
)
def test_a_line_says_where_it_stands_in_the_sense_of_its_accumulation(
    accumulation: Accumulation, so_far: str | None, said: str
) -> None:
    page = opened(write_form(form(line(so_far=so_far, accumulation=accumulation))), values=True)
    assert at(page, FormColumn.RUNNING) == said


def test_the_notice_asks_about_a_sum_above_the_target_and_nothing_of_a_level() -> None:
    summed = opened(write_form(form(line())))
    level = opened(write_form(form(line(accumulation=Accumulation.LATEST))))
    assert "¿escribió el acumulado?" in str(at(summed, FormColumn.NOTICE))
    assert "¿escribió el acumulado?" not in str(at(level, FormColumn.NOTICE))


def test_a_percent_line_is_shown_and_asked_as_a_percentage() -> None:
    page = opened(write_form(form(percent_line())))
    assert page["H9"].number_format == "0.0#%"
    rule = next(rule for rule in page.data_validations.dataValidation if "H9" in rule.sqref)
    assert "30 %" in str(rule.prompt)


def test_a_result_below_zero_or_a_text_is_refused_while_typing_in_spanish() -> None:
    page = opened(write_form(form()))
    rule = next(rule for rule in page.data_validations.dataValidation if "H9" in rule.sqref)
    assert (rule.type, rule.operator, rule.formula1) == ("decimal", "greaterThanOrEqual", "0")
    assert rule.errorTitle == "Se espera un número"
    assert rule.errorStyle in (None, "stop")


@pytest.mark.parametrize("text", ["=1+1", '=cmd|"/c calc"!A1', "+SUM(A1)", "@x", "-2", "https://x.example", "{=A1}"])
def test_text_of_the_plan_never_becomes_a_formula_or_a_link(text: str) -> None:
    page = opened(write_form(form(line(activity=text, previous_note=text), team=text)))
    cell = page.cell(FIRST_ROW, FormColumn.ACTIVITY.place + 1)
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)


def test_control_characters_and_endless_texts_leave_a_readable_workbook() -> None:
    page = opened(write_form(form(line(activity="Antes\x07 y después\x00", target_text="x" * 40_000))))
    assert at(page, FormColumn.ACTIVITY) == "Antes y después"
    assert len(str(at(page, FormColumn.TARGET_TEXT))) == 32_767


def test_a_form_of_several_plans_shows_which_plan_a_line_belongs_to() -> None:
    plans = {"gobierno-digital": "Política gobierno digital", "mejoramiento": "Plan de mejoramiento"}
    one, two = form(line()), form(line(), line("uid-04", plan_code="mejoramiento"), plans=plans)
    assert opened(write_form(one)).column_dimensions["A"].hidden
    assert not opened(write_form(two)).column_dimensions["A"].hidden
    assert at(opened(write_form(two)), FormColumn.PLAN, FIRST_ROW + 1) == "mejoramiento"


def test_a_printed_form_repeats_its_titles_and_keeps_its_secrets_off_the_page() -> None:
    page = opened(write_form(form()))
    assert page.print_title_rows == "$7:$8"
    assert str(page.print_area).endswith("$A$1:$M$10")
    assert (page.page_setup.orientation, page.page_setup.fitToHeight) == ("landscape", 0)
    assert "Página &P de &N" in str(page.HeaderFooter.oddFooter)


def test_the_head_says_how_many_lines_are_asked_and_both_dates() -> None:
    said = str(opened(write_form(form(line())))["B3"].value)
    assert said.startswith("1 línea por reportar. Fecha límite: lunes 10 de julio de 2023.")
    assert "se cierra el lunes 17 de julio de 2023" in said


def test_a_line_without_a_target_is_asked_without_one() -> None:
    page = opened(write_form(form(line(target=None, target_text="Según demanda"))), values=True)
    assert at(page, FormColumn.RUNNING) == "Lleva 7"
    assert at(page, FormColumn.TARGET) is None
