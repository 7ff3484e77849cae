"""A plan imported again: its lines keep their identity, and what people decided meanwhile stays."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import RowMapping, bindparam, delete, select, update
from sqlmodel import Session

from gdflow.domain.keys import line_uids
from gdflow.domain.obligations import ObligationState
from gdflow.domain.plan import PlanLine, PlanReading
from gdflow.domain.renewal import Renewal
from gdflow.storage.assignments import pass_on
from gdflow.storage.engine import execute, insert_rows
from gdflow.storage.lines import ROW
from gdflow.storage.tables import entity, line, node, obligation, plan
from gdflow.storage.whole_plan import OWNER, Owner, Rows, line_rows, plan_row, reassign_teams, write_issues, write_nodes
from gdflow.storage.withdrawals import hand_on

TARGET = ("target", "target_implied")
LINE = (*OWNER, "uid", *ROW)
OWNER_OF = select(plan.c.entity_id, plan.c.revision, entity.c.code, plan.c.code).join_from(
    plan, entity, entity.c.id == plan.c.entity_id
)
SETTLED = select(*(line.c[name] for name in ("id", "due_on", "due_confirmed", *TARGET, "target_unit", "accumulation")))


def renew_plan(
    session: Session,
    plan_id: int,
    reading: PlanReading,
    renewal: Renewal,
    *,
    sha256: str,
    at: datetime,
    team_ids: Mapping[str, int],
) -> None:
    """Put a new reading in the place of the old one.

    1. Lines that go on keep their id and uid, and what the document leaves unsaid: a due date that a person
       confirmed, a target, its teams.
    2. Lines that are gone stay for the record; what they still owed is withdrawn as of the day of `at`.
    3. What is still owed passes to the team that the new reading names; the one before is not reminded any more.
    Issues of earlier readings are kept; issues_of answers with the newest.
    """
    plan_of = update(plan).where(plan.c.id == plan_id).values(revision=plan.c.revision + 1)
    execute(session, plan_of.values(plan_row(reading, sha256, at)))
    entity_id, revision, code, plan_code = execute(session, OWNER_OF.where(plan.c.id == plan_id)).one()
    owner = (entity_id, plan_id)
    rows = line_rows(reading, _replace_nodes(session, owner, reading))
    _update_lines(session, plan_id, reading, rows, _line_ids(renewal))
    _retire_lines(session, renewal.gone, at)
    uids = line_uids(code, plan_code, revision, len(rows))
    insert_rows(session, line, LINE, [(*owner, uids[index], *rows[index]) for index in renewal.added])
    reassign_teams(session, owner, reading, team_ids)
    passed_on = pass_on(session, plan_id)
    if passed_on:
        hand_on(session, passed_on, on=at.date(), by="import", at=at)
    write_issues(session, owner, reading, revision)


def _line_ids(renewal: Renewal) -> dict[int, int]:
    changed = ((change.index, change.line_id) for change in renewal.changed)
    return dict(changed) | {index: line_id for line_id, index in renewal.kept}


def _replace_nodes(session: Session, owner: Owner, reading: PlanReading) -> dict[tuple[str, ...], int]:
    _, of_plan = owner
    execute(session, update(line).where(line.c.plan_id == of_plan).values(node=None))
    execute(session, delete(node).where(node.c.plan_id == of_plan))
    return write_nodes(session, owner, reading)


def _update_lines(session: Session, plan_id: int, reading: PlanReading, rows: Rows, ids: Mapping[int, int]) -> None:
    known = {row["id"]: row for row in execute(session, SETTLED.where(line.c.plan_id == plan_id)).mappings()}
    changes = [
        {**dict(zip(ROW, rows[index], strict=True)), **_unsaid(reading.lines[index], known[line_id]), "of": line_id}
        for index, line_id in ids.items()
    ]
    if changes:
        execute(session, update(line).where(line.c.id == bindparam("of")), changes)


def _unsaid(found: PlanLine, known: RowMapping) -> dict[str, Any]:
    """What the document leaves unsaid stays as it was implied before, or as a person has set it since."""
    kept: list[str] = []
    confirmed = known["due_confirmed"] and known["due_on"] is not None
    if found.due is None and (found.proposed_due is None or confirmed):
        kept += ["due_on", "due_confirmed"]
    if found.target is None:
        kept += TARGET
    kept += [name for name in ("target_unit", "accumulation") if getattr(found, name) is None]
    return {name: known[name] for name in kept}


def _retire_lines(session: Session, line_ids: tuple[int, ...], at: datetime) -> None:
    if not line_ids:
        return
    execute(session, update(line).where(line.c.id.in_(line_ids)).values(gone_at=at))
    still_owed = obligation.c.line_id.in_(line_ids), obligation.c.done_on.is_(None)
    withdrawn = {"state": ObligationState.WITHDRAWN, "done_on": at.date()}
    execute(session, update(obligation).where(*still_owed).values(withdrawn))
