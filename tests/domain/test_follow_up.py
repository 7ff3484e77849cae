"""Improvement plans: the council's plan of Cartago over its four years, and how items stand."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdflow.domain.follow_up import FollowedItem, FollowUp, ItemStatus, follow_up
from gdflow.domain.lines import Line
from tests.domain.cast import a_line, truth
from tests.domain.reports import report_of

DONE, OVERDUE, IN_COURSE = ItemStatus.DONE, ItemStatus.OVERDUE, ItemStatus.IN_COURSE
NOT_STARTED, NO_DEADLINE = ItemStatus.NOT_STARTED, ItemStatus.NO_DEADLINE
ITEMS = [each["label"] if "label" in each else str(at) for at, each in enumerate(truth("cartago_2024")["items"], 1)]


def milestone(at: int, **changes: Any) -> Line:
    """A milestone from August 2024 to the end of 2027, as Cartago's are."""
    its: dict[str, Any] = {
        "id": at,
        "uid": f"uid-{at}",
        "item": None,
        "path": (f"Ítem {at}",),
        "start": date(2024, 8, 1),
        "due": date(2027, 12, 31),
        "target": Decimal(1),
        "target_implied": True,
    }
    return a_line(**{**its, **changes})


def cartago(values: Mapping[int, Mapping[str, str]], period: str) -> FollowUp:
    """Its ten items: the third with a day that nobody confirmed, the sixth with none."""
    changed: dict[int, dict[str, Any]] = {
        3: {"start": None, "due": date(2024, 12, 31), "due_confirmed": False},
        6: {"start": None, "due": None},
    }
    lines = [milestone(at, **changed.get(at, {})) for at in range(1, 11)]
    return follow_up(report_of(lines, values, period))


def item(made: FollowUp, at: int) -> FollowedItem:
    return next(each for each in made.items if each.item == f"Ítem {at}")


def one(lines: Sequence[Line], values: Mapping[int, Mapping[str, str]], period: str = "2024-Q4") -> FollowedItem:
    return follow_up(report_of([replace(line, path=("Único",)) for line in lines], values, period)).items[0]


def test_the_ten_items_of_cartago_at_the_end_of_their_first_year() -> None:
    made = cartago({1: {"2024-Q4": "0.4"}, 2: {"2024-Q3": "1"}}, "2024-Q4")
    assert len(made.items) == len(ITEMS) == 10
    assert made.statuses == {DONE: 1, IN_COURSE: 1, NOT_STARTED: 6, NO_DEADLINE: 2}
    assert [item(made, at).status for at in (1, 2, 3, 6, 10)] == [
        IN_COURSE,
        DONE,
        NO_DEADLINE,
        NO_DEADLINE,
        NOT_STARTED,
    ]


def test_an_item_is_overdue_once_its_day_has_passed_without_its_target() -> None:
    at_the_end = cartago({1: {"2024-Q4": "0.4"}, 2: {"2027-Q4": "1"}}, "2027-Q4")
    assert [item(at_the_end, at).status for at in (1, 2, 4)] == [OVERDUE, DONE, OVERDUE]
    before = cartago({1: {"2024-Q4": "0.4"}}, "2027-Q3")
    assert item(before, 1).status is IN_COURSE


def test_an_item_follows_its_progress_over_the_years() -> None:
    values = {1: {"2024-Q4": "0.1", "2025-Q2": "0.2", "2025-Q4": "0.3", "2027-Q1": "0.4"}}
    followed = item(cartago(values, "2027-Q1"), 1)
    assert [(each.year, each.progress, each.ended) for each in followed.years] == [
        (2024, Fraction(1, 10), True),
        (2025, Fraction(3, 5), True),
        (2026, Fraction(3, 5), True),
        (2027, Fraction(1), False),
    ]
    assert [each.value for each in followed.lines[0].years] == [Fraction(1, 10), Fraction(1, 2), None, Fraction(2, 5)]
    assert followed.lines[0].line.id == 1


