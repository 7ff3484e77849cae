"""The lane of each webhook in the outbox: the delivery protocol of the mails, beside them and never before them.

A webhook that is gone, or fails for days, is switched off in the transaction that writes the last failure down, and the
coordinator is told in the same one.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

from gdflow.channels.base import Channel
from gdflow.channels.webhook_address import Reach
from gdflow.domain.findings import Finding, FindingKind
from gdflow.domain.notices import Outcome
from gdflow.domain.outbox import NoticeState
from gdflow.domain.pace import Standing
from gdflow.domain.rules import Rules
from gdflow.domain.webhooks import FAILS, GONE, GONE_STATUS, MOST_FAILURES, Webhook
from gdflow.services.lane import Transport
from gdflow.services.tell_coordinator import tell_at_once
from gdflow.storage import events, webhooks
from gdflow.storage.engine import Session

MOST_TIME = timedelta(seconds=30)
"""Of one round's time for one webhook: what it is told beyond that waits for the next round."""
OWN = "gdflow"


def webhook_transports(
    session: Session, rules: Rules, reach: Reach, *, now: Callable[[], datetime]
) -> tuple[Transport, ...]:
    """The ways to all webhooks that are on. now: the present, of which a signature speaks."""
    active = webhooks.active_webhooks(session, rules.entity_id)
    known = webhooks.secrets_of(session, rules.entity_id) if active else {}
    return tuple(_transport(rules, each, partial(_channel, each, known[each.id], reach, now)) for each in active)


def _transport(rules: Rules, webhook: Webhook, opened: Callable[[], Channel]) -> Transport:
    return Transport(
        webhook.channel,
        opened,
        at_all_hours=True,
        knows_repeats=True,
        most_time=MOST_TIME,
        after=partial(judge, rules, webhook),
    )


def _channel(webhook: Webhook, known: webhooks.Secrets, reach: Reach, now: Callable[[], datetime]) -> Channel:
    from gdflow.channels.webhook import WebhookChannel  # so late: most have none, and it brings all of HTTP

    return WebhookChannel(webhook.url, known.at, reach=reach, now=now)


def judge(rules: Rules, webhook: Webhook, session: Session, outcome: Outcome, standing: Standing, at: datetime) -> None:
    """Switch a webhook off that is gone or fails for too long, and tell; send nothing more to one that is off."""
    reason = _reason(outcome, standing)
    if reason is not None and webhooks.switch_off(session, rules.entity_id, webhook.id, at=at, by=OWN, reason=reason):
        _tell(session, rules, webhook, reason, outcome, at)
    elif webhooks.is_active(session, rules.entity_id, webhook.id):
        return
    webhooks.let_be(session, rules.entity_id, webhook.id, at=at)


def _reason(outcome: Outcome, standing: Standing) -> str | None:
    if outcome.state is NoticeState.REFUSED and outcome.code == str(GONE_STATUS):
        return GONE
    return FAILS if standing.failures >= MOST_FAILURES else None


def _tell(session: Session, rules: Rules, webhook: Webhook, reason: str, outcome: Outcome, at: datetime) -> None:
    facts = {"url": webhook.shown, "reason": reason, "code": outcome.code}
    events.append(session, rules.entity_id, "webhook_disabled", f"webhook:{webhook.id}", facts, at=at, actor=OWN)
    answer = " ".join(filter(None, [outcome.code, outcome.text]))
    found = Finding(FindingKind.WEBHOOK_OFF, webhook.host, f"n.º {webhook.id}: {answer}")
    tell_at_once(session, rules, {f"{FindingKind.WEBHOOK_OFF}:{webhook.id}:{at.isoformat()}": found}, now=at)
