"""Why a line was or was not reminded on a day: rule, dates, calendar day, decisions, every notice and its result."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from gdflow.domain.amendments import Amendment
from gdflow.domain.closing import ClosingFacts
from gdflow.domain.decisions import Decision, resting
from gdflow.domain.lines import Line, PlanFacts, Result, ResultSource
from gdflow.domain.notices import NoticeFacts, Reminder
from gdflow.domain.obligations import Obligation, ObligationReason, ObligationState, expectation
from gdflow.domain.outbox import NoticeState
from gdflow.domain.people import Audience
from gdflow.domain.periods import parse_period
from gdflow.domain.reminders import LedgerKey, StepDate, due_reminders, passed_steps
from gdflow.domain.reviews import Review
from gdflow.domain.rules import Rules
from gdflow.services.recipients import recipients
from gdflow.services.verdicts import Situation, Verdict, is_owed, verdict_of
from gdflow.storage import (
    address_marks,
    amendments,
    closings,
    decisions,
    notice_board,
    obligations,
    people,
    periods,
    reminders,
    reviews,
    submissions,
)
from gdflow.storage.engine import Session

LOOK_AHEAD = 120
"""Days."""
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class ToldStep:
    """A passed step of the ladder and what became of it; reminder: None when it was never written.

    rests: the decision by which it was not said on its day, or is not said on the day explained.
    """

    step: StepDate
    reminder: Reminder | None
    notices: tuple[NoticeFacts, ...]
    rests: Decision | None


@dataclass(frozen=True, slots=True)
class EarlierReminder:
    """A reminder of before: about a due date that was moved since, or to the team that had the line."""

    reminder: Reminder
    notices: tuple[NoticeFacts, ...]


@dataclass(frozen=True, slots=True)
class NextStep:
    """What will be said next if it is still owed, and on which day."""

    step: StepDate
    day: date


@dataclass(frozen=True, slots=True)
class ExplainedObligation:
    """One obligation on the day: its verdict and the decision behind it, the steps that had passed, and the next."""

    obligation: Obligation
    verdict: Verdict
    because: Decision | None
    steps: tuple[ToldStep, ...]
    next_step: NextStep | None
    earlier: tuple[EarlierReminder, ...]


@dataclass(frozen=True, slots=True)
class UnowedPeriod:
    """An open period for which the line owes nothing, and why."""

    period: str
    reason: ObligationReason


@dataclass(frozen=True, slots=True)
class Explanation:
    """Everything that decides about a line's reminders on a day.

    closed_because: the day's name when it is no business day. decisions: those in force at some hour of the day.
    reviews: what was said of each result by then, oldest first. amendments: acts that had changed the line by then.
    closings: of the line's periods by then, in time: what they froze no longer moves.
    """

    plan: PlanFacts
    line: Line
    as_of: date
    closed_because: str | None
    addresses: tuple[str, ...]
    decisions: tuple[Decision, ...]
    obligations: tuple[ExplainedObligation, ...]
    unowed: tuple[UnowedPeriod, ...]
    results: tuple[Result, ...]
    reviews: Mapping[int, tuple[Review, ...]]
    amendments: tuple[Amendment, ...]
    closings: tuple[ClosingFacts, ...]

    def version(self, result: Result) -> int | None:
        """Which of the team's reports for its period a result is, from 1; None for one of the document itself."""
        if result.source is ResultSource.IMPORT:
            return None
        sent = [each for each in self.results if each.period == result.period and each.source is result.source]
        return sent.index(result) + 1


def explain(session: Session, rules: Rules, plan: PlanFacts, line: Line, *, as_of: date) -> Explanation:
    """Explain a line's reminders as they stood at the end of a day."""
    team = next((team for team in people.teams_of(session, rules.entity_id) if team.id == line.team_id), None)
    refusing = address_marks.marks_of(session, rules.entity_id)
    addresses = recipients(team, Audience.TEAM, as_of, rules.coordinator, refusing=refusing)
    taken = decisions.decisions_of_line(session, line.id)
    stored = obligations.obligations_of_line(session, line.id)
    written = [
        _as_of(each, as_of) for each in reminders.reminders_of_line(session, line.id) if each.claimed_on <= as_of
    ]
    notices = notice_board.notices_by_id(session, {mark.notice_id for each in written for mark in each.notices})
    view = _View(rules, as_of, addresses, taken, written, notices)
    history = submissions.history_of_line(session, line.id)
    results = tuple(result for result in history if rules.today(result.reported_at) <= as_of)
    said = reviews.reviews_of(session, (result.id for result in results))
    return Explanation(
        plan,
        line,
        as_of,
        rules.calendar.why_closed(as_of),
        addresses,
        tuple(decision for decision in taken if decision.held(as_of)),
        tuple(view.explain(each) for each in stored),
        _unowed(session, rules, plan, line, stored),
        results,
        {key: tuple(each for each in found if rules.today(each.at) <= as_of) for key, found in said.items()},
        tuple(each for each in amendments.amendments_of_line(session, line.id) if _holds(each, rules, as_of)),
        _closed(session, rules, plan, {each.period for each in stored}, as_of),
    )


