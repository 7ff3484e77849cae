"""Both databases under the same tests: a SQLite file and a PostgreSQL database, each migrated and empty.

A SQLite file is a copy for each test. To make a PostgreSQL database takes longer than most tests, so they share one
that is emptied after each; those that change the schema ask for one of their own.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from sqlalchemy.engine import Engine

from gdflow.storage.engine import make_engine
from gdflow.storage.migrations import migrate
from gdflow.storage.tables import METADATA
from tests.support.postgres import Cluster, postgres

__all__ = ["postgres"]
BOTH = ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)]


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated file; copying it is faster than migrating anew."""
    path = tmp_path_factory.mktemp("template") / "gdflow.db"
    _migrate(f"sqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def postgres_template(postgres: Cluster) -> str:
    """A migrated database of the session's server."""
    name = postgres.new_database()
    _migrate(postgres.url(name))
    return name


@pytest.fixture(scope="session")
def postgres_shared(postgres: Cluster, postgres_template: str) -> str:
    """The URL of the database that tests share."""
    return postgres.url(postgres.new_database(postgres_template))


@pytest.fixture(params=BOTH)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of a migrated, empty database: each test runs on SQLite and on PostgreSQL."""
    if request.param == "sqlite":
        yield _sqlite_copy(request, tmp_path)
        return
    shared: str = request.getfixturevalue("postgres_shared")
    yield shared
    with psycopg.connect(shared, autocommit=True) as connection:
        connection.execute(EMPTYING.encode())


@pytest.fixture(params=BOTH)
def own_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of a migrated database whose schema the test may change."""
    if request.param == "sqlite":
        return _sqlite_copy(request, tmp_path)
    cluster: Cluster = request.getfixturevalue("postgres")
    return cluster.url(cluster.new_database(request.getfixturevalue("postgres_template")))


@pytest.fixture
def own_engine(own_url: str) -> Iterator[Engine]:
    """An engine on a database whose schema the test may change."""
    engine = make_engine(own_url)
    yield engine
    engine.dispose()


@pytest.fixture
def empty(url: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """An engine on a database without any table, beside the test's own and of its kind."""
    bare = f"sqlite:///{tmp_path / 'empty.db'}"
    if not url.startswith("sqlite"):
        cluster: Cluster = request.getfixturevalue("postgres")
        bare = cluster.url(cluster.new_database())
    engine = make_engine(bare)
    yield engine
    engine.dispose()


@pytest.fixture
def engine(url: str) -> Iterator[Engine]:
    """An engine on the test's own database."""
    engine = make_engine(url)
    yield engine
    engine.dispose()


# Triggers and references would refuse it; ids begin at 1 again. A test that left a transaction open is not waited for.
EMPTYING = "; ".join(
    [
        "SET session_replication_role = replica",
        "SET lock_timeout = '60s'",
        *(f'DELETE FROM "{table}"' for table in METADATA.tables),
        "SELECT setval(oid, 1, false) FROM pg_class WHERE relkind = 'S'",
    ]
)


def _sqlite_copy(request: pytest.FixtureRequest, folder: Path) -> str:
    copy = folder / "gdflow.db"
    shutil.copy(request.getfixturevalue("sqlite_template"), copy)
    return f"sqlite:///{copy}"


def _migrate(url: str) -> None:
    engine = make_engine(url)
    migrate(engine)
    engine.dispose()
