"""deployments/prefect.yaml, deployed to a real server and run by a real worker."""

import asyncio
import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

import pytest

from gdflow.domain.works import USUAL, Work
from tests.flows.conftest import PREFECT, run

if TYPE_CHECKING:
    from prefect.client.schemas.objects import FlowRun
    from prefect.client.schemas.responses import DeploymentResponse

pytestmark = PREFECT

ROOT = Path(__file__).parents[2]
WITHOUT_LIMIT = {"watch", "job", "shard"}
"""The one must not wait for its own dead run; what people ask for and what a shard claims is held by leases."""


@pytest.fixture(scope="module")
def deployed(prefect_server: str) -> str:
    """The server with everything that prefect.yaml says."""
    asyncio.run(make_pool())
    prefect(prefect_server, ROOT, "deploy", "--prefect-file", "deployments/prefect.yaml", "--all")
    return prefect_server


def test_every_flow_is_deployed_one_at_a_time_on_colombian_time(deployed: str) -> None:
    found = asyncio.run(deployments())
    assert set(found) == {work.value for work in Work} | {"job", "shard"}
    for deployment in (each for name, each in found.items() if name not in WITHOUT_LIMIT):
        assert deployment.global_concurrency_limit is not None
        assert deployment.concurrency_options is not None
        assert deployment.global_concurrency_limit.limit == 1
        assert deployment.concurrency_options.collision_strategy.value == "CANCEL_NEW"
        assert {each.schedule.model_dump()["timezone"] for each in deployment.schedules} == {"America/Bogota"}
        assert deployment.pull_steps == []


def test_every_work_is_due_when_gdflow_itself_would_do_it(deployed: str) -> None:
    found = asyncio.run(deployments())
    crons = {work: tuple(each.schedule.model_dump()["cron"] for each in found[work.value].schedules) for work in Work}
    assert {work: sorted(each) for work, each in crons.items()} == {work: sorted(each) for work, each in USUAL.items()}
    assert [found[name].schedules for name in ("job", "shard")] == [[], []]


def test_a_worker_runs_the_scan_and_writes_each_reminder_once(deployed: str, home: Path) -> None:
    ordered = asyncio.run(order("scan", "2023-07-10"))
    # The worker stands in the installation's folder: a module is found wherever one is.
    prefect(deployed, home, "worker", "start", "--pool", "gdflow", "--type", "process", "--run-once")
    state = asyncio.run(ended(ordered)).state
    assert state is not None
    assert state.is_completed(), state.message
    again = run("scan", as_of=date(2023, 7, 10))
    assert again["recordatorios nuevos"] == 0
    assert int(again["recordatorios ya escritos"]) > 0


def test_every_variable_that_is_given_to_prefect_is_known_to_it(prefect_server: str) -> None:
    """One that it does not know it passes over without a word."""
    from prefect.settings import Settings
    from prefect.settings.legacy import _get_valid_setting_names
    from prefect_redis.client import RedisMessagingSettings  # type: ignore[import-untyped]  # it ships no types

    redis = {f"PREFECT_REDIS_MESSAGING_{name.upper()}" for name in RedisMessagingSettings.model_fields}
    texts = [path for path in (ROOT / "deployments").rglob("*") if path.is_file()] + [ROOT / "docs" / "scale.md"]
    given = {name for path in texts for name in re.findall(r"\bPREFECT_[A-Z_]+", path.read_text("utf-8"))}
    assert given >= {"PREFECT_API_URL", "PREFECT_SERVER_DOCKET_URL", "PREFECT_REDIS_MESSAGING_HOST"}
    assert given - _get_valid_setting_names(Settings) - redis == set()


def prefect(server: str, folder: Path, *words: str) -> None:
    """Prefect's own command line, as an administrator uses it."""
    environment = {**os.environ, "PREFECT_API_URL": server, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "prefect", "--no-prompt", *words]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr


async def make_pool() -> None:
    """Make the work pool that the deployments name."""
    from prefect.client.orchestration import get_client
    from prefect.client.schemas.actions import WorkPoolCreate
    from prefect.workers.process import ProcessWorker

    async with get_client() as client:
        template = ProcessWorker.get_default_base_job_template()
        await client.create_work_pool(WorkPoolCreate(name="gdflow", type="process", base_job_template=template))


async def deployments() -> "dict[str, DeploymentResponse]":
    """The deployments of the server by name."""
    from prefect.client.orchestration import get_client

    async with get_client() as client:
        return {each.name: each for each in await client.read_deployments()}


async def order(name: str, as_of: str) -> UUID:
    """Ask for a run of a deployment, to be taken by the next worker."""
    from prefect.client.orchestration import get_client

    async with get_client() as client:
        deployment = await client.read_deployment_by_name(f"gdflow-{name}/{name}")
        return (await client.create_flow_run_from_deployment(deployment.id, parameters={"as_of": as_of})).id


async def ended(run_id: UUID) -> "FlowRun":
    """A run as the server knows it."""
    from prefect.client.orchestration import get_client

    async with get_client() as client:
        return await client.read_flow_run(run_id)
