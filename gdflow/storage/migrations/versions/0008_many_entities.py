"""Entities whose works this installation does for them, and the pace of what leaves for all of them together."""

import sqlalchemy as sa
from alembic import op

from gdflow.storage.migrations.first_tables.parts import (
    BOOLEAN,
    INTEGER,
    MOMENT,
    STRING,
    columns,
    filled,
    one_of,
    owned,
)

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Say which entities are hosted, none so far; make the table of places; let an entity find its own rows alone."""
    op.add_column("entity", sa.Column("hosted", BOOLEAN))
    op.execute("UPDATE entity SET hosted = false")
    with op.batch_alter_table("entity") as batch:
        batch.alter_column("hosted", existing_type=BOOLEAN, nullable=False)
    owned(
        "pace",
        *columns(STRING, "channel", "span"),
        *columns(INTEGER, "slot"),
        *columns(MOMENT, "free_at"),
        sa.UniqueConstraint("entity_id", "channel", "span", "slot"),
        one_of("span", "minute", "day"),
        sa.CheckConstraint("slot >= 0", name="slot"),
        *filled("channel"),
    )
    op.create_index("ix_assignment_team_id", "assignment", ["team_id"])
    op.create_index("ix_contact_entity_id", "contact", ["entity_id"])
    op.create_index("ix_period_entity_id", "period", ["entity_id"])
    op.create_index("ix_pace_free", "pace", ["entity_id", "channel", "span", "free_at"])


def downgrade() -> None:
    """Go back; what entities set otherwise stays, though nobody works for them."""
    op.drop_index("ix_period_entity_id", "period")
    op.drop_index("ix_contact_entity_id", "contact")
    op.drop_index("ix_assignment_team_id", "assignment")
    op.drop_table("pace")
    with op.batch_alter_table("entity") as batch:
        batch.drop_column("hosted")
