"""Sessions of people who sign in: found by the token of a cookie, longer while they are used, ended by anybody's right.

Only the hash of a token is kept, so whoever reads the database cannot sign in by it.
"""

import secrets
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from gdflow.domain import keys
from gdflow.domain.access import Account, WebSession
from gdflow.domain.errors import NotFoundError
from gdflow.domain.rules import Rules
from gdflow.storage import events, web_sessions
from gdflow.storage.engine import Session

TOKEN_BYTES = 32
SLIDES = timedelta(hours=8)
"""How long somebody who does nothing stays signed in."""
LONGEST = timedelta(days=7)
"""After which everybody signs in again, whatever they do."""
NOTED_EVERY = timedelta(minutes=5)
"""How exactly it is known when a session was last seen: looking at pages should write next to nothing."""
MOST_TEXT = 200


def begin(session: Session, rules: Rules, account: Account, *, address: str, agent: str, now: datetime) -> str:
    """Sign somebody in under a new token, which nobody can tell again; returns it. The door notes how they came."""
    token = secrets.token_urlsafe(TOKEN_BYTES)
    web_sessions.add_session(
        session,
        rules.entity_id,
        account.id,
        token_sha256=keys.token_sha256(token),
        at=now,
        until=now + SLIDES,
        address=address[:MOST_TEXT],
        agent=agent[:MOST_TEXT],
    )
    return token


def current(session: Session, rules: Rules, token: str, *, now: datetime) -> WebSession | None:
    """Who is signed in by a token; None once it ended, expired, or its account was disabled."""
    return web_sessions.session_by_token(session, rules.entity_id, keys.token_sha256(token), now=now)


def is_to_slide(found: WebSession, now: datetime) -> bool:
    """Whether it is time to note that a session is in use."""
    return now - found.seen_at >= NOTED_EVERY


def slide(session: Session, found: WebSession, *, now: datetime) -> WebSession:
    """Note that a session is in use: it goes on for SLIDES from now, but not past LONGEST."""
    until = min(now + SLIDES, found.created_at + LONGEST)
    web_sessions.note_seen(session, found.id, at=now, until=until)
    return replace(found, seen_at=now, expires_at=until)


def sessions_of(session: Session, rules: Rules, account: Account, *, now: datetime) -> tuple[WebSession, ...]:
    """Where a person is signed in, newest first."""
    return web_sessions.sessions_of(session, rules.entity_id, account.id, now=now)


def end(session: Session, rules: Rules, account: Account, session_id: int, *, by: str, now: datetime) -> None:
    """End one session of a person. Raises NotFoundError("unknown_session") for one that is not theirs or not open."""
    if session_id not in {each.id for each in sessions_of(session, rules, account, now=now)}:
        raise NotFoundError("unknown_session")
    _end(session, rules, account, [session_id], "session_ended", by, now)


def end_all(session: Session, rules: Rules, account: Account, *, by: str, now: datetime, but: int | None = None) -> int:
    """End all sessions of a person, but perhaps one; how many ended."""
    ids = [each.id for each in sessions_of(session, rules, account, now=now) if each.id != but]
    return _end(session, rules, account, ids, "sessions_ended", by, now) if ids else 0


def sign_out(session: Session, rules: Rules, found: WebSession, *, now: datetime) -> None:
    """End the session in which somebody asks for it."""
    _end(session, rules, found.account, [found.id], "signed_out", found.account.actor, now)


def _end(
    session: Session, rules: Rules, account: Account, ids: Iterable[int], kind: str, by: str, now: datetime
) -> int:
    listed = list(ids)
    ended = web_sessions.end_sessions(session, listed, at=now, by=by)
    facts = {"sessions": listed}
    events.append(session, rules.entity_id, kind, f"account:{account.id}", facts, at=now, actor=by)
    return ended
