"""The turn of a period: the next one opens, the ended one is consolidated."""

from datetime import date, datetime

from prefect import flow

from flows.edge import Summary, as_summary, carry_out
from gdflow.app import App
from gdflow.services.all_reports import write_all_reports
from gdflow.services.open_period import open_started_periods


@flow(name="gdflow-close")
async def close(as_of: date | None = None) -> Summary:
    """Abrir los períodos que empiezan y escribir el consolidado de los que terminaron."""
    return await carry_out("close", _turn, as_of)


def _turn(app: App, now: datetime) -> Summary:
    rules = app.rules
    with app.transaction() as session:
        opened = open_started_periods(session, rules, now=now)
        written = write_all_reports(session, rules, app.objects, None, None, app.home / "reports", now=now)
    names = ", ".join(f"{period.plan} {period.period}" for period in opened if period.new)
    return {"períodos abiertos": names or "ninguno", **as_summary(written)}
