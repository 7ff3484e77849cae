"""What is owed, by when, and why: derived from a line's window, its periods and its completeness."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class ObligationKind(StrEnum):
    """A period's result, or the line's own end."""

    RESULT = "result"
    DEADLINE = "deadline"


class ObligationReason(StrEnum):
    """Why a line owes (or does not owe) a period's result."""

    IN_WINDOW = "in_window"
    CARRIED_OVERDUE = "carried_overdue"
    DUE_DATE = "due_date"
    OUTSIDE_WINDOW = "outside_window"
    COMPLETE = "complete"
    NO_WINDOW = "no_window"
    UNCONFIRMED = "unconfirmed"
    WAIVED = "waived"


@dataclass(frozen=True, slots=True)
class Duty:
    """What a line owes, not yet stored: kind, period (None for a deadline), dates and the reason.

    due_on: report_by of the period, or the line's due date. closes_on: the day on which the period locks.
    """

    line_id: int
    kind: ObligationKind
    period: str | None
    due_on: date
    closes_on: date | None
    reason: ObligationReason


class ObligationState(StrEnum):
    """Where a stored obligation stands; only OWED is reminded."""

    OWED = "owed"
    MET = "met"
    COMPLETE = "complete"
    WAIVED = "waived"
    WITHDRAWN = "withdrawn"
    MISSING_AT_CLOSE = "missing_at_close"


@dataclass(frozen=True, slots=True)
class Obligation:
    """A stored duty with its owner and state. done_on: the day it ceased to be owed, else None."""

    id: int
    line_id: int
    plan_id: int
    team_id: int | None
    kind: ObligationKind
    period: str | None
    due_on: date
    closes_on: date | None
    reason: ObligationReason
    state: ObligationState
    done_on: date | None
