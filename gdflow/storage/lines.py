"""The lines of stored plans: as rows to write, and as the values that the rules read."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from operator import attrgetter, itemgetter
from typing import Any

from sqlalchemy import BindParameter, and_, bindparam, select
from sqlmodel import Session

from gdflow.domain.canonical import decimal_text
from gdflow.domain.errors import InputError
from gdflow.domain.lines import Line
from gdflow.domain.plan import PlanKind, PlanLine, PlanReading
from gdflow.domain.tracking import tracked
from gdflow.storage.engine import execute
from gdflow.storage.tables import assignment, line, node, team
from gdflow.storage.types import at_rest

TeamOfLine = tuple[int, str]
"""A team's id and name."""
Answering = tuple[int | None, str | None, tuple[str, ...]]
"""The id and name of the team that owes a line's report, and the names of those that are only named."""
# In the order of Line's own fields up to its item.
PLAIN = (
    *("id", "uid", "plan_id", "position", "sheet", "row", "number", "activity", "deliverable", "indicator"),
    *("start_on", "due_on", "due_confirmed", "target", "target_unit", "target_implied", "target_text"),
    *("accumulation", "baseline", "weight", "unit", "item"),
)
LINES = (
    select(*(line.c[name] for name in PLAIN))
    .add_columns(node.c.path, line.c.stage, line.c.programmed, line.c.texts, line.c.result_cells)
    .select_from(line.outerjoin(node, and_(node.c.plan_id == line.c.plan_id, node.c.position == line.c.node)))
    .where(line.c.gone_at.is_(None))
    .order_by(line.c.position)
)
TEAMS = (
    select(assignment.c.line_id, team.c.id, team.c.name)
    .select_from(assignment.join(team, team.c.id == assignment.c.team_id))
    .order_by(assignment.c.line_id, assignment.c.position)
)
LINES_OF_PLAN = LINES.where(line.c.plan_id == bindparam("plan_id"))
TEAMS_OF_PLAN = TEAMS.where(assignment.c.plan_id == bindparam("plan_id"))
LINE_BY_ID = LINES.where(line.c.id == bindparam("line_id"))
LINE_BY_UID = LINES.where(line.c.entity_id == bindparam("of_entity"), line.c.uid == bindparam("of_uid"))
IDS_BY_UID = select(line.c.id).where(
    line.c.entity_id == bindparam("of_entity"), line.c.uid.in_(bindparam("of_uids", expanding=True))
)
TEAMS_OF_LINE = TEAMS.where(assignment.c.line_id == bindparam("line_id"))
LINES_BY_ID = LINES.where(line.c.id.in_(bindparam("line_ids", expanding=True)))
OF_PLANS: BindParameter[Any] = bindparam("plan_ids", expanding=True)
LINES_OF_PLANS = LINES.where(line.c.plan_id.in_(OF_PLANS)).order_by(None).order_by(line.c.plan_id, line.c.position)
TEAMS_OF_PLANS = TEAMS.where(assignment.c.plan_id.in_(OF_PLANS))
TEAMS_OF_LINES = TEAMS.where(assignment.c.line_id.in_(bindparam("line_ids", expanding=True)))
BATCH = 10_000
"""Ids in one statement: SQLite takes at most 32,766 values."""
AT_ONCE = 500
"""Lines that are in memory at a time where they are read one by one."""
NOBODY: Sequence[TeamOfLine] = ()


def lines_of(session: Session, plan_id: int) -> tuple[Line, ...]:
    """The lines of a plan in its own order, without those that left it at a re-import."""
    of_plan = {"plan_id": plan_id}
    teams = _teams_by_line(execute(session, TEAMS_OF_PLAN, of_plan).all())
    return tuple(_line(row, teams.get(row[0], NOBODY)) for row in execute(session, LINES_OF_PLAN, of_plan).all())


def lines_of_plans(session: Session, plan_ids: Iterable[int]) -> Iterator[Line]:
    """The lines of some plans, plan by plan in its own order; few of them are in memory at a time."""
    its = {"plan_ids": sorted(set(plan_ids))}
    teams = _teams_by_line(execute(session, TEAMS_OF_PLANS, its).all())
    found = execute(session, LINES_OF_PLANS.execution_options(yield_per=AT_ONCE), its)
    return (_line(row, teams.get(row[0], NOBODY)) for row in found)


def line_by_id(session: Session, line_id: int) -> Line | None:
    """The line with that id, or None when it is unknown or left its plan."""
    return _one(session, execute(session, LINE_BY_ID, {"line_id": line_id}).first())


def line_by_uid(session: Session, entity_id: int, uid: str) -> Line | None:
    """The line of an entity with that uid, or None when it is unknown or left its plan."""
    return _one(session, execute(session, LINE_BY_UID, {"of_entity": entity_id, "of_uid": uid}).first())


def lines_by_id(session: Session, line_ids: Iterable[int]) -> dict[int, Line]:
    """The lines with these ids, without those that are unknown or left their plan."""
    ids, found = sorted(set(line_ids)), dict[int, Line]()
    for start in range(0, len(ids), BATCH):
        its = {"line_ids": ids[start : start + BATCH]}
        teams = _teams_by_line(execute(session, TEAMS_OF_LINES, its).all())
        found |= {row[0]: _line(row, teams.get(row[0], NOBODY)) for row in execute(session, LINES_BY_ID, its).all()}
    return found


