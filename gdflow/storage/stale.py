"""Digests that could not leave on their own day: withdrawn, so that the next scan says what is true by then."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, select, update

from gdflow.domain.digest import Purpose
from gdflow.domain.outbox import EMAIL, NoticeState
from gdflow.storage.engine import Session, execute
from gdflow.storage.tables import notice, notice_reminder, reminder

UNSENT = (NoticeState.QUEUED, NoticeState.RETRY)
OF_THE_DAY = (Purpose.DIGEST, Purpose.ESCALATION)


def withdraw_stale(session: Session, entity_id: int, today: date, *, at: datetime) -> int:
    """Suppress the unsent digests of earlier days and let their reminders wait again; returns how many digests.

    After an outage of days a person would else get each day's digest at once, with the words of that day.
    """
    stale = (
        notice.c.entity_id == entity_id,
        notice.c.day < today,
        notice.c.state.in_(UNSENT),
        notice.c.purpose.in_([purpose.value for purpose in OF_THE_DAY]),
    )
    ids = list(execute(session, select(notice.c.id).where(*stale)).scalars())
    if not ids:
        return 0
    carried = _carried_by_mail().where(notice.c.id.in_(ids))
    told = _carried_elsewhere(ids)
    again = reminder.c.id.in_(carried), reminder.c.id.not_in(told), reminder.c.suppressed.is_(None)
    execute(session, update(reminder).where(*again).values(waiting=True))
    gone = {"state": NoticeState.SUPPRESSED, "text": "stale", "settled_at": at}
    execute(session, update(notice).where(notice.c.id.in_(ids)).values(gone))
    return len(ids)


def _carried_elsewhere(ids: list[int]) -> Select[Any]:
    """Reminders that another mail has carried out, or may have."""
    live = notice.c.state.not_in((*UNSENT, NoticeState.SUPPRESSED, NoticeState.REFUSED))
    return _carried_by_mail().where(notice.c.id.not_in(ids), live)


def _carried_by_mail() -> Select[Any]:
    """A chat message settles no reminder: whether it went out or not, the mail decides."""
    reached = select(notice_reminder.c.reminder_id).join(notice, notice.c.id == notice_reminder.c.notice_id)
    return reached.where(notice.c.channel == EMAIL)
