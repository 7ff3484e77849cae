"""Calendars of due dates by an address of their own: given, listed, taken back, and read by programs.

The address is the key: it serves many times, because programs ask again and again, until somebody takes it back. Only
the hash of its token is kept.
"""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from gdflow.domain import keys
from gdflow.domain.errors import ConflictError, NotFoundError
from gdflow.domain.feeds import CalendarFeed
from gdflow.domain.rules import Rules
from gdflow.services.feed_entries import entries_of
from gdflow.services.find import find_team
from gdflow.spanish.dates import long_date
from gdflow.spanish.feeds import calendar_name
from gdflow.storage import calendar_feeds, events
from gdflow.storage.engine import Session

TOKEN_BYTES = 32
PATH, ENDING = "/calendario/", ".ics"
PAST = timedelta(days=400)
"""What was due so long ago is not told any more."""


@dataclass(frozen=True, slots=True)
class IssuedFeed:
    """A feed with its token, which nobody can tell again."""

    feed: CalendarFeed
    token: str

    @property
    def path(self) -> str:
        """Where it is within the site."""
        return f"{PATH}{self.token}{ENDING}"


def issue(session: Session, rules: Rules, team: str | None, *, by: str, now: datetime) -> IssuedFeed:
    """Give a new address of a team's calendar, or of the entity's. Raises NotFoundError("unknown_team")."""
    team_id = None if team is None else find_team(session, rules.entity_id, team).id
    token = secrets.token_urlsafe(TOKEN_BYTES)
    its = {"token_sha256": keys.token_sha256(token), "by": by}
    feed = calendar_feeds.add_feed(session, rules.entity_id, team_id, at=now, **its)
    _note(session, rules, "feed_issued", feed, by, now)
    return IssuedFeed(feed, token)


def find(session: Session, rules: Rules, token: str) -> CalendarFeed:
    """The calendar of a token. Raises NotFoundError("unknown_link"), ConflictError("feed_revoked")."""
    feed = calendar_feeds.feed_by_token(session, rules.entity_id, keys.token_sha256(token))
    if feed is None:
        raise NotFoundError("unknown_link")
    if feed.revoked_at is not None:
        raise ConflictError("feed_revoked", on=long_date(rules.today(feed.revoked_at)))
    return feed


def revoke(session: Session, rules: Rules, feed_id: int, *, by: str, now: datetime) -> CalendarFeed:
    """Take an address back. Raises NotFoundError("unknown_feed"), ConflictError("feed_revoked_already")."""
    feed = calendar_feeds.feed_by_id(session, rules.entity_id, feed_id)
    if feed is None:
        raise NotFoundError("unknown_feed", found=feed_id)
    if feed.revoked_at is not None:
        on = long_date(rules.today(feed.revoked_at))
        raise ConflictError("feed_revoked_already", found=feed_id, on=on, by=feed.revoked_by)
    calendar_feeds.revoke(session, feed_id, at=now, by=by)
    _note(session, rules, "feed_revoked", feed, by, now)
    return feed


def feeds(session: Session, rules: Rules, *, revoked: bool = False) -> tuple[CalendarFeed, ...]:
    """The addresses of the entity that serve, oldest first; revoked: those that were taken back too."""
    known = calendar_feeds.feeds_of(session, rules.entity_id)
    return tuple(feed for feed in known if revoked or feed.revoked_at is None)


def calendar(session: Session, rules: Rules, feed: CalendarFeed, *, now: datetime) -> bytes:
    """What a calendar holds at a moment: the same bytes as long as nothing in it changes."""
    from gdflow.channels.ics import feed_of

    entries = entries_of(session, rules, feed, since=rules.today(now) - PAST)
    return feed_of(entries, name=calendar_name(rules.entity, feed.team))


def feed_json(feed: CalendarFeed) -> dict[str, object]:
    """A feed as JSON; its address is in nobody's hands but those it was given to."""
    return {
        "id": feed.id,
        "team": feed.team,
        "created_at": feed.created_at.isoformat(),
        "created_by": feed.created_by,
        "serves": feed.revoked_at is None,
        "revoked_at": feed.revoked_at.isoformat() if feed.revoked_at else None,
        "revoked_by": feed.revoked_by,
    }


def _note(session: Session, rules: Rules, kind: str, feed: CalendarFeed, by: str, now: datetime) -> None:
    subject = f"team:{feed.team_id}" if feed.team_id else f"entity:{feed.entity_id}"
    events.append(session, rules.entity_id, kind, subject, {"feed": feed.id}, at=now, actor=by)
