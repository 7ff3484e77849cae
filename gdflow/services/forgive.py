"""An address that refused is written to again; the record says so where it says what the coordinator was told."""

from datetime import datetime

from gdflow.domain.rules import Rules
from gdflow.storage import address_marks, events
from gdflow.storage.engine import Session

SUBJECT, FORGIVEN = "coordinator", "address_forgiven"


def forgive(session: Session, rules: Rules, address: str, *, now: datetime, actor: str) -> bool:
    """Write to an address again that refused: it was put right. False when it was not marked."""
    if not address_marks.clear(session, rules.entity_id, address):
        return False
    facts = {"address": address.casefold()}
    events.append(session, rules.entity_id, FORGIVEN, SUBJECT, facts, at=now, actor=actor)
    return True
