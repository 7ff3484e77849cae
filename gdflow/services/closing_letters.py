"""What the mails about a closing say, from what it froze: each team's lines and where they stand, and what changed."""

from collections.abc import Iterable, Sequence
from datetime import date

from gdflow.domain.closing import Check, Closed, FigureChange, InSpite, Reopening, ReopeningScope, Snapshot
from gdflow.domain.closing_letters import (
    Changed,
    ClosedLine,
    CoordinatorLetter,
    Decided,
    ReopeningLetter,
    Standing,
    TeamLetter,
)
from gdflow.domain.consolidated import ConsolidatedLine
from gdflow.domain.digest import Letterhead
from gdflow.domain.figures import ANSWERED
from gdflow.domain.groups import team_of
from gdflow.domain.lines import Line, PlanFacts
from gdflow.domain.people import Team
from gdflow.domain.results import CellState
from gdflow.domain.rollups import Rollup
from gdflow.domain.rules import Rules
from gdflow.services.wording import figure
from gdflow.services.written_files import report_folder
from gdflow.spanish.closing import CHANGED_FIELDS
from gdflow.spanish.numbers import percent

UNREPORTED = frozenset({Standing.MISSING, Standing.OPEN, Standing.RETURNED})
UNSETTLED = {CellState.RETURNED: Standing.RETURNED, CellState.UNREADABLE: Standing.UNREADABLE}


def team_letter(rules: Rules, closed: Closed, team: Team, head: Letterhead) -> TeamLetter:
    """What a team is told of a closing."""
    its = closed.snapshot
    rows = [row for row in rows_told(its) if row.line.team_id == team.id]
    uids = {row.line.uid for row in its.report.lines if row.line.team_id == team.id}
    return TeamLetter(
        head=head,
        plan=plan_name(its.report.plan),
        team=team.name,
        period=its.report.period,
        number=its.number,
        closed_at=rules.window.local(its.closed_at),
        lines=tuple(_line(its, row) for row in rows),
        changes=changes_of([change for change in _changes(its) if change.line_uid in uids]),
    )


def coordinator_letter(rules: Rules, closed: Closed, silent: Iterable[str], head: Letterhead) -> CoordinatorLetter:
    """What the coordinator is told of a closing. silent: teams that could not be told."""
    its, facts = closed.snapshot, closed.facts
    return CoordinatorLetter(
        head=head,
        plan=plan_name(its.report.plan),
        period=its.report.period,
        number=its.number,
        closed_at=rules.window.local(its.closed_at),
        closed_by=its.closed_by,
        checks=tuple(_decided(its, check) for check in Check),
        missing=tuple(_missing(its)),
        silent=tuple(silent),
        by_lines=_share(its.report.by_lines),
        by_items=_share(its.report.by_items),
        sha256=facts.sha256,
        previous_sha256=its.previous_sha256,
        head_hash=facts.head,
        events=facts.events,
        folder="/".join(report_folder(facts)),
        changes=changes_of(_changes(its)),
    )


def reopening_letter(
    plan: PlanFacts, reopening: Reopening, line: Line | None, team: Team, head: Letterhead
) -> ReopeningLetter:
    """What a team is told of a reopening. line: the only one that it opens."""
    return ReopeningLetter(
        head=head,
        plan=plan_name(plan),
        team=team.name,
        period=reopening.period,
        closing=reopening.closing,
        until=reopening.until,
        author=reopening.author,
        reason=reopening.reason,
        line=ClosedLine(line.number, line.label, Standing.OPEN, until=reopening.until) if line else None,
    )


def teams_told(its: Snapshot) -> tuple[int, ...]:
    """Ids of the teams that a closing concerns: those of the lines that the period asked for or that answered it.

    After the first closing, only those for whose lines it was opened again, or of which it says something else.
    """
    told = [row.line for row in rows_told(its)]
    if its.number > 1:
        changed = {change.line_uid for change in _changes(its)}
        told = [row.line for row in its.report.lines if row.line.uid in changed or _covered(its.reopenings, row.line)]
    return tuple(sorted({line.team_id for line in told if line.team_id is not None}))


def rows_told(its: Snapshot) -> tuple[ConsolidatedLine, ...]:
    """The lines of which the period asked something, and those that answered it all the same."""
    return tuple(row for row in its.report.lines if row.cell.expected or row.cell.state in ANSWERED)


def plan_name(plan: PlanFacts) -> str:
    """What people call a plan."""
    return plan.title or plan.code


def changes_of(changes: Iterable[FigureChange]) -> tuple[Changed, ...]:
    """What changed, in words."""
    return tuple(
        Changed(each.number, each.label, CHANGED_FIELDS[each.field], each.before, each.after) for each in changes
    )


def _changes(its: Snapshot) -> tuple[FigureChange, ...]:
    return its.differences.changes if its.differences else ()


def _line(its: Snapshot, row: ConsolidatedLine) -> ClosedLine:
    line, value, until = row.line, row.cell.value, _open_until(its, row.line)
    said = None if value is None else figure(value, line)
    if until is not None and row.cell.state not in ANSWERED:
        return ClosedLine(line.number, line.label, Standing.OPEN, said, until)
    return ClosedLine(line.number, line.label, _standing(its, row), said)


def _open_until(its: Snapshot, line: Line) -> date | None:
    """Until when a line is taken in spite of the closing: by its extension, or by a reopening that goes on."""
    carried = [each.until for each in its.carried if each.line_uid == line.uid]
    opened = [each.until for each in its.reopenings if each.ended_at is None and _covered([each], line)]
    return max((*carried, *opened), default=None)


def _standing(its: Snapshot, row: ConsolidatedLine) -> Standing:
    if row.cell.state not in ANSWERED:
        return UNSETTLED.get(row.cell.state, Standing.MISSING)
    due_on = row.cell.obligation.due_on if row.cell.obligation else its.report_by
    late = row.answered_on is not None and row.cell.obligation is not None and row.answered_on > due_on
    return Standing.LATE if late else Standing.REPORTED


def _covered(reopenings: Sequence[Reopening], line: Line) -> bool:
    return any(
        each.scope is ReopeningScope.ALL
        or (each.scope is ReopeningScope.TEAM and each.team_id == line.team_id)
        or (each.scope is ReopeningScope.LINE and each.line_uid == line.uid)
        for each in reopenings
    )


def _decided(its: Snapshot, check: Check) -> Decided:
    spite: InSpite | None = next((each for each in its.in_spite if each.check is check), None)
    count = spite.count if spite else sum(each.check is check for each in its.pending)
    found = None if not count else "Sí" if check is Check.EARLY else str(count)
    return Decided(check.label, found, spite.by if spite else None, spite.reason if spite else None)


def _missing(its: Snapshot) -> Iterable[tuple[str, tuple[ClosedLine, ...]]]:
    teams: dict[str, list[ClosedLine]] = {}
    for row in rows_told(its):
        line = _line(its, row)
        if line.standing in UNREPORTED:
            teams.setdefault(team_of(row), []).append(line)
    return ((team, tuple(lines)) for team, lines in teams.items())


def _share(rollup: Rollup) -> str | None:
    return percent(rollup.progress, 2) if rollup.progress is not None else None
