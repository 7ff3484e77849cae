"""Looking after the other flows: what crashed is marked, and what is owed for it is done again."""

from uuid import UUID

from prefect import flow
from prefect.runtime import flow_run

from flows.edge import Summary, carry_out, opened
from flows.recovery import recover
from flows.sharing import shares_left
from gdflow import clock
from gdflow.domain.works import Work


@flow(name="gdflow-watch")
async def watch() -> Summary:
    """Buscar corridas caídas o mudas y repetir lo que falte; repetir no daña."""
    with opened() as app:
        put_right = await recover(app, now=clock.now(), own=UUID(flow_run.id))
    shared = await shares_left()
    summary = await carry_out(Work.WATCH, None)
    again = ", ".join(put_right.again) or "ninguno"
    return summary | {"corridas caídas": put_right.dead, "trabajos que se repiten": again} | shared
