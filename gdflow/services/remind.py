"""The scan: what is owed today, which reminder steps have passed, and one digest per person and business day.

1. Acts whose day has come change their lines, and periods that have begun are opened.
2. For each due date in sight the newest passed step of each ladder is worked out; one statement writes every
   reminder that is not in the ledger yet.
3. Reminders without a notice become one digest per address; each digest rests in the outbox with its own bytes.
4. What only a person can put right goes to the coordinator, each thing once.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from gdflow import failpoints
from gdflow.domain.decisions import Decision, resting
from gdflow.domain.notices import OwedLine, Reminder
from gdflow.domain.obligations import Obligation, ObligationKind, ObligationState
from gdflow.domain.periods import parse_period
from gdflow.domain.reminders import StepDate, current_steps
from gdflow.domain.results import CellState, cell_state
from gdflow.domain.rules import Rules
from gdflow.services.amend import apply_due_amendments
from gdflow.services.compose import Composed, compose
from gdflow.services.open_period import OpenedPeriod, open_started_periods
from gdflow.services.tell_coordinator import tell_coordinator
from gdflow.storage import decisions, events, obligations, periods, plans, reminders
from gdflow.storage.engine import Session
from gdflow.storage.stale import withdraw_stale

IN_SIGHT = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Situation:
    """The state of the plans on a day: rows by plan code.

    overdue: due date passed and unfinished. due_soon: due within 30 days. missing: by period that has ended.
    """

    overdue: tuple[OwedLine, ...]
    due_soon: tuple[OwedLine, ...]
    missing: dict[str, tuple[OwedLine, ...]]


@dataclass(frozen=True, slots=True)
class CurrentReminder:
    """A reminder step in force today for something owed; new: this scan wrote it."""

    owed: OwedLine
    step: StepDate
    new: bool


@dataclass(frozen=True, slots=True)
class ScanReport:
    """What a scan found and wrote. closed_because: why nothing is sent today ("Viernes Santo"), or None."""

    as_of: date
    closed_because: str | None
    opened: tuple[OpenedPeriod, ...]
    owed: tuple[OwedLine, ...]
    reminders: tuple[CurrentReminder, ...]
    new: int
    known: int
    composed: Composed

    @property
    def situation(self) -> Situation:
        """The owed lines by what they mean today."""
        return situation(self.owed, self.as_of)

    def state(self, line: OwedLine) -> CellState:
        """Whether what is owed is not yet due, due, late or past the closing."""
        return cell_state(_obligation(line), None, self.as_of)


def scan(session: Session, rules: Rules, *, now: datetime) -> ScanReport:
    """Write today's reminders, each once, and the digests that carry them.

    On a day that is no business day nothing is written: what is owed then is found by the next business day's scan.
    """
    today = rules.today(now)
    known = plans.plans_of(session, rules.entity_id)
    periods.hold_periods(session, [plan.id for plan in known])
    apply_due_amendments(session, rules, now=now)
    opened = open_started_periods(session, rules, now=now, known=known)
    withdraw_stale(session, rules.entity_id, today, at=now)
    reminders.suppress_overtaken(session, rules.entity_id, "answered")
    before = {reminder.id for reminder in reminders.unnoticed(session, rules.entity_id, today)}
    steps = steps_in_force(session, rules, today)
    counts = obligations.claim_reminders(session, rules.entity_id, steps, on=today, at=now)
    failpoints.reach("scan.mid")
    written = reminders.unnoticed(session, rules.entity_id, today)
    composed = compose(session, rules, written, now=now)
    in_sight = max([today + IN_SIGHT, *(step.due_on for step in steps)])
    owed = obligations.owed(session, rules.entity_id, in_sight)
    told = tell_coordinator(session, rules, known, composed.unreachable, owed, now=now)
    composed = replace(composed, notices=(*composed.notices, *told))
    if counts.new:
        facts = {"new": counts.new, "known": counts.known, "notices": len(composed.notices)}
        events.append(session, rules.entity_id, "scanned", f"day:{today}", facts, at=now, actor="gdflow")
    return ScanReport(
        as_of=today,
        closed_because=rules.calendar.why_closed(today),
        opened=opened,
        owed=tuple(line for line in owed if line.due_on <= today + IN_SIGHT),
        reminders=_current(_heard(session, rules, owed, steps, today), written, before),
        new=counts.new,
        known=counts.known,
        composed=composed,
    )


def steps_in_force(session: Session, rules: Rules, today: date) -> tuple[StepDate, ...]:
    """The newest passed step of each ladder for every due date on which something is still owed."""
    # The longest lead is counted in business days; twice as many calendar days and a fortnight cover any recess.
    reach = today + timedelta(days=2 * rules.policy.longest_lead + 14)
    return tuple(
        step
        for kind, due_on, closes_on in obligations.due_dates(session, rules.entity_id, reach)
        for step in current_steps(kind, due_on, closes_on, rules.policy, rules.calendar, today)
    )


def situation(owed: Sequence[OwedLine], today: date) -> Situation:
    """Sort what is owed into overdue, due within 30 days, and missing by ended period."""
    deadlines = [line for line in owed if line.kind is ObligationKind.DEADLINE]
    missing: dict[str, tuple[OwedLine, ...]] = {}
    for line in owed:
        period = line.period
        if period and parse_period(period).end < today:
            missing[period] = (*missing.get(period, ()), line)
    return Situation(
        tuple(line for line in deadlines if line.due_on < today),
        tuple(line for line in deadlines if line.due_on >= today),
        missing,
    )


def _heard(
    session: Session, rules: Rules, owed: Sequence[OwedLine], steps: Sequence[StepDate], today: date
) -> list[tuple[OwedLine, StepDate]]:
    """Which step is in force for what is owed, but for those whom a decision lets rest today."""
    by_dates: dict[tuple[ObligationKind, date, date | None], list[StepDate]] = {}
    for step in steps:
        by_dates.setdefault((step.kind, step.due_on, step.closes_on), []).append(step)
    about: dict[tuple[int | None, int | None], list[Decision]] = {}
    for taken in decisions.decisions_of_entity(session, rules.entity_id) if steps else ():
        about.setdefault((taken.line_id, taken.team_id), []).append(taken)
    return [
        (line, step)
        for line in owed
        for step in by_dates.get((line.kind, line.due_on, line.closes_on), ())
        if not about
        or resting(
            (*about.get((line.line_id, None), ()), *about.get((None, line.team_id), ())),
            *(line.line_id, line.team_id, step.audience, today),
        )
        is None
    ]


def _current(
    heard: Sequence[tuple[OwedLine, StepDate]], written: Sequence[Reminder], before: Collection[int]
) -> tuple[CurrentReminder, ...]:
    new = {(each.obligation_id, each.step, each.audience) for each in written if each.id not in before}
    return tuple(
        CurrentReminder(line, step, (line.obligation_id, step.step, step.audience) in new) for line, step in heard
    )


def _obligation(line: OwedLine) -> Obligation:
    return Obligation(
        line.obligation_id,
        line.line_id,
        line.plan_id,
        line.team_id,
        line.kind,
        line.period,
        line.due_on,
        line.closes_on,
        line.reason,
        ObligationState.OWED,
        None,
    )
