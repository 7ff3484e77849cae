"""A person decides about a line or a team: silence, acknowledge, extend, waive, hand over, and take it back.

Each decision is recorded with its author, its reason and its end, and noted in the chain of events. What it makes
untrue and has not left yet is withdrawn, and the day's digest is written anew without it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from gdflow.domain.decisions import Decision, DecisionKind
from gdflow.domain.errors import ConflictError, InputError, NotFoundError
from gdflow.domain.lines import Line, PlanFacts
from gdflow.domain.obligations import Obligation, ObligationState
from gdflow.domain.people import Audience, Team
from gdflow.domain.periods import parse_period
from gdflow.domain.rules import Rules
from gdflow.services.author import author_of
from gdflow.services.closings import refuse_closed
from gdflow.services.compose import compose
from gdflow.services.derive import derive
from gdflow.spanish.dates import long_date
from gdflow.spanish.periods import period_label
from gdflow.storage import decisions, events, obligations, periods, plans, reminders, withdrawals
from gdflow.storage.engine import Session

HANDOVER_DAYS = 3
"""Business days for which a team that hands a line over is left in peace while the coordinator decides."""
ASKED = frozenset({ObligationState.OWED, ObligationState.UNREADABLE})
MOVING = frozenset({DecisionKind.WAIVER, DecisionKind.EXTENSION})


@dataclass(frozen=True, slots=True)
class Why:
    """Who decides and why, as people wrote it."""

    author: str
    reason: str


@dataclass(frozen=True, slots=True)
class Moved:
    """What a decision did to something owed."""

    before: Obligation
    after: Obligation


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision as it stands, and what followed at once. withdrawn: unsent digests that are written anew."""

    decision: Decision
    moved: tuple[Moved, ...]
    withdrawn: int


def why(author: str, reason: str) -> Why:
    """Who decides and why. Raises InputError: blank_author, blank_reason."""
    reason, author = reason.strip(), author_of(author)
    if not reason:
        raise InputError("blank_reason")
    return Why(author, reason)


def silence(session: Session, rules: Rules, subject: Line | Team, until: date, given: Why, *, now: datetime) -> Decided:
    """Nobody is reminded of a line, or of anything that a team owes, up to a day. Raises InputError("end_passed")."""
    _refuse_past(until, rules.today(now))
    line_id, team_id = (subject.id, None) if isinstance(subject, Line) else (None, subject.id)
    its = _its(rules, given, now) | {"line_id": line_id, "team_id": team_id, "until": until}
    taken = decisions.silence(session, rules.entity_id, **its)
    if isinstance(subject, Line):
        withdrawn = withdrawals.withdraw_lines(session, [subject.id], at=now)
    else:
        withdrawn = withdrawals.withdraw_team(session, subject.id, at=now)
    return _told(session, rules, taken, (), withdrawn, now=now)


def acknowledge(
    session: Session, rules: Rules, line: Line, until: date | None, given: Why, *, now: datetime
) -> Decided:
    """The team knows of a line: it is not reminded up to a day, by default the next due date; its head still is told.

    Raises ConflictError("line_owes_nothing"), InputError: end_passed, and end_needed when all is overdue already.
    """
    today = rules.today(now)
    dates = [owed.due_on for owed in obligations.obligations_of_line(session, line.id) if owed.done_on is None]
    if not dates:
        raise ConflictError("line_owes_nothing", row=line.row)
    ahead = [due for due in dates if due >= today]
    if until is None and not ahead:
        raise InputError("end_needed", row=line.row)
    until = until or min(ahead)
    _refuse_past(until, today)
    taken = decisions.acknowledge(session, rules.entity_id, line.id, until=until, **_its(rules, given, now))
    withdrawn = withdrawals.withdraw_lines(session, [line.id], at=now, audiences=[Audience.TEAM])
    return _told(session, rules, taken, (), withdrawn, now=now)


