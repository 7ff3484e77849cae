"""Whether a period still takes what is written of it, and for which lines.

Before its closing a period locks for teams by its dates; an extension gives a line more time. From its closing on only
a reopening opens it. Whoever asks in order to write holds the period meanwhile: nobody closes it in between.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from gdflow.domain.closing import ClosingFacts, Reopening, ReopeningScope
from gdflow.domain.consolidated import BOGOTA
from gdflow.domain.errors import ConflictError
from gdflow.domain.lines import Line
from gdflow.domain.stored import OpenPeriod
from gdflow.services.received import Handed
from gdflow.spanish.dates import long_date
from gdflow.spanish.periods import period_label
from gdflow.storage import closings, obligations, periods, plans, reopenings
from gdflow.storage.engine import Session


@dataclass(frozen=True, slots=True)
class Closings:
    """locked: why a period that has closed takes nothing more, None while it is open.

    still_open: ids of the team's lines that have more time than their period, or for which it was opened again.
    """

    locked: ConflictError | None
    still_open: frozenset[int]

    def is_late(self, line_id: int) -> bool:
        """Whether an answer for the line comes too late."""
        return self.locked is not None and line_id not in self.still_open


@dataclass(frozen=True, slots=True)
class ClosedPeriods:
    """The closed periods of some plans by plan and period, and the reopenings in force on a day."""

    closings: Mapping[tuple[int, str], ClosingFacts]
    reopened: tuple[Reopening, ...]

    def of(self, plan_id: int, period: str | None) -> ClosingFacts | None:
        """The closing in force of a plan's period, None while it is open; a line's own end has no period."""
        return self.closings.get((plan_id, period)) if period else None

    def open_until(self, plan_id: int, period: str, line_id: int, team_id: int | None) -> date | None:
        """The last day on which a closed period takes something of a line and its team, None when it takes nothing."""
        days = (each.until for each in self.reopened if _covers(each, plan_id, period, line_id, team_id))
        return max(days, default=None)

    def refuses(self, line: Line, period: str | None) -> ClosingFacts | None:
        """The closing that lets nothing of the line be changed, or None."""
        closing = self.of(line.plan_id, period)
        if closing is None or self.open_until(line.plan_id, closing.period, line.id, line.team_id) is not None:
            return None
        return closing


def closed_periods(session: Session, plan_ids: Collection[int], today: date) -> ClosedPeriods:
    """How the closed periods of some plans stand on a day."""
    known = closings.newest_closings(session, plan_ids)
    opened = reopenings.open_reopenings_of(session, plan_ids) if known else ()
    return ClosedPeriods(known, tuple(each for each in opened if each.until >= today))


def closings_of(session: Session, handed: Handed, period: str, today: date) -> Closings:
    """How a period of a team's plans stands on a day; it stays so until the transaction ends."""
    periods.hold_periods(session, handed.plan_ids)
    known = closed_periods(session, handed.plan_ids, today)
    opened = {each.plan_id: each for each in periods.periods_of_plans(session, handed.plan_ids) if each.key == period}
    locked: ConflictError | None = None
    for plan_id in handed.plan_ids:
        closing = known.of(plan_id, period)
        locked = locked or (_closed(closing) if closing else _past(opened.get(plan_id), today))
    if locked is None:
        return Closings(None, frozenset())
    still_open = (_still_open(session, known, plan_id, handed, period, today) for plan_id in handed.plan_ids)
    return Closings(locked, frozenset().union(*still_open))


def _still_open(
    session: Session, known: ClosedPeriods, plan_id: int, handed: Handed, period: str, today: date
) -> frozenset[int]:
    closing = known.of(plan_id, period)
    if closing is not None:
        return _reopened(session, known, closing, handed)
    return _with_more_time(session, plan_id, handed, period, today)


def refuse_late(session: Session, plan_id: int, line_id: int, period: str, today: date) -> None:
    """Hold the plan's periods; raise ConflictError("period_closed") when one takes nothing more of a line."""
    periods.hold_periods(session, [plan_id])
    known = closed_periods(session, [plan_id], today)
    closing = known.of(plan_id, period)
    if closing is not None:
        line = plans.line_by_id(session, line_id)
        if line is None or known.refuses(line, period):
            raise _closed(closing)
        return
    own = [owed.closes_on for owed in obligations.obligations_of_line(session, line_id) if owed.period == period]
    of_plan = [opened.closes_on for opened in periods.periods_of(session, plan_id) if opened.key == period]
    # A person may have given the line more time than its period has.
    closes_on = next((day for day in (*own, *of_plan) if day is not None), None)
    if closes_on is not None and today > closes_on:
        raise _told(period, closes_on)


def refuse_closed(session: Session, line: Line, period: str | None, today: date) -> date | None:
    """Hold the line's periods, and return to what day the closed period was opened again for it; None: it is open.

    Raises ConflictError("closed_to_decisions") when only a reopening can open it.
    """
    periods.hold_periods(session, [line.plan_id])
    known = closed_periods(session, [line.plan_id], today)
    closing = known.refuses(line, period)
    if closing is not None:
        raise to_decisions(closing)
    return known.open_until(line.plan_id, period, line.id, line.team_id) if period else None


def to_decisions(closing: ClosingFacts) -> ConflictError:
    """Why nothing is decided about a closed period any more."""
    closed_on = long_date(closing.closed_at.astimezone(BOGOTA).date())
    facts = {"period": period_label(closing.period), "closed_on": closed_on, "plan": closing.plan}
    return ConflictError("closed_to_decisions", **facts, key=closing.period)


def _covers(reopening: Reopening, plan_id: int, period: str, line_id: int, team_id: int | None) -> bool:
    if (reopening.plan_id, reopening.period) != (plan_id, period):
        return False
    if reopening.scope is ReopeningScope.TEAM:
        return reopening.team_id == team_id
    return reopening.scope is ReopeningScope.ALL or reopening.line_id == line_id


def _past(opened: OpenPeriod | None, today: date) -> ConflictError | None:
    if opened is None or today <= opened.closes_on:
        return None
    return _told(opened.key, opened.closes_on)


def _with_more_time(session: Session, plan_id: int, handed: Handed, key: str, today: date) -> frozenset[int]:
    return frozenset(
        owed.line_id
        for owed in obligations.obligations_of_plan(session, plan_id, key)
        if owed.team_id == handed.team_id and owed.closes_on is not None and owed.closes_on >= today
    )


def _reopened(session: Session, known: ClosedPeriods, closing: ClosingFacts, handed: Handed) -> frozenset[int]:
    if not known.reopened:
        return frozenset()
    own = (line for line in plans.lines_of(session, closing.plan_id) if line.team_id == handed.team_id)
    return frozenset(line.id for line in own if known.refuses(line, closing.period) is None)


def _closed(closing: ClosingFacts) -> ConflictError:
    return _told(closing.period, closing.closed_at.astimezone(BOGOTA).date())


def _told(period: str, day: date) -> ConflictError:
    return ConflictError("period_closed", period=period_label(period), closes_on=long_date(day))
