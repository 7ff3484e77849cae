"""Who signs in, from which browsers, and the keys with which programs read."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field

from gdflow.domain.access import KeyPurpose, Role
from gdflow.storage.tables.base import Owned, check, filled, json, moment, one_of, table_of, word
from gdflow.storage.tables.base import text as long_text


class AccountRow(Owned, table=True):
    """A person who may sign in. email: in small letters. subject: whom the entity's provider knows.

    failures, locked_until: of wrong passwords and codes in a row. totp_step: of the last code that was taken, which
    is not taken again.
    """

    __tablename__ = "account"
    __table_args__ = (
        UniqueConstraint("entity_id", "email"),
        UniqueConstraint("entity_id", "subject"),
        one_of("role", Role),
        *filled("email", "name"),
        check("small", "email = lower(email)"),
        check("failures", "failures >= 0"),
        check("disabled", "(disabled_at IS NULL) = (disabled_by IS NULL)"),
    )
    email: str
    name: str
    role: Role = word(Role)
    password_hash: str | None = long_text()
    subject: str | None
    totp_secret: str | None
    totp_step: int | None
    failures: int
    locked_until: datetime | None = moment(null=True)
    created_at: datetime = moment()
    created_by: str
    disabled_at: datetime | None = moment(null=True)
    disabled_by: str | None


class WebSessionRow(Owned, table=True):
    """Somebody who is signed in, in one browser; only the hash of the cookie's token is kept."""

    __tablename__ = "web_session"
    __table_args__ = (
        UniqueConstraint("token_sha256"),
        Index("ix_web_session_account_id", "account_id"),
        check("token", "length(token_sha256) = 64"),
        check("dates", "created_at <= seen_at AND created_at < expires_at"),
        check("ended", "(ended_at IS NULL) = (ended_by IS NULL)"),
    )
    account_id: int = Field(foreign_key="account.id")
    token_sha256: str
    created_at: datetime = moment()
    seen_at: datetime = moment()
    expires_at: datetime = moment()
    address: str
    agent: str
    ended_at: datetime | None = moment(null=True)
    ended_by: str | None


class ReadTokenRow(Owned, table=True):
    """A key with which a program reads; only its hash is kept."""

    __tablename__ = "read_token"
    __table_args__ = (
        UniqueConstraint("token_sha256"),
        *filled("name", "created_by"),
        check("token", "length(token_sha256) = 64"),
        check("revoked", "(revoked_at IS NULL) = (revoked_by IS NULL)"),
    )
    name: str
    token_sha256: str
    created_at: datetime = moment()
    created_by: str
    expires_at: datetime | None = moment(null=True)
    revoked_at: datetime | None = moment(null=True)
    revoked_by: str | None
    used_at: datetime | None = moment(null=True)


class OneTimeKeyRow(Owned, table=True):
    """What lets one person go one step on, once and soon; only the key's hash is kept. facts: what the step needs."""

    __tablename__ = "one_time_key"
    __table_args__ = (
        UniqueConstraint("token_sha256"),
        one_of("purpose", KeyPurpose),
        check("token", "length(token_sha256) = 64"),
        check("dates", "created_at < expires_at"),
        Index("ix_one_time_key_account_id", "account_id"),
    )
    purpose: KeyPurpose = word(KeyPurpose)
    account_id: int = Field(foreign_key="account.id")
    token_sha256: str
    facts: Any = json()
    created_at: datetime = moment()
    expires_at: datetime = moment()


account, web_session = table_of(AccountRow), table_of(WebSessionRow)
read_token, one_time_key = table_of(ReadTokenRow), table_of(OneTimeKeyRow)
