"""A worker that dies in the middle of a shard: what it had claimed is taken by another once its lease has ended."""

import signal
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from gdflow.app import App
from gdflow.domain.works import Work
from gdflow.services import shards
from gdflow.storage import events, outbox
from gdflow.storage.entities import hosted_among
from tests.kill.harness import Forks
from tests.storage.conftest import BOTH
from tests.support.cast import at
from tests.support.hosted import host
from tests.support.installation import SETTINGS, bare
from tests.support.postgres import Cluster
from tests.support.smtp import HOST, SmtpServer
from tests.support.working import Hand, at_work

pytestmark = pytest.mark.slow

ENTITIES = shards.AT_ONCE + 2
"""A worker claims twice until none is left."""
MORNING, ARRIVED = at("2023-07-10", 8), at("2023-07-10", 8) + timedelta(minutes=1)
DEATHS = {"scan.mid:kill:4": (3, 7), "shard.claimed:kill:1": (0, 10), "shard.claimed:kill:2": (10, 2)}
"""Where a worker dies, how many entities it is through with by then, and how many more it has claimed."""


@pytest.fixture
def receiver() -> Iterator[SmtpServer]:
    """The server that the mails of all of them go to."""
    with SmtpServer() as server:
        yield server


@pytest.fixture(params=BOTH)
def nation(request: pytest.FixtureRequest, tmp_path: Path, receiver: SmtpServer) -> Iterator[App]:
    """An installation that works for more entities than a worker claims at once, each with a line that is due."""
    told = f'{SETTINGS}mode = "smtp"\nhost = "{HOST}"\nport = {receiver.port}\nsecurity = "none"\nper_minute = 0\n'
    if request.param == "postgresql":
        cluster: Cluster = request.getfixturevalue("postgres")
        told += f'[database]\nurl = "{cluster.url(cluster.new_database())}"\n'
    app = bare(tmp_path / "nation", told)
    for number in range(ENTITIES):
        host(app, f"municipio-{number:02}")
    yield app
    app.engine.dispose()


def died(forks: Forks, app: App, work: Work, failpoint: str) -> None:
    """A worker begins with the round of a work, and is killed on its way."""
    moments = {"moment": ARRIVED.isoformat(), "since": MORNING.isoformat()}
    worker = forks.run(work="share", home=str(app.home), of=work.name, failpoint=failpoint, **moments)
    assert forks.ended(worker) == -signal.SIGKILL


def shared(app: App, work: Work, after: timedelta) -> int:
    """For how many entities another worker does a work, some time after the first one came."""
    tally = shards.work_through(at_work(app, Hand(ARRIVED + after), "other"), work, MORNING)
    assert tally.failed == {}
    return tally.done


def addresses(app: App) -> list[str]:
    """The team of each hosted entity, as often as there is a mail for it."""
    found: list[str] = []
    with app.reading() as session:
        for known in hosted_among(session, 1, ENTITIES * 10):
            found += [each.address for each in outbox.notices_of(session, known.id) if each.purpose == "digest"]
            assert outbox.accounting(session, known.id).closed
            assert events.verify(session, known.id) is None
    return found


EACH = [f"equipo@municipio-{number:02}.example" for number in range(ENTITIES)]


@pytest.mark.parametrize("death", DEATHS)
def test_what_a_killed_worker_left_is_scanned_by_another_and_nothing_twice(
    nation: App, forks: Forks, death: str
) -> None:
    died(forks, nation, Work.SCAN, death)
    done, claimed = DEATHS[death]
    assert len(addresses(nation)) == done
    assert shared(nation, Work.SCAN, timedelta(minutes=1)) == ENTITIES - done - claimed
    assert shared(nation, Work.SCAN, shards.LEASE + timedelta(minutes=1)) == claimed
    assert shared(nation, Work.SCAN, shards.LEASE + timedelta(minutes=2)) == 0
    assert addresses(nation) == EACH


def test_the_mails_of_a_killed_worker_are_sent_by_another_and_each_once(
    nation: App, forks: Forks, receiver: SmtpServer
) -> None:
    assert shared(nation, Work.SCAN, timedelta(0)) == ENTITIES
    died(forks, nation, Work.DELIVER, "shard.claimed:kill:2")
    assert len(receiver.received) == shards.AT_ONCE
    assert shared(nation, Work.DELIVER, timedelta(minutes=1)) == 0
    assert shared(nation, Work.DELIVER, shards.LEASE + timedelta(minutes=1)) == ENTITIES - shards.AT_ONCE
    assert sorted(each.recipients[0] for each in receiver.received) == EACH
