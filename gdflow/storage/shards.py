"""Which hosted entities a work waits for, and their claim: a row for each, taken by one worker at a time.

The row is that of the entity's newest run: claimed is what runs, and a run that is older than its lease was a worker's
that died. On PostgreSQL workers that claim at the same moment pass over each other's rows and do not wait.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, bindparam, func, literal, null, or_, select
from sqlmodel import Session

from gdflow.domain.entities import Shard
from gdflow.domain.jobs import RunState
from gdflow.domain.works import Work
from gdflow.storage.engine import execute, upsert
from gdflow.storage.tables import entity, last_run


@dataclass(frozen=True, slots=True)
class Turn:
    """When an entity's turn has come. due: its run must have begun by then or later. dead: what runs since then died.

    rested: what failed before then is tried once more.
    """

    due: datetime
    dead: datetime
    rested: datetime


def waiting(session: Session, work: Work, shard: Shard, turn: Turn) -> tuple[int, ...]:
    """The ids of the hosted entities of a shard for which a work is to be done, in order."""
    return tuple(execute(session, WAITING, _bounds(work, shard, turn)).scalars())


def claim(session: Session, work: Work, shard: Shard, turn: Turn, *, most: int, now: datetime) -> tuple[int, ...]:
    """Take the first of those that wait, so many at most, for the caller; their ids in order, none where none waits.

    A claim that others forestalled may be empty though entities wait: whoever forestalled it goes on with them.
    """
    first = WAITING.with_only_columns(
        *(entity.c.id, bindparam("of_work"), literal(now, last_run.c.started_at.type)),
        literal(RunState.RUNNING, last_run.c.state.type),
    ).limit(most)
    if session.connection().dialect.name != "sqlite":
        first = first.with_for_update(of=entity, skip_locked=True, key_share=True)
    inserted = upsert(session, last_run).from_select(["entity_id", "work", "started_at", "state"], first)
    begun = {"started_at": inserted.excluded.started_at, "state": RunState.RUNNING, "ended_at": null(), "error": null()}
    taken = inserted.on_conflict_do_update(
        index_elements=["entity_id", "work"], set_=begun, where=_is_due(last_run.c)
    ).returning(last_run.c.entity_id)
    return tuple(sorted(execute(session, taken, _bounds(work, shard, turn)).scalars()))


def _is_due(its: Any) -> ColumnElement[bool]:
    """Whether the newest run of an entity is not the one that is asked for, or its worker is gone."""
    moment = last_run.c.started_at.type
    return or_(
        and_(its.state != RunState.RUNNING, its.started_at < bindparam("due", type_=moment)),
        and_(its.state == RunState.RUNNING, its.started_at <= bindparam("dead", type_=moment)),
        and_(its.state == RunState.FAILED, its.ended_at <= bindparam("rested", type_=moment)),
    )


def _bounds(work: Work, shard: Shard, turn: Turn) -> dict[str, object]:
    bounds = {"first": shard.first, "last": shard.last, "of_work": work.value}
    return bounds | {"due": turn.due, "dead": turn.dead, "rested": turn.rested}


_ITS = and_(last_run.c.entity_id == entity.c.id, last_run.c.work == bindparam("of_work"))
WAITING = (
    select(entity.c.id)
    .outerjoin(last_run, _ITS)
    .where(entity.c.hosted, entity.c.id.between(bindparam("first"), bindparam("last")))
    .where(or_(last_run.c.id.is_(None), _is_due(last_run.c)))
    .order_by(entity.c.id)
)
COUNT = select(func.count()).select_from(entity).where(entity.c.hosted)


def hosted(session: Session) -> int:
    """How many entities are hosted."""
    return int(execute(session, COUNT).scalar_one())
