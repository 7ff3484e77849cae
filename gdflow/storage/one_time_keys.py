"""Keys that let one person go one step on, once and soon; found by their hash, which is all that is kept of them."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import bindparam, delete, select
from sqlmodel import Session

from gdflow.domain.access import KeyPurpose, OneTimeKey
from gdflow.storage.engine import execute, insert_one
from gdflow.storage.tables import one_time_key

NAMES = ("id", "purpose", "account_id", "facts", "expires_at")
BY_TOKEN = select(*(one_time_key.c[name] for name in NAMES)).where(
    one_time_key.c.entity_id == bindparam("of_entity"),
    one_time_key.c.purpose == bindparam("of_purpose", type_=one_time_key.c.purpose.type),
    one_time_key.c.token_sha256 == bindparam("of_token"),
    one_time_key.c.expires_at > bindparam("at"),
)
SPEND = delete(one_time_key).where(one_time_key.c.id == bindparam("of_id"))
OF_ACCOUNT = delete(one_time_key).where(one_time_key.c.account_id == bindparam("of_account"))
OUTLIVED = delete(one_time_key).where(
    one_time_key.c.entity_id == bindparam("of_entity"), one_time_key.c.expires_at <= bindparam("before")
)


def add_key(
    session: Session,
    entity_id: int,
    purpose: KeyPurpose,
    *,
    token_sha256: str,
    account_id: int,
    facts: Mapping[str, str],
    at: datetime,
    until: datetime,
) -> None:
    """Remember a key by its hash; those that have ended are forgotten meanwhile."""
    execute(session, OUTLIVED, {"of_entity": entity_id, "before": at})
    row = {"entity_id": entity_id, "purpose": purpose, "account_id": account_id, "token_sha256": token_sha256}
    insert_one(session, one_time_key, row | {"facts": dict(facts), "created_at": at, "expires_at": until})


def key_by_token(
    session: Session, entity_id: int, purpose: KeyPurpose, token_sha256: str, *, now: datetime
) -> OneTimeKey | None:
    """The key of that hash for a purpose; None once it was used or has ended."""
    its = {"of_entity": entity_id, "of_purpose": purpose, "of_token": token_sha256, "at": now}
    row = execute(session, BY_TOKEN, its).first()
    return None if row is None else OneTimeKey(*row)


def spend_key(session: Session, key_id: int) -> bool:
    """Use a key up; whether it was still there."""
    return execute(session, SPEND, {"of_id": key_id}).rowcount == 1


def forget_keys(session: Session, account_id: int) -> None:
    """No key of an account serves any more."""
    execute(session, OF_ACCOUNT, {"of_account": account_id})
