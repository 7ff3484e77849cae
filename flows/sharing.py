"""A work for many entities: a run of its own for each shard, taken by whichever worker is free.

Where Prefect knows no deployment for shards, or one is enough, the run that was asked does them itself.
"""

from datetime import date, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from prefect.client.orchestration import get_client
from prefect.client.schemas.filters import FlowRunFilter
from prefect.client.schemas.objects import StateType
from prefect.exceptions import ObjectNotFound
from prefect.runtime import flow_run

from flows.edge import TAG, FlowRefusedError, Summary, at_installation, carry_out
from gdflow.domain.entities import WHOLE, Shard
from gdflow.domain.works import Work
from gdflow.services import shards
from gdflow.services.means import Means
from gdflow.spanish.messages import say

if TYPE_CHECKING:
    from uuid import UUID

    from prefect.client.orchestration import PrefectClient

SHARD = "gdflow-shard/shard"
THEIRS = timedelta(minutes=2)
"""How long a round is left to the run that its schedule has made."""
OPEN = (StateType.SCHEDULED, StateType.PENDING, StateType.RUNNING)


async def share_out(work: Work, as_of: date | None) -> Summary:
    """Do a work for our own entity and have it done for those hosted. Raises FlowRefusedError, as carry_out does."""
    others, trouble = await _for_others(work, as_of)
    own = await carry_out(work, as_of)
    if trouble is not None:
        raise FlowRefusedError(trouble)
    return own | others


async def share_again(work: Work, since: datetime) -> int:
    """Order runs for what is left of a round, unless some of its runs still live; answers how many were ordered."""
    left = await at_installation(lambda means, _now: shards.owed_shards(means, work, since), None)
    async with get_client() as client:
        deployment = await _deployment(client) if left else None
        if deployment is None or await _lives(client, deployment, work):
            return 0
        await _order(client, deployment, work, since, left)
    return len(left)


async def do_shard(work: Work, since: datetime, shard: Shard = WHOLE) -> Summary:
    """Do a work for the entities of a shard that wait for it. Raises FlowRefusedError naming those that failed."""
    tally = await at_installation(lambda means, _now: shards.work_through(means, work, since, shard), None)
    if tally.failed:
        raise FlowRefusedError(say(shards.failures(tally)))
    return tally.summary


async def _for_others(work: Work, as_of: date | None) -> tuple[Summary, str | None]:
    """What was done or ordered for hosted entities, and what went wrong."""
    if as_of is not None:
        tally = await at_installation(lambda means, now: shards.replay(means, work, now), as_of)
        return tally.summary if tally.done else {}, None
    since, left = await at_installation(partial(_left, work), None)
    async with get_client() as client:
        deployment = await _deployment(client) if len(left) > 1 else None
        if deployment is not None:
            await _order(client, deployment, work, since, left)
            return {"tandas ordenadas": len(left)}, None
    try:
        return await do_shard(work, since) if left else {}, None
    except FlowRefusedError as error:
        return {}, str(error)


def _left(work: Work, means: Means, now: datetime) -> tuple[datetime, tuple[Shard, ...]]:
    return now, shards.owed_shards(means, work, now)


async def _deployment(client: "PrefectClient") -> "UUID | None":
    try:
        return (await client.read_deployment_by_name(SHARD)).id
    except ObjectNotFound:
        return None


async def _lives(client: "PrefectClient", deployment: "UUID", work: Work) -> bool:
    its = {"deployment_id": {"any_": [deployment]}, "tags": {"all_": [work.value]}, "state": {"type": {"any_": OPEN}}}
    return bool(await client.read_flow_runs(flow_run_filter=FlowRunFilter.model_validate(its), limit=1))


async def _order(
    client: "PrefectClient", deployment: "UUID", work: Work, since: datetime, left: tuple[Shard, ...]
) -> None:
    """One run for each shard; asked for twice by the same run it is the same run."""
    for shard in left:
        its = {"work": work.value, "since": since.isoformat(), "first": shard.first, "last": shard.last}
        key = f"{work}-{since.isoformat()}-{shard}-{flow_run.id}"
        await client.create_flow_run_from_deployment(
            deployment, parameters=its, idempotency_key=key, tags=[TAG, work.value], name=f"{work} {shard}"
        )


async def shares_left() -> Summary:
    """Order again what is left of the rounds that began a while ago; nothing where no entities are hosted."""
    rounds = await at_installation(_rounds, None)
    ordered = {work.label: await share_again(work, since) for work, since in rounds}
    return {f"tandas que se repiten: {name}": count for name, count in ordered.items() if count}


def _rounds(means: Means, now: datetime) -> tuple[tuple[Work, datetime], ...]:
    if not shards.hosts(means):
        return ()
    times = ((work, shards.due_since(means, work)) for work in shards.SHARED)
    return tuple((work, since) for work, since in times if since is not None and now - since >= THEIRS)
