"""What other systems of the entity are told of: which events, in what words, and how they know that it is us.

The envelope and its signature are those of Standard Webhooks 1.0. What is told names plans, periods, lines and teams,
and never a person: no address, no name of a contact, no sentence that somebody wrote.
"""

import hmac
import json
from base64 import b64decode, b64encode
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from urllib.parse import urlsplit

from gdflow.domain import keys
from gdflow.domain.digest import Purpose
from gdflow.domain.events import Event
from gdflow.domain.labels import LabelledEnum
from gdflow.domain.notices import NoticeDraft
from gdflow.domain.outbox import Priority

CHANNEL = "webhook:"
"""Begins the name of every webhook's channel: each has a lane of its own in the outbox."""
WHSEC = "whsec_"
"""Begins every secret, as Standard Webhooks has it."""
SECRET_BYTES = 32
OVERLAP = timedelta(days=1)
"""For how long what is sent bears the signature of the old secret too, after a new one was made."""
TEST = "webhook.test"
TESTED = "webhook_tested"
"""The event in the record by which a trial is known."""
GONE_STATUS = 410
"""Of HTTP: what was there will not come back."""
GONE = "gone"
FAILS = "fails"
MOST_FAILURES = 16
"""In a row: by then some three days have passed, for each rest is longer than the one before."""


class WebhookEvent(LabelledEnum):
    """What a webhook may be told of."""

    PLAN_IMPORTED = "plan.imported", "Plan cargado"
    PERIOD_OPENED = "period.opened", "Período abierto"
    PERIOD_CLOSED = "period.closed", "Período cerrado"
    PERIOD_REOPENED = "period.reopened", "Período reabierto"
    REPORT_READY = "report.ready", "Informe listo"
    SUBMISSION_RECEIVED = "submission.received", "Reporte recibido"
    ANSWER_ACCEPTED = "answer.accepted", "Reporte avalado"
    ANSWER_RETURNED = "answer.returned", "Reporte devuelto"
    REMINDERS_QUEUED = "reminders.queued", "Recordatorios en la bandeja de salida"
    DELIVERY_REFUSED = "delivery.refused", "Correo devuelto"


ANNOUNCED: Mapping[str, WebhookEvent] = {
    "plan_imported": WebhookEvent.PLAN_IMPORTED,
    "period_opened": WebhookEvent.PERIOD_OPENED,
    "period_closed": WebhookEvent.PERIOD_CLOSED,
    "period_reopened": WebhookEvent.PERIOD_REOPENED,
    "report_written": WebhookEvent.REPORT_READY,
    "form_received": WebhookEvent.SUBMISSION_RECEIVED,
    "line_reported": WebhookEvent.SUBMISSION_RECEIVED,
    "report_accepted": WebhookEvent.ANSWER_ACCEPTED,
    "report_returned": WebhookEvent.ANSWER_RETURNED,
    "scanned": WebhookEvent.REMINDERS_QUEUED,
    "mail_bounced": WebhookEvent.DELIVERY_REFUSED,
}
"""The events of the record that webhooks may be told of; whatever writes one of these tells of it."""

TOLD: Mapping[str, Mapping[str, str]] = {
    "plan_imported": {"code": "plan", "outcome": "outcome", "lines": "lines"},
    "period_opened": {"plan": "plan", "period": "period", "report_by": "report_by", "closes_on": "closes_on"},
    "period_closed": {"plan": "plan", "period": "period", "number": "closing", "sha256": "sha256"},
    "period_reopened": {"plan": "plan", "period": "period", "closing": "closing", "scope": "scope", "until": "until"},
    "report_written": {
        "plan": "plan",
        "period": "period",
        "closing": "closing",
        "report": "name",
        "sha256": "sha256",
    },
    "form_received": {"receipt": "receipt", "lines": "lines", "problems": "problems"},
    "line_reported": {"receipt": "receipt", "period": "period"},
    "report_accepted": {"period": "period", "version": "version"},
    "report_returned": {"period": "period", "version": "version"},
    "scanned": {"new": "new", "notices": "notices"},
    "mail_bounced": {"status": "status"},
}
"""Which facts of the record are told, and under what name; what stands beside them may name persons."""


