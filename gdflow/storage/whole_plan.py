"""The parts of a plan that are written whole at each import: its own row, headings, issues and teams."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, select
from sqlmodel import Session

from gdflow.domain.plan import PlanLine, PlanReading
from gdflow.storage.engine import execute, pairs
from gdflow.storage.lines import line_row, node_positions
from gdflow.storage.tables import assignment, issue, line, node

Rows = list[dict[str, Any]]


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


def write_nodes(session: Session, owner: Mapping[str, int], reading: PlanReading) -> dict[tuple[str, ...], int]:
    """Write the headings above the lines; returns their positions by path."""
    positions = node_positions(reading.lines)
    rows = [
        {**owner, "position": position, "parent": positions.get(path[:-1]), "title": path[-1], "path": path}
        for path, position in positions.items()
    ]
    if rows:
        execute(session, insert(node), rows)
    return positions


def line_rows(owner: Mapping[str, int], reading: PlanReading, nodes: Mapping[tuple[str, ...], int]) -> Rows:
    """The rows of all lines, in the order of the document."""
    return [{**owner, **line_row(found, reading.kind, position, nodes)} for position, found in enumerate(reading.lines)]


def write_issues(session: Session, owner: Mapping[str, int], reading: PlanReading, revision: int) -> None:
    """Write what was changed or doubted at this import, beside that of earlier ones."""
    names = ("sheet", "row", "cell", "code", "severity", "raw", "proposal", "message")
    rows = [
        {**owner, "revision": revision, "position": position} | {name: getattr(found, name) for name in names}
        for position, found in enumerate(reading.issues)
    ]
    if rows:
        execute(session, insert(issue), rows)


def assign_teams(session: Session, owner: Mapping[str, int], reading: PlanReading, team_ids: Mapping[str, int]) -> None:
    """Name the teams of lines: the first owes the report, the others are only named.

    A line for which the document names none keeps those that it has.
    """
    present = line.c.plan_id == owner["plan_id"], line.c.gone_at.is_(None)
    ids = pairs(session, select(line.c.position, line.c.id).where(*present))
    named = {ids[position]: _team_ids(found, team_ids) for position, found in enumerate(reading.lines) if found.teams}
    rows = [
        {**owner, "line_id": line_id, "team_id": team_id, "position": rank}
        for line_id, teams in named.items()
        for rank, team_id in enumerate(teams)
    ]
    if rows:
        execute(session, delete(assignment).where(assignment.c.line_id.in_(named)))
        execute(session, insert(assignment), rows)


def _team_ids(found: PlanLine, team_ids: Mapping[str, int]) -> list[int]:
    # Two spellings of one name are one team, named once.
    return list(dict.fromkeys(team_ids[name] for name in found.teams))
