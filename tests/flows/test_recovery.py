"""What a crash left behind in Prefect is marked, and what is owed for it is ordered again; jobs are carried out."""

import asyncio
import logging
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from gdflow import clock
from gdflow.app import App
from gdflow.domain.jobs import JobKind, JobState
from gdflow.services.jobs import job_of, request
from tests.flows.conftest import PREFECT, run
from tests.support.working import all_noted

if TYPE_CHECKING:
    from prefect.client.schemas.objects import FlowRun

    from flows.recovery import Recovered

pytestmark = PREFECT


@pytest.fixture
def served(prefect_server: str, home: Path) -> App:
    """The deployments of the runner of an installation, none of which is owed."""
    from flows.serve import prepare

    app = App.open(home, {})
    all_noted(app, clock.now())
    asyncio.run(prepare(app))
    return app


async def begun(name: str) -> UUID:
    """A run that is at work, as far as Prefect knows."""
    from prefect.client.orchestration import get_client
    from prefect.states import Running

    async with get_client() as client:
        deployment = await client.read_deployment_by_name(f"gdflow-{name}/{name}")
        made = await client.create_flow_run_from_deployment(deployment.id)
        await client.set_flow_run_state(made.id, Running(), force=True)
        return made.id


async def as_known(run_id: UUID) -> "FlowRun":
    from prefect.client.orchestration import get_client

    async with get_client() as client:
        return await client.read_flow_run(run_id)


def recovered(app: App, *, minutes: int = 0, alone: bool = False) -> "Recovered":
    from flows.recovery import recover

    return asyncio.run(recover(app, now=clock.now() + timedelta(minutes=minutes), alone=alone))


def test_a_new_runner_marks_what_died_with_the_one_before_and_orders_what_is_owed(served: App) -> None:
    dead = asyncio.run(begun("scan"))
    all_noted(served, clock.now() - timedelta(days=3))
    first, again = recovered(served, alone=True), recovered(served, alone=True)
    assert (first.dead, "scan" in first.again) == (1, True)
    state = asyncio.run(as_known(dead)).state
    assert state is not None
    assert state.is_crashed()
    assert (again.dead, again.again) == (0, first.again)  # the same debts: the same runs


def test_the_watch_leaves_a_run_alone_that_was_heard_of_and_marks_one_that_fell_silent(served: App) -> None:
    silent = asyncio.run(begun("collect"))
    assert recovered(served).dead == 0
    assert recovered(served, minutes=10).dead >= 1
    state = asyncio.run(as_known(silent)).state
    assert state is not None
    assert state.is_crashed()


def test_a_run_of_which_prefect_says_nothing_is_not_marked(served: App, caplog: pytest.LogCaptureFixture) -> None:
    from prefect.client.orchestration import get_client

    from flows.recovery import _is_heard

    async def asked() -> bool:
        async with get_client() as client:
            run = await client.read_flow_run(alive)
            # Bogotá was 4:56:16 behind then, and Prefect refuses a moment whose zone has seconds.
            return await _is_heard(client, run, datetime(1900, 1, 1, tzinfo=ZoneInfo("America/Bogota")))

    alive = asyncio.run(begun("collect"))
    with caplog.at_level(logging.WARNING, "gdflow.watch"):
        heard = asyncio.run(asked())
    assert (heard, len(caplog.records)) == (True, 1)


def test_the_watch_tells_what_it_put_right(served: App) -> None:
    told = run("watch")
    assert set(told) == {"trabajos atrasados", "corridas caídas", "trabajos que se repiten"}


def test_a_job_is_carried_out_by_its_key_and_once(served: App) -> None:
    with served.transaction() as session:
        asked = request(session, served.rules, JobKind.REPORTS, {}, key="k", by="Ana", now=clock.now())
    assert run("job", key="k")["informes escritos"] == "0"
    assert run("job", key="k") == {"trabajo": "no espera: ya se hizo, o lo hace otro"}
    with served.reading() as session:
        assert job_of(session, served.rules, asked.id).state is JobState.DONE


def test_a_job_that_cannot_be_done_fails_its_run_with_its_sentence(served: App) -> None:
    from flows.edge import FlowRefusedError

    with served.transaction() as session:
        request(session, served.rules, JobKind.CLOSE, {}, key="k", by="Ana", now=clock.now())
    with pytest.raises(FlowRefusedError, match="Al trabajo le falta «plan»"):
        run("job", key="k")
