"""Taking in what teams sent to the mailbox or left in inbox/ and in the shared folder, and reading what waits."""

from datetime import date

from prefect import flow

from flows.edge import Summary
from flows.sharing import share_out
from gdflow.domain.works import Work


@flow(name="gdflow-collect")
async def collect(as_of: date | None = None) -> Summary:
    """Recibir lo que llegó al buzón y lo que está en inbox/ y en la carpeta compartida, y leerlo."""
    return await share_out(Work.COLLECT, as_of)
