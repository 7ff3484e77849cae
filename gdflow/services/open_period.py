"""Open reporting periods and work out what each line owes in them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from gdflow.domain.errors import ConflictError
from gdflow.domain.lines import Line, PlanFacts, Result
from gdflow.domain.obligations import (
    Duty,
    Obligation,
    ObligationKind,
    ObligationReason,
    ObligationState,
    closes_on,
    deadline_duty,
    expectation,
    report_by,
    result_duty,
)
from gdflow.domain.periods import Period, PeriodKind, parse_period, periods_between
from gdflow.domain.rules import Rules
from gdflow.storage import events, obligations, periods, plans, submissions
from gdflow.storage.engine import Session


@dataclass(frozen=True, slots=True)
class OpenedPeriod:
    """A period as it stands after opening. new: it was not open before. owed: obligations written now."""

    plan: str
    period: str
    report_by: date
    closes_on: date
    new: bool
    owed: int


def open_period(session: Session, rules: Rules, plan: PlanFacts, period: Period, *, now: datetime) -> OpenedPeriod:
    """Open a period of a plan and write down what its lines owe in it; opening twice changes nothing.

    Raises ConflictError("period_of_another_kind") when the plan is not reported by such periods.
    """
    if period.kind not in (plan.period_kind, PeriodKind.CUSTOM):
        raise ConflictError("period_of_another_kind", found=period.key, expected=plan.period_kind.value)
    by = report_by(period, rules.reporting, rules.calendar)
    closing = closes_on(period, rules.reporting, rules.calendar)
    new = periods.open_period(session, rules.entity_id, plan.id, period, report_by=by, closes_on=closing, at=now)
    owed = derive(session, rules, plan, today=rules.today(now))
    if new:
        facts = {"plan": plan.code, "period": period.key, "report_by": by.isoformat(), "closes_on": closing.isoformat()}
        events.append(session, rules.entity_id, "period_opened", f"plan:{plan.id}", facts, at=now, actor="gdflow")
    return OpenedPeriod(plan.code, period.key, by, closing, new, owed)


def open_started_periods(session: Session, rules: Rules, *, now: datetime) -> tuple[OpenedPeriod, ...]:
    """Open every period of every plan that has begun by now and is not open yet: time opens periods, nobody forgets."""
    return tuple(
        open_period(session, rules, plan, period, now=now)
        for plan in plans.plans_of(session, rules.entity_id)
        for period in _unopened(session, plan, rules.today(now))
    )


def _unopened(session: Session, plan: PlanFacts, today: date) -> list[Period]:
    known = {period.key for period in periods.periods_of(session, plan.id)}
    last = max((parse_period(key).end for key in known), default=None)
    if last is not None and last >= today:
        return []
    window = plan_window(plans.lines_of(session, plan.id))
    if window is None or window[0] > today:
        return []
    # After the plan's last due date only the deadlines themselves go on being owed.
    until = min(today, window[1])
    return [period for period in periods_between(plan.period_kind, window[0], until) if period.key not in known]


def plan_window(lines: Iterable[Line]) -> tuple[date, date] | None:
    """The days from the first start to the last due date of a plan's lines, or None when no line has a due date."""
    dated = [line for line in lines if line.due is not None]
    if not dated:
        return None
    return min(line.start or line.due for line in dated if line.due), max(line.due for line in dated if line.due)


def derive(session: Session, rules: Rules, plan: PlanFacts, *, today: date) -> int:
    """Bring a plan's obligations in step with its lines, open periods and results; returns how many are new.

    Obligations that a result met are met, those of lines that became complete are complete; none is deleted.
    """
    lines = plans.lines_of(session, plan.id)
    figures = figures_by_line(submissions.results_of_plan(session, plan.id))
    opened = [parse_period(period.key) for period in periods.periods_of(session, plan.id)]
    duties = [pair for line in lines for pair in _duties(line, opened, figures.get(line.id, {}), rules)]
    counts = obligations.record_duties(session, rules.entity_id, plan.id, duties)
    by_id = {line.id: line for line in lines}
    _settle(session, rules, obligations.obligations_of_plan(session, plan.id), by_id, figures, today)
    return counts.new


def figures_by_line(results: Iterable[Result]) -> dict[int, dict[str, Decimal]]:
    """The values in force, by line and period key."""
    figures: dict[int, dict[str, Decimal]] = {}
    for result in results:
        figures.setdefault(result.line_id, {})[result.period] = result.value
    return figures


def _duties(
    line: Line, opened: Sequence[Period], figures: Mapping[str, Decimal], rules: Rules
) -> list[tuple[Duty, int | None]]:
    duties = [result_duty(line, period, figures, rules.reporting, rules.calendar) for period in opened]
    duties.append(deadline_duty(line, figures, rules.reporting, rules.calendar))
    return [(duty, line.team_id) for duty in duties if duty is not None]


def _settle(
    session: Session,
    rules: Rules,
    stored: Iterable[Obligation],
    lines: Mapping[int, Line],
    figures: Mapping[int, Mapping[str, Decimal]],
    today: date,
) -> None:
    moves: dict[ObligationState, list[int]] = {}
    for obligation in stored:
        if obligation.state is ObligationState.OWED:
            state = _state_of(obligation, lines[obligation.line_id], figures.get(obligation.line_id, {}), rules)
            if state is not ObligationState.OWED:
                moves.setdefault(state, []).append(obligation.id)
    for state, ids in moves.items():
        obligations.set_state(session, ids, state, today)


def _state_of(obligation: Obligation, line: Line, figures: Mapping[str, Decimal], rules: Rules) -> ObligationState:
    if obligation.kind is ObligationKind.DEADLINE:
        owed = deadline_duty(line, figures, rules.reporting, rules.calendar)
        settled = ObligationState.COMPLETE if line.due else ObligationState.WITHDRAWN
        return ObligationState.OWED if owed else settled
    if obligation.period in figures:
        return ObligationState.MET
    reason = expectation(line, parse_period(str(obligation.period)), figures, rules.reporting)
    if reason is ObligationReason.COMPLETE:
        return ObligationState.COMPLETE
    owed_reasons = (ObligationReason.IN_WINDOW, ObligationReason.CARRIED_OVERDUE)
    return ObligationState.OWED if reason in owed_reasons else ObligationState.WITHDRAWN
