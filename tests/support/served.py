"""`gdflow serve` on an installation of its own, with every work due each minute: as an administrator starts it."""

import os
import signal
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import text

from gdflow import clock
from gdflow.app import App
from tests.support.dovecot import MAILBOX, PASSWORD, Dovecot
from tests.support.installation import SETTINGS
from tests.support.ports import free_ports
from tests.support.processes import alive, children_of, command_of, go_on, mentioning, stopped_in, wait_for

ROOT = Path(__file__).parents[2]
WORDS = {
    "web": "-m gdflow.cli.main web ",
    "works": "-m gdflow.cli.main work ",
    "runner": "-m flows.serve ",
    "prefect": "-m flows.server ",
}
"""By what each part is known among the processes."""


@dataclass
class Served:
    """A running `gdflow serve`. home: its installation. points: the files of the failpoints that are still armed."""

    home: Path
    process: subprocess.Popen[bytes]
    log: Path
    points: dict[str, Path] = field(default_factory=dict)

    @property
    def said(self) -> str:
        """What it wrote so far."""
        return self.log.read_text("utf-8", "replace")

    def pid(self, part: str) -> int:
        """The process of a part, which is a child of the supervisor."""
        found = [pid for pid in children_of(self.process.pid) if WORDS[part] in command_of(pid)]
        return min(found) if found else 0

    def kill(self, part: str) -> None:
        """kill -9 to a part, until it and what dies with it are gone: one that is just being started again too.

        A death takes its time on a busy machine: whoever lets stopped processes go on before would see them at work.
        """
        wait_for(lambda: self.pid(part), 60, f"{part} runs")
        part_id = self.pid(part)
        dying = [part_id, *children_of(part_id)]
        os.kill(part_id, signal.SIGKILL)
        wait_for(lambda: not alive(dying), 60, f"{part} is gone")

    def processes(self) -> list[int]:
        """Every process of this installation, whoever its parent is now."""
        return mentioning(f"GDFLOW_HOME={self.home}")

    def reach(self, seconds: float = 300) -> frozenset[str]:
        """Wait until some process stands still at failpoints that were armed; which those are."""
        armed = {point for point, file in self.points.items() if file.exists()}
        wait_for(lambda: stopped_in(self.processes()), seconds, lambda: f"one of {sorted(armed)}\n{self.said[-6000:]}")
        return frozenset(point for point in armed if not self.points[point].exists())

    def go_on(self) -> None:
        """Let what stands still go on."""
        go_on(stopped_in(self.processes()))

    def wait_until_ready(self, seconds: float = 180) -> float:
        """Wait until every part is ready; how long it took."""
        return wait_for(lambda: "todo está en marcha" in self.said, seconds, lambda: f"ready\n{self.said[-6000:]}")

    def wait_until_gone(self, seconds: float) -> float:
        """Wait until no process of it is left; how long it took."""
        return wait_for(lambda: not self.processes(), seconds, lambda: f"gone: {[*map(command_of, self.processes())]}")


def configure(app: App, smtp_port: int, crons: dict[str, str], dovecot: Dovecot | None = None) -> None:
    """Settings under which it is always a business day and an open hour, and the works named are due so often."""
    today = app.rules.today(clock.now())
    worked = ", ".join(f"{today + timedelta(days=number)}" for number in range(-1, 3))
    web, prefect = free_ports(2)
    schedule = "\n".join(
        f'{work} = ["{crons[work]}"]' if work in crons else f"{work} = []"
        for work in ("scan", "deliver", "collect", "close", "consolidate", "evidence", "watch")
    )
    sections = [
        f'mode = "smtp"\nhost = "127.0.0.1"\nport = {smtp_port}\nsecurity = "none"\nper_minute = 0\n',
        f"[web]\nport = {web}\n",
        f'[orchestrator]\nurl = "http://127.0.0.1:{prefect}/api"\n',
        f"[schedule]\n{schedule}\n",
        '[window]\nstart = "00:00"\nend = "23:59:59"\n',
    ]
    if dovecot is not None:
        sections.append(f'[imap]\nhost = "127.0.0.1"\nport = {dovecot.port}\nuser = "{MAILBOX}"\nkeeps_sent = true\n')
        sections[0] += f'ca_file = "{dovecot.ca_file}"\n'
    (app.home / "config" / "gdflow.toml").write_text(SETTINGS + "\n".join(sections), encoding="utf-8")
    (app.home / "config" / "calendar.toml").write_text(f"worked = [{worked}]\n", encoding="utf-8")


