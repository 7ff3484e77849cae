"""A plan's consolidated report: its figures, its lights, its means and who is missing."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from gdflow.domain.bands import Timeliness
from gdflow.domain.consolidated import Consolidated, ConsolidatedLine, Review, consolidated
from gdflow.domain.lines import Line, Result
from gdflow.domain.obligations import Obligation, ObligationState
from gdflow.domain.plan import Accumulation
from gdflow.domain.results import CellState
from gdflow.spanish.numbers import percent, rounded
from tests.support import cartagena

ROLLUP = cartagena.TRUTH["rollup_q1_2023"]
SPLIT = cartagena.TRUTH["even_split_q1"]["rows"]


def first_quarter() -> Consolidated:
    return consolidated(
        cartagena.plan(), cartagena.lines(), cartagena.results(), (), period="2023-Q1", as_of=date(2023, 4, 10)
    )


def second_quarter(
    *answers: Result, duties: Sequence[Obligation] | None = None, as_of: date = date(2023, 7, 12)
) -> Consolidated:
    owed = cartagena.second_quarter() if duties is None else duties
    results = (*cartagena.results(), *answers)
    return consolidated(cartagena.plan(), cartagena.lines(), results, owed, period="2023-Q2", as_of=as_of)


def row(report: Consolidated, line_id: int) -> ConsolidatedLine:
    return next(line for line in report.lines if line.line.id == line_id)


def four_places(share: Fraction | None) -> str:
    assert share is not None
    return str(rounded(share * 100, 4))


def test_the_result_equals_the_printed_column_in_twelve_of_twelve_lines() -> None:
    for line, truth in zip(first_quarter().lines, cartagena.ROWS, strict=True):
        assert line.progress == Fraction(truth["result_exact"]["fraction"])
        places = truth["result_decimals_printed"]
        assert percent(line.progress, places).replace("\u00a0", "") == truth["result_printed"]


def test_the_means_of_lines_and_of_items_differ_and_say_their_name() -> None:
    report = first_quarter()
    assert (report.by_lines.group, four_places(report.by_lines.progress)) == ("Promedio de líneas", "40.9048")
    assert (report.by_items.group, four_places(report.by_items.progress)) == ("Promedio de ítems", "43.1786")


def test_items_stages_and_teams_come_to_the_known_shares() -> None:
    report = first_quarter()
    items = {item.group.split(".")[0]: four_places(item.progress) for item in report.items}
    stages = {stage.group[0]: four_places(stage.progress) for stage in report.stages}
    teams = {team.group: four_places(team.progress) for team in report.teams}
    assert items == ROLLUP["by_item"]
    assert stages == {stage: truth["percent"] for stage, truth in ROLLUP["by_cycle"].items()}
    assert teams == {team: truth["percent"] for team, truth in ROLLUP["by_responsible"].items()}


def test_stages_follow_the_cycle_whatever_the_plan_begins_with() -> None:
    assert [stage.group[0] for stage in first_quarter().stages] == ["P", "H", "V", "A"]


def test_the_compliance_of_the_period_is_another_figure_than_the_progress() -> None:
    for line, truth in zip(first_quarter().lines, SPLIT, strict=True):
        expected = truth["q1_compliance_percent"]
        assert (None if line.compliance is None else four_places(line.compliance)) == expected


def test_the_first_quarter_of_the_import_is_answered_by_all_who_owed_it() -> None:
    report = first_quarter()
    assert (report.by_lines.tally.owed, report.by_lines.tally.answered, report.by_lines.tally.zeros) == (11, 11, 2)
    assert report.missing == ()
    assert {line.timeliness.label for line in report.lines} == {"En el plan importado"}


def test_a_zero_outside_the_window_is_shown_and_not_counted_as_owed() -> None:
    cell = row(first_quarter(), 10).cell
    assert (cell.state, cell.expected, cell.word) == (CellState.REPORTED_ZERO, False, "reportó 0")


def test_cells_of_the_year_say_why_they_hold_no_figure() -> None:
    report = first_quarter()
    assert [cell.word for cell in row(report, 1).figures] == ["", "ya cumplida", "ya cumplida", "ya cumplida"]
    assert [cell.word for cell in row(report, 3).figures] == ["", "pendiente", "pendiente", "pendiente"]


def test_a_period_outside_the_window_does_not_apply() -> None:
    done = [cartagena.answer(9, "1"), cartagena.answer(3, "14")]
    assert [cell.word for cell in row(second_quarter(*done), 9).figures][2:] == ["ya cumplida", "ya cumplida"]
    early = consolidated(cartagena.plan(), cartagena.lines(), (), (), period="2023-Q1", as_of=date(2023, 4, 10))
    assert row(early, 10).cell.word == "no aplica"
    assert row(early, 10).timeliness.label == Timeliness.NOT_EXPECTED.label
    assert row(early, 10).standing.label == Timeliness.NOT_EXPECTED.label


def test_whoever_owed_and_did_not_answer_is_missing_with_team_and_dates() -> None:
    report = second_quarter(cartagena.answer(2, "1"), cartagena.answer(3, "9"))
    assert [missing.line.id for missing in report.missing] == [4, 8, 9, 10, 11, 12]
    first = report.missing[0]
    assert (first.team, first.due_on, first.closes_on) == (
        "Equipo Gobierno Digital y áreas de gestión OAI",
        date(2023, 7, 10),
        date(2023, 7, 17),
    )
    assert first.overdue
    assert row(report, 4).timeliness.label == Timeliness.OVERDUE.label


def test_before_the_day_to_report_nobody_is_late() -> None:
    report = second_quarter(as_of=date(2023, 7, 10))
    assert {missing.overdue for missing in report.missing} == {False}
    assert (report.by_lines.tally.missing, report.by_lines.tally.pending) == (0, 8)
    assert row(report, 2).timeliness.label == Timeliness.PENDING.label


def test_an_answer_is_on_time_or_late_by_the_entitys_own_day() -> None:
    report = second_quarter(cartagena.answer(2, "1", day=10), cartagena.answer(3, "9", day=11))
    assert row(report, 2).timeliness.label == Timeliness.ON_TIME.label
    assert row(report, 3).timeliness.label == Timeliness.LATE.label
    assert row(report, 3).answered_on == date(2023, 7, 11)


def test_progress_adds_the_quarters_and_the_light_judges_the_quarter_alone() -> None:
    line = row(second_quarter(cartagena.answer(4, "2")), 4)
    assert (line.progress, line.compliance) == (Fraction(4, 21), Fraction(2, 7))
    assert line.standing.text == "✖ Crítico"


def test_an_unanswered_quarter_has_no_compliance_and_is_no_zero() -> None:
    line = row(second_quarter(), 4)
    assert (line.compliance, line.standing.text, line.cell.word) == (None, "○ Sin reporte", "sin reporte")


def test_above_the_target_counts_as_reached_in_means_and_is_told() -> None:
    report = second_quarter(cartagena.answer(4, "40"))
    assert report.by_lines.over == 1
    assert report.by_lines.uncapped is not None
    assert report.by_lines.progress is not None
    assert report.by_lines.uncapped - report.by_lines.progress == (Fraction(42, 21) - 1) / 12


def test_results_after_the_cut_are_in_no_figure_and_their_cells_say_so() -> None:
    results = (*cartagena.results(), cartagena.answer(3, "9"))
    report = consolidated(cartagena.plan(), cartagena.lines(), results, (), period="2023-Q1", as_of=date(2023, 7, 12))
    assert row(report, 3).progress == Fraction(1, 3)
    assert [cell.word for cell in row(report, 3).figures][1] == "posterior al corte"


def closed_as(state: ObligationState) -> ConsolidatedLine:
    duties = [replace(duty, state=state) for duty in cartagena.second_quarter()]
    return row(second_quarter(duties=duties), 4)


@pytest.mark.parametrize(
    ("state", "word", "light"),
    [
        (ObligationState.WAIVED, "exceptuada", "– No programado"),
        (ObligationState.WITHDRAWN, "no aplica", "– No programado"),
        (ObligationState.COMPLETE, "no aplica", "✔ Ya cumplida"),
        (ObligationState.MISSING_AT_CLOSE, "sin reporte", "✖ Vencido"),
    ],
)
def test_a_settled_obligation_says_how_it_ended(state: ObligationState, word: str, light: str) -> None:
    line = closed_as(state)
    assert (line.cell.word, line.timeliness.text) == (word, light)


def judged(line: Line, *results: Result) -> ConsolidatedLine:
    report = consolidated(cartagena.plan(), [line], results, (), period="2023-Q1", as_of=date(2023, 5, 10))
    return report.lines[0]


def test_a_line_without_a_confirmed_deadline_is_told_and_not_owed() -> None:
    line = cartagena.lines()[2]
    assert judged(replace(line, due=None)).cell.word == "sin plazo"
    assert judged(replace(line, due_confirmed=False)).cell.word == "plazo por confirmar"


def test_a_period_that_was_never_opened_and_never_answered_is_missing_once_it_ended() -> None:
    line = judged(cartagena.lines()[2])
    assert (line.cell.word, line.timeliness.label, line.standing.label) == ("sin reporte", "Vencido", "Sin reporte")


def test_a_line_without_a_target_has_no_progress_and_enters_no_mean() -> None:
    bare = replace(cartagena.lines()[2], target=None, target_unit=None)
    report = consolidated(cartagena.plan(), [bare], cartagena.results(), (), period="2023-Q1", as_of=date(2023, 4, 10))
    assert (report.by_lines.progress, report.by_lines.counted, report.by_items.progress) == (None, 0, None)
    assert report.lines[0].standing.label == "Sin meta del período"


def test_a_target_equal_to_its_baseline_keeps_its_figures_and_costs_no_other_line_its_report() -> None:
    stuck = replace(cartagena.lines()[2], accumulation=Accumulation.CAPACITY, baseline=Decimal(21))
    report = consolidated(
        cartagena.plan(),
        [stuck, cartagena.lines()[3]],
        cartagena.results(),
        (),
        period="2023-Q1",
        as_of=date(2023, 4, 10),
    )
    line = report.lines[0]
    assert (line.cell.value, line.gathered, line.progress) == (Decimal(7), Fraction(7), None)
    assert (report.by_lines.counted, report.by_lines.progress) == (1, report.lines[1].progress)


def test_a_level_equal_to_its_baseline_has_no_compliance_either() -> None:
    line = replace(cartagena.lines()[2], accumulation=Accumulation.CAPACITY, baseline=Decimal(5))
    programmed = judged(replace(line, programmed={"2023-Q1": Decimal(5)}), *cartagena.results())
    assert (programmed.period_target, programmed.compliance) == (Fraction(5), None)
    assert programmed.progress == Fraction(2, 16)


def test_lines_without_item_team_or_stage_stand_together_under_their_own_name() -> None:
    bare = replace(cartagena.lines()[2], item=None, path=(), team=None, stage=None)
    report = consolidated(cartagena.plan(), [bare], (), (), period="2023-Q1", as_of=date(2023, 4, 10))
    names = (report.items[0].group, report.teams[0].group, report.stages[0].group)
    assert names == ("Sin ítem", "Sin responsable", "Sin etapa")


def test_the_quarters_of_the_cuts_year_are_the_columns() -> None:
    assert first_quarter().periods == ("2023-Q1", "2023-Q2", "2023-Q3", "2023-Q4")
    assert first_quarter().review is Review.SUBMITTED


def test_periods_of_the_entitys_own_are_taken_from_what_is_known() -> None:
    key, later = "2023-01-15..2023-04-30", "2023-05-01..2023-08-31"
    result = replace(cartagena.answer(3, "7"), period=key)
    duty = replace(cartagena.second_quarter()[1], period=later)
    report = consolidated(cartagena.plan(), cartagena.lines(), [result], [duty], period=key, as_of=date(2023, 5, 10))
    assert report.periods == (key, later)
    assert row(report, 3).progress == Fraction(1, 3)


def test_an_exact_tenth_stays_a_tenth() -> None:
    report = second_quarter(cartagena.answer(8, "0.7"))
    assert (row(report, 8).gathered, row(report, 8).progress) == (Fraction(1), Fraction(1, 10))
    assert row(report, 8).cell.value == Decimal("0.7")


def test_what_is_owed_and_not_there_is_missing_in_a_period_that_closes_early() -> None:
    given = (cartagena.plan(), cartagena.lines(), cartagena.results(), cartagena.second_quarter())
    report = consolidated(*given, period="2023-Q2", as_of=date(2023, 7, 4), closed=True)
    owing = [line for line in report.lines if line.cell.obligation]
    assert {line.cell.state for line in owing} == {CellState.MISSING_AT_CLOSE}
    assert {missing.overdue for missing in report.missing} == {True}
    assert [cell.state for cell in row(report, 2).figures[2:]] == [CellState.NOT_YET_DUE] * 2


def test_a_line_that_should_owe_a_closed_period_and_does_not_is_missing_too() -> None:
    given = (cartagena.plan(), cartagena.lines(), cartagena.results(), ())
    report = consolidated(*given, period="2023-Q2", as_of=date(2023, 7, 4), closed=True)
    assert row(report, 2).cell.state is CellState.MISSING_AT_CLOSE
