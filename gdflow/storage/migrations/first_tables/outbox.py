"""Notices, tries and the reminders that they carry, as the first revision makes them."""

import sqlalchemy as sa
from alembic import op

from gdflow.storage.migrations.first_tables.parts import (
    BYTES,
    DATE,
    INTEGER,
    MOMENT,
    STRING,
    TEXT,
    columns,
    filled,
    one_of,
    owned,
    references,
)


def create() -> None:
    """Make these tables, in the order in which they refer to each other."""
    _notice()
    _attempt()
    _notice_reminder()


def _notice() -> None:
    owned(
        "notice",
        *columns(STRING, "key"),
        *columns(DATE, "day"),
        *columns(STRING, "channel", "purpose"),
        *columns(INTEGER, "team_id", null=True),
        *columns(STRING, "sender", "address", "subject", "message_id"),
        *columns(BYTES, "data"),
        *columns(STRING, "state"),
        *columns(INTEGER, "tries"),
        *columns(MOMENT, "not_before"),
        *columns(STRING, "lease_owner", null=True),
        *columns(MOMENT, "lease_until", null=True),
        *columns(STRING, "code", null=True),
        *columns(TEXT, "text", null=True),
        *columns(MOMENT, "created_at"),
        *columns(MOMENT, "settled_at", null=True),
        *columns(STRING, "resolved_by", null=True),
        sa.UniqueConstraint("entity_id", "key"),
        sa.UniqueConstraint("message_id"),
        references("team_id", "team"),
        sa.CheckConstraint("length(data) > 0", name="data"),
        sa.CheckConstraint("(state = 'sending') = (lease_owner IS NOT NULL)", name="lease"),
        sa.CheckConstraint("(lease_owner IS NULL) = (lease_until IS NULL)", name="lease_end"),
        one_of("state", "queued", "sending", "sent", "retry", "refused", "in_doubt", "suppressed"),
        sa.CheckConstraint("tries >= 0", name="tries"),
        *filled("address", "channel", "key", "message_id", "purpose"),
    )
    op.create_index("ix_notice_entity_id_day", "notice", ["entity_id", "day"])
    op.create_index(
        "ix_notice_leased",
        "notice",
        ["lease_until"],
        sqlite_where=sa.text("state = 'sending'"),
        postgresql_where=sa.text("state = 'sending'"),
    )
    op.create_index(
        "ix_notice_sendable",
        "notice",
        ["not_before", "id"],
        sqlite_where=sa.text("state IN ('queued', 'retry')"),
        postgresql_where=sa.text("state IN ('queued', 'retry')"),
    )


def _attempt() -> None:
    owned(
        "attempt",
        *columns(INTEGER, "notice_id"),
        *columns(STRING, "owner"),
        *columns(MOMENT, "started_at"),
        *columns(MOMENT, "ended_at", null=True),
        *columns(STRING, "state", "code", null=True),
        *columns(TEXT, "text", null=True),
        references("notice_id", "notice"),
        sa.CheckConstraint("started_at <= ended_at", name="dates"),
        sa.CheckConstraint("(state IS NULL) = (ended_at IS NULL)", name="ended"),
        one_of("state", "queued", "sending", "sent", "retry", "refused", "in_doubt", "suppressed"),
    )
    op.create_index("ix_attempt_notice_id", "attempt", ["notice_id"])


def _notice_reminder() -> None:
    owned(
        "notice_reminder",
        *columns(INTEGER, "notice_id", "reminder_id"),
        sa.UniqueConstraint("reminder_id", "notice_id"),
        references("notice_id", "notice"),
        references("reminder_id", "reminder"),
    )
    op.create_index("ix_notice_reminder_notice_id", "notice_reminder", ["notice_id"])
