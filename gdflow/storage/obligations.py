"""What is owed: written once, settled when it is met, and found by what is due."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import String, case, cast, func, literal, select, update
from sqlmodel import Session

from gdflow.domain.notices import OwedLine
from gdflow.domain.obligations import Duty, Obligation, ObligationState
from gdflow.domain.stored import Counts
from gdflow.storage.claims import claim_reminders, due_dates
from gdflow.storage.engine import execute, insert_or_skip
from gdflow.storage.tables import line, node, obligation, plan, team

__all__ = [
    "claim_reminders",
    "due_dates",
    "move_due",
    "obligations_of_line",
    "obligations_of_plan",
    "owed",
    "record_duties",
    "set_state",
]
NAMES = (
    *("id", "line_id", "plan_id", "team_id", "kind", "period", "due_on", "closes_on", "reason", "state", "done_on"),
)
COLUMNS = [obligation.c[name] for name in NAMES]
ORDER = (obligation.c.due_on, obligation.c.line_id, obligation.c.kind, obligation.c.period)
BATCH = 10_000
"""Ids in one statement: SQLite takes at most 32,766 values."""


def record_duties(session: Session, entity_id: int, plan_id: int, duties: Sequence[tuple[Duty, int | None]]) -> Counts:
    """Write down duties with the team that owes each; one that is known stays as it is, whatever its state."""
    if not duties:
        return Counts(0, 0)
    owner = {"entity_id": entity_id, "plan_id": plan_id, "state": ObligationState.OWED, "done_on": None}
    rows = [{**owner, **_duty(duty), "team_id": team_id} for duty, team_id in duties]
    new = execute(session, insert_or_skip(session, obligation), rows).rowcount
    return Counts(new, len(rows) - new)


def set_state(session: Session, ids: Sequence[int], state: ObligationState, done_on: date | None) -> None:
    """Move obligations to a state. done_on: the day they ceased to be owed; None exactly for OWED."""
    change = update(obligation).values(state=state, done_on=done_on)
    for start in range(0, len(ids), BATCH):
        execute(session, change.where(obligation.c.id.in_(ids[start : start + BATCH])))


def move_due(session: Session, obligation_id: int, due_on: date) -> None:
    """Give an obligation a new due date; it closes no earlier than that. Its steps are then owed anew."""
    later = case((obligation.c.closes_on < due_on, due_on), else_=obligation.c.closes_on)
    moved = update(obligation).where(obligation.c.id == obligation_id)
    execute(session, moved.values(due_on=due_on, closes_on=later))


def obligations_of_plan(session: Session, plan_id: int, period: str | None = None) -> tuple[Obligation, ...]:
    """All obligations of a plan, or those of one period, by due date and line."""
    found = select(*COLUMNS).where(obligation.c.plan_id == plan_id).order_by(*ORDER)
    if period is not None:
        found = found.where(obligation.c.period == period)
    return tuple(Obligation(*row) for row in execute(session, found))


def obligations_of_line(session: Session, line_id: int) -> tuple[Obligation, ...]:
    """All obligations of a line, by due date."""
    found = select(*COLUMNS).where(obligation.c.line_id == line_id).order_by(*ORDER)
    return tuple(Obligation(*row) for row in execute(session, found))


SHOWN = ("line_id", "plan_id", "team_id", "kind", "period", "due_on", "closes_on", "reason")
NAMED = (line.c.activity, line.c.deliverable, line.c.indicator, node.c.title)
OWED = (
    select(
        *(obligation.c.id.label("obligation_id"), *(obligation.c[name] for name in SHOWN)),
        *(plan.c.code.label("plan"), line.c.sheet, line.c.row, line.c.number),
        *(func.coalesce(*NAMED, literal("fila ") + cast(line.c.row, String)).label("label"), team.c.name.label("team")),
    )
    .select_from(obligation)
    .join(plan, plan.c.id == obligation.c.plan_id)
    .join(line, line.c.id == obligation.c.line_id)
    .outerjoin(node, (node.c.plan_id == line.c.plan_id) & (node.c.position == line.c.node))
    .outerjoin(team, team.c.id == obligation.c.team_id)
    .where(obligation.c.done_on.is_(None))
    .order_by(obligation.c.due_on, plan.c.code, line.c.position, obligation.c.id)
)


def owed(session: Session, entity_id: int, until: date) -> tuple[OwedLine, ...]:
    """What is open and due up to a day, by due date, plan and line; a line is called as Line.label calls it."""
    found = OWED.where(obligation.c.entity_id == entity_id, obligation.c.due_on <= until)
    return tuple(OwedLine(*row) for row in execute(session, found))


def _duty(duty: Duty) -> dict[str, object]:
    return {name: getattr(duty, name) for name in ("line_id", "kind", "period", "due_on", "closes_on", "reason")}
