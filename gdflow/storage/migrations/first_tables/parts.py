"""Short ways to say what the first tables are made of; names of constraints follow the tables' own convention."""

from typing import Any

import sqlalchemy as sa
from alembic import op

STRING = sa.String()
TEXT = sa.Text()
INTEGER = sa.Integer()
BIG = sa.BigInteger()
BOOLEAN = sa.Boolean()
BYTES = sa.LargeBinary()
DATE = sa.Date()
MOMENT = sa.DateTime(timezone=True)


def owned(name: str, *parts: Any) -> None:
    """Make a table whose rows belong to an entity."""
    owner = sa.Column("entity_id", INTEGER, sa.ForeignKey("entity.id"), nullable=False)
    op.create_table(name, sa.Column("id", INTEGER, primary_key=True), owner, *parts)


def columns(kind: Any, *names: str, null: bool = False) -> list[sa.Column[Any]]:
    """Columns of one kind, in order."""
    return [sa.Column(name, kind, nullable=null) for name in names]


def references(column: str, table: str) -> sa.ForeignKeyConstraint:
    """The column holds an id of the table."""
    return sa.ForeignKeyConstraint([column], [f"{table}.id"])


def one_of(column: str, *words: str) -> sa.CheckConstraint:
    """The column holds one of the words (or null, where it may)."""
    return sa.CheckConstraint(among(column, *words), name=column)


def among(column: str, *words: str) -> str:
    """The same as a condition; the words one by one, as SQLite checks them twice as fast as a list."""
    return " OR ".join(f"{column} = '{word}'" for word in words)


def filled(*names: str) -> list[sa.CheckConstraint]:
    """None of the texts is blank."""
    return [sa.CheckConstraint(f"trim({name}) <> ''", name=f"{name}_filled") for name in names]
