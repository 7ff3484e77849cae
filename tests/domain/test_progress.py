from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdflow.domain.errors import InputError
from gdflow.domain.obligations import window_periods
from gdflow.domain.periods import PeriodKind
from gdflow.domain.plan import Accumulation
from gdflow.domain.progress import (
    compliance_with,
    is_reached,
    is_whole,
    period_target,
    rollup,
    total_progress,
    weighted_mean,
)
from gdflow.spanish.numbers import rounded
from tests.domain.cast import CARTAGENA, RULE, a_line, cartagena_lines, cartagena_results
from tests.domain.reports import row_of

QUARTERS = ("2023-Q1", "2023-Q2", "2023-Q3", "2023-Q4")
AMOUNTS = st.decimals(0, 1000, places=2)
FIGURES = st.decimals(-3, 3, places=1)
RATIOS = st.fractions(0, 3)


def four_decimals(ratio: Fraction) -> str:
    return f"{rounded(ratio * 100, 4):.4f}"


def quarters(*values: str) -> Mapping[str, Decimal]:
    # Out of order on purpose: the time of a result is in its key, not in its place.
    return {key: Decimal(value) for key, value in reversed(list(zip(QUARTERS, values, strict=False)))}


@pytest.mark.parametrize(
    ("accumulation", "baseline", "expected"),
    [
        (Accumulation.SUM, None, Fraction(90, 40)),
        (Accumulation.CUMULATIVE, None, Fraction(90, 40)),
        (Accumulation.LATEST, None, Fraction(20, 40)),
        (Accumulation.FLOW, None, Fraction(20, 40)),
        (Accumulation.STOCK, None, Fraction(20, 40)),
        (Accumulation.AVERAGE, None, Fraction(30, 40)),
        (Accumulation.MAXIMUM, None, Fraction(60, 40)),
        (Accumulation.CAPACITY, "10", Fraction(10, 30)),
        (Accumulation.REDUCTION, "80", Fraction(60, 40)),
        (Accumulation.ANNUAL_REDUCTION, "60", Fraction(40, 20)),
    ],
)
def test_each_accumulation_has_its_formula(
    accumulation: Accumulation, baseline: str | None, expected: Fraction
) -> None:
    line = a_line(target=Decimal(40), accumulation=accumulation, baseline=baseline and Decimal(baseline))
    assert total_progress(line, quarters("10", "60", "20")) == expected


@given(st.sampled_from(Accumulation), st.none() | FIGURES, st.none() | FIGURES, st.lists(FIGURES, max_size=4))
def test_a_target_is_reached_where_the_whole_of_it_is(
    accumulation: Accumulation, target: Decimal | None, baseline: Decimal | None, values: list[Decimal]
) -> None:
    line, results = a_line(target=target, accumulation=accumulation, baseline=baseline), quarters(*map(str, values))
    try:
        share = total_progress(line, results)
    except InputError:
        return  # nothing can be said of it, of either
    assert is_reached(line, results) == is_whole(share)


@pytest.mark.parametrize("accumulation", [Accumulation.LATEST, Accumulation.AVERAGE])
def test_a_falling_line_is_not_rewarded_for_a_rise(accumulation: Accumulation) -> None:
    line = a_line(target=Decimal(10), accumulation=accumulation, baseline=Decimal(30))
    assert total_progress(line, quarters("40")) == Fraction(-1, 2)
    assert total_progress(line, quarters("20")) == Fraction(1, 2)


def test_a_rising_level_counts_from_zero_and_not_from_its_baseline() -> None:
    line = a_line(target=Decimal(40), accumulation=Accumulation.LATEST, baseline=Decimal(10))
    assert total_progress(line, quarters("20")) == Fraction(1, 2)


@pytest.mark.parametrize("accumulation", list(Accumulation))
def test_without_a_report_nothing_is_reached(accumulation: Accumulation) -> None:
    assert total_progress(a_line(accumulation=accumulation, baseline=Decimal(9)), {}) == 0


@pytest.mark.parametrize(
    "line",
    [
        a_line(target=None),
        a_line(target=Decimal(0)),
        a_line(accumulation=Accumulation.CAPACITY),
        a_line(accumulation=Accumulation.REDUCTION),
    ],
)
def test_progress_that_cannot_be_said_is_none(line: object) -> None:
    assert total_progress(line, quarters("1")) is None  # type: ignore[arg-type]  # the cases are lines


def test_a_target_equal_to_its_baseline_is_an_error_and_not_a_zero() -> None:
    line = a_line(accumulation=Accumulation.REDUCTION, baseline=Decimal("4.0"))
    with pytest.raises(InputError, match="target_equals_baseline"):
        total_progress(line, quarters("4"))


def test_every_result_of_cartagena_equals_the_one_it_prints() -> None:
    lines, results = cartagena_lines(), cartagena_results()
    for row in CARTAGENA["rows"]:
        progress = total_progress(lines[row["row"]], results[row["row"]])
        assert progress == Fraction(row["result_exact"]["fraction"])
        places = row["result_decimals_printed"]
        assert f"{rounded(progress * 100, places):.{places}f}%".replace(".", ",") == row["result_printed"]


