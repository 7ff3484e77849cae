"""The morning scan."""

from datetime import date

from prefect import flow

from flows.edge import Summary
from flows.sharing import share_out
from gdflow.domain.works import Work


@flow(name="gdflow-scan")
async def scan(as_of: date | None = None) -> Summary:
    """Decir qué se debe y dejar en la bandeja de salida los recordatorios que faltan, cada uno una sola vez."""
    return await share_out(Work.SCAN, as_of)
