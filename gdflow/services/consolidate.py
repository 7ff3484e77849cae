"""The consolidated report of a plan's period, and the entity's own workbook filled in with it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from gdflow.collect.sheet import address
from gdflow.domain.consolidated import Consolidated, consolidated
from gdflow.domain.errors import ConflictError
from gdflow.domain.lines import Line, PlanFacts, Result, ResultSource
from gdflow.domain.periods import Period, PeriodKind, parse_period, period_of
from gdflow.domain.reviews import ReviewMode
from gdflow.domain.rules import Rules
from gdflow.services.find import plans_reported_by
from gdflow.services.quality import quality_rows
from gdflow.storage import events, obligations, plans, reviews, submissions
from gdflow.storage.engine import Session
from gdflow.storage.objects import ObjectStore

if TYPE_CHECKING:
    from gdflow.report.official import Fill, OfficialWorkbook


@dataclass(frozen=True, slots=True)
class Report:
    """A consolidated report as values and as a workbook."""

    consolidated: Consolidated
    workbook: bytes


def report_on(session: Session, rules: Rules, plan: PlanFacts, period: Period, *, now: datetime) -> Consolidated:
    """What is known of a plan's period now, judged; nothing is written."""
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


def consolidate(session: Session, rules: Rules, plan: PlanFacts, period: Period, *, now: datetime) -> Report:
    """Write the consolidated workbook of a plan's period."""
    from gdflow.report.workbook import write_consolidated

    report = report_on(session, rules, plan, period, now=now)
    facts = {"plan": plan.code, "period": period.key, "missing": len(report.missing)}
    events.append(session, rules.entity_id, "consolidated", f"plan:{plan.id}", facts, at=now, actor="gdflow")
    quality = quality_rows(session, rules, [plan], period.key)
    return Report(report, write_consolidated(report, made_at=rules.window.local(now), quality=quality))


def consolidate_together(session: Session, rules: Rules, period: str, *, now: datetime) -> bytes:
    """Write one workbook over every plan that is reported by such periods. Raises NotFoundError("no_plan_of_kind")."""
    from gdflow.report.book import uncollected

    # From the first line read to the last cell written, as all of it is alive until the book is there.
    with uncollected():
        return _together(session, rules, parse_period(period), now)


def _together(session: Session, rules: Rules, asked: Period, now: datetime) -> bytes:
    from gdflow.report.workbook import write_consolidated

    chosen = plans_reported_by(session, rules.entity_id, None, asked.kind)
    reports = [report_on(session, rules, plan, asked, now=now) for plan in chosen]
    facts = {"plans": [plan.code for plan in chosen], "period": asked.key}
    events.append(session, rules.entity_id, "consolidated", f"period:{asked.key}", facts, at=now, actor="gdflow")
    quality = quality_rows(session, rules, chosen, asked.key)
    return write_consolidated(reports, made_at=rules.window.local(now), quality=quality)


def fill_own_workbook(
    session: Session, rules: Rules, objects: ObjectStore, plan: PlanFacts, period: Period
) -> "OfficialWorkbook":
    """The workbook that was imported, filled in with what the teams reported up to a period for each plan in it.

    Raises ConflictError("no_source_workbook") when the plan did not come as .xlsx.
    """
    from gdflow.report.official import fill_official

    source = objects.get(plan.source_sha256)
    if not plan.source.lower().endswith((".xlsx", ".xlsm")) or not source.startswith(b"PK"):
        raise ConflictError("no_source_workbook", plan=plan.code)
    fills = [
        fill
        for each in plans.plans_of(session, rules.entity_id)
        if each.source_sha256 == plan.source_sha256
        for fill in _fills(
            each, plans.lines_of(session, each.id), submissions.results_of_plan(session, each.id), period
        )
    ]
    return fill_official(source, fills)


def last_ended_period(plan: PlanFacts, rules: Rules, now: datetime) -> Period:
    """The plan's newest period that has ended: the one a coordinator consolidates when none is named."""
    from gdflow.domain.periods import previous_period

    kind = PeriodKind.QUARTER if plan.period_kind is PeriodKind.CUSTOM else plan.period_kind
    return previous_period(period_of(kind, rules.today(now)))


def _fills(plan: PlanFacts, lines: Iterable[Line], results: Iterable[Result], period: Period) -> "Iterable[Fill]":
    from gdflow.report.official import Fill

    sent: dict[int, list[Result]] = {}
    for result in sorted(results, key=lambda result: parse_period(result.period).end):
        if result.source is not ResultSource.IMPORT and parse_period(result.period).end <= period.end:
            sent.setdefault(result.line_id, []).append(result)
    notes = next((column.index for column in plan.columns if column.role == "observations" and not column.period), None)
    for line in lines:
        reported = sent.get(line.id, [])
        yield from _figures(line, reported)
        if reported and notes is not None:
            yield Fill(line.sheet, address(line.row, notes), _grown_note(line.texts, notes, reported))


def _figures(line: Line, reported: Iterable[Result]) -> "Iterable[Fill]":
    from gdflow.report.official import Fill

    for result in reported:
        place = line.result_cells.get(result.period)
        if place is not None:
            yield Fill(line.sheet, place, result.value)


def _grown_note(texts: Mapping[int, str], column: int, reported: Iterable[Result]) -> str:
    """The observations as the plan keeps them: a list that grows by one numbered entry a period."""
    entries = [texts.get(column, "").rstrip()]
    for result in reported:
        said = result.narrative or result.zero_reason
        if said:
            entries.append(f"{_ordinal(result.period)}. {said}")
    return "\n".join(entry for entry in entries if entry)


def _ordinal(period: str) -> int:
    """The place of a period in its year; 1 for a year and for a stretch of the entity's own."""
    numbered = re.search(r"-[MBQCS](\d+)$", period)
    return int(numbered[1]) if numbered else 1
