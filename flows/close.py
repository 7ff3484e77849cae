"""The turn of a period: the next one opens, what is due is closed for good, and its reports are written."""

from datetime import date

from prefect import flow

from flows.edge import Summary
from flows.sharing import share_out
from gdflow.domain.works import Work


@flow(name="gdflow-close")
async def close(as_of: date | None = None) -> Summary:
    """Abrir los períodos que empiezan, cerrar los que vencieron y escribir los informes que falten de cada cierre."""
    return await share_out(Work.CLOSE, as_of)
