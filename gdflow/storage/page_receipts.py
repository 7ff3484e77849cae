"""Receipts for what came by a team's page: one that has not left yet gives way to the next, which says it all."""

from datetime import datetime

from sqlalchemy import bindparam, text, update
from sqlmodel import Session

from gdflow.domain.digest import Purpose
from gdflow.domain.outbox import EMAIL, NoticeState
from gdflow.storage.engine import execute
from gdflow.storage.tables import notice
from gdflow.storage.tables.outbox import SENDABLE

MARK = "page"
"""What the keys of these receipts have in them, and no other key of a receipt."""
GIVE_WAY = (
    update(notice)
    # In these words it is found among what has not left: all that was ever told stays in the same table.
    .where(text(SENDABLE), notice.c.entity_id == bindparam("of_entity"), notice.c.channel == EMAIL)
    .where(notice.c.team_id == bindparam("of_team"), notice.c.address == bindparam("of_address"))
    .where(notice.c.purpose == Purpose.RECEIPT.value, notice.c.key.contains(bindparam("of_page")))
    .values(state=NoticeState.SUPPRESSED, text="superseded", settled_at=bindparam("at"))
)


def give_way(session: Session, entity_id: int, team_id: int, address: str, period: str, *, at: datetime) -> int:
    """Let be the receipts for a team's page of a period that wait for an address, and return how many."""
    its = {"of_entity": entity_id, "of_team": team_id, "of_address": address, "of_page": f":{MARK}:{period}:"}
    return execute(session, GIVE_WAY, its | {"at": at}).rowcount
