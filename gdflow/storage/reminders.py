"""The ledger of reminders: what was claimed, what waits for a notice, and what became of each."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Select, bindparam, func, select, update
from sqlmodel import Session

from gdflow.domain.notices import NoticeMark, Reminder
from gdflow.storage.engine import execute
from gdflow.storage.rests import may_hear
from gdflow.storage.tables import notice, notice_reminder, obligation, reminder

OWED, DUTY = ("line_id", "plan_id"), ("kind", "period")
SAID = ("step", "audience", "reason", "on_date", "claimed_on", "claimed_at", "suppressed")
# In the order of Reminder's own fields.
REMINDERS = (
    select(reminder.c.id, reminder.c.obligation_id, *(obligation.c[name] for name in OWED))
    # The team to which it was owed: meanwhile the line may be another's.
    .add_columns(func.nullif(reminder.c.team_id, 0), *(obligation.c[name] for name in DUTY))
    .add_columns(reminder.c.due_on, obligation.c.closes_on, *(reminder.c[name] for name in SAID))
    .join_from(reminder, obligation, obligation.c.id == reminder.c.obligation_id)
    .order_by(reminder.c.id)
)
UNNOTICED = REMINDERS.where(reminder.c.entity_id == bindparam("of_entity"), reminder.c.waiting).where(
    obligation.c.done_on.is_(None), reminder.c.team_id == func.coalesce(obligation.c.team_id, 0)
)
HEARD = UNNOTICED.where(*may_hear(reminder.c.audience))
OF_LINE = REMINDERS.where(obligation.c.line_id == bindparam("of_line"))
MARKS = select(
    notice_reminder.c.reminder_id, notice.c.id, notice.c.address, notice.c.day, notice.c.state, notice.c.settled_at
).join_from(notice_reminder, notice, notice.c.id == notice_reminder.c.notice_id)
BATCH = 10_000


def unnoticed(session: Session, entity_id: int, on: date | None = None) -> tuple[Reminder, ...]:
    """Reminders that wait for a notice and whose obligation is still owed by its team, in the order of their claim.

    on: without those that a decision lets rest on that day; they wait for its end.
    """
    its: dict[str, object] = {"of_entity": entity_id}
    rows = execute(session, UNNOTICED, its) if on is None else execute(session, HEARD, its | {"on_day": on})
    return tuple(Reminder(*row) for row in rows.all())


def suppress(session: Session, ids: Sequence[int], reason: str) -> None:
    """Let waiting reminders be, and keep the reason; one that is in a notice already is left alone."""
    change = update(reminder).where(reminder.c.waiting).values(waiting=False, suppressed=reason)
    for start in range(0, len(ids), BATCH):
        execute(session, change.where(reminder.c.id.in_(ids[start : start + BATCH])))


def suppress_overtaken(session: Session, entity_id: int, reason: str) -> int:
    """Let be the waiting reminders of what is owed no more, and return how many these were."""
    closed = select(obligation.c.id).where(obligation.c.done_on.is_not(None))
    waiting = reminder.c.entity_id == entity_id, reminder.c.waiting
    found = update(reminder).where(*waiting, reminder.c.obligation_id.in_(closed))
    return execute(session, found.values(waiting=False, suppressed=reason)).rowcount


def reminders_of_line(session: Session, line_id: int) -> tuple[Reminder, ...]:
    """Every reminder of a line in the order of their claim, each with its notices."""
    rows = execute(session, OF_LINE, {"of_line": line_id}).all()
    marks = _marks(session, MARKS.where(notice_reminder.c.reminder_id.in_([row[0] for row in rows])))
    return tuple(Reminder(*(*row, tuple(marks.get(row[0], ())))) for row in rows)


def reminders_of_obligations(session: Session, obligation_ids: Collection[int]) -> tuple[Reminder, ...]:
    """Every reminder about some obligations in the order of their claim, each with its notices."""
    found = REMINDERS.where(reminder.c.obligation_id.in_(obligation_ids))
    rows = execute(session, found).all() if obligation_ids else ()
    marks = _marks(session, MARKS.where(notice_reminder.c.reminder_id.in_([row[0] for row in rows])))
    return tuple(Reminder(*(*row, tuple(marks.get(row[0], ())))) for row in rows)


def _marks(session: Session, found: Select[Any]) -> dict[int, list[NoticeMark]]:
    marks: dict[int, list[NoticeMark]] = {}
    rows: Iterable[Sequence[Any]] = execute(session, found.order_by(notice.c.id))
    for reminder_id, *mark in rows:
        marks.setdefault(reminder_id, []).append(NoticeMark(*mark))
    return marks
