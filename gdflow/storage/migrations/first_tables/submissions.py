"""Forms, receipts, results, evidence and the chain of events, as the first revision makes them."""

import sqlalchemy as sa
from alembic import op

from gdflow.storage.migrations.first_tables.parts import (
    BIG,
    BOOLEAN,
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
    _form_issue()
    _receipt()
    _result()
    _evidence()
    _event()


def _form_issue() -> None:
    owned(
        "form_issue",
        *columns(INTEGER, "team_id"),
        *columns(STRING, "period", "token_sha256"),
        *columns(TEXT, "plan_ids"),
        *columns(MOMENT, "issued_at"),
        sa.UniqueConstraint("token_sha256"),
        references("team_id", "team"),
        sa.CheckConstraint("length(token_sha256) = 64", name="token"),
        *filled("period"),
    )


def _receipt() -> None:
    owned(
        "receipt",
        *columns(STRING, "number"),
        *columns(INTEGER, "team_id", null=True),
        *columns(STRING, "period", "sha256", "name"),
        *columns(INTEGER, "size"),
        *columns(MOMENT, "received_at"),
        *columns(STRING, "state"),
        *columns(STRING, "code", null=True),
        *columns(TEXT, "message", null=True),
        sa.UniqueConstraint("entity_id", "number"),
        sa.UniqueConstraint("entity_id", "team_id", "period", "sha256", postgresql_nulls_not_distinct=True),
        references("team_id", "team"),
        sa.CheckConstraint("(state = 'quarantined') = (code IS NOT NULL)", name="reason"),
        sa.CheckConstraint("length(sha256) = 64", name="sha256"),
        sa.CheckConstraint("size >= 0", name="size"),
        one_of("state", "received", "read", "quarantined"),
        *filled("name", "number"),
    )


def _result() -> None:
    owned(
        "result",
        *columns(INTEGER, "plan_id", "line_id"),
        *columns(STRING, "period"),
        *columns(BIG, "value"),
        *columns(TEXT, "narrative", "zero_reason", null=True),
        *columns(STRING, "source"),
        *columns(MOMENT, "reported_at"),
        *columns(STRING, "receipt", null=True),
        *columns(BOOLEAN, "in_force"),
        *columns(INTEGER, "supersedes", null=True),
        sa.ForeignKeyConstraint(["entity_id", "receipt"], ["receipt.entity_id", "receipt.number"]),
        references("plan_id", "plan"),
        references("line_id", "line"),
        references("supersedes", "result"),
        one_of("source", "import", "form"),
        sa.CheckConstraint("zero_reason IS NULL OR value = 0", name="zero"),
        *filled("period", "zero_reason"),
    )
    op.create_index(
        "ix_result_in_force",
        "result",
        ["plan_id", "line_id", "period"],
        unique=True,
        sqlite_where=sa.text("in_force = 1"),
        postgresql_where=sa.text("in_force"),
    )
    op.create_index("ix_result_line_id", "result", ["line_id"])


def _evidence() -> None:
    owned(
        "evidence",
        *columns(INTEGER, "result_id"),
        *columns(TEXT, "stated", null=True),
        sa.UniqueConstraint("result_id"),
        references("result_id", "result"),
        *filled("stated"),
    )


def _event() -> None:
    owned(
        "event",
        *columns(INTEGER, "sequence"),
        *columns(STRING, "kind", "subject", "facts", "actor"),
        *columns(MOMENT, "at"),
        *columns(STRING, "previous", "hash"),
        sa.UniqueConstraint("entity_id", "sequence"),
        sa.CheckConstraint("length(previous) = 64 AND length(hash) = 64", name="hashes"),
        sa.CheckConstraint("sequence >= 1", name="sequence"),
        *filled("actor", "kind", "subject"),
    )
    op.create_index("ix_event_entity_id_subject", "event", ["entity_id", "subject"])
