"""A private PostgreSQL for one test session, on a socket in its own folder, without passwords and without fsync."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import psycopg
import pytest

SETTINGS = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "listen_addresses=''", "max_connections=40")
NUMBERS = count(1)


@dataclass(frozen=True, slots=True)
class Cluster:
    """A running server. folder: where its socket stands."""

    folder: Path

    def url(self, database: str) -> str:
        """How gdflow names a database of the server."""
        return f"postgresql://postgres@/{database}?host={self.folder}"

    @property
    def pid(self) -> int:
        """The server's process."""
        return int((self.folder / "data" / "postmaster.pid").read_text().split()[0])

    def new_database(self, template: str = "template1") -> str:
        """Make a database as a copy of another and return its name."""
        name = f"test{next(NUMBERS)}"
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name} TEMPLATE {template}".encode())
        return name


@pytest.fixture(scope="session")
def postgres() -> Iterator[Cluster]:
    """The session's server; a test that asks for it is skipped where PostgreSQL is not installed."""
    with cluster() as made:
        if made is None:
            pytest.skip("PostgreSQL's initdb and pg_ctl are not installed (/usr/lib/postgresql/*/bin)")
        yield made


@contextmanager
def cluster() -> Iterator[Cluster | None]:
    """A server of its own while the `with` block lasts, None where PostgreSQL is not installed."""
    programs = _programs()
    if programs is None:
        yield None
        return
    with _running(programs) as made:
        yield made


def _programs() -> Path | None:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if found:
        return found[-1].parent
    on_path = shutil.which("initdb")
    return Path(on_path).resolve().parent if on_path else None


@contextmanager
def _running(programs: Path) -> Iterator[Cluster]:
    # A socket's path must stay under 108 bytes, which pytest's own folders may pass.
    with tempfile.TemporaryDirectory(prefix="gdflow-pg-") as name:
        folder, user = Path(name), _owner()
        if user is not None:
            os.chown(folder, pwd.getpwnam(user).pw_uid, pwd.getpwnam(user).pw_gid)
        data = str(folder / "data")
        _run(user, folder, programs / "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "-N")
        options = " ".join(f"-c {setting}" for setting in (f"unix_socket_directories={folder}", *SETTINGS))
        _run(
            user,
            folder,
            programs / "pg_ctl",
            "-D",
            data,
            "-w",
            "-t",
            "240",
            "-l",
            str(folder / "log"),
            "-o",
            options,
            "start",
        )
        try:
            yield Cluster(folder)
        finally:
            _run(user, folder, programs / "pg_ctl", "-D", data, "-m", "immediate", "stop")


def _owner() -> str | None:
    """PostgreSQL refuses to run as root; root lends it another user."""
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in known else "nobody"


def _run(user: str | None, folder: Path, *command: str | Path) -> None:
    done = subprocess.run(command, user=user, cwd=folder, capture_output=True, text=True, check=False, timeout=300)
    if done.returncode:
        raise RuntimeError(f"{Path(command[0]).name}: {done.stdout}{done.stderr}")
