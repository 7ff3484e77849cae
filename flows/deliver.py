"""Reading what came back to the mailbox, and sending what the outbox holds."""

from datetime import date

from prefect import flow

from flows.edge import Summary
from flows.sharing import share_out
from gdflow.domain.works import Work


@flow(name="gdflow-deliver")
async def deliver(as_of: date | None = None) -> Summary:
    """Leer el buzón y enviar lo que está en la bandeja de salida y puede salir ahora."""
    return await share_out(Work.DELIVER, as_of)