@dataclass(frozen=True, slots=True)
class Webhook:
    """An address of another system of the entity. reason: why gdflow itself switched it off, None where a person did.

    url: may hold a key in its query, so it is shown without.
    """

    id: int
    entity_id: int
    url: str
    events: tuple[WebhookEvent, ...]
    created_at: datetime
    created_by: str
    disabled_at: datetime | None = None
    disabled_by: str | None = None
    reason: str | None = None

    @property
    def active(self) -> bool:
        """Whether it is told anything."""
        return self.disabled_at is None

    @property
    def channel(self) -> str:
        """The outbox's name for the way to it."""
        return channel_of(self.id)

    @property
    def host(self) -> str:
        """The machine to which it leads."""
        return urlsplit(self.url).hostname or self.url

    @property
    def shown(self) -> str:
        """Its address as people may see it."""
        open_part, asked, _ = self.url.partition("?")
        return f"{open_part}?…" if asked else open_part


@dataclass(frozen=True, slots=True)
class Told:
    """What a webhook is told. event: its public name. sequence, hash: of the record's event that it tells of."""

    event: str
    sequence: int
    hash: str
    at: datetime
    data: Mapping[str, object]


def events_named(names: Collection[str]) -> tuple[WebhookEvent, ...]:
    """The events of these names, in the order in which they are listed; a name that is not known is none."""
    return tuple(event for event in WebhookEvent if event.value in names)


def channel_of(webhook_id: int) -> str:
    """The outbox's name for the way to a webhook."""
    return f"{CHANNEL}{webhook_id}"


def is_webhook(channel: str) -> bool:
    """Whether a channel of the outbox leads to a webhook."""
    return channel.startswith(CHANNEL)


def told_of(event: Event, place: Mapping[str, object]) -> Told:
    """An announced event in the words for others. place: what its subject is called outside."""
    facts = json.loads(event.facts)
    # A list in the record is of rows' own numbers: outside only how many there are means anything.
    plain = {known: len(value) if isinstance(value, list) else value for known, value in facts.items()}
    data = {name: plain[known] for known, name in TOLD[event.kind].items()}
    return Told(ANNOUNCED[event.kind].value, event.sequence, event.hash, event.at, {**data, **place})


def draft_for(webhook: Webhook, told: Told, entity: str, day: date, *, urgent: bool = False) -> NoticeDraft:
    """The message to a webhook, with the id by which a repeat is known. entity: its code. day: in its time zone."""
    key = keys.webhook_key(webhook.entity_id, webhook.id, told.sequence)
    message_id = keys.webhook_message_id(webhook.id, told.hash)
    return NoticeDraft(
        entity_id=webhook.entity_id,
        key=key,
        day=day,
        channel=webhook.channel,
        purpose=Purpose.WEBHOOK.value,
        sender="",
        address=webhook.host,
        subject=told.event,
        message_id=message_id,
        data=body_of(message_id, told, entity),
        not_before=told.at,
        at=told.at,
        priority=Priority.URGENT if urgent else Priority.ORDINARY,
    )


def body_of(message_id: str, told: Told, entity: str) -> bytes:
    """The message itself, as JSON; the same bytes at every try."""
    moment = told.at.astimezone(UTC).isoformat(timespec="seconds")
    message = {"id": message_id, "event": told.event, "occurred_at": moment, "entity": entity, "data": told.data}
    return json.dumps(message, ensure_ascii=False, separators=(",", ":")).encode()


def secret_of(drawn: bytes) -> str:
    """A secret as it is shown, from SECRET_BYTES random bytes drawn by the caller."""
    return WHSEC + b64encode(drawn).decode()


def signed_headers(message_id: str, body: bytes, at: datetime, secrets: Sequence[str]) -> Mapping[str, str]:
    """The headers by which the other side knows a message, its moment and that it is ours: one signature a secret."""
    timestamp = str(int(at.timestamp()))
    content = b".".join([message_id.encode(), timestamp.encode(), body])
    signatures = " ".join(_signatures(content, secrets))
    return {"webhook-id": message_id, "webhook-timestamp": timestamp, "webhook-signature": signatures}


def _signatures(content: bytes, secrets: Sequence[str]) -> Iterator[str]:
    for secret in secrets:
        key = b64decode(secret.removeprefix(WHSEC))
        yield f"v1,{b64encode(hmac.new(key, content, sha256).digest()).decode()}"
