"""The scan at the scale of a nation: which dates are due, and all reminders of a day claimed by one statement.

Both read only the index of open obligations, so their cost follows what is due and not what exists.
"""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    CTE,
    BindParameter,
    ColumnElement,
    Date,
    Select,
    Subquery,
    and_,
    bindparam,
    column,
    func,
    literal,
    select,
    true,
    union_all,
    values,
)
from sqlmodel import Session

from gdflow.domain.obligations import ObligationKind
from gdflow.domain.reminders import StepDate
from gdflow.domain.stored import Counts
from gdflow.storage.engine import execute, insert_or_skip
from gdflow.storage.rests import may_hear
from gdflow.storage.tables import obligation, reminder

OF_ENTITY: BindParameter[Any] = bindparam("of_entity")
UNTIL = bindparam("until", type_=Date())
TEAM = func.coalesce(obligation.c.team_id, 0)
DueDate = tuple[ObligationKind, date, date | None]
CLAIMED = (
    *("entity_id", "obligation_id", "due_on", "step", "audience", "reason", "on_date", "claimed_on", "claimed_at"),
    *("waiting", "team_id"),
)


def due_dates(session: Session, entity_id: int, until: date) -> tuple[DueDate, ...]:
    """The distinct (kind, due date, closing date) of what is open and due up to a day, in that order.

    The index is skipped through, one seek for each distinct date, however many obligations share it.
    """
    return tuple(
        (kind, due, closes)
        for kind, due, closes in execute(session, DUE_DATES, {"of_entity": entity_id, "until": until})
    )


def claim_reminders(session: Session, entity_id: int, steps: Sequence[StepDate], *, on: date, at: datetime) -> Counts:
    """Write a reminder for every open obligation on the dates of the steps, unless it is in the ledger.

    Finding and writing are one statement: two scans at once write each reminder once. Whom a decision lets rest that
    day is left out. known: how many of today's reminders were in the ledger before.
    """
    if not steps:
        return Counts(0, 0)
    wanted = _steps(steps)
    found, its = _matches(wanted), {"of_entity": entity_id, "on_day": on}
    step = (wanted.c.step, wanted.c.audience, wanted.c.reason, wanted.c.on_date)
    rows = found.with_only_columns(
        obligation.c.entity_id, obligation.c.id, obligation.c.due_on, *step, *_marks(on, at), TEAM
    )
    new = execute(session, insert_or_skip(session, reminder).from_select(CLAIMED, rows), its).rowcount
    matches = execute(session, found.with_only_columns(func.count()), its).scalar_one()
    return Counts(new, max(0, matches - new))


def _marks(on: date, at: datetime) -> tuple[ColumnElement[Any], ...]:
    return literal(on, reminder.c.claimed_on.type), literal(at, reminder.c.claimed_at.type), true()


def _steps(steps: Sequence[StepDate]) -> Subquery:
    types = (obligation.c.kind, obligation.c.due_on, obligation.c.closes_on)
    named = [column(known.name, known.type) for known in types]
    named += [column(name, reminder.c[name].type) for name in ("step", "audience", "reason", "on_date")]
    rows = [(s.kind, s.due_on, s.closes_on or date.max, s.step, s.audience, s.reason, s.on_date) for s in steps]
    listed = values(*named, name="listed").data(rows).cte("rungs", nesting=True)
    # Kept inside a subquery: the driver counts the rows only of a statement that begins with INSERT.
    return select(listed).subquery("wanted")


def _matches(wanted: Subquery) -> Select[Any]:
    same = (
        obligation.c.kind == wanted.c.kind,
        obligation.c.due_on == wanted.c.due_on,
        obligation.c.closes_on == wanted.c.closes_on,
    )
    return (
        select(obligation.c.id)
        .select_from(wanted.join(obligation, and_(*same)))
        .where(obligation.c.entity_id == OF_ENTITY, obligation.c.done_on.is_(None))
        .where(*may_hear(wanted.c.audience))
    )


def _distinct_dates() -> Select[Any]:
    days = _days()
    first = _least(obligation.c.closes_on, days)
    dates = select(days.c.kind, days.c.due_on, first.label("closes_on")).where(days.c.due_on.is_not(None))
    seen = dates.cte("dates", recursive=True)
    later = _least(obligation.c.closes_on, seen, obligation.c.closes_on > seen.c.closes_on)
    # The raw column says when to stop: as a value "never" and "no more" would look the same.
    seen = seen.union_all(select(seen.c.kind, seen.c.due_on, later).where(seen.c.closes_on.is_not(None)))
    found = select(seen.c.kind, seen.c.due_on, seen.c.closes_on).where(seen.c.closes_on.is_not(None))
    return found.order_by(seen.c.kind, seen.c.due_on, seen.c.closes_on)


def _days() -> CTE:
    kinds = [select(literal(kind, obligation.c.kind.type).label("kind")) for kind in ObligationKind]
    kind = union_all(*kinds).cte("kinds")
    due = obligation.c.due_on
    first = _least(due, kind, due <= UNTIL)
    days = select(kind.c.kind, first.label("due_on")).cte("days", recursive=True)
    later = _least(due, days, due > days.c.due_on, due <= UNTIL)
    return days.union_all(select(days.c.kind, later).where(days.c.due_on.is_not(None)))


def _least(sought: ColumnElement[Any], seen: CTE, *bounds: ColumnElement[bool]) -> ColumnElement[Any]:
    """The least value of a column among what is open and agrees with a row already seen."""
    same = [obligation.c[name] == seen.c[name] for name in ("kind", "due_on") if name in seen.c and name != sought.name]
    found = select(func.min(sought, type_=sought.type)).where(obligation.c.entity_id == OF_ENTITY)
    return found.where(obligation.c.done_on.is_(None), *same, *bounds).correlate(seen).scalar_subquery()


DUE_DATES = _distinct_dates()
"""Put together once: a scan that finds nothing new would else spend a fifth of its time on it."""
