"""`python -m flows.serve`: the runner of `gdflow serve`. All flows of one installation, on its own schedule.

It is the only runner of its Prefect server, so whatever is "Running" when it starts died with the one before.
"""

import asyncio
import logging
import os
from collections.abc import Mapping
from typing import Any

from prefect import Flow, serve
from prefect.client.schemas.objects import ConcurrencyLimitConfig, ConcurrencyLimitStrategy
from prefect.deployments.runner import RunnerDeployment
from prefect.schedules import Cron
from prefect.types.entrypoint import EntrypointType

from flows.close import close
from flows.collect import collect
from flows.consolidate import consolidate
from flows.deliver import deliver
from flows.edge import RUNNER, TAG, opened
from flows.evidence import evidence
from flows.job import job
from flows.recovery import recover
from flows.scan import scan
from flows.watch import watch
from gdflow import clock
from gdflow.app import App
from gdflow.domain.works import Work

Served = Flow[Any, Any]
WORKS: Mapping[Work, Served] = {
    Work.SCAN: scan,
    Work.DELIVER: deliver,
    Work.COLLECT: collect,
    Work.CLOSE: close,
    Work.CONSOLIDATE: consolidate,
    Work.EVIDENCE: evidence,
    Work.WATCH: watch,
}
ONE = ConcurrencyLimitConfig(limit=1, collision_strategy=ConcurrencyLimitStrategy.CANCEL_NEW)
AT_ONCE = 3
"""Runs at the same time: each takes a hundred megabytes and, while it starts, a processor."""
log = logging.getLogger("gdflow.serve")


def main() -> None:
    """Put right what was left behind, then serve until told to stop."""
    with opened() as app:
        deployments = asyncio.run(prepare(app))
    log.warning("listo: las corridas se hacen a su hora")
    os.environ[RUNNER] = str(os.getpid())
    serve(*deployments, pause_on_shutdown=False, print_starting_message=False, limit=AT_ONCE)


async def prepare(app: App) -> list[RunnerDeployment]:
    """Make the deployments known, mark what died with the runner before, and order what is owed."""
    deployments = [*[await _served(app, work, flow) for work, flow in WORKS.items()], await _asked()]
    for each in deployments:
        await each.aapply()
    put_right = await recover(app, now=clock.now(), alone=True)
    log.warning("corridas caídas: %s; se repite: %s", put_right.dead, ", ".join(put_right.again) or "nada")
    return deployments


async def _served(app: App, work: Work, flow: Served) -> RunnerDeployment:
    """A work on its schedule, one run at a time; but for the watch, which must not wait for a dead one."""
    zone, crons = app.settings.window.zone, app.rules.schedule[work]
    return await flow.ato_deployment(
        work.value,
        schedules=[Cron(each.text, timezone=zone, slug=f"{TAG}-{at}") for at, each in enumerate(crons, 1)],
        concurrency_limit=None if work is Work.WATCH else ONE,
        tags=[TAG],
        description=flow.description,
        entrypoint_type=EntrypointType.MODULE_PATH,
    )


async def _asked() -> RunnerDeployment:
    """What people ask for at the board: each is held by its lease, so several may run."""
    return await job.ato_deployment(
        "job", tags=[TAG], description=job.description, entrypoint_type=EntrypointType.MODULE_PATH
    )


if __name__ == "__main__":
    main()
