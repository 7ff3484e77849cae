"""Closed periods: what was frozen, what was opened again, replanned lines, written reports and calendar feeds."""

import sqlalchemy as sa
from alembic import op

from gdflow.storage.append_only import CLOSING_REFUSALS
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

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

OPEN = sa.text("ended_at IS NULL")
TO_COME = sa.text("applied_at IS NULL AND undone_at IS NULL")


def upgrade() -> None:
    """Make the new tables, then the triggers that keep closings as they are."""
    _closing()
    _reopening()
    _amendment()
    _report()
    _calendar_feed()
    for refusal in CLOSING_REFUSALS[op.get_context().dialect.name]:
        op.execute(refusal)


def downgrade() -> None:
    """Go back; what the new tables held is lost."""
    for table in ("calendar_feed", "report", "amendment", "reopening", "closing"):
        op.drop_table(table)
    if op.get_context().dialect.name == "postgresql":
        op.execute("DROP FUNCTION refuse_closing_change()")


def _closing() -> None:
    owned(
        "closing",
        *columns(INTEGER, "plan_id"),
        *columns(STRING, "period"),
        *columns(INTEGER, "number"),
        *columns(MOMENT, "closed_at"),
        *columns(STRING, "closed_by", "sha256"),
        *columns(BYTES, "snapshot"),
        *columns(INTEGER, "events"),
        *columns(STRING, "head"),
        *columns(INTEGER, "missing"),
        references("plan_id", "plan"),
        sa.UniqueConstraint("plan_id", "period", "number"),
        sa.CheckConstraint("number >= 1", name="number"),
        sa.CheckConstraint("missing >= 0", name="missing"),
        sa.CheckConstraint("length(sha256) = 64 AND length(head) = 64", name="hashes"),
        *filled("period", "closed_by"),
    )
    op.create_index("ix_closing_entity_id_closed_at", "closing", ["entity_id", "closed_at"])


def _reopening() -> None:
    owned(
        "reopening",
        *columns(INTEGER, "plan_id"),
        *columns(STRING, "period"),
        *columns(INTEGER, "closing_id"),
        *columns(STRING, "scope"),
        *columns(INTEGER, "team_id", "line_id", null=True),
        *columns(STRING, "author", "reason"),
        *columns(MOMENT, "opened_at"),
        *columns(DATE, "until"),
        *columns(MOMENT, "ended_at", null=True),
        *columns(STRING, "ended_by", null=True),
        *(references(f"{table}_id", table) for table in ("plan", "closing", "team", "line")),
        one_of("scope", "all", "team", "line"),
        sa.CheckConstraint("(scope = 'team') = (team_id IS NOT NULL)", name="team"),
        sa.CheckConstraint("(scope = 'line') = (line_id IS NOT NULL)", name="line"),
        sa.CheckConstraint("(ended_at IS NULL) = (ended_by IS NULL)", name="ended"),
        *filled("period", "author", "reason"),
    )
    op.create_index("ix_reopening_plan_id_period", "reopening", ["plan_id", "period"])
    op.create_index("ix_reopening_open", "reopening", ["entity_id", "until"], sqlite_where=OPEN, postgresql_where=OPEN)


def _amendment() -> None:
    owned(
        "amendment",
        *columns(INTEGER, "plan_id", "line_id"),
        *columns(STRING, "field"),
        *columns(STRING, "before", null=True),
        *columns(STRING, "after"),
        *columns(DATE, "effective_on"),
        *columns(STRING, "act", "reason", "author"),
        *columns(MOMENT, "decided_at"),
        *columns(MOMENT, "applied_at", "undone_at", null=True),
        *columns(STRING, "undone_by", null=True),
        references("plan_id", "plan"),
        references("line_id", "line"),
        one_of("field", "due", "target", "team"),
        sa.CheckConstraint("(undone_at IS NULL) = (undone_by IS NULL)", name="undone"),
        *filled("after", "act", "reason", "author"),
    )
    op.create_index("ix_amendment_line_id", "amendment", ["line_id"])
    op.create_index(
        "ix_amendment_to_come",
        "amendment",
        ["entity_id", "effective_on"],
        sqlite_where=TO_COME,
        postgresql_where=TO_COME,
    )


def _report() -> None:
    owned(
        "report",
        *columns(INTEGER, "closing_id"),
        *columns(STRING, "name", "media_type", "sha256"),
        *columns(INTEGER, "size"),
        *columns(MOMENT, "written_at"),
        *columns(TEXT, "warning", null=True),
        references("closing_id", "closing"),
        sa.UniqueConstraint("closing_id", "name"),
        sa.CheckConstraint("length(sha256) = 64", name="sha256"),
        sa.CheckConstraint("size >= 0", name="size"),
        *filled("name", "media_type"),
    )


def _calendar_feed() -> None:
    owned(
        "calendar_feed",
        *columns(INTEGER, "team_id", null=True),
        *columns(STRING, "token_sha256"),
        *columns(MOMENT, "created_at"),
        *columns(STRING, "created_by"),
        *columns(MOMENT, "revoked_at", null=True),
        *columns(STRING, "revoked_by", null=True),
        references("team_id", "team"),
        sa.UniqueConstraint("token_sha256"),
        sa.CheckConstraint("length(token_sha256) = 64", name="token"),
        sa.CheckConstraint("(revoked_at IS NULL) = (revoked_by IS NULL)", name="revoked"),
        *filled("created_by"),
    )
