"""Which periods of a plan were opened, and their two dates."""

from datetime import date, datetime

from sqlalchemy import RowMapping, select
from sqlmodel import Session

from gdflow.domain.periods import Period
from gdflow.domain.stored import OpenPeriod
from gdflow.storage.engine import execute, insert_or_skip
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
    row = {
        "entity_id": entity_id,
        "plan_id": plan_id,
        "key": period.key,
        "kind": period.kind,
        "start_on": period.start,
        "end_on": period.end,
        "report_by": report_by,
        "closes_on": closes_on,
        "opened_at": at,
    }
    return execute(session, insert_or_skip(session, periods), row).rowcount == 1


def periods_of(session: Session, plan_id: int) -> tuple[OpenPeriod, ...]:
    """The opened periods of a plan, from the earliest."""
    found = select(periods).where(periods.c.plan_id == plan_id).order_by(periods.c.start_on, periods.c.end_on)
    return tuple(_open_period(row) for row in execute(session, found).mappings())


def _open_period(row: RowMapping) -> OpenPeriod:
    period = Period(row["start_on"], row["end_on"], row["key"], row["kind"])
    return OpenPeriod(row["id"], row["plan_id"], period, row["report_by"], row["closes_on"], row["opened_at"])
