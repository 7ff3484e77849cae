"""What a person should look at: each flag where it belongs, and nowhere else."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdflow.domain.flags import Flag, FlagCode, counted, flags_of
from gdflow.domain.lines import Line
from gdflow.domain.plan import Accumulation, TargetUnit
from tests.domain.cast import a_line
from tests.domain.reports import QUARTERS, quarters, row_of
from tests.support import cartagena, closed

AMOUNTS = st.lists(st.decimals(0, 50, places=2), min_size=1, max_size=4)


def flags(line: Line, *values: str, period: str = "2023-Q4") -> list[Flag]:
    return list(flags_of(row_of(line, quarters(*values), period)))


def codes(line: Line, *values: str, period: str = "2023-Q4") -> list[FlagCode]:
    return [flag.code for flag in flags(line, *values, period=period)]


def test_a_line_that_goes_its_way_has_no_flag() -> None:
    assert codes(a_line(), "1", "1", "1", "1") == []
    assert codes(a_line()) == []


def test_more_than_the_target_is_told_with_the_share() -> None:
    (flag,) = flags(a_line(target=Decimal(21)), "7", "3", "4", "13", period="2023-Q4")[:1]
    assert (flag.code, flag.value, flag.against, flag.share) == (FlagCode.OVER_ACHIEVEMENT, 27, 21, Fraction(9, 7))
    assert (flag.periods, flag.label) == (QUARTERS, "Sobrecumplimiento")


def test_the_target_itself_is_no_over_achievement() -> None:
    assert codes(a_line(), "4") == []


def test_an_amount_above_the_whole_target_may_be_the_cumulative() -> None:
    flag = next(each for each in flags(a_line(), "5") if each.code is FlagCode.ABOVE_TARGET)
    assert (flag.periods, flag.value, flag.against, flag.before) == (("2023-Q1",), 5, 4, 0)


def test_an_amount_that_passes_the_target_and_exceeds_all_before_may_be_the_cumulative() -> None:
    flag = next(each for each in flags(a_line(), "2", "3") if each.code is FlagCode.ABOVE_TARGET)
    assert (flag.periods, flag.value, flag.against, flag.before) == (("2023-Q2",), 3, 4, 2)


@pytest.mark.parametrize("values", [("2", "2"), ("3", "2"), ("0", "4"), ("1", "3")])
def test_an_amount_that_may_well_be_the_periods_own_is_not_doubted(values: tuple[str, ...]) -> None:
    assert FlagCode.ABOVE_TARGET not in codes(a_line(), *values)


@pytest.mark.parametrize(
    "line",
    [a_line(target=None), a_line(target=Decimal(0)), a_line(accumulation=Accumulation.LATEST)],
)
def test_without_a_target_to_add_up_to_no_amount_is_doubted(line: Line) -> None:
    assert FlagCode.ABOVE_TARGET not in codes(line, "5", "9")


@pytest.mark.parametrize("accumulation", [Accumulation.SUM, Accumulation.CUMULATIVE])
def test_a_cumulative_falls_by_an_amount_below_zero_alone(accumulation: Accumulation) -> None:
    line = a_line(target=Decimal(40), accumulation=accumulation)
    assert codes(line, "7", "2", "1") == []
    (flag,) = flags(line, "7", "-1")
    assert (flag.code, flag.periods) == (FlagCode.DECREASING, ("2023-Q1", "2023-Q2"))
    assert (flag.against, flag.value) == (7, 6)


@pytest.mark.parametrize(
    ("accumulation", "baseline", "target", "values", "falls"),
    [
        (Accumulation.LATEST, None, "100", ("30", "25"), True),
        (Accumulation.LATEST, None, "100", ("25", "30"), False),
        (Accumulation.LATEST, "80", "40", ("60", "70"), True),
        (Accumulation.LATEST, "80", "40", ("70", "60"), False),
        (Accumulation.CAPACITY, "10", "40", ("20", "15"), True),
        (Accumulation.CAPACITY, None, "40", ("20", "15"), True),
        (Accumulation.REDUCTION, "80", "40", ("60", "70"), True),
        (Accumulation.REDUCTION, None, "40", ("60", "70"), True),
        (Accumulation.REDUCTION, None, "40", ("70", "60"), False),
        (Accumulation.STOCK, None, "100", ("30", "25"), False),
        (Accumulation.FLOW, None, "100", ("30", "25"), False),
        (Accumulation.AVERAGE, None, "100", ("30", "25"), False),
        (Accumulation.MAXIMUM, None, "100", ("30", "25"), False),
    ],
)
def test_a_line_that_advances_falls_when_it_is_reported_worse_than_before(
    accumulation: Accumulation, baseline: str | None, target: str, values: tuple[str, ...], falls: bool
) -> None:
    base = baseline and Decimal(baseline)
    line = a_line(accumulation=accumulation, baseline=base, target=Decimal(target), target_unit=TargetUnit.PERCENT)
    assert (FlagCode.DECREASING in codes(line, *values)) is falls


def test_of_several_falls_the_last_is_told() -> None:
    line = a_line(target=Decimal(90), accumulation=Accumulation.LATEST)
    (flag,) = flags(line, "50", "40", "60", "55")
    assert (flag.periods, flag.against, flag.value) == (("2023-Q3", "2023-Q4"), 60, 55)


def test_a_yearly_reduction_begins_anew_each_year() -> None:
    line = a_line(
        accumulation=Accumulation.ANNUAL_REDUCTION, baseline=Decimal(80), target=Decimal(40), start=date(2022, 1, 1)
    )
    values = {"2022-Q4": "50", "2023-Q1": "70", "2023-Q2": "60"}
    assert flags_of(row_of(line, values, "2023-Q2")) == ()
    assert [flag.code for flag in flags_of(row_of(line, {**values, "2023-Q2": "75"}))] == [FlagCode.DECREASING]


def test_a_fall_since_the_year_before_is_seen() -> None:
    line = a_line(accumulation=Accumulation.LATEST, target=Decimal(100), start=date(2022, 1, 1))
    (flag,) = flags_of(row_of(line, {"2022-Q4": "60", "2023-Q1": "50"}, "2023-Q1"))
    assert flag.periods == ("2022-Q4", "2023-Q1")


def test_parts_of_a_thing_that_is_counted_whole_are_told_once_a_line() -> None:
    (flag,) = flags(a_line(target=Decimal(10)), "0.3", "1", "0.25")
    assert (flag.code, flag.periods, flag.value) == (FlagCode.FRACTION, ("2023-Q1", "2023-Q3"), Fraction(1, 4))


@pytest.mark.parametrize(
    "line",
    [
        a_line(target=Decimal(1), target_unit=TargetUnit.PERCENT),
        a_line(target=Decimal("2.5")),
        a_line(target=Decimal(1), target_implied=True),
        a_line(target=None, target_unit=None),
    ],
)
def test_a_percentage_a_measure_and_a_milestone_may_come_in_parts(line: Line) -> None:
    assert FlagCode.FRACTION not in codes(line, "0.3")


def test_several_periods_of_zero_in_a_row_are_told_up_to_the_reports_own() -> None:
    (flag,) = flags(a_line(), "1", "0", "0", period="2023-Q3")
    assert (flag.code, flag.periods) == (FlagCode.REPEATED_ZERO, ("2023-Q2", "2023-Q3"))


@pytest.mark.parametrize("values", [("0",), ("0", "1"), ("0", "1", "0"), ("1", "0")])
def test_one_zero_or_one_of_long_ago_is_none(values: tuple[str, ...]) -> None:
    assert codes(a_line(), *values, period=QUARTERS[len(values) - 1]) == []


def test_a_period_without_a_report_ends_the_row_of_zeros() -> None:
    row = row_of(a_line(), {"2023-Q1": "0", "2023-Q2": "0"}, "2023-Q3")
    assert flags_of(row) == ()


def test_zeros_of_periods_that_are_not_owed_do_not_count() -> None:
    assert codes(a_line(start=date(2023, 4, 1)), "0", "0", period="2023-Q2") == []


def test_a_zero_may_be_the_best_figure_of_a_reduction() -> None:
    line = a_line(accumulation=Accumulation.REDUCTION, baseline=Decimal(8), target=Decimal(0))
    assert codes(line, "0", "0", period="2023-Q2") == []


def test_cartagenas_first_quarter_has_its_two_fractions_and_nothing_else() -> None:
    found = [flag for row in closed.report("2023-Q1").lines for flag in flags_of(row)]
    assert [(flag.code, flag.line.id) for flag in found] == [(FlagCode.FRACTION, 8), (FlagCode.FRACTION, 11)]


def test_cartagenas_second_quarter_asks_whether_20_is_the_cumulative() -> None:
    found = [flag for row in closed.report("2023-Q2").lines for flag in flags_of(row)]
    assert [flag.code for flag in found if flag.line.id == 3] == [FlagCode.OVER_ACHIEVEMENT, FlagCode.ABOVE_TARGET]
    assert counted(found) == {FlagCode.OVER_ACHIEVEMENT: 1, FlagCode.ABOVE_TARGET: 1, FlagCode.FRACTION: 2}


def test_a_line_with_two_flags_of_a_kind_is_counted_once() -> None:
    both = [flag for flag in flags(a_line(), "5", "6") if flag.code is FlagCode.ABOVE_TARGET]
    other = replace(both[0], line=replace(both[0].line, plan_id=2))
    assert len(both) == 2
    assert counted(both) == {FlagCode.ABOVE_TARGET: 1}
    assert counted([*both, other]) == {FlagCode.ABOVE_TARGET: 2}
    assert counted(()) == {}


@given(AMOUNTS)
def test_flags_never_contradict_the_figures(values: list[Decimal]) -> None:
    row = row_of(a_line(target=Decimal(40)), quarters(*map(str, values)), "2023-Q4")
    found = {flag.code for flag in flags_of(row)}
    assert (FlagCode.OVER_ACHIEVEMENT in found) == (sum(values) > 40)
    assert (FlagCode.FRACTION in found) == any(value % 1 for value in values)
    assert FlagCode.ABOVE_TARGET not in found or FlagCode.OVER_ACHIEVEMENT in found
    assert FlagCode.DECREASING not in found


def test_no_flag_looks_beyond_the_cut() -> None:
    early = cartagena.answer(3, "200")
    before = closed.report("2023-Q1")
    assert early.period not in {key for row in before.lines for flag in flags_of(row) for key in flag.periods}
