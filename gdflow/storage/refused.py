"""Files that could not be taken: listed for whoever decides about them, and put back among those to be read."""

from sqlalchemy import Integer, bindparam, func, select, update
from sqlmodel import Session

from gdflow.domain.receipts import ReceiptFacts, ReceiptState
from gdflow.storage.engine import execute
from gdflow.storage.submissions import NAMES
from gdflow.storage.tables import receipt

OF_ENTITY = select(*(receipt.c[name] for name in NAMES)).where(receipt.c.entity_id == bindparam("of_entity"))
REFUSED = (
    OF_ENTITY.where(receipt.c.state == ReceiptState.QUARANTINED)
    .order_by(receipt.c.id.desc())
    .limit(bindparam("most", type_=Integer))
)
ONE = OF_ENTITY.where(receipt.c.id == bindparam("of_receipt"))
AGAIN = (
    update(receipt)
    .where(receipt.c.id == bindparam("of_receipt"), receipt.c.state == ReceiptState.QUARANTINED)
    .values(state=ReceiptState.RECEIVED, code=None, message=None, tries=0)
    .values(team_id=func.coalesce(bindparam("new_team", type_=Integer), receipt.c.team_id))
)


def refused_files(session: Session, entity_id: int, most: int) -> tuple[ReceiptFacts, ...]:
    """The files in quarantine, newest first, so many at most."""
    return tuple(ReceiptFacts(*row) for row in execute(session, REFUSED, {"of_entity": entity_id, "most": most}))


def receipt_by_id(session: Session, entity_id: int, receipt_id: int) -> ReceiptFacts | None:
    """A receipt of the entity, or None."""
    row = execute(session, ONE, {"of_entity": entity_id, "of_receipt": receipt_id}).first()
    return None if row is None else ReceiptFacts(*row)


def to_read_again(session: Session, receipt_id: int, team_id: int | None) -> bool:
    """Let a file be read anew, as a team's where one is named; False when it is in quarantine no more."""
    return execute(session, AGAIN, {"of_receipt": receipt_id, "new_team": team_id}).rowcount == 1