def hand_over(session: Session, rules: Rules, line: Line, to: Team | None, given: Why, *, now: datetime) -> Decided:
    """A team says that a line is not its own: it is left in peace for some business days, and the coordinator is told.

    Raises ConflictError: line_without_team, already_handed_over, handed_to_itself.
    """
    today = rules.today(now)
    if line.team_id is None:
        raise ConflictError("line_without_team", row=line.row)
    if to is not None and to.id == line.team_id:
        raise ConflictError("handed_to_itself", row=line.row, team=to.name)
    for open_one in decisions.decisions_of_line(session, line.id):
        if open_one.kind is DecisionKind.HANDOVER and open_one.holds(today):
            raise ConflictError("already_handed_over", row=line.row, decision=open_one.id)
    periods.hold_periods(session, [line.plan_id])
    until = rules.calendar.shift(today, HANDOVER_DAYS)
    its = _its(rules, given, now) | {"to_team_id": to.id if to else None, "until": until}
    taken = decisions.hand_over(session, rules.entity_id, line.id, **its)
    withdrawn = withdrawals.withdraw_lines(session, [line.id], at=now, audiences=[Audience.TEAM])
    return _told(session, rules, taken, (), withdrawn, now=now)


def extend(
    session: Session,
    rules: Rules,
    plan: PlanFacts,
    line: Line,
    until: date,
    given: Why,
    *,
    period: str | None,
    now: datetime,
) -> Decided:
    """Give a line until a later day for a period's result, or for its own end (None); its ladder begins anew.

    Where the new date lies past the closing of the period, the line's own closing moves with it.
    Raises ConflictError: nothing_to_extend, closed_to_decisions, period_reopened; InputError: end_passed,
    extension_not_later, unknown_period.
    """
    period = parse_period(period).key if period else None
    _refuse_reopened(line, period, refuse_closed(session, line, period, rules.today(now)))
    stored = obligations.obligations_of_line(session, line.id)
    owed = next((each for each in stored if each.period == period and each.done_on is None), None)
    if owed is None:
        known = ", ".join(each.period for each in stored if each.period and each.done_on is None)
        raise ConflictError("nothing_to_extend", row=line.row, period=period, periods=known or "ninguno")
    _refuse_past(until, rules.today(now))
    if until <= owed.due_on:
        raise InputError("extension_not_later", found=until, due_on=owed.due_on)
    its = _its(rules, given, now) | {"period": period, "until": until}
    taken = decisions.extend(session, rules.entity_id, line.id, **its)
    return _moved(session, rules, plan, line, taken, stored, now=now)


def waive(
    session: Session, rules: Rules, plan: PlanFacts, line: Line, given: Why, *, period: str | None, now: datetime
) -> Decided:
    """A line does not owe a period's result, opened or to come; without a period it owes nothing at all any more.

    Raises ConflictError: closed_to_decisions, and nothing_to_waive when the period's result is settled;
    InputError("unknown_period").
    """
    period = parse_period(period).key if period else None
    refuse_closed(session, line, period, rules.today(now))
    stored = obligations.obligations_of_line(session, line.id)
    of_period = [each for each in stored if period and each.period == period]
    if any(each.state not in ASKED for each in of_period):
        raise ConflictError("nothing_to_waive", row=line.row, period=period)
    taken = decisions.waive(session, rules.entity_id, line.id, **_its(rules, given, now) | {"period": period})
    return _moved(session, rules, plan, line, taken, stored, now=now)


