"""A plan's year from its first day to the end of a report's period: what stands beside the period's own figures."""

from datetime import date

from gdflow.domain.consolidated import Consolidated
from gdflow.domain.cutoffs import DEFAULT_RULE, CutReport, cut_report
from gdflow.domain.periods import Period, custom_period, parse_period
from gdflow.domain.reporting import ReportingRule


def year_to_date(report: Consolidated, rule: ReportingRule = DEFAULT_RULE) -> CutReport:
    """The report's data from 1 January to the end of its period. rule: by which the plan's periods were asked for."""
    return cut_report(report, year_until(parse_period(report.period)), rule=rule)


def year_until(period: Period) -> Period:
    """The stretch from the first day of a period's year to its last day; the year is that in which it ends."""
    return custom_period(date(period.end.year, 1, 1), period.end)
