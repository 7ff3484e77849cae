"""Plans as they were imported: stored whole, renewed in place, read back in their own order."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import bindparam, select, update
from sqlmodel import Session

from gdflow.domain.keys import line_uids
from gdflow.domain.lines import Line, PlanFacts
from gdflow.domain.plan import ImportIssue, PlanColumn, PlanReading, Severity
from gdflow.domain.reviews import ReviewMode
from gdflow.domain.stored import AddedPlan
from gdflow.storage.engine import execute, insert_one, insert_rows
from gdflow.storage.lines import ROW, TeamOfLine, line_by_id, lines_of, written_lines
from gdflow.storage.renewal import renew_plan
from gdflow.storage.tables import entity, issue, line, plan
from gdflow.storage.whole_plan import OWNER, SAID, Owner, assign_teams, line_rows, plan_row, write_issues, write_nodes

__all__ = [
    "add_plan",
    "confirm_due",
    "issues_of",
    "line_by_id",
    "lines_of",
    "plan_by_code",
    "plan_by_id",
    "plans_of",
    "renew_plan",
    "unread_cells",
]
# In the order of PlanFacts' own fields.
OWN = ("title", "kind", "period_kind", "year", "sheet", "source", "source_sha256", "header_row", "columns")
FACTS = (
    select(plan.c.id, plan.c.code, entity.c.name, *(plan.c[name] for name in OWN), plan.c.imported_at, plan.c.review)
).join_from(plan, entity, entity.c.id == plan.c.entity_id)
BY_ID, OF_ENTITY = FACTS.where(plan.c.id == bindparam("of_id")), FACTS.where(plan.c.entity_id == bindparam("entity_id"))
BY_CODE, ALL = OF_ENTITY.where(plan.c.code == bindparam("of_code")), OF_ENTITY.order_by(plan.c.code)
ENTITY = select(entity.c.code, entity.c.name).where(entity.c.id == bindparam("entity_id"))
LINE = (*OWNER, "uid", *ROW)
ISSUES = (
    select(*(issue.c[name] for name in SAID))
    .where(issue.c.plan_id == bindparam("of_plan"))
    .where(issue.c.revision == select(plan.c.revision).where(plan.c.id == bindparam("of_plan")).scalar_subquery())
    .order_by(issue.c.position)
)
UNREAD = (
    ISSUES.with_only_columns(issue.c.sheet, issue.c.cell)
    .where(issue.c.severity == Severity.ERROR, issue.c.cell.is_not(None))
    .order_by(None)
)


def add_plan(
    session: Session,
    entity_id: int,
    code: str,
    reading: PlanReading,
    *,
    sha256: str,
    at: datetime,
    teams: Mapping[str, TeamOfLine],
) -> AddedPlan:
    """Store a plan with its headings, lines, issues and teams.

    teams: as they are known, by every name of the lines' teams. The code must be new in the entity.
    """
    own, said = {"entity_id": entity_id, "code": code, "revision": 1}, plan_row(reading, sha256, at)
    plan_id = insert_one(session, plan, own | {"review": ReviewMode.NONE} | said)
    entity_code, entity_name = execute(session, ENTITY, {"entity_id": entity_id}).one()
    owner, uids = (entity_id, plan_id), line_uids(entity_code, code, 1, len(reading.lines))
    lines = _add_lines(session, owner, reading, uids, teams)
    write_issues(session, owner, reading, 1)
    stated = (said[name] for name in OWN)
    return AddedPlan(_facts((plan_id, code, entity_name, *stated, at.astimezone(UTC), ReviewMode.NONE)), lines)


def _add_lines(
    session: Session, owner: Owner, reading: PlanReading, uids: Sequence[str], teams: Mapping[str, TeamOfLine]
) -> tuple[Line, ...]:
    rows = line_rows(reading, write_nodes(session, owner, reading))
    insert_rows(session, line, LINE, [(*owner, uid, *row) for uid, row in zip(uids, rows, strict=True)])
    ids = assign_teams(session, owner, reading, {name: team_id for name, (team_id, _) in teams.items()})
    return written_lines(owner[1], ids, uids, rows, reading, teams)


def plan_by_code(session: Session, entity_id: int, code: str) -> PlanFacts | None:
    """The plan of that code in the entity, or None."""
    row = execute(session, BY_CODE, {"entity_id": entity_id, "of_code": code}).first()
    return None if row is None else _facts(row)


def plan_by_id(session: Session, plan_id: int) -> PlanFacts:
    """The plan of that id, which must be known."""
    return _facts(execute(session, BY_ID, {"of_id": plan_id}).one())


def plans_of(session: Session, entity_id: int) -> tuple[PlanFacts, ...]:
    """The plans of an entity, by code."""
    return tuple(map(_facts, execute(session, ALL, {"entity_id": entity_id})))


def issues_of(session: Session, plan_id: int) -> tuple[ImportIssue, ...]:
    """What was changed or doubted at the newest import of a plan, in the order of reading."""
    return tuple(ImportIssue(*row) for row in execute(session, ISSUES, {"of_plan": plan_id}))


def unread_cells(session: Session, plan_id: int) -> frozenset[tuple[str, str]]:
    """The cells (sheet, address) of a plan's newest import whose value could not be taken."""
    return frozenset(execute(session, UNREAD, {"of_plan": plan_id}).all())


def confirm_due(session: Session, line_id: int, due: date) -> None:
    """A person stated the due date of a line whose document only proposes one; a re-import keeps it."""
    execute(session, update(line).where(line.c.id == line_id).values(due_on=due, due_confirmed=True))


def _facts(row: Iterable[Any]) -> PlanFacts:
    *own, columns, imported_at, review = row
    return PlanFacts(*(*own, tuple(PlanColumn(*column) for column in columns), imported_at, review))
