"""How much a team still owes."""

from gdflow.services.received import Handed
from gdflow.storage import obligations
from gdflow.storage.engine import Session


def pending_of(session: Session, handed: Handed, *periods: str) -> int:
    """How many things the team owes to these plans for a period (the one of the answers unless others are named)."""
    return obligations.count_owed(session, handed.team_id, handed.plan_ids, periods or (handed.period,))
