"""Where Prefect ends and gdflow begins: what time it is, which installation, and how a run ends."""

import asyncio
import os
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

from prefect.artifacts import acreate_markdown_artifact
from prefect.runtime import flow_run

from gdflow.app import App
from gdflow.domain.errors import GdflowError
from gdflow.services.write_reports import WrittenReports
from gdflow.spanish.messages import say

Summary = dict[str, int | str]
Work = Callable[[App, datetime], Summary]

MORNING = time(8)


class FlowRefusedError(Exception):
    """What stopped a run, in the Spanish sentence that its state shows."""


async def carry_out(title: str, work: Work, as_of: date | None) -> Summary:
    """Do a flow's work on this machine's installation; its summary becomes the run's artifact and result.

    Raises FlowRefusedError, which fails the run: whatever was committed before stays, and the next run goes on from it.
    """
    try:
        # In a thread, so that the run's heartbeat goes on while the database is at work.
        summary = await asyncio.to_thread(_at_installation, work, as_of)
    except GdflowError as error:
        raise FlowRefusedError(say(error)) from error
    await acreate_markdown_artifact(key=f"gdflow-{title}", markdown=as_markdown(summary), description=title)
    return summary


def installation() -> Path:
    """The folder of the installation: GDFLOW_HOME, else the current one."""
    return Path(os.environ.get("GDFLOW_HOME") or Path.cwd())


def moment(as_of: date | None, zone: str) -> datetime:
    """The moment at which a run acts: 8:00 of the day that is asked for, else the time for which it was scheduled.

    Not the present: runs that were missed are made up for in a bunch, and each must see the day it was meant for.
    """
    if as_of is not None:
        return datetime.combine(as_of, MORNING, ZoneInfo(zone))
    # The runtime gives a type of its own; past this point only the standard library's datetime is known.
    return datetime.fromtimestamp(flow_run.scheduled_start_time.timestamp(), UTC)


def as_markdown(summary: Mapping[str, int | str]) -> str:
    """A summary as a table for the run's page."""
    rows = "".join(f"| {name} | {value} |\n" for name, value in summary.items())
    return f"| | |\n|---|---|\n{rows}"


def as_summary(written: Iterable[WrittenReports]) -> Summary:
    """Reports by their plan's code: the files, and how many lines are missing."""
    return {
        each.report.plan.code: f"{', '.join(file.name for file in each.files)}; sin reporte: {len(each.report.missing)}"
        for each in written
    }


def _at_installation(work: Work, as_of: date | None) -> Summary:
    app = App.open(installation())
    try:
        return work(app, moment(as_of, app.settings.window.zone))
    finally:
        app.engine.dispose()
