"""What an address of no use should have heard: it waits again, for another reader."""

from sqlalchemy import bindparam, select, update

from gdflow.domain.outbox import EMAIL, NoticeState
from gdflow.storage.engine import Session, execute
from gdflow.storage.tables import notice, notice_reminder, reminder

UNHEARD = (NoticeState.REFUSED, NoticeState.SUPPRESSED)
CARRIED = select(notice_reminder.c.reminder_id).where(notice_reminder.c.notice_id == bindparam("of_notice"))
_HEARD = (
    select(notice.c.id)
    .join_from(notice, notice_reminder, notice_reminder.c.notice_id == notice.c.id)
    .where(notice_reminder.c.reminder_id == reminder.c.id)
    .where(notice.c.channel == EMAIL, notice.c.state.not_in(UNHEARD))
    .exists()
)
RELEASE = (
    update(reminder).where(reminder.c.id.in_(CARRIED), reminder.c.suppressed.is_(None), ~_HEARD).values(waiting=True)
)


def release(session: Session, notice_id: int) -> int:
    """Let the reminders of a refused mail wait again, but for those that another mail carries; returns how many.

    Only for an address that is marked: else the next scan would write to it again, and every scan after that.
    """
    return execute(session, RELEASE, {"of_notice": notice_id}).rowcount
