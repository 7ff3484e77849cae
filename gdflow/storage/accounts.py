"""Those who may sign in; passwords as hashes, which leave this room only to be compared."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select, update
from sqlmodel import Session

from gdflow.domain.access import Account, Role
from gdflow.storage.engine import execute, insert_one
from gdflow.storage.tables import account, entity

NAMES = ("id", "entity_id", "email", "name", "role", "created_at", "disabled_at")
COLUMNS = (
    *(account.c[name] for name in NAMES),
    account.c.subject,
    account.c.password_hash.is_not(None),
    account.c.totp_secret.is_not(None),
)
ACCOUNTS = select(*COLUMNS).where(account.c.entity_id == bindparam("of_entity"))
ALL = ACCOUNTS.order_by(account.c.email)
BY_ID = ACCOUNTS.where(account.c.id == bindparam("of_id"))
BY_EMAIL = ACCOUNTS.where(account.c.email == bindparam("of_email"))
BY_SUBJECT = ACCOUNTS.where(account.c.subject == bindparam("of_subject"))
SECRETS = (
    select(
        account.c.password_hash, account.c.totp_secret, account.c.totp_step, account.c.failures, account.c.locked_until
    )
    .where(account.c.id == bindparam("of_id"))
    .with_for_update()
)


UNCHANGED = update(entity).where(entity.c.id == bindparam("of_entity")).values(head=entity.c.head)


@dataclass(frozen=True, slots=True)
class Secrets:
    """What an account is checked by. failures, locked_until: of wrong passwords and codes in a row."""

    password_hash: str | None
    totp_secret: str | None
    totp_step: int | None
    failures: int
    locked_until: datetime | None


def account_of(row: Any) -> Account:
    """An account out of a row of COLUMNS."""
    number, entity_id, email, name, role, created, disabled, subject, has_password, has_factor = row
    held = (bool(has_password), subject, bool(has_factor))
    return Account(number, entity_id, email, name, role, *held, created, disabled)


def add_account(
    session: Session,
    entity_id: int,
    *,
    email: str,
    name: str,
    role: Role,
    subject: str | None,
    at: datetime,
    by: str,
) -> int:
    """A new account without a password; returns its id. email: in small letters, which no other has."""
    row = {"entity_id": entity_id, "email": email, "name": name, "role": role, "subject": subject}
    row |= {"password_hash": None, "totp_secret": None, "totp_step": None, "failures": 0, "locked_until": None}
    row |= {"created_at": at, "created_by": by, "disabled_at": None, "disabled_by": None}
    return insert_one(session, account, row)


def accounts_of(session: Session, entity_id: int) -> tuple[Account, ...]:
    """All accounts of an entity by address."""
    return tuple(map(account_of, execute(session, ALL, {"of_entity": entity_id})))


def account_by_id(session: Session, entity_id: int, account_id: int) -> Account | None:
    """The account of that id in the entity, or None."""
    return _one(session, BY_ID, {"of_entity": entity_id, "of_id": account_id})


def account_by_email(session: Session, entity_id: int, email: str) -> Account | None:
    """The account of an address, in whatever letters it is written, or None."""
    return _one(session, BY_EMAIL, {"of_entity": entity_id, "of_email": email.strip().lower()})


def account_by_subject(session: Session, entity_id: int, subject: str) -> Account | None:
    """The account of somebody whom the entity's provider knows, or None."""
    return _one(session, BY_SUBJECT, {"of_entity": entity_id, "of_subject": subject})


def secrets_of(session: Session, account_id: int) -> Secrets:
    """What an account is checked by; nobody else reads or changes it so before this transaction ends."""
    return Secrets(*execute(session, SECRETS, {"of_id": account_id}).one())


def change_nothing(session: Session, entity_id: int) -> None:
    """Write what stands there already: a commit that takes as long as one that counts an attempt."""
    execute(session, UNCHANGED, {"of_entity": entity_id})


def change_account(session: Session, account_id: int, values: Mapping[str, object]) -> None:
    """Write these columns of an account."""
    execute(session, update(account).where(account.c.id == account_id).values(**values))


def _one(session: Session, statement: Any, values: Mapping[str, object]) -> Account | None:
    row = execute(session, statement, values).first()
    return None if row is None else account_of(row)
