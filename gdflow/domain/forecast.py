"""Which lines of a plan will not reach their target at the pace they keep, by two methods that are both named."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from gdflow.domain.accumulation import SUMMED, exact
from gdflow.domain.consolidated import Consolidated, ConsolidatedLine
from gdflow.domain.courses import Course, Outlook, Pace, course_of, expected, outlook_of, projected
from gdflow.domain.line_window import asked_periods
from gdflow.domain.lines import Line
from gdflow.domain.periods import Period, parse_period
from gdflow.domain.plan import Accumulation
from gdflow.domain.reporting import ReportingRule
from gdflow.domain.values import values_of

__all__ = [
    "BEHIND",
    "SAID",
    "Forecast",
    "Outlook",
    "Pace",
    "Projection",
    "both_outlooks",
    "falls_short",
    "forecasts",
    "outlooks",
]

DEFAULT_RULE = ReportingRule()
BEHIND = frozenset({Outlook.SHORT, Outlook.ENDED_SHORT})
SAID = frozenset({Outlook.REACHED, Outlook.ON_PACE}) | BEHIND
Both = tuple[Outlook, Outlook]
"""The outlooks of a line by the two paces, in their order."""


@dataclass(frozen=True, slots=True)
class Projection:
    """A line by one pace, in its own unit. expected: what it should have by now; gap: how far it is behind that, below
    0 when it is ahead. projected: what it has at its end. All None where nothing can be said.
    """

    pace: Pace
    outlook: Outlook
    expected: Fraction | None = None
    gap: Fraction | None = None
    projected: Fraction | None = None

    @property
    def reaches(self) -> bool | None:
        """Whether the line reaches its target; None where that cannot be said."""
        return self.outlook not in BEHIND if self.outlook in SAID else None


@dataclass(frozen=True, slots=True)
class Forecast:
    """A line by both paces. reached: what it has. remaining: periods of its window that are still to end.

    needed: what each of these must bring (of a level: at which it must stand, of a way from a baseline: how far it must
    move) so that the target is reached; None where none is left or nothing is needed.
    """

    line: Line
    reached: Fraction | None
    target: Fraction | None
    remaining: int
    needed: Fraction | None
    even: Projection
    linear: Projection

    @property
    def outlooks(self) -> Both:
        """Its outlooks by the two paces."""
        return self.even.outlook, self.linear.outlook

    @property
    def falls_short(self) -> bool:
        """Whether it reaches its target by neither pace."""
        return falls_short(self.outlooks)


def forecasts(report: Consolidated, rule: ReportingRule = DEFAULT_RULE) -> tuple[Forecast, ...]:
    """Every line of a report, in its order. rule: by which its periods were asked for."""
    return tuple(_forecast(row, course) for row, course in _courses(report, rule))


def both_outlooks(report: Consolidated, rule: ReportingRule = DEFAULT_RULE) -> tuple[Both, ...]:
    """The outlooks alone of every line of a report, for whoever only counts them."""
    return tuple(
        (course, course)
        if isinstance(course, Outlook)
        else (outlook_of(course, Pace.EVEN), outlook_of(course, Pace.LINEAR))
        for _, course in _courses(report, rule)
    )


def outlooks(lines: Iterable[Both], pace: Pace) -> Mapping[Outlook, int]:
    """How many lines have each outlook by a pace, in the order of the outlooks."""
    found = Counter(even if pace is Pace.EVEN else linear for even, linear in lines)
    return {outlook: found[outlook] for outlook in Outlook if found[outlook]}


def falls_short(both: Both) -> bool:
    """Whether a line of these outlooks reaches its target by neither pace."""
    return BEHIND.issuperset(both)


def _courses(report: Consolidated, rule: ReportingRule) -> Iterable[tuple[ConsolidatedLine, Course | Outlook]]:
    cut, columns = parse_period(report.period), tuple(map(parse_period, report.periods))
    for row in report.lines:
        yield row, _course(row, cut, columns, rule)


def _course(row: ConsolidatedLine, cut: Period, columns: tuple[Period, ...], rule: ReportingRule) -> Course | Outlook:
    return course_of(row, asked_periods(row.line, cut.kind, rule, columns), cut)


def _forecast(row: ConsolidatedLine, course: Course | Outlook) -> Forecast:
    line = row.line
    if isinstance(course, Outlook):
        reached = Fraction(0) if row.gathered is None and line.accumulation in SUMMED else row.gathered
        target = None if line.target is None else exact(line.target)
        unsaid = (Projection(pace, course) for pace in Pace)
        return Forecast(line, reached, target, 0, None, *unsaid)
    remaining = len(course.asked) - len(course.past)
    needed = _needed(course, remaining, row) if remaining else None
    both = (_projection(course, pace) for pace in Pace)
    return Forecast(line, course.reached, course.target, remaining, needed, *both)


def _projection(course: Course, pace: Pace) -> Projection:
    outlook = outlook_of(course, pace)
    if outlook is Outlook.NOT_BEGUN:
        return Projection(pace, outlook)
    due = expected(course, pace)
    if course.reached is None:
        return Projection(pace, outlook, due)
    behind = due - course.reached
    gap = -behind if course.target < course.origin else behind
    settled = course.ended or outlook is Outlook.REACHED
    return Projection(pace, outlook, due, gap, course.reached if settled else projected(course, pace))


def _needed(course: Course, remaining: int, row: ConsolidatedLine) -> Fraction | None:
    if course.reached is None or course.share >= 1:
        return None
    if course.line.accumulation is Accumulation.AVERAGE:
        reports = len(values_of(row))
        return (course.target * (reports + remaining) - course.reached * reports) / remaining
    return (course.target - course.reached) / remaining if course.moves else course.target
