"""Webhooks as the public JSON tells them; no secret is in it."""

from gdflow.services.webhook_board import WebhookLine


def webhook_json(line: WebhookLine) -> dict[str, object]:
    """A webhook and how it fares."""
    webhook, last = line.webhook, line.last
    rests = line.standing.paused_until
    return {
        "id": webhook.id,
        "url": webhook.shown,
        "events": [event.value for event in webhook.events],
        "state": line.state.value,
        "created_at": webhook.created_at.isoformat(),
        "created_by": webhook.created_by,
        "disabled_at": webhook.disabled_at.isoformat() if webhook.disabled_at else None,
        "disabled_by": webhook.disabled_by,
        "reason": webhook.reason,
        "waiting": line.waiting,
        "refused": line.refused,
        "failures": line.standing.failures,
        "resting_until": rests.isoformat() if rests else None,
        "last": last
        and {
            "event": last.event,
            "message_id": last.message_id,
            "at": last.at.isoformat(),
            "state": last.state.value if last.state else None,
            "code": last.code,
            "text": last.text,
        },
    }
