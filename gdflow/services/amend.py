"""Replanning: an act changes a line's due date, target or team from a day on; what was closed keeps the old one.

An act whose day is to come waits and is applied by the first scan on or after that day. What it makes untrue and has
not left yet is withdrawn and said anew, as with every decision.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from gdflow.domain.amendments import AmendedField, Amendment, refuse_impossible, value_of
from gdflow.domain.canonical import decimal_text
from gdflow.domain.errors import ConflictError, InputError, NotFoundError
from gdflow.domain.lines import Line, PlanFacts
from gdflow.domain.obligations import Obligation
from gdflow.domain.rules import Rules
from gdflow.services.assign import assign
from gdflow.services.author import author_of
from gdflow.services.decide import Moved, Why, bring_in_step, say_anew
from gdflow.storage import amendments, events, obligations, people, periods, plans
from gdflow.storage.engine import Session


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an act says. after: an ISO date, a decimal's text or a team's name. act: its number, "Acta 05 de 2023"."""

    field: AmendedField
    after: str
    effective_on: date
    act: str


@dataclass(frozen=True, slots=True)
class Amended:
    """An act as it rests, and what followed at once; nothing did where its day is to come."""

    amendment: Amendment
    moved: tuple[Moved, ...]


def wanted_target(line: Line, text: str) -> str:
    """A target as people write it ("25", "0,3", "30 %"), as an act keeps it. Raises InputError("unreadable_target")."""
    # So late: the scan, which applies acts every day, reads nothing that people wrote.
    from gdflow.collect.cells import text_cell
    from gdflow.collect.form_cells import read_amount

    amount = read_amount(text_cell(text.strip()), line.target_unit)
    if amount.value is None:
        raise InputError("unreadable_target", found=text)
    return decimal_text(amount.value)


def amend(
    session: Session, rules: Rules, plan: PlanFacts, line: Line, wanted: Wanted, given: Why, *, now: datetime
) -> Amended:
    """Record an act about a line, and apply it where its day has come.

    Raises InputError: blank_act, amendment_says_the_same, amendment_window_reversed, target_equals_baseline.
    """
    if not wanted.act.strip():
        raise InputError("blank_act")
    periods.hold_periods(session, [plan.id])
    refuse_impossible(line, wanted.field, wanted.after)
    after = _known_name(session, rules, wanted)
    recorded = amendments.add_amendment(
        session,
        rules.entity_id,
        plan.id,
        line.id,
        field=wanted.field,
        before=value_of(line, wanted.field),
        after=after,
        effective_on=wanted.effective_on,
        act=wanted.act.strip(),
        reason=given.reason,
        author=given.author,
        at=now,
    )
    taken = _known(session, rules, recorded)
    events.append(
        session, rules.entity_id, "amendment_recorded", f"line:{line.id}", _facts(taken), at=now, actor=given.author
    )
    if wanted.effective_on > rules.today(now):
        return Amended(taken, ())
    return _apply(session, rules, taken, now)


def apply_due_amendments(session: Session, rules: Rules, *, now: datetime) -> tuple[Amended, ...]:
    """Apply the acts whose day has come, by that day."""
    due = amendments.amendments_due(session, rules.entity_id, rules.today(now))
    return tuple(_apply(session, rules, each, now) for each in due)


def undo_amendment(session: Session, rules: Rules, number: int, by: str, *, now: datetime) -> Amended:
    """Take an act back: the line has again what it had before; one to come will not be applied.

    Raises NotFoundError("unknown_amendment"), ConflictError: amendment_undone, and amendment_overtaken where the line
    holds something else by now.
    """
    author, taken = author_of(by), _known(session, rules, number)
    if taken.undone_at is not None:
        raise ConflictError("amendment_undone", found=number, on=rules.today(taken.undone_at), by=taken.undone_by)
    moved: tuple[Moved, ...] = ()
    line = plans.line_by_id(session, taken.line_id)
    periods.hold_periods(session, [line.plan_id] if line else [])
    if taken.applied_at is not None and line is not None:
        if value_of(line, taken.field) != taken.after:
            raise ConflictError("amendment_overtaken", found=number, row=line.row, value=value_of(line, taken.field))
        moved = _set(session, rules, line, taken.field, taken.before, author, now)
    amendments.mark_undone(session, number, author, now)
    undone = _known(session, rules, number)
    events.append(
        session, rules.entity_id, "amendment_undone", f"line:{taken.line_id}", _facts(undone), at=now, actor=author
    )
    return Amended(undone, moved)


def _known_name(session: Session, rules: Rules, wanted: Wanted) -> str:
    """A team by the name under which it is stored; one that is not known is made, as by `gdflow assign`."""
    if wanted.field is not AmendedField.TEAM:
        return wanted.after
    team_id = people.ensure_team(session, rules.entity_id, wanted.after)
    return next(team.name for team in people.teams_of(session, rules.entity_id) if team.id == team_id)


def _known(session: Session, rules: Rules, number: int) -> Amendment:
    known = amendments.amendment_by_id(session, rules.entity_id, number)
    if known is None:
        raise NotFoundError("unknown_amendment", found=number)
    return known


def _apply(session: Session, rules: Rules, taken: Amendment, now: datetime) -> Amended:
    """Let the line take the act; one that left its plan meanwhile has nothing to take."""
    line = plans.line_by_id(session, taken.line_id)
    before = value_of(line, taken.field) if line else taken.before
    moved = _set(session, rules, line, taken.field, taken.after, taken.author, now) if line else ()
    amendments.mark_applied(session, taken.id, before, now)
    applied = _known(session, rules, taken.id)
    events.append(
        session, rules.entity_id, "amendment_applied", f"line:{taken.line_id}", _facts(applied), at=now, actor="gdflow"
    )
    return Amended(applied, moved)


def _set(
    session: Session, rules: Rules, line: Line, field: AmendedField, value: str | None, by: str, now: datetime
) -> tuple[Moved, ...]:
    plan = plans.plan_by_id(session, line.plan_id)
    before = obligations.obligations_of_line(session, line.id)
    if field is AmendedField.TEAM:
        return _hand_to(session, rules, plan, line, value, by, before, now)
    if field is AmendedField.DUE:
        amendments.set_due(session, line.id, date.fromisoformat(value) if value else None)
    else:
        amendments.set_target(session, line.id, Decimal(value) if value else None)
    moved, withdrawn = bring_in_step(session, rules, plan, line, before, now=now)
    if withdrawn:
        say_anew(session, rules, now=now)
    return moved


def _hand_to(
    session: Session,
    rules: Rules,
    plan: PlanFacts,
    line: Line,
    team: str | None,
    by: str,
    before: Sequence[Obligation],
    now: datetime,
) -> tuple[Moved, ...]:
    if team is None:
        raise ConflictError("amendment_without_team", row=line.row)
    assign(session, rules, plan, [line], team, by=by, now=now)
    after = {owed.id: owed for owed in obligations.obligations_of_line(session, line.id)}
    return tuple(Moved(owed, after[owed.id]) for owed in before if after[owed.id] != owed)


def _facts(taken: Amendment) -> dict[str, object]:
    return {
        "amendment": taken.id,
        "line": taken.line_uid,
        "field": taken.field.value,
        "before": taken.before,
        "after": taken.after,
        "effective_on": taken.effective_on.isoformat(),
        "act": taken.act,
        "reason": taken.reason,
    }
