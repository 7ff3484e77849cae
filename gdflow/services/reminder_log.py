"""The log of reminders as people read it: each message with what it said, each reminder that was not sent and why."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from gdflow.domain.labels import LabelledEnum
from gdflow.domain.notices import Accounting, NoticeFacts, SaidLine
from gdflow.domain.outbox import NoticeState
from gdflow.domain.people import Team
from gdflow.domain.rules import Rules
from gdflow.storage import notice_board, outbox, people
from gdflow.storage.engine import Session
from gdflow.storage.events import events_of_kind
from gdflow.storage.notice_log import LogFilter, Unsent, carried, count_logged, logged, unsent
from gdflow.storage.said_lines import said_lines

PAGE = 50
USUAL = timedelta(days=14)
"""How far back the log looks when it is not told."""


class Fate(LabelledEnum):
    """What became of a message, by what is known of it. The value stands in addresses."""

    SENT = "enviado", "Enviado"
    WAITING = "en-cola", "En cola"
    BOUNCED = "rechazado", "Rechazado o devuelto"
    IN_DOUBT = "en-duda", "En duda"
    OMITTED = "omitido", "Omitido"


STATES: Mapping[Fate, frozenset[NoticeState]] = {
    Fate.SENT: frozenset({NoticeState.SENT, NoticeState.HANDED_OVER}),
    Fate.WAITING: frozenset({NoticeState.QUEUED, NoticeState.SENDING, NoticeState.RETRY}),
    Fate.BOUNCED: frozenset({NoticeState.REFUSED}),
    Fate.IN_DOUBT: frozenset({NoticeState.IN_DOUBT}),
    Fate.OMITTED: frozenset({NoticeState.SUPPRESSED}),
}
FATES = {state: fate for fate, states in STATES.items() for state in states}


@dataclass(frozen=True, slots=True)
class Asked:
    """What of the log somebody wants to see; None for what they leave open."""

    team_id: int | None = None
    start: date | None = None
    end: date | None = None
    fate: Fate | None = None
    page: int = 1


@dataclass(frozen=True, slots=True)
class LogRow:
    """A message and the lines of which it speaks. came_back: its server took it, and another sent it back."""

    notice: NoticeFacts
    fate: Fate
    team: str | None
    lines: tuple[SaidLine, ...]
    came_back: bool


@dataclass(frozen=True, slots=True)
class UnsentRow:
    """A reminder that is in no message. why: None while it waits for one."""

    on: date
    line: SaidLine
    why: str | None


@dataclass(frozen=True, slots=True)
class ReminderLog:
    """A page of the log. doubts: all messages of which nobody knows whether they arrived, whatever else is asked for.

    unsent: on the first page only. sums: where every reminder ever claimed stands.
    """

    start: date
    end: date
    rows: tuple[LogRow, ...]
    unsent: tuple[UnsentRow, ...]
    doubts: tuple[LogRow, ...]
    page: int
    pages: int
    total: int
    teams: tuple[Team, ...]
    sums: Accounting


def reminder_log(session: Session, rules: Rules, asked: Asked, *, now: datetime) -> ReminderLog:
    """The log that somebody asks for; by default of the last fortnight. As many statements for any number of teams."""
    end = asked.end or rules.today(now)
    start = min(asked.start or end - USUAL, end)
    its = LogFilter(rules.entity_id, start, end, asked.team_id, STATES[asked.fate] if asked.fate else frozenset())
    total = count_logged(session, its)
    pages = max(1, -(-total // PAGE))
    page = min(max(1, asked.page), pages)
    found = logged(session, its, limit=PAGE, offset=(page - 1) * PAGE)
    doubts = notice_board.notices_of(session, rules.entity_id, states=[NoticeState.IN_DOUBT])
    teams = people.teams_of(session, rules.entity_id)
    rows = {row.notice.id: row for row in _rows(session, rules, {*found, *doubts}, teams)}
    shows_unsent = page == 1 and asked.fate in (None, Fate.OMITTED, Fate.WAITING)
    return ReminderLog(
        start=start,
        end=end,
        rows=tuple(rows[each.id] for each in found),
        unsent=_unsent(session, unsent(session, its, PAGE), asked.fate) if shows_unsent else (),
        doubts=tuple(rows[each.id] for each in doubts),
        page=page,
        pages=pages,
        total=total,
        teams=teams,
        sums=outbox.accounting(session, rules.entity_id),
    )


def _rows(session: Session, rules: Rules, notices: Iterable[NoticeFacts], teams: Iterable[Team]) -> Iterable[LogRow]:
    listed = list(notices)
    names = {team.id: team.name for team in teams}
    keys = carried(session, [each.id for each in listed])
    said = said_lines(session, {key for its in keys.values() for key in its})
    refused = {f"notice:{each.id}" for each in listed if each.state is NoticeState.REFUSED}
    back = {each.subject for each in events_of_kind(session, rules.entity_id, refused, "mail_bounced")}
    for each in listed:
        lines = tuple(said[key] for key in keys.get(each.id, ()))
        team = names.get(each.team_id or 0)
        yield LogRow(each, FATES[each.state], team, lines, f"notice:{each.id}" in back)


def _unsent(session: Session, found: Iterable[Unsent], fate: Fate | None) -> tuple[UnsentRow, ...]:
    kept = [each for each in found if fate is None or (each.suppressed is None) is (fate is Fate.WAITING)]
    said = said_lines(session, {each.id for each in kept})
    return tuple(UnsentRow(each.claimed_on, said[each.id], each.suppressed) for each in kept)
