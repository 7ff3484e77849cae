"""Plans and lines by what mails call them: of a morning's thousands nothing else is read."""

from collections.abc import Iterable

from sqlalchemy import String, bindparam, cast, func, literal, select
from sqlmodel import Session

from gdflow.domain.digest import NamedLine, NamedPlan
from gdflow.storage.engine import execute
from gdflow.storage.tables import line, node, plan

# In the order of NamedLine's own fields; a line is called as Line.label calls it.
SAID = ("id", "plan_id", "row", "number", "item", "target", "target_unit", "target_text", "accumulation")
LABEL = func.coalesce(
    *(line.c.activity, line.c.deliverable, line.c.indicator, node.c.title),
    literal("fila ") + cast(line.c.row, String),
)
LINES = (
    select(*(line.c[name] for name in SAID), LABEL)
    .outerjoin_from(line, node, (node.c.plan_id == line.c.plan_id) & (node.c.position == line.c.node))
    .where(line.c.id.in_(bindparam("line_ids", expanding=True)), line.c.gone_at.is_(None))
)
PLANS = select(plan.c.id, plan.c.title, plan.c.code, plan.c.review).where(plan.c.entity_id == bindparam("of_entity"))
BATCH = 10_000
"""Ids in one statement: SQLite takes at most 32,766 values."""


def named_lines(session: Session, line_ids: Iterable[int]) -> dict[int, NamedLine]:
    """The lines with these ids, without those that are unknown or left their plan."""
    ids, found = sorted(set(line_ids)), dict[int, NamedLine]()
    for start in range(0, len(ids), BATCH):
        rows = execute(session, LINES, {"line_ids": ids[start : start + BATCH]}).all()
        found |= {row[0]: NamedLine(*row) for row in rows}
    return found


def named_plans(session: Session, entity_id: int) -> dict[int, NamedPlan]:
    """The plans of an entity, by id."""
    rows = execute(session, PLANS, {"of_entity": entity_id})
    return {key: NamedPlan(title or code, review) for key, title, code, review in rows}