def undo(session: Session, rules: Rules, decision_id: int, author: str, *, now: datetime) -> Decided:
    """Take a decision back before its end: what a waiver closed is owed again, what was extended has its date again.

    Raises NotFoundError("unknown_decision"), ConflictError: decision_undone, decision_over, closed_to_decisions.
    """
    today = rules.today(now)
    known = _known(session, rules, decision_id)
    if known.ended_on is not None:
        raise ConflictError("decision_undone", found=decision_id, on=known.ended_on, by=known.ended_by)
    if known.until is not None and known.until < today and known.kind not in MOVING:
        raise ConflictError("decision_over", found=decision_id, until=known.until)
    line = plans.line_by_id(session, known.line_id) if known.line_id and known.kind in MOVING else None
    if line is not None:
        refuse_closed(session, line, known.period, today)
    decisions.end(session, [known.id], on=today, by=author)
    if line is None:
        return _told(session, rules, known.id, (), 0, now=now)
    plan = plans.plan_by_id(session, line.plan_id)
    stored = obligations.obligations_of_line(session, line.id)
    return _moved(session, rules, plan, line, known.id, stored, now=now)


def say_anew(session: Session, rules: Rules, *, now: datetime) -> None:
    """Write the digests of the day for all that waits: after unsent ones were withdrawn, their rest is not lost."""
    compose(session, rules, reminders.unnoticed(session, rules.entity_id, rules.today(now)), now=now)


def _moved(
    session: Session,
    rules: Rules,
    plan: PlanFacts,
    line: Line,
    taken: int,
    before: Sequence[Obligation],
    *,
    now: datetime,
) -> Decided:
    """Bring what the line owes in step with a decision, and what is said of it."""
    moved, withdrawn = bring_in_step(session, rules, plan, line, before, now=now)
    return _told(session, rules, taken, moved, withdrawn, now=now)


def bring_in_step(
    session: Session, rules: Rules, plan: PlanFacts, line: Line, before: Sequence[Obligation], *, now: datetime
) -> tuple[tuple[Moved, ...], int]:
    """Work out anew what a line owes; returns what moved and how many unsent digests were withdrawn for it.

    before: what it owed. The caller says anew what was withdrawn (`say_anew`).
    """
    derive(session, rules, plan, today=rules.today(now))
    after = {owed.id: owed for owed in obligations.obligations_of_line(session, line.id)}
    moved = tuple(Moved(owed, after[owed.id]) for owed in before if after[owed.id] != owed)
    withdrawn = withdrawals.withdraw_lines(session, [line.id], at=now) if moved else 0
    withdrawals.settle_ledger(session, [line.id])
    return moved, withdrawn


def _told(
    session: Session, rules: Rules, decision_id: int, moved: Iterable[Moved], withdrawn: int, *, now: datetime
) -> Decided:
    """The decision as it rests, noted in the chain; what was withdrawn is said anew."""
    taken = _known(session, rules, decision_id)
    subject = f"line:{taken.line_id}" if taken.line_id else f"team:{taken.team_id}"
    kind = "decision_taken" if taken.ended_on is None else "decision_undone"
    actor = taken.ended_by or taken.author
    events.append(session, rules.entity_id, kind, subject, _facts(taken), at=now, actor=actor)
    if withdrawn:
        say_anew(session, rules, now=now)
    return Decided(taken, tuple(moved), withdrawn)


def _known(session: Session, rules: Rules, decision_id: int) -> Decision:
    known = decisions.decision_by_id(session, rules.entity_id, decision_id)
    if known is None:
        raise NotFoundError("unknown_decision", found=decision_id)
    return known


def _facts(taken: Decision) -> dict[str, object]:
    return {
        "decision": taken.id,
        "kind": taken.kind.value,
        "period": taken.period,
        "until": taken.until.isoformat() if taken.until else None,
        "to_team": taken.to_team_id,
        "reason": taken.reason,
    }


def _its(rules: Rules, given: Why, now: datetime) -> dict[str, Any]:
    return {"starts_on": rules.today(now), "reason": given.reason, "author": given.author, "at": now}


def _refuse_reopened(line: Line, period: str | None, until: date | None) -> None:
    """A line of a closed period has the time that its reopening gives it."""
    if period and until is not None:
        told = {"period": period_label(period), "until": long_date(until)}
        raise ConflictError("period_reopened", row=line.row, **told)


def _refuse_past(until: date, today: date) -> None:
    if until < today:
        raise InputError("end_passed", found=until, today=today)
