"""What cannot be read is told at its cell and never becomes a blank, a zero or a guess in silence."""

from datetime import date
from decimal import Decimal

import pytest

from gdflow.collect.plan_reader.issues import SEVERITIES
from gdflow.domain.plan import PlanReading, Severity
from gdflow.spanish.reading import SENTENCES
from tests.collect.plan_reader.grids import Value, codes, error, formula, grid, numbers, only, percent, plan

TIC = "Oficina TIC"
TITLES = ["Actividad", "Responsable", "Fecha inicio", "Fecha fin", "Meta", "Resultado T1", "Resultado T2"]
GOOD: list[Value] = ["Una", TIC, date(2024, 1, 1), date(2024, 6, 30), 4, 1, 2]


def with_cell(column: int, value: Value, *more: list[Value]) -> PlanReading:
    row = [*GOOD[:column], value, *GOOD[column + 1 :]]
    return plan(grid([TITLES, row, *more]))


def told(reading: PlanReading, code: str) -> tuple[int | None, str | None]:
    (issue,) = [issue for issue in reading.issues if issue.code == code]
    return issue.row, issue.cell


def test_a_good_row_has_no_doubt() -> None:
    reading = plan(grid([TITLES, GOOD]))
    assert codes(reading) == []
    assert numbers(only(reading).results) == {"2024-Q1": "1", "2024-Q2": "2"}


@pytest.mark.parametrize(
    ("column", "value", "code", "cell"),
    [
        (3, None, "missing_deadline", None),
        (1, None, "missing_responsible", None),
        (3, date(2023, 5, 1), "window_reversed", "D2"),
        (5, error("#REF!"), "error_value", "F2"),
        (4, error("#DIV/0!"), "error_value", "E2"),
        (3, error("#REF!"), "error_value", "D2"),
        (5, formula("=A1+B1"), "formula_without_value", "F2"),
        (5, "tres hechas y dos por hacer", "unreadable_value", "F2"),
        (5, "3/4", "unreadable_value", "F2"),
        (4, "1.234", "ambiguous_number", "E2"),
        (5, "25%", "unit_mismatch", "F2"),
        (3, "31/02/2024", "unreadable_value", "D2"),
        (3, "Permanente", "unreadable_value", "D2"),
        (3, "noviembre de 2024", "month_only", "D2"),
        (3, 45657, "serial_date", "D2"),
        (5, Decimal(-1), "negative_value", "F2"),
        (5, "Pendiente", "placeholder_text", "F2"),
        (3, "45650", "serial_date", "D2"),
        (3, "#N/A", "error_value", "D2"),
        (5, "#¡DIV/0!", "error_value", "F2"),
        (5, "X", "unreadable_value", "F2"),
    ],
)
def test_a_doubt_is_told_at_its_place(column: int, value: Value, code: str, cell: str | None) -> None:
    reading = with_cell(column, value)
    assert told(reading, code) == (2, cell)


@pytest.mark.parametrize(
    ("column", "day", "cell"),
    [(3, date(2052, 6, 30), "D2"), (2, date(1924, 1, 1), "C2")],
)
def test_a_year_far_from_the_others_is_told(column: int, day: date, cell: str) -> None:
    assert told(with_cell(column, day, GOOD, GOOD), "unlikely_date") == (2, cell)


def test_an_end_before_the_year_of_a_yearly_plan_is_told() -> None:
    early: list[Value] = [*GOOD[:2], None, date(2023, 12, 1), *GOOD[4:]]
    assert told(plan(grid([["Plan de acción 2024"], TITLES, early, GOOD])), "unlikely_date") == (3, "D3")
    assert "unlikely_date" not in codes(plan(grid([["Plan de mejoramiento 2024"], TITLES, early, GOOD])))


@pytest.mark.parametrize("value", [error("#REF!"), formula("=X"), "3/4", "25%", "-", "N/A", "Pendiente", None])
def test_what_is_no_figure_gives_no_result(value: Value) -> None:
    assert numbers(only(with_cell(5, value)).results) == {"2024-Q2": "2"}


