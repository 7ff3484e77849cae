"""What people ask about the outbox: who has had a message today, where each stands, and whether the sum is right."""

from collections.abc import Collection
from datetime import date, datetime

from sqlalchemy import case, func, select, update
from sqlmodel import Session

from gdflow.domain.notices import Accounting, NoticeFacts
from gdflow.domain.outbox import EMAIL, NoticeState
from gdflow.storage.engine import execute, pairs
from gdflow.storage.tables import notice, notice_reminder, reminder

FACTS = (
    *("id", "key", "day", "channel", "purpose", "team_id", "address", "subject", "message_id", "state", "tries"),
    *("not_before", "code", "text", "created_at", "settled_at", "resolved_by"),
)
PENDING = 3
RANKS = {
    NoticeState.SENT: 5,
    NoticeState.IN_DOUBT: 4,
    NoticeState.QUEUED: PENDING,
    NoticeState.SENDING: PENDING,
    NoticeState.RETRY: PENDING,
    NoticeState.REFUSED: 2,
    NoticeState.SUPPRESSED: 1,
}
"""Of several mails that carry one reminder, the one that came furthest counts."""


def noticed_today(session: Session, entity_id: int, day: date) -> frozenset[str]:
    """The addresses for which a notice with reminders was made on a day, and not let be."""
    carries = select(notice_reminder.c.id).where(notice_reminder.c.notice_id == notice.c.id).exists()
    kept = notice.c.state != NoticeState.SUPPRESSED
    found = select(notice.c.address).where(notice.c.entity_id == entity_id, notice.c.day == day, kept, carries)
    return frozenset(execute(session, found).scalars())


def notices_of(
    session: Session, entity_id: int, *, day: date | None = None, states: Collection[NoticeState] = ()
) -> tuple[NoticeFacts, ...]:
    """The notices of an entity in the order in which they were kept: of one day, in some states, or all."""
    found = select(*(notice.c[name] for name in FACTS)).where(notice.c.entity_id == entity_id).order_by(notice.c.id)
    if day is not None:
        found = found.where(notice.c.day == day)
    if states:
        found = found.where(notice.c.state.in_(states))
    return tuple(NoticeFacts(*row) for row in execute(session, found))


def notices_by_id(session: Session, ids: Collection[int]) -> dict[int, NoticeFacts]:
    """Notices by their ids."""
    found = execute(session, select(*(notice.c[name] for name in FACTS)).where(notice.c.id.in_(ids)))
    return {row.id: NoticeFacts(*row) for row in found}


def assume_sent(session: Session, entity_id: int) -> None:
    """Take what waits for sent, as a rehearsal of several days must: each day finds the ones before it done."""
    waiting = notice.c.entity_id == entity_id, notice.c.state == NoticeState.QUEUED
    done = {"state": NoticeState.SENT, "settled_at": notice.c.not_before}
    execute(session, update(notice).where(*waiting).values(done))


def accounting(session: Session, entity_id: int) -> Accounting:
    """Where every claimed reminder of an entity stands, each counted once by the mail that came furthest."""
    rank = case({state.value: rank for state, rank in RANKS.items()}, value=notice.c.state)
    furthest = (
        select(notice_reminder.c.reminder_id, func.max(rank).label("rank"))
        .join_from(notice_reminder, notice, notice.c.id == notice_reminder.c.notice_id)
        .where(notice.c.entity_id == entity_id, notice.c.channel == EMAIL)
        .group_by(notice_reminder.c.reminder_id)
        .subquery()
    )
    unnoticed = case((reminder.c.suppressed.is_not(None), RANKS[NoticeState.SUPPRESSED]), else_=PENDING)
    stands = func.coalesce(furthest.c.rank, unnoticed)
    found = select(stands, func.count()).where(reminder.c.entity_id == entity_id).group_by(stands)
    found = found.select_from(reminder.outerjoin(furthest, furthest.c.reminder_id == reminder.c.id))
    counts = pairs(session, found)
    every = execute(session, select(func.count()).where(reminder.c.entity_id == entity_id)).scalar_one()
    return Accounting(
        due=every,
        sent=counts.get(RANKS[NoticeState.SENT], 0),
        refused=counts.get(RANKS[NoticeState.REFUSED], 0),
        suppressed=counts.get(RANKS[NoticeState.SUPPRESSED], 0),
        pending=counts.get(PENDING, 0),
        in_doubt=counts.get(RANKS[NoticeState.IN_DOUBT], 0),
    )


def pending(session: Session, entity_id: int) -> dict[str, tuple[int, datetime]]:
    """How many notices wait in each channel, and from when on the first of them may leave."""
    first = func.min(notice.c.not_before, type_=notice.c.not_before.type)
    waiting = notice.c.entity_id == entity_id, notice.c.state.in_((NoticeState.QUEUED, NoticeState.RETRY))
    found = select(notice.c.channel, func.count(), first).where(*waiting).group_by(notice.c.channel)
    return {channel: (count, since) for channel, count, since in execute(session, found)}
