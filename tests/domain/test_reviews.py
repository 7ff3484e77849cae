"""By when a report is reviewed, and where it stands."""

from datetime import UTC, date, datetime

import pytest

from gdflow.colombia import holidays_of
from gdflow.domain.calendar import BusinessCalendar
from gdflow.domain.results import SubmissionState
from gdflow.domain.reviews import Review, ReviewRule, Verdict, review_by, reviewer_step
from gdflow.domain.submitted import state_of

CALENDAR = BusinessCalendar(holidays_of([2023]))
RULE = ReviewRule()
DUE = date(2023, 7, 6)


def test_a_report_is_reviewed_within_so_many_business_days() -> None:
    # Monday 3 July is a holiday in Colombia.
    assert review_by(date(2023, 6, 30), RULE, CALENDAR) == DUE


@pytest.mark.parametrize(
    ("day", "step"),
    [("2023-07-05", None), ("2023-07-06", 0), ("2023-07-09", 0), ("2023-07-10", 2), ("2023-08-01", 2)],
)
def test_the_newest_step_that_has_passed_is_said(day: str, step: int | None) -> None:
    assert reviewer_step(DUE, RULE, CALENDAR, date.fromisoformat(day)) == step


def test_without_steps_nobody_is_told() -> None:
    assert reviewer_step(DUE, ReviewRule(steps=()), CALENDAR, date(2024, 1, 1)) is None


@pytest.mark.parametrize("verdict", Verdict)
def test_a_report_stands_where_its_newest_review_put_it(verdict: Verdict) -> None:
    review = Review(1, 1, verdict, "Falta la evidencia.", "Coordinación", datetime(2023, 7, 6, tzinfo=UTC))
    assert state_of(review).value == verdict.value
    assert state_of(None) is SubmissionState.SUBMITTED