@pytest.mark.parametrize(
    ("text", "proposal", "taken"),
    [
        ("12.500", "12500", "12500 (el punto separa miles)"),
        ("3,000", "3", "3 (la coma separa decimales)"),
        ("1,250", "1.25", "1,25 (la coma separa decimales)"),
    ],
)
def test_what_was_taken_of_a_doubtful_figure_is_said_in_one_way(text: str, proposal: str, taken: str) -> None:
    (doubt,) = with_cell(5, text).issues
    assert (doubt.code, doubt.proposal) == ("ambiguous_number", proposal)
    assert taken in doubt.message


def test_a_day_is_said_in_words_and_proposed_as_a_date() -> None:
    (doubt,) = with_cell(3, "noviembre de 2024").issues
    assert doubt.proposal == "2024-11-30"
    assert "se tomó 30 de noviembre de 2024" in doubt.message


def test_what_is_no_day_is_said_as_it_stands() -> None:
    (doubt,) = with_cell(3, "2024-02-31").issues
    assert "«2024-02-31»" in doubt.message


def test_a_sign_that_is_no_word_among_markers_stops_nothing() -> None:
    rows: list[list[Value]] = [["Una", TIC, 4, "P", 1], [None, None, None, "E", 1], ["Dos", TIC, 4, "½", 1]]
    assert plan(grid([["Actividad", "Responsable", "Meta", "P/E", "T1 2024"], *rows])).lines


def test_a_year_that_no_plan_has_gives_none_to_its_periods() -> None:
    titles: list[Value] = ["Actividad", "Responsable", "Fecha fin", "Meta", "Trimestre I", "Trimestre II"]
    reading = plan(grid([titles, ["Una", TIC, date(25, 11, 30), 4, 1, 2]]), as_of=None)
    assert "missing_year" in codes(reading)


def test_an_office_over_the_table_that_a_lookup_did_not_find_is_none() -> None:
    rows: list[list[Value]] = [["DEPENDENCIA:", "#N/A"], ["Actividad", "Meta", "Fecha fin"]]
    reading = plan(grid([*rows, ["Una", 4, date(2024, 6, 30)], ["Dos", 4, date(2024, 6, 30)]]))
    assert [line.teams for line in reading.lines] == [(), ()]
    assert "missing_responsible" in codes(reading)


def test_a_dash_says_nothing_and_is_not_told() -> None:
    assert codes(with_cell(5, "-")) == []


def test_a_percent_of_one_thing_is_that_much_of_it() -> None:
    row: list[Value] = [*GOOD[:4], 1, "30%", None]
    reading = plan(grid([TITLES, row]))
    assert numbers(only(reading).results) == {"2024-Q1": "0.30"} or numbers(only(reading).results) == {"2024-Q1": "0.3"}
    assert [issue.severity for issue in reading.issues] == [Severity.WARNING]


def test_bare_figures_of_a_percent_line_are_hundredths_only_when_all_of_them_can_be() -> None:
    sure = only(plan(grid([TITLES, [*GOOD[:4], "100%", 30, 50]])))
    mixed = plan(grid([TITLES, [*GOOD[:4], "100%", Decimal("0.3"), 50]]))
    assert numbers(sure.results) == {"2024-Q1": "0.3", "2024-Q2": "0.5"}
    assert numbers(only(mixed).results) == {"2024-Q1": "0.3"}
    assert told(mixed, "percent_or_count") == (2, "G2")


def test_a_line_whose_unit_is_percent_has_a_fraction_as_target() -> None:
    titles = ["Indicador", "Unidad de medida", "Meta", "Responsable", "Fecha fin", "Resultado T1"]
    line = only(plan(grid([titles, ["Cobertura", "Porcentaje", 80, TIC, date(2024, 6, 1), percent("0.2")]])))
    assert (line.target, line.target_unit, numbers(line.results)) == (Decimal("0.8"), "percent", {"2024-Q1": "0.2"})


def test_dates_are_day_and_month_unless_the_column_proves_otherwise() -> None:
    usual = only(plan(grid([TITLES, [*GOOD[:3], "03/04/2024", 4, 1, 2]])))
    assert usual.due == date(2024, 4, 3)
    proved = with_cell(3, "03/30/2024", [*GOOD[:3], "03/04/2024", 4, 1, 2])
    assert [line.due for line in proved.lines] == [date(2024, 3, 30), date(2024, 3, 4)]
    assert told(proved, "ambiguous_date") == (3, "D3")


