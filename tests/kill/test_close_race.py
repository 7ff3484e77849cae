"""Closings under load: nothing changes after it was frozen, on both databases."""

from pathlib import Path

import pytest

from tests.kill.harness import Forks
from tests.kill.races import WRITERS, race
from tests.support.postgres import Cluster

pytestmark = pytest.mark.slow
CLOSINGS = 50


@pytest.mark.parametrize("database", ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def test_nothing_changes_after_it_was_frozen(
    database: str, tmp_path: Path, forks: Forks, request: pytest.FixtureRequest
) -> None:
    url = f"sqlite:///{tmp_path / 'race.sqlite3'}"
    if database == "postgresql":
        cluster: Cluster = request.getfixturevalue("postgres")
        url = cluster.url(cluster.new_database())
    with race(tmp_path, forks, url, CLOSINGS) as running:
        verdict = running.run()
    assert (verdict.closings, verdict.changed, verdict.broken) == (CLOSINGS, (), None)
    assert verdict.refused == CLOSINGS * len(WRITERS)
    assert verdict.written > CLOSINGS
