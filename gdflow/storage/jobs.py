"""Long work that people asked for, leased to whoever carries it out."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import and_, bindparam, or_, select, update
from sqlmodel import Session

from gdflow.domain.jobs import Job, JobKind, JobState
from gdflow.storage.engine import execute, insert_or_skip
from gdflow.storage.tables import job

NAMES = (
    *("id", "entity_id", "kind", "parameters", "key", "requested_by", "requested_at", "state", "started_at"),
    *("ended_at", "tries", "done", "total", "step", "result", "error", "run"),
)
OF_ENTITY = select(*(job.c[name] for name in NAMES)).where(job.c.entity_id == bindparam("of_entity"))
BY_ID = OF_ENTITY.where(job.c.id == bindparam("of_id"))
BY_KEY = OF_ENTITY.where(job.c.key == bindparam("of_key"))
NEWEST = OF_ENTITY.order_by(job.c.id.desc()).limit(bindparam("most"))
OPEN = OF_ENTITY.where(job.c.ended_at.is_(None)).order_by(job.c.id)
UNLEASED = {"lease_owner": None, "lease_until": None}
WAITING: dict[str, Any] = {"state": JobState.QUEUED, "started_at": None, "ended_at": None, "error": None, "run": None}
FRESH = WAITING | UNLEASED | {"tries": 0, "done": 0, "total": 0, "step": None, "result": {}}
_FREE = or_(
    job.c.state == JobState.QUEUED, and_(job.c.state == JobState.RUNNING, job.c.lease_until <= bindparam("now"))
)
_OPEN = (job.c.entity_id == bindparam("of_entity"), job.c.ended_at.is_(None), _FREE)
_FIRST = select(job.c.id).where(*_OPEN).order_by(job.c.id).limit(1).with_for_update(skip_locked=True)
_THE_ONE = select(job.c.id).where(*_OPEN, job.c.key == bindparam("of_key")).with_for_update(skip_locked=True)
_LEASED: dict[str, Any] = {"lease_owner": bindparam("owner"), "lease_until": bindparam("until")}
_LEASE = _LEASED | {"state": JobState.RUNNING, "started_at": bindparam("now"), "tries": job.c.tries + 1}
CLAIM, CLAIM_ONE = (
    update(job)
    # The state is asked again outside: the row may have been taken between the two.
    .where(job.c.id == found.scalar_subquery(), _FREE)
    .values(_LEASE)
    .returning(*(job.c[name] for name in NAMES))
    for found in (_FIRST, _THE_ONE)
)
HELD = (job.c.id == bindparam("of_id"), job.c.lease_owner == bindparam("of_owner"))
KEEP = update(job).where(*HELD).values(lease_until=bindparam("until"))
STEP = update(job).where(*HELD).values(done=bindparam("so_far"), total=bindparam("in_all"), step=bindparam("at_step"))


def add_job(
    session: Session,
    entity_id: int,
    kind: JobKind,
    parameters: Mapping[str, str],
    *,
    key: str,
    by: str,
    at: datetime,
) -> bool:
    """Keep a job that waits; False when its key is known."""
    row = {"entity_id": entity_id, "kind": kind, "parameters": dict(parameters), "key": key}
    row |= {"requested_by": by, "requested_at": at} | FRESH
    return execute(session, insert_or_skip(session, job), row).rowcount == 1


def job_by_key(session: Session, entity_id: int, key: str) -> Job | None:
    """The job of a key, or None."""
    return _one(execute(session, BY_KEY, {"of_entity": entity_id, "of_key": key}))


def job_by_id(session: Session, entity_id: int, job_id: int) -> Job | None:
    """The job of that number in the entity, or None."""
    return _one(execute(session, BY_ID, {"of_entity": entity_id, "of_id": job_id}))


def newest_jobs(session: Session, entity_id: int, most: int) -> tuple[Job, ...]:
    """The newest jobs, so many at most, newest first."""
    return tuple(Job(*row) for row in execute(session, NEWEST, {"of_entity": entity_id, "most": most}))


def open_jobs(session: Session, entity_id: int) -> tuple[Job, ...]:
    """The jobs that have not ended, oldest first."""
    return tuple(Job(*row) for row in execute(session, OPEN, {"of_entity": entity_id}))


def ask_again(session: Session, job_id: int, *, by: str, at: datetime) -> None:
    """A job that failed waits once more."""
    again = update(job).where(job.c.id == job_id, job.c.state == JobState.FAILED)
    execute(session, again.values(requested_by=by, requested_at=at, **FRESH))


def claim_job(
    session: Session, entity_id: int, *, key: str | None, now: datetime, owner: str, until: datetime
) -> Job | None:
    """Lease the job that has waited longest, or that of a key, to this owner; None where nothing is to be done.

    One whose lease has run out waits again: whoever had it is gone.
    """
    its: dict[str, Any] = {"of_entity": entity_id, "now": now, "owner": owner, "until": until}
    if key is None:
        return _one(execute(session, CLAIM, its))
    return _one(execute(session, CLAIM_ONE, its | {"of_key": key}))


def keep_job(session: Session, job_id: int, owner: str, *, until: datetime) -> bool:
    """Hold a job longer; False when it is no longer this owner's."""
    return execute(session, KEEP, {"of_id": job_id, "of_owner": owner, "until": until}).rowcount == 1


def note_progress(session: Session, job_id: int, owner: str, done: int, total: int, step: str) -> None:
    """Write how far a job has come, while it is this owner's."""
    its = {"of_id": job_id, "of_owner": owner, "so_far": done, "in_all": total, "at_step": step}
    execute(session, STEP, its)


def end_job(
    session: Session, job_id: int, owner: str, *, at: datetime, result: Mapping[str, str], error: str | None
) -> bool:
    """A job has ended; False when it was no longer this owner's."""
    state = JobState.DONE if error is None else JobState.FAILED
    ended = {"state": state, "ended_at": at, "result": dict(result), "error": error, **UNLEASED}
    held = update(job).where(job.c.id == job_id, job.c.lease_owner == owner)
    return execute(session, held.values(**ended)).rowcount == 1


def note_call(session: Session, job_id: int, run: str) -> None:
    """Another process was asked to carry a job out; run: the name of its run there."""
    execute(session, update(job).where(job.c.id == job_id).values(run=run))


def _one(found: Any) -> Job | None:
    row = found.first()
    return None if row is None else Job(*row)
