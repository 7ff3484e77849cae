"""Figures about an entity's whole: how long the outbox is, and how much has been taken in and closed."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import BindParameter, bindparam, func, select, text
from sqlmodel import Session

from gdflow.domain.outbox import NoticeState
from gdflow.storage.engine import execute, pairs
from gdflow.storage.tables import closing, job, notice, plan, receipt
from gdflow.storage.tables.outbox import SENDABLE

ENTITY: BindParameter[int] = bindparam("of_entity")
STATES = select(notice.c.state, func.count()).where(notice.c.entity_id == ENTITY).group_by(notice.c.state)
OLDEST = select(func.min(notice.c.not_before, type_=notice.c.not_before.type)).where(
    text(SENDABLE), notice.c.entity_id == ENTITY, notice.c.not_before <= bindparam("now")
)
IN_DOUBT = (
    select(func.count()).select_from(notice).where(notice.c.entity_id == ENTITY, notice.c.state == NoticeState.IN_DOUBT)
)
OPEN_JOBS = select(func.count()).select_from(job).where(job.c.entity_id == ENTITY, job.c.ended_at.is_(None))
RECEIPTS = select(func.count()).select_from(receipt).where(receipt.c.entity_id == ENTITY)
CLOSINGS = select(func.count()).select_from(closing).where(closing.c.entity_id == ENTITY)
FIRST_PLAN = select(func.min(plan.c.imported_at, type_=plan.c.imported_at.type)).where(plan.c.entity_id == ENTITY)


@dataclass(frozen=True, slots=True)
class Queue:
    """The outbox. oldest: since when the mail that has waited longest may leave. in_doubt: mails to be cleared up."""

    oldest: datetime | None
    in_doubt: int


@dataclass(frozen=True, slots=True)
class Gauges:
    """Figures for whoever draws curves of them. notices: by the state in which they are."""

    notices: dict[NoticeState, int]
    receipts: int
    closings: int
    jobs: int


def queue_of(session: Session, entity_id: int, *, now: datetime) -> Queue:
    """How the outbox stands."""
    oldest = execute(session, OLDEST, {"of_entity": entity_id, "now": now}).scalar()
    return Queue(oldest, int(execute(session, IN_DOUBT, {"of_entity": entity_id}).scalar_one()))


def gauges_of(session: Session, entity_id: int) -> Gauges:
    """The figures of an entity."""
    its = {"of_entity": entity_id}
    notices: dict[NoticeState, int] = pairs(session, STATES, its)
    counts = (int(execute(session, found, its).scalar_one()) for found in (RECEIPTS, CLOSINGS, OPEN_JOBS))
    return Gauges(notices, *counts)


def first_plan_at(session: Session, entity_id: int) -> datetime | None:
    """Since when there is a plan to work for; None while there is none."""
    found: datetime | None = execute(session, FIRST_PLAN, {"of_entity": entity_id}).scalar()
    return found
