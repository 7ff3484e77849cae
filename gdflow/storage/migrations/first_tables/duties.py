"""Obligations, the ledger of reminders and decisions, as the first revision makes them."""

import sqlalchemy as sa
from alembic import op

from gdflow.storage.migrations.first_tables.parts import (
    BOOLEAN,
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
    _obligation()
    _reminder()
    _decision()


def _obligation() -> None:
    owned(
        "obligation",
        *columns(INTEGER, "plan_id", "line_id"),
        *columns(INTEGER, "team_id", null=True),
        *columns(STRING, "kind", "period"),
        *columns(DATE, "due_on", "closes_on"),
        *columns(STRING, "reason", "state"),
        *columns(DATE, "done_on", null=True),
        sa.UniqueConstraint("line_id", "kind", "period"),
        references("plan_id", "plan"),
        references("line_id", "line"),
        references("team_id", "team"),
        sa.CheckConstraint("due_on <= closes_on", name="dates"),
        one_of("kind", "result", "deadline"),
        sa.CheckConstraint("(state = 'owed') = (done_on IS NULL)", name="open"),
        sa.CheckConstraint("(kind = 'deadline') = (period = '')", name="period"),
        one_of(
            "reason",
            "in_window",
            "carried_overdue",
            "due_date",
            "outside_window",
            "complete",
            "no_window",
            "unconfirmed",
            "waived",
        ),
        one_of("state", "owed", "met", "complete", "waived", "withdrawn", "missing_at_close", "unreadable"),
    )
    op.create_index(
        "ix_obligation_open",
        "obligation",
        ["entity_id", "kind", "due_on", "closes_on", "line_id", "team_id", "done_on"],
        sqlite_where=sa.text("done_on IS NULL"),
        postgresql_where=sa.text("done_on IS NULL"),
    )
    op.create_index("ix_obligation_plan_id_period", "obligation", ["plan_id", "period"])


def _reminder() -> None:
    owned(
        "reminder",
        *columns(INTEGER, "obligation_id"),
        *columns(DATE, "due_on"),
        *columns(STRING, "step", "audience", "reason"),
        *columns(DATE, "on_date", "claimed_on"),
        *columns(MOMENT, "claimed_at"),
        *columns(BOOLEAN, "waiting"),
        *columns(TEXT, "suppressed", null=True),
        sa.UniqueConstraint("obligation_id", "due_on", "step", "audience"),
        references("obligation_id", "obligation"),
        one_of("audience", "team", "head", "coordinator"),
        sa.CheckConstraint("on_date <= claimed_on", name="dates"),
        one_of("reason", "due_soon", "due_today", "overdue", "closing_soon", "escalated"),
        sa.CheckConstraint("NOT waiting OR suppressed IS NULL", name="waiting"),
        *filled("step", "suppressed"),
    )
    op.create_index(
        "ix_reminder_waiting",
        "reminder",
        ["entity_id"],
        sqlite_where=sa.text("waiting = 1"),
        postgresql_where=sa.text("waiting"),
    )


def _decision() -> None:
    owned(
        "decision",
        *columns(STRING, "kind"),
        *columns(INTEGER, "line_id", "team_id", null=True),
        *columns(STRING, "period"),
        *columns(DATE, "starts_on"),
        *columns(DATE, "until", null=True),
        *columns(STRING, "reason", "author"),
        *columns(MOMENT, "decided_at"),
        references("line_id", "line"),
        references("team_id", "team"),
        sa.CheckConstraint("starts_on <= until", name="dates"),
        sa.CheckConstraint("kind = 'waiver' OR until IS NOT NULL", name="end"),
        one_of("kind", "waiver", "extension", "silence"),
        sa.CheckConstraint("kind = 'silence' OR line_id IS NOT NULL", name="line"),
        sa.CheckConstraint("(line_id IS NULL) <> (team_id IS NULL)", name="subject"),
        *filled("author", "reason"),
    )
    op.create_index("ix_decision_entity_id_kind", "decision", ["entity_id", "kind"])
    op.create_index("ix_decision_line_id", "decision", ["line_id"])
