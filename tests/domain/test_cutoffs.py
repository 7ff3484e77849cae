"""One plan's data at several cut-offs: what counts where, and that nothing is counted twice or guessed."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdflow.domain.cutoffs import CutLine, CutReport, Lies, cut_report
from gdflow.domain.lights import NO_TARGET
from gdflow.domain.obligations import ObligationState
from gdflow.domain.periods import PeriodKind, parse_period, periods_of_year
from gdflow.domain.plan import Accumulation
from gdflow.domain.results import CellState
from tests.domain.cast import a_line, an_obligation
from tests.domain.reports import quarters, report_of
from tests.support import closed

YEAR = quarters("1", "2", "3", "4")
MONTHS = {period.key: "1" for period in periods_of_year(PeriodKind.MONTH, 2023)}


def cut(key: str, values: Mapping[str, str] = YEAR, base: str = "2023-Q4", **line: Any) -> CutReport:
    its = a_line(**{"target": Decimal(40), **line})
    return cut_report(report_of([its], {its.id: values}, base), parse_period(key))


def only(key: str, values: Mapping[str, str] = YEAR, base: str = "2023-Q4", **line: Any) -> CutLine:
    return cut(key, values, base, **line).lines[0]


def lies(report: CutReport) -> dict[str, Lies]:
    return {part.period: part.lies for part in report.parts}


def test_half_years_and_years_are_made_of_whole_quarters() -> None:
    half, year = cut("2023-S1"), cut("2023-Y")
    assert lies(half) == {"2023-Q1": Lies.WHOLE, "2023-Q2": Lies.WHOLE}
    assert (half.is_whole, half.lines[0].value, half.lines[0].target) == (True, 3, 20)
    assert (year.is_whole, year.lines[0].value, year.lines[0].target) == (True, 10, 40)
    assert year.lines[0].compliance == year.lines[0].progress == Fraction(1, 4)


def test_a_cut_inside_a_quarter_leaves_it_out_and_says_so() -> None:
    report = cut("2023-C1", base="2023-Q1")
    assert lies(report) == {"2023-Q1": Lies.WHOLE, "2023-Q2": Lies.ENDS_AFTER}
    assert (report.is_whole, report.data_until, report.rests_on) == (False, date(2023, 3, 31), "2023-Q1")
    assert (report.lines[0].value, report.lines[0].target) == (1, 10)


def test_a_quarter_counts_whole_in_the_cut_in_which_it_ends() -> None:
    second, third = cut("2023-C2", base="2023-Q2"), cut("2023-C3")
    assert lies(second) == {"2023-Q2": Lies.BEGINS_BEFORE, "2023-Q3": Lies.ENDS_AFTER}
    assert lies(third) == {"2023-Q3": Lies.BEGINS_BEFORE, "2023-Q4": Lies.WHOLE}
    assert [each.lines[0].value for each in (second, third)] == [2, 7]


def test_the_cut_off_dates_are_those_of_four_month_periods() -> None:
    ends = [parse_period(key).end for key in ("2023-C1", "2023-C2", "2023-C3")]
    assert ends == [date(2023, 4, 30), date(2023, 8, 31), date(2023, 12, 31)]


def test_a_month_of_a_quarterly_plan_has_figures_only_where_a_quarter_ends() -> None:
    april, march = cut("2023-M04", base="2023-Q1"), cut("2023-M03", base="2023-Q1")
    assert lies(april) == {"2023-Q2": Lies.ENDS_AFTER}
    assert (april.lines[0].value, april.lines[0].target, april.lines[0].compliance) == (None, None, None)
    assert (april.lines[0].reached, april.lines[0].progress) == (1, Fraction(1, 40))
    assert (lies(march), march.lines[0].value) == ({"2023-Q1": Lies.BEGINS_BEFORE}, 1)


def test_a_cut_of_which_nothing_counts_has_no_state_and_nothing_missing() -> None:
    report = cut("2023-M04", base="2023-Q1")
    assert (report.lines[0].state, report.lines[0].cells, report.missing) == (CellState.NOT_EXPECTED, (), ())
    assert (report.tally.owed, report.states) == (0, {CellState.NOT_EXPECTED: 1})


def test_a_monthly_plan_is_cut_by_any_coarser_period() -> None:
    line = a_line(target=Decimal(12))
    base = report_of([line], {1: MONTHS}, "2023-M12")
    values = {key: cut_report(base, parse_period(key)).lines[0].value for key in ("2023-C1", "2023-Q3", "2023-B1")}
    assert values == {"2023-C1": 4, "2023-Q3": 3, "2023-B1": 2}
    assert cut_report(base, parse_period("2023-C1")).is_whole


def test_periods_after_the_data_are_named_and_not_taken_for_zero() -> None:
    report = cut("2023-Y", quarters("1", "2"), base="2023-Q2")
    assert [part.lies for part in report.parts] == [Lies.WHOLE, Lies.WHOLE, Lies.WITHOUT_DATA, Lies.WITHOUT_DATA]
    assert [part.counts for part in report.parts] == [True, True, False, False]
    assert (report.data_until, report.is_whole) == (date(2023, 6, 30), False)
    assert (report.lines[0].value, report.lines[0].target) == (3, 20)


def test_what_came_after_the_cut_is_in_none_of_its_figures() -> None:
    row = only("2023-C1", base="2023-Q4")
    assert (row.value, row.reached, row.progress) == (1, 1, Fraction(1, 40))
    assert only("2023-S1", base="2023-Q4").reached == 3


@pytest.mark.parametrize(
    ("accumulation", "value", "target"),
    [
        (Accumulation.SUM, 7, 20),
        (Accumulation.CUMULATIVE, 7, 20),
        (Accumulation.LATEST, 4, 40),
        (Accumulation.STOCK, 4, 40),
        (Accumulation.FLOW, 4, 40),
        (Accumulation.AVERAGE, Fraction(7, 2), 40),
        (Accumulation.MAXIMUM, 4, 40),
    ],
)
def test_figures_and_targets_come_together_as_the_line_accumulates(
    accumulation: Accumulation, value: Fraction, target: int
) -> None:
    row = only("2023-S2", accumulation=accumulation)
    assert (row.value, row.target) == (value, target)
    assert row.compliance == Fraction(value, target)


def test_the_highest_of_a_cut_is_not_that_of_the_year() -> None:
    values = quarters("9", "2", "3", "4")
    assert [only(key, values, accumulation=Accumulation.MAXIMUM).value for key in ("2023-S1", "2023-S2")] == [9, 4]


def test_a_line_measured_from_its_baseline_owes_its_target_where_it_ends() -> None:
    its: dict[str, Any] = {"accumulation": Accumulation.REDUCTION, "baseline": Decimal(80)}
    values = quarters("70", "60", "50", "60")
    first, second = (only(key, values, **its) for key in ("2023-S1", "2023-S2"))
    assert (first.value, first.target, first.compliance, first.standing) == (60, None, None, NO_TARGET)
    assert (second.value, second.target, second.compliance) == (60, 40, Fraction(1, 2))


def test_a_line_without_a_window_owes_nothing_at_any_cut() -> None:
    its: dict[str, Any] = {"accumulation": Accumulation.MAXIMUM, "due_confirmed": False}
    assert only("2023-Y", **its).target is None
    assert only("2023-Y", target=None).target is None


def test_programmed_targets_are_those_that_come_together() -> None:
    programmed = {"2023-Q1": Decimal(1), "2023-Q2": Decimal(5)}
    assert only("2023-S1", programmed=programmed).target == 6
    assert only("2023-S1", programmed=programmed, accumulation=Accumulation.AVERAGE).target == 3


def test_a_target_equal_to_its_baseline_is_measured_by_nothing() -> None:
    row = only("2023-Y", accumulation=Accumulation.REDUCTION, baseline=Decimal(40))
    assert (row.compliance, row.progress) == (None, None)


def test_a_line_stands_as_badly_as_its_worst_period_and_missing_ones_are_named() -> None:
    report = closed.report("2023-Q2")
    half = cut_report(report, parse_period("2023-S1"))
    missing = {line.line.id: line.missing for line in half.lines if line.missing}
    assert missing == {9: ("2023-Q2",), 10: ("2023-Q2",), 12: ("2023-Q2",)}
    states = {line.line.id: line.state for line in half.lines}
    assert states[9] is CellState.MISSING_AT_CLOSE
    assert states[4] is CellState.REPORTED_ZERO
    assert states[2] is CellState.REPORTED
    assert list(half.states) == [CellState.MISSING_AT_CLOSE, CellState.REPORTED_ZERO, CellState.REPORTED]
    assert [each.line.id for each in half.missing] == [9, 10, 12]


def test_the_tally_of_a_cut_counts_results_and_those_of_groups_lines() -> None:
    half = cut_report(closed.report("2023-Q2"), parse_period("2023-S1"))
    assert (half.tally.owed, half.tally.answered, half.tally.missing) == (19, 16, 3)
    assert sum(team.tally.owed for team in half.teams) == half.by_lines.tally.owed == 12


def test_the_means_of_a_cut_at_a_quarters_end_are_those_of_the_quarter() -> None:
    report = closed.report("2023-Q2")
    half = cut_report(report, parse_period("2023-S1"))
    assert half.by_lines.progress == report.by_lines.progress
    assert half.by_items.progress == report.by_items.progress
    assert [team.progress for team in half.teams] == [team.progress for team in report.teams]
    assert [stage.progress for stage in half.stages] == [stage.progress for stage in report.stages]
    assert [item.group for item in half.items] == [item.group for item in report.items]


def test_a_cut_over_two_years_takes_the_values_of_the_year_before_without_their_states() -> None:
    values = {"2022-Q3": "5", "2022-Q4": "6", **quarters("1", "2")}
    report = cut("2022-07-01..2023-06-30", values, "2023-Q2", start=date(2022, 1, 1), target=Decimal(80))
    assert list(lies(report).values()) == [Lies.EARLIER, Lies.EARLIER, Lies.WHOLE, Lies.WHOLE]
    row = report.lines[0]
    assert (row.value, row.target, len(row.cells)) == (14, 40, 2)


def test_a_cut_before_the_reports_year_rests_on_the_values_alone() -> None:
    report = cut("2022-Y", {"2022-Q4": "6"}, "2023-Q1", start=date(2022, 1, 1))
    assert (report.lines[0].value, report.lines[0].cells) == (6, ())
    assert report.data_until == date(2022, 12, 31)
    assert cut("2022-M11", {"2022-Q3": "6"}, "2023-Q1", start=date(2022, 1, 1)).data_until == date(2022, 9, 30)


def test_stretches_of_an_entitys_own_are_cut_like_any_period() -> None:
    first, second = "2023-01-15..2023-04-30", "2023-05-01..2023-08-31"
    report = cut("2023-C1", {first: "5"}, first)
    assert (lies(report), report.lines[0].value) == ({first: Lies.WHOLE}, 5)
    later = cut("2023-C2", {first: "5", second: "7"}, second)
    assert (lies(later), later.lines[0].value) == ({second: Lies.WHOLE}, 7)


def test_a_waived_period_is_no_worse_than_a_reported_one() -> None:
    line = a_line(target=Decimal(40))
    waived = an_obligation(period="2023-Q2", state=ObligationState.WAIVED)
    report = report_of([line], {1: quarters("1")}, "2023-Q2", owed=[waived])
    assert cut_report(report, parse_period("2023-S1")).lines[0].state is CellState.REPORTED


@given(st.lists(st.integers(0, 30), min_size=4, max_size=4), st.sampled_from(["CCC", "SS", "QQQQ", "BBBBBB", "Y"]))
def test_the_cuts_of_a_year_add_up_to_the_year(values: list[int], kinds: str) -> None:
    report = report_of([a_line(target=Decimal(40))], {1: quarters(*map(str, values))}, "2023-Q4")
    keys = ["2023-Y"] if kinds == "Y" else [f"2023-{kind}{at}" for at, kind in enumerate(kinds, start=1)]
    rows = [cut_report(report, parse_period(key)).lines[0] for key in keys]
    assert sum(row.value or 0 for row in rows) == sum(values) == rows[-1].reached
    assert sum(row.target or 0 for row in rows) == 40


@given(st.lists(st.integers(0, 30), min_size=12, max_size=12))
def test_each_period_counts_in_exactly_one_cut_of_a_kind(values: list[int]) -> None:
    months = periods_of_year(PeriodKind.MONTH, 2023)
    known = {month.key: str(value) for month, value in zip(months, values, strict=True)}
    report = report_of([a_line(target=Decimal(40))], {1: known}, "2023-M12")
    for kind in (PeriodKind.TWO_MONTH, PeriodKind.QUARTER, PeriodKind.FOUR_MONTH, PeriodKind.HALF_YEAR):
        cuts = [cut_report(report, period) for period in periods_of_year(kind, 2023)]
        counted = [part.period for each in cuts for part in each.parts if part.counts]
        assert sorted(counted) == [month.key for month in months]
        assert all(each.is_whole for each in cuts)


@given(st.sampled_from(["2023-Q1", "2023-Q2", "2023-Q3", "2023-Q4"]), st.sampled_from(list(Accumulation)))
def test_a_cut_that_is_the_reports_own_period_says_what_the_report_says(key: str, kind: Accumulation) -> None:
    line = a_line(target=Decimal(40), accumulation=kind, baseline=Decimal(80))
    report = report_of([line], {1: YEAR}, key)
    row, same = report.lines[0], cut_report(report, parse_period(key)).lines[0]
    assert (same.progress, same.reached, same.state) == (row.progress, row.gathered, row.cell.state)
    assert same.value == row.cell.value
    if row.period_target is not None:
        assert (same.target, same.compliance, same.standing) == (row.period_target, row.compliance, row.standing)


def test_cells_of_a_cut_are_judged_by_the_entitys_own_bands() -> None:
    report = report_of([a_line(target=Decimal(40))], {1: YEAR}, "2023-Q4")
    bands = tuple(replace(band, label="Único") for band in closed.closed().snapshot.bands[:1])
    assert cut_report(report, parse_period("2023-Y"), bands=bands).lines[0].standing.label == "Único"
