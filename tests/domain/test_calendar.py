from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdflow.colombia import holidays_of
from gdflow.domain.calendar import BusinessCalendar
from gdflow.domain.periods import parse_period
from tests.domain.cast import CARTAGENA, COLOMBIA

DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))
STEPS = st.integers(1, 60)
# A recess of the entity's own, and a Saturday and a holiday that it works.
LOCAL = BusinessCalendar(
    {**COLOMBIA.holidays, date(2023, 12, 26): "Receso", date(2023, 12, 30): "Receso"},
    worked=frozenset({date(2023, 12, 16), date(2023, 12, 25), date(2023, 12, 28)}),
)
CALENDARS = st.sampled_from([COLOMBIA, LOCAL])


@pytest.mark.parametrize(
    ("day", "reason"),
    [
        (date(2023, 4, 7), "Viernes Santo"),
        (date(2023, 4, 6), "Jueves Santo"),
        (date(2023, 7, 8), "sábado"),
        (date(2023, 7, 9), "domingo"),
        (date(2023, 1, 1), "Año Nuevo"),
        (date(2023, 7, 10), None),
    ],
)
def test_a_closed_day_says_why(day: date, reason: str | None) -> None:
    assert COLOMBIA.why_closed(day) == reason


@pytest.mark.parametrize("day", [date(2026, 7, 13), date(2029, 7, 9)])
def test_the_holiday_of_law_2578_is_known(day: date) -> None:
    reason = COLOMBIA.why_closed(day)
    assert reason is not None
    assert "Chiquinquirá" in reason


def test_a_holiday_without_a_name_is_closed_all_the_same() -> None:
    assert not BusinessCalendar({date(2023, 7, 10): ""}).is_business_day(date(2023, 7, 10))


def test_a_worked_saturday_is_a_business_day() -> None:
    assert LOCAL.is_business_day(date(2023, 12, 16))


def test_holidays_are_those_of_the_years_asked_for() -> None:
    assert {day.year for day in holidays_of([2023, 2025])} == {2023, 2025}
    assert len(holidays_of([2023])) == 18
    assert len(holidays_of([2026])) == 19


@pytest.mark.parametrize(
    ("key", "fifth"),
    [
        ("2023-Q1", date(2023, 4, 11)),
        ("2023-Q2", date(2023, 7, 10)),
        ("2023-Q3", date(2023, 10, 6)),
        ("2023-Q4", date(2024, 1, 9)),
        ("2024-Q1", date(2024, 4, 5)),
        ("2024-Q2", date(2024, 7, 8)),
        ("2024-Q3", date(2024, 10, 7)),
        ("2024-Q4", date(2025, 1, 9)),
        ("2025-Q1", date(2025, 4, 7)),
        ("2025-Q2", date(2025, 7, 7)),
        ("2025-Q3", date(2025, 10, 7)),
        ("2025-Q4", date(2026, 1, 8)),
        ("2026-Q1", date(2026, 4, 9)),
        ("2026-Q2", date(2026, 7, 7)),
        ("2026-Q3", date(2026, 10, 7)),
        ("2026-Q4", date(2027, 1, 8)),
    ],
)
def test_the_fifth_business_day_after_a_quarter(key: str, fifth: date) -> None:
    assert COLOMBIA.nth(5, after=parse_period(key).end) == fifth


@pytest.mark.parametrize("days", [5, 10])
def test_the_plan_of_cartagena_is_reported_by_its_own_calendar(days: int) -> None:
    for key, expected in CARTAGENA["calendar"][f"report_by_{days}th_business_day"].items():
        assert COLOMBIA.nth(days, after=parse_period(key).end).isoformat() == expected


def test_the_deadlines_of_cartagena_on_closed_days_roll_forward() -> None:
    for day, said in CARTAGENA["calendar"]["deadlines_on_non_business_days"].items():
        assert not COLOMBIA.is_business_day(date.fromisoformat(day))
        rolled = COLOMBIA.roll_forward(date.fromisoformat(day)).isoformat()
        assert "next business day" not in said or said.endswith(rolled)


def test_rolling_leaves_a_business_day_alone() -> None:
    monday = date(2023, 7, 10)
    assert COLOMBIA.roll_forward(monday) == COLOMBIA.roll_back(monday) == COLOMBIA.shift(monday, 0) == monday


def test_a_sunday_before_a_holiday_rolls_to_tuesday_or_back_to_friday() -> None:
    sunday = date(2023, 4, 30)
    assert COLOMBIA.shift(sunday, 0) == COLOMBIA.shift(sunday, 1) == date(2023, 5, 2)
    assert COLOMBIA.roll_back(sunday) == COLOMBIA.shift(sunday, -1) == date(2023, 4, 28)


@given(CALENDARS, DAYS, STEPS)
def test_shifting_back_undoes_shifting_forth_on_business_days(calendar: BusinessCalendar, day: date, n: int) -> None:
    start = calendar.roll_forward(day)
    assert calendar.shift(calendar.shift(start, n), -n) == start
    assert calendar.shift(calendar.shift(start, -n), n) == start


@given(CALENDARS, DAYS, STEPS)
def test_the_nth_business_day_has_n_business_days_up_to_it(calendar: BusinessCalendar, day: date, n: int) -> None:
    found = calendar.nth(n, after=day)
    assert calendar.is_business_day(found)
    assert calendar.count(day + timedelta(days=1), found) == n


@given(CALENDARS, DAYS, st.integers(-3, 60))
def test_counting_agrees_with_a_walk(calendar: BusinessCalendar, first: date, days: int) -> None:
    walked = [first + timedelta(days=step) for step in range(days + 1)]
    assert calendar.count(first, first + timedelta(days=days)) == sum(map(calendar.is_business_day, walked))


@given(st.dates(date(2023, 12, 1), date(2023, 12, 31)), st.integers(0, 40))
def test_counting_knows_the_entitys_own_days(first: date, days: int) -> None:
    walked = [first + timedelta(days=step) for step in range(days + 1)]
    assert LOCAL.count(first, walked[-1]) == sum(map(LOCAL.is_business_day, walked))
