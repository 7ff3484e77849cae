"""Mails that came into the mailbox: each is known once, and those in quarantine wait for a person."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Integer, bindparam, func, select, update

from gdflow.domain.inbound import InboundMail, InboundState
from gdflow.storage.engine import Session, execute, insert_or_skip
from gdflow.storage.tables import inbound_mail, receipt

NAMES = (
    *("id", "message_id", "sha256", "sender", "subject", "received_at", "state", "team_id", "period"),
    *("code", "message", "accepted_by"),
)
OF_ENTITY = inbound_mail.c.entity_id == bindparam("of_entity")
_MAILS = select(*(inbound_mail.c[name] for name in NAMES)).where(OF_ENTITY).order_by(inbound_mail.c.id)
BY_ID = _MAILS.where(inbound_mail.c.id == bindparam("of_mail"))
BY_MESSAGE_ID = _MAILS.where(inbound_mail.c.message_id == bindparam("of_message"))
IN_STATE = _MAILS.where(inbound_mail.c.state == bindparam("of_state", type_=inbound_mail.c.state.type))
WAITING_FROM = (
    select(func.count())
    .select_from(inbound_mail)
    .where(OF_ENTITY, inbound_mail.c.state == InboundState.QUARANTINED)
    .where(inbound_mail.c.sender == bindparam("of_sender"), inbound_mail.c.code == bindparam("of_code"))
)
DECIDE = (
    update(inbound_mail)
    .where(inbound_mail.c.id == bindparam("of_mail"), inbound_mail.c.state == InboundState.QUARANTINED)
    .values({name: bindparam(f"new_{name}") for name in ("state", "code", "message", "accepted_by")})
    .values(team_id=func.coalesce(bindparam("new_team", type_=Integer), inbound_mail.c.team_id))
)
RECEIPTS = (
    select(receipt.c.number)
    .where(receipt.c.entity_id == bindparam("of_entity"), receipt.c.inbound_id == bindparam("of_mail"))
    .order_by(receipt.c.id)
)


@dataclass(frozen=True, slots=True)
class NewMail:
    """What is kept of a mail when it is first seen; the fields as in InboundMail."""

    message_id: str
    sha256: str
    sender: str
    subject: str
    state: InboundState
    team_id: int | None = None
    period: str | None = None
    code: str | None = None
    message: str | None = None


def add_mail(session: Session, entity_id: int, mail: NewMail, *, at: datetime) -> tuple[InboundMail, bool]:
    """Remember a mail; one whose Message-ID is known stays as it was. The second value tells whether it is new."""
    row = {name: getattr(mail, name) for name in mail.__slots__} | {"entity_id": entity_id, "received_at": at}
    new = execute(session, insert_or_skip(session, inbound_mail), row | {"accepted_by": None}).rowcount == 1
    its = {"of_entity": entity_id, "of_message": mail.message_id}
    return InboundMail(*execute(session, BY_MESSAGE_ID, its).one()), new


def mail_by_id(session: Session, entity_id: int, mail_id: int) -> InboundMail | None:
    """The mail of an id, or None."""
    row = execute(session, BY_ID, {"of_entity": entity_id, "of_mail": mail_id}).one_or_none()
    return None if row is None else InboundMail(*row)


def mails_by_id(session: Session, entity_id: int, ids: Collection[int]) -> tuple[InboundMail, ...]:
    """The mails of these ids, oldest first."""
    found = execute(session, _MAILS.where(inbound_mail.c.id.in_(ids)), {"of_entity": entity_id})
    return tuple(InboundMail(*row) for row in found)


def mails_in(session: Session, entity_id: int, state: InboundState) -> tuple[InboundMail, ...]:
    """The mails in a state, oldest first."""
    found = execute(session, IN_STATE, {"of_entity": entity_id, "of_state": state})
    return tuple(InboundMail(*row) for row in found)


def waiting_from(session: Session, entity_id: int, sender: str, code: str) -> int:
    """How many mails of a sender wait in quarantine for that reason."""
    its = {"of_entity": entity_id, "of_sender": sender, "of_code": code}
    return int(execute(session, WAITING_FROM, its).scalar_one())


def decide_mail(
    session: Session,
    mail_id: int,
    state: InboundState,
    *,
    code: str | None,
    message: str | None,
    by: str | None,
    team_id: int | None = None,
) -> bool:
    """Take a mail out of quarantine; by: who let it in; team_id: as whose. False when it waits no more."""
    change = {"new_state": state, "new_code": code, "new_message": message, "new_accepted_by": by}
    return execute(session, DECIDE, {"of_mail": mail_id, "new_team": team_id} | change).rowcount == 1


def receipts_of(session: Session, entity_id: int, mail_id: int) -> tuple[str, ...]:
    """The numbers of the receipts of the files that first came with a mail."""
    return tuple(execute(session, RECEIPTS, {"of_entity": entity_id, "of_mail": mail_id}).scalars())
