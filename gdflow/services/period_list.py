"""Every period that a plan has opened, with how it stands on a day; however many there are, in four statements."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from gdflow.domain.board import PlanPeriod
from gdflow.domain.lines import PlanFacts
from gdflow.domain.rules import Rules
from gdflow.services.board import state_of
from gdflow.services.closings import closed_periods
from gdflow.storage import plans
from gdflow.storage.engine import Session
from gdflow.storage.periods import periods_of_plans


@dataclass(frozen=True, slots=True)
class PlanPeriods:
    """A plan with the periods that it has opened, the newest first."""

    plan: PlanFacts
    periods: tuple[PlanPeriod, ...]


def plan_periods(session: Session, rules: Rules, *, now: datetime) -> tuple[PlanPeriods, ...]:
    """The plans of the entity with their periods. Nothing is written."""
    known, today = plans.plans_of(session, rules.entity_id), rules.today(now)
    ids = [plan.id for plan in known]
    closed = closed_periods(session, ids, today)
    found: Mapping[int, list[PlanPeriod]] = {plan.id: [] for plan in known}
    facts = {plan.id: plan for plan in known}
    for each in reversed(periods_of_plans(session, ids)):
        found[each.plan_id].append(state_of(facts[each.plan_id], each, closed, each.key, today))
    return tuple(PlanPeriods(plan, tuple(found[plan.id])) for plan in known)
