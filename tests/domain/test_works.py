"""Schedules: the newest minute up to a moment, in cron's words."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdflow.domain.errors import InputError
from gdflow.domain.works import USUAL, Work, cron, due_at, usual_schedule

BOGOTA = ZoneInfo("America/Bogota")
MONDAY = datetime(2023, 7, 10, 8, 15, tzinfo=BOGOTA)


def at(text: str) -> datetime:
    """A moment of July 2023: "10 07:00"."""
    day, hours = text.split()
    return datetime.fromisoformat(f"2023-07-{day}T{hours}:00").replace(tzinfo=BOGOTA)


@pytest.mark.parametrize(
    ("text", "moment", "last"),
    [
        ("0 7 * * *", "10 08:15", "10 07:00"),
        ("0 7 * * *", "10 07:00", "10 07:00"),
        ("0 7 * * *", "10 06:59", "09 07:00"),
        ("*/10 * * * *", "10 08:15", "10 08:10"),
        ("5,50 6-8/2 * * *", "10 08:15", "10 08:05"),
        ("0 18 * * 1-5", "10 08:15", "07 18:00"),
        ("0 18 * * 0", "10 08:15", "09 18:00"),
        ("0 18 * * 7", "10 08:15", "09 18:00"),
        ("0 18 * * 1", "10 08:15", "03 18:00"),
    ],
)
def test_the_newest_minute_is_found(text: str, moment: str, last: str) -> None:
    assert cron(text).last(at(moment)) == at(last)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "0 7",
        "60 * * * *",
        "* 24 * * *",
        "* * 1 * *",
        "* * * 2 *",
        "*/0 * * * *",
        "a * * * *",
        "5-1 * * * *",
        "² * * * *",
    ],
)
def test_what_is_no_schedule_is_refused(text: str) -> None:
    with pytest.raises(InputError) as refused:
        cron(text)
    assert (refused.value.code, refused.value.facts["found"]) == ("bad_cron", text)


@given(st.sampled_from([text for texts in USUAL.values() for text in texts]), st.integers(0, 60 * 24 * 30))
def test_nothing_of_a_schedule_lies_between_its_last_minute_and_now(text: str, minutes: int) -> None:
    now, made = MONDAY + timedelta(minutes=minutes), cron(text)
    last = made.last(now)
    assert last <= now
    assert made.last(last) == last
    assert made.last(last - timedelta(minutes=1)) < last


def test_a_work_is_due_by_the_newest_of_its_schedules() -> None:
    usual = usual_schedule()
    assert due_at(usual[Work.SCAN], at("10 14:00")) == at("10 13:00")
    assert due_at((), at("10 14:00")) is None
    assert set(usual) == set(Work)
