"""The teams' reports in force of plans that are reviewed, as their reviewer meets them."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Select, String, bindparam, cast, func, literal, select
from sqlmodel import Session

from gdflow.domain.lines import ResultSource
from gdflow.domain.obligations import ObligationKind
from gdflow.domain.reviews import ReviewMode
from gdflow.domain.submitted import Submitted
from gdflow.storage.engine import execute
from gdflow.storage.reviews import reviews_of
from gdflow.storage.tables import line, node, obligation, plan, result, review, team

earlier = result.alias("earlier")
VERSION = (
    select(func.count())
    .where(earlier.c.line_id == result.c.line_id, earlier.c.period == result.c.period, earlier.c.id <= result.c.id)
    .where(earlier.c.source != ResultSource.IMPORT)
    .correlate(result)
    .scalar_subquery()
)
UNNAMED = literal("fila ") + cast(line.c.row, String)
LABEL = func.coalesce(line.c.activity, line.c.deliverable, line.c.indicator, node.c.title, UNNAMED)
SAID = tuple(result.c[name] for name in ("period", "value", "narrative", "zero_reason", "reported_at", "receipt"))
OWED = (obligation.c.line_id == line.c.id) & (obligation.c.period == result.c.period)
# In the order of Submitted's own fields, without the review.
SUBMITTED = (
    select(result.c.id, plan.c.id, plan.c.code, line.c.id, line.c.row, line.c.number, LABEL, team.c.id, team.c.name)
    .add_columns(*SAID, VERSION)
    .join_from(result, plan, plan.c.id == result.c.plan_id)
    .join(line, line.c.id == result.c.line_id)
    .outerjoin(node, (node.c.plan_id == line.c.plan_id) & (node.c.position == line.c.node))
    .outerjoin(obligation, OWED & (obligation.c.kind == ObligationKind.RESULT))
    .outerjoin(team, team.c.id == obligation.c.team_id)
    .where(result.c.in_force, result.c.source != ResultSource.IMPORT)
    .order_by(plan.c.code, result.c.period, line.c.position)
)
REVIEWED = SUBMITTED.where(plan.c.review == ReviewMode.COORDINATOR, plan.c.entity_id == bindparam("of_entity"))
WAITING = REVIEWED.where(~select(review.c.id).where(review.c.result_id == result.c.id).exists())


def submitted(session: Session, entity_id: int, plan_id: int | None = None) -> tuple[Submitted, ...]:
    """The reports in force that have a reviewer, by plan, period and line; each with its newest review."""
    found = REVIEWED if plan_id is None else REVIEWED.where(plan.c.id == plan_id)
    return _read(session, found, entity_id)


def waiting(session: Session, entity_id: int) -> tuple[Submitted, ...]:
    """Those of which no reviewer has said anything."""
    return _read(session, WAITING, entity_id)


def submitted_by_ids(session: Session, entity_id: int, result_ids: Iterable[int]) -> tuple[Submitted, ...]:
    """The reports of these results that are in force and have a reviewer."""
    return _read(session, REVIEWED.where(result.c.id.in_(list(result_ids))), entity_id)


def _read(session: Session, found: Select[Any], entity_id: int) -> tuple[Submitted, ...]:
    rows = execute(session, found, {"of_entity": entity_id}).all()
    said = reviews_of(session, (row[0] for row in rows))
    return tuple(Submitted(*(*row, said[row[0]][-1] if row[0] in said else None)) for row in rows)
