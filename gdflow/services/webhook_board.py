"""The webhooks as people look at them: what each is told, how its last delivery went, and what waits for it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from gdflow.domain.labels import LabelledEnum
from gdflow.domain.pace import Standing
from gdflow.domain.rules import Rules
from gdflow.domain.webhooks import Webhook
from gdflow.storage import outbox, transports, webhooks
from gdflow.storage.engine import Session
from gdflow.storage.webhooks import LastTry

LATELY = timedelta(days=7)


class WebhookState(LabelledEnum):
    """How a webhook is."""

    NEW = "new", "Aún sin envíos"
    WELL = "well", "Recibe"
    REFUSES = "refuses", "Rechazó avisos"
    FAILS = "fails", "Falla; se reintenta"
    OFF = "off", "Apagado"
    CUT_OFF = "cut_off", "Apagado por gdflow"


@dataclass(frozen=True, slots=True)
class WebhookLine:
    """A webhook and how it fares. last: None before its first try. waiting: messages. refused: for good, of late."""

    webhook: Webhook
    last: LastTry | None
    waiting: int
    refused: int
    standing: Standing

    @property
    def state(self) -> WebhookState:
        """How it is, in one word."""
        if not self.webhook.active:
            return WebhookState.CUT_OFF if self.webhook.reason else WebhookState.OFF
        if self.standing.failures:
            return WebhookState.FAILS
        if self.refused:
            return WebhookState.REFUSES
        return WebhookState.WELL if self.last else WebhookState.NEW

    @property
    def troubled(self) -> bool:
        """Whether somebody has to look at it."""
        return self.state in (WebhookState.CUT_OFF, WebhookState.FAILS, WebhookState.REFUSES)


def webhook_lines(session: Session, rules: Rules, *, now: datetime) -> tuple[WebhookLine, ...]:
    """Every webhook of the entity, oldest first; as many statements for any number of them."""
    known = webhooks.webhooks_of(session, rules.entity_id)
    if not known:
        return ()
    tries = webhooks.last_tries(session, rules.entity_id)
    waiting = outbox.pending(session, rules.entity_id)
    refused = webhooks.refused_since(session, rules.entity_id, now - LATELY)
    fares = transports.standings(session, rules.entity_id)
    return tuple(
        WebhookLine(
            each,
            tries.get(each.channel),
            waiting[each.channel][0] if each.channel in waiting else 0,
            refused.get(each.channel, 0),
            fares.get(each.channel, Standing()),
        )
        for each in known
    )
