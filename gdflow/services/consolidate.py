"""The consolidated workbook of a plan's period, or of all plans: from what closings froze, else marked as a draft."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from gdflow.domain.closing import ClosingFacts
from gdflow.domain.consolidated import Consolidated
from gdflow.domain.lines import PlanFacts
from gdflow.domain.periods import Period, PeriodKind, parse_period, period_of, previous_period
from gdflow.domain.rules import Rules
from gdflow.services.find import plans_reported_by
from gdflow.services.in_force import InForce, in_force, in_force_together
from gdflow.services.quality import quality_rows
from gdflow.spanish.consolidated import DRAFT, draft_mark
from gdflow.storage import events
from gdflow.storage.engine import Session


@dataclass(frozen=True, slots=True)
class Report:
    """A consolidated report as values and as a workbook. closing: that froze it, None for a draft.

    said: how its figures stand, in sentences.
    """

    consolidated: Consolidated
    workbook: bytes
    closing: ClosingFacts | None
    said: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReportsTogether:
    """A workbook over several plans, and how its figures stand, in sentences."""

    workbook: bytes
    said: tuple[str, ...]


def consolidate(session: Session, rules: Rules, plan: PlanFacts, period: Period, *, now: datetime) -> Report:
    """Write the consolidated workbook of a plan's period. Raises ConflictError("snapshot_damaged")."""
    made = in_force(session, rules, plan, period, now=now)
    closing = made.closed.facts if made.closed else None
    facts = {"plan": plan.code, "period": period.key, "missing": len(made.report.missing)}
    facts["closing"] = closing.sha256 if closing else None
    events.append(session, rules.entity_id, "consolidated", f"plan:{plan.id}", facts, at=now, actor="gdflow")
    return Report(made.report, _workbook(session, rules, [made], period, now), closing, made.said)


def consolidate_together(session: Session, rules: Rules, period: str, *, now: datetime) -> ReportsTogether:
    """Write one workbook over every plan that is reported by such periods.

    Raises NotFoundError("no_plan_of_kind"), ConflictError("snapshot_damaged").
    """
    from gdflow.report.book import uncollected

    # From the first line read to the last cell written, as all of it is alive until the book is there.
    with uncollected():
        return _together(session, rules, parse_period(period), now)


def _together(session: Session, rules: Rules, asked: Period, now: datetime) -> ReportsTogether:
    chosen = plans_reported_by(session, rules.entity_id, None, asked.kind)
    made = in_force_together(session, rules, chosen, asked, now=now)
    closings = {each.closed.facts.plan: each.closed.facts.sha256 for each in made if each.closed}
    facts = {"plans": [plan.code for plan in chosen], "period": asked.key, "closings": closings}
    events.append(session, rules.entity_id, "consolidated", f"period:{asked.key}", facts, at=now, actor="gdflow")
    return ReportsTogether(_workbook(session, rules, made, asked, now), _said(made))


def _workbook(session: Session, rules: Rules, made: Sequence[InForce], period: Period, now: datetime) -> bytes:
    from gdflow.report.workbook import write_consolidated

    closings = [each.closed for each in made if each.closed]
    if len(closings) == len(made):
        from gdflow.report.closed_workbook import write_closed_together

        return write_closed_together(closings)
    reports = [each.report for each in made]
    quality = quality_rows(session, rules, [report.plan for report in reports], period.key)
    at, rule = rules.window.local(now), rules.reporting
    return write_consolidated(reports, made_at=at, quality=quality, rule=rule, closings=closings)


def _said(made: Sequence[InForce]) -> tuple[str, ...]:
    still_open = [each.report.plan.code for each in made if each.closed is None]
    if len(still_open) == len(made):
        return (f"{DRAFT}.",)
    draft = (f"{draft_mark(still_open, len(made))}.",) if still_open else ()
    return (*draft, *(f"{each.report.plan.code}: {told}" for each in made if each.closed for told in each.said))


def last_ended_period(plan: PlanFacts, rules: Rules, now: datetime) -> Period:
    """The plan's newest period that has ended: the one a coordinator consolidates when none is named."""
    kind = PeriodKind.QUARTER if plan.period_kind is PeriodKind.CUSTOM else plan.period_kind
    return previous_period(period_of(kind, rules.today(now)))
