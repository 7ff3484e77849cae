"""Taking in the forms that teams leave in the installation's inbox."""

from datetime import date, datetime

from prefect import flow

from flows.edge import Summary, carry_out
from gdflow.app import App
from gdflow.services.collect import collect_folder


@flow(name="gdflow-collect")
async def collect(as_of: date | None = None) -> Summary:
    """Recibir los formularios que están en la carpeta inbox/ de la instalación."""
    return await carry_out("collect", _collect, as_of)


def _collect(app: App, now: datetime) -> Summary:
    received = collect_folder(app.transaction, app.rules, app.objects, app.home / "inbox", now=now)
    refused = [f"{name}: {each.refused}" for name, each in received if each.refused]
    return {
        "formularios recibidos": len(received) - len(refused),
        "respuestas nuevas": sum(answer.new for _, each in received for answer in each.taken),
        "respuestas por corregir": sum(len(each.problems) for _, each in received),
        "archivos que no se pudieron tomar": "; ".join(refused) or "ninguno",
    }
