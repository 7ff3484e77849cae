"""Due dates as a calendar file (RFC 5545) that a person opens once and keeps.

METHOD:PUBLISH: it tells, and asks nobody for an answer. All entries are whole days: they read the same in every
zone, and they block no hour in anybody's calendar. What is the same in every entry is written once for all.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from icalendar import Alarm, Calendar, Component, Event, vDuration, vText
from icalendar.parser import Contentline

from gdflow.channels.wording import one_line, shortened, titled
from gdflow.domain.digest import DigestLine, Letterhead
from gdflow.spanish.counts import counted, listed
from gdflow.spanish.periods import period_label

if TYPE_CHECKING:
    from gdflow.domain.feeds import Entry

FILE_NAME = "plazos.ics"
MEDIA_TYPE = "text/calendar; charset=utf-8; method=PUBLISH"
PRODUCT = "-//gdflow//Plazos//ES"
SEQUENCE_EPOCH = date(2020, 1, 1)
FIRST_MOMENT = datetime(2020, 1, 1, tzinfo=UTC)
DAY = timedelta(days=1)
REFRESH = timedelta(hours=6)
ALARM = "Vence mañana"  # the program shows it beside the entry's own title
LONGEST = 75  # octets of a line
MOST_PLANS = 3  # named in an entry; the mail names them all
ESCAPED = re.compile(r"[\\;,\r\n]")


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """A day that people keep in mind. uid: the same whenever the same thing is spoken of."""

    uid: str
    day: date
    summary: str
    description: str


def calendar_of(entries: Iterable[CalendarEntry], *, stamped: datetime) -> bytes:
    """The entries as one calendar, in the order given: CRLF, lines of at most 75 octets, the same bytes every time.

    stamped: aware, the moment at which it is said. A later word on the same uid takes the place of an earlier one, so
    each entry's SEQUENCE is the day of `stamped`: it grows whichever way the date was moved.
    """
    head, tail = _calendar()
    before, after = _event(stamped)
    return b"".join((head, *(b"%b%b%b" % (before, _own(entry), after) for entry in entries), tail))


def due_entry(uid: str, lines: Sequence[DigestLine], head: Letterhead) -> CalendarEntry:
    """The day on which lines are due that share a team and a period; a line without period comes alone."""
    first = lines[0]
    if first.period is None:
        summary = f"Fecha final: {shortened(titled(first.number, first.label), 90)}"
    else:
        summary = f"Plazo para reportar el {period_label(first.period)} · {head.topic}"
    return CalendarEntry(uid, first.due_on, summary, _description(lines, head))


def _description(lines: Sequence[DigestLine], head: Letterhead) -> str:
    """How many, of which plans, and how to answer; the mail itself has the list."""
    many = (
        [] if lines[0].period is None else [counted(len(lines), "actividad por reportar", "actividades por reportar")]
    )
    plans = list(dict.fromkeys(shortened(plan, 90) for plan in dict.fromkeys(line.plan for line in lines)))
    named = (
        plans if len(plans) <= MOST_PLANS else [*plans[: MOST_PLANS - 1], f"{len(plans) - MOST_PLANS + 1} planes más"]
    )
    answer = f"Responda a {head.reply_to}"
    asked = f"{answer} con la referencia {head.reference_text} en el asunto." if head.reference else f"{answer}."
    return "\n".join([*many, listed(named), asked])


@cache
def _calendar() -> tuple[bytes, bytes]:
    """What stands before and after the entries."""
    calendar = Calendar()
    for name, value in (("prodid", PRODUCT), ("version", "2.0"), ("calscale", "GREGORIAN"), ("method", "PUBLISH")):
        calendar.add(name, value)
    return _halves(calendar)


@lru_cache(maxsize=16)
def _event(stamped: datetime) -> tuple[bytes, bytes]:
    """What stands before and after an entry's own lines; kept, because all mails of a day are stamped alike."""
    event, alarm = Event(), Alarm()
    event.add("dtstamp", stamped)
    event.add("sequence", (stamped.date() - SEQUENCE_EPOCH).days)
    event.add("transp", "TRANSPARENT")
    alarm.add("action", "DISPLAY")
    alarm.add("description", ALARM)
    alarm.add("trigger", -DAY)
    before, after = _halves(event)
    return before, bytes(alarm.to_ical()) + after


def _halves(component: Component) -> tuple[bytes, bytes]:
    """A component up to its last line, and that line, so that more can stand in it."""
    end = f"END:{component.name}\r\n".encode()
    return bytes(component.to_ical()).removesuffix(end), end


@lru_cache(maxsize=1024)
def _own(entry: CalendarEntry) -> bytes:
    """What an entry says of its own; kept, because the members of a team are told of the same days."""
    lines = (
        f"UID:{_escaped(entry.uid)}",
        f"DTSTART;VALUE=DATE:{entry.day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{entry.day + DAY:%Y%m%d}",
        f"SUMMARY:{_escaped(one_line(entry.summary))}",
        f"DESCRIPTION:{_escaped(_lines(entry.description))}",
    )
    return b"".join(map(_folded, lines))


def _folded(line: str) -> bytes:
    plain = line.encode()
    if len(plain) < LONGEST:
        return b"%b\r\n" % plain
    return b"%b\r\n" % Contentline(line).to_ical()  # type: ignore[no-untyped-call]  # untyped there


def feed_of(entries: "Iterable[Entry]", *, name: str) -> bytes:
    """The entries as a calendar to which people subscribe, in the order given: the same entries are the same bytes.

    name: what their program calls it. An entry's SEQUENCE grows with the moment at which it last changed, whichever
    way its date moved; what is owed no more is cancelled.
    """
    calendar = Calendar()
    for each, value in (("prodid", PRODUCT), ("version", "2.0"), ("calscale", "GREGORIAN"), ("method", "PUBLISH")):
        calendar.add(each, value)
    for each in ("name", "x-wr-calname"):
        calendar.add(each, one_line(name))
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", vDuration(REFRESH))
    for entry in entries:
        calendar.add_component(_entry(entry))
    return bytes(calendar.to_ical())


def _entry(entry: "Entry") -> Event:
    event, changed = Event(), entry.changed_at.astimezone(UTC).replace(microsecond=0)
    event.add("uid", entry.uid)
    event.add("dtstart", entry.day)
    event.add("dtend", entry.day + DAY)
    event.add("summary", one_line(entry.summary))
    event.add("description", _lines(entry.description))
    event.add("dtstamp", changed)
    event.add("last-modified", changed)
    event.add("sequence", int((changed - FIRST_MOMENT).total_seconds()))
    event.add("status", "CANCELLED" if entry.cancelled else "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    return event


def _escaped(text: str) -> str:
    return vText(text).to_ical().decode() if ESCAPED.search(text) else text


def _lines(text: str) -> str:
    return "\n".join(map(one_line, text.splitlines()))
