"""What is owed, by when, and why: derived from a line's window, its periods and its completeness."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from gdflow.domain.calendar import BusinessCalendar
from gdflow.domain.errors import InputError
from gdflow.domain.line_window import has_window, is_past, shares, window_periods
from gdflow.domain.lines import Line
from gdflow.domain.periods import Period, parse_period
from gdflow.domain.plan import Accumulation
from gdflow.domain.progress import is_reached
from gdflow.domain.quick import quickly_made
from gdflow.domain.reporting import ReportingRule, closes_on, report_by

__all__ = [
    "Duty",
    "Obligation",
    "ObligationKind",
    "ObligationReason",
    "ObligationState",
    "ReportingRule",
    "closes_on",
    "complete_before",
    "deadline_duty",
    "duties_of",
    "expectation",
    "expectations",
    "report_by",
    "result_duty",
    "window_periods",
]


class ObligationKind(StrEnum):
    """A period's result, or the line's own end."""

    RESULT = "result"
    DEADLINE = "deadline"


class ObligationReason(StrEnum):
    """Why a line owes (or does not owe) a period's result."""

    IN_WINDOW = "in_window"
    CARRIED_OVERDUE = "carried_overdue"
    DUE_DATE = "due_date"
    OUTSIDE_WINDOW = "outside_window"
    COMPLETE = "complete"
    NO_WINDOW = "no_window"
    UNCONFIRMED = "unconfirmed"
    WAIVED = "waived"


@quickly_made
@dataclass(frozen=True, slots=True)
class Duty:
    """What a line owes, not yet stored: kind, period (None for a deadline), dates and the reason.

    due_on: report_by of the period, or the line's due date. closes_on: the day on which the period locks.
    """

    line_id: int
    kind: ObligationKind
    period: str | None
    due_on: date
    closes_on: date | None
    reason: ObligationReason


class ObligationState(StrEnum):
    """Where a stored obligation stands; only OWED is reminded.

    UNREADABLE: the plan's own cell holds something that could not be read (#REF!): the coordinator's matter, because
    telling the team that it reported nothing may be false.
    """

    OWED = "owed"
    MET = "met"
    COMPLETE = "complete"
    WAIVED = "waived"
    WITHDRAWN = "withdrawn"
    MISSING_AT_CLOSE = "missing_at_close"
    UNREADABLE = "unreadable"


@quickly_made
@dataclass(frozen=True, slots=True)
class Obligation:
    """A stored duty with its owner and state. done_on: the day it ceased to be owed, else None."""

    id: int
    line_id: int
    plan_id: int
    team_id: int | None
    kind: ObligationKind
    period: str | None
    due_on: date
    closes_on: date | None
    reason: ObligationReason
    state: ObligationState
    done_on: date | None


# by themselves, as they are asked of every line and period: an enum's member takes longer to find than a name
COMPLETE, IN_WINDOW = ObligationReason.COMPLETE, ObligationReason.IN_WINDOW
CARRIED_OVERDUE, OUTSIDE_WINDOW = ObligationReason.CARRIED_OVERDUE, ObligationReason.OUTSIDE_WINDOW
RESULT, DEADLINE = ObligationKind.RESULT, ObligationKind.DEADLINE
Opened = tuple[Period, date, date]
"""An opened period with its days to report and to close."""
OWING = frozenset({IN_WINDOW, CARRIED_OVERDUE})
# What is reached once stays reached; any other figure may fall again before the window ends.
ENDS_WHEN_REACHED = frozenset({Accumulation.SUM, Accumulation.CUMULATIVE, Accumulation.MAXIMUM})


def expectation(line: Line, period: Period, results: Mapping[str, Decimal], rule: ReportingRule) -> ObligationReason:
    """Why a line owes the period's result, or why it does not; results: its values in force by period key."""
    return expectations(line, (period,), results, rule)[0]


def expectations(
    line: Line,
    periods: Sequence[Period],
    results: Mapping[str, Decimal],
    rule: ReportingRule,
    *,
    reached: bool | None = None,
) -> tuple[ObligationReason, ...]:
    """Why a line owes the result of each of the periods, or why it does not.

    reached: whether all the results together reach the target, where somebody knows it already.
    """
    return _reasons(line, periods, rule, _completeness(line, results, _judge(line, results, reached)))


