"""What is looked at before a period closes: what is missing, unreviewed, without evidence, in doubt, or too early."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from gdflow.domain.closing import Check, Pending
from gdflow.domain.consolidated import Consolidated, ConsolidatedLine
from gdflow.domain.evidence import Evidence
from gdflow.domain.figures import UNANSWERED
from gdflow.domain.line_window import has_window
from gdflow.domain.lines import Line, PlanFacts, ResultSource
from gdflow.domain.plan import ImportIssue, Severity
from gdflow.domain.results import CellState, SubmissionState
from gdflow.domain.stored import OpenPeriod
from gdflow.spanish.closing import (
    DEAD_LINK,
    EARLY,
    MISSING,
    NO_EVIDENCE,
    NO_WINDOW,
    NOT_CONFIRMED,
    NOT_REVIEWED,
    ONLY_STATED,
    RETURNED,
    UNREADABLE,
)
from gdflow.spanish.dates import long_date
from gdflow.storage import annexes, plans
from gdflow.storage.engine import Session


@dataclass(frozen=True, slots=True)
class CheckedPeriod:
    """A plan's period as it would close. report: judged as if it took nothing more."""

    plan: PlanFacts
    opened: OpenPeriod
    report: Consolidated
    backed: Mapping[int, Sequence[Evidence]]
    issues: tuple[ImportIssue, ...]


def pending_of_period(
    session: Session, plan: PlanFacts, opened: OpenPeriod, report: Consolidated, *, first: bool, today: date
) -> tuple[Pending, ...]:
    """What stands open in a period, by check and line. first: it was never closed before, so it may be too early."""
    backed: dict[int, list[Evidence]] = {}
    for each in annexes.annexes_of_plan(session, plan.id, opened.key):
        backed.setdefault(each.line_id, []).append(each)
    checked = CheckedPeriod(plan, opened, report, backed, plans.issues_of(session, plan.id))
    found = (*_missing(checked), *_unreviewed(checked), *_evidence(checked), *_issues(checked))
    early = _early(checked) if first and today <= opened.closes_on else ()
    return (*found, *early)


def _missing(checked: CheckedPeriod) -> Iterator[Pending]:
    """What is owed and not there; a cell of the plan that nobody can read is the coordinator's matter."""
    for row in checked.report.lines:
        if row.cell.expected and row.cell.state in UNANSWERED and row.cell.state is not CellState.UNREADABLE:
            yield _of(Check.MISSING, row.line, RETURNED if row.cell.state is CellState.RETURNED else MISSING)


def _unreviewed(checked: CheckedPeriod) -> Iterator[Pending]:
    for row in checked.report.lines:
        if row.cell.review is SubmissionState.SUBMITTED:
            yield _of(Check.UNREVIEWED, row.line, NOT_REVIEWED)


def _evidence(checked: CheckedPeriod) -> Iterator[Pending]:
    """Reports of teams; what the plan's own document reports has nothing beside it."""
    for row in checked.report.lines:
        backed = checked.backed.get(row.line.id, ())
        if not backed and _wants_evidence(row):
            stated = row.cell.result.evidence if row.cell.result else None
            yield _of(Check.EVIDENCE, row.line, ONLY_STATED.format(stated=stated) if stated else NO_EVIDENCE)
        for each in backed:
            if each.alive is False:
                yield _of(Check.EVIDENCE, row.line, DEAD_LINK.format(annex=f"A{each.annex:02d}", link=each.link))


def _wants_evidence(row: ConsolidatedLine) -> bool:
    result = row.cell.result
    return result is not None and result.source is not ResultSource.IMPORT and result.value != 0


def _issues(checked: CheckedPeriod) -> Iterator[Pending]:
    """What could not be read of a line and still matters to the period, and dates that nobody has confirmed."""
    by_row: dict[tuple[str, int | None], list[ImportIssue]] = {}
    for issue in checked.issues:
        if issue.severity is Severity.ERROR:
            by_row.setdefault((issue.sheet, issue.row), []).append(issue)
    for row in checked.report.lines:
        line = row.line
        if not has_window(line):
            yield _of(Check.ISSUES, line, NO_WINDOW)
        elif line.due is not None and not line.due_confirmed:
            yield _of(Check.ISSUES, line, NOT_CONFIRMED.format(due=long_date(line.due)))
        if row.cell.state is CellState.UNREADABLE:
            yield _of(Check.ISSUES, line, UNREADABLE)
        yield from _unread(line, by_row.get((line.sheet, line.row), ()))


def _unread(line: Line, issues: Iterable[ImportIssue]) -> Iterator[Pending]:
    """Figures of periods have a state of their own: the period's tells it, and that of another does not concern it."""
    figures = set(line.result_cells.values())
    for issue in issues:
        if issue.cell is None or issue.cell not in figures:
            yield _of(Check.ISSUES, line, issue.message)


def _early(checked: CheckedPeriod) -> Sequence[Pending]:
    detail = EARLY.format(closes_on=long_date(checked.opened.closes_on))
    return (Pending(Check.EARLY, None, None, checked.plan.title or checked.plan.code, None, detail),)


def _of(check: Check, line: Line, detail: str) -> Pending:
    return Pending(check, line.row, line.number, line.label, line.team, detail)
