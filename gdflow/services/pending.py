"""How much a team still owes."""

from gdflow.services.received import Handed
from gdflow.storage import obligations
from gdflow.storage.engine import Session


def pending_of(session: Session, handed: Handed, *periods: str) -> int:
    """How many things the team owes to these plans for a period (the one of the answers unless others are named)."""
    asked: set[str | None] = {*periods} or {handed.period}
    return sum(
        1
        for plan_id in handed.plan_ids
        for owed in obligations.obligations_of_plan(session, plan_id)
        if owed.period in asked and owed.team_id == handed.team_id and owed.done_on is None
    )
