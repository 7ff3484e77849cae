"""Connections as both databases need them, and the two ways to work: reading and writing.

SQLite writers take their lock at BEGIN: a deferred transaction that reads first and writes later fails as soon as
another one wrote in between, and no timeout helps it. PostgreSQL readers see one snapshot, as SQLite's do.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, CursorResult, Executable, Insert, Table, create_engine, event, insert
from sqlalchemy.engine import URL, Dialect, Engine, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.types import TypeEngine
from sqlmodel import Session as Session  # services name it without knowing SQLModel

from gdflow.domain.errors import ConfigError
from gdflow.storage.tables.base import tell_postgresql
from gdflow.storage.writers import writers_of

Transaction = Callable[[], AbstractContextManager[Session]]
"""What a service gets that talks to the world meanwhile: it opens short transactions with it, one after another."""

PATIENCE, BRIEFLY = 20.0, 0.5
"""Seconds that a writer waits for its turn in this process, and then for other processes.

BRIEFLY: for what may as well be written the next time.
"""
BUSY = "PRAGMA busy_timeout={}"
PRAGMAS = (
    BUSY.format(5000),
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
        tell_postgresql()
        return _postgresql(parsed)
    raise ConfigError("unsupported_database", found=parsed.drivername)


@contextmanager
def writing(engine: Engine, *, patience: float = PATIENCE) -> Iterator[Session]:
    """A session in one transaction that holds the write lock from its start and commits at its end if all went well.

    SQLite's writers come in the order in which they asked; patience: how long each waits (docs/decisions/0036).
    """
    with _turn(engine, patience), Session(engine) as session:
        session.connection(execution_options={"write": True, "patience": patience})
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


def pairs(session: Session, statement: Executable, values: Mapping[str, Any] | None = None) -> dict[Any, Any]:
    """The rows of a statement of two columns, as a mapping from the first to the second."""
    found: Any = execute(session, statement, values).all()
    return dict(found)


def insert_or_skip(session: Session, table: Table) -> Any:
    """An INSERT that leaves rows with a known key as they are; its rowcount is how many were new."""
    return _or_skip(table, session.connection().dialect.name)


def upsert(session: Session, table: Table) -> Any:
    """An INSERT of the database's own, which can say what becomes of a row whose key is known."""
    return _of_dialect(table, session.connection().dialect.name)


def insert_one(session: Session, table: Table, row: Mapping[str, Any]) -> int:
    """Insert one row and return its id."""
    key = execute(session, _insert(table), row).inserted_primary_key
    return int(key[0]) if key else 0


def insert_rows(
    session: Session, table: Table, names: tuple[str, ...], rows: Sequence[Sequence[Any]], *, skip: bool = False
) -> int:
    """Insert many rows, their values in the order of the names, and return how many were new.

    skip: leave rows with a known key as they are.
    """
    if not rows:
        return 0
    connection = session.connection()
    if connection.dialect.name != "sqlite":
        told = [dict(zip(names, row, strict=True)) for row in rows]
        if skip:
            return connection.execute(insert_or_skip(session, table), told).rowcount
        connection.execute(_insert(table), told)
        return len(rows)
    # By columns: SQLAlchemy would make a dict of every row, and ask for each value's type anew.
    words, order = _positional(table, names, skip)
    columns = list(zip(*rows, strict=True))
    bound = (columns[at] if process is None else map(process, columns[at]) for at, process in order)
    return connection.exec_driver_sql(words, list(zip(*bound, strict=True))).rowcount


@cache
def _insert(table: Table) -> Insert:
    # One statement for the life of the process: SQLAlchemy works out the key of a statement once.
    return insert(table)


def _of_dialect(table: Table, dialect: str) -> Any:
    if dialect == "sqlite":
        from sqlalchemy.dialects.sqlite import insert as sqlite_insert

        return sqlite_insert(table)
    from sqlalchemy.dialects.postgresql import insert as postgresql_insert

    return postgresql_insert(table)


@cache
def _or_skip(table: Table, dialect: str) -> Any:
    statement = _of_dialect(table, dialect)
    # The count of an INSERT … SELECT is thrown away unless it is asked for.
    return statement.on_conflict_do_nothing().execution_options(preserve_rowcount=True)


@cache
def _positional(table: Table, names: tuple[str, ...], skip: bool) -> tuple[str, list[tuple[int, Any]]]:
    """The words of an INSERT for SQLite, and for each of its places which name stands there and how it is bound."""
    dialect = _sqlite_dialect()
    statement = _or_skip(table, dialect.name) if skip else _insert(table)
    compiled = statement.compile(dialect=dialect, column_keys=names)
    types = {name: table.c[name].type.dialect_impl(dialect) for name in names}
    places = [(names.index(name), _bound(types[name], dialect)) for name in compiled.positiontup or ()]
    return str(compiled), places


@cache
def _sqlite_dialect() -> Dialect:
    # One for all statements: a dialect works out each of its types once.
    from sqlalchemy.dialects import sqlite

    return sqlite.dialect()


def _bound(kind: TypeEngine[Any], dialect: Dialect) -> Any:
    """How a column's values are bound; a column holds few different dates, words and figures among its many rows."""
    process = kind.bind_processor(dialect)
    return lru_cache(maxsize=1024)(process) if process and kind.hashable else process


def _sqlite(url: URL) -> Engine:
    writers = writers_of(Path(url.database)) if url.database else None  # one in memory is no other connection's
    engine = create_engine(url, execution_options={"writers": writers})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _postgresql(url: URL) -> Engine:
    engine = create_engine(url.set(drivername="postgresql+psycopg"), pool_pre_ping=True)
    # Many rows in one statement: the driver would have the server run one for each.
    engine.dialect.use_insertmanyvalues_wo_returning = True
    return engine


def _prepare(connection: Any, _record: object) -> None:
    # The driver's own transactions begin too late and end at DDL; ours begin in _begin.
    connection.isolation_level = None
    for pragma in PRAGMAS:
        connection.execute(pragma)


def _turn(engine: Engine, patience: float) -> AbstractContextManager[object]:
    writers = engine.get_execution_options().get("writers")
    return writers.turn(patience) if writers else nullcontext()


def _begin(connection: Connection) -> None:
    options = connection.get_execution_options()
    _allow_writing(connection, allowed=not options.get("readonly"))
    if not options.get("write"):
        connection.exec_driver_sql("BEGIN")
        return
    _wait_at_most(connection, options.get("patience", PATIENCE))
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _wait_at_most(connection: Connection, patience: float) -> None:
    if connection.info.get("patience") != patience:
        connection.exec_driver_sql(BUSY.format(round(patience * 1000))).close()
        connection.info["patience"] = patience


def _allow_writing(connection: Connection, *, allowed: bool) -> None:
    """Only when it changes: after this PRAGMA SQLite compiles every statement of the connection anew."""
    if connection.info.get("may_write", True) is not allowed:
        connection.exec_driver_sql(f"PRAGMA query_only={int(not allowed)}")
        connection.info["may_write"] = allowed


def _reading_options(engine: Engine) -> dict[str, object]:
    if engine.dialect.name == "sqlite":
        return {"readonly": True}
    return {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
