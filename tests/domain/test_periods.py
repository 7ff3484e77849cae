from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdflow.domain.errors import InputError
from gdflow.domain.periods import (
    PeriodKind,
    custom_period,
    next_period,
    parse_period,
    period_of,
    periods_between,
    periods_of_year,
    previous_period,
)

KINDS = st.sampled_from([kind for kind in PeriodKind if kind is not PeriodKind.CUSTOM])
DAYS = st.dates(date(1990, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("kind", "key"),
    [
        (PeriodKind.MONTH, "2023-M08"),
        (PeriodKind.TWO_MONTH, "2023-B4"),
        (PeriodKind.QUARTER, "2023-Q3"),
        (PeriodKind.FOUR_MONTH, "2023-C2"),
        (PeriodKind.HALF_YEAR, "2023-S2"),
        (PeriodKind.YEAR, "2023-Y"),
    ],
)
def test_each_kind_has_its_key(kind: PeriodKind, key: str) -> None:
    assert period_of(kind, date(2023, 8, 15)).key == key


def test_the_cut_offs_of_an_anticorruption_plan_are_the_ends_of_four_month_periods() -> None:
    ends = [period.end for period in periods_of_year(PeriodKind.FOUR_MONTH, 2024)]
    assert ends == [date(2024, 4, 30), date(2024, 8, 31), date(2024, 12, 31)]


@given(KINDS, DAYS)
def test_every_day_lies_in_exactly_one_period_of_each_kind(kind: PeriodKind, day: date) -> None:
    homes = [period for period in periods_of_year(kind, day.year) if period.start <= day <= period.end]
    assert homes == [period_of(kind, day)]


@given(KINDS, DAYS)
def test_reading_a_key_gives_the_period_back(kind: PeriodKind, day: date) -> None:
    period = period_of(kind, day)
    assert parse_period(period.key) == period


@given(DAYS, DAYS)
def test_a_stretch_of_the_entitys_own_reads_back(one: date, other: date) -> None:
    period = custom_period(min(one, other), max(one, other))
    assert parse_period(period.key) == period


@given(KINDS, DAYS)
def test_neighbours_touch_and_lead_back(kind: PeriodKind, day: date) -> None:
    period = period_of(kind, day)
    following = next_period(period)
    assert (following.start - period.end).days == 1
    assert previous_period(following) == period


@given(KINDS, DAYS, DAYS)
def test_keys_sort_in_time(kind: PeriodKind, one: date, other: date) -> None:
    first, second = period_of(kind, min(one, other)), period_of(kind, max(one, other))
    assert first.key <= second.key
    assert first <= second


@given(KINDS, DAYS, st.integers(-40, 900))
def test_periods_between_two_days_cover_them_and_no_more(kind: PeriodKind, start: date, days: int) -> None:
    end = date.fromordinal(start.toordinal() + days)
    found = periods_between(kind, start, end)
    if days < 0:
        assert found == ()
    else:
        assert (found[0], found[-1]) == (period_of(kind, start), period_of(kind, end))
        assert all(next_period(one) == other for one, other in pairwise(found))


@pytest.mark.parametrize(
    "key",
    [
        "",
        "cut",
        "2023",
        "2023-Q5",
        "2023-Q0",
        "2023-M3",
        "2023-M13",
        "2023-Y1",
        "2023-Q",
        "0000-Q1",
        "2023-q1",
        "2023-Q1 ",
        "٢٠٢٣-Q1",
        "2023-05-01..2023-04-30",
        "2023-02-30..2023-04-30",
    ],
)
def test_any_other_text_is_no_period(key: str) -> None:
    with pytest.raises(InputError) as caught:
        parse_period(key)
    assert (caught.value.code, caught.value.facts) == ("unknown_period", {"found": key})


def test_a_stretch_of_the_entitys_own_has_no_neighbour() -> None:
    with pytest.raises(InputError, match="custom_period"):
        next_period(custom_period(date(2023, 1, 15), date(2023, 4, 30)))


def test_a_kind_is_stored_by_its_value_and_read_by_its_label() -> None:
    assert {kind.value: kind.label for kind in PeriodKind}["four_month"] == "cuatrimestral"
