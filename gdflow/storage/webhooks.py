"""The webhooks of an entity: to whom they lead, of what they are told, and with which secrets that is signed."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, func, select, update

from gdflow.domain.outbox import NoticeState
from gdflow.domain.webhooks import CHANNEL, Webhook, WebhookEvent, channel_of, events_named
from gdflow.storage.engine import Session, execute, insert_one, pairs
from gdflow.storage.tables import attempt, notice, webhook

NAMES = (*("id", "entity_id", "url", "events", "created_at", "created_by", "disabled_at", "disabled_by", "reason"),)
_LIVE = webhook.c.entity_id == bindparam("of_entity"), webhook.c.removed_at.is_(None)
ALL = select(*(webhook.c[name] for name in NAMES)).where(*_LIVE).order_by(webhook.c.id)
ACTIVE = ALL.where(webhook.c.disabled_at.is_(None))
LISTENED = ACTIVE.with_only_columns(webhook.c.id).order_by(None).exists()
"""Whether an entity has any that is on."""
BY_ID = ALL.where(webhook.c.id == bindparam("of_id"))
BY_URL = ALL.where(webhook.c.url == bindparam("of_url"))
SECRETS = ("id", "secret", "old_secret", "old_until")
KEPT = select(*(webhook.c[name] for name in SECRETS)).where(*_LIVE).order_by(webhook.c.id)
_THIS = update(webhook).where(*_LIVE, webhook.c.id == bindparam("of_id"))
SWITCH_OFF = _THIS.where(webhook.c.disabled_at.is_(None))
SWITCH_ON = _THIS.where(webhook.c.disabled_at.is_not(None))
UNSENT = (NoticeState.QUEUED, NoticeState.RETRY, NoticeState.IN_DOUBT)
LET_BE = update(notice).where(
    notice.c.entity_id == bindparam("of_entity"),
    notice.c.channel == bindparam("of_channel"),
    notice.c.state.in_(UNSENT),
)
_OURS = attempt.c.entity_id == bindparam("of_entity"), attempt.c.channel.like(f"{CHANNEL}%")
_NEWEST = select(func.max(attempt.c.id)).where(*_OURS).group_by(attempt.c.channel)
LAST = (
    select(
        *(attempt.c[name] for name in ("channel", "started_at", "state", "code", "text")),
        notice.c.subject,
        notice.c.message_id,
    )
    .join_from(attempt, notice, notice.c.id == attempt.c.notice_id)
    .where(attempt.c.id.in_(_NEWEST))
)
REFUSED = (
    select(notice.c.channel, func.count())
    .where(
        notice.c.entity_id == bindparam("of_entity"),
        notice.c.state == NoticeState.REFUSED,
        notice.c.channel.like(f"{CHANNEL}%"),
        notice.c.settled_at > bindparam("since", type_=notice.c.settled_at.type),
    )
    .group_by(notice.c.channel)
)


@dataclass(frozen=True, slots=True)
class Secrets:
    """With what a webhook's messages are signed. old: signs too, until a moment."""

    current: str = field(repr=False)
    old: str | None = field(default=None, repr=False)
    old_until: datetime | None = None

    def at(self, now: datetime) -> tuple[str, ...]:
        """The secrets that sign at a moment, the newest first."""
        if self.old is None or self.old_until is None or now >= self.old_until:
            return (self.current,)
        return (self.current, self.old)


@dataclass(frozen=True, slots=True)
class LastTry:
    """The newest try to tell a webhook something. state: None while it is open. event: of what."""

    at: datetime
    state: NoticeState | None
    code: str | None
    text: str | None
    event: str
    message_id: str


def add_webhook(
    session: Session, entity_id: int, url: str, events: Iterable[WebhookEvent], secret: str, *, at: datetime, by: str
) -> Webhook:
    """Keep a new webhook, which is on."""
    told = [event.value for event in events]
    row = {"entity_id": entity_id, "url": url, "events": told, "secret": secret, "created_at": at, "created_by": by}
    number = insert_one(session, webhook, row)
    return Webhook(number, entity_id, url, events_named(told), at, by)


