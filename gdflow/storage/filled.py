"""An empty database that takes the rows of a backup, all of them or none."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import IO, Any

from sqlalchemy import Connection, text
from sqlalchemy.engine import Engine as Engine  # services name it without knowing SQLAlchemy
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlmodel import Session

from gdflow.domain.backups import TablePart
from gdflow.domain.errors import ConfigError, InputError
from gdflow.storage.copy_text import read_line
from gdflow.storage.migrations import remade, tables_of

BATCH = 500
PIECE = 1024 * 1024


@contextmanager
def usable(engine: Engine) -> Iterator[None]:
    """A place in which the database can be made; ConfigError("database_unusable") for what the database itself says."""
    url = engine.url
    if url.get_backend_name() == "sqlite" and url.database:
        Path(url.database).parent.mkdir(parents=True, exist_ok=True)
    try:
        yield
    except OperationalError as error:
        place = url.render_as_string(hide_password=True)
        raise ConfigError("database_unusable", place=place, text=str(error.orig)) from error


@contextmanager
def filled(
    engine: Engine, revision: str, tables: tuple[TablePart, ...], rows: Callable[[str], IO[bytes]]
) -> Iterator[Session]:
    """A session in the transaction that made the tables of a revision, filled them and brought them up to date.

    What is written inside is committed with it; an error leaves the database as empty as it was. rows: of a table.
    Raises ConflictError("database_not_empty"), and InputError("backup_rows") for rows that do not belong there.
    """

    def fill(connection: Connection) -> None:
        known = tables_of(connection)
        for table in tables:
            if known.pop(table.name, None) != frozenset(name for name, _ in table.columns):
                raise InputError("backup_rows", table=table.name, text="columns")
            with rows(table.name) as lines:
                _fill(connection, table, lines)
        if known:
            raise InputError("backup_rows", table=", ".join(sorted(known)), text="missing")

    with remade(engine, revision, fill) as connection, Session(connection) as session:
        yield session


def _fill(connection: Connection, table: TablePart, lines: IO[bytes]) -> None:
    fill = _into_sqlite if connection.dialect.name == "sqlite" else _into_postgresql
    driver: Any = connection.dialect.loaded_dbapi
    try:
        found = fill(connection, table, lines)
    except OperationalError:  # it is full, or gone: the rows are not to blame
        raise
    except (DatabaseError, driver.Error, ValueError) as error:
        raise InputError("backup_rows", table=table.name, text=str(error).partition("\n")[0]) from error
    if found != table.rows:
        raise InputError("backup_rows", table=table.name, text=f"{found} <> {table.rows}")


def _into_sqlite(connection: Connection, table: TablePart, lines: IO[bytes]) -> int:
    names, places = _names(table), ", ".join("?" * len(table.columns))
    words, done = f'INSERT INTO "{table.name}" ({names}) VALUES ({places})', 0  # noqa: S608  names of known tables
    rows = (read_line(line.decode().rstrip("\n"), table.columns) for line in lines)
    while batch := list(islice(rows, BATCH)):
        connection.exec_driver_sql(words, batch)
        done += len(batch)
    return done


def _into_postgresql(connection: Connection, table: TablePart, lines: IO[bytes]) -> int:
    driver: Any = connection.connection.driver_connection
    words = f"COPY \"{table.name}\" ({_names(table)}) FROM STDIN (ENCODING 'UTF8')"
    with driver.cursor() as cursor:
        with cursor.copy(words) as rows:
            while piece := lines.read(PIECE):
                rows.write(piece)
        done = int(cursor.rowcount)
    # The next row takes the id after the last.
    if done:
        sequence = f"pg_get_serial_sequence('{table.name}', 'id')"
        highest = f'(SELECT max(id) FROM "{table.name}")'  # noqa: S608  a known table
        connection.execute(text(f"SELECT setval({sequence}, {highest})"))
    return done


def _names(table: TablePart) -> str:
    return ", ".join(f'"{name}"' for name, _ in table.columns)
