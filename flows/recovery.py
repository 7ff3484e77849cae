"""Putting right what a crash left behind in Prefect, and having done again what is owed for it.

Prefect never repeats a run that was killed, and one whose runner is gone stays "Running" and keeps its slot. Works can
be repeated without harm, so nothing is asked but whether they are owed.
"""

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from prefect.client.orchestration import get_client
from prefect.client.schemas.filters import FlowRunFilter
from prefect.client.schemas.objects import StateType
from prefect.exceptions import ObjectNotFound, PrefectHTTPStatusError
from prefect.states import Crashed

from flows.edge import TAG, flow_name
from gdflow.app import App
from gdflow.services.runs import OwedWork, owed_works

if TYPE_CHECKING:
    from prefect.client.orchestration import PrefectClient
    from prefect.client.schemas.objects import FlowRun

SILENCE = timedelta(minutes=3)
"""A run that lives is heard of every half minute."""
WAIT = timedelta(minutes=5)
"""How long a run may take from its order to its beginning."""
THEIRS = timedelta(minutes=2)
"""How long a work is left to the run that its schedule has made."""
AT_WORK = (StateType.RUNNING, StateType.PENDING, StateType.CANCELLING)
log = logging.getLogger("gdflow.watch")
WHY = "gdflow: el proceso de esta corrida ya no está; lo que faltaba se repite."


@dataclass(frozen=True, slots=True)
class Recovered:
    """What was put right: how many runs were dead, and which works are done again."""

    dead: int
    again: tuple[str, ...]


async def recover(app: App, *, now: datetime, alone: bool = False, own: UUID | None = None) -> Recovered:
    """Mark the runs that died and order the works that are owed.

    alone: no other runner lives, so that whatever was at work is dead. own: the run that asks.
    """
    async with get_client() as client:
        runs = [run for run in await _at_work(client) if run.id != own]
        dead = runs if alone else await _silent(client, runs, now)
        for run in dead:
            await client.set_flow_run_state(run.id, Crashed(message=WHY), force=True)
        living = {run.deployment_id for run in runs if run not in dead}
        with app.reading() as session:
            owed = owed_works(session, app.rules, now=now, after=timedelta() if alone else THEIRS)
        again = [each.work.value for each in owed if await _order(client, each, living)]
    return Recovered(len(dead), tuple(again))


async def _at_work(client: "PrefectClient") -> "list[FlowRun]":
    its = {"tags": {"all_": [TAG]}, "state": {"type": {"any_": AT_WORK}}}
    return await client.read_flow_runs(flow_run_filter=FlowRunFilter.model_validate(its))


async def _silent(client: "PrefectClient", runs: "list[FlowRun]", now: datetime) -> "list[FlowRun]":
    """The runs that should be heard of and are not."""
    old = [run for run in runs if run.state is not None and now - run.state.timestamp >= _patience(run)]
    return [run for run in old if run.state_type is not StateType.RUNNING or not await _is_heard(client, run, now)]


def _patience(run: "FlowRun") -> timedelta:
    return SILENCE if run.state_type is StateType.RUNNING else WAIT


async def _is_heard(client: "PrefectClient", run: "FlowRun", now: datetime) -> bool:
    """Whether a run gave a sign of life of late, or nobody knows: a run is not marked dead for want of an answer."""
    its = {
        "event": {"name": ["prefect.flow-run.heartbeat"]},
        "resource": {"id": [f"prefect.flow-run.{run.id}"]},
        "occurred": {"since": (now - SILENCE).isoformat()},
    }
    try:
        answer = await client.request("POST", "/events/filter", json={"filter": its, "limit": 1})
    except PrefectHTTPStatusError as error:
        log.warning("Prefect no dijo si la corrida %s vive; se le pregunta de nuevo luego: %s", run.id, error)
        return True
    return bool(answer.json()["events"])


async def _order(client: "PrefectClient", owed: OwedWork, living: set[UUID | None]) -> bool:
    """Order a run of a work, unless one lives; the same debt is the same run."""
    name = owed.work.value
    try:
        deployment = await client.read_deployment_by_name(f"{flow_name(name)}/{name}")
    except ObjectNotFound:
        return False
    if deployment.id in living:
        return False
    await client.create_flow_run_from_deployment(deployment.id, idempotency_key=owed.key)
    return True
