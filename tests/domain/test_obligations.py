from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdflow.domain.lines import Line
from gdflow.domain.obligations import (
    ObligationKind,
    ObligationReason,
    ReportingRule,
    closes_on,
    complete_before,
    deadline_duty,
    duties_of,
    expectation,
    expectations,
    report_by,
    result_duty,
    window_periods,
)
from gdflow.domain.periods import PeriodKind, parse_period, periods_between
from gdflow.domain.plan import Accumulation
from tests.domain.cast import CARTAGENA, COLOMBIA, RULE, a_line, cartagena_lines, cartagena_results

QUARTERS = ("2023-Q1", "2023-Q2", "2023-Q3", "2023-Q4")
SITUATION = CARTAGENA["situation_2023_04_10"]
ROLLING = ReportingRule(roll_deadlines=True)
DAYS = st.dates(date(2022, 1, 1), date(2024, 12, 31))
NONE: Mapping[str, Decimal] = {}


def reason(line: Line, key: str, results: Mapping[str, Decimal] = NONE) -> ObligationReason:
    return expectation(line, parse_period(key), results, RULE)


def rows_that_owe(key: str, results: Mapping[int, Mapping[str, Decimal]], why: ObligationReason) -> list[int]:
    return [row for row, line in cartagena_lines().items() if reason(line, key, results.get(row, NONE)) is why]


def test_cartagena_owes_11_8_7_and_5_results_in_its_quarters() -> None:
    expected = {row: window_periods(line, PeriodKind.QUARTER, RULE) for row, line in cartagena_lines().items()}
    assert expected == {
        int(row): tuple(f"2023-Q{number}" for number in numbers)
        for row, numbers in SITUATION["expected_matrix"].items()
    }
    counts = [sum(key in keys for keys in expected.values()) for key in QUARTERS]
    assert counts == list(SITUATION["expected_count_by_quarter"].values()) == [11, 8, 7, 5]


def test_without_results_the_window_alone_decides_the_first_quarter() -> None:
    owed = rows_that_owe("2023-Q1", {}, ObligationReason.IN_WINDOW)
    assert owed == [row for row in range(1, 13) if row != 10]
    assert rows_that_owe("2023-Q1", {}, ObligationReason.OUTSIDE_WINDOW) == [10]


def test_complete_lines_of_cartagena_owe_nothing_more() -> None:
    results = cartagena_results()
    for key in QUARTERS[1:]:
        assert rows_that_owe(key, results, ObligationReason.COMPLETE) == SITUATION["completed"]
        still = SITUATION["still_expected_by_quarter_after_completion_rule"][key[-2:]]
        assert rows_that_owe(key, results, ObligationReason.IN_WINDOW) == still


@pytest.mark.parametrize("scenario", CARTAGENA["frozen_scenarios"]["dates"], ids=lambda said: said["as_of"])
def test_the_situation_of_cartagena_if_nothing_more_is_reported(scenario: dict) -> None:
    results, today = cartagena_results(), date.fromisoformat(scenario["as_of"])
    for quarter, said in scenario["missing_by_closed_quarter"].items():
        key = f"2023-{quarter}"
        unreported = {row for row, known in results.items() if key not in known}
        in_window = rows_that_owe(key, results, ObligationReason.IN_WINDOW)
        carried = rows_that_owe(key, results, ObligationReason.CARRIED_OVERDUE)
        assert parse_period(key).end < today
        assert [row for row in in_window if row in unreported] == said["missing_in_window"]
        assert [row for row in carried if row in unreported] == said["missing_because_overdue_and_unfinished"]


@pytest.mark.parametrize("scenario", CARTAGENA["frozen_scenarios"]["dates"], ids=lambda said: said["as_of"])
def test_the_deadlines_of_cartagena_if_nothing_more_is_reported(scenario: dict) -> None:
    today = date.fromisoformat(scenario["as_of"])
    days_left = {row: (due - today).days for row, due in deadlines(RULE).items()}
    assert [row for row, days in days_left.items() if days < 0] == scenario["overdue"]
    assert [row for row, days in days_left.items() if 0 <= days <= 30] == scenario["due_within_30_days"]
    rolled = [row for row, due in deadlines(ROLLING).items() if due < today]
    assert rolled == scenario["overdue_if_deadline_rolls_to_next_business_day"]