def test_a_column_that_writes_both_orders_decides_nothing() -> None:
    rows = [[*GOOD[:3], text, 4, 1, 2] for text in ("03/30/2024", "25/06/2024", "05/06/2024")]
    reading = plan(grid([TITLES, *rows]))
    assert [line.due for line in reading.lines] == [date(2024, 3, 30), date(2024, 6, 25), None]
    assert told(reading, "ambiguous_date") == (4, "D4")


def test_a_printed_result_is_checked_within_half_a_unit_of_its_last_place() -> None:
    titles = ["Actividad", "Responsable", "Fecha fin", "Meta", "Resultado T1", "Resultado T2", "RESULTADO"]
    row: list[Value] = ["Una", TIC, date(2024, 6, 30), 21, 7, None]
    assert codes(plan(grid([titles, [*row, "33,3%"]]))) == []
    wrong = plan(grid([titles, [*row, "34,0%"]]))
    assert told(wrong, "result_mismatch") == (2, "G2")
    assert numbers(only(wrong).results) == {"2024-Q1": "7"}


def test_a_zero_of_a_period_open_at_the_cut_off_is_a_blank() -> None:
    reading = plan(grid([TITLES, [*GOOD[:5], 0, 0]]), as_of=date(2024, 4, 10))
    assert numbers(only(reading).results) == {"2024-Q1": "0"}


def test_without_a_cut_off_zeros_stay_but_behind_the_last_period_that_anybody_used() -> None:
    reading = plan(grid([TITLES, [*GOOD[:5], 1, 0], [*GOOD[:5], 0, 0]]))
    assert [numbers(line.results) for line in reading.lines] == [{"2024-Q1": "1"}, {"2024-Q1": "0"}]
    assert codes(reading) == ["placeholder_zero"]
    assert numbers(only(plan(grid([TITLES, [*GOOD[:5], 0, 0]]))).results) == {"2024-Q1": "0", "2024-Q2": "0"}


def test_hidden_rows_and_columns_are_read_and_told() -> None:
    reading = plan(grid([TITLES, GOOD], hidden_rows=[2], hidden_columns=[4]))
    assert only(reading).target == Decimal(4)
    assert codes(reading) == ["hidden_column", "hidden_row"]


def test_a_number_printed_twice_is_told_and_both_lines_stay() -> None:
    rows = [["4. Definir", *GOOD[1:]], ["4. Medir", *GOOD[1:]]]
    reading = plan(grid([TITLES, *rows]))
    assert [line.number for line in reading.lines] == ["4", "4"]
    assert told(reading, "duplicate_number") == (3, "A3")


def test_a_row_moved_to_the_right_is_put_back() -> None:
    moved: list[Value] = ["Dos", None, TIC, date(2024, 1, 1), date(2024, 6, 30), 4, 1, 2]
    reading = plan(grid([[*TITLES, "Observaciones"], [*GOOD, None], moved]))
    assert reading.lines[1].teams == (TIC,)
    assert numbers(reading.lines[1].results) == {"2024-Q1": "1", "2024-Q2": "2"}
    assert [issue.row for issue in reading.issues if issue.code == "shifted_row"] == [3]


def test_a_plan_without_a_column_for_people_is_told_once() -> None:
    rows = [["Actividad", "Fecha fin"], ["Una", date(2024, 6, 1)], ["Otra", date(2024, 7, 1)]]
    assert told(plan(grid(rows)), "missing_responsible") == (None, None)


def test_a_plan_whose_periods_have_no_year_is_told() -> None:
    reading = plan(grid([["Actividad", "Responsable", "Resultado T1", "Resultado T2"], ["A", TIC, 1, 2]]))
    assert "missing_year" in codes(reading)
    assert dict(only(reading).results) == {}


def test_every_issue_speaks_spanish_with_its_place() -> None:
    reading = with_cell(5, error("#REF!"))
    (issue,) = reading.issues
    assert issue.message.startswith("Celda F2: muestra el error #REF!")
    assert (issue.severity, issue.raw) == (Severity.ERROR, "#REF!")


def test_every_code_has_its_sentence_and_every_sentence_its_code() -> None:
    of_the_file = {"no_plan_found", "no_directory_found"}
    assert SEVERITIES.keys() == SENTENCES.keys() - of_the_file


