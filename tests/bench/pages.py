"""The page of one team while the files of another hurt: asked for alone and beside hostile uploads, in one run."""

import itertools
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

import httpx

from tests.support.cast import GOBIERNO, USO
from tests.support.hostile import HOSTILE
from tests.support.installation import CARTAGENA, bare, imported
from tests.support.web import opened

ASKED, ROUNDS, DAY = 200, 3, "2023-04-10"
HOST = "127.0.0.1"


def main() -> None:
    """Print how long a page takes alone and beside hostile files that are kept and read, and the ratio."""
    with tempfile.TemporaryDirectory() as name:
        app = bare(Path(name, "installation"))
        imported(app, CARTAGENA, DAY)
        hurting, other = opened(app, GOBIERNO), opened(app, USO)
        app.engine.dispose()  # the database is the server's alone
        files = [(hostile.name, hostile.build()) for hostile in HOSTILE.values()]
        alone: list[float] = []
        beside: list[float] = []
        sent = 0
        for _ in range(ROUNDS):
            with _served(app.home) as port:  # it ends when all that was sent is read
                _post(port, hurting.path, *files[0])  # the reader runs, and the database was written to
                _ask(port, other.path)
                alone += _ask(port, other.path)
                with _hurting(port, hurting.path, files) as count:
                    beside += _ask(port, other.path)
                sent += count()
    _tell(alone, beside, sent)


@contextmanager
def _served(home: Path) -> Iterator[int]:
    """A server of the installation in a process of its own; its port."""
    command = [sys.executable, "-m", "tests.bench.serving", str(home)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:
        if server.stdout is None or server.stdin is None:
            raise RuntimeError("the server has no pipes")
        yield int(server.stdout.readline())
        server.stdin.close()


@contextmanager
def _hurting(port: int, path: str, files: list[tuple[str, bytes]]) -> Iterator[Callable[[], int]]:
    """Hostile files, one after the other without a pause; how many were sent."""
    ended, sent = threading.Event(), itertools.count()

    def send() -> None:
        for name, data in itertools.cycle(files):
            if ended.is_set():
                return
            _post(port, path, name, data)
            next(sent)

    thread = threading.Thread(target=send)
    thread.start()
    yield lambda: next(sent)
    ended.set()
    thread.join()


def _post(port: int, path: str, name: str, data: bytes) -> None:
    """Send a file with bytes of its own, else it would be known already and not read again."""
    own = data + b"%d" % time.monotonic_ns()
    httpx.post(f"http://{HOST}:{port}{path}/formulario", files={"libro": (name, own)})


def _ask(port: int, path: str) -> list[float]:
    """The milliseconds of so many pages, one after the other."""
    connection = HTTPConnection(HOST, port)
    found = []
    for _ in range(ASKED):
        began = time.perf_counter()
        connection.request("GET", path)
        answer = connection.getresponse()
        answer.read()
        if answer.status != 200:
            raise RuntimeError(f"the page answered {answer.status}")
        found.append((time.perf_counter() - began) * 1000)
    connection.close()
    return found


def _tell(alone: list[float], beside: list[float], sent: int) -> None:
    parts = [statistics.quantiles(side, n=100) for side in (alone, beside)]
    for what, at in zip(
        ("alone", f"while {sent} hostile files of another team were sent and read"), parts, strict=True
    ):
        sys.stdout.write(f"the page of a team {what}: p50 {at[49]:.1f} ms, p95 {at[94]:.1f} ms, p99 {at[98]:.1f} ms\n")
    ratios = [beside_at / alone_at for alone_at, beside_at in zip(*parts, strict=True)]
    sys.stdout.write(f"  ratio p50 {ratios[49]:.2f}, p95 {ratios[94]:.2f}\n")