def test_a_year_to_come_has_a_target_and_no_progress() -> None:
    line = item(cartago({1: {"2024-Q4": "0.1"}}, "2024-Q4"), 1).lines[0]
    assert [each.progress for each in line.years] == [Fraction(1, 10), None, None, None]
    assert [each.target for each in line.years] == [Fraction(2, 14), Fraction(4, 14), Fraction(4, 14), Fraction(4, 14)]


def test_an_item_without_windows_or_figures_has_no_years() -> None:
    followed = item(cartago({}, "2024-Q4"), 6)
    assert (followed.years, followed.start, followed.due) == ((), None, None)


def test_an_item_without_a_deadline_may_still_be_done() -> None:
    assert item(cartago({6: {"2024-Q4": "1"}}, "2024-Q4"), 6).status is DONE


def test_progress_is_counted_in_milestones_and_in_percent() -> None:
    lines = [milestone(1), milestone(2), a_line(id=3, uid="uid-3", start=date(2024, 8, 1), due=date(2025, 12, 31))]
    followed = one(lines, {1: {"2024-Q4": "1"}, 3: {"2024-Q4": "2"}})
    assert (followed.reached, followed.milestones) == (1, 2)
    assert followed.rollup.progress == Fraction(1, 2) == followed.years[0].progress
    assert (followed.start, followed.due) == (date(2024, 8, 1), date(2027, 12, 31))


def test_an_item_has_no_day_while_one_of_its_lines_has_none() -> None:
    assert one([milestone(1), milestone(2, due=None)], {}).due is None


@pytest.mark.parametrize(
    ("values", "others", "expected"),
    [
        (("1", "1"), {}, DONE),
        (("1", "0.5"), {}, IN_COURSE),
        (("1", "0"), {}, IN_COURSE),
        (("0", "0"), {}, NOT_STARTED),
        (("1", "0"), {"due": date(2024, 12, 31)}, OVERDUE),
        (("0", "0"), {"due": None}, NOT_STARTED),
        (("0.5", "0"), {"due": None}, IN_COURSE),
        (("0", "0"), {"start": date(2028, 1, 1)}, NOT_STARTED),
    ],
)
def test_an_item_of_two_lines_stands_as_both(values: tuple[str, str], others: dict[str, Any], expected: object) -> None:
    known = {at: {"2024-Q4": value} for at, value in enumerate(values, start=1)}
    assert one([milestone(1), milestone(2, **others)], known).status is expected


def test_weights_count_in_the_years_as_in_the_item() -> None:
    lines = [milestone(1, weight=Decimal(80)), milestone(2, weight=Decimal(20))]
    followed = one(lines, {1: {"2024-Q4": "1"}})
    assert followed.rollup.progress == Fraction(4, 5) == followed.years[0].progress


def test_a_line_whose_progress_cannot_be_said_leaves_the_year_to_the_others() -> None:
    followed = one([milestone(1), milestone(2, target=None)], {1: {"2024-Q4": "0.5"}})
    assert followed.years[0].progress == Fraction(1, 2)
    assert followed.lines[1].years[0].progress is None


@given(st.lists(st.integers(0, 4), min_size=2, max_size=14))
def test_the_progress_of_the_years_never_falls_and_ends_at_the_plans_own(tenths: list[int]) -> None:
    keys = [f"{2024 + (at + 2) // 4}-Q{(at + 2) % 4 + 1}" for at in range(len(tenths))]
    values = {key: f"0.{tenth}" for key, tenth in zip(keys, tenths, strict=True)}
    followed = one([milestone(1)], {1: values}, keys[-1])
    known = [year.progress for year in followed.years if year.progress is not None]
    assert known == sorted(known)
    assert known[-1] == followed.rollup.progress
    assert (followed.status is DONE) == (sum(tenths) >= 10)
