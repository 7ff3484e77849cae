"""Writing the consolidated workbooks."""

from datetime import date

from prefect import flow

from flows.edge import Summary, carry_out_as
from flows.sharing import share_out
from gdflow.domain.works import Work
from gdflow.services import works
from gdflow.services.national import write_national_book


@flow(name="gdflow-consolidate")
async def consolidate(
    as_of: date | None = None, plan: str | None = None, period: str | None = None, national: bool = False
) -> Summary:
    """Escribir en reports/ el consolidado de un período de cada plan; sin período, el último que terminó.

    Con national y un período, un solo libro con lo que cerraron todas las entidades que se atienden aquí.
    """
    if national:
        return await carry_out_as("national", as_of, lambda means, _now: write_national_book(means, period or ""))
    if plan is None and period is None:
        return await share_out(Work.CONSOLIDATE, as_of)
    return await carry_out_as("consolidate", as_of, lambda means, now: works.consolidate(means, now, plan, period))
