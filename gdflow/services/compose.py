"""From written reminders to mails: one digest per address and business day, with everything that person is told.

A reminder is composed as a whole or waits as a whole: while one of its addresses has its mail of the day, it waits
for the next day's. Only the newest reminder of an obligation is said; an older one that was never sent is superseded.
Lines of a team without an address wait, and the team is named to the coordinator.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from gdflow.domain.notices import NoticeDraft, Reminder
from gdflow.domain.people import Audience, Team
from gdflow.domain.rules import Rules
from gdflow.services.chat_notices import chat_drafts
from gdflow.services.digest_mail import digest_draft
from gdflow.services.digest_parts import parts_of
from gdflow.services.recipients import recipients
from gdflow.storage import address_marks, outbox, people, reminders
from gdflow.storage.engine import Session

_Reader = tuple[int | None, Audience]


@dataclass(frozen=True, slots=True)
class Composed:
    """The mails put into the outbox now, the chat messages beside them, and the teams to whom nothing can be sent."""

    notices: tuple[NoticeDraft, ...] = ()
    chats: tuple[NoticeDraft, ...] = ()
    unreachable: tuple[Team, ...] = ()
    superseded: int = 0


def compose(session: Session, rules: Rules, written: Sequence[Reminder], *, now: datetime) -> Composed:
    """Put one notice per address into the outbox for the reminders that are in none yet.

    A mail counts for the day on which it leaves: one that is written after hours is the next business day's.
    """
    today = rules.today(now)
    if not written or not rules.calendar.is_business_day(today):
        return Composed()
    leaves = rules.window.next_moment(now, rules.calendar)
    day = rules.today(leaves)
    newest, older = split_superseded(written)
    reminders.suppress(session, [reminder.id for reminder in older], "superseded")
    teams = {team.id: team for team in people.teams_of(session, rules.entity_id)}
    sayable = [reminder for reminder in newest if not _locked(reminder, day)]
    reminders.suppress(session, [reminder.id for reminder in newest if _locked(reminder, day)], "closed")
    refusing = address_marks.marks_of(session, rules.entity_id) if sayable else ()
    reach = _reach(sayable, teams, rules, day, refusing)
    post = _post(sayable, reach, outbox.noticed_today(session, rules.entity_id, day))
    parts = parts_of(session, rules, post, teams, leaves=leaves, now=now)
    moments: dict[str, Any] = {"leaves": leaves, "now": now}
    kept = _kept(session, [digest_draft(rules, each, batch, parts, **moments) for each, batch in sorted(post.items())])
    carried = {key for draft in kept for key in draft.reminder_ids}
    said = [reminder for reminder in sayable if reminder.id in carried]
    chats = _kept(session, chat_drafts(session, rules, kept, said, parts, **moments))
    return Composed(kept, chats, _unreachable(reach, teams), len(older))


def _kept(session: Session, drafts: Sequence[NoticeDraft]) -> tuple[NoticeDraft, ...]:
    ids = outbox.enqueue_all(session, drafts)
    return tuple(draft for draft in drafts if draft.key in ids)


def split_superseded(written: Iterable[Reminder]) -> tuple[list[Reminder], list[Reminder]]:
    """The newest reminder of each obligation and audience, and the older ones that it replaces."""
    newest: dict[tuple[int, Audience], Reminder] = {}
    older = []
    for reminder in sorted(written, key=lambda reminder: (reminder.on_date, reminder.id)):
        place = (reminder.obligation_id, reminder.audience)
        if place in newest:
            older.append(newest[place])
        newest[place] = reminder
    return list(newest.values()), older


def _locked(reminder: Reminder, day: date) -> bool:
    """A reminder that waited until its period had locked asks for what can no longer be given."""
    return reminder.closes_on is not None and reminder.closes_on < day


def _reach(
    sayable: Iterable[Reminder], teams: Mapping[int, Team], rules: Rules, day: date, refusing: Collection[str]
) -> dict[_Reader, tuple[str, ...]]:
    """The addresses of each team and audience of which there is something to say."""
    readers = {(reminder.team_id, reminder.audience) for reminder in sayable}
    its: dict[str, Any] = {"chain": rules.policy.chain, "refusing": refusing}
    return {
        (team_id, audience): recipients(teams.get(team_id or 0), audience, day, rules.coordinator, **its)
        for team_id, audience in readers
    }


def _post(
    sayable: Iterable[Reminder], reach: Mapping[_Reader, tuple[str, ...]], noticed: Iterable[str]
) -> dict[str, list[Reminder]]:
    """What each address is told, by the address as it was spelt first."""
    had = {address.casefold() for address in noticed}
    spelt: dict[str, str] = {}
    post: dict[str, list[Reminder]] = {}
    for reminder in sayable:
        addresses = reach[reminder.team_id, reminder.audience]
        if had.isdisjoint(address.casefold() for address in addresses):
            for address in addresses:
                post.setdefault(spelt.setdefault(address.casefold(), address), []).append(reminder)
    return post


def _unreachable(reach: Mapping[_Reader, tuple[str, ...]], teams: Mapping[int, Team]) -> tuple[Team, ...]:
    silent = {team_id for (team_id, audience), found in reach.items() if audience is Audience.TEAM and not found}
    return tuple(team for team_id, team in sorted(teams.items()) if team_id in silent)
