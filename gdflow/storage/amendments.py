"""Acts that change a line's due date, target or team from a day on: those that hold, and those to come."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Select, bindparam, select, update
from sqlmodel import Session

from gdflow.domain.amendments import AmendedField, Amendment
from gdflow.storage.engine import execute, insert_one
from gdflow.storage.tables import amendment, line

ACT = ("field", "before", "after", "effective_on", "act", "reason", "author", "decided_at")
FATE = ("applied_at", "undone_at", "undone_by")
# In the order of Amendment's own fields.
AMENDMENTS = (
    select(amendment.c.id, amendment.c.line_id, line.c.uid, *(amendment.c[name] for name in (*ACT, *FATE)))
    .join_from(amendment, line, line.c.id == amendment.c.line_id)
    .order_by(amendment.c.id)
)
OF_PLAN = AMENDMENTS.where(amendment.c.plan_id == bindparam("of_plan"))
OF_LINE = AMENDMENTS.where(amendment.c.line_id == bindparam("of_line"))
OF_ENTITY = AMENDMENTS.where(amendment.c.entity_id == bindparam("of_entity"))
TO_COME = OF_ENTITY.where(amendment.c.applied_at.is_(None), amendment.c.undone_at.is_(None)).order_by(None)
DUE = TO_COME.where(amendment.c.effective_on <= bindparam("until")).order_by(amendment.c.effective_on, amendment.c.id)
ONE = OF_ENTITY.where(amendment.c.id == bindparam("of_id"))
CHANGED = update(amendment).where(amendment.c.id == bindparam("of_id"))
LINE = update(line).where(line.c.id == bindparam("of_line"))


def add_amendment(
    session: Session,
    entity_id: int,
    plan_id: int,
    line_id: int,
    *,
    field: AmendedField,
    before: str | None,
    after: str,
    effective_on: date,
    act: str,
    reason: str,
    author: str,
    at: datetime,
) -> int:
    """Record an act about a line, not applied yet, and return its id."""
    row: dict[str, Any] = {"entity_id": entity_id, "plan_id": plan_id, "line_id": line_id, "field": field}
    row |= {"before": before, "after": after, "effective_on": effective_on, "act": act, "reason": reason}
    row |= {"author": author, "decided_at": at, **dict.fromkeys(FATE)}
    return insert_one(session, amendment, row)


def amendments_of_plan(session: Session, plan_id: int) -> tuple[Amendment, ...]:
    """Every act about a plan's lines in the order in which they were decided, those that were taken back among them."""
    return _read(session, OF_PLAN, of_plan=plan_id)


def amendments_of_line(session: Session, line_id: int) -> tuple[Amendment, ...]:
    """The same of one line."""
    return _read(session, OF_LINE, of_line=line_id)


def amendments_of_entity(session: Session, entity_id: int) -> tuple[Amendment, ...]:
    """The same of all lines of an entity."""
    return _read(session, OF_ENTITY, of_entity=entity_id)


def amendment_by_id(session: Session, entity_id: int, amendment_id: int) -> Amendment | None:
    """The act of that number, or None."""
    return next(iter(_read(session, ONE, of_entity=entity_id, of_id=amendment_id)), None)


def amendments_due(session: Session, entity_id: int, until: date) -> tuple[Amendment, ...]:
    """The acts whose day has come and which their lines have not taken yet, by that day."""
    return _read(session, DUE, of_entity=entity_id, until=until)


def mark_applied(session: Session, amendment_id: int, before: str | None, at: datetime) -> None:
    """The line took the act. before: what it held until then."""
    execute(session, CHANGED.values(applied_at=at, before=before), {"of_id": amendment_id})


def mark_undone(session: Session, amendment_id: int, by: str, at: datetime) -> None:
    """The act was taken back."""
    execute(session, CHANGED.values(undone_at=at, undone_by=by), {"of_id": amendment_id})


def set_due(session: Session, line_id: int, due: date | None) -> None:
    """Give a line another due date, which a person has stated; None: it has none any more."""
    execute(session, LINE.values(due_on=due, due_confirmed=True), {"of_line": line_id})


def set_target(session: Session, line_id: int, target: Decimal | None) -> None:
    """Give a line another target, which is not implied any more."""
    execute(session, LINE.values(target=target, target_implied=False), {"of_line": line_id})


def _read(session: Session, found: Select[Any], **its: object) -> tuple[Amendment, ...]:
    return tuple(Amendment(*row) for row in execute(session, found, its).all())
