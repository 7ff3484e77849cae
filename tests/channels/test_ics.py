"""The calendar file: what calendars need to keep a date once, and to move it when it moves."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Component

from gdflow.channels.ics import FILE_NAME, MEDIA_TYPE, CalendarEntry, calendar_of, due_entry
from gdflow.channels.mail import Attachment
from tests.channels.cast import BOGOTA, DEADLINE, HEAD, OTHER_TEAM, PLAN, RESULT, RESULTS, TEAM
from tests.channels.test_mail import built, parsed

STAMPED = datetime(2023, 6, 30, 8, 0, tzinfo=BOGOTA)
ENTRY = CalendarEntry("gd.c.1@alcaldia.example", date(2023, 7, 10), "Plazo; ñandú, «T2»", "Uno\nDos", STAMPED)


def event(data: bytes) -> Component:
    (found,) = Calendar.from_ical(data).walk("VEVENT")
    return found


def test_a_calendar_is_published_and_asks_nobody_for_an_answer() -> None:
    calendar = Calendar.from_ical(calendar_of([ENTRY]))
    assert (calendar["method"], calendar["version"]) == ("PUBLISH", "2.0")
    assert "ATTENDEE" not in event(calendar_of([ENTRY]))
    assert "ORGANIZER" not in event(calendar_of([ENTRY]))


def test_a_date_is_a_whole_day_that_blocks_nobody_and_rings_the_day_before() -> None:
    found = event(calendar_of([ENTRY]))
    assert (found.decoded("dtstart"), found.decoded("dtend")) == (date(2023, 7, 10), date(2023, 7, 11))
    assert found["transp"] == "TRANSPARENT"
    (alarm,) = found.walk("VALARM")
    assert (alarm["action"], alarm.decoded("trigger")) == ("DISPLAY", timedelta(days=-1))


def test_words_come_back_as_they_were_given() -> None:
    found = event(calendar_of([ENTRY]))
    assert (found["uid"], found["summary"], found["description"]) == (ENTRY.uid, ENTRY.summary, ENTRY.description)


def test_a_later_word_has_a_greater_sequence_whichever_way_the_date_moved() -> None:
    later = replace(ENTRY, day=date(2023, 7, 7), stamped=STAMPED + timedelta(days=1))
    assert later.sequence == ENTRY.sequence + 1
    assert event(calendar_of([later]))["sequence"] == later.sequence


def test_a_calendar_is_stamped_with_the_mails_own_moment() -> None:
    assert b"\r\nDTSTAMP:20230630T130000Z\r\n" in calendar_of([ENTRY])
    assert calendar_of([ENTRY]) == calendar_of([replace(ENTRY)])


def test_entries_stand_in_the_order_given_and_an_empty_calendar_is_one() -> None:
    entries = [replace(ENTRY, uid=uid) for uid in ("b@a.example", "a@a.example")]
    assert [each["uid"] for each in Calendar.from_ical(calendar_of(entries)).walk("VEVENT")] == [
        "b@a.example",
        "a@a.example",
    ]
    assert Calendar.from_ical(calendar_of([])).walk("VEVENT") == []


@given(st.text(st.characters(codec="utf-8"), max_size=200))
def test_any_words_leave_short_lines_and_one_event(words: str) -> None:
    data = calendar_of([replace(ENTRY, summary=words, description=words)])
    assert data.count(b"\n") == data.count(b"\r\n") == data.count(b"\r")
    assert max(map(len, data.split(b"\r\n"))) <= 75
    assert data.count(b"\r\nBEGIN:VEVENT\r\n") == 1
    assert event(data)["uid"] == ENTRY.uid


def test_a_periods_date_names_its_plan_its_team_and_its_lines() -> None:
    entry = due_entry("u@a.example", RESULTS, HEAD, stamped=STAMPED)
    assert entry.summary == "Plazo para reportar el trimestre 2 de 2023 · Gobierno Digital"
    assert entry.day == RESULT.due_on
    assert entry.description.split("\n") == [
        PLAN,
        TEAM,
        "- 2. Hacer seguimiento a la hoja de ruta de implementación de la Política de Gobierno Digital",
        "- 3. Sensibilizar a las áreas de gestión",
        "- 7. Cronograma de arquitectura",
        "- 10. Planes de Mejoramiento",
        "Responda a envios+k7f3q2mx4d@alcaldia.example con la referencia GD-K7F3Q2MX4D en el asunto.",
    ]


def test_a_lines_own_date_is_named_after_it() -> None:
    head = replace(HEAD, reference=None, reply_to=HEAD.contact)
    entry = due_entry("u@a.example", [replace(DEADLINE, team=OTHER_TEAM)], head, stamped=STAMPED)
    assert entry.summary == "Fecha final: 9. Hacer el reporte a FURAG"
    assert entry.description.endswith("Responda a planeacion@alcaldia.example.")


def test_many_lines_are_counted_beyond_ten() -> None:
    entry = due_entry("u@a.example", [RESULT] * 13, HEAD, stamped=STAMPED)
    assert entry.description.split("\n")[-2] == "- y 3 más"


def test_a_mail_carries_the_calendar_as_calendars_expect_it() -> None:
    data = calendar_of([ENTRY])
    (part,) = parsed(built(attachments=[Attachment(FILE_NAME, MEDIA_TYPE, data)])).iter_attachments()
    assert part.get_content_type() == "text/calendar"
    assert (part.get_param("method"), part.get_param("charset")) == ("PUBLISH", "utf-8")
    assert part.get_filename() == "plazos.ics"
    assert part.get_payload(decode=True) == data
