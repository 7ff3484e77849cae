"""The entity's own workbook filled in: from what closings froze, and where a period is open, from what is known now."""

from datetime import datetime
from typing import TYPE_CHECKING

from gdflow.domain.errors import ConflictError
from gdflow.domain.lines import PlanFacts
from gdflow.domain.periods import Period, PeriodKind, period_of, previous_period
from gdflow.domain.rules import Rules
from gdflow.services.in_force import in_force
from gdflow.storage import plans
from gdflow.storage.engine import Session
from gdflow.storage.objects import ObjectStore

if TYPE_CHECKING:
    from gdflow.report.official import OfficialWorkbook

WORKBOOKS = ".xlsx", ".xlsm"


def fill_own_workbook(
    session: Session, rules: Rules, objects: ObjectStore, plan: PlanFacts, period: Period, *, now: datetime
) -> "OfficialWorkbook":
    """The workbook that was imported, filled in with what the teams reported up to a period for each plan in it.

    Raises ConflictError: no_source_workbook when the plan did not come as one, snapshot_damaged.
    """
    from gdflow.report.official import fill_official
    from gdflow.report.official_fills import fills_of_report

    source = objects.get(plan.source_sha256)
    if not plan.source.lower().endswith(WORKBOOKS) or not source.startswith(b"PK"):
        raise ConflictError("no_source_workbook", plan=plan.code)
    beside = [each for each in plans.plans_of(session, rules.entity_id) if each.source_sha256 == plan.source_sha256]
    reports = [in_force(session, rules, each, _by_then(each, period), now=now).report for each in beside]
    return fill_official(source, [fill for report in reports for fill in fills_of_report(report)])


def _by_then(plan: PlanFacts, period: Period) -> Period:
    """The period itself, or a plan's newest own one that ended with it: plans of one workbook may differ in kind."""
    if PeriodKind.CUSTOM in (period.kind, plan.period_kind):
        return period
    running = period_of(plan.period_kind, period.end)
    return running if running.end == period.end else previous_period(running)
