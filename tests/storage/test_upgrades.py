"""A database of any earlier release comes up to this one with everything that was in it, and never goes down again."""

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.engine import Engine

from gdflow import failpoints
from gdflow.cli.output import Exit
from gdflow.storage import closings, events, migrations, outbox
from gdflow.storage.engine import make_engine, writing
from tests.storage.conftest import BOTH
from tests.storage.releases import EARLIER, Release, laid, narrowed, rows_of
from tests.storage.schema import schema_of
from tests.support.postgres import Cluster

ROOT = Path(__file__).parents[2]
ASKED = ("consolidate", "--period", "2023-Q2", "--as-of", "2023-07-18", "--no-own", "--json")
BEHIND = int(migrations.HEAD) - int(migrations.FIRST)


@pytest.fixture(params=BOTH)
def new_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of a database in which nothing is yet."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'release.sqlite3'}"
    cluster: Cluster = request.getfixturevalue("postgres")
    return cluster.url(cluster.new_database())


@pytest.fixture(params=EARLIER)
def release(request: pytest.FixtureRequest, tmp_path: Path, new_url: str) -> Release:
    """A database of an earlier release."""
    return laid(request.param, tmp_path / "home", new_url)


@pytest.fixture
def oldest(tmp_path: Path, new_url: str) -> Release:
    """A database of the first release."""
    return laid(EARLIER[0], tmp_path / "home", new_url)


@pytest.fixture
def engine_of(new_url: str) -> Iterator[Engine]:
    """An engine on the release's database."""
    made = make_engine(new_url)
    yield made
    made.dispose()


def test_every_revision_but_the_newest_has_its_release() -> None:
    """The newest has one once its tables are final, which the one after it asks for."""
    numbers = range(int(migrations.FIRST), int(migrations.HEAD))
    assert [f"{number:04}" for number in numbers] == [each for each in EARLIER if each != migrations.HEAD]


@pytest.mark.parametrize("revision", EARLIER)
def test_a_release_has_a_row_in_every_table(revision: str, tmp_path: Path) -> None:
    made = make_engine(f"sqlite:///{tmp_path / 'release.sqlite3'}")
    laid(revision, tmp_path / "home", str(made.url))
    assert [table for table, rows in rows_of(made).items() if not rows] == []
    made.dispose()


def test_a_release_comes_up_to_the_tables_of_the_code(release: Release, engine_of: Engine) -> None:
    assert migrations.revision_of(engine_of) == release.revision
    assert migrations.migrate(engine_of) is (release.revision != migrations.HEAD)
    assert migrations.revision_of(engine_of) == migrations.HEAD
    assert migrations.check(engine_of) == ()


@pytest.mark.parametrize("revision", EARLIER)
def test_its_schema_is_that_of_a_new_database(revision: str, tmp_path: Path, sqlite_template: Path) -> None:
    """On PostgreSQL the dump itself has written the same conditions in other words."""
    made, new = (make_engine(f"sqlite:///{path}") for path in (tmp_path / "release.sqlite3", sqlite_template))
    laid(revision, tmp_path / "home", str(made.url))
    migrations.migrate(made)
    assert plain_schema(made) == plain_schema(new)
    made.dispose()
    new.dispose()


def plain_schema(engine: Engine) -> set[tuple[str, ...]]:
    """The schema with each list of words said one by one, as it is since the second release."""
    return {tuple(re.sub(r"(\w+) IN \(([^()]*)\)", _one_by_one, part) for part in row) for row in schema_of(engine)}


def _one_by_one(found: re.Match[str]) -> str:
    return " OR ".join(f"{found[1]} = {word}" for word in found[2].split(", "))


def test_every_value_that_was_there_is_there(release: Release, engine_of: Engine) -> None:
    before = rows_of(engine_of)
    assert {"line", "result", "notice", "event"} <= {table for table, rows in before.items() if rows}
    migrations.migrate(engine_of)
    after = rows_of(engine_of)
    assert before.keys() <= after.keys()
    assert narrowed(after, before) == narrowed(before, after)


def test_the_accounting_and_the_chain_are_what_the_release_said(release: Release) -> None:
    app, told = release.open(), release.told
    with app.reading() as session:
        sums = outbox.accounting(session, app.entity_id)
        assert {name: getattr(sums, name) for name in told["accounting"]} == told["accounting"]
        assert events.verify(session, app.entity_id) is None
        [newest] = events.newest_events(session, app.entity_id, 1)
        assert (newest.sequence, newest.hash) == (told["events"], told["head"][release.dialect])
    app.engine.dispose()


def test_the_closings_are_what_the_release_froze(release: Release) -> None:
    app = release.open()
    with app.reading() as session:
        known = closings.closings_of_entity(session, app.entity_id)
        assert [[each.period, each.number, each.sha256] for each in known] == release.closings
        assert [closings.closing_by_id(session, each.id).facts for each in known] == list(known)
    app.engine.dispose()


def test_the_consolidated_says_the_same_figures(release: Release) -> None:
    done = ran(release, *ASKED)
    assert done.returncode == 0, done.stderr
    told = release.told["consolidated"]
    assert like(json.loads(done.stdout), told) == told


def ran(release: Release, *words: str, failpoint: str = "") -> subprocess.CompletedProcess[str]:
    """A command in the installation."""
    environment = {**os.environ, **release.environment, failpoints.VARIABLE: failpoint, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "gdflow.cli.main", *words]
    return subprocess.run(command, cwd=release.home, env=environment, capture_output=True, text=True, check=False)


def like(value: Any, told: Any) -> Any:
    """A JSON value with only the keys that the other has: a later release says more."""
    if isinstance(told, dict):
        return {key: like(value[key], told[key]) for key in told}
    return [like(*each) for each in zip(value, told, strict=True)] if isinstance(told, list) else value


@pytest.mark.slow
@pytest.mark.parametrize("nth", range(1, BEHIND + 1))
def test_an_upgrade_killed_between_two_revisions_changes_nothing_and_the_next_does_it(
    oldest: Release, engine_of: Engine, nth: int
) -> None:
    before = rows_of(engine_of)
    assert ran(oldest, "plans", failpoint=f"migrate.mid:kill:{nth}").returncode == -signal.SIGKILL
    assert migrations.revision_of(engine_of) == oldest.revision
    assert rows_of(engine_of) == before
    assert ran(oldest, "plans").returncode == 0
    after = rows_of(engine_of)
    assert (migrations.check(engine_of), narrowed(after, before)) == ((), narrowed(before, after))


def test_a_database_of_a_newer_release_is_refused_and_left_alone(oldest: Release, engine_of: Engine) -> None:
    oldest.open().engine.dispose()
    with writing(engine_of) as session:
        session.connection().execute(text("UPDATE alembic_version SET version_num = '9999'"))
    before = rows_of(engine_of)
    refused = ran(oldest, "plans")
    assert (refused.returncode, refused.stdout) == (Exit.PROBLEMS, "")
    assert "revisión 9999" in refused.stderr
    assert "gdflow restore" in refused.stderr
    assert (migrations.revision_of(engine_of), rows_of(engine_of)) == ("9999", before)
