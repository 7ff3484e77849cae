"""The daily look at evidence."""

from datetime import date, datetime

from prefect import flow

from flows.edge import Summary, carry_out
from gdflow.app import App
from gdflow.collect.web_links import ask
from gdflow.services.evidence_checks import check_evidence


@flow(name="gdflow-evidence")
async def evidence(as_of: date | None = None) -> Summary:
    """Preguntar si los enlaces de evidencia responden, y pasar por el antivirus los archivos que esperan."""
    return await carry_out("evidence", _check, as_of)


def _check(app: App, now: datetime) -> Summary:
    done = check_evidence(app.transaction, app.rules, app.evidence, ask, now=now)
    return {
        "enlaces que responden": done.alive,
        "enlaces que no responden": ", ".join(str(each.link) for each in done.dead) or "ninguno",
        "enlaces de los que no se pudo saber": done.unknown,
        "archivos revisados por el antivirus": done.scanned,
        "archivos con virus": ", ".join(each.name for each in done.infected) or "ninguno",
        "archivos por revisar": done.unseen,
    }
