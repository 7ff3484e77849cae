"""Both databases under the same tests: a SQLite file and a PostgreSQL database, each migrated and empty."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.engine import Engine

from gdflow.storage.engine import make_engine
from gdflow.storage.migrations import migrate
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


@pytest.fixture(params=BOTH)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of a migrated, empty database: each test runs on SQLite and on PostgreSQL."""
    if request.param == "sqlite":
        copy = tmp_path / "gdflow.db"
        shutil.copy(request.getfixturevalue("sqlite_template"), copy)
        return f"sqlite:///{copy}"
    cluster: Cluster = request.getfixturevalue("postgres")
    return cluster.url(cluster.new_database(request.getfixturevalue("postgres_template")))


@pytest.fixture
def engine(url: str) -> Iterator[Engine]:
    """An engine on the test's own database."""
    engine = make_engine(url)
    yield engine
    engine.dispose()


def _migrate(url: str) -> None:
    engine = make_engine(url)
    migrate(engine)
    engine.dispose()
