"""Files that were received and not read yet, and what their readers must hold while they write."""

from collections.abc import Sequence

from sqlalchemy import bindparam, select, update
from sqlmodel import Session

from gdflow.domain.receipts import ReceiptFacts, ReceiptState
from gdflow.storage.engine import execute
from gdflow.storage.submissions import FACTS, of_period
from gdflow.storage.tables import line, receipt

UNREAD = (
    FACTS.where(receipt.c.entity_id == bindparam("of_entity"), receipt.c.state == ReceiptState.RECEIVED)
    .order_by(receipt.c.tries, receipt.c.id)
    .limit(bindparam("most"))
)
ONE = FACTS.where(receipt.c.id == bindparam("of_receipt"))
HELD = ONE.with_for_update()
LINES = (
    select(line.c.id)
    .where(line.c.id.in_(bindparam("of_lines", expanding=True)))
    .order_by(line.c.id)
    .with_for_update(key_share=True)
)
TRIED = update(receipt).where(receipt.c.id == bindparam("of_receipt")).values(tries=receipt.c.tries + 1)


def waiting(session: Session, entity_id: int, limit: int) -> tuple[ReceiptFacts, ...]:
    """What was kept and not read, oldest first; files that killed a reader come after all others."""
    return tuple(ReceiptFacts(*row) for row in execute(session, UNREAD, {"of_entity": entity_id, "most": limit}))


def held(session: Session, receipt_id: int) -> ReceiptFacts:
    """A receipt as it stands now, which nobody else changes before this transaction ends."""
    return ReceiptFacts(*execute(session, HELD, {"of_receipt": receipt_id}).one())


def killed_its_reader(session: Session, receipt_id: int) -> int:
    """Note that the file's reader died of it or ran out of time, and return how often by now."""
    execute(session, TRIED, {"of_receipt": receipt_id})
    return ReceiptFacts(*execute(session, ONE, {"of_receipt": receipt_id}).one()).tries


def twin_of(session: Session, kept: ReceiptFacts, team_id: int, period: str | None) -> ReceiptFacts | None:
    """The other receipt of the same bytes from that team for that period, or None.

    The same file may come by a way that says whose it is and by one that does not: its reading tells.
    """
    entity = select(receipt.c.entity_id).where(receipt.c.id == kept.id).scalar_subquery()
    others = FACTS.where(receipt.c.entity_id == entity, receipt.c.sha256 == kept.sha256, receipt.c.id != kept.id)
    found = others.where(receipt.c.team_id == team_id, of_period(period))
    row = execute(session, found).first()
    return None if row is None else ReceiptFacts(*row)


def was_read(session: Session, entity_id: int, team_id: int, sha256: str) -> bool:
    """Whether these bytes were read as an answer of the team, under whichever receipt."""
    own = receipt.c.entity_id == entity_id, receipt.c.team_id == team_id, receipt.c.sha256 == sha256
    found = select(receipt.c.id).where(*own, receipt.c.state == ReceiptState.READ).limit(1)
    return execute(session, found).first() is not None


def hold_lines(session: Session, line_ids: Sequence[int]) -> None:
    """Let nobody else put figures of these lines in force before this transaction ends.

    Where writers do not wait for each other at their start, two would find the same figure in force and replace it.
    """
    execute(session, LINES, {"of_lines": line_ids}).all()
