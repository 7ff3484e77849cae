"""What has been said of something owed: to which address, of which date, and on which day first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import bindparam, func, select
from sqlmodel import Session

from gdflow.domain.outbox import NoticeState
from gdflow.domain.people import Audience
from gdflow.storage.engine import execute
from gdflow.storage.tables import notice, notice_reminder, reminder

UNSAID = (NoticeState.SUPPRESSED, NoticeState.REFUSED)  # withdrawn, or never taken: nobody has read it
OF = ("obligation_id", "team_id", "due_on", "audience")
# First what carried these reminders, then those notices: without this order PostgreSQL goes through every notice there
# is as long as it takes the outbox for a small one, as on the morning on which it fills.
CARRIED = (
    select(*(reminder.c[name] for name in OF), notice_reminder.c.notice_id)
    .join_from(reminder, notice_reminder, notice_reminder.c.reminder_id == reminder.c.id)
    .where(reminder.c.obligation_id.in_(bindparam("obligation_ids", expanding=True)))
    .cte("carried")
    .prefix_with("MATERIALIZED")
)
ABOUT = (*(CARRIED.c[name] for name in OF), notice.c.address)
SPOKEN = (
    select(*ABOUT, func.min(notice.c.day))
    .join_from(CARRIED, notice, notice.c.id == CARRIED.c.notice_id)
    .where(notice.c.channel == "email", notice.c.state.not_in(UNSAID))
    .group_by(*ABOUT)
)
BATCH = 10_000


@dataclass(frozen=True, slots=True)
class Spoken:
    """An address was told of a date. team_id: of the team for which it was told, 0 for none. first_on: when first."""

    obligation_id: int
    team_id: int
    due_on: date
    audience: Audience
    address: str
    first_on: date


def spoken_of(session: Session, obligation_ids: Iterable[int]) -> dict[int, list[Spoken]]:
    """What was mailed, or waits in the outbox to be, about each of these obligations; unspoken ones are left out."""
    ids = sorted(set(obligation_ids))
    found: dict[int, list[Spoken]] = {}
    for start in range(0, len(ids), BATCH):
        for spoken in _of_batch(session, ids[start : start + BATCH]):
            found.setdefault(spoken.obligation_id, []).append(spoken)
    return found


def _of_batch(session: Session, ids: Sequence[int]) -> list[Spoken]:
    rows = execute(session, SPOKEN, {"obligation_ids": ids})
    return [Spoken(*row) for row in rows]
