"""Where Prefect ends and gdflow begins: what time it is, which installation, and how a run ends."""

import asyncio
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from functools import partial
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo

from prefect.artifacts import acreate_markdown_artifact
from prefect.runtime import flow_run

from gdflow import clock, lifeline
from gdflow.app import App
from gdflow.channels import redaction
from gdflow.domain.errors import GdflowError
from gdflow.domain.works import Work
from gdflow.services.means import Means, means_of
from gdflow.services.works import DO, Summary, do
from gdflow.spanish.messages import say

__all__ = ["FlowRefusedError", "Summary", "at_installation", "carry_out", "carry_out_as", "opened"]
T = TypeVar("T")
Doing = Callable[[Means, datetime], Summary]

MORNING = time(8)
TAG = "gdflow"

RUNNER = "FLOWS_RUNNER"
"""The variable by which the processes of a runner's runs know whose they are."""

if RUNNER in os.environ:
    # The process of a run under serve(): without its runner nobody would hear of it, and the next runner repeats it.
    lifeline.die_with_parent(int(os.environ[RUNNER]))


class FlowRefusedError(Exception):
    """What stopped a run, in the Spanish sentence that its state shows."""


async def carry_out(work: Work, as_of: date | None) -> Summary:
    """Do a work on this machine's installation and note how it went; a replayed day is not noted.

    Raises FlowRefusedError, which fails the run: whatever was committed before stays, and the next run goes on from it.
    """
    return await carry_out_as(work.value, as_of, partial(_do, work) if as_of is None else DO[work])


async def carry_out_as(title: str, as_of: date | None, doing: Doing) -> Summary:
    """Do something on this machine's installation; its summary becomes the run's artifact and result.

    Raises FlowRefusedError, as carry_out does.
    """
    summary = await at_installation(doing, as_of)
    await acreate_markdown_artifact(key=f"gdflow-{title}", markdown=as_markdown(summary), description=title)
    return summary


async def at_installation(doing: Callable[[Means, datetime], T], as_of: date | None) -> T:
    """What something answers that is done on this machine's installation. Raises FlowRefusedError."""
    try:
        # In a thread, so that the run's heartbeat goes on while the database is at work.
        return await asyncio.to_thread(_at_installation, doing, as_of)
    except GdflowError as error:
        raise FlowRefusedError(say(error)) from error


def _do(work: Work, means: Means, now: datetime) -> Summary:
    return do(means, work, now=now)


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


@contextmanager
def opened() -> Iterator[App]:
    """This machine's installation while the block lasts; no secret of it gets into a log."""
    app = App.open(installation())
    redaction.install(app.settings.secrets())
    try:
        yield app
    finally:
        app.engine.dispose()


def flow_name(work: str) -> str:
    """The name of a work's flow."""
    return f"{TAG}-{work}"


def _at_installation(doing: Callable[[Means, datetime], T], as_of: date | None) -> T:
    with opened() as app:
        now = moment(as_of, app.settings.window.zone)
        # Sending hours are those of the present: a run that is made up for at night must not send at night.
        return doing(means_of(app, "flow", clock.now if as_of is None else clock.running_from(now)), now)
