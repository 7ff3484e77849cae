"""Plans as they were imported: stored whole, renewed in place, read back in their own order."""

from collections.abc import Mapping
from datetime import date, datetime

from sqlalchemy import RowMapping, insert, select, update
from sqlmodel import Session

from gdflow.domain.keys import line_uids
from gdflow.domain.lines import PlanFacts
from gdflow.domain.plan import ImportIssue, PlanColumn, PlanReading
from gdflow.storage.engine import execute, insert_one
from gdflow.storage.lines import line_by_id, lines_of
from gdflow.storage.renewal import renew_plan
from gdflow.storage.tables import entity, issue, line, plan
from gdflow.storage.whole_plan import assign_teams, line_rows, plan_row, write_issues, write_nodes

__all__ = [
    "add_plan",
    "confirm_due",
    "issues_of",
    "line_by_id",
    "lines_of",
    "plan_by_code",
    "plans_of",
    "renew_plan",
]
OWN = ("id", "code", "title", "kind", "period_kind", "year", "sheet", "source", "source_sha256", "header_row")
FACTS = select(*(plan.c[name] for name in OWN), plan.c.columns, plan.c.imported_at, entity.c.name.label("entity"))
FACTS = FACTS.join_from(plan, entity, entity.c.id == plan.c.entity_id)
ISSUE = (issue.c.sheet, issue.c.row, issue.c.cell, issue.c.code, issue.c.severity)
ISSUES = select(*ISSUE, issue.c.raw, issue.c.proposal, issue.c.message).order_by(issue.c.position)


def add_plan(
    session: Session,
    entity_id: int,
    code: str,
    reading: PlanReading,
    *,
    sha256: str,
    at: datetime,
    team_ids: Mapping[str, int],
) -> int:
    """Store a plan with its headings, lines, issues and teams, and return its id.

    team_ids: every name of the lines' teams. The code must be new in the entity.
    """
    own = {"entity_id": entity_id, "code": code, "revision": 1}
    plan_id = insert_one(session, insert(plan), own | plan_row(reading, sha256, at))
    owner = {"entity_id": entity_id, "plan_id": plan_id}
    rows = line_rows(owner, reading, write_nodes(session, owner, reading))
    entity_code = execute(session, select(entity.c.code).where(entity.c.id == entity_id)).scalar_one()
    for row, uid in zip(rows, line_uids(entity_code, code, 1, len(rows)), strict=True):
        row["uid"] = uid
    if rows:
        execute(session, insert(line), rows)
    assign_teams(session, owner, reading, team_ids)
    write_issues(session, owner, reading, 1)
    return plan_id


def plan_by_code(session: Session, entity_id: int, code: str) -> PlanFacts | None:
    """The plan of that code in the entity, or None."""
    found = FACTS.where(plan.c.entity_id == entity_id, plan.c.code == code)
    row = execute(session, found).mappings().first()
    return None if row is None else _facts(row)


def plans_of(session: Session, entity_id: int) -> tuple[PlanFacts, ...]:
    """The plans of an entity, by code."""
    rows = execute(session, FACTS.where(plan.c.entity_id == entity_id).order_by(plan.c.code)).mappings()
    return tuple(_facts(row) for row in rows)


def issues_of(session: Session, plan_id: int) -> tuple[ImportIssue, ...]:
    """What was changed or doubted at the newest import of a plan, in the order of reading."""
    newest = select(plan.c.revision).where(plan.c.id == plan_id).scalar_subquery()
    found = ISSUES.where(issue.c.plan_id == plan_id, issue.c.revision == newest)
    return tuple(ImportIssue(*row) for row in execute(session, found))


def confirm_due(session: Session, line_id: int, due: date) -> None:
    """A person stated the due date of a line whose document only proposes one; a re-import keeps it."""
    execute(session, update(line).where(line.c.id == line_id).values(due_on=due, due_confirmed=True))


def _facts(row: RowMapping) -> PlanFacts:
    columns = tuple(PlanColumn(*column) for column in row["columns"])
    return PlanFacts(**{**row, "columns": columns})