def webhooks_of(session: Session, entity_id: int) -> tuple[Webhook, ...]:
    """All webhooks of an entity that were not removed, oldest first."""
    return tuple(_webhook(row) for row in execute(session, ALL, {"of_entity": entity_id}))


def active_webhooks(session: Session, entity_id: int) -> tuple[Webhook, ...]:
    """Those that are on."""
    return tuple(_webhook(row) for row in execute(session, ACTIVE, {"of_entity": entity_id}))


def is_active(session: Session, entity_id: int, webhook_id: int) -> bool:
    """Whether a webhook is told anything."""
    found = webhook_by_id(session, entity_id, webhook_id)
    return found is not None and found.active


def webhook_by_id(session: Session, entity_id: int, webhook_id: int) -> Webhook | None:
    """The webhook of an id, None for one that never was or was removed."""
    row = execute(session, BY_ID, {"of_entity": entity_id, "of_id": webhook_id}).first()
    return None if row is None else _webhook(row)


def webhook_by_url(session: Session, entity_id: int, url: str) -> Webhook | None:
    """The webhook that leads to an address, if any does."""
    row = execute(session, BY_URL, {"of_entity": entity_id, "of_url": url}).first()
    return None if row is None else _webhook(row)


def secrets_of(session: Session, entity_id: int) -> dict[int, Secrets]:
    """The secrets of an entity's webhooks, by their ids."""
    found = execute(session, KEPT, {"of_entity": entity_id})
    return {number: Secrets(secret, old, until) for number, secret, old, until in found}


def switch_off(
    session: Session, entity_id: int, webhook_id: int, *, at: datetime, by: str, reason: str | None = None
) -> bool:
    """Tell it nothing any more; whether it was on."""
    change = {"disabled_at": at, "disabled_by": by, "reason": reason}
    return _change(session, SWITCH_OFF, entity_id, webhook_id, change)


def switch_on(session: Session, entity_id: int, webhook_id: int) -> bool:
    """Tell it again what happens from now on; whether it was off."""
    change: dict[str, object] = {"disabled_at": None, "disabled_by": None, "reason": None}
    return _change(session, SWITCH_ON, entity_id, webhook_id, change)


def change_secret(
    session: Session, entity_id: int, webhook_id: int, secret: str, *, old: str, old_until: datetime
) -> None:
    """Sign with a new secret, and with the one before until a moment."""
    change = {"secret": secret, "old_secret": old, "old_until": old_until}
    _change(session, _THIS, entity_id, webhook_id, change)


def remove(session: Session, entity_id: int, webhook_id: int, *, at: datetime, by: str) -> bool:
    """Forget its secrets and lead nowhere any more; whether it was there."""
    gone = {"removed_at": at, "removed_by": by, "secret": None, "old_secret": None, "old_until": None}
    return _change(session, _THIS, entity_id, webhook_id, gone)


def let_be(session: Session, entity_id: int, webhook_id: int, *, at: datetime) -> int:
    """Send nothing of what waits for it; returns how much that was. What is on its way just now ends as it ends."""
    its = {"of_entity": entity_id, "of_channel": channel_of(webhook_id)}
    change = {"state": NoticeState.SUPPRESSED, "text": "webhook_off", "settled_at": at}
    return execute(session, LET_BE, its | change).rowcount


def last_tries(session: Session, entity_id: int) -> dict[str, LastTry]:
    """The newest try of every webhook that was ever told anything, by its channel."""
    found = execute(session, LAST, {"of_entity": entity_id})
    return {channel: LastTry(at, state, code, text, *of) for channel, at, state, code, text, *of in found}


def refused_since(session: Session, entity_id: int, since: datetime) -> dict[str, int]:
    """How many messages each webhook refused for good, by its channel."""
    return pairs(session, REFUSED, {"of_entity": entity_id, "since": since})


def _change(session: Session, statement: Any, entity_id: int, webhook_id: int, change: dict[str, object]) -> bool:
    its = {"of_entity": entity_id, "of_id": webhook_id}
    return execute(session, statement.values(change), its).rowcount == 1


def _webhook(row: Any) -> Webhook:
    number, entity_id, url, events, *rest = row
    return Webhook(number, entity_id, url, events_named(events), *rest)
