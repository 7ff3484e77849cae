"""A work for many entities: done by the run that was asked where they are few, else by a run for each shard."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from gdflow.app import App
from gdflow.domain.entities import SHARD
from gdflow.storage import entities
from tests.flows.conftest import PREFECT, run

pytestmark = PREFECT

SINCE = datetime(2023, 7, 10, 12, tzinfo=UTC)
EVERY = {"work": "scan", "since": SINCE, "first": 1, "last": 10_000}


def host(home: Path, count: int) -> list[int]:
    """So many entities without a plan, and their ids."""
    app = App.open(home, {})
    with app.transaction() as session:
        made = [entities.add_hosted(session, f"e{each}", f"Entidad {each}", None, {}) for each in range(count)]
    app.engine.dispose()
    return made


async def ordered() -> list[dict[str, Any]]:
    """The parameters of the shards that were ordered, the newest first; none of them is left."""
    from prefect.client.orchestration import get_client

    async with get_client() as client:
        runs = await client.read_flow_runs()
        found = [each for each in runs if each.name.startswith("scan ")]
        for each in found:
            await client.delete_flow_run(each.id)
        return [each.parameters for each in found]


async def deploy() -> None:
    """Make the deployment of shards known, as prefect.yaml does."""
    from flows.shard import shard

    await (await shard.ato_deployment("shard", tags=["gdflow"])).aapply()


def test_a_few_entities_are_worked_for_by_the_run_itself(prefect_server: str, home: Path) -> None:
    host(home, 3)
    first, again = run("scan"), run("shard", **EVERY)
    assert (first["entidades"], again["entidades"]) == (3, 0)  # that round is over
    assert run("scan", as_of=SINCE.date())["entidades"] == 3


def test_a_shard_is_judged_before_it_begins(prefect_server: str, home: Path) -> None:
    from prefect.exceptions import ParameterTypeError

    from flows.edge import FlowRefusedError

    with pytest.raises(ParameterTypeError):
        run("shard", **EVERY | {"first": 0})
    with pytest.raises(FlowRefusedError, match="«5-2» no es una tanda"):
        run("shard", **EVERY | {"first": 5, "last": 2})


def test_many_entities_become_a_run_for_each_shard(prefect_server: str, home: Path) -> None:
    ids = host(home, SHARD + 1)
    asyncio.run(deploy())
    assert run("scan")["tandas ordenadas"] == 2
    bounds = sorted((each["first"], each["last"]) for each in asyncio.run(ordered()))
    assert bounds == [(ids[0], ids[SHARD - 1]), (ids[SHARD], ids[SHARD])]
