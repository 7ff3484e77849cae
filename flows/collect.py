"""Taking in what teams sent to the mailbox or left in inbox/ and in the shared folder, and reading what waits."""

from datetime import date, datetime

from prefect import flow

from flows.edge import Summary, carry_out
from gdflow.app import App
from gdflow.collect.reading import ReaderPool
from gdflow.domain.inbound import InboundState
from gdflow.services.collect_round import collect_all


@flow(name="gdflow-collect")
async def collect(as_of: date | None = None) -> Summary:
    """Recibir lo que llegó al buzón y lo que está en inbox/ y en la carpeta compartida, y leerlo."""
    return await carry_out("collect", _collect, as_of)


def _collect(app: App, now: datetime) -> Summary:
    with ReaderPool() as pool:
        done = collect_all(app.transaction, app.rules, app.objects, pool, app.places(), now=now)
    if done.trouble is not None:  # said once everything else is done
        raise done.trouble
    return {
        "correos recibidos": done.mail.intake.count(InboundState.TAKEN),
        "correos en cuarentena": done.mail.intake.count(InboundState.QUARANTINED),
        "formularios recibidos": len(done.received) - len(done.refused),
        "respuestas nuevas": sum(answer.new for each in done.received for answer in each.taken),
        "respuestas por corregir": sum(len(each.problems) for each in done.received),
        "archivos que no se pudieron tomar": "; ".join(done.refused) or "ninguno",
        "archivos que aún cambian en la carpeta": ", ".join(done.look.waiting) or "ninguno",
    }
