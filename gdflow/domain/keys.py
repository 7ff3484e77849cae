"""Every idempotency key and outside id, one builder each.

They are made of ids, codes and ISO dates, never of words that people read or may correct: a renamed team or a new
sentence must not send a second mail. Equal inputs give equal keys, different inputs different ones.
"""

from base64 import b32encode
from collections.abc import Iterable
from datetime import date
from hashlib import blake2s, sha256
from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid5

NONE = "*"  # quoting never yields it


def line_uids(entity: str, plan: str, revision: int, count: int) -> tuple[str, ...]:
    """The UUIDs of the lines that an import brings, by place: each stays with its line when the plan comes again."""
    of_import = uuid5(NAMESPACE_URL, _joined("line", entity, plan, revision))
    return tuple([str(uuid5(of_import, str(position))) for position in range(count)])


def notice_key(entity_id: int, address: str, day: date, channel: str, purpose: str) -> str:
    """An address gets one message of a purpose per channel and day. address: as stored, in lower case."""
    return _joined("notice", entity_id, address, day.isoformat(), channel, purpose)


def matters(found: Iterable[str]) -> str:
    """What tells a second mail of a day apart from the first: the keys of the matters of which it speaks."""
    return _digest(_joined("matters", *sorted(found)))


def closing_matter(plan_id: int, period: str, number: int, team_id: int | None) -> str:
    """What tells the mails about closings of a day apart: each closing has one for each team, None: the coordinator."""
    return _digest(_joined("closing", plan_id, period, number, team_id))


def reopening_matter(reopening_id: int, team_id: int | None) -> str:
    """The same for the mails about a period that was opened again."""
    return _digest(_joined("reopening", reopening_id, team_id))


def webhook_key(entity_id: int, webhook_id: int, sequence: int) -> str:
    """A webhook is told once of an event of the entity's record."""
    return _joined("webhook", entity_id, webhook_id, sequence)


def webhook_message_id(webhook_id: int, event_hash: str) -> str:
    """The id of a webhook's message: the same on every try, and never that of another installation's message.

    event_hash: of the event of the record, which no other record has.
    """
    return f"msg_{_digest(_joined('webhook', webhook_id, event_hash))}"


def message_id(notice: str, domain: str) -> str:
    """The Message-ID of a notice's key: the same on every try, so that a repeat is recognised."""
    return f"<gd.{_digest(notice)}@{domain}>"


def thread_root(plan_ids: Iterable[int], team_id: int | None, period: str | None, domain: str) -> str:
    """The id under which mail programs gather all messages to a team about a period of these plans."""
    plans = ",".join(str(plan_id) for plan_id in sorted(set(plan_ids)))
    return f"<gd.t.{_digest(_joined('thread', plans, team_id, period))}@{domain}>"


def calendar_uid(plan_id: int | None, team_id: int | None, period: str | None, line_id: int | None, domain: str) -> str:
    """The UID of a date in people's calendars: of a team's report on a period, or of one line alone.

    plan_id: None for the date that all plans share. line_id: None for the period's own date. A line's date stays the
    same entry when another team takes it over.
    """
    team = team_id if line_id is None else None
    return f"gd.c.{_digest(_joined('calendar', plan_id, team, period, line_id))}@{domain}"


def closing_day_uid(plan_id: int | None, period: str, domain: str) -> str:
    """The UID of the day on which a period closes. plan_id: None for the day that all plans share."""
    return f"gd.k.{_digest(_joined('closing_day', plan_id, period))}@{domain}"


def correspondence_reference(secret: bytes) -> str:
    """A reference like "k7f3q2mx4d" from at least 7 random bytes drawn by the caller: people may have to type it."""
    return b32encode(secret).decode()[:10].lower()


def receipt_number(entity_id: int, team_id: int | None, period: str | None, content_sha256: str) -> str:
    """The number given to a sender, like R-7K2M-QX4D-ZN5A: the same for the same bytes of the same team and period."""
    digest = blake2s(_joined("receipt", entity_id, team_id, period, content_sha256).encode(), digest_size=10)
    letters = b32encode(digest.digest()).decode()[:12]
    return f"R-{letters[:4]}-{letters[4:8]}-{letters[8:]}"


def form_token(secret: bytes) -> str:
    """The token that a team's form carries, from at least 16 random bytes drawn by the caller."""
    return b32encode(secret).decode().rstrip("=").lower()


def token_sha256(token: str) -> str:
    """What is stored of a token: enough to know it again, useless to whoever reads the database."""
    return sha256(token.encode()).hexdigest()


def _joined(*parts: str | int | None) -> str:
    # Quoting keeps the separator out of the parts, so that two lists of parts never join to one key.
    return "|".join([_quoted(part) for part in parts])


def _quoted(part: str | int | None) -> str:
    if isinstance(part, str):
        return quote(part, safe="@.,:+-")
    return NONE if part is None else str(part)  # no number holds anything to be quoted


def _digest(text: str) -> str:
    return blake2s(text.encode(), digest_size=16).hexdigest()
