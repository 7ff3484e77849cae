"""A plan at a cut that is not one of its own periods, from what is stored already: nobody reports anything again."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from gdflow.domain.closing import Closed, ClosingFacts
from gdflow.domain.cutoffs import CutReport, cut_report
from gdflow.domain.errors import ConflictError
from gdflow.domain.lines import PlanFacts
from gdflow.domain.periods import Period, PeriodKind, parse_period, period_of, previous_period
from gdflow.domain.rules import Rules
from gdflow.services.find import find_plan
from gdflow.services.in_force import report_on
from gdflow.services.whole_file import put_whole
from gdflow.spanish.cutoffs import closing_said, cut_said, provisional_said
from gdflow.storage import closings, events, periods
from gdflow.storage.engine import Session


@dataclass(frozen=True, slots=True)
class CutMade:
    """A cut with where its figures are from. closing: the one they are of, None while they are provisional.

    said: what the report rests on, in sentences. made_at: of a closing, the moment in which it was closed.
    """

    report: CutReport
    closing: ClosingFacts | None
    said: tuple[str, ...]
    made_at: datetime


@dataclass(frozen=True, slots=True)
class WrittenCut:
    """The cut, and the file that holds it, or would in a rehearsal."""

    made: CutMade
    file: Path


@dataclass(frozen=True, slots=True)
class CutFile:
    """The cut, and the workbook that holds it."""

    made: CutMade
    name: str
    data: bytes


def is_cut(session: Session, rules: Rules, code: str | None, period: str) -> bool:
    """Whether the period asked for is a cut of the plan's data: one of another kind than the plan's own."""
    return parse_period(period).kind not in (find_plan(session, rules.entity_id, code).period_kind, PeriodKind.CUSTOM)


def write_cut_report(
    session: Session,
    rules: Rules,
    code: str | None,
    period: str,
    folder: Path,
    *,
    now: datetime,
    dry_run: bool = False,
) -> WrittenCut:
    """Write a plan's workbook at a cut into a folder; with dry_run, only make it. Raises as `make_cut_report` does."""
    file = make_cut_report(session, rules, code, period, now=now)
    path = folder / file.name
    if not dry_run:
        folder.mkdir(parents=True, exist_ok=True)
        put_whole(path, file.data)
    return WrittenCut(file.made, path)


def make_cut_report(
    session: Session, rules: Rules, code: str | None, period: str, *, by: str = "gdflow", now: datetime
) -> CutFile:
    """A plan's workbook at a cut. Raises InputError("unknown_period") and ConflictError("nothing_to_cut")."""
    from gdflow.report.cut_workbook import write_cut

    made = cut_of(session, rules, find_plan(session, rules.entity_id, code), parse_period(period), now=now)
    data = write_cut(made.report, made.said, made_at=made.made_at)
    plan, missing = made.report.plan, len(made.report.missing)
    facts = {"plan": plan.code, "period": period, "rests_on": made.report.rests_on, "missing": missing}
    facts["closing"] = made.closing.sha256 if made.closing else None
    events.append(session, rules.entity_id, "consolidated", f"plan:{plan.id}", facts, at=now, actor=by)
    return CutFile(made, f"Corte {plan.code} {period}.xlsx", data)


def cut_of(session: Session, rules: Rules, plan: PlanFacts, cut: Period, *, now: datetime) -> CutMade:
    """A plan at a cut, of the newest closing of its last own period that ended by then; without one, of what is known.

    Raises ConflictError("nothing_to_cut") when none of its own periods has ended by the cut.
    """
    base = _base(session, plan, min(cut.end, rules.today(now)))
    if base is None:
        raise ConflictError("nothing_to_cut", found=cut.key, plan=plan.code)
    facts = closings.newest_closing(session, plan.id, base.key)
    if facts is not None:
        return _of_closing(closings.closing_by_id(session, facts.id), cut)
    report = report_on(session, rules, plan, base, now=now)
    made = cut_report(report, cut, rule=rules.reporting, bands=rules.bands)
    return CutMade(made, None, (*cut_said(made), provisional_said(base.key)), rules.window.local(now))


def _of_closing(closed: Closed, cut: Period) -> CutMade:
    its, facts = closed.snapshot, closed.facts
    made = cut_report(its.report, cut, rule=its.rule, bands=its.bands)
    said = (*cut_said(made), closing_said(facts.period, facts.number, facts.sha256))
    return CutMade(made, facts, said, its.closed_at)


def _base(session: Session, plan: PlanFacts, day: date) -> Period | None:
    """The plan's newest own period that has ended by a day."""
    if plan.period_kind is PeriodKind.CUSTOM:
        known = [parse_period(each.key) for each in periods.periods_of(session, plan.id)]
        return max((each for each in known if each.end <= day), key=lambda each: each.end, default=None)
    running = period_of(plan.period_kind, day)
    return running if running.end <= day else previous_period(running)
