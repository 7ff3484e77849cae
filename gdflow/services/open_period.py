"""Open reporting periods and work out what each line owes in them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from gdflow.domain.errors import ConflictError
from gdflow.domain.lines import Line, PlanFacts
from gdflow.domain.obligations import closes_on, report_by
from gdflow.domain.periods import Period, PeriodKind, periods_between
from gdflow.domain.rules import Rules
from gdflow.services.derive import NewPlan, derive, derive_first
from gdflow.storage import events, periods, plans
from gdflow.storage.engine import Session
from gdflow.storage.events import Happened


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
        raise ConflictError("period_of_another_kind", found=period.key, expected=plan.period_kind.label)
    periods.hold_periods(session, [plan.id])
    (opened,) = _write(session, rules, plan, [period], now)
    derived = derive(session, rules, plan, today=rules.today(now))
    return replace(opened, owed=derived.duties.get(period.key, 0) if opened.new else derived.new)


def open_started_periods(
    session: Session, rules: Rules, *, now: datetime, known: Iterable[PlanFacts] | None = None
) -> tuple[OpenedPeriod, ...]:
    """Open every period of every plan that has begun by now and is not open yet: time opens periods, nobody forgets.

    known: the plans, where the caller has just read them. A plan that needs nothing costs no statement of its own.
    """
    today = rules.today(now)
    begun = periods.begun_periods(session, rules.entity_id, today)
    known = plans.plans_of(session, rules.entity_id) if known is None else known
    wanting = [plan for plan in known if not _is_whole(plan.period_kind, begun.get(plan.id), today)]
    periods.hold_periods(session, [plan.id for plan in wanting])
    return tuple(opened for plan in wanting for opened in open_begun(session, rules, plan, now=now))


def open_begun(
    session: Session,
    rules: Rules,
    plan: PlanFacts,
    *,
    now: datetime,
    lines: Sequence[Line] | None = None,
) -> tuple[OpenedPeriod, ...]:
    """The same for one plan. lines: as in `derive`."""
    lines = plans.lines_of(session, plan.id) if lines is None else lines
    missing = _unopened(session, plan, lines, rules.today(now))
    if not missing:
        return ()
    periods.hold_periods(session, [plan.id])
    opened = _write(session, rules, plan, missing, now)
    derived = derive(session, rules, plan, today=rules.today(now), lines=lines)
    return tuple(replace(period, owed=derived.duties.get(period.period, 0)) for period in opened)


def open_first(session: Session, rules: Rules, new: NewPlan, *, now: datetime) -> list[Happened]:
    """Open the periods of a new plan that have begun by now, and write down what its lines owe.

    Returns what the caller is to note of it, with what else it has to note.
    """
    today = rules.today(now)
    begun = {period.key: period for period in _begun(new.plan, new.lines, today)}
    opened = [_dated(rules, new.plan, period) for period in begun.values()]
    dated = [(begun[each.period], each.report_by, each.closes_on) for each in opened]
    periods.open_first(session, rules.entity_id, new.plan.id, dated, at=now)
    derive_first(session, rules, new, dated, today=today)
    return _happened(new.plan, opened)


def _write(
    session: Session, rules: Rules, plan: PlanFacts, wanted: Iterable[Period], now: datetime
) -> list[OpenedPeriod]:
    """Write periods' rows with their two dates; what they make owed is worked out by the caller."""
    opened = [_write_row(session, rules, plan, period, now) for period in wanted]
    _note(session, rules, plan, opened, now)
    return opened


def _note(session: Session, rules: Rules, plan: PlanFacts, opened: Iterable[OpenedPeriod], now: datetime) -> None:
    happened = _happened(plan, opened)
    if happened:
        events.append_all(session, rules.entity_id, happened, at=now, actor="gdflow")


def _happened(plan: PlanFacts, opened: Iterable[OpenedPeriod]) -> list[Happened]:
    return [("period_opened", f"plan:{plan.id}", _facts(period)) for period in opened if period.new]


def _write_row(session: Session, rules: Rules, plan: PlanFacts, period: Period, now: datetime) -> OpenedPeriod:
    opened = _dated(rules, plan, period)
    by, closing = opened.report_by, opened.closes_on
    new = periods.open_period(session, rules.entity_id, plan.id, period, report_by=by, closes_on=closing, at=now)
    return opened if new else replace(opened, new=False)


def _dated(rules: Rules, plan: PlanFacts, period: Period) -> OpenedPeriod:
    by = report_by(period, rules.reporting, rules.calendar)
    return OpenedPeriod(plan.code, period.key, by, closes_on(period, rules.reporting, rules.calendar), new=True, owed=0)


def _facts(opened: OpenedPeriod) -> dict[str, object]:
    dates = {"report_by": opened.report_by.isoformat(), "closes_on": opened.closes_on.isoformat()}
    return {"plan": opened.plan, "period": opened.period, **dates}


def _is_whole(kind: PeriodKind, begun: tuple[date, int] | None, today: date) -> bool:
    """Whether no begun period is missing between the first one opened and today."""
    return begun is not None and len(periods_between(kind, begun[0], today)) <= begun[1]


def _unopened(session: Session, plan: PlanFacts, lines: Sequence[Line], today: date) -> list[Period]:
    begun = _begun(plan, lines, today)
    known = {period.key for period in periods.periods_of(session, plan.id)} if begun else frozenset()
    return [period for period in begun if period.key not in known]


def _begun(plan: PlanFacts, lines: Sequence[Line], today: date) -> Sequence[Period]:
    """The plan's periods from its first day to this one."""
    window = plan_window(lines)
    if window is None or window[0] > today:
        return ()
    # After the plan's last due date only the deadlines themselves go on being owed.
    return periods_between(plan.period_kind, window[0], min(today, window[1]))


def plan_window(lines: Iterable[Line]) -> tuple[date, date] | None:
    """The days from the first start to the last due date of a plan's lines, or None when no line has a due date.

    A line without a start runs from the first day of its due date's year.
    """
    dates = [(line.start or line.due.replace(month=1, day=1), line.due) for line in lines if line.due is not None]
    return (min(start for start, _ in dates), max(due for _, due in dates)) if dates else None
