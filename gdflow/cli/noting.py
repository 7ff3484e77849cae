"""Noting the works that a command does today; a replayed day and a rehearsal are no works of the clock."""

from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING

from gdflow import clock

if TYPE_CHECKING:
    from gdflow.app import App
    from gdflow.domain.works import Work


def noted_today(
    app: "App", work: "Work", as_of: str | None, *, dry_run: bool = False
) -> "AbstractContextManager[None]":
    """Note how a work goes while the block lasts."""
    from gdflow.services.runs import noted

    return nullcontext() if as_of or dry_run else noted(app.transaction, app.rules, work, clock=clock.now)
