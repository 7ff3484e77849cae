"""How a line's own window, from its start to its due date, lies against the periods of a plan."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from gdflow.domain.lines import Line
from gdflow.domain.periods import Period, PeriodKind, periods_between
from gdflow.domain.reporting import ReportingRule


def has_window(line: Line) -> bool:
    """Whether there is a due date, and no start after it: a reversed window asks for a person, not for a report."""
    return line.due is not None and (line.start is None or line.start <= line.due)


def is_past(line: Line, period: Period) -> bool:
    """Whether the line's due date lies before the period."""
    return line.due is not None and line.due < period.start


def shares(line: Line, period: Period, rule: ReportingRule) -> bool:
    """Whether window and period share days enough for a result to be owed; without a start, the line has begun."""
    return _overlap(line.start, line.due, period.start, period.end, rule.min_overlap_days)


def window_periods(line: Line, kind: PeriodKind, rule: ReportingRule) -> tuple[str, ...]:
    """Keys of the periods that the window alone asks for, in order: those among which a target is split.

    A line without a start date is taken as of its due date's year. Empty without a confirmed due date.
    """
    if line.due is None or not has_window(line) or not line.due_confirmed:
        return ()
    return _asked_for(kind, line.start, line.due, rule.min_overlap_days)


def asked_periods(line: Line, kind: PeriodKind, rule: ReportingRule, known: Sequence[Period]) -> tuple[str, ...]:
    """The same for any kind; of an entity's own stretches those among the known ones, as no rule makes them."""
    if kind is not PeriodKind.CUSTOM:
        return window_periods(line, kind, rule)
    if line.due is None or not has_window(line) or not line.due_confirmed:
        return ()
    return tuple(each.key for each in known if shares(line, each, rule))


# the lines of a plan have few windows among them
@lru_cache(maxsize=1024)
def _asked_for(kind: PeriodKind, start: date | None, due: date, least: int) -> tuple[str, ...]:
    begun = start or due.replace(month=1, day=1)
    asked = (each for each in periods_between(kind, begun, due) if _overlap(start, due, each.start, each.end, least))
    return tuple(each.key for each in asked)


@lru_cache(maxsize=4096)
def _overlap(start: date | None, due: date | None, first: date, last: date, least: int) -> bool:
    begun = first if start is None else max(start, first)
    ended = last if due is None else min(due, last)
    return (ended - begun).days + 1 >= max(least, 1)
