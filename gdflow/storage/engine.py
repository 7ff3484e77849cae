"""Connections as both databases need them, and the two ways to work: reading and writing.

SQLite writers take their lock at BEGIN: a deferred transaction that reads first and writes later fails as soon as
another one wrote in between, and no timeout helps it. PostgreSQL readers see one snapshot, as SQLite's do.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, CursorResult, Executable, Insert, Table, create_engine, event
from sqlalchemy.engine import URL, Engine, make_url
from sqlalchemy.exc import ArgumentError
from sqlmodel import Session as Session  # services name it without knowing SQLModel

from gdflow.domain.errors import ConfigError

PRAGMAS = (
    "PRAGMA busy_timeout=5000",
    "PRAGMA journal_mode=WAL",
    # NORMAL may lose the last commits at a power cut: a notice marked as sent would go out again.
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA cache_size=-32768",
    "PRAGMA temp_store=MEMORY",
)


def make_engine(url: str) -> Engine:
    """An engine for sqlite:///path or postgresql://…; it connects only when used.

    Raises ConfigError("unsupported_database") for any other database.
    """
    try:
        parsed = make_url(url)
    except ArgumentError:
        # Only its kind is told: the rest may hold a password.
        raise ConfigError("unsupported_database", found=url.partition(":")[0]) from None
    if parsed.get_backend_name() == "sqlite":
        return _sqlite(parsed)
    if parsed.get_backend_name() == "postgresql":
        return create_engine(parsed.set(drivername="postgresql+psycopg"), pool_pre_ping=True)
    raise ConfigError("unsupported_database", found=parsed.drivername)


@contextmanager
def writing(engine: Engine) -> Iterator[Session]:
    """A session in one transaction that holds the write lock from its start and commits at its end if all went well."""
    with Session(engine) as session:
        session.connection(execution_options={"write": True})
        yield session
        session.commit()


@contextmanager
def reading(engine: Engine) -> Iterator[Session]:
    """A session that sees one state of the database and cannot change it."""
    with Session(engine) as session:
        session.connection(execution_options=_reading_options(engine))
        yield session


def execute(
    session: Session, statement: Executable, rows: Mapping[str, Any] | Sequence[Mapping[str, Any]] | None = None
) -> CursorResult[*tuple[Any, ...]]:
    """Run a Core statement in the session's transaction, past the ORM; several rows make one executemany."""
    return session.connection().execute(statement, rows)


def pairs(session: Session, statement: Executable) -> dict[Any, Any]:
    """The rows of a statement of two columns, as a mapping from the first to the second."""
    return {row[0]: row[1] for row in execute(session, statement)}


def insert_or_skip(session: Session, table: Table) -> Any:
    """An INSERT that leaves rows with a known key as they are; its rowcount is how many were new."""
    if session.connection().dialect.name == "sqlite":
        from sqlalchemy.dialects.sqlite import insert as sqlite_insert

        statement: Any = sqlite_insert(table)
    else:
        from sqlalchemy.dialects.postgresql import insert as postgresql_insert

        statement = postgresql_insert(table)
    # The count of an INSERT … SELECT is thrown away unless it is asked for.
    return statement.on_conflict_do_nothing().execution_options(preserve_rowcount=True)


def insert_one(session: Session, statement: Insert, row: Mapping[str, Any]) -> int:
    """Insert one row and return its id."""
    key = execute(session, statement, row).inserted_primary_key
    return int(key[0]) if key else 0


def _sqlite(url: URL) -> Engine:
    engine = create_engine(url)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: Any, _record: object) -> None:
    # The driver's own transactions begin too late and end at DDL; ours begin in _begin.
    connection.isolation_level = None
    for pragma in PRAGMAS:
        connection.execute(pragma)


def _begin(connection: Connection) -> None:
    options = connection.get_execution_options()
    connection.exec_driver_sql(f"PRAGMA query_only={int(bool(options.get('readonly')))}")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get("write") else "BEGIN")


def _reading_options(engine: Engine) -> dict[str, object]:
    if engine.dialect.name == "sqlite":
        return {"readonly": True}
    return {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
