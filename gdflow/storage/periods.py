"""Which periods of a plan were opened, and their two dates."""

from datetime import date, datetime

from sqlalchemy import bindparam, func, select
from sqlmodel import Session

from gdflow.domain.periods import Period, PeriodKind
from gdflow.domain.stored import OpenPeriod
from gdflow.storage.engine import execute, insert_rows
from gdflow.storage.tables import period as periods


def open_period(
    session: Session,
    entity_id: int,
    plan_id: int,
    period: Period,
    *,
    report_by: date,
    closes_on: date,
    at: datetime,
) -> bool:
    """Open a period of a plan; True when it is new. A period that was open keeps its dates."""
    own = (entity_id, plan_id, period.start, period.end, period.key, period.kind)
    return insert_rows(session, periods, ROW, [(*own, report_by, closes_on, at)], skip=True) == 1


def periods_of(session: Session, plan_id: int) -> tuple[OpenPeriod, ...]:
    """The opened periods of a plan, from the earliest."""
    return tuple(_open_period(*row) for row in execute(session, OF_PLAN, {"of_plan": plan_id}))


def begun_periods(session: Session, entity_id: int, today: date) -> dict[int, tuple[date, int]]:
    """Of each plan the start of its first opened period and how many that have begun are open; custom ones aside."""
    begun = periods.c.entity_id == entity_id, periods.c.start_on <= today, periods.c.kind != PeriodKind.CUSTOM
    found = select(periods.c.plan_id, func.min(periods.c.start_on), func.count()).where(*begun)
    rows = execute(session, found.group_by(periods.c.plan_id))
    return {plan_id: (first, count) for plan_id, first, count in rows}


OWN = ("plan_id", "start_on", "end_on", "key", "kind", "report_by", "closes_on", "opened_at")
ROW, OPENED = ("entity_id", *OWN), ("id", *OWN)
OF_PLAN = (
    select(*(periods.c[name] for name in OPENED))
    .where(periods.c.plan_id == bindparam("of_plan"))
    .order_by(periods.c.start_on, periods.c.end_on)
)


def _open_period(
    row_id: int,
    plan_id: int,
    start: date,
    end: date,
    key: str,
    kind: PeriodKind,
    by: date,
    closes_on: date,
    opened_at: datetime,
) -> OpenPeriod:
    return OpenPeriod(row_id, plan_id, Period(start, end, key, kind), by, closes_on, opened_at)
