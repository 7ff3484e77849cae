"""Backups made while everybody writes, and backups and restores that die on their way."""

import json
import os
import random
import signal
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from gdflow.app import App
from gdflow.services.backup_checks import verify_backup
from gdflow.services.import_plan import PlanFile, import_plan, read_plan_file
from gdflow.services.teams import take_directory
from gdflow.storage.references import references
from tests.kill.copies import NOW, WRITERS
from tests.kill.harness import Forks
from tests.storage.releases import rows_of
from tests.support.backups import opened, restored_to
from tests.support.cast import CUT_OFF, DIRECTORY, at
from tests.support.installation import CARTAGENA, SETTINGS
from tests.support.postgres import Cluster

pytestmark = pytest.mark.slow

KILLS = 10
ENOUGH, MEANWHILE = 25, 40
"""Acknowledgements before the backup begins, and while it is made again and again."""
PATIENCE = 60
EARLY = ("backup.rows", "backup.mid", "backup.written")


@dataclass
class Installation:
    """An installation at work. environ: where its database is."""

    forks: Forks
    home: Path
    environ: dict[str, str]
    other: dict[str, str]
    working: list[int] = field(default_factory=list)

    @property
    def out(self) -> Path:
        """Where its backups are put."""
        return self.home.parent / "out"

    def start(self, work: str, failpoint: str | None = None, **job: Any) -> int:
        """A process at work on it."""
        return self.forks.run(work=work, home=str(self.home), environ=self.environ, failpoint=failpoint, **job)

    def copy(self, failpoint: str | None = None, moment: str | None = None) -> int:
        """A process that backs it up."""
        its = {"moment": moment or NOW.isoformat(), "folder": str(self.out), "log": str(self.home.parent / "made")}
        return self.start("copy", failpoint, **its)

    def made(self) -> Path:
        """The backup of a process that was not killed."""
        assert self.forks.ended(self.copy()) == 0
        return Path((self.home.parent / "made").read_text("utf-8"))

    def make(self, file: Path, failpoint: str | None = None) -> int:
        """A process that restores a backup."""
        its = {"file": str(file), "target": str(self.target), "environ": self.other}
        return self.forks.run(work="copy-make", failpoint=failpoint, **its)

    @property
    def target(self) -> Path:
        """Where the restored one is to be."""
        return self.home.parent / "restored"

    def log(self, writer: str) -> Path:
        """What a writer was told."""
        return self.home.parent / f"{writer}.log"

    def acknowledged(self) -> dict[str, list[list[str]]]:
        """Everything that was acknowledged so far, whole lines only, by writer."""
        texts = {writer: self.log(writer).read_text("utf-8") for writer in WRITERS if self.log(writer).exists()}
        return {writer: [json.loads(line) for line in text.split("\n")[:-1]] for writer, text in texts.items()}

    def wait_for(self, entries: int) -> None:
        """Until every writer was told so much more."""
        before, patience = {writer: len(known) for writer, known in self.acknowledged().items()}, time.monotonic()
        while any(len(self.acknowledged().get(each, ())) < before.get(each, 0) + entries for each in TEAMS):
            assert time.monotonic() - patience < PATIENCE, self.acknowledged().keys()
            time.sleep(0.02)

    def work(self) -> None:
        """Let everybody write."""
        self.working += [self.start("copy-write", writer=each, log=str(self.log(each))) for each in WRITERS]

    def rest(self) -> None:
        """Let nobody write any more."""
        for each in self.working:
            os.kill(each, signal.SIGKILL)
            assert self.forks.ended(each) == -signal.SIGKILL
        self.working.clear()


TEAMS = [writer for writer in WRITERS if writer != "mails"]


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def busy(request: pytest.FixtureRequest, forks: Forks, tmp_path: Path) -> Iterator[Installation]:
    """An installation on each database, and an empty database of the same kind beside."""
    environ, other = _databases(request)
    home = tmp_path / "home"
    (home / "config").mkdir(parents=True)
    (home / "config" / "gdflow.toml").write_text(SETTINGS, encoding="utf-8")
    prepare(App.open(home, environ, create=True))
    made = Installation(forks, home, environ, other)
    yield made
    made.rest()


def _databases(request: pytest.FixtureRequest) -> tuple[dict[str, str], dict[str, str]]:
    """Where two databases are: nothing to be said for SQLite, which lies in the folder."""
    if request.param == "sqlite":
        return {}, {}
    cluster: Cluster = request.getfixturevalue("postgres")
    one, other = ({"GDFLOW_DATABASE__URL": cluster.url(cluster.new_database())} for _ in range(2))
    return one, other


