"""The dates of a digest for the reader's calendar: each once an address, in the first mail that speaks of it."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING

from gdflow.domain import keys
from gdflow.domain.digest import DigestLine, Letterhead
from gdflow.domain.notices import Reminder
from gdflow.domain.people import Audience
from gdflow.domain.rules import Rules
from gdflow.storage.spoken import Spoken

if TYPE_CHECKING:
    from gdflow.channels.mail import Attachment

Said = Mapping[int, Iterable[Spoken]]
Owed = tuple[Reminder, DigestLine]
_Place = tuple[int | None, int | None, str | None]
"""A plan (None: all of them), a team and a period."""


def calendar_file(
    rules: Rules, head: Letterhead, owed: Iterable[Owed], said: Said, *, leaves: datetime
) -> "Attachment | None":
    """The file with the dates ahead of which the reader is told for the first time; None when there is none.

    A date that has moved is a new one, and takes the old one's place in the calendar.
    """
    today = rules.today(leaves)
    dates = {
        uid: lines
        for uid, lines in _by_uid(_ahead(owed, today), rules.mail_domain).items()
        if not any(_knows(head.recipient, reminder, said) for reminder, _ in lines)
    }
    if not dates:
        return None
    from gdflow.channels.ics import FILE_NAME, MEDIA_TYPE, calendar_of, due_entry
    from gdflow.channels.mail import Attachment

    stamped = rules.window.local(leaves)
    entries = [due_entry(uid, [line for _, line in lines], head) for uid, lines in dates.items()]
    return Attachment(FILE_NAME, MEDIA_TYPE, calendar_of(entries, stamped=stamped))


def _ahead(owed: Iterable[Owed], today: date) -> list[Owed]:
    """What the team itself owes after today, earliest first."""
    ahead = [pair for pair in owed if pair[0].audience is Audience.TEAM and pair[0].due_on > today]
    return sorted(ahead, key=lambda pair: (pair[0].due_on, pair[0].id))


def _by_uid(ahead: Iterable[Owed], domain: str) -> dict[str, list[Owed]]:
    """The lines of each date: the earliest of a team's period, that of a plan which has another, or the line's own."""
    earliest: dict[_Place, date] = {}
    dates: dict[tuple[_Place, int | None], list[Owed]] = {}
    for reminder, line in ahead:
        plan_id, team_id, period, due_on = reminder.plan_id, reminder.team_id, reminder.period, reminder.due_on
        places: list[_Place] = [(None, team_id, period), (plan_id, team_id, period)] if period else []
        shared = next((place for place in places if earliest.setdefault(place, due_on) == due_on), None)
        # Of a line alone the date is the same whichever team has it.
        date_of = (shared, None) if shared else ((plan_id, None, period), reminder.line_id)
        dates.setdefault(date_of, []).append((reminder, line))
    return {keys.calendar_uid(*place, line_id, domain): its for (place, line_id), its in dates.items()}


def _knows(address: str, reminder: Reminder, said: Said) -> bool:
    return any(
        spoken.due_on == reminder.due_on and spoken.address.casefold() == address.casefold()
        for spoken in said.get(reminder.obligation_id, ())
    )
