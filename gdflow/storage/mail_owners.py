"""Whose a mail is among all entities of a database: each sign by which mails are known was given once in all of it."""

from sqlalchemy import bindparam, select

from gdflow.storage.engine import Session, execute
from gdflow.storage.tables import correspondence, notice

BY_REFERENCE = select(correspondence.c.entity_id).where(correspondence.c.reference == bindparam("of_reference"))
BY_MESSAGE = select(notice.c.entity_id).where(notice.c.message_id == bindparam("of_message"))


def owner_of_reference(session: Session, reference: str) -> int | None:
    """The entity that gave a reference; None for one that was never given."""
    return execute(session, BY_REFERENCE, {"of_reference": reference.lower()}).scalar()


def owner_of_message(session: Session, message_id: str) -> int | None:
    """The entity whose mail has this Message-ID, or None."""
    return execute(session, BY_MESSAGE, {"of_message": message_id}).scalar()