def prepare(app: App) -> None:
    """The plan of Cartagena with its teams."""
    file: PlanFile = read_plan_file(CARTAGENA, as_of=CUT_OFF)
    app.objects.put(file.data)
    with app.transaction() as session:
        import_plan(session, app.rules, file, now=at(CUT_OFF))
        take_directory(session, app.rules, DIRECTORY)
    app.engine.dispose()


def found_in(app: App) -> Mapping[str, set[tuple[str, str]]]:
    """What a restored installation has, as its writers were told."""
    rows = rows_of(app.engine)
    uid = {row["id"]: row["uid"] for row in rows["line"]}
    return {
        "result": {(row["narrative"], uid[row["line_id"]]) for row in rows["result"]},
        "receipt": {(row["number"], row["sha256"]) for row in rows["receipt"]},
        "annex": {(str(row["number"]), row["sha256"]) for row in rows["annex"]},
        "notice": {(row["subject"], row["address"]) for row in rows["notice"] if row["state"] == "sent"},
    }


def test_a_backup_made_while_all_write_is_whole_and_has_all_that_was_acknowledged(busy: Installation) -> None:
    busy.work()
    busy.wait_for(ENOUGH)
    before = busy.acknowledged()
    file = busy.made()
    busy.wait_for(1)  # they went on all the time
    busy.rest()
    assert verify_backup(file).wrong == ()
    assert restored_to(file, busy.target, busy.other, now=NOW).wrong == ()
    with opened(busy.target, busy.other) as app:
        found = found_in(app)
        told = [(kind, (one, two)) for known in before.values() for kind, one, two in known]
        assert [each for each in told if each[1] not in found[each[0]]] == []
        assert {kind for kind, _ in told} == set(found)
        with app.reading() as session:
            assert len({each.sha256 for each in references(session)}) > ENOUGH


def test_writers_are_not_held_up_by_backups(busy: Installation) -> None:
    busy.work()
    busy.wait_for(ENOUGH)
    for number in range(3):
        assert busy.forks.ended(busy.copy(moment=at("2023-07-05", 10, number).isoformat())) == 0
    busy.wait_for(MEANWHILE)
    busy.rest()
    files = sorted(busy.out.iterdir())
    assert [verify_backup(file).wrong for file in files] == [()] * 3


@pytest.mark.parametrize("point", EARLY)
def test_a_backup_killed_on_its_way_is_none_and_the_next_is_whole(busy: Installation, point: str) -> None:
    for _ in range(KILLS):
        assert busy.forks.ended(busy.copy(f"{point}:kill")) == -signal.SIGKILL
        assert list(busy.out.glob("*.zip")) == []
        assert not (busy.home / "data" / "backup.json").exists()
    assert verify_backup(busy.made()).wrong == ()


def test_backups_killed_anywhere_leave_whole_files_only(busy: Installation) -> None:
    for number in range(KILLS):
        child = busy.copy(moment=at("2023-07-05", 10, number).isoformat())
        time.sleep(random.uniform(0, 0.3))
        os.kill(child, signal.SIGKILL)
        busy.forks.ended(child)
    assert [verify_backup(file).wrong for file in busy.out.glob("*.zip")] == [()] * len(list(busy.out.glob("*.zip")))
    assert verify_backup(busy.made()).wrong == ()


@pytest.mark.parametrize("point", ["restore.mid", "restore.loaded", "restore.committed"])
def test_a_restore_killed_on_its_way_is_none_and_the_next_is_whole(busy: Installation, point: str) -> None:
    file = busy.made()
    for _ in range(KILLS):
        assert busy.forks.ended(busy.make(file, f"{point}:kill")) == -signal.SIGKILL
        assert not busy.target.exists()
    check_restored(busy, file)


def test_restores_killed_anywhere_come_to_one_whole_installation(busy: Installation) -> None:
    file = busy.made()
    for _ in range(KILLS):
        child = busy.make(file)
        time.sleep(random.uniform(0, 0.3))
        os.kill(child, signal.SIGKILL)
        if busy.forks.ended(child) == 0 or busy.target.exists():
            break
    check_restored(busy, file)


def check_restored(busy: Installation, file: Path) -> None:
    """The restored installation is there, made by now if it was not, once and whole."""
    if not busy.target.exists():
        assert busy.forks.ended(busy.make(file)) == 0
    assert [path.name for path in busy.target.parent.glob(".restored*")] == []
    with opened(busy.target, busy.other) as app, opened(busy.home, busy.environ) as source:
        after, before = rows_of(app.engine), rows_of(source.engine)
        assert [row["kind"] for row in after["event"]].count("restored") == 1
        assert {name: len(rows) for name, rows in after.items()} == {
            name: len(rows) + (name == "event") for name, rows in before.items()
        }
