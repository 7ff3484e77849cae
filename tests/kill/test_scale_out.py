"""Prefect as a nation runs it: PostgreSQL, Redis between two API replicas, one process of services and three workers.

On request only (GDFLOW_SCALE=all): it starts seven programs and takes minutes. It wants redis-server.
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.request import urlopen

import psycopg
import pytest

from tests.bench.nation import SETTINGS
from tests.bench.nation_data import build
from tests.support.ports import free_ports
from tests.support.postgres import Cluster, postgres
from tests.support.processes import wait_for

__all__ = ["postgres"]
__test__ = os.environ.get("GDFLOW_SCALE") == "all"
pytestmark = pytest.mark.slow
ROOT = Path(__file__).parents[2]
ENTITIES, SHARDS, WORKERS = 600, 3, 3
DONE = "SELECT count(*) FROM last_run WHERE work = 'scan' AND state = 'done'"
REPEATED = """SELECT count(*) FROM (SELECT entity_id, team_id, day FROM notice WHERE purpose = 'digest'
GROUP BY entity_id, team_id, day HAVING count(*) > 1) twice"""
BY_WORKER = """SELECT count(*), count(DISTINCT infrastructure_pid) FROM flow_run
WHERE name LIKE 'scan %' AND state_type = 'COMPLETED'"""


@contextmanager
def program(log: Path, env: dict[str, str], *command: str) -> Iterator[subprocess.Popen[bytes]]:
    """A program in a session of its own, whose processes are all gone when the block ends."""
    with log.open("ab") as said:
        process = subprocess.Popen(command, cwd=ROOT, env=env, stdout=said, stderr=said, start_new_session=True)
    try:
        yield process
    finally:
        os.killpg(process.pid, 9)
        process.wait(10)


def answers(port: int) -> bool:
    """Whether an API replica is ready."""
    try:
        with urlopen(f"http://127.0.0.1:{port}/api/health", timeout=2) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


def environment(postgres: Cluster, prefect: str, redis: int, folder: Path) -> dict[str, str]:
    """The settings of every program; the same as in docs/scale.md."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GDFLOW_", "PREFECT_"))}
    return kept | {
        "PREFECT_HOME": str(folder / "prefect"),
        "PREFECT_API_DATABASE_CONNECTION_URL": f"postgresql+asyncpg://postgres@/{prefect}?host={postgres.folder}",
        "PREFECT_API_DATABASE_MIGRATE_ON_START": "false",
        "PREFECT_SERVER_REGISTER_BLOCKS_ON_START": "false",  # two replicas that begin at once refuse each other's rows
        "PREFECT_MESSAGING_BROKER": "prefect_redis.messaging",
        "PREFECT_MESSAGING_CACHE": "prefect_redis.messaging",
        "PREFECT_SERVER_EVENTS_CAUSAL_ORDERING": "prefect_redis.ordering",
        "PREFECT_SERVER_CONCURRENCY_LEASE_STORAGE": "prefect_redis.lease_storage",
        "PREFECT_REDIS_MESSAGING_HOST": "127.0.0.1",
        "PREFECT_REDIS_MESSAGING_PORT": str(redis),
        "PREFECT_SERVER_DOCKET_URL": f"redis://127.0.0.1:{redis}/1",
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "PREFECT_SERVER_ALLOW_EPHEMERAL_MODE": "false",
        "DO_NOT_TRACK": "1",
        "PYTHONPATH": str(ROOT),
        "GDFLOW_HOME": str(folder / "home"),
    }


def test_a_scan_ordered_at_one_replica_is_shared_by_three_workers(postgres: Cluster, tmp_path: Path) -> None:
    if shutil.which("redis-server") is None:
        pytest.skip("redis-server is not installed")
    ours, prefect = postgres.new_database(), postgres.new_database()
    build(postgres.url(ours), ENTITIES)
    (tmp_path / "home" / "config").mkdir(parents=True)
    settings = SETTINGS.format(code="nacion", url=postgres.url(ours))
    (tmp_path / "home" / "config" / "gdflow.toml").write_text(settings, encoding="utf-8")
    redis, *ports = free_ports(3)
    env = environment(postgres, prefect, redis, tmp_path)
    apis = [env | {"PREFECT_API_URL": f"http://127.0.0.1:{port}/api"} for port in ports]

    def prefect_does(*words: str) -> str:
        command = [sys.executable, "-m", "prefect", "--no-prompt", *words]
        done = subprocess.run(command, cwd=ROOT, env=apis[1], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    with ExitStack() as programs:

        def start(name: str, its: dict[str, str], *words: str) -> None:
            programs.enter_context(program(tmp_path / f"{name}.log", its, *words))

        start("redis", env, "redis-server", "--port", str(redis), "--bind", "127.0.0.1", "--save", "")
        prefect_does("server", "database", "upgrade", "-y")
        for number, port in enumerate(ports):
            serve = (sys.executable, "-m", "flows.server", "start", "--port", str(port), "--no-services")
            start(f"api{number}", apis[number], *serve)
        start("services", env, sys.executable, "-m", "flows.server", "services", "start")
        wait_for(lambda: all(map(answers, ports)), 240, lambda: said(tmp_path))
        prefect_does("work-pool", "create", "gdflow", "--type", "process")
        prefect_does("deploy", "--prefect-file", "deployments/prefect.yaml", "--name", "scan")
        prefect_does("deploy", "--prefect-file", "deployments/prefect.yaml", "--name", "shard")
        for number in range(WORKERS):
            work = ("worker", "start", "--pool", "gdflow", "--type", "process", "--name", f"w{number}", "--limit", "1")
            start(f"worker{number}", apis[number % 2], sys.executable, "-m", "prefect", *work)
        began = time.monotonic()
        prefect_does("deployment", "run", "gdflow-scan/scan")
        with psycopg.connect(postgres.url(ours), autocommit=True) as connection:
            wait_for(lambda: count(connection, DONE) > ENTITIES, 900, lambda: said(tmp_path))
            repeated = count(connection, REPEATED)
        with psycopg.connect(postgres.url(prefect), autocommit=True) as connection:
            wait_for(lambda: count(connection, BY_WORKER) == SHARDS, 120, lambda: said(tmp_path))
        print(f"{ENTITIES} entities in {SHARDS} shards: {time.monotonic() - began:.0f} s from the order to the end")
        assert repeated == 0


def count(connection: "psycopg.Connection[tuple[int, ...]]", question: str) -> int:
    """The number that a question answers."""
    row = connection.execute(question.encode()).fetchone()
    assert row is not None
    return row[0]


def said(folder: Path) -> str:
    """What every program wrote last."""
    return "\n".join(f"{log.name}: {log.read_text('utf-8', 'replace')[-1500:]}" for log in folder.glob("*.log"))
