"""The year up to a period's end, beside the period."""

from datetime import date
from fractions import Fraction

import pytest

from gdflow.domain.periods import parse_period
from gdflow.domain.year_to_date import year_to_date, year_until
from tests.support.closed import report


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        ("2023-Q3", date(2023, 1, 1), date(2023, 9, 30)),
        ("2023-Y", date(2023, 1, 1), date(2023, 12, 31)),
        ("2022-11-15..2023-02-14", date(2023, 1, 1), date(2023, 2, 14)),
    ],
)
def test_a_year_begins_on_its_first_day(period: str, first: date, last: date) -> None:
    made = year_until(parse_period(period))
    assert (made.start, made.end) == (first, last)


def test_a_line_has_in_the_year_what_its_periods_yielded_and_should_have_yielded() -> None:
    line = year_to_date(report("2023-Q2")).lines[2]
    assert (line.value, line.target, line.compliance) == (27, 14, Fraction(27, 14))
    assert (line.row.cell.value, line.row.period_target) == (20, 7)


def test_in_the_first_period_the_year_is_the_period() -> None:
    for line in year_to_date(report("2023-Q1")).lines:
        assert (line.target, line.compliance) == (line.row.period_target, line.row.compliance)
