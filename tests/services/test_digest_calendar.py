"""Which dates a mail brings for the calendar, and under which names they stay there."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from icalendar import Calendar

from gdflow.app import App
from gdflow.domain.digest import DigestLine, Letterhead
from gdflow.domain.ladders import ReminderReason
from gdflow.domain.notices import Reminder
from gdflow.domain.obligations import ObligationKind
from gdflow.domain.people import Audience
from gdflow.services.digest_calendar import Owed, calendar_file
from gdflow.storage.spoken import Spoken
from tests.support.cast import GOBIERNO_MAIL, at

LEAVES = at("2023-07-04")
DUE = date(2023, 7, 10)
HEAD = Letterhead("Alcaldía", "Gobierno Digital", GOBIERNO_MAIL, None, "r@a.example", "c@a.example", "k7f3q2mx4d")
REMINDER = Reminder(
    *(1, 11, 21, 31, 41, ObligationKind.RESULT, "2023-Q2", DUE, None, "-5", Audience.TEAM),
    *(ReminderReason.DUE_SOON, date(2023, 7, 4), date(2023, 7, 4), LEAVES, None),
)
SAID = Spoken(11, 41, DUE, Audience.TEAM, GOBIERNO_MAIL.upper(), date(2023, 6, 30))


def owed(**changes: Any) -> Owed:
    reminder = replace(REMINDER, **changes)
    kind, reason = reminder.kind, reminder.reason
    line = DigestLine("Plan", 3, None, "Datos", None, reminder.period, kind, reminder.due_on, None, reason, "Equipo")
    return reminder, line


def brought(app: App, *pairs: Owed, said: tuple[Spoken, ...] = ()) -> dict[str, date]:
    """The dates by their UID."""
    by_obligation = {obligation: [each for each in said if each.obligation_id == obligation] for obligation in (11, 12)}
    file = calendar_file(app.rules, HEAD, pairs, by_obligation, leaves=LEAVES)
    events = Calendar.from_ical(file.data).walk("VEVENT") if file else []
    return {str(event["uid"]): event.decoded("dtstart") for event in events}


def test_lines_of_a_team_and_period_share_one_date_whatever_their_plan(empty: App) -> None:
    pairs = owed(), owed(id=2, obligation_id=12, line_id=22), owed(id=3, line_id=23, plan_id=32)
    assert list(brought(empty, *pairs).values()) == [DUE]
    assert len(brought(empty, owed(), owed(period="2023-M06"), owed(team_id=42))) == 3


def test_a_plan_whose_lines_have_longer_than_the_others_has_one_date_of_its_own(empty: App) -> None:
    later = [owed(id=key, line_id=key, plan_id=32, due_on=date(2023, 7, 20)) for key in (2, 3)]
    assert sorted(brought(empty, owed(), *later).values()) == [DUE, date(2023, 7, 20)]


def test_a_date_that_the_address_knows_is_not_brought_again_however_it_is_spelt(empty: App) -> None:
    assert brought(empty, owed(), said=(SAID,)) == {}


@pytest.mark.parametrize("other", [{"due_on": date(2023, 7, 7)}, {"address": "otra@cartagena.example"}])
def test_a_moved_date_and_another_reader_are_told_anew(empty: App, other: dict[str, Any]) -> None:
    assert list(brought(empty, owed(), said=(replace(SAID, **other),)).values()) == [DUE]


def test_a_moved_date_takes_the_place_of_the_old_one(empty: App) -> None:
    assert list(brought(empty, owed(due_on=date(2023, 7, 20)))) == list(brought(empty, owed()))


def test_a_line_that_has_longer_than_the_others_has_a_date_of_its_own(empty: App) -> None:
    later = owed(id=2, obligation_id=12, line_id=22, due_on=date(2023, 7, 20))
    assert sorted(brought(empty, owed(), later).values()) == [DUE, date(2023, 7, 20)]


def test_a_lines_own_date_stays_the_same_when_another_team_takes_it_over(empty: App) -> None:
    end = {"kind": ObligationKind.DEADLINE, "period": None}
    assert list(brought(empty, owed(**end))) == list(brought(empty, owed(**end, team_id=42)))


@pytest.mark.parametrize(
    "change", [{"due_on": date(2023, 7, 4)}, {"due_on": date(2023, 7, 3)}, {"audience": Audience.HEAD}]
)
def test_what_is_not_ahead_or_not_the_readers_own_is_left_out(empty: App, change: dict[str, Any]) -> None:
    assert brought(empty, owed(**change)) == {}
