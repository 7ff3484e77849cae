"""When a reminder is owed: steps of a ladder that have passed and are not yet written.

A step is never matched by "today equals": a missed morning is caught up by the next, and of several missed steps only
the newest is said, once per audience.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from gdflow.domain.calendar import BusinessCalendar
from gdflow.domain.decisions import Decision, resting
from gdflow.domain.ladders import DEFAULT_POLICY, Anchor, Ladder, Policy, ReminderReason, Step, step_name
from gdflow.domain.obligations import Obligation, ObligationKind, ObligationState
from gdflow.domain.people import Audience

__all__ = [
    "DEFAULT_POLICY",
    "Anchor",
    "Ladder",
    "LedgerKey",
    "PlannedReminder",
    "Policy",
    "ReminderReason",
    "Step",
    "StepDate",
    "current_steps",
    "due_reminders",
    "ladder_steps",
    "passed_steps",
    "step_name",
]

DAY = timedelta(days=1)
LedgerKey = tuple[int, date, str, Audience, int | None]


@dataclass(frozen=True, slots=True)
class StepDate:
    """A step at its day, for all obligations of one kind and equal dates. `step` is the name that the ledger keeps."""

    kind: ObligationKind
    due_on: date
    closes_on: date | None
    step: str
    audience: Audience
    reason: ReminderReason
    on_date: date


@dataclass(frozen=True, slots=True)
class PlannedReminder:
    """A reminder that is owed today and not yet written."""

    obligation: Obligation
    step: StepDate

    @property
    def key(self) -> LedgerKey:
        """What the ledger knows it by.

        The due date and the team are in it: after an extension, and to another team, the steps are said again.
        """
        return self.obligation.id, self.step.due_on, self.step.step, self.step.audience, self.obligation.team_id


def passed_steps(
    kind: ObligationKind,
    due_on: date,
    closes_on: date | None,
    policy: Policy,
    calendar: BusinessCalendar,
    today: date,
) -> tuple[StepDate, ...]:
    """All steps whose day has come, oldest first; on one day in the ladder's order."""
    ladder = policy.ladder(kind)
    fixed = _fixed(ladder, due_on, closes_on, calendar)
    repeated = _repeated(ladder, _repeat_offsets(ladder, due_on, calendar, today), due_on, calendar)
    return _in_order(kind, due_on, closes_on, (*fixed, *repeated), today)


def current_steps(
    kind: ObligationKind,
    due_on: date,
    closes_on: date | None,
    policy: Policy,
    calendar: BusinessCalendar,
    today: date,
) -> tuple[StepDate, ...]:
    """The newest passed step of each audience: what an open obligation of these dates is told, unless it was.

    Nothing on a closed day, and nothing once a period has locked.
    """
    locked = kind is ObligationKind.RESULT and closes_on is not None and today > closes_on
    if locked or not calendar.is_business_day(today):
        return ()
    ladder = policy.ladder(kind)
    # Of the repeats only the newest is worked out: a deadline may have been overdue for years.
    offsets = _repeat_offsets(ladder, due_on, calendar, today)[-1:]
    dated = (*_fixed(ladder, due_on, closes_on, calendar), *_repeated(ladder, offsets, due_on, calendar))
    newest = {step.audience: step for step in _in_order(kind, due_on, closes_on, dated, today)}
    return tuple(newest.values())


def ladder_steps(
    kind: ObligationKind, due_on: date, closes_on: date | None, policy: Policy, calendar: BusinessCalendar
) -> tuple[StepDate, ...]:
    """The steps that are said of what is never answered, each once and up to the lock; without the repeats."""
    fixed = _fixed(policy.ladder(kind), due_on, closes_on, calendar)
    return _in_order(kind, due_on, closes_on, fixed, closes_on or date.max)


def due_reminders(
    obligations: Iterable[Obligation],
    policy: Policy,
    calendar: BusinessCalendar,
    ledger: Collection[LedgerKey],
    today: date,
    decisions: Collection[Decision] = (),
) -> tuple[PlannedReminder, ...]:
    """The reminders to write today: the current steps of what is owed, less those in the ledger.

    ledger: (obligation id, due date, step name, audience, team id) of every reminder ever written.
    decisions: by which somebody hears nothing today.
    """
    planned = (
        PlannedReminder(owed, step)
        for owed in obligations
        if owed.state is ObligationState.OWED
        for step in current_steps(owed.kind, owed.due_on, owed.closes_on, policy, calendar, today)
        if resting(decisions, owed.line_id, owed.team_id, step.audience, today) is None
    )
    return tuple(reminder for reminder in planned if reminder.key not in ledger)


def _fixed(
    ladder: Ladder, due_on: date, closes_on: date | None, calendar: BusinessCalendar
) -> Iterator[tuple[Step, date]]:
    for step in ladder.steps:
        anchor = due_on if step.anchor is Anchor.DUE else closes_on
        if anchor is not None:
            yield step, calendar.shift(anchor, step.offset)


def _repeat_offsets(ladder: Ladder, due_on: date, calendar: BusinessCalendar, today: date) -> range:
    """Distances from the due date, in business days, at which the last step was said again by today."""
    if not ladder.repeat_every or not ladder.last_due_steps:
        return range(0)
    first = ladder.last_due_steps[0].offset + ladder.repeat_every
    return range(first, calendar.count(due_on + DAY, today) + 1, ladder.repeat_every)


def _repeated(ladder: Ladder, offsets: range, due_on: date, calendar: BusinessCalendar) -> Iterator[tuple[Step, date]]:
    for offset in offsets:
        for step in ladder.last_due_steps:
            yield replace(step, name=step_name(offset), offset=offset), calendar.shift(due_on, offset)


def _in_order(
    kind: ObligationKind, due_on: date, closes_on: date | None, dated: Iterable[tuple[Step, date]], today: date
) -> tuple[StepDate, ...]:
    passed = sorted(((step, day) for step, day in dated if day <= today), key=lambda pair: pair[1])
    return tuple(StepDate(kind, due_on, closes_on, step.name, step.audience, step.reason, day) for step, day in passed)
