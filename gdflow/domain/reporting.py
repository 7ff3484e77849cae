"""By when a period is reported, and when it locks."""

from dataclasses import dataclass
from datetime import date

from gdflow.domain.calendar import BusinessCalendar
from gdflow.domain.periods import Period


@dataclass(frozen=True, slots=True)
class ReportingRule:
    """How an entity reports.

    report_by_days, closes_days: business days after the period's end by which a report is timely, and on which the
    period locks. roll_deadlines: a line that ends on a closed day is due on the next business day.
    min_overlap_days: days that window and period must share before the period's result is owed.
    """

    report_by_days: int = 5
    closes_days: int = 10
    roll_deadlines: bool = False
    min_overlap_days: int = 1


def report_by(period: Period, rule: ReportingRule, calendar: BusinessCalendar) -> date:
    """The last day on which a report of the period is timely; it only classifies."""
    return calendar.nth(rule.report_by_days, after=period.end)


def closes_on(period: Period, rule: ReportingRule, calendar: BusinessCalendar) -> date:
    """The day on which the period locks."""
    return calendar.nth(rule.closes_days, after=period.end)
