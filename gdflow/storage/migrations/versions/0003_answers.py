"""How teams answer: links, mails that came in, annexes and reviews; and by which way a file came."""

import sqlalchemy as sa
from alembic import op

from gdflow.storage.migrations.first_tables.parts import (
    BOOLEAN,
    DATE,
    INTEGER,
    MOMENT,
    STRING,
    TEXT,
    among,
    columns,
    filled,
    one_of,
    owned,
    references,
)

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

SOURCES = among("source", "command", "folder", "mail", "page")
MODES = among("review", "none", "coordinator")
UNREAD = sa.text("state = 'received'")


def upgrade() -> None:
    """Make the new tables, and tell of receipts how they came and of plans whether they are reviewed."""
    _team_link()
    _inbound_mail()
    _annex()
    _review()
    _receipt()
    _plan()


def downgrade() -> None:
    """Go back; what the new tables held is lost."""
    with op.batch_alter_table("plan") as batch:
        batch.drop_constraint(op.f("ck_plan_review"), type_="check")
        batch.drop_column("review")
    op.drop_index("ix_receipt_unread", "receipt")
    with op.batch_alter_table("receipt") as batch:
        for name in ("source", "tries"):
            batch.drop_constraint(op.f(f"ck_receipt_{name}"), type_="check")
        batch.drop_constraint(op.f("fk_receipt_inbound_id_inbound_mail"), type_="foreignkey")
        for name in ("inbound_id", "tries", "sender", "source"):
            batch.drop_column(name)
    for table in ("review", "annex", "inbound_mail", "team_link"):
        op.drop_table(table)


def _team_link() -> None:
    owned(
        "team_link",
        *columns(INTEGER, "team_id"),
        *columns(STRING, "period", "token_sha256"),
        *columns(MOMENT, "created_at", "expires_at"),
        *columns(MOMENT, "revoked_at", null=True),
        *columns(STRING, "revoked_by", null=True),
        references("team_id", "team"),
        sa.UniqueConstraint("token_sha256"),
        sa.CheckConstraint("length(token_sha256) = 64", name="token"),
        sa.CheckConstraint("created_at < expires_at", name="dates"),
        sa.CheckConstraint("(revoked_at IS NULL) = (revoked_by IS NULL)", name="revoked"),
        *filled("period"),
    )
    op.create_index("ix_team_link_team_id", "team_link", ["team_id", "period"])


def _inbound_mail() -> None:
    owned(
        "inbound_mail",
        *columns(STRING, "message_id", "sha256", "sender", "subject"),
        *columns(MOMENT, "received_at"),
        *columns(STRING, "state"),
        *columns(INTEGER, "team_id", null=True),
        *columns(STRING, "period"),
        *columns(STRING, "code", null=True),
        *columns(TEXT, "message", null=True),
        *columns(STRING, "accepted_by", null=True),
        references("team_id", "team"),
        sa.UniqueConstraint("entity_id", "message_id"),
        one_of("state", "taken", "quarantined", "ignored"),
        sa.CheckConstraint("length(sha256) = 64", name="sha256"),
        sa.CheckConstraint("state = 'taken' OR code IS NOT NULL", name="reason"),
        *filled("message_id"),
    )
    op.create_index("ix_inbound_mail_entity_id_state", "inbound_mail", ["entity_id", "state"])


def _annex() -> None:
    owned(
        "annex",
        *columns(INTEGER, "plan_id", "line_id"),
        *columns(STRING, "period"),
        *columns(INTEGER, "number"),
        *columns(STRING, "sha256", null=True),
        *columns(STRING, "name"),
        *columns(INTEGER, "size", null=True),
        *columns(STRING, "media_type", null=True),
        *columns(TEXT, "link", null=True),
        *columns(DATE, "dated_on", null=True),
        *columns(MOMENT, "added_at"),
        *columns(STRING, "added_by"),
        *columns(MOMENT, "removed_at", "checked_at", null=True),
        *columns(BOOLEAN, "alive", null=True),
        *columns(MOMENT, "dead_since", "scanned_at", null=True),
        references("plan_id", "plan"),
        references("line_id", "line"),
        sa.UniqueConstraint("plan_id", "period", "number"),
        sa.CheckConstraint("(sha256 IS NULL) <> (link IS NULL)", name="one"),
        sa.CheckConstraint(
            "(sha256 IS NULL) = (size IS NULL) AND (sha256 IS NULL) = (media_type IS NULL)", name="file"
        ),
        sa.CheckConstraint("number >= 1", name="number"),
        sa.CheckConstraint("(alive IS NULL) = (checked_at IS NULL)", name="checked"),
        sa.CheckConstraint("dead_since IS NULL OR NOT alive", name="dead"),
        *filled("period", "name", "added_by"),
    )
    op.create_index("ix_annex_line_id", "annex", ["line_id", "period"])
    op.create_index("ix_annex_sha256", "annex", ["sha256"])


def _review() -> None:
    owned(
        "review",
        *columns(INTEGER, "result_id"),
        *columns(STRING, "verdict"),
        *columns(TEXT, "note", null=True),
        *columns(STRING, "reviewer"),
        *columns(MOMENT, "at"),
        references("result_id", "result"),
        one_of("verdict", "accepted", "returned"),
        sa.CheckConstraint("verdict <> 'returned' OR note IS NOT NULL", name="note"),
        *filled("reviewer"),
    )
    op.create_index("ix_review_result_id", "review", ["result_id"])


def _receipt() -> None:
    op.add_column("receipt", sa.Column("source", STRING))
    op.add_column("receipt", sa.Column("sender", STRING))
    op.add_column("receipt", sa.Column("tries", INTEGER))
    op.execute("UPDATE receipt SET source = 'command', tries = 0")
    with op.batch_alter_table("receipt") as batch:
        batch.alter_column("source", existing_type=STRING, nullable=False)
        batch.alter_column("tries", existing_type=INTEGER, nullable=False)
        batch.add_column(sa.Column("inbound_id", INTEGER))
        batch.create_foreign_key(op.f("fk_receipt_inbound_id_inbound_mail"), "inbound_mail", ["inbound_id"], ["id"])
        batch.create_check_constraint(op.f("ck_receipt_source"), SOURCES)
        batch.create_check_constraint(op.f("ck_receipt_tries"), "tries >= 0")
    op.create_index("ix_receipt_unread", "receipt", ["entity_id", "id"], sqlite_where=UNREAD, postgresql_where=UNREAD)


def _plan() -> None:
    op.add_column("plan", sa.Column("review", STRING))
    op.execute("UPDATE plan SET review = 'none'")
    with op.batch_alter_table("plan") as batch:
        batch.alter_column("review", existing_type=STRING, nullable=False)
        batch.create_check_constraint(op.f("ck_plan_review"), MODES)
