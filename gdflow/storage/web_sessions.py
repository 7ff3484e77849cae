"""Who is signed in, in which browsers: found by the hash of the cookie's token, which is all that is kept of it."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select, update
from sqlmodel import Session

from gdflow.domain.access import WebSession
from gdflow.storage.accounts import COLUMNS, account_of
from gdflow.storage.engine import execute, insert_one
from gdflow.storage.tables import account, web_session

NAMES = ("id", "created_at", "seen_at", "expires_at", "address", "agent")
SESSIONS = (
    select(*(web_session.c[name] for name in NAMES), *COLUMNS)
    .join_from(web_session, account, account.c.id == web_session.c.account_id)
    .where(
        web_session.c.entity_id == bindparam("of_entity"),
        web_session.c.ended_at.is_(None),
        web_session.c.expires_at > bindparam("at"),
        account.c.disabled_at.is_(None),
    )
)
BY_TOKEN = SESSIONS.where(web_session.c.token_sha256 == bindparam("of_token"))
OF_ACCOUNT = SESSIONS.where(web_session.c.account_id == bindparam("of_account")).order_by(web_session.c.id.desc())
SEEN = (
    update(web_session)
    .where(web_session.c.id == bindparam("of_id"), web_session.c.ended_at.is_(None))
    .values(seen_at=bindparam("at"), expires_at=bindparam("until"))
)
END = (
    update(web_session)
    .where(web_session.c.id == bindparam("of_id"), web_session.c.ended_at.is_(None))
    .values(ended_at=bindparam("at"), ended_by=bindparam("by"))
)


def add_session(
    session: Session,
    entity_id: int,
    account_id: int,
    *,
    token_sha256: str,
    at: datetime,
    until: datetime,
    address: str,
    agent: str,
) -> int:
    """Remember somebody who signed in by the hash of the cookie's token; returns the session's id."""
    row = {"entity_id": entity_id, "account_id": account_id, "token_sha256": token_sha256, "created_at": at}
    row |= {"seen_at": at, "expires_at": until, "address": address, "agent": agent, "ended_at": None, "ended_by": None}
    return insert_one(session, web_session, row)


def session_by_token(session: Session, entity_id: int, token_sha256: str, *, now: datetime) -> WebSession | None:
    """Who is signed in by the token of that hash; None once it ended, expired, or its account was disabled."""
    row = execute(session, BY_TOKEN, {"of_entity": entity_id, "of_token": token_sha256, "at": now}).first()
    return None if row is None else _session_of(row)


def sessions_of(session: Session, entity_id: int, account_id: int, *, now: datetime) -> tuple[WebSession, ...]:
    """Where a person is signed in, newest first."""
    its = {"of_entity": entity_id, "of_account": account_id, "at": now}
    return tuple(map(_session_of, execute(session, OF_ACCOUNT, its)))


def note_seen(session: Session, session_id: int, *, at: datetime, until: datetime) -> None:
    """Somebody was seen: the session goes on to a later end."""
    execute(session, SEEN, {"of_id": session_id, "at": at, "until": until})


def end_sessions(session: Session, session_ids: Iterable[int], *, at: datetime, by: str) -> int:
    """End sessions; how many were still open."""
    return sum(execute(session, END, {"of_id": each, "at": at, "by": by}).rowcount for each in session_ids)


def _session_of(row: Any) -> WebSession:
    number, created, seen, expires, address, agent, *its = row
    return WebSession(number, account_of(its), created, seen, expires, address, agent)
