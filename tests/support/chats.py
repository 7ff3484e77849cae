"""An installation with chat channels, and how a message to one may end."""

from datetime import datetime, timedelta

from gdflow.app import App
from gdflow.domain.notices import Outcome
from gdflow.domain.outbox import NoticeState
from gdflow.storage import outbox
from tests.support.cast import GOBIERNO

CHANNELS = f"""\
chats = [
    {{ name = "gobierno-digital", kind = "msteams", teams = ["{GOBIERNO.upper()}"] }},
    {{ name = "avisos", kind = "apprise" }},
]
hosts = ["127.0.0.1"]
"""
TEAMS, ALL = "msteams:gobierno-digital", "apprise:avisos"
URLS = {"GDFLOW_CHAT_GOBIERNO_DIGITAL": "https://127.0.0.1:9/x?sig=y", "GDFLOW_CHAT_AVISOS": "json://127.0.0.1:9/"}


def chatting(app: App, channels: str = CHANNELS) -> App:
    """The same installation with a channel for one team and a channel for all."""
    app.engine.dispose()
    (app.home / "config" / "channels.toml").write_text(channels, encoding="utf-8")
    return App.open(app.home, URLS)


def settle_chat(app: App, state: NoticeState, now: datetime, channel: str = TEAMS) -> None:
    """Let the next message to a channel end so."""
    with app.transaction() as session:
        its = {"entity_id": app.rules.entity_id, "channel": channel, "now": now, "owner": "w"}
        claimed = outbox.claim_next(session, **its, lease=timedelta(minutes=5))  # type: ignore[arg-type]  # each its own
        assert claimed is not None
        attempt = outbox.open_attempt(session, claimed.id, "w", now)
        outbox.settle(session, claimed.id, attempt, "w", Outcome(state, "400", "no"), now)
