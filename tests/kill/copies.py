"""Who writes into an installation while it is copied, who copies it, and who makes another of the copy."""

import json
import os
import time
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

from gdflow.app import App
from gdflow.domain.receipts import ReceiptSource
from gdflow.services.backup import back_up
from gdflow.services.deliver import Delivered, deliver
from gdflow.services.evidence import add_file
from gdflow.services.find import find_plan
from gdflow.services.keep import keep_file
from gdflow.services.means import means_of
from gdflow.services.remind import scan
from gdflow.services.report_line import LineAnswer, report_line
from gdflow.services.restore import restore
from gdflow.settings import load_settings
from gdflow.storage import plans

NOW, Q2 = datetime(2023, 7, 5, 15, tzinfo=UTC), "2023-Q2"
BREATH = 0.005
PDF = b"%PDF-1.7\n%"
Job = Mapping[str, Any]
Acknowledged = tuple[str, str, str]
"""What a writer was told of: its kind, and what it is found by."""


def write(job: Job) -> None:
    """Write for ever, and note each thing once it is acknowledged."""
    app = App.open(Path(job["home"]), job["environ"])
    with Path(job["log"]).open("a", buffering=1, encoding="utf-8") as log:
        for acknowledged in WRITERS[job["writer"]](app):
            log.write(json.dumps(acknowledged) + "\n")
            time.sleep(BREATH)


def _figures(app: App, *rows: int) -> Iterator[Acknowledged]:
    """A team corrects the figures of its lines over and over."""
    with app.reading() as session:
        lines = plans.lines_of(session, find_plan(session, app.entity_id, None).id)
    its = [line for line in lines if line.row in rows]
    for turn in count(1):
        line, said = its[turn % len(its)], f"Van {turn} de {os.getpid()}"
        with app.transaction() as session:
            answer = LineAnswer(line.uid, str(turn), said)
            report_line(session, app.rules, line.team_id or 0, Q2, answer, by="enlace", now=NOW)
        yield "result", said, line.uid


def _files(app: App) -> Iterator[Acknowledged]:
    """Files arrive and get their receipts."""
    its: Mapping[str, Any] = {"source": ReceiptSource.PAGE, "sender": None, "team_id": None, "period": None}
    for turn in count(1):
        data = f"{os.getpid()} {turn} ".encode() * 5000
        kept = keep_file(app.transaction, app.rules, app.objects, name=f"{turn}.xlsx", data=data, now=NOW, **its)
        yield "receipt", kept.receipt.number, kept.receipt.sha256


def _evidence(app: App) -> Iterator[Acknowledged]:
    """Evidence is put behind a line."""
    with app.reading() as session:
        line = plans.lines_of(session, find_plan(session, app.entity_id, None).id)[-1]
    for turn in count(1):
        told: Mapping[str, Any] = {
            "name": f"Acta {turn}.pdf",
            "data": PDF + str(turn).encode() * 20000,
            "dated_on": None,
        }
        with app.transaction() as session:
            added = add_file(session, app.rules, app.evidence, line, Q2, by="enlace", now=NOW, **told)
        yield "annex", str(added.annex), str(added.sha256)


def _mails(app: App) -> Iterator[Acknowledged]:
    """Days pass: each is scanned, and its mails leave."""
    for turn in count():
        now = NOW + timedelta(days=turn)
        with app.transaction() as session:
            scan(session, app.rules, now=now)
        for each in _delivered(app, now):
            yield "notice", each.subject, each.address
        time.sleep(BREATH)


def _delivered(app: App, now: datetime) -> tuple[Delivered, ...]:
    return deliver(app.transaction, app.transports(), app.rules, clock=lambda: now, owner=str(os.getpid())).deliveries


WRITERS: Mapping[str, Callable[[App], Iterator[Acknowledged]]] = {
    "figures": lambda app: _figures(app, 18),
    "corrections": lambda app: _figures(app, 12, 13, 14),
    "files": _files,
    "evidence": _evidence,
    "mails": _mails,
}


def copy(job: Job) -> None:
    """Back an installation up."""
    app = App.open(Path(job["home"]), job["environ"])
    now = datetime.fromisoformat(job["moment"])
    made = back_up(means_of(app, "kill"), Path(job["folder"]), now=now)
    Path(job["log"]).write_text(str(made.file), encoding="utf-8")


def make(job: Job) -> None:
    """Restore a backup."""
    environ = job["environ"]
    restore(Path(job["file"]), Path(job["target"]), lambda folder: App(folder, load_settings(folder, environ)), now=NOW)