def deadlines(rule: ReportingRule) -> dict[int, date]:
    results = cartagena_results()
    duties = {row: deadline_duty(line, results[row], rule, COLOMBIA) for row, line in cartagena_lines().items()}
    return {row: duty.due_on for row, duty in duties.items() if duty is not None}


def test_a_deadline_on_the_sunday_of_30_april_rolls_only_when_the_entity_says_so() -> None:
    line = a_line(due=date(2023, 4, 30))
    kept, rolled = deadline_duty(line, {}, RULE, COLOMBIA), deadline_duty(line, {}, ROLLING, COLOMBIA)
    assert (kept and kept.due_on, rolled and rolled.due_on) == (date(2023, 4, 30), date(2023, 5, 2))


def test_a_duty_carries_its_two_dates_and_its_reason() -> None:
    duty = result_duty(a_line(), parse_period("2023-Q2"), {}, RULE, COLOMBIA)
    assert duty is not None
    assert (duty.kind, duty.period, duty.reason) == (ObligationKind.RESULT, "2023-Q2", ObligationReason.IN_WINDOW)
    assert (duty.due_on, duty.closes_on) == (date(2023, 7, 10), date(2023, 7, 17))


def test_a_line_that_ended_unfinished_goes_on_owing() -> None:
    line = a_line(due=date(2023, 2, 28))
    duty = result_duty(line, parse_period("2023-Q3"), {"2023-Q1": Decimal(3)}, RULE, COLOMBIA)
    assert duty is not None
    assert duty.reason is ObligationReason.CARRIED_OVERDUE


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (a_line(due=None), ObligationReason.NO_WINDOW),
        (a_line(start=None, due=None, due_confirmed=False), ObligationReason.NO_WINDOW),
        (a_line(start=date(2023, 12, 31), due=date(2023, 1, 1)), ObligationReason.NO_WINDOW),
        (a_line(due_confirmed=False), ObligationReason.UNCONFIRMED),
    ],
)
def test_a_line_without_a_usable_window_never_owes(line: Line, expected: ObligationReason) -> None:
    assert reason(line, "2023-Q2") is expected
    assert result_duty(line, parse_period("2023-Q2"), {}, RULE, COLOMBIA) is None
    assert deadline_duty(line, {}, RULE, COLOMBIA) is None
    assert window_periods(line, PeriodKind.QUARTER, RULE) == ()


def test_a_line_without_a_start_has_begun_and_is_split_over_its_last_year() -> None:
    line = a_line(start=None, due=date(2024, 6, 30))
    assert reason(line, "2023-Q1") is ObligationReason.IN_WINDOW
    assert window_periods(line, PeriodKind.QUARTER, RULE) == ("2024-Q1", "2024-Q2")


def test_a_short_overlap_counts_only_from_the_days_that_the_entity_asks_for() -> None:
    line, strict = a_line(start=date(2023, 3, 30)), ReportingRule(min_overlap_days=3)
    assert expectation(line, parse_period("2023-Q1"), {}, strict) is ObligationReason.OUTSIDE_WINDOW
    assert expectation(line, parse_period("2023-Q1"), {}, ReportingRule(min_overlap_days=2)) is (
        ObligationReason.IN_WINDOW
    )
    assert "2023-Q1" not in window_periods(line, PeriodKind.QUARTER, strict)


@pytest.mark.parametrize("accumulation", list(Accumulation))
def test_only_what_cannot_fall_again_is_complete_before_its_window_ends(accumulation: Accumulation) -> None:
    line = a_line(accumulation=accumulation, baseline=Decimal(0), due=date(2023, 8, 31))
    results = {"2023-Q1": Decimal(4)}
    early = accumulation in {Accumulation.SUM, Accumulation.CUMULATIVE, Accumulation.MAXIMUM}
    assert complete_before(line, results, parse_period("2023-Q2")) is early
    assert complete_before(line, results, parse_period("2023-Q4"))


def test_a_milestone_is_complete_once_it_is_reached() -> None:
    line = a_line(accumulation=Accumulation.LATEST, target=Decimal(1), target_implied=True)
    assert complete_before(line, {"2023-Q1": Decimal(1)}, parse_period("2023-Q2"))


