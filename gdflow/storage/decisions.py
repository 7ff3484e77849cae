"""What people decided about lines and teams: who, why, and until when."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, or_, select, update
from sqlmodel import Session

from gdflow.domain.decisions import Decision, DecisionKind
from gdflow.storage.engine import execute, insert_one
from gdflow.storage.tables import assignment, decision, line

ENDING = ("to_team_id", "ended_on", "ended_by")
NAMES = (
    *("id", "kind", "line_id", "team_id", "period", "starts_on", "until", "reason", "author", "decided_at"),
    *ENDING,
)
DECISIONS = select(*(decision.c[name] for name in NAMES)).order_by(decision.c.id)
OF_ENTITY = DECISIONS.where(decision.c.entity_id == bindparam("of_entity"))
STANDING = (
    DECISIONS.join_from(decision, line, line.c.id == decision.c.line_id)
    .where(line.c.plan_id == bindparam("of_plan"), decision.c.ended_on.is_(None))
    .where(decision.c.kind.in_([DecisionKind.WAIVER, DecisionKind.EXTENSION]))
)


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
) -> int:
    """Record that a line does not owe a period (None: nothing at all); deriving moves its obligations."""
    row = _row(entity_id, DecisionKind.WAIVER, starts_on, None, reason, author, at)
    return insert_one(session, decision, row | {"line_id": line_id, "period": period})


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
    """Record that a line has until a later day; deriving moves its obligation's due date."""
    row = _row(entity_id, DecisionKind.EXTENSION, starts_on, until, reason, author, at)
    return insert_one(session, decision, row | {"line_id": line_id, "period": period})


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
    return insert_one(session, decision, row | {"line_id": line_id, "team_id": team_id})


def acknowledge(
    session: Session,
    entity_id: int,
    line_id: int,
    *,
    starts_on: date,
    until: date,
    reason: str,
    author: str,
    at: datetime,
) -> int:
    """Record that the team knows of a line: up to a day claims leave the team out, not those above it."""
    row = _row(entity_id, DecisionKind.ACKNOWLEDGEMENT, starts_on, until, reason, author, at)
    return insert_one(session, decision, row | {"line_id": line_id})


def hand_over(
    session: Session,
    entity_id: int,
    line_id: int,
    *,
    to_team_id: int | None,
    starts_on: date,
    until: date,
    reason: str,
    author: str,
    at: datetime,
) -> int:
    """Record that a team says that a line is not its own, and whose it is where it knows."""
    row = _row(entity_id, DecisionKind.HANDOVER, starts_on, until, reason, author, at)
    return insert_one(session, decision, row | {"line_id": line_id, "to_team_id": to_team_id})


def end(session: Session, ids: Iterable[int], *, on: date, by: str) -> None:
    """Take decisions back; one that was taken back before stays as it is."""
    still = decision.c.id.in_(list(ids)), decision.c.ended_on.is_(None)
    execute(session, update(decision).where(*still).values(ended_on=on, ended_by=by))


def decision_by_id(session: Session, entity_id: int, decision_id: int) -> Decision | None:
    """The decision of that id in the entity, or None."""
    found = OF_ENTITY.where(decision.c.id == bindparam("of_id"))
    return next(_read(session, found, of_entity=entity_id, of_id=decision_id), None)


def decisions_of_line(session: Session, line_id: int) -> tuple[Decision, ...]:
    """What was decided about a line or the team that answers for it, oldest first."""
    team = select(assignment.c.team_id).where(assignment.c.line_id == line_id, assignment.c.position == 0)
    concerned: ColumnElement[bool] = or_(decision.c.line_id == line_id, decision.c.team_id.in_(team))
    return tuple(_read(session, DECISIONS.where(concerned)))


def decisions_of_entity(session: Session, entity_id: int) -> tuple[Decision, ...]:
    """All decisions of an entity that nobody has taken back, oldest first."""
    return tuple(_read(session, OF_ENTITY.where(decision.c.ended_on.is_(None)), of_entity=entity_id))


def standing_of_plan(session: Session, plan_id: int) -> tuple[Decision, ...]:
    """The waivers and extensions of a plan's lines that nobody has taken back, oldest first."""
    return tuple(_read(session, STANDING, of_plan=plan_id))


def _read(session: Session, found: Select[Any], **its: object) -> Iterator[Decision]:
    return (Decision(*row) for row in execute(session, found, its))


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
    return {"entity_id": entity_id, "kind": kind, "reason": reason, "author": author, **when, **NOTHING}


NOTHING: dict[str, object] = {"line_id": None, "team_id": None, "period": None}
