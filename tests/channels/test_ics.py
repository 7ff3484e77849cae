"""The calendar file: what calendars need to keep a date once, and to move it when it moves."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Component

from gdflow.channels.ics import FILE_NAME, MEDIA_TYPE, CalendarEntry, calendar_of, due_entry, feed_of
from gdflow.channels.mail import Attachment
from gdflow.domain.feeds import Entry
from tests.channels.cast import BOGOTA, DEADLINE, HEAD, PLAN, RESULT, RESULTS
from tests.channels.test_mail import built, parsed

STAMPED = datetime(2023, 6, 30, 8, 0, tzinfo=BOGOTA)
ENTRY = CalendarEntry("gd.c.1@alcaldia.example", date(2023, 7, 10), "Plazo; ñandú, «T2»", "Uno\nDos")


def written(*entries: CalendarEntry, stamped: datetime = STAMPED) -> bytes:
    return calendar_of(entries, stamped=stamped)


def event(data: bytes) -> Component:
    (found,) = Calendar.from_ical(data).walk("VEVENT")
    return found


def test_a_calendar_is_published_and_asks_nobody_for_an_answer() -> None:
    calendar = Calendar.from_ical(written(ENTRY))
    assert (calendar["method"], calendar["version"]) == ("PUBLISH", "2.0")
    assert "ATTENDEE" not in event(written(ENTRY))
    assert "ORGANIZER" not in event(written(ENTRY))


def test_a_date_is_a_whole_day_that_blocks_nobody_and_rings_the_day_before() -> None:
    found = event(written(ENTRY))
    assert (found.decoded("dtstart"), found.decoded("dtend")) == (date(2023, 7, 10), date(2023, 7, 11))
    assert found["transp"] == "TRANSPARENT"
    (alarm,) = found.walk("VALARM")
    assert (alarm["action"], alarm.decoded("trigger")) == ("DISPLAY", timedelta(days=-1))


def test_words_come_back_as_they_were_given() -> None:
    found = event(written(ENTRY))
    assert (found["uid"], found["summary"], found["description"]) == (ENTRY.uid, ENTRY.summary, ENTRY.description)


def test_a_later_word_has_a_greater_sequence_whichever_way_the_date_moved() -> None:
    first = event(written(ENTRY)).decoded("sequence")
    later = written(replace(ENTRY, day=date(2023, 7, 7)), stamped=STAMPED + timedelta(days=1))
    assert event(later).decoded("sequence") == first + 1


def test_a_calendar_is_stamped_with_the_mails_own_moment() -> None:
    assert b"\r\nDTSTAMP:20230630T130000Z\r\n" in written(ENTRY)
    assert written(ENTRY) == written(replace(ENTRY))


def test_entries_stand_in_the_order_given_and_an_empty_calendar_is_one() -> None:
    entries = [replace(ENTRY, uid=uid) for uid in ("b@a.example", "a@a.example")]
    assert [each["uid"] for each in Calendar.from_ical(written(*entries)).walk("VEVENT")] == [
        "b@a.example",
        "a@a.example",
    ]
    assert Calendar.from_ical(written()).walk("VEVENT") == []


@given(st.text(st.characters(codec="utf-8"), max_size=200))
def test_any_words_leave_short_lines_and_one_event(words: str) -> None:
    data = written(replace(ENTRY, summary=words, description=words))
    assert data.count(b"\n") == data.count(b"\r\n") == data.count(b"\r")
    assert max(map(len, data.split(b"\r\n"))) <= 75
    assert data.count(b"\r\nBEGIN:VEVENT\r\n") == 1
    assert event(data)["uid"] == ENTRY.uid


def test_a_periods_date_says_how_much_is_due_of_which_plan_and_how_to_answer() -> None:
    entry = due_entry("u@a.example", RESULTS, HEAD)
    assert entry.summary == "Plazo para reportar el trimestre 2 de 2023 · Gobierno Digital"
    assert entry.day == RESULT.due_on
    assert entry.description.split("\n") == [
        "4 actividades por reportar",
        PLAN,
        "Responda a envios+k7f3q2mx4d@alcaldia.example con la referencia GD-K7F3Q2MX4D en el asunto.",
    ]


def test_a_lines_own_date_is_named_after_it() -> None:
    head = replace(HEAD, reference=None, reply_to=HEAD.contact)
    entry = due_entry("u@a.example", [DEADLINE], head)
    assert entry.summary == "Fecha final: 9. Hacer el reporte a FURAG"
    assert entry.description == f"{PLAN}\nResponda a planeacion@alcaldia.example."


@pytest.mark.parametrize(
    ("count", "named"), [(1, "Plan 1"), (3, "Plan 1, Plan 2 y Plan 3"), (5, "Plan 1, Plan 2 y 3 planes más")]
)
def test_a_date_names_three_plans_at_most(count: int, named: str) -> None:
    lines = [replace(RESULT, plan=f"Plan {number}") for number in range(1, count + 1)]
    assert due_entry("u@a.example", lines, HEAD).description.split("\n")[1] == named


def test_a_mail_carries_the_calendar_as_calendars_expect_it() -> None:
    data = written(ENTRY)
    (part,) = parsed(built(attachments=[Attachment(FILE_NAME, MEDIA_TYPE, data)])).iter_attachments()
    assert part.get_content_type() == "text/calendar"
    assert (part.get_param("method"), part.get_param("charset")) == ("PUBLISH", "utf-8")
    assert part.get_filename() == "plazos.ics"
    assert part.get_payload(decode=True) == data


CHANGED = datetime(2023, 7, 5, 8, 0, tzinfo=BOGOTA)
SUBSCRIBED = Entry(ENTRY.uid, ENTRY.day, ENTRY.summary, ENTRY.description, CHANGED)


def test_a_feed_has_a_name_and_asks_to_be_read_again() -> None:
    data = feed_of([SUBSCRIBED], name="Plazos de «A;B», y más")
    calendar = Calendar.from_ical(data)
    assert (calendar["name"], calendar["x-wr-calname"]) == ("Plazos de «A;B», y más",) * 2
    assert b"REFRESH-INTERVAL;VALUE=DURATION:PT6H\r\nX-PUBLISHED-TTL:PT6H\r\n" in data.replace(b"\r\n ", b"")
    assert "VTIMEZONE" not in data.decode()


def test_an_entry_of_a_feed_is_stamped_by_its_last_change_and_not_by_the_asking() -> None:
    first, later = (event(feed_of([replace(SUBSCRIBED, changed_at=at)], name="x")) for at in (CHANGED, STAMPED))
    assert first.decoded("last-modified") == first.decoded("dtstamp") == CHANGED
    assert first.decoded("sequence") - later.decoded("sequence") == (CHANGED - STAMPED).total_seconds()
    assert (first["summary"], first["description"]) == (ENTRY.summary, ENTRY.description)
    assert (first.decoded("dtstart"), first.decoded("dtend")) == (date(2023, 7, 10), date(2023, 7, 11))


def test_what_is_owed_no_more_is_cancelled_in_a_feed() -> None:
    assert event(feed_of([SUBSCRIBED], name="x"))["status"] == "CONFIRMED"
    assert event(feed_of([replace(SUBSCRIBED, cancelled=True)], name="x"))["status"] == "CANCELLED"


@given(st.text(st.characters(codec="utf-8"), max_size=200))
def test_any_words_leave_a_feed_with_short_lines_and_one_event(words: str) -> None:
    data = feed_of([replace(SUBSCRIBED, summary=words, description=words)], name=words)
    assert data.count(b"\n") == data.count(b"\r\n") == data.count(b"\r")
    assert max(map(len, data.split(b"\r\n"))) <= 75
    assert data.count(b"\r\nBEGIN:VEVENT\r\n") == 1
    assert event(data)["uid"] == ENTRY.uid
