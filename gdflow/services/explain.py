"""Why a line was or was not reminded on a day: rule, dates, calendar day, last notice and result."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from gdflow.domain.lines import Line, PlanFacts, Result
from gdflow.domain.notices import NoticeMark, Reminder
from gdflow.domain.obligations import Obligation, ObligationReason, ObligationState, expectation
from gdflow.domain.outbox import NoticeState
from gdflow.domain.people import Audience
from gdflow.domain.periods import parse_period
from gdflow.domain.reminders import StepDate, passed_steps
from gdflow.domain.rules import Rules
from gdflow.services.derive import figures_by_line
from gdflow.services.recipients import recipients
from gdflow.storage import obligations, people, periods, reminders, submissions
from gdflow.storage.engine import Session

LOOK_AHEAD = timedelta(days=120)


class Verdict(StrEnum):
    """The one answer to "was it reminded, and why". WAITING: written, but its readers had had their mail of the day."""

    REMINDED = "reminded"
    SAID_BEFORE = "said_before"
    WAITING = "waiting"
    CLOSED_DAY = "closed_day"
    NO_ADDRESS = "no_address"
    NOT_YET_SCANNED = "not_yet_scanned"
    BEFORE_FIRST_STEP = "before_first_step"
    LOCKED = "locked"
    REPORTED = "reported"
    COMPLETE = "complete"
    WAIVED = "waived"
    NOT_OWED = "not_owed"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class ToldStep:
    """A passed step of the ladder and what became of it; reminder: None when it was never written (superseded)."""

    step: StepDate
    reminder: Reminder | None


@dataclass(frozen=True, slots=True)
class ExplainedObligation:
    """One obligation on the day: its verdict, the steps that had passed, and the next one."""

    obligation: Obligation
    verdict: Verdict
    steps: tuple[ToldStep, ...]
    next_step: StepDate | None


@dataclass(frozen=True, slots=True)
class UnowedPeriod:
    """An open period for which the line owes nothing, and why."""

    period: str
    reason: ObligationReason


@dataclass(frozen=True, slots=True)
class Explanation:
    """Everything that decides about a line's reminders on a day.

    closed_because: the day's name when it is no business day.
    """

    plan: PlanFacts
    line: Line
    as_of: date
    closed_because: str | None
    addresses: tuple[str, ...]
    obligations: tuple[ExplainedObligation, ...]
    unowed: tuple[UnowedPeriod, ...]
    results: tuple[Result, ...]


def explain(session: Session, rules: Rules, plan: PlanFacts, line: Line, *, as_of: date) -> Explanation:
    """Explain a line's reminders as they stood at the end of a day."""
    team = next((team for team in people.teams_of(session, rules.entity_id) if team.id == line.team_id), None)
    addresses = recipients(team, Audience.TEAM, as_of, rules.coordinator)
    written = [_as_of(r, as_of) for r in reminders.reminders_of_line(session, line.id) if r.claimed_on <= as_of]
    stored = obligations.obligations_of_line(session, line.id)
    results = submissions.history_of_line(session, line.id)
    return Explanation(
        plan,
        line,
        as_of,
        rules.calendar.why_closed(as_of),
        addresses,
        tuple(_explain(rules, one, written, addresses, as_of) for one in stored),
        _unowed(session, rules, plan, line, stored),
        tuple(result for result in results if rules.today(result.reported_at) <= as_of),
    )


def _as_of(reminder: Reminder, as_of: date) -> Reminder:
    """The reminder without the mails of later days."""
    return replace(reminder, notices=tuple(mark for mark in reminder.notices if mark.day <= as_of))


def _explain(
    rules: Rules, obligation: Obligation, written: Iterable[Reminder], addresses: tuple[str, ...], as_of: date
) -> ExplainedObligation:
    own = [reminder for reminder in written if reminder.obligation_id == obligation.id]
    by_step = {(reminder.step, reminder.audience): reminder for reminder in own}
    until = as_of + LOOK_AHEAD
    dates = (obligation.kind, obligation.due_on, obligation.closes_on, rules.policy, rules.calendar)
    passed = passed_steps(*dates, as_of)
    ahead = [step for step in passed_steps(*dates, until) if step.on_date > as_of]
    verdict = _verdict(rules, obligation, own, passed, addresses, as_of)
    steps = tuple(ToldStep(step, by_step.get((step.step, step.audience))) for step in passed)
    owed = _is_owed(obligation, as_of)
    return ExplainedObligation(obligation, verdict, steps, ahead[0] if ahead and owed else None)


def _is_owed(obligation: Obligation, as_of: date) -> bool:
    """Whether it was still owed at the end of the day."""
    return obligation.done_on is None or obligation.done_on > as_of


def _verdict(
    rules: Rules,
    obligation: Obligation,
    own: Sequence[Reminder],
    passed: Sequence[StepDate],
    addresses: tuple[str, ...],
    as_of: date,
) -> Verdict:
    if any(_says(mark, as_of) for reminder in own for mark in reminder.notices):
        return Verdict.REMINDED
    if not _is_owed(obligation, as_of):
        return _ENDED[obligation.state]
    if rules.calendar.why_closed(as_of):
        return Verdict.CLOSED_DAY
    if obligation.closes_on is not None and as_of > obligation.closes_on:
        return Verdict.LOCKED
    newest = next((step for step in reversed(passed) if step.audience is Audience.TEAM), None)
    if newest is None:
        return Verdict.BEFORE_FIRST_STEP
    if not addresses:
        return Verdict.NO_ADDRESS
    return _of_step(newest, own)


def _says(mark: NoticeMark, as_of: date) -> bool:
    return mark.day == as_of and mark.state is not NoticeState.SUPPRESSED


def _of_step(newest: StepDate, own: Iterable[Reminder]) -> Verdict:
    for reminder in own:
        if (reminder.step, reminder.audience, reminder.due_on) == (newest.step, Audience.TEAM, newest.due_on):
            return Verdict.SAID_BEFORE if reminder.notices else Verdict.WAITING
    return Verdict.NOT_YET_SCANNED


_ENDED = {
    ObligationState.MET: Verdict.REPORTED,
    ObligationState.COMPLETE: Verdict.COMPLETE,
    ObligationState.WAIVED: Verdict.WAIVED,
    ObligationState.WITHDRAWN: Verdict.NOT_OWED,
    ObligationState.MISSING_AT_CLOSE: Verdict.LOCKED,
    ObligationState.UNREADABLE: Verdict.UNREADABLE,
}


def _unowed(
    session: Session, rules: Rules, plan: PlanFacts, line: Line, stored: Iterable[Obligation]
) -> tuple[UnowedPeriod, ...]:
    known = {obligation.period for obligation in stored}
    figures = figures_by_line(submissions.results_of_plan(session, plan.id)).get(line.id, {})
    return tuple(
        UnowedPeriod(period.key, expectation(line, parse_period(period.key), figures, rules.reporting))
        for period in periods.periods_of(session, plan.id)
        if period.key not in known
    )
