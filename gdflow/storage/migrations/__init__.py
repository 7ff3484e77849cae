"""How a database gets its schema, and how it is told whether it has it."""

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text
from sqlalchemy.engine import Engine

if TYPE_CHECKING:
    from alembic.config import Config

HEAD = "0001"
"""The newest revision: a database that has it needs no Alembic, whose import costs half a second."""


def migrate(engine: Engine) -> bool:
    """Bring the database to the newest schema, in one transaction; True when there was something to do."""
    if revision_of(engine) == HEAD:
        return False
    from alembic import command

    with engine.connect().execution_options(write=True) as connection, connection.begin():
        command.upgrade(_config(connection), "head")
    return True


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


def _config(connection: Connection) -> "Config":
    from alembic.config import Config

    config = Config()
    # Alembic reads % in this option as its own sign.
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config
