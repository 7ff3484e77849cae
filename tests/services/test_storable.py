from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from gdflow.domain.periods import PeriodKind
from gdflow.domain.plan import PlanKind, PlanLine, PlanReading
from gdflow.services.storable import storable

LINE = PlanLine(sheet="Plan", row=9, target=Decimal(1), baseline=None, weight=Decimal("0.5"))


def reading(*lines: PlanLine) -> PlanReading:
    return PlanReading("plan.xlsx", "Plan", PlanKind.ACTION, None, PeriodKind.QUARTER, lines, (), ())


def test_figures_of_six_decimals_are_left_as_they_are() -> None:
    read = reading(replace(LINE, results={"2023-Q1": Decimal("0.333333")}))
    assert storable(read) is read


def test_a_third_rests_as_its_millionths_and_is_told_with_its_row() -> None:
    kept = storable(reading(LINE, replace(LINE, row=10, results={"2023-Q1": Decimal(1) / Decimal(3)})))
    assert kept.lines[1].results == {"2023-Q1": Decimal("0.333333")}
    assert [(issue.code, issue.row, issue.proposal) for issue in kept.issues] == [("rounded_value", 10, "0.333333")]


def test_a_zero_stays_a_zero() -> None:
    assert storable(reading(replace(LINE, results={"2023-Q1": Decimal(0)}))).lines[0].results == {"2023-Q1": Decimal(0)}


@given(st.decimals(min_value=-1000, max_value=1000, allow_nan=False, places=9))
def test_a_rounding_moves_a_figure_by_half_a_millionth_at_most(value: Decimal) -> None:
    kept = storable(reading(replace(LINE, target=value))).lines[0].target
    assert kept is not None
    assert abs(kept - value) <= Decimal("0.0000005")
