"""Webhooks, the entity's own systems that are told what happens: registered, tried, switched off and removed."""

import secrets
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import datetime

from gdflow.channels.webhook_address import check_url
from gdflow.domain.errors import ConflictError, InputError, NotFoundError
from gdflow.domain.pace import Standing
from gdflow.domain.rules import Rules
from gdflow.domain.webhooks import OVERLAP, SECRET_BYTES, TEST, TESTED, Told, Webhook, WebhookEvent, secret_of
from gdflow.services.author import author_of
from gdflow.storage import events, transports, webhooks
from gdflow.storage.engine import Session
from gdflow.storage.webhook_events import tell

ALL = "all"


@dataclass(frozen=True, slots=True)
class Given:
    """A webhook with a secret that is shown this once. old_until: how long the one before it signs too."""

    webhook: Webhook
    secret: str = field(repr=False)
    old_until: datetime | None = None


def events_of(names: Iterable[str]) -> tuple[WebhookEvent, ...]:
    """The events that somebody names, or all of them. Raises InputError("unknown_webhook_event")."""
    asked = {name.strip().casefold() for each in names for name in each.split(",")} - {""}
    if not asked or asked == {ALL}:
        return tuple(WebhookEvent)
    known = {event.value for event in WebhookEvent}
    if unknown := sorted(asked - known):
        raise InputError("unknown_webhook_event", found=", ".join(unknown), known=", ".join(sorted(known)))
    return tuple(event for event in WebhookEvent if event.value in asked)


def add(
    session: Session,
    rules: Rules,
    url: str,
    asked: Collection[WebhookEvent],
    own: Collection[str],
    *,
    by: str,
    now: datetime,
) -> Given:
    """Tell an address of these events from now on. own: machines of the entity's own network that may be told.

    Raises InputError as `check_url` does, and blank_author; ConflictError("webhook_known").
    """
    author, address = author_of(by), check_url(url, own)
    known = webhooks.webhook_by_url(session, rules.entity_id, address)
    if known is not None:
        raise ConflictError("webhook_known", found=known.id)
    secret = _new_secret()
    made = webhooks.add_webhook(session, rules.entity_id, address, asked, secret, at=now, by=author)
    told = [event.value for event in made.events]
    _note(session, made, "webhook_added", {"events": told}, by=author, now=now)
    return Given(made, secret)


def listed(session: Session, rules: Rules) -> tuple[Webhook, ...]:
    """All webhooks of the entity, oldest first."""
    return webhooks.webhooks_of(session, rules.entity_id)


def find(session: Session, rules: Rules, webhook_id: int) -> Webhook:
    """The webhook of a number. Raises NotFoundError("unknown_webhook")."""
    found = webhooks.webhook_by_id(session, rules.entity_id, webhook_id)
    if found is None:
        raise NotFoundError("unknown_webhook", found=webhook_id)
    return found


def enable(session: Session, rules: Rules, webhook_id: int, *, by: str, now: datetime) -> Webhook:
    """Tell it again what happens from now on; what happened meanwhile it is not told. Raises ConflictError too."""
    author, known = author_of(by), find(session, rules, webhook_id)
    _let_try(session, known)
    if not webhooks.switch_on(session, rules.entity_id, webhook_id):
        raise ConflictError("webhook_on", found=webhook_id)
    _note(session, known, "webhook_enabled", {}, by=author, now=now)
    return find(session, rules, webhook_id)


def disable(session: Session, rules: Rules, webhook_id: int, *, by: str, now: datetime) -> Webhook:
    """Tell it nothing any more, what waits included. Raises ConflictError("webhook_off") for one that is off."""
    author, known = author_of(by), find(session, rules, webhook_id)
    if not webhooks.switch_off(session, rules.entity_id, webhook_id, at=now, by=author):
        raise ConflictError("webhook_off", found=webhook_id)
    left = webhooks.let_be(session, rules.entity_id, webhook_id, at=now)
    _note(session, known, "webhook_disabled", {"left": left}, by=author, now=now)
    return find(session, rules, webhook_id)


def remove(session: Session, rules: Rules, webhook_id: int, *, by: str, now: datetime) -> Webhook:
    """Remove it with its secrets, and what waits for it."""
    author, known = author_of(by), find(session, rules, webhook_id)
    left = webhooks.let_be(session, rules.entity_id, webhook_id, at=now)
    webhooks.remove(session, rules.entity_id, webhook_id, at=now, by=author)
    _note(session, known, "webhook_removed", {"left": left}, by=author, now=now)
    return known


def rotate(session: Session, rules: Rules, webhook_id: int, *, by: str, now: datetime) -> Given:
    """Give it a new secret; for a day what is sent bears the signature of the one before as well."""
    author, known = author_of(by), find(session, rules, webhook_id)
    before, secret, until = webhooks.secrets_of(session, rules.entity_id)[webhook_id], _new_secret(), now + OVERLAP
    webhooks.change_secret(session, rules.entity_id, webhook_id, secret, old=before.current, old_until=until)
    _note(session, known, "webhook_rotated", {"old_until": until.isoformat()}, by=author, now=now)
    return Given(known, secret, until)


def try_out(session: Session, rules: Rules, webhook_id: int, *, by: str, now: datetime) -> Webhook:
    """Put a trial into the outbox, before everything else that waits. Raises ConflictError("webhook_off")."""
    author, known = author_of(by), find(session, rules, webhook_id)
    if not known.active:
        raise ConflictError("webhook_off", found=webhook_id)
    _let_try(session, known)
    _note(session, known, TESTED, {}, by=author, now=now)
    [noted] = events.newest_events(session, rules.entity_id, 1)
    tell(session, known, Told(TEST, noted.sequence, noted.hash, now, {}))
    return known


def _let_try(session: Session, known: Webhook) -> None:
    """What it did before counts no more: a person has looked at it.

    Before anything is noted: a lane holds its channel when it writes to the record, and both in turn would wait.
    """
    transports.keep_standing(session, known.entity_id, known.channel, Standing())


def _note(session: Session, known: Webhook, kind: str, more: dict[str, object], *, by: str, now: datetime) -> None:
    facts: dict[str, object] = {"url": known.shown, **more}
    events.append(session, known.entity_id, kind, f"webhook:{known.id}", facts, at=now, actor=by)


def _new_secret() -> str:
    return secret_of(secrets.token_bytes(SECRET_BYTES))
