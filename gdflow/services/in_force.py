"""The report of a plan's period that counts: what its newest closing froze, or, while it is open, what is known now."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from gdflow.domain.closing import Closed
from gdflow.domain.consolidated import Consolidated, consolidated
from gdflow.domain.lines import PlanFacts
from gdflow.domain.periods import Period
from gdflow.domain.reviews import ReviewMode
from gdflow.domain.rules import Rules
from gdflow.spanish.consolidated import DRAFT, reopened_said
from gdflow.spanish.cutoffs import closing_said
from gdflow.storage import closings, obligations, plans, reopenings, reviews, submissions
from gdflow.storage.engine import Session


@dataclass(frozen=True, slots=True)
class InForce:
    """A report, the closing that froze it (None: a draft), and how it stands, in sentences."""

    report: Consolidated
    closed: Closed | None
    said: tuple[str, ...]


def in_force(session: Session, rules: Rules, plan: PlanFacts, period: Period, *, now: datetime) -> InForce:
    """The report of a plan's period on a day. Raises ConflictError("snapshot_damaged")."""
    known = [each for each in closings.closings_of_plan(session, plan.id, period.key) if each.closed_at <= now]
    if not known:
        return InForce(report_on(session, rules, plan, period, now=now), None, (f"{DRAFT}.",))
    closed = closings.closing_by_id(session, known[-1].id)
    facts = closed.facts
    said = closing_said(facts.period, facts.number, facts.sha256)
    return InForce(closed.snapshot.report, closed, (said, *_reopened(session, plan, period, rules, now)))


def report_on(session: Session, rules: Rules, plan: PlanFacts, period: Period, *, now: datetime) -> Consolidated:
    """What is known of a plan's period now, judged, whether it is closed or not; nothing is written."""
    return consolidated(
        plan,
        plans.lines_of(session, plan.id),
        submissions.results_of_plan(session, plan.id),
        obligations.results_owed_of_plan(session, plan.id),
        period=period.key,
        as_of=rules.today(now),
        bands=rules.bands,
        rule=rules.reporting,
        reviews=None if plan.review is ReviewMode.NONE else reviews.newest_of_plan(session, plan.id),
    )


def _reopened(session: Session, plan: PlanFacts, period: Period, rules: Rules, now: datetime) -> Sequence[str]:
    opened = reopenings.open_reopenings_of(session, [plan.id])
    days = [each.until for each in opened if each.period == period.key and each.until >= rules.today(now)]
    return [reopened_said(max(days))] if days else []
