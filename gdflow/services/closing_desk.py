"""A closing as people look at it, and its reports as they are handed out; the reports of cuts beside them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from gdflow.domain.closing import Closed, ClosingFacts
from gdflow.domain.errors import NotFoundError
from gdflow.domain.lines import PlanFacts
from gdflow.domain.periods import Period, PeriodKind, parse_period, period_of
from gdflow.domain.rules import Rules
from gdflow.report.closing_set import CLOSING_SET, ClosingReport
from gdflow.storage import closings, periods, plans, reports
from gdflow.storage.engine import Session
from gdflow.storage.objects import ObjectStore
from gdflow.storage.reports import WrittenReport

CUTS = (PeriodKind.QUARTER, PeriodKind.FOUR_MONTH, PeriodKind.HALF_YEAR, PeriodKind.YEAR)
"""The cuts that people ask for, where they are not a plan's own periods."""


@dataclass(frozen=True, slots=True)
class Download:
    """A report of a closing. written: None while it is not written yet."""

    report: ClosingReport
    written: WrittenReport | None


@dataclass(frozen=True, slots=True)
class ClosingShelf:
    """A closing with the reports of its set, those that are not written among them. title: of its plan."""

    facts: ClosingFacts
    title: str
    downloads: tuple[Download, ...]

    @property
    def lacking(self) -> int:
        """How many reports are still to be written."""
        return sum(each.written is None for each in self.downloads)


@dataclass(frozen=True, slots=True)
class CutChoice:
    """The cuts at which a plan can be reported: those that have ended, the newest first, then those that run."""

    plan: PlanFacts
    cuts: tuple[Period, ...]


@dataclass(frozen=True, slots=True)
class HandedReport:
    """A report's bytes under the name by which people keep it."""

    name: str
    media_type: str
    data: bytes


def shelves(session: Session, rules: Rules) -> tuple[ClosingShelf, ...]:
    """Every closing with its reports, the newest first."""
    known = {plan.id: plan for plan in plans.plans_of(session, rules.entity_id)}
    written = reports.reports_of_entity(session, rules.entity_id)
    found = closings.closings_of_entity(session, rules.entity_id)
    return tuple(_shelf(known[each.plan_id], each, written.get(each.id, ())) for each in found)


def shelf_of(session: Session, rules: Rules, code: str, period: str, number: int) -> tuple[Closed, ClosingShelf]:
    """A closing with what it froze and its reports.

    Raises NotFoundError("unknown_closing"), ConflictError("snapshot_damaged").
    """
    facts = facts_of(session, rules, code, period, number)
    closed = closings.closing_by_id(session, facts.id)
    shelf = _shelf(closed.snapshot.report.plan, facts, reports.reports_of_closing(session, facts.id))
    return closed, shelf


def facts_of(session: Session, rules: Rules, code: str, period: str, number: int) -> ClosingFacts:
    """The closing of a number in a plan's period. Raises NotFoundError("unknown_closing")."""
    for each in closings.closings_of_entity(session, rules.entity_id):
        if (each.plan, each.period, each.number) == (code, period, number):
            return each
    raise NotFoundError("unknown_closing", found=number)


def handed_report(session: Session, objects: ObjectStore, facts: ClosingFacts, name: str) -> HandedReport:
    """A report of a closing as it was written. Raises NotFoundError: unknown_report_of_closing, unknown_object."""
    written = {each.name: each for each in reports.reports_of_closing(session, facts.id)}
    report = next((each for each in CLOSING_SET if each.name == name), None)
    if report is None or name not in written:
        raise NotFoundError("unknown_report_of_closing", found=name)
    its = written[name]
    return HandedReport(report.file_name(facts, its.media_type), its.media_type, objects.get(its.sha256))


def cut_choices(session: Session, rules: Rules, *, now: datetime) -> tuple[CutChoice, ...]:
    """At which cuts the plans can be reported: those that have begun and by which an own period had ended."""
    known, today = plans.plans_of(session, rules.entity_id), rules.today(now)
    ended: dict[int, list[date]] = {plan.id: [] for plan in known}
    for each in periods.periods_of_plans(session, [plan.id for plan in known]):
        if each.period.end < today:
            ended[each.plan_id].append(each.period.end)
    return tuple(CutChoice(plan, tuple(_cuts(plan, ended[plan.id], today))) for plan in known if ended[plan.id])


def _cuts(plan: PlanFacts, ended: Sequence[date], today: date) -> list[Period]:
    kinds = [kind for kind in CUTS if kind is not plan.period_kind]
    found = {period_of(kind, day).key for day in (*ended, today) for kind in kinds}
    cuts = [cut for cut in map(parse_period, found) if min(ended) <= cut.end]
    newest_first = sorted(cuts, key=lambda cut: (cut.end, cut.start), reverse=True)
    return sorted(newest_first, key=lambda cut: cut.end >= today)


def _shelf(plan: PlanFacts, facts: ClosingFacts, written: Sequence[WrittenReport]) -> ClosingShelf:
    by_name = {each.name: each for each in written}
    wanted = (each for each in CLOSING_SET if each.applies(plan.source))
    return ClosingShelf(
        facts, plan.title or plan.code, tuple(Download(each, by_name.get(each.name)) for each in wanted)
    )
