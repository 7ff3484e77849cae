"""What teams were told about what they owe in a period: every step that was claimed, with the mails that carry it."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import and_, bindparam, func, select
from sqlmodel import Session

from gdflow.domain.outbox import EMAIL, NoticeState
from gdflow.domain.people import Audience
from gdflow.storage.engine import execute
from gdflow.storage.tables import notice, notice_reminder, obligation, reminder

CLAIMED = (reminder.c.obligation_id, func.nullif(reminder.c.team_id, 0), reminder.c.due_on, reminder.c.step)
TOLD = (
    select(*CLAIMED, reminder.c.waiting, notice.c.day, notice.c.state)
    .join_from(reminder, obligation, obligation.c.id == reminder.c.obligation_id)
    .outerjoin(notice_reminder, notice_reminder.c.reminder_id == reminder.c.id)
    .outerjoin(notice, and_(notice.c.id == notice_reminder.c.notice_id, notice.c.channel == EMAIL))
    .where(obligation.c.plan_id.in_(bindparam("plan_ids", expanding=True)))
    .where(obligation.c.period == bindparam("of_period"), reminder.c.audience == Audience.TEAM)
    .order_by(reminder.c.id, notice.c.id)
)


@dataclass(frozen=True, slots=True)
class ToldStep:
    """A step claimed for an obligation of a team, and a mail that carries it; day, state: None while none does.

    waiting: it is in no mail yet and will be.
    """

    obligation_id: int
    team_id: int | None
    due_on: date
    step: str
    waiting: bool
    day: date | None
    state: NoticeState | None


def told_steps(session: Session, plan_ids: Collection[int], period: str) -> Iterator[ToldStep]:
    """What the teams themselves were told about a period of plans, in the order in which it was claimed."""
    rows = execute(session, TOLD, {"plan_ids": sorted(set(plan_ids)), "of_period": period}).all()
    return (ToldStep(*row) for row in rows)
