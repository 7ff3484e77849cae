"""Receipts for what came by a team's page: one that has not left yet gives way to the next, which says it all."""

from datetime import datetime

from sqlalchemy import update
from sqlmodel import Session

from gdflow.domain.digest import Purpose
from gdflow.domain.outbox import NoticeState
from gdflow.storage.engine import execute
from gdflow.storage.tables import notice

MARK = "page"
"""What the keys of these receipts have in them, and no other key of a receipt."""
UNSENT = (NoticeState.QUEUED, NoticeState.RETRY)


def give_way(session: Session, entity_id: int, team_id: int, address: str, period: str, *, at: datetime) -> int:
    """Let be the receipts for a team's page of a period that wait for an address, and return how many."""
    waiting = (
        notice.c.entity_id == entity_id,
        notice.c.team_id == team_id,
        notice.c.address == address,
        notice.c.purpose == Purpose.RECEIPT.value,
        notice.c.key.contains(f":{MARK}:{period}:", autoescape=True),
        notice.c.state.in_(UNSENT),
    )
    said = {"state": NoticeState.SUPPRESSED, "text": "superseded", "settled_at": at}
    return execute(session, update(notice).where(*waiting).values(said)).rowcount
