"""An installation at work, on a clock that a test holds in its hand."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from gdflow.app import App
from gdflow.domain.works import Work
from gdflow.services.last_backup import LastBackup, note_backup
from gdflow.services.means import Means, means_of
from gdflow.storage import runs
from tests.support.cast import at
from tests.support.installation import SETTINGS, reopened

SERVED = SETTINGS + '\n[orchestrator]\nkind = "prefect"\nurl = "http://127.0.0.1:{port}/api"\n'


@dataclass
class Hand:
    """The hand of a clock, and what was waited for."""

    now: datetime = field(default_factory=lambda: at("2023-07-10", 8))
    slept: list[float] = field(default_factory=list)

    def __call__(self) -> datetime:
        return self.now


def at_work(app: App, hand: Hand, owner: str = "worker") -> Means:
    """The means of an installation, which wait for nothing."""
    return replace(means_of(app, "test", hand), owner=owner, sleep=hand.slept.append)


def all_noted(app: App, when: datetime) -> None:
    """Every work ended well at a moment."""
    with app.transaction() as session:
        for work in Work:
            runs.begin_run(session, app.rules.entity_id, work, at=when)
            runs.end_run(session, app.rules.entity_id, work, began=when, at=when, why=None)


def backed_up(app: App, when: datetime) -> None:
    """A backup was made at a moment."""
    note_backup(app.home, LastBackup(when, "copia.zip", "0" * 64, True))


def heartbeat(app: App) -> Path:
    """The file that says when a scan last ended well."""
    return app.data / "heartbeat"


__all__ = ["SERVED", "Hand", "all_noted", "at_work", "backed_up", "heartbeat", "reopened"]
