"""Open a closed period again: for all, a team or a line, by whom, why and until when; then it locks by itself."""

from datetime import date, datetime

from gdflow import failpoints
from gdflow.domain.closing import ClosingFacts, Reopening, ReopeningScope
from gdflow.domain.errors import ConflictError, InputError
from gdflow.domain.lines import Line, PlanFacts
from gdflow.domain.people import Team
from gdflow.domain.periods import Period
from gdflow.domain.rules import Rules
from gdflow.services.closing_notices import tell_reopening
from gdflow.services.decide import Why
from gdflow.services.derive import derive
from gdflow.spanish.periods import period_label
from gdflow.storage import assignments, closings, events, periods, plans, reopenings
from gdflow.storage.engine import Session


def reopen(
    session: Session,
    rules: Rules,
    plan: PlanFacts,
    period: Period,
    subject: Team | Line | None,
    until: date,
    given: Why,
    *,
    now: datetime,
) -> Reopening:
    """Open a closed period up to a day, that day included, for a team, a line, or all (None), and tell the teams.

    What was missing at close is owed again until then. Whoever closes it again ends it before.
    Raises ConflictError: not_closed, reopening_without_lines, line_of_another_plan; InputError("end_passed").
    """
    periods.lock_period(session, plan.id, period.key)
    closing = closings.newest_closing(session, plan.id, period.key)
    if closing is None:
        raise ConflictError("not_closed", plan=plan.code, period=period_label(period.key))
    if until < rules.today(now):
        raise InputError("end_passed", found=until, today=rules.today(now))
    _check_subject(session, plan, subject)
    opened = open_for(session, rules, closing, subject, until, given, now=now)
    failpoints.reach("reopen.mid")
    derive(session, rules, plan, today=rules.today(now))
    assignments.pass_on(session, plan.id)
    tell_reopening(session, rules, opened, now=now)
    return opened


def open_for(
    session: Session,
    rules: Rules,
    closing: ClosingFacts,
    subject: Team | Line | None,
    until: date,
    given: Why,
    *,
    now: datetime,
) -> Reopening:
    """Note that a closed period is open again; the caller works out what is owed by it."""
    scope = _scope(subject)
    opened = reopenings.add_reopening(
        session,
        rules.entity_id,
        *(closing.plan_id, closing.period, closing.id),
        scope=scope,
        team_id=subject.id if isinstance(subject, Team) else None,
        line_id=subject.id if isinstance(subject, Line) else None,
        author=given.author,
        reason=given.reason,
        at=now,
        until=until,
    )
    facts: dict[str, object] = {"plan": closing.plan, "period": closing.period, "closing": closing.number}
    facts |= {"scope": scope.value, "until": until.isoformat(), "reason": given.reason, "reopening": opened.id}
    about = f"{scope.value}:{subject.id}" if subject else f"plan:{closing.plan_id}"
    events.append(session, rules.entity_id, "period_reopened", about, facts, at=now, actor=given.author)
    return opened


def _scope(subject: Team | Line | None) -> ReopeningScope:
    if subject is None:
        return ReopeningScope.ALL
    return ReopeningScope.TEAM if isinstance(subject, Team) else ReopeningScope.LINE


def _check_subject(session: Session, plan: PlanFacts, subject: Team | Line | None) -> None:
    if isinstance(subject, Line) and subject.plan_id != plan.id:
        raise ConflictError("line_of_another_plan", row=subject.row, plan=plan.code)
    if isinstance(subject, Team) and all(line.team_id != subject.id for line in plans.lines_of(session, plan.id)):
        raise ConflictError("reopening_without_lines", team=subject.name, plan=plan.code)
