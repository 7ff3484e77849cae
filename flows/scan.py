"""The morning scan."""

from datetime import date, datetime

from prefect import flow

from flows.edge import Summary, carry_out
from gdflow.app import App
from gdflow.services import remind


@flow(name="gdflow-scan")
async def scan(as_of: date | None = None) -> Summary:
    """Decir qué se debe y dejar en la bandeja de salida los recordatorios que faltan, cada uno una sola vez."""
    return await carry_out("scan", _scan, as_of)


def _scan(app: App, now: datetime) -> Summary:
    rules = app.rules
    with app.transaction() as session:
        report = remind.scan(session, rules, now=now)
    return {
        "día": report.as_of.isoformat(),
        "día no hábil": report.closed_because or "no",
        "períodos abiertos": sum(1 for period in report.opened if period.new),
        "vencidas": len(report.situation.overdue),
        "recordatorios nuevos": report.new,
        "recordatorios ya escritos": report.known,
        "correos en cola": len(report.composed.notices),
        "equipos sin correo": ", ".join(team.name for team in report.composed.unreachable) or "ninguno",
    }