def test_real_dates_prove_nothing_about_the_order_of_written_ones() -> None:
    reading = plan(
        grid([TITLES, [*GOOD[:3], "03/04/2024", 4, 1, 2], [*GOOD[:2], date(2024, 1, 1), date(2024, 9, 30), 4]])
    )
    assert [line.due for line in reading.lines] == [date(2024, 4, 3), date(2024, 9, 30)]
    (doubt,) = [issue for issue in reading.issues if issue.code == "ambiguous_date"]
    assert (doubt.cell, doubt.severity, doubt.proposal) == ("D2", Severity.WARNING, "2024-04-03")
    assert "miércoles 3 de abril de 2024" in doubt.message


@pytest.mark.parametrize("proof", ["Aprobado en el comité del 25/01/2024", "Vence 30/06/2024"])
def test_any_written_date_of_the_document_may_prove_the_order(proof: str) -> None:
    rows = [[proof], TITLES, [*GOOD[:3], "03/04/2024", 4, 1, 2]]
    assert codes(plan(grid(rows))) == []


def test_one_title_under_several_that_tell_no_period_is_left_out_and_told() -> None:
    above: list[Value] = ["Actividad", "Meta", "Responsable", "Zona norte", None, "Zona sur", None]
    titles: list[Value] = [None, None, None, "Programado", "Ejecutado", "Programado", "Ejecutado"]
    merges = [(1, 3, 1, 4), (1, 5, 1, 6), *((1, at, 2, at) for at in range(3))]
    reading = plan(grid([above, titles, ["Sembrar", 4, TIC, 2, 1, 2, 2]], merges=merges))
    assert only(reading).results == {}
    assert codes(reading).count("missing_period") == 2


def test_unknown_titles_over_figures_are_told_where_nothing_else_can_be_a_result() -> None:
    titles: list[Value] = ["Actividad", "Meta", "Responsable", "Fecha fin", "E-F-M", "A-M-J"]
    reading = plan(grid([titles, ["Sembrar", 4, TIC, date(2024, 6, 30), 1, 2]]))
    assert told(reading, "columns_unread") == (1, "E1")


def test_percentages_of_a_goal_that_counts_things_are_told_once() -> None:
    titles: list[Value] = ["Actividad", "Meta", "Responsable", "Fecha fin", "% Ejec. T1", "% Ejec. T2"]
    row: list[Value] = ["Sembrar", 40, TIC, date(2024, 12, 20), 25, 20]
    reading = plan(grid([["PLAN 2024"], titles, row, ["Regar", *row[1:]]]))
    assert numbers(reading.lines[0].results) == {"2024-Q1": "0.25", "2024-Q2": "0.2"}
    assert codes(reading) == ["share_of_count"]


def test_a_title_that_stands_twice_is_read_once_and_the_other_told() -> None:
    titles: list[Value] = ["Actividad", "Meta", "Responsable", "Fecha fin", "Trim I", "Trim I", "Trim II"]
    reading = plan(grid([["PLAN 2024"], titles, ["Sembrar", 40, TIC, date(2024, 12, 20), 10, 9, 8]]))
    assert numbers(only(reading).results) == {"2024-Q1": "10", "2024-Q2": "8"}
    assert told(reading, "title_twice") == (2, "F2")


@pytest.mark.parametrize("text", ["1 informe mensual", "2 por trimestre", "1 cada semestre"])
def test_a_goal_of_each_period_may_not_be_that_of_the_year(text: str) -> None:
    assert told(with_cell(4, text), "target_per_period") == (2, "E2")


@pytest.mark.parametrize(
    "text", ["12 informes mensuales", "4 por trimestre", "1 informe anual", "100% mensual", "2 mesas"]
)
def test_a_goal_that_counts_its_periods_is_that_of_the_year(text: str) -> None:
    assert "target_per_period" not in codes(with_cell(4, text))


def test_a_fraction_among_percentages_without_sign_is_a_doubt() -> None:
    titles: list[Value] = ["Actividad", "Meta (%)", "Responsable", "Fecha fin", "Trim I (%)"]
    rows = [["Sembrar", 100, TIC, date(2024, 12, 20), 25], ["Podar", 100, TIC, date(2024, 12, 20), Decimal("0.25")]]
    reading = plan(grid([["PLAN 2024"], titles, *rows]))
    assert numbers(reading.lines[1].results) == {"2024-Q1": "0.0025"}
    assert "E4" in [issue.cell for issue in reading.issues if issue.code == "percent_or_count"]
