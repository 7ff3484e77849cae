"""Reporting periods: the stretches of a year for which a line owes a result.

Keys are stable and sort in time within a kind: 2023-M03, 2023-B2, 2023-Q1, 2023-C1, 2023-S1, 2023-Y, and for a
stretch of the entity's own 2023-01-15..2023-04-30.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from gdflow.domain.errors import InputError
from gdflow.domain.labels import LabelledEnum

DAY = timedelta(days=1)


class PeriodKind(LabelledEnum):
    """How often a plan is reported. `label` is what people read."""

    MONTH = "month", "mensual"
    TWO_MONTH = "two_month", "bimestral"
    QUARTER = "quarter", "trimestral"
    FOUR_MONTH = "four_month", "cuatrimestral"
    HALF_YEAR = "half_year", "semestral"
    YEAR = "year", "anual"
    CUSTOM = "custom", "con fechas propias"


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A stretch of days, both ends included, with its stable key."""

    start: date
    end: date
    key: str
    kind: PeriodKind


MONTHS_OF = {
    PeriodKind.MONTH: 1,
    PeriodKind.TWO_MONTH: 2,
    PeriodKind.QUARTER: 3,
    PeriodKind.FOUR_MONTH: 4,
    PeriodKind.HALF_YEAR: 6,
    PeriodKind.YEAR: 12,
}
KIND_OF_LETTER = {
    "M": PeriodKind.MONTH,
    "B": PeriodKind.TWO_MONTH,
    "Q": PeriodKind.QUARTER,
    "C": PeriodKind.FOUR_MONTH,
    "S": PeriodKind.HALF_YEAR,
    "Y": PeriodKind.YEAR,
}
LETTER_OF_KIND = {kind: letter for letter, kind in KIND_OF_LETTER.items()}
NUMBERED = re.compile(r"([0-9]{4})-([MBQCSY])([0-9]{0,2})")
STRETCH = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})\.\.([0-9]{4}-[0-9]{2}-[0-9]{2})")


def period_of(kind: PeriodKind, day: date) -> Period:
    """The one period of a kind in which the day lies. Raises InputError("custom_period") for CUSTOM."""
    return _numbered(kind, day.year, (day.month - 1) // _months(kind) + 1)


def custom_period(start: date, end: date) -> Period:
    """A stretch of the entity's own. Raises InputError("unknown_period") when it ends before it starts."""
    key = f"{start.isoformat()}..{end.isoformat()}"
    if end < start:
        raise InputError("unknown_period", found=key)
    return Period(start, end, key, PeriodKind.CUSTOM)


@lru_cache(maxsize=4096)
def parse_period(key: str) -> Period:
    """The period of a stable key. Raises InputError("unknown_period", found=key) for any other text."""
    try:
        period = _read(key)
    except ValueError:
        period = None
    # Only the stable spelling counts: 2023-M3 and 2023-M03 would be two periods to a database.
    if period is None or period.key != key:
        raise InputError("unknown_period", found=key)
    return period


def next_period(period: Period) -> Period:
    """The period of the same kind that begins the day after."""
    return period_of(period.kind, period.end + DAY)


def previous_period(period: Period) -> Period:
    """The period of the same kind that ended the day before."""
    return period_of(period.kind, period.start - DAY)


def periods_of_year(kind: PeriodKind, year: int) -> tuple[Period, ...]:
    """All periods of a kind in a calendar year, in order."""
    return tuple(_numbered(kind, year, number) for number in range(1, 12 // _months(kind) + 1))


def periods_between(kind: PeriodKind, start: date, end: date) -> tuple[Period, ...]:
    """The periods of a kind that share at least one day with start..end, in order."""
    found: list[Period] = []
    if start <= end:
        found.append(period_of(kind, start))
    while found and found[-1].end < end:
        found.append(next_period(found[-1]))
    return tuple(found)


def _months(kind: PeriodKind) -> int:
    if kind not in MONTHS_OF:
        raise InputError("custom_period", found=kind.value)
    return MONTHS_OF[kind]


@lru_cache(maxsize=4096)
def _numbered(kind: PeriodKind, year: int, number: int) -> Period:
    months = _months(kind)
    last = number * months
    end = date(year, 12, 31) if last == 12 else date(year, last + 1, 1) - DAY
    return Period(date(year, last - months + 1, 1), end, _key(kind, year, number), kind)


def _key(kind: PeriodKind, year: int, number: int) -> str:
    head = f"{year:04d}-{LETTER_OF_KIND[kind]}"
    if kind is PeriodKind.YEAR:
        return head
    return f"{head}{number:02d}" if kind is PeriodKind.MONTH else f"{head}{number}"


def _read(key: str) -> Period | None:
    if numbered := NUMBERED.fullmatch(key):
        year, letter, number = numbered.groups()
        return _numbered(KIND_OF_LETTER[letter], int(year), int(number or 1))
    if stretch := STRETCH.fullmatch(key):
        return custom_period(date.fromisoformat(stretch[1]), date.fromisoformat(stretch[2]))
    return None
