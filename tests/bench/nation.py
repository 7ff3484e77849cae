"""A nation's morning on PostgreSQL: three workers share a scan while somebody looks at one entity's pages.

`python -m tests.bench.nation [ENTITIES…]` measures 60, 600 and 6,000 entities of 20 teams with 15 lines each: the scan
of a morning on which one team in twenty has to be reminded, the next one, which finds nothing new, and, up to 600
entities, that of the morning on which every team is due; and how long the board of one entity and the page of one team
take meanwhile. Mails carry no form here; with one a mail costs three times as much. CPU seconds tell more than the
clock's wherever the machine has other work: the workers' and the database's, divided by the cores, are the least time.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from typing import LiteralString

import psycopg

from gdflow.app import App
from gdflow.domain.access import Role
from gdflow.services import links, web_sessions
from gdflow.web.session_cookie import SESSION
from tests.bench.nation_data import ALL_DUE, NOW, TEAMS, build
from tests.support.desk import AGENT, account
from tests.support.postgres import cluster
from tests.support.processes import children_of
from tests.support.web import Hours

SIZES, WORKERS, PAUSE, BURST = (60, 600, 6000), 3, 0.2, 600
HOST, TEAM, PERIOD = "127.0.0.1", "Equipo de trabajo 1", "2023-Q2"
NOBODY_YET = "UPDATE last_run SET started_at = started_at - interval '1 day', ended_at = ended_at - interval '1 day'"
SETTINGS = """[entity]
code = "{code}"
name = "Gobierno nacional"
[coordinator]
email = "planeacion@nacion.example"
[mail]
sender = "Planes <planes@nacion.example>"
attach_form = false
[database]
url = "{url}"
"""


@dataclass(frozen=True, slots=True)
class Shared:
    """One scan shared by the workers. cpu: theirs; of_database: the server's. peaks: MiB of each worker."""

    entities: int
    failed: int
    mails: int
    seconds: float
    cpu: float
    of_database: float
    peaks: tuple[int, ...]


def main(sizes: tuple[int, ...] = SIZES) -> None:
    """Print a row for each scan of each size, and how long pages took meanwhile."""
    with cluster() as made:
        if made is None:
            sys.stdout.write("nation: PostgreSQL is not installed\n")
            return
        for entities in sizes:
            url = made.url(made.new_database())
            began = time.perf_counter()
            build(url, entities)
            sys.stdout.write(f"{entities} entities built in {time.perf_counter() - began:.0f} s\n")
            with tempfile.TemporaryDirectory() as folder:
                _measure(Path(folder), url, entities, made.pid)


def _measure(folder: Path, url: str, entities: int, database: int) -> None:
    nation, one = _home(folder / "nation", url, "nacion"), _home(folder / "one", url, "entidad-0001")
    with _asked(one) as alone:
        time.sleep(30 * PAUSE)
    with _asked(one) as meanwhile:
        _tell(entities, "one team in twenty due", _scan(nation, database))
        _once_more(url)
        _tell(entities, "nothing new", _scan(nation, database))
        if entities <= BURST:
            _once_more(url, ALL_DUE)
            _tell(entities, "every team due", _scan(nation, database))
    for name, asked in (("alone", alone), ("meanwhile", meanwhile)):
        for page, times in asked.items():
            at = statistics.quantiles(times, n=100)
            sys.stdout.write(f"  {page}, {name}: p50 {at[49]:.0f} ms, p95 {at[94]:.0f} ms, {len(times)} pages\n")
    sys.stdout.flush()


