"""Whether the entity's own systems take what they are told."""

from datetime import datetime

from gdflow.services.doctor_check import Check, Installation
from gdflow.services.webhook_board import WebhookLine, webhook_lines
from gdflow.spanish.webhooks import REASONS

WHAT = "Avisos a otros sistemas"


def webhook_check(app: Installation, *, now: datetime) -> Check:
    """Names each webhook that fails, refuses or was switched off by gdflow; nothing is sent."""
    with app.reading() as session:
        lines = webhook_lines(session, app.rules, now=now)
    troubled = [each for each in lines if each.troubled]
    if not troubled:
        return Check(WHAT, True, f"{len(lines)} webhooks, ninguno falla" if lines else "no se avisa a ninguno")
    mend = (
        "Mire qué responde con «gdflow webhooks show NÚMERO», corríjalo allá y pruebe con «gdflow webhooks test»; uno "
        "apagado se enciende con «gdflow webhooks enable»."
    )
    return Check(WHAT, False, "; ".join(map(_found, troubled)), mend)


def _found(line: WebhookLine) -> str:
    last = line.last
    answer = f": {last.code} {last.text or ''}".rstrip() if last and last.code else ""
    why = f" ({REASONS[line.webhook.reason]})" if line.webhook.reason else ""
    return f"el {line.webhook.id}, {line.webhook.host}, {line.state.label.lower()}{why}{answer}"
