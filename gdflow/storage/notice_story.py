"""Everything that is kept of one notice, and which notice a report from outside is about."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, func, select

from gdflow.domain.notices import NoticeFacts
from gdflow.domain.outbox import EMAIL, NoticeState
from gdflow.storage.engine import Session, execute
from gdflow.storage.notice_board import FACTS
from gdflow.storage.tables import attempt, notice, notice_reminder

NAMES = ("id", "channel", "owner", "started_at", "ended_at", "state", "code", "text")
LEFT = (NoticeState.SENT, NoticeState.IN_DOUBT)
OF_ENTITY = notice.c.entity_id == bindparam("of_entity")
THIS = OF_ENTITY, notice.c.id == bindparam("of_notice")
_FACTS = select(*(notice.c[name] for name in FACTS))
BY_ID = _FACTS.where(*THIS)
BY_MESSAGE_ID = _FACTS.where(OF_ENTITY, notice.c.message_id == bindparam("of_message"))
NEWEST_TO = (
    _FACTS.where(OF_ENTITY, notice.c.channel == EMAIL, notice.c.state.in_(LEFT))
    .where(func.lower(notice.c.address) == bindparam("of_address"))
    .where(notice.c.created_at >= bindparam("since", type_=notice.c.created_at.type))
    .order_by(notice.c.id.desc())
    .limit(1)
)
BYTES = select(notice.c.data).where(*THIS)
ATTEMPTS = (
    select(*(attempt.c[name] for name in NAMES))
    .where(attempt.c.entity_id == bindparam("of_entity"), attempt.c.notice_id == bindparam("of_notice"))
    .order_by(attempt.c.id)
)
CARRIED = select(notice_reminder.c.reminder_id).where(
    notice_reminder.c.entity_id == bindparam("of_entity"), notice_reminder.c.notice_id == bindparam("of_notice")
)


@dataclass(frozen=True, slots=True)
class AttemptFacts:
    """One try to send a notice. state, code, text: how it ended, None while it is open."""

    id: int
    channel: str
    owner: str
    started_at: datetime
    ended_at: datetime | None
    state: NoticeState | None
    code: str | None
    text: str | None


def notice_by_id(session: Session, entity_id: int, notice_id: int) -> NoticeFacts | None:
    """The notice of an id, or None."""
    row = execute(session, BY_ID, {"of_entity": entity_id, "of_notice": notice_id}).one_or_none()
    return None if row is None else NoticeFacts(*row)


def notice_by_message_id(session: Session, entity_id: int, message_id: str) -> NoticeFacts | None:
    """The notice whose mail has this Message-ID, or None."""
    row = execute(session, BY_MESSAGE_ID, {"of_entity": entity_id, "of_message": message_id}).one_or_none()
    return None if row is None else NoticeFacts(*row)


def newest_to(session: Session, entity_id: int, address: str, since: datetime) -> NoticeFacts | None:
    """The newest mail to an address that was kept after a moment and left, or may have; or None."""
    its = {"of_entity": entity_id, "of_address": address.lower(), "since": since}
    row = execute(session, NEWEST_TO, its).one_or_none()
    return None if row is None else NoticeFacts(*row)


def bytes_of(session: Session, entity_id: int, notice_id: int) -> bytes:
    """What is sent, byte by byte."""
    return bytes(execute(session, BYTES, {"of_entity": entity_id, "of_notice": notice_id}).scalar_one())


def attempts_of(session: Session, entity_id: int, notice_id: int) -> tuple[AttemptFacts, ...]:
    """The tries to send a notice in their order."""
    return tuple(
        AttemptFacts(*row) for row in execute(session, ATTEMPTS, {"of_entity": entity_id, "of_notice": notice_id})
    )


def carried_by(session: Session, entity_id: int, notice_id: int) -> tuple[int, ...]:
    """The ids of the reminders that a notice carries."""
    return tuple(execute(session, CARRIED, {"of_entity": entity_id, "of_notice": notice_id}).scalars())
