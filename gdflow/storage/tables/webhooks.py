"""The addresses of other systems of an entity that are told what happens."""

from datetime import datetime
from typing import Any

from gdflow.storage.tables.base import Owned, check, filled, json, moment, partial, table_of
from gdflow.storage.tables.base import text as long_text

LIVE = "removed_at IS NULL"


class WebhookRow(Owned, table=True):
    """A webhook. secret: with which it is signed, gone once it is removed; old_secret: signs too until old_until.

    reason: why gdflow itself switched it off. A removed one stays, so that its number never leads elsewhere.
    """

    __tablename__ = "webhook"
    __table_args__ = (
        partial("ix_webhook_live", "entity_id", "url", where=LIVE, unique=True),
        *filled("url", "created_by"),
        check("disabled", "(disabled_at IS NULL) = (disabled_by IS NULL)"),
        check("reason", "reason IS NULL OR disabled_at IS NOT NULL"),
        check("removed", "(removed_at IS NULL) = (removed_by IS NULL)"),
        check("secret", "(removed_at IS NULL) = (secret IS NOT NULL)"),
        check("old_secret", "(old_secret IS NULL) = (old_until IS NULL)"),
    )
    url: str
    events: Any = json()
    secret: str | None = long_text()
    old_secret: str | None = long_text()
    old_until: datetime | None = moment(null=True)
    created_at: datetime = moment()
    created_by: str
    disabled_at: datetime | None = moment(null=True)
    disabled_by: str | None
    reason: str | None
    removed_at: datetime | None = moment(null=True)
    removed_by: str | None


webhook = table_of(WebhookRow)
