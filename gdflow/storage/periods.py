"""Which periods of a plan were opened, and their two dates."""

from collections.abc import Collection, Iterable
from datetime import date, datetime

from sqlalchemy import bindparam, func, select
from sqlmodel import Session

from gdflow.domain.periods import Period, PeriodKind
from gdflow.domain.stored import OpenPeriod
from gdflow.storage.engine import execute, insert_rows
from gdflow.storage.tables import closing, plan
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


def open_first(
    session: Session, entity_id: int, plan_id: int, dated: Iterable[tuple[Period, date, date]], *, at: datetime
) -> None:
    """Open the first periods of a plan, each with its days to report and to close."""
    rows = [
        (entity_id, plan_id, period.start, period.end, period.key, period.kind, report_by, closes_on, at)
        for period, report_by, closes_on in dated
    ]
    insert_rows(session, periods, ROW, rows)


def periods_of(session: Session, plan_id: int) -> tuple[OpenPeriod, ...]:
    """The opened periods of a plan, from the earliest."""
    return tuple(_open_period(*row) for row in execute(session, OF_PLAN, {"of_plan": plan_id}))


def periods_of_plans(session: Session, plan_ids: Collection[int]) -> tuple[OpenPeriod, ...]:
    """The opened periods of some plans, from the earliest."""
    return tuple(_open_period(*row) for row in execute(session, OF_PLANS, {"plan_ids": sorted(set(plan_ids))}))


def hold_periods(session: Session, plan_ids: Collection[int], keys: Collection[str] | None = None) -> None:
    """Let nobody close these periods (all of the plans without keys) before this transaction ends.

    Whoever writes what a closing freezes calls it before anything else, and for all plans of which it will write: a
    closing holds its plan's periods first and the chain of events after them, and two orders would meet head on.
    Those who write of one plan wait for each other: what one works out from the plan's state, the other may just be
    changing. Where all writers do so at their start, as on SQLite, there is nothing to do.
    """
    if plan_ids and session.connection().dialect.name != "sqlite":
        found = HELD if keys is None else HELD.where(periods.c.key.in_(sorted(keys)))
        execute(session, PLANS, {"plan_ids": sorted(set(plan_ids))}).all()
        execute(session, found.with_for_update(read=True), {"plan_ids": sorted(set(plan_ids))}).all()


def lock_period(session: Session, plan_id: int, key: str) -> OpenPeriod | None:
    """A plan's period, or None when it was not opened; until this transaction ends nobody writes what it freezes.

    It waits for all who hold the plan's periods: closing one of them may open the next.
    """
    execute(session, PLANS, {"plan_ids": [plan_id]}).all()  # in line with those who write, or it might wait for ever
    execute(session, HELD.with_for_update(), {"plan_ids": [plan_id]}).all()
    return next((each for each in periods_of(session, plan_id) if each.key == key), None)


def never_closed(session: Session, entity_id: int, today: date) -> tuple[OpenPeriod, ...]:
    """An entity's periods whose day to close has passed and that were never closed, by plan and in time."""
    closed = closing.c.plan_id == periods.c.plan_id, closing.c.period == periods.c.key
    past = periods.c.entity_id == entity_id, periods.c.closes_on < today
    found = FOUND.where(*past, ~select(closing.c.id).where(*closed).exists())
    found = found.order_by(periods.c.plan_id, periods.c.start_on, periods.c.end_on)
    return tuple(_open_period(*row) for row in execute(session, found))


def begun_periods(session: Session, entity_id: int, today: date) -> dict[int, tuple[date, int]]:
    """Of each plan the start of its first opened period and how many that have begun are open; custom ones aside."""
    begun = periods.c.entity_id == entity_id, periods.c.start_on <= today, periods.c.kind != PeriodKind.CUSTOM
    found = select(periods.c.plan_id, func.min(periods.c.start_on), func.count()).where(*begun)
    rows = execute(session, found.group_by(periods.c.plan_id))
    return {plan_id: (first, count) for plan_id, first, count in rows}


OWN = ("plan_id", "start_on", "end_on", "key", "kind", "report_by", "closes_on", "opened_at")
ROW, OPENED = ("entity_id", *OWN), ("id", *OWN)
FOUND = select(*(periods.c[name] for name in OPENED))
OF_PLAN = FOUND.where(periods.c.plan_id == bindparam("of_plan")).order_by(periods.c.start_on, periods.c.end_on)
OF_PLANS = FOUND.where(periods.c.plan_id.in_(bindparam("plan_ids", expanding=True))).order_by(
    periods.c.start_on, periods.c.end_on, periods.c.plan_id
)

HELD = select(periods.c.id).where(periods.c.plan_id.in_(bindparam("plan_ids", expanding=True))).order_by(periods.c.id)

PLANS = (
    select(plan.c.id)
    .where(plan.c.id.in_(bindparam("plan_ids", expanding=True)))
    .order_by(plan.c.id)
    .with_for_update(key_share=True)
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
