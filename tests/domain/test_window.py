from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdflow.domain.bands import DEFAULT_BANDS
from gdflow.domain.errors import ConfigError
from gdflow.domain.reminders import DEFAULT_POLICY
from gdflow.domain.rules import Rules
from gdflow.domain.window import SendingWindow
from tests.domain.cast import COLOMBIA, RULE

BOGOTA = ZoneInfo("America/Bogota")
OFFICE = SendingWindow(time(8), time(17))
MOMENTS = st.datetimes(datetime(2023, 1, 1), datetime(2027, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001  the bounds must be naive


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=BOGOTA)


@pytest.mark.parametrize(
    ("now", "allowed"),
    [
        ("2023-07-10 08:00", "2023-07-10 08:00"),
        ("2023-07-10 16:59:59", "2023-07-10 16:59:59"),
        ("2023-07-10 07:00", "2023-07-10 08:00"),
        ("2023-07-10 17:00", "2023-07-11 08:00"),
        ("2023-07-07 18:00", "2023-07-10 08:00"),
        ("2023-04-05 20:00", "2023-04-10 08:00"),
        ("2023-04-07 09:00", "2023-04-10 08:00"),
        ("2026-07-13 07:00", "2026-07-14 08:00"),
    ],
)
def test_a_message_waits_for_the_next_working_hour(now: str, allowed: str) -> None:
    assert OFFICE.next_moment(at(now), COLOMBIA) == at(allowed)
    assert OFFICE.is_open(at(now), COLOMBIA) is (now == allowed)


@given(MOMENTS)
def test_no_message_leaves_outside_working_hours_or_before_now(now: datetime) -> None:
    moment = OFFICE.next_moment(now, COLOMBIA)
    local = moment.astimezone(BOGOTA)
    assert moment >= now
    assert moment.tzinfo is UTC
    assert COLOMBIA.is_business_day(local.date())
    assert OFFICE.start <= local.time() < OFFICE.end


@given(MOMENTS, st.timedeltas(timedelta(0), timedelta(days=10)))
def test_no_earlier_working_hour_is_left_out(now: datetime, wait: timedelta) -> None:
    between = now + wait
    local = between.astimezone(BOGOTA)
    if COLOMBIA.is_business_day(local.date()) and OFFICE.start <= local.time() < OFFICE.end:
        assert OFFICE.next_moment(now, COLOMBIA) <= between


def test_a_moment_without_a_zone_is_an_error() -> None:
    with pytest.raises(ValueError, match="2023"):
        OFFICE.next_moment(datetime(2023, 7, 10, 9), COLOMBIA)  # noqa: DTZ001  the naive moment is the case


def test_a_window_that_never_opens_is_refused() -> None:
    with pytest.raises(ConfigError, match="sending_window_empty") as caught:
        SendingWindow(time(17), time(8))
    assert caught.value.facts == {"start": "17:00", "end": "08:00"}


def test_the_entitys_date_is_that_of_its_own_clocks() -> None:
    rules = Rules(
        entity_id=1,
        entity="Alcaldía",
        calendar=COLOMBIA,
        policy=DEFAULT_POLICY,
        reporting=RULE,
        window=OFFICE,
        bands=DEFAULT_BANDS,
        coordinator=None,
        sender="gdflow@alcaldia.example",
        mail_domain="alcaldia.example",
    )
    assert rules.today(datetime(2023, 7, 11, 3, tzinfo=UTC)) == date(2023, 7, 10)
