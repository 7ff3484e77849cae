"""The keys with which programs read; found by their hash, which is all that is kept of them."""

from datetime import datetime

from sqlalchemy import bindparam, select, update
from sqlmodel import Session

from gdflow.domain.access import ReadToken
from gdflow.storage.engine import execute, insert_one
from gdflow.storage.tables import read_token

NAMES = ("id", "entity_id", "name", "created_at", "created_by", "expires_at", "revoked_at", "used_at")
OF_ENTITY = select(*(read_token.c[name] for name in NAMES)).where(read_token.c.entity_id == bindparam("of_entity"))
BY_TOKEN = OF_ENTITY.where(read_token.c.token_sha256 == bindparam("of_token"))
BY_ID = OF_ENTITY.where(read_token.c.id == bindparam("of_id"))
ALL = OF_ENTITY.order_by(read_token.c.id)
USED = update(read_token).where(read_token.c.id == bindparam("of_id")).values(used_at=bindparam("at"))
REVOKE = (
    update(read_token)
    .where(read_token.c.id == bindparam("of_id"), read_token.c.revoked_at.is_(None))
    .values(revoked_at=bindparam("at"), revoked_by=bindparam("by"))
)


def add_token(
    session: Session, entity_id: int, *, name: str, token_sha256: str, at: datetime, by: str, until: datetime | None
) -> int:
    """Remember a key by its hash; returns its id."""
    row = {"entity_id": entity_id, "name": name, "token_sha256": token_sha256, "created_at": at, "created_by": by}
    return insert_one(
        session, read_token, row | {"expires_at": until, "revoked_at": None, "revoked_by": None, "used_at": None}
    )


def token_by_hash(session: Session, entity_id: int, token_sha256: str) -> ReadToken | None:
    """The key of that hash, whether it still serves or not; None for one that was never given."""
    row = execute(session, BY_TOKEN, {"of_entity": entity_id, "of_token": token_sha256}).first()
    return None if row is None else ReadToken(*row)


def token_by_id(session: Session, entity_id: int, token_id: int) -> ReadToken | None:
    """The key of that id in the entity, or None."""
    row = execute(session, BY_ID, {"of_entity": entity_id, "of_id": token_id}).first()
    return None if row is None else ReadToken(*row)


def tokens_of(session: Session, entity_id: int) -> tuple[ReadToken, ...]:
    """All keys of an entity, oldest first."""
    return tuple(ReadToken(*row) for row in execute(session, ALL, {"of_entity": entity_id}))


def note_used(session: Session, token_id: int, *, at: datetime) -> None:
    """A program reads with a key."""
    execute(session, USED, {"of_id": token_id, "at": at})


def revoke(session: Session, token_id: int, *, at: datetime, by: str) -> bool:
    """Take a key back; whether it had not been before."""
    return execute(session, REVOKE, {"of_id": token_id, "at": at, "by": by}).rowcount == 1
