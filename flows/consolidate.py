"""Writing the consolidated workbooks."""

from datetime import date

from prefect import flow

from flows.edge import Summary, carry_out, carry_out_as
from gdflow.domain.works import Work
from gdflow.services import works


@flow(name="gdflow-consolidate")
async def consolidate(as_of: date | None = None, plan: str | None = None, period: str | None = None) -> Summary:
    """Escribir en reports/ el consolidado de un período de cada plan; sin período, el último que terminó."""
    if plan is None and period is None:
        return await carry_out(Work.CONSOLIDATE, as_of)
    return await carry_out_as("consolidate", as_of, lambda means, now: works.consolidate(means, now, plan, period))
