"""The report of a plan's period that counts: what its newest closing froze, or, while it is open, what is known now."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from gdflow.domain.closing import Closed, ClosingFacts
from gdflow.domain.consolidated import Consolidated, consolidated
from gdflow.domain.lines import Line, PlanFacts, Result
from gdflow.domain.obligations import Obligation
from gdflow.domain.periods import Period
from gdflow.domain.reviews import Review, ReviewMode
from gdflow.domain.rules import Rules
from gdflow.spanish.consolidated import DRAFT, reopened_said
from gdflow.spanish.cutoffs import closing_said
from gdflow.storage import closings, obligations, reopenings, reviews, submissions
from gdflow.storage.engine import Session
from gdflow.storage.lines import lines_of_plans

AT_ONCE = 50
"""Plans that are read together: enough to spare statements, few enough to sort in memory."""
Known = tuple[Sequence[Line], Sequence[Result], Sequence[Obligation]]
"""A plan's lines, figures in force and results owed."""


@dataclass(frozen=True, slots=True)
class InForce:
    """A report, the closing that froze it (None: a draft), and how it stands, in sentences."""

    report: Consolidated
    closed: Closed | None
    said: tuple[str, ...]


def in_force(session: Session, rules: Rules, plan: PlanFacts, period: Period, *, now: datetime) -> InForce:
    """The report of a plan's period on a day. Raises ConflictError("snapshot_damaged")."""
    return in_force_together(session, rules, [plan], period, now=now)[0]


def in_force_together(
    session: Session, rules: Rules, asked: Sequence[PlanFacts], period: Period, *, now: datetime
) -> list[InForce]:
    """The same of several plans, in their order, read together."""
    closed = {
        each.plan_id: each
        for each in closings.closings_of_plans(session, [plan.id for plan in asked], period.key)
        if each.closed_at <= now
    }
    frozen = _frozen(session, rules, closed, period, now)
    drafts = iter(reports_on(session, rules, [plan for plan in asked if plan.id not in closed], period, now=now))
    return [frozen.get(plan.id) or InForce(next(drafts), None, (f"{DRAFT}.",)) for plan in asked]


def in_force_each(
    session: Session, rules: Rules, asked: Sequence[tuple[PlanFacts, Period]], *, now: datetime
) -> Iterator[InForce]:
    """The same of several plans, each with its own period, in their order; many are read at once."""
    for start in range(0, len(asked), AT_ONCE):
        some = asked[start : start + AT_ONCE]
        made: dict[int, InForce] = {}
        for period in dict.fromkeys(period for _, period in some):
            its = [plan for plan, own in some if own == period]
            reports = in_force_together(session, rules, its, period, now=now)
            made |= {plan.id: each for plan, each in zip(its, reports, strict=True)}
        yield from (made[plan.id] for plan, _ in some)


def _frozen(
    session: Session, rules: Rules, closed: Mapping[int, ClosingFacts], period: Period, now: datetime
) -> dict[int, InForce]:
    """What closings froze, by plan, as are the closings."""
    if not closed:
        return {}
    known = closings.closings_by_id(session, [facts.id for facts in closed.values()])
    until = _reopened(session, closed, period, rules, now)
    return {
        plan_id: InForce(known[facts.id].snapshot.report, known[facts.id], _said(facts, until.get(plan_id)))
        for plan_id, facts in closed.items()
    }


def _said(facts: ClosingFacts, until: date | None) -> tuple[str, ...]:
    said = closing_said(facts.period, facts.number, facts.sha256)
    return (said,) if until is None else (said, reopened_said(until))


def report_on(session: Session, rules: Rules, plan: PlanFacts, period: Period, *, now: datetime) -> Consolidated:
    """What is known of a plan's period now, judged, whether it is closed or not; nothing is written."""
    (report,) = reports_on(session, rules, [plan], period, now=now)
    return report


def reports_on(
    session: Session, rules: Rules, asked: Sequence[PlanFacts], period: Period, *, now: datetime
) -> Iterator[Consolidated]:
    """The same of several plans, in their order; many are read at once."""
    for start in range(0, len(asked), AT_ONCE):
        some = asked[start : start + AT_ONCE]
        ids = [plan.id for plan in some]
        lines: dict[int, list[Line]] = {}
        for line in lines_of_plans(session, ids):
            lines.setdefault(line.plan_id, []).append(line)
        results = submissions.results_by_plan(session, ids)
        owed = obligations.results_owed_by_plan(session, ids)
        said = reviews.newest_by_plan(session, [plan.id for plan in some if plan.review is not ReviewMode.NONE])
        for plan in some:
            its = lines.get(plan.id, ()), results.get(plan.id, ()), owed.get(plan.id, ())
            yield _judged(rules, plan, its, said.get(plan.id, {}), period, now)


def _judged(
    rules: Rules, plan: PlanFacts, its: Known, said: Mapping[int, Review], period: Period, now: datetime
) -> Consolidated:
    return consolidated(
        plan,
        *its,
        period=period.key,
        as_of=rules.today(now),
        bands=rules.bands,
        rule=rules.reporting,
        reviews=None if plan.review is ReviewMode.NONE else said,
    )


def _reopened(
    session: Session, plan_ids: Collection[int], period: Period, rules: Rules, now: datetime
) -> dict[int, date]:
    """Up to when plans take answers again for a closed period, by plan."""
    opened = reopenings.open_reopenings_of(session, plan_ids)
    its = [each for each in opened if each.period == period.key and each.until >= rules.today(now)]
    return {each.plan_id: each.until for each in sorted(its, key=lambda each: each.until)}
