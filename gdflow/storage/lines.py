"""The lines of stored plans: as rows to write, and as the values that the rules read."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from sqlalchemy import RowMapping, and_, select
from sqlmodel import Session

from gdflow.domain.errors import InputError
from gdflow.domain.lines import Line
from gdflow.domain.plan import PlanKind, PlanLine
from gdflow.domain.tracking import tracked
from gdflow.spanish.numbers import canonical
from gdflow.storage.engine import execute
from gdflow.storage.tables import assignment, line, node, team
from gdflow.storage.types import millionths

TeamOfLine = tuple[int, str]
SAME = (
    *("id", "uid", "plan_id", "position", "sheet", "row", "number", "activity", "deliverable", "indicator"),
    *("due_confirmed", "target", "target_unit", "target_implied", "target_text", "accumulation", "baseline"),
    *("weight", "unit", "item", "stage", "programmed", "texts", "result_cells"),
)
LINES = (
    select(*(line.c[name] for name in SAME), line.c.start_on.label("start"), line.c.due_on.label("due"), node.c.path)
    .select_from(line.outerjoin(node, and_(node.c.plan_id == line.c.plan_id, node.c.position == line.c.node)))
    .where(line.c.gone_at.is_(None))
    .order_by(line.c.position)
)
TEAMS = (
    select(assignment.c.line_id, team.c.id, team.c.name)
    .select_from(assignment.join(team, team.c.id == assignment.c.team_id))
    .order_by(assignment.c.line_id, assignment.c.position)
)


def lines_of(session: Session, plan_id: int) -> tuple[Line, ...]:
    """The lines of a plan in its own order, without those that left it at a re-import."""
    teams = _teams_by_line(execute(session, TEAMS.where(assignment.c.plan_id == plan_id)))
    rows = execute(session, LINES.where(line.c.plan_id == plan_id)).mappings()
    return tuple(_line(row, teams.get(row["id"], [])) for row in rows)


def line_by_id(session: Session, line_id: int) -> Line | None:
    """The line with that id, or None when it is unknown or left its plan."""
    teams = _teams_by_line(execute(session, TEAMS.where(assignment.c.line_id == line_id)))
    row = execute(session, LINES.where(line.c.id == line_id)).mappings().first()
    return None if row is None else _line(row, teams.get(line_id, []))


def node_positions(lines: Iterable[PlanLine]) -> dict[tuple[str, ...], int]:
    """Every heading above the lines, by its path, numbered so that a heading comes before those below it."""
    positions: dict[tuple[str, ...], int] = {}
    for path in (found.path for found in lines):
        for depth in range(1, len(path) + 1):
            positions.setdefault(path[:depth], len(positions))
    return positions


def line_row(found: PlanLine, kind: PlanKind, position: int, nodes: Mapping[tuple[str, ...], int]) -> dict[str, Any]:
    """What a line's row holds of the document; its owner, plan and uid are added by the caller."""
    judged = tracked(found, kind)
    _refuse_inexact(found)
    return {
        "position": position,
        "start_on": found.start,
        "due_on": judged.due,
        "due_confirmed": judged.due_confirmed,
        "target": judged.target,
        "target_implied": judged.target_implied,
        "accumulation": judged.accumulation,
        "node": nodes.get(found.path),
        "programmed": {period: canonical(value) for period, value in found.programmed.items()},
        "texts": dict(found.texts),
        "result_cells": dict(found.result_cells),
        "gone_at": None,
    } | {name: getattr(found, name) for name in TAKEN}


TAKEN = (
    *("sheet", "row", "number", "activity", "deliverable", "indicator", "target_unit", "target_text", "baseline"),
    *("weight", "unit", "item", "stage"),
)


def _refuse_inexact(found: PlanLine) -> None:
    """Raise InputError with the line's place for a figure that could not rest exactly."""
    try:
        for value in (found.target, found.baseline, found.weight):
            if value is not None:
                millionths(value)
    except InputError as error:
        raise InputError(error.code, **error.facts, sheet=found.sheet, row=found.row) from None


def _teams_by_line(rows: Iterable[Sequence[Any]]) -> dict[int, list[TeamOfLine]]:
    teams: dict[int, list[TeamOfLine]] = {}
    for line_id, team_id, name in rows:
        teams.setdefault(line_id, []).append((team_id, name))
    return teams


def _line(row: RowMapping, teams: Sequence[TeamOfLine]) -> Line:
    values = dict(row)
    values["path"] = tuple(row["path"] or ())
    values["programmed"] = {period: Decimal(value) for period, value in row["programmed"].items()}
    values["texts"] = {int(column): value for column, value in row["texts"].items()}
    team_id, name = teams[0] if teams else (None, None)
    return Line(**values, team_id=team_id, team=name, co_teams=tuple(name for _, name in teams[1:]))
