"""How fast messages may leave: rests, limits, and by when a burst is gone."""

from datetime import date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdflow.domain.calendar import BusinessCalendar
from gdflow.domain.pace import HAIR, MINUTE, SOON, Standing, eta, free_from
from gdflow.domain.window import SendingWindow

BOGOTA = ZoneInfo("America/Bogota")
WINDOW = SendingWindow(time(8), time(16))
CALENDAR = BusinessCalendar({date(2023, 7, 3): "Sagrado Corazón"})


def at(day: int, hour: int = 8, minute: int = 0, second: int = 0) -> datetime:
    return datetime(2023, 7, day, hour, minute, second, tzinfo=BOGOTA)


NOW = at(10)


@pytest.mark.parametrize(
    ("pending", "per_minute", "per_day", "now", "done"),
    [
        (0, 25, 0, at(10, 9), at(10, 9)),
        (25, 25, 0, at(10, 9), at(10, 9)),
        (26, 25, 0, at(10, 9), at(10, 9, 1)),
        (10_000, 0, 0, at(10, 9), at(10, 9)),
        (312, 25, 10_000, at(10, 7), at(10, 8, 12)),
        (26, 25, 0, at(10, 15, 59), at(11)),
        (1, 25, 0, at(10, 16), at(11)),
        (12_000, 25, 0, at(10), at(10, 15, 59)),
        (12_000, 25, 10_000, at(10), at(11, 9, 19)),
        (12_001, 25, 0, at(10), at(11)),
        (25_000, 30, 10_000, at(10), at(12, 10, 46)),
        (2, 25, 1, at(7, 9), at(10)),
        (2, 25, 1, at(1), at(5)),
    ],
)
def test_a_burst_is_gone_by_its_last_minute_within_the_sending_hours(
    pending: int, per_minute: int, per_day: int, now: datetime, done: datetime
) -> None:
    assert eta(pending, per_minute, per_day, WINDOW, CALENDAR, now) == done


@given(st.integers(0, 40_000), st.integers(0, 60), st.integers(0, 20_000), st.integers(0, 10_000))
def test_the_last_message_leaves_in_sending_hours_and_never_earlier_for_more(
    pending: int, per_minute: int, per_day: int, minutes: int
) -> None:
    now = NOW + timedelta(minutes=minutes)
    per_day = per_day and max(per_day, 100)
    first, second = (eta(count, per_minute, per_day, WINDOW, CALENDAR, now) for count in (pending, pending + 1))
    assert WINDOW.is_open(first, CALENDAR)
    assert now <= first <= second


def test_a_channel_that_fails_rests_longer_each_time_and_is_fresh_after_a_success() -> None:
    once = Standing().failed(NOW, "unreachable", "text", None)
    assert once == Standing(1, NOW + timedelta(minutes=1), "unreachable", "text")
    assert (once.rests(NOW + timedelta(seconds=59)), once.rests(NOW + timedelta(minutes=1))) == (True, False)
    later = NOW + timedelta(minutes=1)
    assert once.failed(later, "unreachable", None, None).paused_until == later + timedelta(minutes=4)
    assert once.recovered(later) == Standing()


def test_a_channel_rests_as_long_as_it_asks_to_the_second() -> None:
    assert Standing().failed(NOW, "teams_busy", None, 17).paused_until == NOW + timedelta(seconds=17)


@pytest.mark.parametrize(("asked", "rest"), [(0, SOON), (-5, SOON), (10**12, timedelta(days=1))])
def test_no_answer_makes_a_channel_rest_not_at_all_or_for_ever(asked: float, rest: timedelta) -> None:
    assert Standing().failed(NOW, "teams_busy", None, asked).paused_until == NOW + rest


def test_senders_that_meet_one_failure_at_once_count_as_one_and_the_longest_rest_holds() -> None:
    first = Standing().failed(NOW, "teams_busy", None, 300)
    second = first.failed(NOW + timedelta(seconds=1), "unreachable", None, None)
    assert (second.failures, second.paused_until) == (1, NOW + timedelta(seconds=300))


def test_a_message_that_was_under_way_ends_no_rest() -> None:
    resting = Standing().failed(NOW, "teams_busy", None, 300)
    assert resting.recovered(NOW + timedelta(seconds=2)) is resting


def test_a_message_may_begin_while_fewer_than_the_limit_are_under_way_or_have_just_ended() -> None:
    assert free_from([NOW, None], 3, MINUTE, NOW) is None
    assert free_from([NOW + SOON, NOW, None], 3, MINUTE, NOW) == NOW + MINUTE
    assert free_from([NOW + SOON, NOW, None], 2, MINUTE, NOW) == NOW + SOON + MINUTE
    assert free_from([None, None], 2, MINUTE, NOW) == NOW + SOON


@given(st.integers(1, 5), st.lists(st.integers(0, 40), min_size=1, max_size=60))
def test_no_minute_ever_holds_more_than_the_limit(most: int, gaps: list[int]) -> None:
    now, began = NOW, list[datetime]()
    for gap in gaps:
        now += timedelta(seconds=gap)
        lately = [end for end in began if end > now - MINUTE]
        now = free_from(lately, most, MINUTE, now) or now
        began.append(now)
    assert all(later - earlier > MINUTE - HAIR for earlier, later in zip(began, began[most:], strict=False))
    assert all(earlier <= later for earlier, later in pairwise(began))
