"""Due dates as a calendar file (RFC 5545) that a person opens once and keeps.

METHOD:PUBLISH: it tells, and asks nobody for an answer. All entries are whole days: they read the same in every
zone, and they block no hour in anybody's calendar.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from icalendar import Alarm, Calendar, Event

from gdflow.channels.wording import one_line, shortened, titled
from gdflow.domain.digest import MAX_SHOWN, DigestLine, Letterhead
from gdflow.spanish.periods import period_label

FILE_NAME = "plazos.ics"
MEDIA_TYPE = "text/calendar; charset=utf-8; method=PUBLISH"
PRODUCT = "-//gdflow//Plazos//ES"
SEQUENCE_EPOCH = date(2020, 1, 1)
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """A day that people keep in mind. uid: the same whenever the same thing is spoken of.

    stamped: aware, the moment at which it is said. A later word on the same uid takes the place of an earlier one,
    so the entry's SEQUENCE is the day of `stamped`: it grows whichever way the date was moved.
    """

    uid: str
    day: date
    summary: str
    description: str
    stamped: datetime

    @property
    def sequence(self) -> int:
        """The number by which calendars tell a newer word from an older one."""
        return (self.stamped.date() - SEQUENCE_EPOCH).days


def calendar_of(entries: Iterable[CalendarEntry]) -> bytes:
    """The entries as one calendar, in the order given: CRLF, lines of at most 75 octets, the same bytes every time."""
    head, _, tail = _empty().partition(b"END:VCALENDAR")
    return head + b"".join(map(_event, entries)) + b"END:VCALENDAR" + tail


def due_entry(uid: str, lines: Sequence[DigestLine], head: Letterhead, *, stamped: datetime) -> CalendarEntry:
    """The day on which lines are due that share a plan, a team and a period; a line without period comes alone."""
    first = lines[0]
    if first.period is None:
        summary = f"Fecha final: {shortened(titled(first.number, first.label), 90)}"
    else:
        summary = f"Plazo para reportar el {period_label(first.period)} · {head.topic}"
    return CalendarEntry(uid, first.due_on, summary, _description(lines, head), stamped)


def _description(lines: Sequence[DigestLine], head: Letterhead) -> str:
    named = [f"- {titled(line.number, line.label)}" for line in lines[:MAX_SHOWN]]
    more = [f"- y {len(lines) - MAX_SHOWN} más"] if len(lines) > MAX_SHOWN else []
    answer = f"Responda a {head.reply_to}"
    asked = f"{answer} con la referencia {head.reference_text} en el asunto." if head.reference else f"{answer}."
    return "\n".join([lines[0].plan, lines[0].team, *named, *more, asked])


@lru_cache(maxsize=1)
def _empty() -> bytes:
    calendar = Calendar()
    for name, value in (("prodid", PRODUCT), ("version", "2.0"), ("calscale", "GREGORIAN"), ("method", "PUBLISH")):
        calendar.add(name, value)
    return bytes(calendar.to_ical())


@lru_cache(maxsize=1024)
def _event(entry: CalendarEntry) -> bytes:
    """An entry on the wire; kept, because the members of a team are told of the same days."""
    event = Event()
    event.add("uid", entry.uid)
    event.add("sequence", entry.sequence)
    event.add("dtstamp", entry.stamped)
    event.add("dtstart", entry.day)
    event.add("dtend", entry.day + DAY)
    event.add("summary", one_line(entry.summary))
    event.add("description", _lines(entry.description))
    event.add("transp", "TRANSPARENT")
    event.add_component(_alarm(entry))
    return bytes(event.to_ical())


def _alarm(entry: CalendarEntry) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", one_line(entry.summary))
    alarm.add("trigger", -DAY)
    return alarm


def _lines(text: str) -> str:
    return "\n".join(map(one_line, text.splitlines()))
