"""What completeness and timeliness are counted from: what was owed, when it first came, and what could not be taken."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, func, select
from sqlmodel import Session

from gdflow.domain.lines import ResultSource
from gdflow.domain.obligations import ObligationKind, ObligationState
from gdflow.domain.receipts import ReceiptState
from gdflow.domain.reviews import Verdict
from gdflow.storage.engine import execute
from gdflow.storage.tables import obligation, period, receipt, result, review, team

EXPECTED = (ObligationState.OWED, ObligationState.MET, ObligationState.MISSING_AT_CLOSE)
Place = tuple[int, str]
"""A line's id and a period."""


def reports_expected(
    session: Session, entity_id: int, *, plan_ids: Collection[int] = (), of_period: str | None = None
) -> tuple[tuple[Place, str | None, Any], ...]:
    """Every result owed: its place, the team that owes it, and the period's day to report."""
    opened = and_(period.c.plan_id == obligation.c.plan_id, period.c.key == obligation.c.period)
    found = (
        select(obligation.c.line_id, obligation.c.period, team.c.name, period.c.report_by)
        .join_from(obligation, period, opened)
        .outerjoin(team, team.c.id == obligation.c.team_id)
        .where(obligation.c.entity_id == entity_id, obligation.c.kind == ObligationKind.RESULT)
        .where(obligation.c.state.in_(EXPECTED))
    )
    rows = execute(session, _narrowed(found, obligation.c.plan_id, plan_ids, obligation.c.period, of_period)).all()
    return tuple([((line_id, key), name, day) for line_id, key, name, day in rows])


def reports_received(
    session: Session, entity_id: int, *, plan_ids: Collection[int] = (), of_period: str | None = None
) -> dict[Place, tuple[Any, int]]:
    """When the first figure of each line and period came, and how many versions its team sent."""
    sent = func.sum(case((result.c.source != ResultSource.IMPORT, 1), else_=0))
    found = select(result.c.line_id, result.c.period, func.min(result.c.reported_at), sent)
    found = found.where(result.c.entity_id == entity_id).group_by(result.c.line_id, result.c.period)
    rows = execute(session, _narrowed(found, result.c.plan_id, plan_ids, result.c.period, of_period)).all()
    return {(line_id, key): (first, int(versions)) for line_id, key, first, versions in rows}


def reports_returned(
    session: Session, entity_id: int, *, plan_ids: Collection[int] = (), of_period: str | None = None
) -> dict[Place, int]:
    """How often reports of each line and period came back."""
    found = select(result.c.line_id, result.c.period, func.count())
    found = found.join_from(review, result, result.c.id == review.c.result_id)
    found = found.where(review.c.entity_id == entity_id, review.c.verdict == Verdict.RETURNED)
    grouped = found.group_by(result.c.line_id, result.c.period)
    rows = execute(session, _narrowed(grouped, result.c.plan_id, plan_ids, result.c.period, of_period)).all()
    return {(line_id, key): times for line_id, key, times in rows}


def files_refused(
    session: Session, entity_id: int, of_period: str | None = None
) -> tuple[tuple[str | None, str | None, str, str | None, int], ...]:
    """Files in quarantine by team, period and code, each with a sentence that was told, and how many they are."""
    found = select(team.c.name, receipt.c.period, receipt.c.code, func.min(receipt.c.message), func.count())
    found = found.join_from(receipt, team, team.c.id == receipt.c.team_id, isouter=True)
    found = found.where(receipt.c.entity_id == entity_id, receipt.c.state == ReceiptState.QUARANTINED)
    grouped = found.group_by(team.c.name, receipt.c.period, receipt.c.code)
    grouped = grouped.order_by(team.c.name.nulls_first(), receipt.c.period, receipt.c.code)
    wanted = grouped if of_period is None else grouped.where(receipt.c.period.in_([of_period, ""]))
    rows = execute(session, wanted).all()
    return tuple((name, key, str(code), why, files) for name, key, code, why, files in rows)


def _narrowed(
    found: Select[Any],
    plan_column: ColumnElement[Any],
    plan_ids: Collection[int],
    period_column: ColumnElement[Any],
    of_period: str | None,
) -> Select[Any]:
    narrowed = found.where(plan_column.in_(plan_ids)) if plan_ids else found
    return narrowed if of_period is None else narrowed.where(period_column == of_period)
