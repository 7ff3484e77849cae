"""Bring what a plan owes in step with its lines, its open periods and what was reported."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from gdflow.domain.decisions import Place as Decided
from gdflow.domain.decisions import Standing, standing
from gdflow.domain.line_window import has_window
from gdflow.domain.lines import Line, PlanFacts
from gdflow.domain.obligations import (
    OWING,
    Duty,
    Obligation,
    ObligationKind,
    ObligationReason,
    ObligationState,
    Opened,
    deadline_duty,
    duties_of,
    expectation,
)
from gdflow.domain.periods import parse_period
from gdflow.domain.rules import Rules
from gdflow.services.closed_plan import closed_plan
from gdflow.storage import decisions, obligations, periods, plans, submissions
from gdflow.storage.engine import Session

Place = tuple[int, str | None]
NOTHING: Mapping[str, Decimal] = {}


@dataclass(frozen=True, slots=True)
class Derived:
    """What deriving did. new: obligations written. duties: how many stand for each period, written now or before."""

    new: int
    duties: Mapping[str | None, int]


@dataclass(frozen=True, slots=True)
class NewPlan:
    """A plan that was added in this transaction, with all that is known of it: nothing need be read back.

    figures: that its document reports, by line and period. unread_cells: (sheet, address) of those not understood.
    """

    plan: PlanFacts
    lines: Sequence[Line]
    figures: Mapping[int, Mapping[str, Decimal]]
    unread_cells: frozenset[tuple[str, str]]


def derive(
    session: Session,
    rules: Rules,
    plan: PlanFacts,
    *,
    today: date,
    lines: Sequence[Line] | None = None,
) -> Derived:
    """Write down what a plan's lines owe, and bring what was written before in step.

    Obligations that a result met are met, those of lines that became complete are complete, and what a correction or
    a renewed document undid is owed again; none is deleted. A deadline moves with its line's own date. What a person
    waived or extended stays so until it is taken back. What a closing closed stays as it was closed; where it was
    opened again, what is missing is owed until the last day of that.
    lines: the plan's, where the caller has just read them.
    """
    periods.hold_periods(session, [plan.id])
    before = obligations.obligations_of_plan(session, plan.id)
    lines = plans.lines_of(session, plan.id) if lines is None else lines
    return _bring(session, rules, plan, lines, before, submissions.values_of_plan(session, plan.id), today)


def derive_lines(session: Session, rules: Rules, plan: PlanFacts, lines: Sequence[Line], *, today: date) -> Derived:
    """The same for some lines of a plan alone: what a line owes rests on nothing that is said of another."""
    periods.hold_periods(session, [plan.id])
    before = [each for line in lines for each in obligations.obligations_of_line(session, line.id)]
    figures = submissions.values_of_lines(session, plan.id, [line.id for line in lines])
    return _bring(session, rules, plan, lines, before, figures, today)


def _bring(
    session: Session,
    rules: Rules,
    plan: PlanFacts,
    lines: Sequence[Line],
    before: Sequence[Obligation],
    figures: Mapping[int, Mapping[str, Decimal]],
    today: date,
) -> Derived:
    """Bring the obligations of lines in step. before: all of theirs. figures: all of theirs that are in force."""
    # By the dates with which each period was opened: a later change of the rule does not move a running one.
    opened = [(each.period, each.report_by, each.closes_on) for each in periods.periods_of(session, plan.id)]
    closed = closed_plan(session, plan, lines, today)
    unread = unread_figures(session, plan, lines, figures)
    duties = [
        pair for line in lines for pair in _duties(line, closed.dated(line, opened), figures.get(line.id, {}), rules)
    ]
    taken = standing(decisions.standing_of_plan(session, plan.id))
    settled = _settled(unread, _waived(taken, [duty for duty, _ in duties]), figures)
    counts = obligations.record_duties(session, rules.entity_id, plan.id, duties, settled, today)
    by_id = {line.id: line for line in lines}
    moving = [obligation for obligation in before if not closed.keeps(obligation)]
    # What was answered before its period was opened again keeps the dates by which it is judged.
    dated = [each for each in moving if not (closed.is_reopened(each) and each.period in figures.get(each.line_id, {}))]
    for (state, done_on), ids in _moves(moving, by_id, figures, unread, taken, rules, today).items():
        obligations.set_state(session, ids, state, done_on)
    _move_dates(session, dated, [duty for duty, _ in duties], closed.extended(taken))
    return Derived(counts.new, Counter(duty.period for duty, _ in duties))


def derive_first(session: Session, rules: Rules, new: NewPlan, opened: Sequence[Opened], *, today: date) -> None:
    """Write down what the lines of a new plan owe in its opened periods.

    It says what derive would: nothing of such a plan was owed, decided or closed before.
    """
    figures, reporting, calendar = new.figures, rules.reporting, rules.calendar
    duties = [
        (duty, line.team_id)
        for line in new.lines
        for duty in duties_of(line, opened, figures.get(line.id, NOTHING), reporting, calendar)
    ]
    settled = _settled(_unread(new.unread_cells, new.lines, figures), (), figures)
    obligations.record_duties(session, rules.entity_id, new.plan.id, duties, settled, today)


def unread_figures(
    session: Session, plan: PlanFacts, lines: Iterable[Line], figures: Mapping[int, Mapping[str, Decimal]]
) -> frozenset[Place]:
    """The lines and periods whose cell in the document could not be read, and which nobody has answered since."""
    return _unread(plans.unread_cells(session, plan.id), lines, figures)


def _unread(
    cells: Collection[tuple[str, str]], lines: Iterable[Line], figures: Mapping[int, Mapping[str, Decimal]]
) -> frozenset[Place]:
    if not cells:
        return frozenset()
    return frozenset(
        (line.id, period)
        for line in lines
        for period, cell in line.result_cells.items()
        if (line.sheet, cell) in cells and period not in figures.get(line.id, {})
    )


def _duties(
    line: Line, opened: Sequence[Opened], figures: Mapping[str, Decimal], rules: Rules
) -> list[tuple[Duty, int | None]]:
    owed = duties_of(line, opened, figures, rules.reporting, rules.calendar)
    return [(duty, line.team_id) for duty in owed]


def _settled(
    unread: Iterable[Place], waived: Iterable[Place], figures: Mapping[int, Mapping[str, Decimal]]
) -> dict[Place, ObligationState]:
    """The states of what is written down but not owed: a figure settles what could not be read or was waived."""
    settled: dict[Place, ObligationState] = dict.fromkeys(unread, ObligationState.UNREADABLE)
    settled |= dict.fromkeys(waived, ObligationState.WAIVED)
    settled |= {(line_id, period): ObligationState.MET for line_id, values in figures.items() for period in values}
    return settled


def _waived(taken: Standing, duties: Iterable[Duty]) -> list[Place]:
    return [(duty.line_id, duty.period) for duty in duties if taken.is_waived(duty.line_id, duty.period)]


# A result is not undone by working things out again.
WORKED_OUT = frozenset(
    {
        ObligationState.OWED,
        ObligationState.COMPLETE,
        ObligationState.WITHDRAWN,
        ObligationState.UNREADABLE,
        ObligationState.WAIVED,
        # where its period was opened again: all others of a closed period are left alone
        ObligationState.MISSING_AT_CLOSE,
    }
)
STILL = frozenset({ObligationState.OWED, ObligationState.UNREADABLE})


def _moves(
    stored: Iterable[Obligation],
    lines: Mapping[int, Line],
    figures: Mapping[int, Mapping[str, Decimal]],
    unread: Collection[Place],
    taken: Standing,
    rules: Rules,
    today: date,
) -> dict[tuple[ObligationState, date | None], list[int]]:
    """The obligations that stand otherwise than they should, by the state and end that they are to have."""
    moves: dict[tuple[ObligationState, date | None], list[int]] = {}
    for obligation in stored:
        # The line of an obligation that left its plan is not here; what it owed was withdrawn when it left.
        values = figures.get(obligation.line_id, {})
        if (obligation.state in WORKED_OUT or _came_back(obligation, values)) and obligation.line_id in lines:
            line = lines[obligation.line_id]
            unreadable = (obligation.line_id, obligation.period) in unread
            state = _state_of(obligation, line, values, rules, unreadable=unreadable)
            if state in STILL and taken.is_waived(obligation.line_id, obligation.period):
                state = ObligationState.WAIVED
            if state is not obligation.state:
                done_on = None if state is ObligationState.OWED else today
                moves.setdefault((state, done_on), []).append(obligation.id)
    return moves


def _came_back(obligation: Obligation, values: Mapping[str, Decimal]) -> bool:
    """Whether the result that met it was sent back by a reviewer: it counts for nothing, so it is owed again."""
    return obligation.state is ObligationState.MET and obligation.period not in values


def _state_of(
    obligation: Obligation, line: Line, figures: Mapping[str, Decimal], rules: Rules, *, unreadable: bool
) -> ObligationState:
    if obligation.kind is ObligationKind.DEADLINE:
        if deadline_duty(line, figures, rules.reporting, rules.calendar) is not None:
            return ObligationState.OWED
        # A line that has its date and still owes nothing has reached its target.
        dated = has_window(line) and line.due_confirmed
        return ObligationState.COMPLETE if dated else ObligationState.WITHDRAWN
    if obligation.period in figures:
        return ObligationState.MET
    reason = expectation(line, parse_period(str(obligation.period)), figures, rules.reporting)
    if reason is ObligationReason.COMPLETE:
        return ObligationState.COMPLETE
    if reason not in OWING:
        return ObligationState.WITHDRAWN
    return ObligationState.UNREADABLE if unreadable else ObligationState.OWED


def _move_dates(
    session: Session, stored: Iterable[Obligation], duties: Iterable[Duty], extended: Mapping[Decided, date | None]
) -> None:
    """Give obligations the dates of their lines and periods, or those to which a person extended them."""
    said = {(duty.line_id, duty.period): (duty.due_on, duty.closes_on) for duty in duties}
    for obligation in stored:
        place, before = (obligation.line_id, obligation.period), (obligation.due_on, obligation.closes_on)
        due_on, closes_on = said.get(place, before)
        until = extended.get(place)
        if until is not None:
            due_on, closes_on = until, closes_on and max(closes_on, until)
        if (due_on, closes_on) != before:
            obligations.move_dates(session, obligation.id, due_on, closes_on)
