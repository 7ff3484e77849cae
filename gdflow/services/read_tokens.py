"""Keys with which programs read (Power BI, Excel): given by name, shown once, ended by a day or by a person."""

import secrets
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from gdflow.domain import keys
from gdflow.domain.access import ReadToken
from gdflow.domain.errors import ConflictError, InputError, NotFoundError
from gdflow.domain.rules import Rules
from gdflow.services.author import author_of
from gdflow.spanish.dates import long_date
from gdflow.storage import events, read_tokens
from gdflow.storage.engine import Session

MARK = "gdl_"
"""Begins every key, so that one that lies where it should not is found by whoever looks for secrets."""
TOKEN_BYTES = 32
NOTED_EVERY = timedelta(minutes=5)
"""How exactly it is known when a key was last used: reading should write next to nothing."""


@dataclass(frozen=True, slots=True)
class IssuedToken:
    """A key as it is given, which nobody can tell again."""

    id: int
    token: str


def issue(session: Session, rules: Rules, name: str, until: date | None, *, by: str, now: datetime) -> IssuedToken:
    """Give a key. until: the last day on which it serves. Raises InputError: blank_name, blank_author, end_passed."""
    author, called = author_of(by), " ".join(name.split())
    if not called:
        raise InputError("blank_name")
    if until is not None and until < rules.today(now):
        raise InputError("end_passed", found=until, today=rules.today(now))
    token = MARK + secrets.token_urlsafe(TOKEN_BYTES)
    ends = None if until is None else _midnight_after(rules, until)
    its = {"name": called, "token_sha256": keys.token_sha256(token)}
    number = read_tokens.add_token(session, rules.entity_id, **its, at=now, by=author, until=ends)
    facts = {"name": called, "until": until.isoformat() if until else None}
    events.append(session, rules.entity_id, "read_token_issued", f"read_token:{number}", facts, at=now, actor=author)
    return IssuedToken(number, token)


def listed(session: Session, rules: Rules) -> tuple[ReadToken, ...]:
    """All keys of the entity, oldest first."""
    return read_tokens.tokens_of(session, rules.entity_id)


def find(session: Session, rules: Rules, token: str, *, now: datetime) -> ReadToken:
    """The key of a program. Raises NotFoundError("unknown_read_token") for one that serves nothing."""
    found = read_tokens.token_by_hash(session, rules.entity_id, keys.token_sha256(token))
    if found is None or not found.serves(now):
        raise NotFoundError("unknown_read_token")
    return found


def is_to_note(token: ReadToken, now: datetime) -> bool:
    """Whether it is time to note that a key is in use."""
    return token.used_at is None or now - token.used_at >= NOTED_EVERY


def note_used(session: Session, token: ReadToken, *, now: datetime) -> None:
    """Note that a key is in use."""
    read_tokens.note_used(session, token.id, at=now)


def revoke(session: Session, rules: Rules, token_id: int, *, by: str, now: datetime) -> ReadToken:
    """Take a key back. Raises InputError("blank_author"), NotFoundError("unknown_read_token_id"), ConflictError."""
    author, known = author_of(by), read_tokens.token_by_id(session, rules.entity_id, token_id)
    if known is None:
        raise NotFoundError("unknown_read_token_id", found=token_id)
    if known.revoked_at is not None:
        raise ConflictError("read_token_revoked", found=token_id, on=long_date(rules.today(known.revoked_at)))
    read_tokens.revoke(session, token_id, at=now, by=author)
    its = (session, rules.entity_id, "read_token_revoked", f"read_token:{token_id}", {"name": known.name})
    events.append(*its, at=now, actor=author)
    return known


def _midnight_after(rules: Rules, day: date) -> datetime:
    return datetime.combine(day + timedelta(days=1), time(0), ZoneInfo(rules.window.zone))