def _once_more(url: str, change: LiteralString = "") -> None:
    """Another round, after a change of the data."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(NOBODY_YET)
        if change:
            connection.execute(change)
        connection.execute("ANALYZE")  # as the database does by itself before the next day


def _tell(entities: int, name: str, shared: Shared) -> None:
    peaks = " / ".join(map(str, shared.peaks))
    sys.stdout.write(
        f"{entities} entities, {name}: {shared.entities} scanned, {shared.failed} failed, {shared.mails} mails to "
        f"{entities * TEAMS} teams, {shared.seconds:.1f} s with {WORKERS} workers, {shared.cpu:.1f} s of their CPU "
        f"and {shared.of_database:.1f} s of the database's, peak {peaks} MiB, load {os.getloadavg()[0]:.1f}\n"
    )


def _home(home: Path, url: str, code: str) -> Path:
    """An installation of an entity on the database, which is not known to it yet where its code is new."""
    (home / "config").mkdir(parents=True)
    (home / "config" / "gdflow.toml").write_text(SETTINGS.format(code=code, url=url), encoding="utf-8")
    App.open(home, {}).engine.dispose()
    return home


def _scan(home: Path, database: int) -> Shared:
    command = [sys.executable, "-m", "tests.bench.nation_worker", str(home)]
    began, before = time.perf_counter(), _cpu_of(database)
    workers = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(WORKERS)]
    told = [worker.communicate()[0].split() for worker in workers]
    seconds, of_database = time.perf_counter() - began, _cpu_of(database) - before
    if any(worker.returncode for worker in workers):
        raise RuntimeError("a worker failed")
    done, failed, mails = (sum(int(each[part]) for each in told) for part in range(3))
    of_workers = sum(float(each[4]) for each in told)
    return Shared(done, failed, mails, seconds, of_workers, of_database, tuple(int(each[5]) for each in told))


def _cpu_of(pid: int) -> float:
    """Seconds that a process and all it ever started have worked."""
    ticks = 0
    for each in (pid, *children_of(pid)):
        try:
            fields = Path(f"/proc/{each}/stat").read_text().rpartition(")")[2].split()
        except OSError:  # it has ended, and its time is its parent's by now
            continue
        ticks += sum(map(int, fields[11:15] if each == pid else fields[11:13]))
    return ticks / os.sysconf("SC_CLK_TCK")


@contextmanager
def _asked(home: Path) -> Iterator[dict[str, list[float]]]:
    """Ask for two pages of an entity, again and again, in a thread; milliseconds of each."""
    pages, cookie = _signed_in(home)
    found: dict[str, list[float]] = {name: [] for name in pages}
    over = threading.Event()
    with _served(home) as port:
        thread = threading.Thread(target=_ask, args=(port, pages, cookie, found, over))
        thread.start()
        try:
            yield found
        finally:
            over.set()
            thread.join()


def _ask(port: int, pages: dict[str, str], cookie: str, found: dict[str, list[float]], over: threading.Event) -> None:
    connection = HTTPConnection(HOST, port)
    first = True
    while not over.is_set():
        for name, path in pages.items():
            began = time.perf_counter()
            connection.request("GET", path, headers={"Cookie": cookie})
            answer = connection.getresponse()
            answer.read()
            if answer.status != 200:
                raise RuntimeError(f"{path} answered {answer.status}")
            if not first:  # what is imported for the first page is not its time
                found[name].append((time.perf_counter() - began) * 1000)
        first = False
        over.wait(PAUSE)


def _signed_in(home: Path) -> tuple[dict[str, str], str]:
    app, now = App.open(home, {}), Hours().now
    who = account(app, Role.COORDINATOR)
    with app.transaction() as session:
        link = links.issue_for(session, app.rules, TEAM, PERIOD, now=NOW)
        token = web_sessions.begin(session, app.rules, who, address="192.0.2.7", agent=AGENT, now=now)
    app.engine.dispose()
    return {"a team's page": link.path, "an entity's board": "/tablero"}, f"{SESSION}={token}"


@contextmanager
def _served(home: Path) -> Iterator[int]:
    command = [sys.executable, "-m", "tests.bench.serving", str(home)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:
        if server.stdout is None or server.stdin is None:
            raise RuntimeError("the server has no pipes")
        yield int(json.loads(server.stdout.readline()))
        server.stdin.close()


if __name__ == "__main__":
    main(tuple(map(int, sys.argv[1:])) or SIZES)
