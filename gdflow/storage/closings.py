"""Closings of periods: added once, never changed, and read back only as they were frozen."""

import zlib
from collections.abc import Collection
from typing import Any

from sqlalchemy import Select, bindparam, func, or_, select
from sqlmodel import Session

from gdflow.domain.canonical import canonical, hash_of, restored
from gdflow.domain.closing import Closed, ClosingFacts, Snapshot
from gdflow.domain.errors import ConflictError, InputError, NotFoundError
from gdflow.storage.engine import execute, insert_one
from gdflow.storage.tables import closing, entity, plan

FACTS = ("period", "number", "sha256", "closed_at", "closed_by", "head", "events", "missing")
# In the order of ClosingFacts' own fields.
CLOSINGS = select(closing.c.id, closing.c.plan_id, plan.c.code, *(closing.c[name] for name in FACTS)).join_from(
    closing, plan, plan.c.id == closing.c.plan_id
)
BY_ID = CLOSINGS.where(closing.c.id == bindparam("of_id"))
WHOLE = BY_ID.add_columns(closing.c.snapshot)
ALL_WHOLE = CLOSINGS.where(closing.c.id.in_(bindparam("ids", expanding=True))).add_columns(closing.c.snapshot)
OF_PLAN = CLOSINGS.where(closing.c.plan_id == bindparam("of_plan")).order_by(closing.c.period, closing.c.number)
OF_PLANS = (
    CLOSINGS.where(closing.c.plan_id.in_(bindparam("plan_ids", expanding=True)))
    .where(closing.c.period == bindparam("of_period"))
    .order_by(closing.c.plan_id, closing.c.number)
)
OF_ENTITY = CLOSINGS.where(closing.c.entity_id == bindparam("of_entity")).order_by(
    closing.c.closed_at.desc(), closing.c.id.desc()
)
_later = closing.alias("later")
_NEWEST = (
    select(func.max(_later.c.number))
    .where(_later.c.plan_id == closing.c.plan_id, _later.c.period == closing.c.period)
    .correlate(closing)
    .scalar_subquery()
)
OF_ALL = (
    select(closing.c.id)
    .join(plan, plan.c.id == closing.c.plan_id)
    .join(entity, entity.c.id == closing.c.entity_id)
    .where(closing.c.period == bindparam("of_period"), closing.c.number == _NEWEST)
    .where(or_(entity.c.hosted, entity.c.id == bindparam("own")))
    .order_by(entity.c.code, plan.c.code)
)
NEWEST = CLOSINGS.where(closing.c.plan_id.in_(bindparam("plan_ids", expanding=True)), closing.c.number == _NEWEST)


def add_closing(
    session: Session,
    entity_id: int,
    plan_id: int,
    snapshot: Snapshot,
    *,
    text: bytes | None = None,
    head: str,
    events: int,
    missing: int,
) -> ClosingFacts:
    """Freeze a snapshot as the next closing of its plan's period. Its number must be the next one.

    text: the snapshot's canonical text, where the caller has it. head, events: of the chain once it was noted there.
    """
    text = canonical(snapshot) if text is None else text
    row = {"entity_id": entity_id, "plan_id": plan_id, "period": snapshot.report.period, "number": snapshot.number}
    row |= {"closed_at": snapshot.closed_at, "closed_by": snapshot.closed_by, "sha256": hash_of(text)}
    row |= {"snapshot": zlib.compress(text), "events": events, "head": head, "missing": missing}
    return ClosingFacts(*execute(session, BY_ID, {"of_id": insert_one(session, closing, row)}).one())


def closing_by_id(session: Session, closing_id: int) -> Closed:
    """A closing with what it froze.

    Raises NotFoundError("unknown_closing"), and ConflictError("snapshot_damaged") when the kept text is not the one
    that was frozen: nothing may be written from it.
    """
    found = closings_by_id(session, [closing_id])
    if closing_id not in found:
        raise NotFoundError("unknown_closing", found=closing_id)
    return found[closing_id]


def closings_by_id(session: Session, ids: Collection[int]) -> dict[int, Closed]:
    """The same of several closings, by id. Raises ConflictError("snapshot_damaged")."""
    rows = execute(session, ALL_WHOLE, {"ids": sorted(set(ids))}).all()
    facts = [(ClosingFacts(*row[:-1]), row[-1]) for row in rows]
    return {its.id: Closed(its, _unpacked(its, packed)) for its, packed in facts}


def snapshot_text(session: Session, closing_id: int) -> bytes:
    """The canonical text that a closing froze, as it is kept. Raises as closing_by_id does."""
    row = execute(session, WHOLE, {"of_id": closing_id}).first()
    if row is None:
        raise NotFoundError("unknown_closing", found=closing_id)
    return _unpacked_text(ClosingFacts(*row[:-1]), row[-1])


def closings_of_plan(session: Session, plan_id: int, period: str | None = None) -> tuple[ClosingFacts, ...]:
    """The closings of a plan, or of one of its periods, by period and number."""
    found = OF_PLAN if period is None else OF_PLAN.where(closing.c.period == period)
    return _read(session, found, of_plan=plan_id)


def closings_of_plans(session: Session, plan_ids: Collection[int], period: str) -> tuple[ClosingFacts, ...]:
    """The closings of a period of some plans, by plan and number."""
    return _read(session, OF_PLANS, plan_ids=sorted(set(plan_ids)), of_period=period)


def closings_of_entity(session: Session, entity_id: int) -> tuple[ClosingFacts, ...]:
    """All closings of an entity, the newest first."""
    return _read(session, OF_ENTITY, of_entity=entity_id)


def newest_closing(session: Session, plan_id: int, period: str) -> ClosingFacts | None:
    """The closing in force of a plan's period, None while it was never closed."""
    return next(reversed(closings_of_plan(session, plan_id, period)), None)


def newest_of_all(session: Session, period: str, own: int) -> tuple[int, ...]:
    """The ids of the newest closings of a period, our own entity's and the hosted ones', by entity and plan."""
    return tuple(execute(session, OF_ALL, {"of_period": period, "own": own}).scalars())


def newest_closings(session: Session, plan_ids: Collection[int]) -> dict[tuple[int, str], ClosingFacts]:
    """The closing in force of each closed period of these plans, by plan and period."""
    found = _read(session, NEWEST, plan_ids=sorted(set(plan_ids)))
    return {(each.plan_id, each.period): each for each in found}


def _unpacked(facts: ClosingFacts, packed: bytes) -> Snapshot:
    try:
        return restored(Snapshot, _unpacked_text(facts, packed))
    except InputError as error:
        raise _damaged(facts) from error


def _unpacked_text(facts: ClosingFacts, packed: bytes) -> bytes:
    try:
        text = zlib.decompress(packed)
    except zlib.error as error:
        raise _damaged(facts) from error
    if hash_of(text) != facts.sha256:
        raise _damaged(facts)
    return text


def _damaged(facts: ClosingFacts) -> ConflictError:
    return ConflictError("snapshot_damaged", plan=facts.plan, period=facts.period, number=facts.number)


def _read(session: Session, found: Select[Any], **its: object) -> tuple[ClosingFacts, ...]:
    return tuple(ClosingFacts(*row) for row in execute(session, found, its).all())
