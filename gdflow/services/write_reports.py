"""Write a period's consolidated workbook, and the entity's own workbook filled in, into a folder."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from gdflow.domain.closing import ClosingFacts
from gdflow.domain.consolidated import Consolidated
from gdflow.domain.errors import ConflictError
from gdflow.domain.lines import PlanFacts
from gdflow.domain.periods import Period, PeriodKind, parse_period
from gdflow.domain.rules import Rules
from gdflow.services.consolidate import consolidate, last_ended_period
from gdflow.services.find import find_plan
from gdflow.services.own_workbook import fill_own_workbook
from gdflow.storage.engine import Session
from gdflow.storage.objects import ObjectStore


@dataclass(frozen=True, slots=True)
class WrittenReports:
    """The report's values, the files that hold it, and what a person should look at in them.

    closing: that froze it, None for a draft. said: how its figures stand, in sentences.
    """

    report: Consolidated
    files: tuple[Path, ...]
    warnings: tuple[str, ...]
    closing: ClosingFacts | None
    said: tuple[str, ...]


def write_reports(
    session: Session,
    rules: Rules,
    objects: ObjectStore,
    code: str | None,
    period: str | None,
    folder: Path,
    *,
    now: datetime,
    own: bool = True,
) -> WrittenReports:
    """Write the reports of a plan's period, from its newest closing where it is closed; without a period, of the last
    that ended.

    own: also the imported workbook filled in, when the plan came as one.
    Raises InputError("unknown_period") and ConflictError: period_of_another_kind, snapshot_damaged.
    """
    plan = find_plan(session, rules.entity_id, code)
    asked = _of_plan(parse_period(period), plan) if period else last_ended_period(plan, rules, now)
    made = consolidate(session, rules, plan, asked, now=now)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"Consolidado {plan.code} {asked.key}.xlsx"
    path.write_bytes(made.workbook)
    files = [path]
    warnings = _write_own(session, rules, objects, plan, asked, folder, files, now) if own else ()
    return WrittenReports(made.consolidated, tuple(files), warnings, made.closing, made.said)


def _of_plan(period: Period, plan: PlanFacts) -> Period:
    if period.kind not in (plan.period_kind, PeriodKind.CUSTOM):
        raise ConflictError("period_of_another_kind", found=period.key, expected=plan.period_kind.label)
    return period


def _write_own(
    session: Session,
    rules: Rules,
    objects: ObjectStore,
    plan: PlanFacts,
    period: Period,
    folder: Path,
    files: list[Path],
    now: datetime,
) -> tuple[str, ...]:
    try:
        official = fill_own_workbook(session, rules, objects, plan, period, now=now)
    except ConflictError as error:
        if error.code != "no_source_workbook":
            raise
        return ()  # a plan that came as text or Word has none
    source = Path(plan.source)
    path = folder / f"{source.stem} {period.key}{source.suffix.lower()}"
    path.write_bytes(official.data)
    files.append(path)
    return tuple(warning.message for warning in official.warnings)
