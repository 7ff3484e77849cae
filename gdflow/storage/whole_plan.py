"""The parts of a plan that are written whole at each import: its own row, headings, issues and teams."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from operator import attrgetter
from typing import Any

from sqlalchemy import bindparam, delete, select
from sqlmodel import Session

from gdflow.domain.plan import PlanReading
from gdflow.storage.engine import execute, insert_rows, pairs
from gdflow.storage.lines import line_row, node_positions
from gdflow.storage.tables import assignment, issue, line, node

Rows = list[tuple[Any, ...]]
Owner = tuple[int, int]
"""The ids of the entity and the plan."""


def plan_row(reading: PlanReading, sha256: str, at: datetime) -> dict[str, Any]:
    """What a plan's row holds of the document. A plan that does not say how often it is reported is refused."""
    columns = [[column.index, column.title, column.role, column.period] for column in reading.columns]
    return {
        "title": reading.title,
        "kind": reading.kind,
        "period_kind": reading.period_kind,
        "year": reading.year,
        "sheet": reading.sheet,
        "source": reading.source,
        "source_sha256": sha256,
        "header_row": reading.header_row,
        "columns": columns,
        "imported_at": at,
    }


def write_nodes(session: Session, owner: Owner, reading: PlanReading) -> dict[tuple[str, ...], int]:
    """Write the headings above the lines; returns their positions by path."""
    positions = node_positions(reading.lines)
    rows = [(*owner, position, positions.get(path[:-1]), path[-1], path) for path, position in positions.items()]
    insert_rows(session, node, NODE, rows)
    return positions


def line_rows(reading: PlanReading, nodes: Mapping[tuple[str, ...], int]) -> Rows:
    """The rows of all lines, in the order of the document, each in the order of ROW."""
    return [line_row(found, reading.kind, position, nodes) for position, found in enumerate(reading.lines)]


def write_issues(session: Session, owner: Owner, reading: PlanReading, revision: int) -> None:
    """Write what was changed or doubted at this import, beside that of earlier ones."""
    said = enumerate(map(_said, reading.issues))
    insert_rows(session, issue, ISSUE, [(*owner, revision, position, *found) for position, found in said])


def assign_teams(session: Session, owner: Owner, reading: PlanReading, team_ids: Mapping[str, int]) -> list[int]:
    """Name the teams of a new plan's lines: the first owes the report, the others are only named.

    Returns the lines' ids in their order.
    """
    ids = _ids(session, owner)
    _assign(session, owner, _named(ids, reading, team_ids))
    return [ids[position] for position in range(len(reading.lines))]


def reassign_teams(session: Session, owner: Owner, reading: PlanReading, team_ids: Mapping[str, int]) -> None:
    """The same for a plan that is known; a line for which the document names no team keeps those that it has."""
    named = _named(_ids(session, owner), reading, team_ids)
    if named:
        execute(session, delete(assignment).where(assignment.c.line_id.in_(named)))
    _assign(session, owner, named)


def _ids(session: Session, owner: Owner) -> dict[int, int]:
    """The ids of a plan's lines by their place in it."""
    return pairs(session, PLACES, {"plan_id": owner[1]})


def _named(ids: Mapping[int, int], reading: PlanReading, team_ids: Mapping[str, int]) -> dict[int, dict[int, None]]:
    """The teams that the document names, by line; two spellings of one name are one team, named once."""
    lines = ((ids[position], found.teams) for position, found in enumerate(reading.lines) if found.teams)
    return {line_id: dict.fromkeys(map(team_ids.__getitem__, names)) for line_id, names in lines}


def _assign(session: Session, owner: Owner, named: Mapping[int, Iterable[int]]) -> None:
    rows = [(*owner, line_id, team_id, rank) for line_id, teams in named.items() for rank, team_id in enumerate(teams)]
    insert_rows(session, assignment, ASSIGNMENT, rows)


OWNER = ("entity_id", "plan_id")
NODE = (*OWNER, "position", "parent", "title", "path")
ASSIGNMENT = (*OWNER, "line_id", "team_id", "position")
SAID = ("sheet", "row", "cell", "code", "severity", "raw", "proposal", "message")
ISSUE = (*OWNER, "revision", "position", *SAID)
PLACES = select(line.c.position, line.c.id).where(line.c.plan_id == bindparam("plan_id"), line.c.gone_at.is_(None))
_said = attrgetter(*SAID)
