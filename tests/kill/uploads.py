"""Uploads that die on their way: what every given receipt must still find when all is over."""

import os
import random
import signal
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from sqlalchemy.engine import Engine

from gdflow.storage import entities, waiting
from gdflow.storage.engine import make_engine, reading, writing
from gdflow.storage.migrations import migrate
from gdflow.storage.objects import ObjectStore
from tests.kill.harness import PATIENCE, Forks
from tests.support.processes import wait_for

POINTS = ("upload.tmp", "upload.renamed", "upload.row", "upload.receipt")
MOST = 1_000_000


@dataclass(frozen=True)
class Kept:
    """What is there in the end. lost: receipts that were given and whose row or bytes are not there.

    hollow: rows without their file, which must never be. unclaimed: files without a row, left by those that died.
    """

    given: int
    kills: int
    rows: int
    lost: frozenset[str]
    hollow: frozenset[str]
    unclaimed: int


@dataclass
class Uploads:
    """A database and an object store into which processes upload until they are killed."""

    forks: Forks
    engine: Engine
    url: str
    objects: ObjectStore
    log: Path
    kills: int = 0

    def start(self, failpoint: str | None = None) -> int:
        """A process that uploads and uploads."""
        job = {"work": "upload", "url": self.url, "objects": str(self.objects.folder), "log": str(self.log)}
        return self.forks.run(**job, failpoint=failpoint)

    def kill_at(self, failpoint: str, times: Sequence[int]) -> None:
        """Let a process die at a point for each of the times, the point reached so often."""
        for nth in times:
            assert self.forks.ended(self.start(f"{failpoint}:kill:{nth}")) == -signal.SIGKILL
            self.kills += 1

    def kill_at_random(self, times: int) -> None:
        """Let so many processes die anywhere, the first once a receipt was given: so long the others live at most."""
        longest = 0.0
        for _ in range(times):
            child = self.start()
            if longest:
                time.sleep(random.uniform(0.01, longest))
            else:
                longest = 0.1 + wait_for(self._given, PATIENCE, "a receipt is given")
            os.kill(child, signal.SIGKILL)
            assert self.forks.ended(child) == -signal.SIGKILL
            self.kills += 1

    def _given(self) -> bool:
        return self.log.exists() and "\n" in self.log.read_text("utf-8")

    def verdict(self) -> Kept:
        """What the given receipts find."""
        told = [line.split() for line in self.log.read_text("utf-8").splitlines() if line.count(" ") == 1]
        with reading(self.engine) as session:
            entity_id = entities.entity_by_code(session, "entidad") or 0
            rows = {each.number: each.sha256 for each in waiting.waiting(session, entity_id, MOST)}
        files = {path.name for path in self.objects.folder.rglob("*") if path.is_file()}
        whole = {name for name in files if sha256(self._bytes(name)).hexdigest() == name}
        lost = frozenset(number for number, digest in told if rows.get(number) != digest or digest not in whole)
        hollow = frozenset(number for number, digest in rows.items() if digest not in whole)
        return Kept(len(told), self.kills, len(rows), lost, hollow, len(files - set(rows.values())))

    def _bytes(self, name: str) -> bytes:
        return next(self.objects.folder.rglob(name)).read_bytes()


@contextmanager
def uploads(folder: Path, forks: Forks) -> Iterator[Uploads]:
    """An empty place for uploads in a folder."""
    url = f"sqlite:///{folder / 'uploads.sqlite3'}"
    engine = make_engine(url)
    migrate(engine)
    with writing(engine) as session:
        entities.ensure_entity(session, "entidad", "Entidad")
    (folder / "given.log").touch()
    yield Uploads(forks, engine, url, ObjectStore(folder / "objects"), folder / "given.log")
    engine.dispose()
