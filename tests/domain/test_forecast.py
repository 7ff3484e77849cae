"""The forecast by its two methods, against Cartagena's truth and line by line."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdflow.domain.forecast import SAID, Forecast, Outlook, Pace, both_outlooks, forecasts, outlooks
from gdflow.domain.plan import Accumulation
from gdflow.domain.reporting import ReportingRule
from gdflow.spanish.numbers import percent
from tests.domain.cast import a_line
from tests.domain.reports import quarters, report_of
from tests.support import cartagena, closed

EVEN, LINEAR = Pace.EVEN, Pace.LINEAR
MOVING: dict[str, Any] = {"accumulation": Accumulation.REDUCTION, "baseline": Decimal(80), "target": Decimal(40)}


def foreseen(*values: str, period: str = "2023-Q2", **line: Any) -> Forecast:
    its = a_line(**line)
    return forecasts(report_of([its], {its.id: quarters(*values)}, period))[0]


def both(forecast: Forecast) -> tuple[Outlook, Outlook]:
    return forecast.even.outlook, forecast.linear.outlook


def of_cartagena(row: int, period: str = "2023-Q1") -> Forecast:
    return next(each for each in forecasts(closed.report(period)) if each.line.id == row)


def test_row_3_is_on_plan_by_even_split_and_behind_by_days() -> None:
    row = of_cartagena(3)
    assert both(row) == (Outlook.ON_PACE, Outlook.SHORT)
    assert (row.even.expected, row.even.gap, row.even.projected) == (7, 0, 21)
    assert row.linear.expected is not None
    assert percent(row.linear.expected / 21, 2) == "42,45\u00a0%"
    assert row.linear.projected == Fraction(7 * 212, 90)
    assert (row.even.reaches, row.linear.reaches) == (True, False)


def test_what_is_needed_is_the_rest_in_parts_of_the_periods_left() -> None:
    row = of_cartagena(4)
    assert (row.reached, row.target, row.remaining, row.needed) == (2, 21, 2, Fraction(19, 2))


def test_the_even_split_of_cartagena_is_that_of_its_truth() -> None:
    truth = {row["row"]: row["q1_target_even_split"] for row in cartagena.TRUTH["even_split_q1"]["rows"]}
    for each in forecasts(closed.report("2023-Q1")):
        expected = truth[each.line.id]
        assert each.even.expected == (None if expected is None else Fraction(expected))


def test_the_first_quarter_of_cartagena_by_both_methods() -> None:
    made = forecasts(closed.report("2023-Q1"))
    counts = {Outlook.REACHED: 4, Outlook.ON_PACE: 2, Outlook.SHORT: 5, Outlook.NOT_BEGUN: 1}
    found = [each.outlooks for each in made]
    assert outlooks(found, EVEN) == outlooks(found, LINEAR) == counts
    assert [each.line.id for each in made if each.falls_short] == [4, 8, 9, 12]
    assert [each.line.id for each in made if each.even.reaches is not each.linear.reaches] == [3, 11]


def test_a_line_whose_day_passed_ended_short() -> None:
    row = of_cartagena(9, "2023-Q2")
    assert both(row) == (Outlook.ENDED_SHORT, Outlook.ENDED_SHORT)
    assert (row.even.projected, row.even.gap, row.remaining, row.needed) == (0, 1, 0, None)


def test_a_line_that_reached_its_target_needs_nothing() -> None:
    row = of_cartagena(3, "2023-Q2")
    assert both(row) == (Outlook.REACHED, Outlook.REACHED)
    assert (row.needed, row.even.projected, row.even.reaches) == (None, 27, True)


@pytest.mark.parametrize(
    ("line", "outlook"),
    [
        ({"target": None}, Outlook.NO_TARGET),
        ({"target": Decimal(0)}, Outlook.NO_TARGET),
        ({"due": None}, Outlook.NO_WINDOW),
        ({"due_confirmed": False}, Outlook.NO_WINDOW),
        ({"start": date(2024, 1, 1)}, Outlook.NO_WINDOW),
        ({"accumulation": Accumulation.CAPACITY}, Outlook.NO_BASELINE),
        ({"accumulation": Accumulation.REDUCTION, "baseline": Decimal(4)}, Outlook.NO_BASELINE),
    ],
)
def test_where_nothing_can_be_said_it_says_why(line: dict[str, Any], outlook: Outlook) -> None:
    row = foreseen("1", **line)
    assert both(row) == (outlook, outlook)
    assert (row.even.expected, row.even.gap, row.even.projected, row.even.reaches, row.needed) == (None,) * 5


def test_before_its_first_period_has_ended_a_line_has_not_begun_by_periods() -> None:
    row = foreseen(period="2023-Q1", start=date(2023, 3, 1), due=date(2023, 3, 31))
    assert both(row) == (Outlook.ENDED_SHORT, Outlook.ENDED_SHORT)
    later = foreseen(period="2023-Q1", start=date(2023, 4, 30))
    assert both(later) == (Outlook.NOT_BEGUN, Outlook.NOT_BEGUN)
    assert (later.remaining, later.needed) == (3, Fraction(4, 3))


def test_a_line_without_reports_goes_nowhere() -> None:
    row = foreseen()
    assert both(row) == (Outlook.SHORT, Outlook.SHORT)
    assert (row.reached, row.even.projected, row.even.gap) == (0, 0, 2)


def test_a_line_without_a_start_runs_from_new_year() -> None:
    row = foreseen("1", period="2023-Q1", start=None)
    assert row.linear.expected == Fraction(4 * 90, 365)


@pytest.mark.parametrize(
    "accumulation", [Accumulation.LATEST, Accumulation.STOCK, Accumulation.FLOW, Accumulation.MAXIMUM]
)
def test_a_level_is_owed_whole_and_taken_to_hold(accumulation: Accumulation) -> None:
    low, high = (foreseen("3", value, accumulation=accumulation) for value in ("3", "4"))
    assert both(low) == (Outlook.SHORT, Outlook.SHORT)
    assert (low.even.expected, low.even.gap, low.even.projected, low.needed) == (4, 1, 3, 4)
    assert low.linear.expected == 4
    reached = Outlook.REACHED if accumulation is Accumulation.MAXIMUM else Outlook.ON_PACE
    assert both(high) == (reached, reached)
    assert high.needed is None


def test_an_average_needs_what_brings_the_mean_up() -> None:
    row = foreseen("2", "4", accumulation=Accumulation.AVERAGE)
    assert (row.reached, row.remaining, row.needed) == (3, 2, 5)
    assert Fraction(2 + 4 + 5 + 5, 4) == row.target


def test_a_level_that_was_never_reported_says_so() -> None:
    row = foreseen(accumulation=Accumulation.STOCK)
    assert both(row) == (Outlook.NOT_REPORTED, Outlook.NOT_REPORTED)
    assert (row.reached, row.even.expected, row.even.gap, row.needed) == (None, 4, None, None)


def test_a_level_that_was_never_reported_ended_short_once_its_day_passed() -> None:
    row = foreseen(period="2023-Q4", accumulation=Accumulation.STOCK)
    assert both(row) == (Outlook.ENDED_SHORT, Outlook.ENDED_SHORT)
    assert (row.even.gap, row.even.projected) == (None, None)


def test_a_programmed_level_is_what_was_due_by_periods() -> None:
    row = foreseen("3", "3", accumulation=Accumulation.STOCK, programmed={"2023-Q2": Decimal(2)})
    assert (row.even.expected, row.even.gap, row.linear.expected) == (2, -1, 4)


def test_a_reduction_is_on_its_way_down_from_its_baseline() -> None:
    row = foreseen("75", "70", **MOVING)
    assert both(row) == (Outlook.SHORT, Outlook.SHORT)
    assert (row.even.expected, row.even.gap, row.even.projected, row.needed) == (60, 10, 60, -15)
    assert both(foreseen("70", "60", **MOVING))[0] is Outlook.ON_PACE
    assert foreseen("70", "55", **MOVING).even.gap == -5


def test_a_capacity_is_on_its_way_up_from_its_baseline() -> None:
    its: dict[str, Any] = {"accumulation": Accumulation.CAPACITY, "baseline": Decimal(10), "target": Decimal(50)}
    row = foreseen("20", **its, period="2023-Q1")
    assert (row.even.expected, row.even.gap, row.even.projected) == (20, 0, 50)
    assert both(row) == (Outlook.ON_PACE, Outlook.ON_PACE)


def test_a_reduction_that_stands_still_ends_where_it_stands() -> None:
    row = foreseen("80", **MOVING)
    assert (row.even.projected, row.even.outlook) == (80, Outlook.SHORT)


def test_a_programmed_way_counts_as_far_as_it_was_programmed() -> None:
    row = foreseen("75", **MOVING, period="2023-Q1", programmed={"2023-Q1": Decimal(75), "2023-Q4": Decimal(40)})
    assert (row.even.expected, row.even.gap, row.even.outlook) == (75, 0, Outlook.ON_PACE)
    later = foreseen("75", **MOVING, period="2023-Q1", programmed={"2023-Q4": Decimal(40)})
    assert (later.even.expected, later.even.outlook) == (70, Outlook.SHORT)


def test_what_the_plan_programmes_sets_the_even_pace() -> None:
    programmed = {"2023-Q1": Decimal(0), "2023-Q2": Decimal(1), "2023-Q3": Decimal(1), "2023-Q4": Decimal(2)}
    row = foreseen("0", "1", programmed=programmed)
    assert (row.even.expected, row.even.projected, row.even.outlook) == (1, 4, Outlook.ON_PACE)
    assert foreseen("0", period="2023-Q1", programmed=programmed).even.outlook is Outlook.NOT_BEGUN


def test_a_plan_that_programmes_nothing_is_split_evenly() -> None:
    row = foreseen("1", period="2023-Q1", programmed={"2024-Q1": Decimal(4)})
    assert (row.even.expected, row.even.outlook) == (1, Outlook.ON_PACE)


def test_earlier_years_count_in_a_line_of_several() -> None:
    line = a_line(start=date(2022, 1, 1), target=Decimal(8))
    values = {"2022-Q1": "2", "2022-Q3": "2", "2023-Q1": "1"}
    (row,) = forecasts(report_of([line], {line.id: values}, "2023-Q2"))
    assert (row.reached, row.even.expected, row.remaining, row.needed) == (5, 6, 2, Fraction(3, 2))


def test_stretches_of_an_entitys_own_are_counted_as_they_are_known() -> None:
    first, second = "2023-01-01..2023-04-30", "2023-05-01..2023-12-31"
    line = a_line()
    (row,) = forecasts(report_of([line], {line.id: {first: "2", second: "1"}}, first))
    assert (row.reached, row.even.expected, row.remaining) == (2, 2, 1)
    (bare,) = forecasts(report_of([a_line(due=None)], {line.id: {first: "2"}}, first))
    assert both(bare) == (Outlook.NO_WINDOW, Outlook.NO_WINDOW)


def test_the_rule_says_which_periods_are_asked_for() -> None:
    line = a_line(start=date(2023, 3, 20))
    report = report_of([line], {line.id: quarters("1")}, "2023-Q1")
    strict = ReportingRule(min_overlap_days=20)
    assert [forecasts(report)[0].remaining, forecasts(report, strict)[0].remaining] == [3, 3]
    assert [forecasts(report)[0].even.outlook, forecasts(report, strict)[0].even.outlook] == [
        Outlook.ON_PACE,
        Outlook.NOT_BEGUN,
    ]


@given(st.lists(st.integers(0, 20), min_size=1, max_size=3), st.integers(1, 60))
def test_a_line_reaches_its_target_exactly_when_its_projection_does(values: list[int], target: int) -> None:
    row = foreseen(*map(str, values), period=f"2023-Q{len(values)}", target=Decimal(target))
    for each in (row.even, row.linear):
        assert each.projected is not None
        assert each.reaches is (each.projected >= target)
        assert each.gap == (each.expected or 0) - sum(values)


@given(st.lists(st.integers(0, 20), min_size=1, max_size=3), st.integers(1, 60))
def test_what_is_needed_brings_the_line_exactly_to_its_target(values: list[int], target: int) -> None:
    row = foreseen(*map(str, values), period=f"2023-Q{len(values)}", target=Decimal(target))
    if row.needed is None:
        assert sum(values) >= target
    else:
        assert sum(values) + row.needed * row.remaining == target


@given(st.sampled_from(list(Accumulation)), st.lists(st.integers(0, 99), max_size=4), st.integers(0, 99))
def test_every_line_of_whatever_kind_has_an_outlook(kind: Accumulation, values: list[int], target: int) -> None:
    period = f"2023-Q{max(len(values), 1)}"
    row = foreseen(*map(str, values), period=period, accumulation=kind, baseline=Decimal(50), target=Decimal(target))
    for each in (row.even, row.linear):
        assert (each.reaches is None) == (each.outlook not in SAID)


@pytest.mark.parametrize("period", ["2023-Q1", "2023-Q2"])
def test_the_outlooks_alone_are_those_of_the_forecast(period: str) -> None:
    report = closed.report(period)
    without = replace(report, lines=(replace(report.lines[0], progress=None), *report.lines[1:]))
    for each in (report, without):
        assert both_outlooks(each) == tuple(row.outlooks for row in forecasts(each))