def test_a_line_still_owes_the_period_in_which_it_becomes_complete() -> None:
    results = {"2023-Q2": Decimal(4)}
    assert reason(a_line(), "2023-Q2", results) is ObligationReason.IN_WINDOW
    assert reason(a_line(), "2023-Q1", results) is ObligationReason.IN_WINDOW
    assert reason(a_line(), "2023-Q3", results) is ObligationReason.COMPLETE


def test_a_figure_of_the_whole_year_completes_no_quarter_within_it() -> None:
    assert reason(a_line(), "2023-Q2", {"2023-Y": Decimal(4)}) is ObligationReason.IN_WINDOW
    assert reason(a_line(), "2024-Q1", {"2023-Y": Decimal(4)}) is ObligationReason.COMPLETE


def test_a_line_without_a_target_is_never_complete() -> None:
    line, results = a_line(target=None, due=date(2023, 6, 30)), {"2023-Q1": Decimal(100)}
    assert reason(line, "2023-Q3", results) is ObligationReason.CARRIED_OVERDUE
    assert deadline_duty(line, results, RULE, COLOMBIA) is not None


def test_a_line_with_an_impossible_target_owes_and_stops_nobody() -> None:
    line = a_line(accumulation=Accumulation.REDUCTION, baseline=Decimal(4), due=date(2023, 6, 30))
    assert reason(line, "2023-Q3", {"2023-Q1": Decimal(4)}) is ObligationReason.CARRIED_OVERDUE


@given(DAYS, DAYS, st.sampled_from([kind for kind in PeriodKind if kind is not PeriodKind.CUSTOM]))
def test_no_obligation_lies_outside_a_window_but_the_carried_ones_after_it(
    start: date, due: date, kind: PeriodKind
) -> None:
    line = a_line(start=start, due=due)
    for period in periods_between(kind, date(2021, 6, 1), date(2025, 6, 30)):
        duty = result_duty(line, period, {}, RULE, COLOMBIA)
        inside = start <= due and period.start <= due and start <= period.end
        carried = start <= due < period.start
        expected = ObligationReason.IN_WINDOW if inside else ObligationReason.CARRIED_OVERDUE if carried else None
        assert (duty and duty.reason) is expected


@given(DAYS, DAYS)
def test_the_periods_of_a_window_are_those_it_owes_while_it_runs(start: date, due: date) -> None:
    line = a_line(start=start, due=due)
    periods = periods_between(PeriodKind.MONTH, date(2021, 6, 1), date(2025, 6, 30))
    owed = [period.key for period in periods if reason(line, period.key) is ObligationReason.IN_WINDOW]
    assert window_periods(line, PeriodKind.MONTH, RULE) == tuple(owed)


@given(st.lists(st.decimals(0, 5, places=0), max_size=4), st.sampled_from(Accumulation), DAYS)
def test_periods_judged_together_are_judged_as_each_alone(
    values: list[Decimal], accumulation: Accumulation, due: date
) -> None:
    line = a_line(accumulation=accumulation, baseline=Decimal(9), due=due)
    results, periods = dict(zip(QUARTERS, values, strict=False)), tuple(map(parse_period, QUARTERS))
    assert expectations(line, periods, results, RULE) == tuple(reason(line, key, results) for key in QUARTERS)


@given(st.lists(st.decimals(0, 5, places=0), max_size=4), st.sampled_from(Accumulation), DAYS)
def test_all_that_a_line_owes_is_what_it_owes_for_each_period_and_for_its_end(
    values: list[Decimal], accumulation: Accumulation, due: date
) -> None:
    line = a_line(accumulation=accumulation, baseline=Decimal(9), due=due)
    results, periods = dict(zip(QUARTERS, values, strict=False)), tuple(map(parse_period, QUARTERS))
    opened = [(each, report_by(each, RULE, COLOMBIA), closes_on(each, RULE, COLOMBIA)) for each in periods]
    alone = [result_duty(line, each, results, RULE, COLOMBIA) for each in periods]
    alone.append(deadline_duty(line, results, RULE, COLOMBIA))
    assert duties_of(line, opened, results, RULE, COLOMBIA) == tuple(duty for duty in alone if duty)
