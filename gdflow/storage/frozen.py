"""One state of a database, to be read for long while others go on writing, and its rows as text."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Table as Table  # services name it without knowing SQLAlchemy
from sqlmodel import Session

from gdflow.domain.backups import ColumnKind
from gdflow.domain.errors import ConfigError, ConflictError
from gdflow.storage.copy_text import columns_of, sqlite_line
from gdflow.storage.engine import make_engine, reading
from gdflow.storage.tables import METADATA

BATCH = 200
WORDS = (
    "SET LOCAL TimeZone = 'UTC'",
    "SET LOCAL DateStyle = 'ISO, YMD'",
    "SET LOCAL bytea_output = 'hex'",
)
"""How PostgreSQL is to write what a server may have been told to write otherwise."""


@contextmanager
def frozen(session: Session, folder: Path) -> Iterator[Session]:
    """The state that a reading session sees, as a session of its own. folder: holds SQLite's copy meanwhile.

    PostgreSQL keeps a snapshot for as long as the session reads. SQLite's own copy is made at one stroke by its online
    backup, so that the log of what others write meanwhile need not grow; and it is looked over.
    Raises ConflictError("database_damaged").
    """
    connection = session.connection()
    if connection.dialect.name != "sqlite":
        for words in WORDS:
            connection.exec_driver_sql(words)
        yield session
        return
    copy = folder / "copy.sqlite3"
    _copy(connection.connection.driver_connection, copy)
    engine = make_engine(f"sqlite:///{copy.as_posix()}")
    try:
        with reading(engine) as its:
            yield its
    finally:
        engine.dispose()


def _copy(driver: Any, copy: Path) -> None:
    try:
        with closing(sqlite3.connect(copy)) as target:
            driver.backup(target)
            [found] = target.execute("PRAGMA integrity_check(1)").fetchone()
            orphan = target.execute("PRAGMA foreign_key_check").fetchone()
    except sqlite3.OperationalError as error:  # no room for the copy
        raise ConfigError("database_unusable", place=str(copy), text=str(error)) from error
    except sqlite3.DatabaseError as error:
        raise ConflictError("database_damaged", found=str(error)) from error
    if found != "ok" or orphan is not None:
        raise ConflictError("database_damaged", found=found if orphan is None else f"{orphan[0]} -> {orphan[2]}")


def dialect_of(session: Session) -> str:
    """The kind of database: "sqlite", "postgresql"."""
    return session.connection().dialect.name


def tables() -> tuple[Table, ...]:
    """All tables, each after those that its rows refer to."""
    return tuple(METADATA.sorted_tables)


def rows_of(session: Session, table: Table) -> Iterator[bytes]:
    """The rows of a table by their ids, as text in pieces of whole lines."""
    columns = columns_of(table)
    if dialect_of(session) == "sqlite":
        return _by_sqlite(session, table.name, columns)
    return _by_postgresql(session, table.name, columns)


def _by_sqlite(session: Session, table: str, columns: tuple[tuple[str, ColumnKind], ...]) -> Iterator[bytes]:
    found = session.connection().exec_driver_sql(
        f'SELECT {sqlite_line(columns)} FROM "{table}" ORDER BY id',  # noqa: S608  names of our own tables
        execution_options={"yield_per": BATCH},
    )
    for lines in found.scalars().partitions():
        yield "".join(f"{line}\n" for line in lines).encode()


def _by_postgresql(session: Session, table: str, columns: tuple[tuple[str, ColumnKind], ...]) -> Iterator[bytes]:
    names = ", ".join(f'"{name}"' for name, _ in columns)
    words = f"COPY (SELECT {names} FROM \"{table}\" ORDER BY id) TO STDOUT (ENCODING 'UTF8')"  # noqa: S608  names of our own tables
    driver: Any = session.connection().connection.driver_connection
    with driver.cursor() as cursor, cursor.copy(words) as rows:
        for piece in rows:
            yield bytes(piece)
