"""The public entities whose plans are kept here."""

from sqlalchemy import bindparam, select
from sqlmodel import Session

from gdflow.domain.events import GENESIS
from gdflow.storage.engine import execute, insert_one
from gdflow.storage.tables import entity


def ensure_entity(session: Session, code: str, name: str, nit: str | None = None) -> int:
    """The id of the entity with that code, made when it is not known; a known one keeps its name."""
    known = entity_by_code(session, code)
    if known is not None:
        return known
    row: dict[str, object] = {"code": code, "name": name, "nit": nit, "events": 0, "head": GENESIS, "settings": {}}
    return insert_one(session, entity, row)


def entity_by_code(session: Session, code: str) -> int | None:
    """The id of the entity with that code, or None."""
    return execute(session, BY_CODE, {"of_code": code}).scalar()


BY_CODE = select(entity.c.id).where(entity.c.code == bindparam("of_code"))
