"""Writing the consolidated workbooks."""

from datetime import date, datetime

from prefect import flow

from flows.edge import Summary, as_summary, carry_out
from gdflow.app import App
from gdflow.services.all_reports import write_all_reports


@flow(name="gdflow-consolidate")
async def consolidate(as_of: date | None = None, plan: str | None = None, period: str | None = None) -> Summary:
    """Escribir en reports/ el consolidado de un período de cada plan; sin período, el último que terminó."""
    return await carry_out("consolidate", lambda app, now: _consolidate(app, now, plan, period), as_of)


def _consolidate(app: App, now: datetime, plan: str | None, period: str | None) -> Summary:
    with app.transaction() as session:
        return as_summary(
            write_all_reports(session, app.rules, app.objects, plan, period, app.home / "reports", now=now)
        )
