"""What is owed, what is said about it and what became of that: the ledger, the outbox and their accounting."""

from dataclasses import dataclass
from datetime import date, datetime

from gdflow.domain.obligations import ObligationKind, ObligationReason
from gdflow.domain.outbox import NoticeState, Priority
from gdflow.domain.people import Audience
from gdflow.domain.reminders import ReminderReason


@dataclass(frozen=True, slots=True)
class OwedLine:
    """An open obligation with what people call its line, plan and team. plan: its code. row: in the document."""

    obligation_id: int
    line_id: int
    plan_id: int
    team_id: int | None
    kind: ObligationKind
    period: str | None
    due_on: date
    closes_on: date | None
    reason: ObligationReason
    plan: str
    sheet: str
    row: int
    number: str | None
    label: str
    team: str | None


@dataclass(frozen=True, slots=True)
class NoticeMark:
    """One notice that carries a reminder, and how far it came."""

    notice_id: int
    address: str
    day: date
    state: NoticeState
    settled_at: datetime | None


@dataclass(frozen=True, slots=True)
class Reminder:
    """A step claimed once for an obligation and an audience.

    due_on: the date that the step spoke of; a later extension does not change it. on_date: the step's own day.
    claimed_on: the day of the scan that wrote it. suppressed: why nothing was sent, else None.
    notices: empty until it is enqueued; one per address.
    """

    id: int
    obligation_id: int
    line_id: int
    plan_id: int
    team_id: int | None
    kind: ObligationKind
    period: str | None
    due_on: date
    closes_on: date | None
    step: str
    audience: Audience
    reason: ReminderReason
    on_date: date
    claimed_on: date
    claimed_at: datetime
    suppressed: str | None
    notices: tuple[NoticeMark, ...] = ()


@dataclass(frozen=True, slots=True)
class SaidLine:
    """A reminder as people list it: its line, in words, and the step. plan: its code."""

    reminder_id: int
    plan_id: int
    plan: str
    row: int
    number: str | None
    label: str
    team: str | None
    period: str | None
    step: str
    audience: Audience
    reason: ReminderReason
    due_on: date


@dataclass(frozen=True, slots=True)
class NoticeDraft:
    """A message ready to be kept: its unique key, its stable bytes and the reminders that it carries.

    not_before: the first moment at which it may leave. purpose: what it is for, like "digest".
    """

    entity_id: int
    key: str
    day: date
    channel: str
    purpose: str
    sender: str
    address: str
    subject: str
    message_id: str
    data: bytes
    not_before: datetime
    at: datetime
    team_id: int | None = None
    reminder_ids: tuple[int, ...] = ()
    priority: Priority = Priority.ORDINARY


@dataclass(frozen=True, slots=True)
class ClaimedNotice:
    """A notice leased to one sender: the same bytes and Message-ID on every try. tries: attempts before this one."""

    id: int
    entity_id: int
    key: str
    channel: str
    purpose: str
    sender: str
    address: str
    subject: str
    message_id: str
    data: bytes
    tries: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """How an attempt ended. not_before: when to try again, stated with RETRY only.

    no_address: the address itself is of no use.
    """

    state: NoticeState
    code: str | None = None
    text: str | None = None
    not_before: datetime | None = None
    no_address: bool = False


@dataclass(frozen=True, slots=True)
class NoticeFacts:
    """A notice as the board and the accounting show it, without its bytes."""

    id: int
    key: str
    day: date
    channel: str
    purpose: str
    team_id: int | None
    address: str
    subject: str
    message_id: str
    state: NoticeState
    tries: int
    not_before: datetime
    code: str | None
    text: str | None
    created_at: datetime
    settled_at: datetime | None
    resolved_by: str | None


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A notice of which nobody knows whether it arrived.

    since: when its last try ended, or began if it never did. unanswered: whether one never did.
    """

    id: int
    message_id: str
    address: str
    since: datetime
    unanswered: bool


@dataclass(frozen=True, slots=True)
class Accounting:
    """Where every claimed reminder stands by its mails; each is counted once, and chat messages never.

    A reminder with several addresses counts by its best known end: sent, in doubt, pending, refused, suppressed.
    """

    due: int
    sent: int
    refused: int
    suppressed: int
    pending: int
    in_doubt: int

    @property
    def closed(self) -> bool:
        """Whether the parts make the whole; False is a defect."""
        return self.due == self.sent + self.refused + self.suppressed + self.pending + self.in_doubt
