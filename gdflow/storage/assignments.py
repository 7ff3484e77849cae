"""Who answers for a line, when a person says it and not the document."""

from collections.abc import Sequence

from sqlalchemy import bindparam, delete, func, select, update

from gdflow.domain.events import Event
from gdflow.storage.engine import Session, execute, insert_rows, pairs
from gdflow.storage.events import NAMES
from gdflow.storage.tables import assignment, event, line, obligation, plan


def assign_line(session: Session, line_id: int, team_id: int) -> None:
    """Make a team answer for a line, and for what it still owes; teams that were only named stay so.

    The caller notes who decided it, by which a re-import keeps it, and takes back what the ledger and the outbox hold
    for the team before.
    """
    owner = execute(session, select(line.c.entity_id, line.c.plan_id).where(line.c.id == line_id)).one()
    named = select(assignment.c.team_id).where(assignment.c.line_id == line_id).order_by(assignment.c.position)
    others = [team for team in execute(session, named).scalars() if team != team_id]
    execute(session, delete(assignment).where(assignment.c.line_id == line_id))
    rows = [(*owner, line_id, team, rank) for rank, team in enumerate((team_id, *others[1:]))]
    insert_rows(session, assignment, ("entity_id", "plan_id", "line_id", "team_id", "position"), rows)
    still = obligation.c.line_id == line_id, obligation.c.done_on.is_(None)
    execute(session, update(obligation).where(*still).values(team_id=team_id))


def pass_on(session: Session, plan_id: int) -> Sequence[int]:
    """Let what is still owed be owed by the teams that answer for the lines now, and return whose owner changed."""
    owner = (
        select(assignment.c.team_id)
        .where(assignment.c.line_id == obligation.c.line_id, assignment.c.position == 0)
        .scalar_subquery()
    )
    others = (
        update(obligation)
        .where(obligation.c.plan_id == plan_id, obligation.c.done_on.is_(None))
        .where(obligation.c.team_id.is_distinct_from(owner))
    )
    return execute(session, others.values(team_id=owner).returning(obligation.c.line_id)).scalars().all()


def assigned_events(session: Session, plan_id: int) -> tuple[Event, ...]:
    """What people decided about who answers for the lines of a plan, in the order in which they decided it."""
    return tuple(Event(*row) for row in execute(session, ASSIGNED, {"of_plan": plan_id, "about": f"plan:{plan_id}"}))


def lines_by_team(session: Session, entity_id: int) -> dict[int, int]:
    """For how many lines each team of an entity answers; teams without any are left out."""
    return pairs(session, BY_TEAM, {"of_entity": entity_id})


BY_TEAM = (
    select(assignment.c.team_id, func.count())
    .join_from(assignment, line, line.c.id == assignment.c.line_id)
    .where(assignment.c.entity_id == bindparam("of_entity"), assignment.c.position == 0, line.c.gone_at.is_(None))
    .group_by(assignment.c.team_id)
)
ASSIGNED = (
    select(*(event.c[name] for name in NAMES))
    .join_from(event, plan, plan.c.entity_id == event.c.entity_id)
    .where(plan.c.id == bindparam("of_plan"), event.c.subject == bindparam("about"), event.c.kind == "team_assigned")
    .order_by(event.c.sequence)
)