def _closed(
    session: Session, rules: Rules, plan: PlanFacts, keys: Collection[str | None], as_of: date
) -> tuple[ClosingFacts, ...]:
    found = (each for each in closings.closings_of_plan(session, plan.id) if each.period in keys)
    return tuple(each for each in found if rules.today(each.closed_at) <= as_of)


def _holds(act: Amendment, rules: Rules, as_of: date) -> bool:
    if act.applied_at is None or rules.today(act.applied_at) > as_of:
        return False
    return act.undone_at is None or rules.today(act.undone_at) > as_of


def _as_of(reminder: Reminder, as_of: date) -> Reminder:
    """The reminder without the mails of later days."""
    return replace(reminder, notices=tuple(mark for mark in reminder.notices if mark.day <= as_of))


@dataclass(frozen=True, slots=True)
class _View:
    """What is known of a line on the day."""

    rules: Rules
    as_of: date
    addresses: tuple[str, ...]
    taken: Sequence[Decision]
    written: Sequence[Reminder]
    notices: Mapping[int, NoticeFacts]

    def explain(self, obligation: Obligation) -> ExplainedObligation:
        """The obligation as it stood."""
        all_own = [reminder for reminder in self.written if reminder.obligation_id == obligation.id]
        own = [each for each in all_own if (each.due_on, each.team_id) == (obligation.due_on, obligation.team_id)]
        dates = (obligation.kind, obligation.due_on, obligation.closes_on, self.rules.policy, self.rules.calendar)
        # What was settled by then climbed no further.
        passed = passed_steps(*dates, min(self.as_of, obligation.done_on or self.as_of))
        situation = Situation(obligation, passed, own, self.notices, self.taken, self.addresses)
        verdict, because = verdict_of(situation, self.rules.calendar, self.as_of)
        by_step = {(each.step, each.audience): each for each in own}
        return ExplainedObligation(
            obligation,
            verdict,
            because,
            tuple(self._told(obligation, step, by_step.get((step.step, step.audience))) for step in passed),
            self._next(obligation, own),
            tuple(EarlierReminder(each, self._notices(each)) for each in all_own if each not in own),
        )

    def _told(self, obligation: Obligation, step: StepDate, reminder: Reminder | None) -> ToldStep:
        day = step.on_date if reminder is None else self.as_of
        rests = None if reminder and _is_said(reminder) else self._resting(obligation, step.audience, day)
        return ToldStep(step, reminder, self._notices(reminder) if reminder else (), rests)

    def _notices(self, reminder: Reminder) -> tuple[NoticeFacts, ...]:
        return tuple(self.notices[mark.notice_id] for mark in reminder.notices)

    def _resting(self, obligation: Obligation, audience: Audience, day: date) -> Decision | None:
        return resting(self.taken, obligation.line_id, obligation.team_id, audience, day)

    def _next(self, obligation: Obligation, own: Iterable[Reminder]) -> NextStep | None:
        """The first step that a scan of the days to come would say, were nothing to change."""
        if not is_owed(obligation, self.as_of):
            return None
        owed = replace(obligation, state=ObligationState.OWED, done_on=None)
        ledger: set[LedgerKey] = {
            (each.obligation_id, each.due_on, each.step, each.audience, each.team_id)
            for each in own
            if _is_said(each) or each.suppressed
        }
        for day in (self.as_of + DAY * count for count in range(1, LOOK_AHEAD)):
            said = due_reminders([owed], self.rules.policy, self.rules.calendar, ledger, day, self.taken)
            if said:
                return NextStep(said[0].step, day)
        return None


def _is_said(reminder: Reminder) -> bool:
    """Whether a message carries it that was not let be."""
    return any(mark.state is not NoticeState.SUPPRESSED for mark in reminder.notices)


def _unowed(
    session: Session, rules: Rules, plan: PlanFacts, line: Line, stored: Iterable[Obligation]
) -> tuple[UnowedPeriod, ...]:
    known = {obligation.period for obligation in stored}
    figures = submissions.values_of_plan(session, plan.id).get(line.id, {})
    return tuple(
        UnowedPeriod(period.key, expectation(line, parse_period(period.key), figures, rules.reporting))
        for period in periods.periods_of(session, plan.id)
        if period.key not in known
    )
