"""How a database gets its schema, and how it is told whether it has it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Column, Connection, MetaData, PrimaryKeyConstraint, String, Table, inspect, text
from sqlalchemy.engine import Engine
from sqlalchemy.schema import CreateTable

from gdflow.domain.errors import ConflictError

if TYPE_CHECKING:
    from alembic.config import Config

HEAD = "0008"
"""The newest revision: a database that has it needs no Alembic, whose import costs half a second."""
FIRST = "0001"


def migrate(engine: Engine) -> bool:
    """Bring the database to the newest schema, in one transaction; True when there was something to do.

    An empty one is made from the tables themselves, without Alembic; the result is the same.
    """
    if revision_of(engine) == HEAD:
        return False
    with engine.connect().execution_options(write=True) as connection, _rebuilding(connection), connection.begin():
        # Asked inside the transaction: another process may have made the tables meanwhile.
        if inspect(connection).get_table_names():
            upgrade(connection)
        else:
            _make(connection)
    return True


@contextmanager
def _rebuilding(connection: Connection) -> Iterator[None]:
    """SQLite changes a table by making it anew; while the old one is dropped, nobody may ask who refers to it.

    The answer can be switched off outside of transactions only. What the revisions left is asked for at their end.
    """
    if connection.dialect.name != "sqlite":
        yield
        return
    driver: Any = connection.connection.dbapi_connection
    driver.execute("PRAGMA foreign_keys=OFF")
    try:
        yield
    finally:
        driver.execute("PRAGMA foreign_keys=ON")


def upgrade(connection: Connection, to: str = "head") -> None:
    """Run every revision that the database does not have yet, in the connection's transaction."""
    from alembic import command

    command.upgrade(_config(connection), to)
    _refuse_orphans(connection)


def _refuse_orphans(connection: Connection) -> None:
    """SQLite was not asked for its references meanwhile."""
    if connection.dialect.name == "sqlite" and (orphans := connection.execute(text("PRAGMA foreign_key_check")).all()):
        raise ConflictError("migration_orphans", table=orphans[0][0], found=len(orphans))


@contextmanager
def remade(engine: Engine, revision: str, fill: Callable[[Connection], None]) -> Iterator[Connection]:
    """An empty database with the tables of a revision, filled by the caller and then brought to the newest one.

    One transaction from the first table to the end of the block. Raises ConflictError("database_not_empty").
    """
    with engine.connect().execution_options(write=True) as connection, _rebuilding(connection), connection.begin():
        if found := inspect(connection).get_table_names():
            raise ConflictError("database_not_empty", found=len(found), place=_place(engine))
        if revision == HEAD:
            _make(connection)
        else:
            upgrade(connection, revision)
        fill(connection)
        _refuse_orphans(connection)
        if revision != HEAD:
            upgrade(connection)
        yield connection


def tables_of(connection: Connection) -> dict[str, frozenset[str]]:
    """The names of the columns of every table that holds an installation's rows, by the table's name."""
    inspector = inspect(connection)
    names = (name for name in inspector.get_table_names() if name != VERSION.name)
    return {name: frozenset(column["name"] for column in inspector.get_columns(name)) for name in names}


def is_known(revision: str) -> bool:
    """Whether this release can read what a schema of that revision held."""
    return len(revision) == len(HEAD) and revision.isdecimal() and FIRST <= revision <= HEAD


def check(engine: Engine) -> tuple[str, ...]:
    """What the database lacks or has beyond the tables that the code knows; empty when they agree."""
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    from gdflow.storage.tables import METADATA

    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return tuple(str(difference) for difference in compare_metadata(context, METADATA))


def revision_of(engine: Engine) -> str | None:
    """The revision of the database's schema; None for an empty database."""
    with engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        found = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return None if found is None else str(found)


def _place(engine: Engine) -> str:
    return engine.url.render_as_string(hide_password=True)


def _make(connection: Connection) -> None:
    """Make all tables, and write the newest revision down where Alembic looks for it."""
    from gdflow.storage.tables import METADATA

    METADATA.create_all(connection, checkfirst=False)
    connection.execute(CreateTable(VERSION))
    connection.execute(VERSION.insert(), {"version_num": HEAD})


VERSION = Table(
    "alembic_version",
    MetaData(),
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)
"""Alembic's own table, as it makes it."""


def _config(connection: Connection) -> "Config":
    from alembic.config import Config

    config = Config()
    # Alembic reads % in this option as its own sign.
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config
