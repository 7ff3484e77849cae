"""Teams, contacts and assignments, as the first revision makes them."""

import sqlalchemy as sa
from alembic import op

from gdflow.storage.migrations.first_tables.parts import (
    DATE,
    INTEGER,
    STRING,
    columns,
    filled,
    one_of,
    owned,
    references,
)


def create() -> None:
    """Make these tables, in the order in which they refer to each other."""
    _team()
    _contact()
    _assignment()


def _team() -> None:
    owned(
        "team",
        *columns(STRING, "name", "folded"),
        sa.UniqueConstraint("entity_id", "folded"),
        *filled("folded", "name"),
    )


def _contact() -> None:
    owned(
        "contact",
        *columns(INTEGER, "team_id", "position"),
        *columns(STRING, "email"),
        *columns(STRING, "name", null=True),
        *columns(STRING, "role"),
        *columns(DATE, "away_from", "away_to", null=True),
        sa.UniqueConstraint("team_id", "email"),
        references("team_id", "team"),
        sa.CheckConstraint("away_from <= away_to", name="away"),
        sa.CheckConstraint("email LIKE '_%@_%'", name="email"),
        one_of("role", "member", "leader", "head", "substitute"),
    )


def _assignment() -> None:
    owned(
        "assignment",
        *columns(INTEGER, "plan_id", "line_id", "team_id", "position"),
        sa.UniqueConstraint("line_id", "position"),
        references("plan_id", "plan"),
        references("line_id", "line"),
        references("team_id", "team"),
        sa.CheckConstraint("position >= 0", name="position"),
    )
    op.create_index("ix_assignment_plan_id", "assignment", ["plan_id"])
