"""Closed periods that take answers again: for whom, by whom, why and until when."""

from collections.abc import Collection, Iterable
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, bindparam, select, update
from sqlmodel import Session

from gdflow.domain.closing import Reopening, ReopeningScope
from gdflow.storage.engine import execute, insert_one
from gdflow.storage.tables import closing, line, reopening, team

SAID = ("author", "reason", "opened_at", "until", "ended_at", "ended_by")
# In the order of Reopening's own fields.
REOPENINGS = (
    select(reopening.c.id, reopening.c.plan_id, reopening.c.period, closing.c.number, reopening.c.scope)
    .add_columns(reopening.c.team_id, team.c.name, reopening.c.line_id, line.c.uid)
    .add_columns(*(reopening.c[name] for name in SAID))
    .join_from(reopening, closing, closing.c.id == reopening.c.closing_id)
    .outerjoin(team, team.c.id == reopening.c.team_id)
    .outerjoin(line, line.c.id == reopening.c.line_id)
    .order_by(reopening.c.id)
)
BY_ID = REOPENINGS.where(reopening.c.id == bindparam("of_id"))
OF_PERIOD = REOPENINGS.where(reopening.c.plan_id == bindparam("of_plan"), reopening.c.period == bindparam("of_period"))
OF_PLAN = REOPENINGS.where(reopening.c.plan_id == bindparam("of_plan"))
OPEN = reopening.c.ended_at.is_(None)
OF_ENTITY = REOPENINGS.where(reopening.c.entity_id == bindparam("of_entity"), OPEN)
OF_PLANS = REOPENINGS.where(reopening.c.plan_id.in_(bindparam("plan_ids", expanding=True)), OPEN)


def add_reopening(
    session: Session,
    entity_id: int,
    plan_id: int,
    period: str,
    closing_id: int,
    *,
    scope: ReopeningScope,
    author: str,
    reason: str,
    at: datetime,
    until: date,
    team_id: int | None = None,
    line_id: int | None = None,
) -> Reopening:
    """Open what a closing closed up to a day. team_id, line_id: stated exactly with the scope that asks for it."""
    row = {"entity_id": entity_id, "plan_id": plan_id, "period": period, "closing_id": closing_id, "scope": scope}
    row |= {"team_id": team_id, "line_id": line_id, "author": author, "reason": reason, "opened_at": at}
    row |= {"until": until, "ended_at": None, "ended_by": None}
    return _read(session, BY_ID, of_id=insert_one(session, reopening, row))[0]


def reopenings_of(session: Session, plan_id: int, period: str) -> tuple[Reopening, ...]:
    """Every reopening of a plan's period, oldest first, those that have ended among them."""
    return _read(session, OF_PERIOD, of_plan=plan_id, of_period=period)


def reopenings_of_plan(session: Session, plan_id: int) -> tuple[Reopening, ...]:
    """Every reopening of a plan's periods, oldest first, those that have ended among them."""
    return _read(session, OF_PLAN, of_plan=plan_id)


def open_reopenings(session: Session, entity_id: int) -> tuple[Reopening, ...]:
    """The reopenings of an entity that were not closed again, oldest first; the last day of some may have passed."""
    return _read(session, OF_ENTITY, of_entity=entity_id)


def open_reopenings_of(session: Session, plan_ids: Collection[int]) -> tuple[Reopening, ...]:
    """The same for some plans."""
    return _read(session, OF_PLANS, plan_ids=sorted(set(plan_ids)))


def end_reopening(session: Session, ids: Iterable[int], *, at: datetime, by: str) -> None:
    """What was opened again is closed again; one that had ended before stays as it is."""
    still = reopening.c.id.in_(list(ids)), OPEN
    execute(session, update(reopening).where(*still).values(ended_at=at, ended_by=by))


def _read(session: Session, found: Select[Any], **its: object) -> tuple[Reopening, ...]:
    return tuple(Reopening(*row) for row in execute(session, found, its).all())
