"""Small values that storage answers with: open periods, added plans and counts."""

from dataclasses import dataclass
from datetime import date, datetime

from gdflow.domain.lines import Line, PlanFacts
from gdflow.domain.periods import Period


@dataclass(frozen=True, slots=True)
class Counts:
    """How many things were written now and how many were known before."""

    new: int
    known: int


@dataclass(frozen=True, slots=True)
class AddedPlan:
    """A plan that was just stored, with its lines in its own order, as they would be read back."""

    plan: PlanFacts
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class OpenPeriod:
    """A period that a plan reports, with its two dates: report_by classifies, closes_on locks."""

    id: int
    plan_id: int
    period: Period
    report_by: date
    closes_on: date
    opened_at: datetime

    @property
    def key(self) -> str:
        """The period's stable key."""
        return self.period.key
