"""Addresses of other systems of an entity that are told what happens."""

import sqlalchemy as sa
from alembic import op

from gdflow.storage.migrations.first_tables.parts import MOMENT, STRING, TEXT, columns, filled, owned

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

LIVE = sa.text("removed_at IS NULL")


def upgrade() -> None:
    """Make the table of webhooks; what is told to them waits in the outbox, whose channels are free words."""
    owned(
        "webhook",
        *columns(STRING, "url"),
        *columns(TEXT, "events"),
        *columns(TEXT, "secret", "old_secret", null=True),
        *columns(MOMENT, "old_until", null=True),
        *columns(MOMENT, "created_at"),
        *columns(STRING, "created_by"),
        *columns(MOMENT, "disabled_at", null=True),
        *columns(STRING, "disabled_by", "reason", null=True),
        *columns(MOMENT, "removed_at", null=True),
        *columns(STRING, "removed_by", null=True),
        sa.CheckConstraint("(disabled_at IS NULL) = (disabled_by IS NULL)", name="disabled"),
        sa.CheckConstraint("reason IS NULL OR disabled_at IS NOT NULL", name="reason"),
        sa.CheckConstraint("(removed_at IS NULL) = (removed_by IS NULL)", name="removed"),
        sa.CheckConstraint("(removed_at IS NULL) = (secret IS NOT NULL)", name="secret"),
        sa.CheckConstraint("(old_secret IS NULL) = (old_until IS NULL)", name="old_secret"),
        *filled("url", "created_by"),
    )
    op.create_index(
        "ix_webhook_live", "webhook", ["entity_id", "url"], unique=True, sqlite_where=LIVE, postgresql_where=LIVE
    )


def downgrade() -> None:
    """Go back; webhooks and their secrets are lost, and what waits for them in the outbox is let be."""
    op.execute(
        "UPDATE notice SET state = 'suppressed', text = 'webhook_off' "
        "WHERE channel LIKE 'webhook:%' AND state IN ('queued', 'retry', 'in_doubt')"
    )
    op.drop_table("webhook")
