"""Keys that let one person go one step on, once and soon: choose a password, give a code, take up codes."""

import secrets
from collections.abc import Mapping
from datetime import datetime

from gdflow.domain import keys
from gdflow.domain.access import KeyPurpose, OneTimeKey
from gdflow.domain.errors import ConflictError
from gdflow.domain.rules import Rules
from gdflow.storage import one_time_keys
from gdflow.storage.engine import Session

TOKEN_BYTES = 32
NOTHING: Mapping[str, str] = {}


def issue(
    session: Session,
    rules: Rules,
    purpose: KeyPurpose,
    *,
    account_id: int,
    until: datetime,
    now: datetime,
    facts: Mapping[str, str] = NOTHING,
) -> str:
    """A new key, which nobody can tell again."""
    token = secrets.token_urlsafe(TOKEN_BYTES)
    one_time_keys.add_key(
        session,
        rules.entity_id,
        purpose,
        token_sha256=keys.token_sha256(token),
        account_id=account_id,
        facts=facts,
        at=now,
        until=until,
    )
    return token


def find(session: Session, rules: Rules, purpose: KeyPurpose, token: str, *, now: datetime) -> OneTimeKey:
    """The key of a token, not used yet. Raises ConflictError("step_over") for one that was, ended, or never was."""
    found = one_time_keys.key_by_token(session, rules.entity_id, purpose, keys.token_sha256(token), now=now)
    if found is None:
        raise ConflictError("step_over")
    return found


def spend(session: Session, key: OneTimeKey) -> None:
    """Use a key up. Raises ConflictError("step_over") when somebody else has meanwhile."""
    if not one_time_keys.spend_key(session, key.id):
        raise ConflictError("step_over")
