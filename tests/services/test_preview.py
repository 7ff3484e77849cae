"""A preview shows what would be sent, exactly, and leaves nothing behind."""

from datetime import date
from typing import Any

from gdflow.app import App
from gdflow.domain.digest import Purpose
from gdflow.services.preview import PlannedNotice, preview
from gdflow.services.preview_json import preview_calendar, preview_json
from tests.support.cast import HEAD_MAIL, USO_MAIL, at
from tests.support.installation import delivered, notices, plan, scanned

FROM, TO = date(2023, 6, 28), date(2023, 7, 18)


def previewed(app: App, code: str | None = None, start: date = FROM, today: str = "2023-06-28") -> list[PlannedNotice]:
    with app.rehearsal() as session:
        return list(preview(session, app.rules, code, start=start, end=TO, now=at(today)))


def kept(app: App) -> list[tuple[str, str, str]]:
    return [(notice.day.isoformat(), notice.address, notice.subject) for notice in notices(app)]


def test_what_is_shown_is_what_then_happens(installed: App) -> None:
    shown = [(n.leaves.date().isoformat(), n.address, n.subject) for n in previewed(installed)]
    day = FROM
    while day <= TO:
        scanned(installed, day)
        delivered(installed, day)
        day = date.fromordinal(day.toordinal() + 1)
    assert kept(installed) == shown
    assert len({day for day, *_ in shown}) > 4


def test_a_preview_keeps_nothing(installed: App) -> None:
    previewed(installed)
    assert kept(installed) == []


def test_each_message_names_its_lines_with_their_steps(installed: App) -> None:
    (late,) = [n for n in previewed(installed) if n.address == HEAD_MAIL and n.purpose is Purpose.ESCALATION]
    assert late.leaves.date() == date(2023, 7, 13)
    assert {(line.step, line.period) for line in late.lines} == {("+3", "2023-Q2")}


def test_what_was_said_before_the_first_day_is_not_said_again(installed: App) -> None:
    whole = previewed(installed)
    later = previewed(installed, start=date(2023, 7, 10))
    assert later == [notice for notice in whole if notice.leaves.date() >= date(2023, 7, 10)]


def test_a_preview_of_one_plan_shows_its_lines_alone(installed: App) -> None:
    whole, own = previewed(installed), previewed(installed, plan(installed).code)
    assert own == [notice for notice in whole if notice.lines]
    assert previewed(installed, "otro-plan") == []


def test_nothing_is_shown_on_closed_days(installed: App) -> None:
    calendar = installed.rules.calendar
    assert all(calendar.is_business_day(installed.rules.today(n.leaves)) for n in previewed(installed))


def test_a_preview_made_after_hours_begins_with_the_next_business_day(installed: App) -> None:
    with installed.rehearsal() as session:
        shown = preview(session, installed.rules, None, start=FROM, end=TO, now=at("2023-06-28", 17))
    assert min(notice.leaves for notice in shown) >= at("2023-06-29", 8)


def test_the_calendar_has_an_entry_for_each_message(installed: App) -> None:
    shown = previewed(installed)
    text = preview_calendar(installed.rules, shown, now=at("2023-06-28")).decode().replace("\r\n ", "")
    assert text.count("BEGIN:VEVENT") == len(shown)
    assert f"SUMMARY:{USO_MAIL}: [Uso y Apropiación]" in text


def test_the_json_says_the_same(installed: App) -> None:
    shown = previewed(installed)
    told: Any = preview_json(shown)["notices"]
    assert [(each["address"], each["subject"], len(each["lines"])) for each in told] == [
        (notice.address, notice.subject, len(notice.lines)) for notice in shown
    ]
