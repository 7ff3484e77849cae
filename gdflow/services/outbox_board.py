"""The outbox as people look at it: what waits, by when it leaves, what became of each notice and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from email import message_from_bytes, policy

from gdflow.domain.events import Event
from gdflow.domain.notices import Accounting, NoticeFacts, SaidLine
from gdflow.domain.outbox import EMAIL, NoticeState
from gdflow.domain.pace import Standing
from gdflow.domain.rules import Rules
from gdflow.services.backlog import Backlog, backlog
from gdflow.services.in_doubt import known_notice
from gdflow.services.lane import Transport
from gdflow.storage import events, notice_story, outbox, transports
from gdflow.storage.engine import Session
from gdflow.storage.notice_story import AttemptFacts
from gdflow.storage.said_lines import said_lines

OPEN = (NoticeState.QUEUED, NoticeState.SENDING, NoticeState.RETRY, NoticeState.IN_DOUBT)
HEADERS = (
    *("From", "To", "Reply-To", "Subject", "Date", "Message-ID", "In-Reply-To", "References"),
    *("Auto-Submitted", "Content-Language"),
)


@dataclass(frozen=True, slots=True)
class Board:
    """Notices in the order in which they were kept. resting: the channels that rest at the moment."""

    notices: tuple[NoticeFacts, ...]
    waiting: tuple[Backlog, ...]
    resting: dict[str, Standing]
    sums: Accounting


@dataclass(frozen=True, slots=True)
class NoticeStory:
    """Everything about one notice. headers: of a mail, in its order. size: bytes. events: what was noted about it."""

    notice: NoticeFacts
    headers: tuple[tuple[str, str], ...]
    size: int
    lines: tuple[SaidLine, ...]
    attempts: tuple[AttemptFacts, ...]
    events: tuple[Event, ...]


def board(
    session: Session,
    rules: Rules,
    ways: Sequence[Transport],
    *,
    now: datetime,
    state: NoticeState | None = None,
    day: date | None = None,
) -> Board:
    """The notices of a day, or in a state, or both; without either what is not settled, and everything of today."""
    fares = transports.standings(session, rules.entity_id)
    return Board(
        _notices(session, rules, rules.today(now), state, day),
        backlog(session, rules, ways, now=now),
        {channel: standing for channel, standing in fares.items() if standing.rests(now)},
        outbox.accounting(session, rules.entity_id),
    )


def _notices(
    session: Session, rules: Rules, today: date, state: NoticeState | None, day: date | None
) -> tuple[NoticeFacts, ...]:
    if state is not None or day is not None:
        return outbox.notices_of(session, rules.entity_id, day=day, states=[state] if state else [])
    unsettled = outbox.notices_of(session, rules.entity_id, states=OPEN)
    found = {notice.id: notice for notice in (*unsettled, *outbox.notices_of(session, rules.entity_id, day=today))}
    return tuple(notice for _, notice in sorted(found.items()))


def story(session: Session, rules: Rules, notice_id: int) -> NoticeStory:
    """Everything that is known of a notice. Raises NotFoundError("unknown_notice")."""
    notice = known_notice(session, rules, notice_id)
    data = notice_story.bytes_of(session, rules.entity_id, notice_id)
    said = said_lines(session, notice_story.carried_by(session, rules.entity_id, notice_id))
    return NoticeStory(
        notice,
        _headers(data) if notice.channel == EMAIL else (),
        len(data),
        tuple(said.values()),
        notice_story.attempts_of(session, rules.entity_id, notice_id),
        events.events_of(session, rules.entity_id, f"notice:{notice_id}"),
    )


def _headers(data: bytes) -> tuple[tuple[str, str], ...]:
    mail = message_from_bytes(data, policy=policy.default)
    return tuple((name, " ".join(str(mail[name]).split())) for name in HEADERS if mail[name] is not None)
