"""Files of plans that wait for a person's word."""

import sqlalchemy as sa
from alembic import op

from gdflow.storage.migrations.first_tables.parts import DATE, MOMENT, STRING, TEXT, columns, filled, owned

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

WAITS = sa.text("ended_at IS NULL")


def upgrade() -> None:
    """Make the table of drafts."""
    owned(
        "import_draft",
        *columns(STRING, "name", "sha256"),
        *columns(DATE, "cut_off"),
        *columns(STRING, "every", "code", null=True),
        *columns(TEXT, "choices"),
        *columns(MOMENT, "created_at"),
        *columns(STRING, "created_by"),
        *columns(MOMENT, "ended_at", null=True),
        *columns(STRING, "ended_by", null=True),
        *columns(TEXT, "result"),
        sa.CheckConstraint("length(sha256) = 64", name="file"),
        sa.CheckConstraint("(ended_at IS NULL) = (ended_by IS NULL)", name="ended"),
        *filled("name", "created_by"),
    )
    op.create_index(
        "ix_import_draft_waiting", "import_draft", ["entity_id", "id"], sqlite_where=WAITS, postgresql_where=WAITS
    )


def downgrade() -> None:
    """Go back; drafts that wait are lost, their files stay."""
    op.drop_table("import_draft")
