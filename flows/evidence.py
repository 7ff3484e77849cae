"""The daily look at evidence."""

from datetime import date

from prefect import flow

from flows.edge import Summary
from flows.sharing import share_out
from gdflow.domain.works import Work


@flow(name="gdflow-evidence")
async def evidence(as_of: date | None = None) -> Summary:
    """Preguntar si los enlaces de evidencia responden, y pasar por el antivirus los archivos que esperan."""
    return await share_out(Work.EVIDENCE, as_of)
