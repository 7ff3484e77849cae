"""Waivers, extensions and silences: who decided them, why, and until when."""

from datetime import date, datetime

from sqlalchemy import ColumnElement, or_, select
from sqlmodel import Session

from gdflow.domain.decisions import Decision, DecisionKind
from gdflow.storage.engine import execute, insert_one
from gdflow.storage.tables import assignment, decision

NAMES = (*("id", "kind", "line_id", "team_id", "period", "starts_on", "until", "reason", "author", "decided_at"),)


def waive(
    session: Session,
    entity_id: int,
    line_id: int,
    *,
    period: str | None,
    starts_on: date,
    reason: str,
    author: str,
    at: datetime,
    until: date | None = None,
) -> int:
    """Record that a line does not owe a period (None: nothing at all); the caller moves its obligations."""
    row = _row(entity_id, DecisionKind.WAIVER, starts_on, until, reason, author, at)
    return insert_one(session, decision, row | {"line_id": line_id, "team_id": None, "period": period})


def extend(
    session: Session,
    entity_id: int,
    line_id: int,
    *,
    period: str | None,
    starts_on: date,
    until: date,
    reason: str,
    author: str,
    at: datetime,
) -> int:
    """Record that a line has until a later day; the caller moves its obligation's due date."""
    row = _row(entity_id, DecisionKind.EXTENSION, starts_on, until, reason, author, at)
    return insert_one(session, decision, row | {"line_id": line_id, "team_id": None, "period": period})


def silence(
    session: Session,
    entity_id: int,
    *,
    line_id: int | None,
    team_id: int | None,
    starts_on: date,
    until: date,
    reason: str,
    author: str,
    at: datetime,
) -> int:
    """Record that a line or a team (exactly one) is not reminded up to a day; claims leave it out by themselves."""
    row = _row(entity_id, DecisionKind.SILENCE, starts_on, until, reason, author, at)
    return insert_one(session, decision, row | {"line_id": line_id, "team_id": team_id, "period": None})


def decisions_of_line(session: Session, line_id: int) -> tuple[Decision, ...]:
    """What was decided about a line or the team that answers for it, oldest first."""
    team = select(assignment.c.team_id).where(assignment.c.line_id == line_id, assignment.c.position == 0)
    concerned: ColumnElement[bool] = or_(decision.c.line_id == line_id, decision.c.team_id.in_(team))
    found = select(*(decision.c[name] for name in NAMES)).where(concerned).order_by(decision.c.id)
    return tuple(Decision(*row) for row in execute(session, found))


def _row(
    entity_id: int,
    kind: DecisionKind,
    starts_on: date,
    until: date | None,
    reason: str,
    author: str,
    at: datetime,
) -> dict[str, object]:
    when = {"starts_on": starts_on, "until": until, "decided_at": at}
    return {"entity_id": entity_id, "kind": kind, "reason": reason, "author": author, **when}
