"""Reminders as people list them: with the words of their lines, plans and teams."""

from collections.abc import Collection

from sqlalchemy import String, cast, func, literal, select
from sqlmodel import Session

from gdflow.domain.notices import SaidLine
from gdflow.storage.engine import execute
from gdflow.storage.tables import line, node, obligation, plan, reminder, team

NAMED = (line.c.activity, line.c.deliverable, line.c.indicator, node.c.title)
SAID = (
    select(reminder.c.id, obligation.c.plan_id, plan.c.code, line.c.row, line.c.number)
    .add_columns(func.coalesce(*NAMED, literal("fila ") + cast(line.c.row, String)), team.c.name, obligation.c.period)
    .add_columns(*(reminder.c[name] for name in ("step", "audience", "reason", "due_on")))
    .join_from(reminder, obligation, obligation.c.id == reminder.c.obligation_id)
    .join(plan, plan.c.id == obligation.c.plan_id)
    .join(line, line.c.id == obligation.c.line_id)
    .outerjoin(node, (node.c.plan_id == line.c.plan_id) & (node.c.position == line.c.node))
    .outerjoin(team, (team.c.id == reminder.c.team_id) & (team.c.entity_id == reminder.c.entity_id))
    .order_by(reminder.c.due_on, plan.c.code, line.c.position, reminder.c.id)
)


def said_lines(session: Session, reminder_ids: Collection[int]) -> dict[int, SaidLine]:
    """The reminders of these ids, by id, in the order of due date, plan and line."""
    found = execute(session, SAID.where(reminder.c.id.in_(reminder_ids))) if reminder_ids else ()
    return {row[0]: SaidLine(*row) for row in found}
