"""What a reviewer said of a report, and by when a reviewer is to say it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from gdflow.domain.calendar import BusinessCalendar
from gdflow.domain.labels import LabelledEnum


class Verdict(LabelledEnum):
    """How a review ended."""

    ACCEPTED = "accepted", "Avalado"
    RETURNED = "returned", "Devuelto para corrección"


class ReviewMode(LabelledEnum):
    """Whether a plan's reports are reviewed, and by whom."""

    NONE = "none", "Sin revisión"
    COORDINATOR = "coordinator", "Las revisa la coordinación"


@dataclass(frozen=True, slots=True)
class Review:
    """A verdict on a result; the newest one of a result counts. note: stated with RETURNED."""

    id: int
    result_id: int
    verdict: Verdict
    note: str | None
    reviewer: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ReviewRule:
    """How an entity reviews, in business days.

    days: within which a report is to be reviewed. correct_days: that a team has at least to correct what came back.
    steps: counted from the day by which it is to be reviewed, on which the reviewer is told. notes: ready-made ones.
    """

    days: int = 3
    correct_days: int = 3
    steps: tuple[int, ...] = (0, 2)
    notes: tuple[str, ...] = ()


def review_by(reported_on: date, rule: ReviewRule, calendar: BusinessCalendar) -> date:
    """The last day on which a report of a day is reviewed in time."""
    return calendar.nth(rule.days, after=reported_on)


def reviewer_step(due_on: date, rule: ReviewRule, calendar: BusinessCalendar, today: date) -> int | None:
    """The newest step about a due review that has passed on a day, or None before the first."""
    return max(_passed(due_on, rule.steps, calendar, today), default=None)


def _passed(due_on: date, steps: Iterable[int], calendar: BusinessCalendar, today: date) -> Iterable[int]:
    return (step for step in steps if calendar.shift(due_on, step) <= today)
