"""The turn of a period: the next one opens, what is due is closed for good, and its reports are written."""

from datetime import date, datetime

from prefect import flow

from flows.edge import Summary, carry_out
from gdflow.app import App
from gdflow.services.close_due import close_due
from gdflow.services.open_period import open_started_periods
from gdflow.services.write_closing import write_missing_reports
from gdflow.spanish.messages import say


@flow(name="gdflow-close")
async def close(as_of: date | None = None) -> Summary:
    """Abrir los períodos que empiezan, cerrar los que vencieron y escribir los informes que falten de cada cierre."""
    return await carry_out("close", _turn, as_of)


def _turn(app: App, now: datetime) -> Summary:
    with app.transaction() as session:
        opened = open_started_periods(session, app.rules, now=now)
    done = close_due(app.transaction, app.rules, now=now)
    written = write_missing_reports(app.transaction, app.rules, app.objects, app.home, now=now)
    names = (f"{period.plan} {period.period}" for period in opened if period.new)
    closed = (f"{each.plan} {each.period} (cierre {each.number})" for each in done.closed)
    return {
        "períodos abiertos": ", ".join(names) or "ninguno",
        "períodos cerrados": ", ".join(closed) or "ninguno",
        "períodos que no se pudieron cerrar": " ".join(map(say, done.blocked)) or "ninguno",
        "informes escritos": written.new,
        "informes que no se pudieron escribir": "; ".join(f"{each.name}: {each.why}" for each in written.failed)
        or "ninguno",
    }
