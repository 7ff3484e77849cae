"""Messages kept before they are sent, each try to send them, and which reminders they carry."""

from datetime import date, datetime

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field

from gdflow.domain.outbox import NoticeState
from gdflow.domain.pace import Span
from gdflow.storage.tables.base import Owned, check, filled, moment, one_of, or_empty, partial, table_of, word
from gdflow.storage.tables.base import text as long_text

SENDABLE = "state IN ('queued', 'retry')"
LEASED = "state = 'sending'"
TROUBLED = "state IN ('refused', 'in_doubt')"


class NoticeRow(Owned, table=True):
    """A message with its stable bytes and its place in the outbox; leased exactly while it is being sent."""

    __tablename__ = "notice"
    __table_args__ = (
        UniqueConstraint("entity_id", "key"),
        UniqueConstraint("message_id"),
        Index("ix_notice_entity_id_day", "entity_id", "day"),
        partial("ix_notice_sendable", "entity_id", "channel", "priority", "not_before", "id", where=SENDABLE),
        partial("ix_notice_troubled", "entity_id", "state", where=TROUBLED),
        partial("ix_notice_leased", "lease_until", where=LEASED),
        one_of("state", NoticeState),
        *filled("key", "channel", "purpose", "address", "message_id"),
        check("tries", "tries >= 0"),
        check("priority", "priority >= 0"),
        check("lease", "(state = 'sending') = (lease_owner IS NOT NULL)"),
        check("lease_end", "(lease_owner IS NULL) = (lease_until IS NULL)"),
        check("data", "length(data) > 0"),
    )
    key: str
    day: date
    channel: str
    purpose: str
    team_id: int | None = Field(foreign_key="team.id")
    sender: str
    address: str
    subject: str
    message_id: str
    data: bytes
    state: NoticeState = word(NoticeState)
    tries: int
    not_before: datetime = moment()
    lease_owner: str | None
    lease_until: datetime | None = moment(null=True)
    code: str | None
    text: str | None = long_text()
    created_at: datetime = moment()
    settled_at: datetime | None = moment(null=True)
    resolved_by: str | None
    priority: int


class AttemptRow(Owned, table=True):
    """One try to send a notice, written before the socket opens; open while state is null."""

    __tablename__ = "attempt"
    __table_args__ = (
        Index("ix_attempt_notice_id", "notice_id"),
        # How many left by a channel in the last minute: asked before each message.
        Index("ix_attempt_entity_id_channel", "entity_id", "channel", "started_at"),
        one_of("state", NoticeState),
        check("ended", "(state IS NULL) = (ended_at IS NULL)"),
        check("dates", "started_at <= ended_at"),
    )
    notice_id: int = Field(foreign_key="notice.id")
    owner: str
    started_at: datetime = moment()
    ended_at: datetime | None = moment(null=True)
    state: NoticeState | None = word(NoticeState, null=True)
    code: str | None
    text: str | None = long_text()
    channel: str


class TransportRow(Owned, table=True):
    """How a channel fares: failures in a row, and until when it rests; no row: nothing has left by it yet."""

    __tablename__ = "transport"
    __table_args__ = (
        UniqueConstraint("entity_id", "channel"),
        *filled("channel"),
        check("failures", "failures >= 0"),
    )
    channel: str
    failures: int
    paused_until: datetime | None = moment(null=True)
    code: str | None
    text: str | None = long_text()


class PaceRow(Owned, table=True):
    """A place in a span of time of an account that sends for several entities: one message at a time, until free_at.

    entity_id: of the entity whose installation has the account.
    """

    __tablename__ = "pace"
    __table_args__ = (
        UniqueConstraint("entity_id", "channel", "span", "slot"),
        Index("ix_pace_free", "entity_id", "channel", "span", "free_at"),
        one_of("span", Span),
        check("slot", "slot >= 0"),
        *filled("channel"),
    )
    channel: str
    span: Span = word(Span)
    slot: int
    free_at: datetime = moment()


class AddressMarkRow(Owned, table=True):
    """An address that a server said does not exist or takes nothing; address: in lower case. Cleared: deleted."""

    __tablename__ = "address_mark"
    __table_args__ = (UniqueConstraint("entity_id", "address"), *filled("address"))
    address: str
    code: str | None
    text: str | None = long_text()
    marked_at: datetime = moment()


class CorrespondenceRow(Owned, table=True):
    """The reference that all mails to a team about a period carry; team_id 0: of no team."""

    __tablename__ = "correspondence"
    __table_args__ = (
        UniqueConstraint("entity_id", "team_id", "period"),
        UniqueConstraint("reference"),
        *filled("reference"),
    )
    team_id: int
    period: str | None = or_empty()
    reference: str


class NoticeReminderRow(Owned, table=True):
    """A reminder carried by a notice; several addresses of a team make several notices of one reminder."""

    __tablename__ = "notice_reminder"
    __table_args__ = (UniqueConstraint("reminder_id", "notice_id"), Index("ix_notice_reminder_notice_id", "notice_id"))
    notice_id: int = Field(foreign_key="notice.id")
    reminder_id: int = Field(foreign_key="reminder.id")


notice, attempt, notice_reminder = table_of(NoticeRow), table_of(AttemptRow), table_of(NoticeReminderRow)
transport, address_mark = table_of(TransportRow), table_of(AddressMarkRow)
correspondence, pace = table_of(CorrespondenceRow), table_of(PaceRow)