def _reasons(
    line: Line, periods: Sequence[Period], rule: ReportingRule, complete: Callable[[Period], bool]
) -> tuple[ObligationReason, ...]:
    if not has_window(line):
        return (ObligationReason.NO_WINDOW,) * len(periods)
    if not line.due_confirmed:
        return (ObligationReason.UNCONFIRMED,) * len(periods)
    return tuple([COMPLETE if complete(period) else _by_window(line, period, rule) for period in periods])


def complete_before(line: Line, results: Mapping[str, Decimal], period: Period) -> bool:
    """Whether the line needed nothing more when the period began.

    Sums, maxima and milestones are complete once their target is reached; a figure that may fall again only when its
    window is over. A line without a target is never complete.
    """
    return _completeness(line, results, _judge(line, results))(period)


def result_duty(
    line: Line, period: Period, results: Mapping[str, Decimal], rule: ReportingRule, calendar: BusinessCalendar
) -> Duty | None:
    """What the line owes for the period, or None."""
    dated = period, report_by(period, rule, calendar), closes_on(period, rule, calendar)
    return next(iter(_result_duties(line, (dated,), expectations(line, (period,), results, rule))), None)


def duties_of(
    line: Line,
    opened: Sequence[Opened],
    results: Mapping[str, Decimal],
    rule: ReportingRule,
    calendar: BusinessCalendar,
) -> tuple[Duty, ...]:
    """All that the line owes: its results of the opened periods, and its own end."""
    if not has_window(line) or not line.due_confirmed:
        return ()
    reached = _judge(line, results)
    complete = _completeness(line, results, reached)
    owed = [
        Duty(line.id, RESULT, period.key, due_on, closing, reason)
        for period, due_on, closing in opened
        if (reason := COMPLETE if complete(period) else _by_window(line, period, rule)) in OWING
    ]
    deadline = _deadline_duty(line, rule, calendar, reached=reached(tuple(results)))
    return (*owed, deadline) if deadline else tuple(owed)


def deadline_duty(
    line: Line, results: Mapping[str, Decimal], rule: ReportingRule, calendar: BusinessCalendar
) -> Duty | None:
    """The line's own end, owed until its target is reached, or None."""
    return _deadline_duty(line, rule, calendar, reached=_reached(line, results))


def _deadline_duty(line: Line, rule: ReportingRule, calendar: BusinessCalendar, *, reached: bool) -> Duty | None:
    if reached or line.due is None or not has_window(line) or not line.due_confirmed:
        return None
    due_on = calendar.roll_forward(line.due) if rule.roll_deadlines else line.due
    return Duty(line.id, DEADLINE, None, due_on, None, ObligationReason.DUE_DATE)


def _result_duties(line: Line, opened: Iterable[Opened], reasons: Iterable[ObligationReason]) -> tuple[Duty, ...]:
    return tuple(
        Duty(line.id, RESULT, period.key, due_on, closing, reason)
        for (period, due_on, closing), reason in zip(opened, reasons, strict=True)
        if reason in OWING
    )


def _by_window(line: Line, period: Period, rule: ReportingRule) -> ObligationReason:
    if is_past(line, period):
        return CARRIED_OVERDUE
    return IN_WINDOW if shares(line, period, rule) else OUTSIDE_WINDOW


def _completeness(
    line: Line, results: Mapping[str, Decimal], reached: Callable[[tuple[str, ...]], bool]
) -> Callable[[Period], bool]:
    """`complete_before` of a line."""
    if not results:
        return _never
    may_end = line.target_implied or line.accumulation in ENDS_WHEN_REACHED
    ends = [(parse_period(key).end, key) for key in results]

    def complete(period: Period) -> bool:
        if not (may_end or is_past(line, period)):
            return False
        before = tuple([key for end, key in ends if end < period.start])
        return bool(before) and reached(before)

    return complete


def _never(_period: Period) -> bool:
    return False


def _judge(line: Line, results: Mapping[str, Decimal], known: bool | None = None) -> Callable[[tuple[str, ...]], bool]:
    """Whether the line's results of some periods reach its target, each choice of periods judged once.

    known: what is known of all of them.
    """
    judged: dict[tuple[str, ...], bool] = {}
    if known is not None:
        judged[tuple(results)] = known
    judged[()] = False

    def reached(keys: tuple[str, ...]) -> bool:
        if keys not in judged:
            all_of_them = len(keys) == len(results)
            judged[keys] = _reached(line, results if all_of_them else {key: results[key] for key in keys})
        return judged[keys]

    return reached


def _reached(line: Line, results: Mapping[str, Decimal]) -> bool:
    try:
        return is_reached(line, results)
    except InputError:
        # One line with an impossible target must not keep a whole plan from being reminded.
        return False