@contextmanager
def served(app: App, *options: str, points: tuple[str, ...] = ()) -> Iterator[Served]:
    """Start it on a configured installation; nothing of it is left when the block ends.

    points: failpoints at which, once, a process stands still.
    """
    app.engine.dispose()
    files = {point: app.home / f"at-{point}" for point in points}
    for file in files.values():
        file.touch()
    armed = ";".join(f"{point}:stop@{file}" for point, file in files.items())
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GDFLOW_", "PREFECT_"))}
    own = {"GDFLOW_HOME": str(app.home), "GDFLOW_IMAP__PASSWORD": PASSWORD, "GDFLOW_FAILPOINT": armed}
    log = app.home / "serve.log"
    with log.open("wb") as stream:
        command = [sys.executable, "-m", "gdflow.cli.main", "serve", *options]
        process = subprocess.Popen(command, cwd=ROOT, env=kept | own, stdout=stream, stderr=stream)
    made = Served(app.home, process, log, files)
    try:
        yield made
    finally:
        made.go_on()
        process.kill()
        process.wait(60)
        made.wait_until_gone(60)


def let_time_pass(app: App, minutes: int) -> None:
    """What waits for a lease or a delay has waited: the moments that were noted lie so much further back."""
    back = timedelta(minutes=minutes)
    for table, column in (("notice", "lease_until"), ("attempt", "started_at"), ("job", "lease_until")):
        with app.engine.connect().execution_options(write=True) as connection, connection.begin():
            rows = connection.execute(text(f"SELECT id, {column} FROM {table} WHERE {column} IS NOT NULL")).all()
            for row_id, moment in rows:
                earlier = (clock.now() - back).replace(tzinfo=None).isoformat(" ") if moment else None
                connection.execute(
                    text(f"UPDATE {table} SET {column} = :at WHERE id = :id"), {"at": earlier, "id": row_id}
                )


HOUR = timedelta(hours=1)


@contextmanager
def taken_port(port: int) -> Iterator[None]:
    """Another program holds a port and answers nothing: who asks there waits, who wants it does not get it."""
    with socket.create_server(("127.0.0.1", port)):
        yield


def let_an_hour_pass(app: App) -> int:
    """The works were noted, and Prefect's runs planned, an hour earlier; how many runs are late by that."""
    with app.engine.connect().execution_options(write=True) as connection, connection.begin():
        for column in ("started_at", "ended_at", "succeeded_at"):
            _move_back(connection.exec_driver_sql, "last_run", column, "TRUE")
    with closing(sqlite3.connect(app.data / "prefect" / "prefect.db", timeout=30)) as file, file:
        for column in ("next_scheduled_start_time", "expected_start_time"):
            late = _move_back(file.execute, "flow_run", column, "state_type = 'SCHEDULED'")
    return late


def _move_back(execute: Callable[..., Any], table: str, column: str, which: str) -> int:
    rows = execute(f"SELECT id, {column} FROM {table} WHERE {column} IS NOT NULL AND {which}").fetchall()
    for row_id, moment in rows:
        earlier = (datetime.fromisoformat(moment) - HOUR).isoformat(" ", "microseconds")
        execute(f"UPDATE {table} SET {column} = ? WHERE id = ?", (earlier, row_id))
    now = clock.now().replace(tzinfo=None).isoformat(" ", "microseconds")
    return sum(1 for _, moment in rows if (datetime.fromisoformat(moment) - HOUR).isoformat(" ", "microseconds") < now)
