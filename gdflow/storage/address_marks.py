"""Addresses whose server takes nothing: nothing is sent to them until a person says that they are right."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import bindparam, delete, select

from gdflow.domain.address_marks import AddressMark
from gdflow.storage.engine import Session, execute, insert_or_skip
from gdflow.storage.tables import address_mark

OF_ENTITY = address_mark.c.entity_id == bindparam("of_entity")
THIS = delete(address_mark).where(OF_ENTITY, address_mark.c.address == bindparam("of_address"))
MARKS = (
    select(*(address_mark.c[name] for name in ("address", "code", "text", "marked_at")))
    .where(OF_ENTITY)
    .order_by(address_mark.c.address)
)


def mark(session: Session, entity_id: int, address: str, code: str | None, text: str | None, at: datetime) -> bool:
    """Send nothing to an address any more; False when it was marked already, with the answer of that time."""
    row = {"entity_id": entity_id, "address": address.casefold(), "code": code, "text": text, "marked_at": at}
    return execute(session, insert_or_skip(session, address_mark), row).rowcount == 1


def clear(session: Session, entity_id: int, address: str) -> bool:
    """Write to an address again; False when it was not marked."""
    return execute(session, THIS, {"of_entity": entity_id, "of_address": address.casefold()}).rowcount == 1


def marks_of(session: Session, entity_id: int) -> Mapping[str, AddressMark]:
    """The marked addresses of an entity, in lower case and in their order."""
    found = execute(session, MARKS, {"of_entity": entity_id})
    return {row[0]: AddressMark(*row) for row in found}
