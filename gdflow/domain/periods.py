"""Reporting periods: the stretches of a year for which a line owes a result.

Keys are stable and sort in time within a kind: 2023-M03, 2023-B2, 2023-Q1, 2023-C1, 2023-S1, 2023-Y, and for a
stretch of the entity's own 2023-01-15..2023-04-30.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class PeriodKind(StrEnum):
    """How often a plan is reported. `label` is what people read."""

    MONTH = "month"
    TWO_MONTH = "two_month"
    QUARTER = "quarter"
    FOUR_MONTH = "four_month"
    HALF_YEAR = "half_year"
    YEAR = "year"
    CUSTOM = "custom"


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A stretch of days, both ends included, with its stable key."""

    start: date
    end: date
    key: str
    kind: PeriodKind
