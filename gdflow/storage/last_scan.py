"""When the scan last ended well: without it nobody is reminded."""

from datetime import datetime

from sqlalchemy import bindparam, select
from sqlmodel import Session

from gdflow.storage.engine import execute
from gdflow.storage.tables import last_run

SCANNED = select(last_run.c.succeeded_at).where(
    last_run.c.entity_id == bindparam("of_entity"), last_run.c.work == "scan"
)


def last_scan(session: Session, entity_id: int) -> datetime | None:
    """When the entity's scan last ended well; None when it never did."""
    found: datetime | None = execute(session, SCANNED, {"of_entity": entity_id}).scalar()
    return found
