"""What would be sent on the coming days if nobody answered: the scans of those days, lived through and forgotten.

It runs the scan itself, so what it shows is what would happen. Call it in a rehearsal: the session holds every
reminder and every mail of those days, and must not be committed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from gdflow.domain.digest import Purpose
from gdflow.domain.notices import NoticeDraft, SaidLine
from gdflow.domain.rules import Rules
from gdflow.services.remind import scan
from gdflow.storage import notice_board
from gdflow.storage.engine import Session
from gdflow.storage.said_lines import said_lines

DAY = timedelta(days=1)
QUARTER = timedelta(days=91)
"""How far a preview looks when it is not told."""


@dataclass(frozen=True, slots=True)
class PlannedNotice:
    """A message that would leave at a moment. lines: none for what only the coordinator is told."""

    leaves: datetime
    channel: str
    address: str
    purpose: Purpose
    subject: str
    lines: tuple[SaidLine, ...]


def preview(
    session: Session, rules: Rules, plan: str | None, *, start: date, end: date, now: datetime
) -> tuple[PlannedNotice, ...]:
    """Every message that would leave from a day to another, both included, in the order of leaving.

    plan: the code of the only one to show. The days from now to the start are lived through as well, unseen: what they
    would have said is not said again.
    """
    plain = replace(rules, attach_form=False)
    found: list[PlannedNotice] = []
    for day in _business_days(rules, min(rules.today(now), start), end):
        moment = max(now, datetime.combine(day, time.min, ZoneInfo(rules.window.zone)))
        composed = scan(session, plain, now=rules.window.next_moment(moment, rules.calendar)).composed
        drafts = (*composed.notices, *composed.chats)
        notice_board.assume_sent(session, rules.entity_id)
        if day >= start:
            found += _planned(session, drafts, plan)
    return tuple(found)


def _business_days(rules: Rules, start: date, end: date) -> Iterator[date]:
    days = (start + DAY * count for count in range((end - start).days + 1))
    return (day for day in days if rules.calendar.is_business_day(day))


def _planned(session: Session, drafts: Sequence[NoticeDraft], plan: str | None) -> Iterator[PlannedNotice]:
    said = said_lines(session, {key for draft in drafts for key in draft.reminder_ids})
    for draft in drafts:
        keys = set(draft.reminder_ids)
        lines = tuple(line for key, line in said.items() if key in keys and plan in (None, line.plan))
        if lines or plan is None:
            purpose = Purpose(draft.purpose)
            yield PlannedNotice(draft.not_before, draft.channel, draft.address, purpose, draft.subject, lines)