def lines_by_uid(session: Session, entity_id: int, uids: Iterable[str]) -> dict[str, Line]:
    """The lines of an entity with these uids, without those that are unknown or left their plan."""
    wanted, ids = sorted(set(uids)), list[int]()
    for start in range(0, len(wanted), BATCH):
        its = {"of_entity": entity_id, "of_uids": wanted[start : start + BATCH]}
        ids += execute(session, IDS_BY_UID, its).scalars()
    return {found.uid: found for found in lines_by_id(session, ids).values()}


def _one(session: Session, row: Any) -> Line | None:
    if row is None:
        return None
    teams = execute(session, TEAMS_OF_LINE, {"line_id": row[0]})
    return _line(row, [(key, name) for _, key, name in teams])


def node_positions(lines: Iterable[PlanLine]) -> dict[tuple[str, ...], int]:
    """Every heading above the lines, by its path, numbered so that a heading comes before those below it."""
    positions: dict[tuple[str, ...], int] = {}
    for path in (found.path for found in lines):
        for depth in range(1, len(path) + 1):
            positions.setdefault(path[:depth], len(positions))
    return positions


TAKEN = (
    *("sheet", "row", "number", "activity", "deliverable", "indicator", "target_unit", "target_text", "unit", "item"),
    "stage",
)
FIGURES = ("target", "baseline", "weight")
ROW = (
    *("position", "start_on", "due_on", "due_confirmed", "target_implied", "accumulation", "node"),
    *("programmed", "texts", "result_cells", "gone_at", *FIGURES, *TAKEN),
)
"""The columns that hold what a document says of a line."""
_taken = attrgetter(*TAKEN)
_WRITTEN = ("id", "uid", "plan_id", *ROW)
_plain = itemgetter(*map(_WRITTEN.index, PLAIN))
_mappings = itemgetter(*map(_WRITTEN.index, ("programmed", "texts", "result_cells")))


def line_row(found: PlanLine, kind: PlanKind, position: int, nodes: Mapping[tuple[str, ...], int]) -> tuple[Any, ...]:
    """What a line's row holds of the document, in the order of ROW; its owner, plan and uid are added by the caller."""
    judged = tracked(found, kind)
    return (
        *(position, found.start, judged.due, judged.due_confirmed, judged.target_implied),
        *(judged.accumulation, nodes.get(found.path)),
        {period: decimal_text(value) for period, value in found.programmed.items()},
        *(dict(found.texts), dict(found.result_cells), None),
        *_exact(found, judged.target),
        *_taken(found),
    )


def _exact(found: PlanLine, target: Decimal | None) -> tuple[Decimal | None, ...]:
    """A line's figures as they rest; InputError with the line's place for one that could not rest exactly."""
    try:
        return at_rest(target), at_rest(found.baseline), at_rest(found.weight)
    except InputError as error:
        raise InputError(error.code, **error.facts, sheet=found.sheet, row=found.row) from None


def written_lines(
    plan_id: int,
    ids: Iterable[int],
    uids: Iterable[str],
    rows: Iterable[Any],
    reading: PlanReading,
    teams: Mapping[str, TeamOfLine],
) -> tuple[Line, ...]:
    """The lines that were just written, as lines_of would read them; rows: of ROW, as line_row made them."""
    written = zip(ids, uids, rows, reading.lines, strict=True)
    return tuple(
        [
            # Two spellings of one name are one team.
            _written((line_id, uid, plan_id, *row), found, [*dict.fromkeys(map(teams.__getitem__, found.teams))])
            for line_id, uid, row, found in written
        ]
    )


def _written(row: tuple[Any, ...], found: PlanLine, teams: Sequence[TeamOfLine]) -> Line:
    programmed, texts, result_cells = _mappings(row)
    rest = (found.path, found.stage, *_answering(teams), _exactly(programmed), texts, result_cells)
    return Line(*(*_plain(row), *rest))


def _teams_by_line(rows: Iterable[Sequence[Any]]) -> dict[int, list[TeamOfLine]]:
    teams: dict[int, list[TeamOfLine]] = {}
    for line_id, team_id, name in rows:
        teams.setdefault(line_id, []).append((team_id, name))
    return teams


def _line(row: Iterable[Any], teams: Sequence[TeamOfLine]) -> Line:
    *plain, path, stage, programmed, texts, result_cells = row
    by_column = dict(zip(_columns(tuple(texts)), texts.values(), strict=True))
    rest = (tuple(path or ()), stage, *_answering(teams), _exactly(programmed), by_column, result_cells)
    return Line(*(*plain, *rest))


def _exactly(programmed: Mapping[str, str]) -> dict[str, Decimal]:
    return {period: Decimal(value) for period, value in programmed.items()}


def _answering(teams: Sequence[TeamOfLine]) -> Answering:
    if not teams:
        return None, None, ()
    return *teams[0], tuple([also for _, also in teams[1:]]) if len(teams) > 1 else ()


@lru_cache(maxsize=1024)
def _columns(names: tuple[str, ...]) -> tuple[int, ...]:
    """The columns as numbers; those of one line are mostly those of the next."""
    return tuple(map(int, names))
