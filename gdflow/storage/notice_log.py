"""The log of what was said and what was not: messages by day and team, and reminders that are in none."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, func, select
from sqlmodel import Session

from gdflow.domain.notices import NoticeFacts
from gdflow.domain.outbox import NoticeState
from gdflow.storage.engine import execute
from gdflow.storage.notice_board import FACTS
from gdflow.storage.tables import notice, notice_reminder, reminder

CARRIED = select(notice_reminder.c.notice_id, notice_reminder.c.reminder_id).order_by(notice_reminder.c.id)


@dataclass(frozen=True, slots=True)
class LogFilter:
    """What of the log is asked for; both days are included. states: none for all."""

    entity_id: int
    start: date
    end: date
    team_id: int | None = None
    states: frozenset[NoticeState] = frozenset()


@dataclass(frozen=True, slots=True)
class Unsent:
    """A reminder that is in no message. suppressed: why, None while it waits for one."""

    id: int
    team_id: int | None
    claimed_on: date
    suppressed: str | None


def logged(session: Session, asked: LogFilter, *, limit: int, offset: int) -> tuple[NoticeFacts, ...]:
    """The messages that are asked for, newest day first."""
    found = _chosen(select(*(notice.c[name] for name in FACTS)), asked)
    rows = execute(session, found.order_by(notice.c.day.desc(), notice.c.id.desc()).limit(limit).offset(offset))
    return tuple(NoticeFacts(*row) for row in rows)


def count_logged(session: Session, asked: LogFilter) -> int:
    """How many messages are asked for."""
    return int(execute(session, _chosen(select(func.count()).select_from(notice), asked)).scalar_one())


def carried(session: Session, notice_ids: Collection[int]) -> dict[int, list[int]]:
    """The reminders that messages carry, by message."""
    found: dict[int, list[int]] = {}
    rows = execute(session, CARRIED.where(notice_reminder.c.notice_id.in_(notice_ids))) if notice_ids else ()
    for notice_id, reminder_id in rows:
        found.setdefault(notice_id, []).append(reminder_id)
    return found


def unsent(session: Session, asked: LogFilter, limit: int) -> tuple[Unsent, ...]:
    """The reminders of some days that are in no message, newest first."""
    in_none = ~select(notice_reminder.c.id).where(notice_reminder.c.reminder_id == reminder.c.id).exists()
    its = reminder.c.entity_id == asked.entity_id, reminder.c.claimed_on.between(asked.start, asked.end), in_none
    columns = reminder.c.id, func.nullif(reminder.c.team_id, 0), reminder.c.claimed_on, reminder.c.suppressed
    found = select(*columns).where(*its).order_by(reminder.c.id.desc()).limit(limit)
    if asked.team_id is not None:
        found = found.where(reminder.c.team_id == asked.team_id)
    rows: Sequence[Any] = execute(session, found).all()
    return tuple(Unsent(*row) for row in rows)


def _chosen(found: Select[Any], asked: LogFilter) -> Select[Any]:
    found = found.where(notice.c.entity_id == asked.entity_id, notice.c.day.between(asked.start, asked.end))
    if asked.team_id is not None:
        found = found.where(notice.c.team_id == asked.team_id)
    return found.where(notice.c.state.in_(asked.states)) if asked.states else found
