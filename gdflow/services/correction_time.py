"""Whoever is to correct a report has time for it, also where it would be due before, or its period closed again."""

from datetime import date, datetime

from gdflow.domain.closing import ClosingFacts
from gdflow.domain.obligations import Obligation
from gdflow.domain.rules import Rules
from gdflow.domain.submitted import Submitted
from gdflow.services.closings import ClosedPeriods, closed_periods
from gdflow.services.decide import Why
from gdflow.services.reopen import open_for
from gdflow.storage import decisions, obligations, plans
from gdflow.storage.engine import Session


def give_time(session: Session, rules: Rules, report: Submitted, note: str, author: str, *, now: datetime) -> None:
    """Give the line of a report that came back some business days, where it has less.

    By an extension while its period is open; once it was closed, by a reopening of the line.
    """
    owed, today = owed_of(session, report), rules.today(now)
    until = rules.calendar.nth(rules.review.correct_days, after=today)
    if owed is None:
        return
    reason = f"Devuelto para corrección: {note}"
    known = closed_periods(session, [report.plan_id], today)
    closing = known.of(report.plan_id, report.period)
    if closing is not None:
        _open_longer(session, rules, report, known, closing, until, Why(author, reason), now)
    elif owed.due_on < until:
        decisions.extend(
            session,
            rules.entity_id,
            report.line_id,
            period=report.period,
            starts_on=today,
            until=until,
            reason=reason,
            author=author,
            at=now,
        )


def owed_of(session: Session, report: Submitted) -> Obligation | None:
    """What a report answers, None for one that was not asked for."""
    of_line = obligations.obligations_of_line(session, report.line_id)
    return next((each for each in of_line if each.period == report.period), None)


def _open_longer(
    session: Session,
    rules: Rules,
    report: Submitted,
    known: ClosedPeriods,
    closing: ClosingFacts,
    until: date,
    given: Why,
    now: datetime,
) -> None:
    line = plans.line_by_id(session, report.line_id)
    last = known.open_until(line.plan_id, report.period, line.id, line.team_id) if line else None
    if last is not None and last < until:
        open_for(session, rules, closing, line, until, given, now=now)
