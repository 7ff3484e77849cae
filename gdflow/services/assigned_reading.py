"""A plan's document that comes again, and the lines whose team a person decided since: that team goes on answering."""

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from gdflow.domain.consolidated import BOGOTA
from gdflow.domain.lines import Line
from gdflow.domain.plan import ImportIssue, PlanLine, PlanReading, Severity
from gdflow.domain.texts import folded
from gdflow.spanish.dates import long_date
from gdflow.spanish.imports import TEAM_KEPT
from gdflow.storage.assignments import assigned_events
from gdflow.storage.engine import Session


@dataclass(frozen=True, slots=True)
class _Decided:
    """Who answers for a line, who decided it, and on what day, in words."""

    team_id: int
    by: str
    on: str


def under_assignments(
    session: Session, plan_id: int, places: Mapping[int, Line], reading: PlanReading, apart: Collection[int]
) -> PlanReading:
    """The reading with the teams that people decided first, each told among its issues.

    places: the stored lines by the place of the line that they come again as. apart: lines by id that an act governs.
    What a person has just decided of the reading itself is newer than whatever was decided before.
    """
    decided = _decided(session, plan_id) if places else {}
    held = {at: decided[line.uid] for at, line in places.items() if _holds(decided.get(line.uid), line, apart)}
    lines, issues = list(reading.lines), list(reading.issues)
    for at, each in sorted(held.items()):
        line, team = lines[at], places[at].team or ""
        if line.team_decided or not line.teams or folded(line.teams[0]) == folded(team):
            continue
        others = (name for name in line.teams if folded(name) != folded(team))
        lines[at] = replace(line, teams=(team, *others))
        issues.append(_issue(line, team, each))
    return reading if len(issues) == len(reading.issues) else replace(reading, lines=tuple(lines), issues=tuple(issues))


def _holds(decided: _Decided | None, line: Line, apart: Collection[int]) -> bool:
    """Whether the team that answers is the one that was decided: another may have taken over in another way."""
    return decided is not None and decided.team_id == line.team_id and line.id not in apart


def _decided(session: Session, plan_id: int) -> dict[str, _Decided]:
    """The newest decision about each line, by its uid."""
    return dict(_pairs(session, plan_id))


def _pairs(session: Session, plan_id: int) -> Iterator[tuple[str, _Decided]]:
    for event in assigned_events(session, plan_id):
        facts = json.loads(event.facts)
        on = long_date(event.at.astimezone(BOGOTA).date())
        yield from ((uid, _Decided(facts["team"], event.actor, on)) for uid in facts["lines"])


def _issue(line: PlanLine, team: str, decided: _Decided) -> ImportIssue:
    message = TEAM_KEPT.format(row=line.row, team=team, found=line.teams[0], by=decided.by, on=decided.on)
    said = ("team_kept", Severity.WARNING, line.teams[0], team, message)
    return ImportIssue(line.sheet, line.row, None, *said)
