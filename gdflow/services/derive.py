"""Bring what a plan owes in step with its lines, its open periods and what was reported."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from gdflow.domain.decisions import DecisionKind
from gdflow.domain.line_window import has_window
from gdflow.domain.lines import Line, PlanFacts, Result
from gdflow.domain.obligations import (
    OWING,
    Duty,
    Obligation,
    ObligationKind,
    ObligationReason,
    ObligationState,
    deadline_duty,
    expectation,
    result_duties,
)
from gdflow.domain.periods import Period, parse_period
from gdflow.domain.rules import Rules
from gdflow.storage import decisions, obligations, periods, plans, submissions
from gdflow.storage.engine import Session

Place = tuple[int, str | None]


@dataclass(frozen=True, slots=True)
class Derived:
    """What deriving did. new: obligations written. duties: how many stand for each period, written now or before."""

    new: int
    duties: Mapping[str | None, int]


def derive(
    session: Session, rules: Rules, plan: PlanFacts, *, today: date, lines: Sequence[Line] | None = None
) -> Derived:
    """Write down what a plan's lines owe, and bring what was written before in step.

    Obligations that a result met are met, those of lines that became complete are complete, and what a correction or
    a renewed document undid is owed again; none is deleted. A deadline moves with its line's own date.
    lines: the plan's, where the caller has just read them.
    """
    lines = plans.lines_of(session, plan.id) if lines is None else lines
    figures = figures_by_line(submissions.results_of_plan(session, plan.id))
    # By the dates with which each period was opened: a later change of the rule does not move a running one.
    opened = [(each.period, each.report_by, each.closes_on) for each in periods.periods_of(session, plan.id)]
    before = obligations.obligations_of_plan(session, plan.id)
    unread = unread_figures(session, plan, lines, figures)
    duties = [pair for line in lines for pair in _duties(line, opened, figures.get(line.id, {}), rules)]
    settled: dict[Place, ObligationState] = dict.fromkeys(unread, ObligationState.UNREADABLE)
    settled |= {(line_id, period): ObligationState.MET for line_id, values in figures.items() for period in values}
    counts = obligations.record_duties(session, rules.entity_id, plan.id, duties, settled, today)
    by_id = {line.id: line for line in lines}
    for (state, done_on), ids in _moves(before, by_id, figures, unread, rules, today).items():
        obligations.set_state(session, ids, state, done_on)
    _move_deadlines(session, before, [duty for duty, _ in duties])
    return Derived(counts.new, Counter(duty.period for duty, _ in duties))


def unread_figures(
    session: Session, plan: PlanFacts, lines: Iterable[Line], figures: Mapping[int, Mapping[str, Decimal]]
) -> frozenset[Place]:
    """The lines and periods whose cell in the document could not be read, and which nobody has answered since."""
    cells = plans.unread_cells(session, plan.id)
    if not cells:
        return frozenset()
    return frozenset(
        (line.id, period)
        for line in lines
        for period, cell in line.result_cells.items()
        if (line.sheet, cell) in cells and period not in figures.get(line.id, {})
    )


def figures_by_line(results: Iterable[Result]) -> dict[int, dict[str, Decimal]]:
    """The values in force, by line and period key."""
    figures: dict[int, dict[str, Decimal]] = {}
    for result in results:
        figures.setdefault(result.line_id, {})[result.period] = result.value
    return figures


def _duties(
    line: Line, opened: Sequence[tuple[Period, date, date]], figures: Mapping[str, Decimal], rules: Rules
) -> list[tuple[Duty, int | None]]:
    duties = result_duties(line, opened, figures, rules.reporting)
    deadline = deadline_duty(line, figures, rules.reporting, rules.calendar)
    return [(duty, line.team_id) for duty in (*duties, deadline) if duty is not None]


# A person's decision and a closed period are not undone by working things out again.
WORKED_OUT = frozenset(
    {ObligationState.OWED, ObligationState.COMPLETE, ObligationState.WITHDRAWN, ObligationState.UNREADABLE}
)


def _moves(
    stored: Iterable[Obligation],
    lines: Mapping[int, Line],
    figures: Mapping[int, Mapping[str, Decimal]],
    unread: Collection[Place],
    rules: Rules,
    today: date,
) -> dict[tuple[ObligationState, date | None], list[int]]:
    """The obligations that stand otherwise than they should, by the state and end that they are to have."""
    moves: dict[tuple[ObligationState, date | None], list[int]] = {}
    for obligation in stored:
        # The line of an obligation that left its plan is not here; what it owed was withdrawn when it left.
        if obligation.state in WORKED_OUT and obligation.line_id in lines:
            line, values = lines[obligation.line_id], figures.get(obligation.line_id, {})
            unreadable = (obligation.line_id, obligation.period) in unread
            state = _state_of(obligation, line, values, rules, unreadable=unreadable)
            if state is not obligation.state:
                done_on = None if state is ObligationState.OWED else today
                moves.setdefault((state, done_on), []).append(obligation.id)
    return moves


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


def _move_deadlines(session: Session, stored: Iterable[Obligation], duties: Iterable[Duty]) -> None:
    wanted = {duty.line_id: duty.due_on for duty in duties if duty.kind is ObligationKind.DEADLINE}
    for obligation in stored:
        due_on = wanted.get(obligation.line_id, obligation.due_on)
        moved = obligation.kind is ObligationKind.DEADLINE and obligation.due_on != due_on
        if moved and not _is_extended(session, obligation.line_id):
            obligations.move_due(session, obligation.id, due_on)


def _is_extended(session: Session, line_id: int) -> bool:
    """Whether a person gave the line more time than its plan says."""
    taken = decisions.decisions_of_line(session, line_id)
    return any(decision.kind is DecisionKind.EXTENSION and decision.period is None for decision in taken)
