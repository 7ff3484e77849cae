"""What all tables share: stable names for constraints, the owner, and short ways to say columns and CHECKs."""

# Annotations must stay real objects here: postponed ones break SQLModel's mapping.
from collections.abc import Sequence
from enum import StrEnum
from typing import Any

from sqlalchemy import CheckConstraint, Column, Constraint, Index, MetaData, Table, Text
from sqlalchemy import text as sql
from sqlmodel import Field, SQLModel

from gdflow.storage.types import Json, Millionths, Moment, OpenEnd, OrEmpty, Word

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Row(SQLModel):
    """A table's row. Rows never leave storage and are never validated: CHECKs hold the promises."""

    # Nothing asks for the validators, and making them is a fifth of the time in which the tables are imported.
    model_config = {"defer_build": True}
    metadata = METADATA


class Owned(Row):
    """A row that belongs to one entity."""

    id: int | None = Field(default=None, primary_key=True)
    entity_id: int = Field(foreign_key="entity.id")


def table_of(row: type[SQLModel]) -> Table:
    """The Core table behind a class: statements are made of it."""
    return METADATA.tables[str(row.__tablename__)]


def word(words: type[StrEnum], *, null: bool = False) -> Any:
    """A column that holds a member of a closed list."""
    return Field(sa_column=Column(Word(words), nullable=null))


def amount(*, null: bool = True) -> Any:
    """A column for an exact decimal, or nothing."""
    return Field(sa_column=Column(Millionths(), nullable=null))


def moment(*, null: bool = False) -> Any:
    """A column for an aware moment, at rest in UTC."""
    return Field(sa_column=Column(Moment(), nullable=null))


def json() -> Any:
    """A column for a list or mapping."""
    return Field(sa_column=Column(Json(), nullable=False))


def text() -> Any:
    """A column for a text of any length, or nothing."""
    return Field(sa_column=Column(Text(), nullable=True))


def open_end() -> Any:
    """A column for a date or "never"."""
    return Field(sa_column=Column(OpenEnd(), nullable=False))


def or_empty() -> Any:
    """A column for a text that is part of a unique key, or nothing."""
    return Field(sa_column=Column(OrEmpty(), nullable=False))


def one_of(column: str, words: type[StrEnum]) -> CheckConstraint:
    """The column holds a member of the list (or null, where it may)."""
    # Not IN: of three words or more SQLite makes a table for each row that it checks, which doubles what a row costs.
    listed = " OR ".join(f"{column} = '{member.value}'" for member in words)
    return CheckConstraint(listed, name=column)


def filled(*columns: str) -> Sequence[CheckConstraint]:
    """None of the texts is blank."""
    return [CheckConstraint(f"trim({column}) <> ''", name=f"{column}_filled") for column in columns]


def check(name: str, rule: str) -> CheckConstraint:
    """A rule of the row, under its name."""
    return CheckConstraint(rule, name=name)


def partial(name: str, *columns: str, where: str, postgresql: str | None = None, unique: bool = False) -> Index:
    """An index of the rows of which a condition holds; postgresql: the condition in its own words."""
    told = {"postgresql_where": sql(postgresql or where)}
    return Index(name, *columns, unique=unique, sqlite_where=sql(where), info=told)


def tell_postgresql() -> None:
    """Give PostgreSQL the options that are its own.

    Named where the tables stand, they would load its dialect and every driver's for SQLite too.
    """
    for table in METADATA.tables.values():
        parts: list[Constraint | Index] = [*table.indexes, *table.constraints]
        for part in parts:
            part.dialect_kwargs.update(part.info)
