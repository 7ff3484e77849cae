"""Channels that rest, addresses that refuse, references of correspondence, and more that people may decide.

SQLite changes a table by making it anew, which copies every row of it.
"""

import sqlalchemy as sa
from alembic import op

from gdflow.storage.migrations.first_tables.parts import (
    DATE,
    INTEGER,
    MOMENT,
    STRING,
    TEXT,
    among,
    columns,
    filled,
    owned,
)

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

STATES = among("state", "queued", "sending", "sent", "retry", "refused", "in_doubt", "suppressed")
NEW_STATES = among("state", "queued", "sending", "sent", "handed_over", "retry", "refused", "in_doubt", "suppressed")
KINDS = among("kind", "waiver", "extension", "silence")
NEW_KINDS = among("kind", "waiver", "extension", "silence", "acknowledgement", "handover")
SENDABLE = sa.text("state IN ('queued', 'retry')")
TROUBLED = sa.text("state IN ('refused', 'in_doubt')")
LEDGER = ("obligation_id", "due_on", "step", "audience")


def upgrade() -> None:
    """Change the tables of the outbox, the ledger and the decisions, and make three new ones."""
    _notice()
    _attempt()
    _ledger()
    _decision()
    _transport()
    _address_mark()
    _correspondence()


def downgrade() -> None:
    """Go back; refuses by its CHECKs when a row holds a state or a decision that the older tables do not know."""
    for table in ("correspondence", "address_mark", "transport"):
        op.drop_table(table)
    with op.batch_alter_table("decision") as batch:
        _replace(batch, "decision", "kind", KINDS)
        batch.drop_constraint(op.f("ck_decision_ended"), type_="check")
        batch.drop_constraint(op.f("fk_decision_to_team_id_team"), type_="foreignkey")
        for name in ("ended_by", "ended_on", "to_team_id"):
            batch.drop_column(name)
    with op.batch_alter_table("reminder") as batch:
        batch.drop_constraint(op.f(_unique((*LEDGER, "team_id"))), type_="unique")
        batch.create_unique_constraint(op.f(_unique(LEDGER)), list(LEDGER))
        batch.drop_column("team_id")
    op.drop_index("ix_attempt_entity_id_channel", "attempt")
    with op.batch_alter_table("attempt") as batch:
        _replace(batch, "attempt", "state", STATES)
        batch.drop_column("channel")
    for index in ("ix_notice_troubled", "ix_notice_sendable"):
        op.drop_index(index, "notice")
    with op.batch_alter_table("notice") as batch:
        _replace(batch, "notice", "state", STATES)
        batch.drop_constraint(op.f("ck_notice_priority"), type_="check")
        batch.drop_column("priority")
    _index("ix_notice_sendable", "notice", ["not_before", "id"], SENDABLE)


def _notice() -> None:
    op.drop_index("ix_notice_sendable", "notice")
    _add("notice", sa.Column("priority", INTEGER), "1")
    with op.batch_alter_table("notice") as batch:
        _replace(batch, "notice", "state", NEW_STATES)
        batch.create_check_constraint(op.f("ck_notice_priority"), "priority >= 0")
        batch.alter_column("priority", existing_type=INTEGER, nullable=False)
    _index("ix_notice_sendable", "notice", ["entity_id", "channel", "priority", "not_before", "id"], SENDABLE)
    _index("ix_notice_troubled", "notice", ["entity_id", "state"], TROUBLED)


def _attempt() -> None:
    _add("attempt", sa.Column("channel", STRING), "(SELECT channel FROM notice WHERE notice.id = attempt.notice_id)")
    with op.batch_alter_table("attempt") as batch:
        _replace(batch, "attempt", "state", NEW_STATES)
        batch.alter_column("channel", existing_type=STRING, nullable=False)
    op.create_index("ix_attempt_entity_id_channel", "attempt", ["entity_id", "channel", "started_at"])


def _ledger() -> None:
    team = "(SELECT coalesce(team_id, 0) FROM obligation WHERE obligation.id = reminder.obligation_id)"
    _add("reminder", sa.Column("team_id", INTEGER), team)
    with op.batch_alter_table("reminder") as batch:
        batch.drop_constraint(op.f(_unique(LEDGER)), type_="unique")
        batch.create_unique_constraint(op.f(_unique((*LEDGER, "team_id"))), [*LEDGER, "team_id"])
        batch.alter_column("team_id", existing_type=INTEGER, nullable=False)


def _decision() -> None:
    with op.batch_alter_table("decision") as batch:
        for column in (*columns(INTEGER, "to_team_id", null=True), *columns(DATE, "ended_on", null=True)):
            batch.add_column(column)
        batch.add_column(sa.Column("ended_by", STRING))
        batch.create_foreign_key(op.f("fk_decision_to_team_id_team"), "team", ["to_team_id"], ["id"])
        batch.create_check_constraint(op.f("ck_decision_ended"), "(ended_on IS NULL) = (ended_by IS NULL)")
        _replace(batch, "decision", "kind", NEW_KINDS)


def _transport() -> None:
    owned(
        "transport",
        *columns(STRING, "channel"),
        *columns(INTEGER, "failures"),
        *columns(MOMENT, "paused_until", null=True),
        *columns(STRING, "code", null=True),
        *columns(TEXT, "text", null=True),
        sa.UniqueConstraint("entity_id", "channel"),
        sa.CheckConstraint("failures >= 0", name="failures"),
        *filled("channel"),
    )


def _address_mark() -> None:
    owned(
        "address_mark",
        *columns(STRING, "address"),
        *columns(STRING, "code", null=True),
        *columns(TEXT, "text", null=True),
        *columns(MOMENT, "marked_at"),
        sa.UniqueConstraint("entity_id", "address"),
        *filled("address"),
    )


def _correspondence() -> None:
    owned(
        "correspondence",
        *columns(INTEGER, "team_id"),
        *columns(STRING, "period"),
        *columns(STRING, "reference"),
        sa.UniqueConstraint("entity_id", "team_id", "period"),
        sa.UniqueConstraint("reference"),
        *filled("reference"),
    )


def _add(table: str, column: sa.Column[object], value: str) -> None:
    """Add a column and fill it for the rows that there are."""
    op.add_column(table, column)
    # Only the constants above come in here.
    op.execute(f"UPDATE {table} SET {column.name} = {value}")  # noqa: S608  a constant


def _replace(batch: object, table: str, name: str, rule: str) -> None:
    batch.drop_constraint(op.f(f"ck_{table}_{name}"), type_="check")  # type: ignore[attr-defined]  # alembic exports no type for a batch
    batch.create_check_constraint(op.f(f"ck_{table}_{name}"), rule)  # type: ignore[attr-defined]  # as above


def _unique(names: tuple[str, ...]) -> str:
    return f"uq_reminder_{'_'.join(names)}"


def _index(name: str, table: str, names: list[str], where: sa.TextClause) -> None:
    op.create_index(name, table, names, sqlite_where=where, postgresql_where=where)
