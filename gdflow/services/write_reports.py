"""Write a period's consolidated workbook, and the entity's own workbook filled in, into a folder."""

from collections.abc import Mapping
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
from gdflow.services.whole_file import put_whole
from gdflow.storage.engine import Session
from gdflow.storage.objects import ObjectStore


@dataclass(frozen=True, slots=True)
class WrittenReports:
    """The report's values, the files that hold it, or would in a rehearsal, and what a person should look at in them.

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
    dry_run: bool = False,
) -> WrittenReports:
    """Write the reports of a plan's period, from its newest closing where it is closed; without a period, of the last
    that ended.

    dry_run: they are made and not written. own: also the imported workbook filled in, when the plan came as one.
    Raises InputError("unknown_period") and ConflictError: period_of_another_kind, snapshot_damaged.
    """
    plan = find_plan(session, rules.entity_id, code)
    asked = _of_plan(parse_period(period), plan) if period else last_ended_period(plan, rules, now)
    made = consolidate(session, rules, plan, asked, now=now)
    books = {f"Consolidado {plan.code} {asked.key}.xlsx": made.workbook}
    warnings = _fill_own(session, rules, objects, plan, asked, books, now) if own else ()
    if not dry_run:
        _write(folder, books)
    files = tuple(folder / name for name in books)
    return WrittenReports(made.consolidated, files, warnings, made.closing, made.said)


def _write(folder: Path, books: Mapping[str, bytes]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in books.items():
        put_whole(folder / name, data)


def _of_plan(period: Period, plan: PlanFacts) -> Period:
    if period.kind not in (plan.period_kind, PeriodKind.CUSTOM):
        raise ConflictError("period_of_another_kind", found=period.key, expected=plan.period_kind.label)
    return period


def _fill_own(
    session: Session,
    rules: Rules,
    objects: ObjectStore,
    plan: PlanFacts,
    period: Period,
    books: dict[str, bytes],
    now: datetime,
) -> tuple[str, ...]:
    """Put the entity's own workbook beside the others; what a person should look at in it."""
    try:
        official = fill_own_workbook(session, rules, objects, plan, period, now=now)
    except ConflictError as error:
        if error.code != "no_source_workbook":
            raise
        return ()  # a plan that came as text or Word has none
    source = Path(plan.source)
    books[f"{source.stem} {period.key}{source.suffix.lower()}"] = official.data
    return tuple(warning.message for warning in official.warnings)
