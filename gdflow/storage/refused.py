"""Files that could not be taken: listed for whoever decides about them, laid aside, or put back to be read."""

from dataclasses import dataclass

from sqlalchemy import Integer, and_, bindparam, exists, func, literal, select, update
from sqlmodel import Session

from gdflow.domain.events import Event
from gdflow.domain.receipts import ReceiptFacts, ReceiptState
from gdflow.storage.engine import execute
from gdflow.storage.events import NAMES as EVENT_NAMES
from gdflow.storage.submissions import NAMES
from gdflow.storage.tables import event, receipt

LAID_ASIDE, REFUSED_KIND = "file_dismissed", "file_refused"
"""What is noted when somebody lays a file aside; whatever is refused after that waits again."""
later = event.alias()
ITS_EVENT = and_(
    event.c.entity_id == receipt.c.entity_id,
    event.c.subject == literal("receipt:") + receipt.c.number,
    event.c.kind == LAID_ASIDE,
    ~exists().where(
        later.c.entity_id == event.c.entity_id,
        later.c.subject == event.c.subject,
        later.c.kind == REFUSED_KIND,
        later.c.sequence > event.c.sequence,
    ),
)
OF_ENTITY = select(*(receipt.c[name] for name in NAMES)).where(receipt.c.entity_id == bindparam("of_entity"))
REFUSED = (
    OF_ENTITY.where(receipt.c.state == ReceiptState.QUARANTINED, ~exists().where(ITS_EVENT))
    .order_by(receipt.c.id.desc())
    .limit(bindparam("most", type_=Integer))
)
DISMISSED = (
    select(*(receipt.c[name] for name in NAMES), *(event.c[name] for name in EVENT_NAMES))
    .select_from(receipt.join(event, ITS_EVENT))
    .where(receipt.c.entity_id == bindparam("of_entity"), receipt.c.state == ReceiptState.QUARANTINED)
    .order_by(event.c.sequence.desc())
    .limit(bindparam("most", type_=Integer))
)
ONE = OF_ENTITY.where(receipt.c.id == bindparam("of_receipt"))
WAITS = select(receipt.c.id).where(
    receipt.c.id == bindparam("of_receipt"),
    receipt.c.state == ReceiptState.QUARANTINED,
    ~exists().where(ITS_EVENT),
)
AGAIN = (
    update(receipt)
    .where(receipt.c.id == bindparam("of_receipt"), receipt.c.state == ReceiptState.QUARANTINED)
    .values(state=ReceiptState.RECEIVED, code=None, message=None, tries=0)
    .values(team_id=func.coalesce(bindparam("new_team", type_=Integer), receipt.c.team_id))
)


@dataclass(frozen=True, slots=True)
class LaidAside:
    """A refused file that somebody laid aside, and the event that says who and why."""

    receipt: ReceiptFacts
    event: Event


def refused_files(session: Session, entity_id: int, most: int) -> tuple[ReceiptFacts, ...]:
    """The files in quarantine that wait for somebody, newest first, so many at most."""
    return tuple(ReceiptFacts(*row) for row in execute(session, REFUSED, {"of_entity": entity_id, "most": most}))


def files_laid_aside(session: Session, entity_id: int, most: int) -> tuple[LaidAside, ...]:
    """The files in quarantine that were laid aside, the last first, so many at most."""
    rows = execute(session, DISMISSED, {"of_entity": entity_id, "most": most})
    cut = len(NAMES)
    return tuple(LaidAside(ReceiptFacts(*row[:cut]), Event(*row[cut:])) for row in rows)


def waits(session: Session, receipt_id: int) -> bool:
    """Whether a file is in quarantine and nobody has laid it aside."""
    return execute(session, WAITS, {"of_receipt": receipt_id}).first() is not None


def receipt_by_id(session: Session, entity_id: int, receipt_id: int) -> ReceiptFacts | None:
    """A receipt of the entity, or None."""
    row = execute(session, ONE, {"of_entity": entity_id, "of_receipt": receipt_id}).first()
    return None if row is None else ReceiptFacts(*row)


def to_read_again(session: Session, receipt_id: int, team_id: int | None) -> bool:
    """Let a file be read anew, as a team's where one is named; False when it is in quarantine no more."""
    return execute(session, AGAIN, {"of_receipt": receipt_id, "new_team": team_id}).rowcount == 1