def test_the_first_quarter_of_cartagena_against_an_even_split() -> None:
    lines, results = cartagena_lines(), cartagena_results()
    for row in CARTAGENA["even_split_q1"]["rows"]:
        line, expected = lines[row["row"]], window_periods(lines[row["row"]], PeriodKind.QUARTER, RULE)
        target = period_target(line, "2023-Q1", expected)
        compliance = compliance_with(line, target, results[row["row"]]["2023-Q1"])
        assert len(expected) == row["expected_quarters"]
        assert target == (row["q1_target_even_split"] and Fraction(row["q1_target_even_split"]))
        assert (compliance if compliance is None else four_decimals(compliance)) == row["q1_compliance_percent"]


@given(AMOUNTS, st.integers(1, 12))
def test_even_parts_make_the_target_exactly(target: Decimal, months: int) -> None:
    keys = [f"2023-M{month:02d}" for month in range(1, months + 1)]
    parts = [period_target(a_line(target=target), key, keys) or Fraction(0) for key in keys]
    assert sum(parts) == Fraction(target)


@given(st.lists(AMOUNTS, min_size=4, max_size=4), AMOUNTS.filter(bool))
def test_the_progress_of_a_sum_is_the_sum_of_its_parts(values: list[Decimal], target: Decimal) -> None:
    line, results = a_line(target=target), dict(zip(QUARTERS, values, strict=True))
    parts = [total_progress(line, {key: value}) or Fraction(0) for key, value in results.items()]
    assert total_progress(line, results) == sum(parts)


def test_what_the_plan_programmes_comes_before_any_split() -> None:
    line = a_line(programmed={"2023-Q1": Decimal(3), "2023-Q2": Decimal(1)})
    assert period_target(line, "2023-Q1", QUARTERS) == 3
    assert period_target(line, "2023-Q3", QUARTERS) is None


def test_a_programmed_year_is_split_among_its_own_quarters() -> None:
    line = a_line(target=Decimal(9), programmed={"2023-Y": Decimal(2), "2024-Y": Decimal(7)})
    assert period_target(line, "2023-Q2", ("2022-Q4", *QUARTERS)) == Fraction(1, 2)
    assert period_target(line, "2022-Q4", ("2022-Q4", *QUARTERS)) is None


@pytest.mark.parametrize(
    ("accumulation", "expected"),
    [(Accumulation.FLOW, 4), (Accumulation.LATEST, 4), (Accumulation.CAPACITY, None), (Accumulation.MAXIMUM, None)],
)
def test_a_level_is_owed_whole_each_time(accumulation: Accumulation, expected: int | None) -> None:
    assert period_target(a_line(accumulation=accumulation), "2023-Q1", QUARTERS) == expected


def test_no_target_and_no_expectation_have_no_period_target() -> None:
    assert period_target(a_line(target=None), "2023-Q1", QUARTERS) is None
    assert period_target(a_line(), "2024-Q1", QUARTERS) is None


def test_compliance_is_of_a_reported_expected_period_only() -> None:
    line, known = a_line(), {"2023-Q1": "2", "2023-Q2": "0"}
    assert row_of(line, known, "2023-Q1").compliance == 2
    assert row_of(line, known, "2023-Q2").compliance == 0
    assert row_of(line, known, "2023-Q3").compliance is None
    assert row_of(replace(line, start=date(2023, 4, 1)), known, "2023-Q1").compliance is None
    assert row_of(a_line(target=None), known, "2023-Q1").compliance is None


def test_compliance_with_a_programmed_reduction_is_the_way_gone_from_the_baseline() -> None:
    line = a_line(accumulation=Accumulation.REDUCTION, baseline=Decimal(50), programmed={"2023-Q1": Decimal(40)})
    assert row_of(line, {"2023-Q1": "45"}, "2023-Q1").compliance == Fraction(1, 2)


def test_a_roll_up_caps_unless_told_otherwise() -> None:
    values = [Fraction(2), Fraction(1, 2)]
    assert rollup(values) == Fraction(3, 4)
    assert rollup(values, capped=False) == Fraction(5, 4)
    assert rollup([]) is None


@given(st.lists(st.fractions(-2, 3), min_size=1))
def test_a_roll_up_is_the_exact_mean_of_what_counts(values: list[Fraction]) -> None:
    assert rollup(values) == sum((min(value, Fraction(1)) for value in values), Fraction(0)) / len(values)


@given(st.lists(st.tuples(st.sampled_from("PHVA"), RATIOS), min_size=1))
def test_groups_weighted_by_their_size_make_the_whole(pairs: list[tuple[str, Fraction]]) -> None:
    members = {name: [value for other, value in pairs if other == name] for name, _ in pairs}
    groups = [(Fraction(len(of)), rollup(of, capped=False) or Fraction(0)) for of in members.values()]
    assert rollup((value for _, value in pairs), capped=False) == weighted_mean(groups, capped=False)


@given(st.lists(st.fractions(-2, 3), min_size=1), st.fractions(min_value=Fraction(1, 9), max_value=9))
def test_equal_weights_of_whatever_size_are_no_weights(values: list[Fraction], weight: Fraction) -> None:
    assert weighted_mean([(weight, value) for value in values]) == rollup(values)


def test_where_nothing_weighs_anything_there_is_no_mean() -> None:
    assert weighted_mean([(Fraction(0), Fraction(1))]) is None
    assert weighted_mean([]) is None


def test_a_line_keeps_its_exact_thirds() -> None:
    line = replace(a_line(), target=Decimal(21))
    assert total_progress(line, quarters("7")) == Fraction(1, 3)
