"""What Alembic runs: on the connection that `migrate` gives, or on `alembic -x url=sqlite:///file …`."""

from typing import Literal

from alembic import context
from sqlalchemy import Connection
from sqlalchemy.types import TypeDecorator

from gdflow import failpoints
from gdflow.domain.errors import ConfigError
from gdflow.storage.engine import make_engine
from gdflow.storage.tables import METADATA


def run(connection: Connection) -> None:
    """Run the migrations in the connection's transaction."""
    context.configure(
        connection=connection,
        target_metadata=METADATA,
        render_as_batch=True,
        compare_type=True,
        render_item=plain_type,
        on_version_apply=lambda **_: failpoints.reach("migrate.mid"),
    )
    with context.begin_transaction():
        context.run_migrations()


def plain_type(kind: str, item: object, _context: object) -> str | Literal[False]:
    """How a new revision names a type: by what the database keeps, so that it outlives the class in our code."""
    if kind == "type" and isinstance(item, TypeDecorator):
        return f"sa.{item.impl_instance!r}"
    return False


def run_alone() -> None:
    """Run for the `alembic` command, which names its database by -x url=…"""
    url = context.get_x_argument(as_dictionary=True).get("url")
    if not url:
        raise ConfigError("missing_database_url", expected="alembic -x url=sqlite:///gdflow.db")
    engine = make_engine(url)
    with engine.connect().execution_options(write=True) as connection, connection.begin():
        run(connection)
    engine.dispose()


given = context.config.attributes.get("connection")
if given is None:
    run_alone()
else:
    run(given)
