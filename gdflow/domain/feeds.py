"""Calendars of due dates that programs read by an address of their own."""

from dataclasses import dataclass
from datetime import date, datetime

from gdflow.domain.obligations import ObligationKind


@dataclass(frozen=True, slots=True)
class CalendarFeed:
    """The address of a calendar: a team's, or the entity's without a team; only the hash of its token is kept."""

    id: int
    entity_id: int
    team_id: int | None
    team: str | None
    created_at: datetime
    created_by: str
    revoked_at: datetime | None = None
    revoked_by: str | None = None


@dataclass(frozen=True, slots=True)
class Dated:
    """Something that is, or was, owed by a day. plan: its title or code; done_on: since when it is owed no more."""

    id: int
    line_id: int
    plan_id: int
    plan: str
    team_id: int | None
    kind: ObligationKind
    period: str | None
    due_on: date
    number: str | None
    label: str
    done_on: date | None


@dataclass(frozen=True, slots=True)
class ClosingDay:
    """The day on which a period of a plan takes nothing more. early: somebody closed it before its own day."""

    plan_id: int
    plan: str
    period: str
    closes_on: date
    early: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """A whole day in a calendar. uid: of the same thing always the same. changed_at: when what it says last changed.

    cancelled: it is no longer owed.
    """

    uid: str
    day: date
    summary: str
    description: str
    changed_at: datetime
    cancelled: bool = False
