from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdflow.domain.weights import EQUAL, Scope, WeightNote, Weights, weights_of

SHARES = st.lists(st.integers(1, 50), min_size=1, max_size=8)


def of(*items: str) -> Weights:
    """The weights of items, each written as "20 30 -", a dash for none."""
    return weights_of([None if weight == "-" else Decimal(weight) for weight in item.split()] for item in items)


def test_a_plan_without_weights_has_equal_lines_and_nothing_to_tell() -> None:
    assert of("- -", "-") == EQUAL == weights_of(())


@pytest.mark.parametrize("items", [("20 30", "50"), ("0.2 0.3", "0.5"), ("33.3 33.3 33.3",), ("33.33 33.33", "33.34")])
def test_weights_that_make_up_the_plan_are_used_throughout(items: tuple[str, ...]) -> None:
    found = of(*items)
    assert (found.scope, found.note, found.beyond_items) == (Scope.PLAN, None, found)


def test_weights_that_make_up_each_item_count_within_items_alone() -> None:
    found = of("40 60", "100", "0.5 0.5")
    assert (found.scope, found.total) == (Scope.ITEM, Fraction(201))
    assert (found.beyond_items.scope, found.beyond_items.note) == (Scope.EQUAL, WeightNote.WITHIN_ITEMS)


@pytest.mark.parametrize(
    ("items", "note", "total"),
    [
        (("20 30", "40"), WeightNote.NOT_WHOLE, Fraction(90)),
        (("33 33 33",), WeightNote.NOT_WHOLE, Fraction(99)),
        (("40 60", "90"), WeightNote.NOT_WHOLE, Fraction(190)),
        (("50 -", "50"), WeightNote.INCOMPLETE, Fraction(100)),
        (("120 -20",), WeightNote.NEGATIVE, Fraction(100)),
    ],
)
def test_weights_that_do_not_add_up_are_not_mended(items: tuple[str, ...], note: WeightNote, total: Fraction) -> None:
    assert of(*items) == Weights(note=note, total=total)


@given(SHARES)
def test_any_parts_of_a_whole_are_weights_of_the_plan(parts: list[int]) -> None:
    exact = [Decimal(part) for part in parts]
    rest = Decimal(100) - sum(exact, Decimal(0))
    weights = [*exact, rest] if rest >= 0 else [Decimal(100)]
    assert weights_of([weights]).scope is Scope.PLAN


@given(SHARES, st.integers(1, 4))
def test_the_order_and_split_of_items_never_make_weights_of_another_plan(parts: list[int], at: int) -> None:
    weights = [Decimal(part) for part in parts]
    split = [each for each in (weights[:at], weights[at:]) if each]
    whole, apart = weights_of([weights]), weights_of(split)
    assert whole.total == apart.total
    assert (whole.scope is Scope.PLAN) == (apart.scope is Scope.PLAN)
