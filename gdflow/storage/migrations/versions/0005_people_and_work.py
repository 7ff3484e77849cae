"""Who signs in and reads, the work that people ask for, how scheduled works went, and what an entity sets itself."""

import sqlalchemy as sa
from alembic import op

from gdflow.storage.migrations.first_tables.parts import (
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

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

OPEN = sa.text("ended_at IS NULL")


def upgrade() -> None:
    """Make the new tables, and give entities settings of their own."""
    _account()
    _web_session()
    _read_token()
    _one_time_key()
    _job()
    _last_run()
    op.add_column("entity", sa.Column("settings", TEXT))
    op.execute("UPDATE entity SET settings = '{}'")
    with op.batch_alter_table("entity") as batch:
        batch.alter_column("settings", existing_type=TEXT, nullable=False)


def downgrade() -> None:
    """Go back; what the new tables held is lost."""
    with op.batch_alter_table("entity") as batch:
        batch.drop_column("settings")
    for table in ("last_run", "job", "one_time_key", "read_token", "web_session", "account"):
        op.drop_table(table)


def _account() -> None:
    owned(
        "account",
        *columns(STRING, "email", "name", "role"),
        *columns(TEXT, "password_hash", null=True),
        *columns(STRING, "subject", "totp_secret", null=True),
        *columns(INTEGER, "totp_step", null=True),
        *columns(INTEGER, "failures"),
        *columns(MOMENT, "locked_until", null=True),
        *columns(MOMENT, "created_at"),
        *columns(STRING, "created_by"),
        *columns(MOMENT, "disabled_at", null=True),
        *columns(STRING, "disabled_by", null=True),
        sa.UniqueConstraint("entity_id", "email"),
        sa.UniqueConstraint("entity_id", "subject"),
        one_of("role", "coordinator", "reviewer", "auditor", "it"),
        sa.CheckConstraint("email = lower(email)", name="small"),
        sa.CheckConstraint("failures >= 0", name="failures"),
        sa.CheckConstraint("(disabled_at IS NULL) = (disabled_by IS NULL)", name="disabled"),
        *filled("email", "name"),
    )


def _web_session() -> None:
    owned(
        "web_session",
        *columns(INTEGER, "account_id"),
        *columns(STRING, "token_sha256"),
        *columns(MOMENT, "created_at", "seen_at", "expires_at"),
        *columns(STRING, "address", "agent"),
        *columns(MOMENT, "ended_at", null=True),
        *columns(STRING, "ended_by", null=True),
        references("account_id", "account"),
        sa.UniqueConstraint("token_sha256"),
        sa.CheckConstraint("length(token_sha256) = 64", name="token"),
        sa.CheckConstraint("created_at <= seen_at AND created_at < expires_at", name="dates"),
        sa.CheckConstraint("(ended_at IS NULL) = (ended_by IS NULL)", name="ended"),
    )
    op.create_index("ix_web_session_account_id", "web_session", ["account_id"])


def _read_token() -> None:
    owned(
        "read_token",
        *columns(STRING, "name", "token_sha256"),
        *columns(MOMENT, "created_at"),
        *columns(STRING, "created_by"),
        *columns(MOMENT, "expires_at", "revoked_at", null=True),
        *columns(STRING, "revoked_by", null=True),
        *columns(MOMENT, "used_at", null=True),
        sa.UniqueConstraint("token_sha256"),
        sa.CheckConstraint("length(token_sha256) = 64", name="token"),
        sa.CheckConstraint("(revoked_at IS NULL) = (revoked_by IS NULL)", name="revoked"),
        *filled("name", "created_by"),
    )


def _one_time_key() -> None:
    owned(
        "one_time_key",
        *columns(STRING, "purpose"),
        *columns(INTEGER, "account_id"),
        *columns(STRING, "token_sha256"),
        *columns(TEXT, "facts"),
        *columns(MOMENT, "created_at", "expires_at"),
        references("account_id", "account"),
        sa.UniqueConstraint("token_sha256"),
        one_of("purpose", "password", "code", "enrol"),
        sa.CheckConstraint("length(token_sha256) = 64", name="token"),
        sa.CheckConstraint("created_at < expires_at", name="dates"),
    )
    op.create_index("ix_one_time_key_account_id", "one_time_key", ["account_id"])


def _job() -> None:
    owned(
        "job",
        *columns(STRING, "kind"),
        *columns(TEXT, "parameters"),
        *columns(STRING, "key", "requested_by"),
        *columns(MOMENT, "requested_at"),
        *columns(STRING, "state"),
        *columns(MOMENT, "started_at", "ended_at", null=True),
        *columns(STRING, "lease_owner", null=True),
        *columns(MOMENT, "lease_until", null=True),
        *columns(INTEGER, "tries", "done", "total"),
        *columns(STRING, "step", null=True),
        *columns(TEXT, "result"),
        *columns(TEXT, "error", null=True),
        *columns(STRING, "run", null=True),
        sa.UniqueConstraint("entity_id", "key"),
        one_of("kind", "remind", "consolidate", "close", "reports", "publish", "backup"),
        one_of("state", "queued", "running", "done", "failed"),
        sa.CheckConstraint("(state = 'running') = (lease_owner IS NOT NULL)", name="lease"),
        sa.CheckConstraint("(lease_owner IS NULL) = (lease_until IS NULL)", name="leased"),
        sa.CheckConstraint("(state = 'done' OR state = 'failed') = (ended_at IS NOT NULL)", name="ended"),
        sa.CheckConstraint("(state = 'failed') = (error IS NOT NULL)", name="failed"),
        sa.CheckConstraint("tries >= 0", name="tries"),
        sa.CheckConstraint("done >= 0 AND done <= total", name="progress"),
        *filled("key", "requested_by"),
    )
    op.create_index("ix_job_open", "job", ["entity_id", "id"], sqlite_where=OPEN, postgresql_where=OPEN)


def _last_run() -> None:
    owned(
        "last_run",
        *columns(STRING, "work"),
        *columns(MOMENT, "started_at"),
        *columns(MOMENT, "ended_at", null=True),
        *columns(STRING, "state"),
        *columns(MOMENT, "succeeded_at", null=True),
        *columns(TEXT, "error", null=True),
        sa.UniqueConstraint("entity_id", "work"),
        one_of("state", "running", "done", "failed"),
        sa.CheckConstraint("(state = 'running') = (ended_at IS NULL)", name="ended"),
        *filled("work"),
    )
