"""What a form asks of a line, and what it makes of the answer."""

from dataclasses import replace
from decimal import Decimal

from gdflow.domain.forms import FIRST_ROW, FormColumn, form_line, passes_target, running, so_far
from gdflow.domain.plan import Accumulation
from tests.support import cartagena

THIRD = cartagena.lines()[2]


def test_a_line_is_asked_with_what_it_reported_before_the_period() -> None:
    before = [result for result in cartagena.results() if result.line_id == 3]
    asked = form_line(THIRD, plan_code="gd", results=before, period="2023-Q2")
    assert (asked.so_far, asked.target, asked.plan_code) == (Decimal(7), Decimal(21), "gd")
    assert asked.previous_note == before[0].narrative


def test_the_periods_own_and_later_results_are_left_out() -> None:
    asked = form_line(THIRD, plan_code="gd", results=[cartagena.answer(3, "9")], period="2023-Q2")
    assert (asked.so_far, asked.previous_note) == (None, None)


def test_a_zero_is_recalled_by_its_reason() -> None:
    zero = replace(cartagena.answer(3, "0", zero_reason="Sin convocatoria"), period="2023-Q1")
    asked = form_line(THIRD, plan_code="gd", results=[zero], period="2023-Q2")
    assert (asked.so_far, asked.previous_note) == (Decimal(0), "Sin convocatoria")


def test_where_a_line_stands_depends_on_its_accumulation() -> None:
    values = [Decimal(5), Decimal(7), Decimal(2)]
    assert so_far(Accumulation.SUM, values) == 14
    assert so_far(Accumulation.MAXIMUM, values) == 7
    assert so_far(Accumulation.LATEST, values) == 2
    assert so_far(Accumulation.SUM, []) is None


def test_a_report_is_added_to_a_sum_and_replaces_a_level() -> None:
    assert running(Accumulation.SUM, Decimal(7), Decimal(2)) == 9
    assert running(Accumulation.STOCK, Decimal(7), Decimal(2)) == 2
    assert running(Accumulation.SUM, None, Decimal(2)) == 2


def test_only_a_sum_above_its_target_is_questioned() -> None:
    assert passes_target(Accumulation.SUM, Decimal(21), Decimal(22))
    assert not passes_target(Accumulation.SUM, Decimal(21), Decimal(21))
    assert not passes_target(Accumulation.STOCK, Decimal(21), Decimal(22))
    assert not passes_target(Accumulation.SUM, None, Decimal(22))


def test_the_first_result_is_typed_into_h9() -> None:
    assert ("ABCDEFGH"[FormColumn.VALUE.place], FIRST_ROW) == ("H", 9)
