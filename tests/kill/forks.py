"""A process that has imported everything and forks a child for each job, so that a killed run costs milliseconds.

It reads a word and its fact from each line of its input: `run JOB` answers the child's process id, `wait ID` how it
ended (0, a signal below 0, else above).
"""

import json
import os
import sys
import traceback
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import Any

from gdflow import clock, failpoints
from gdflow.app import App
from gdflow.channels.email import SmtpChannel, SmtpSettings
from gdflow.collect.reading import ReaderPool
from gdflow.domain.periods import parse_period
from gdflow.domain.receipts import ReceiptSource
from gdflow.domain.works import Work
from gdflow.services import shards
from gdflow.services.close_due import close_due
from gdflow.services.decide import why
from gdflow.services.deliver import Transport, deliver
from gdflow.services.find import find_plan
from gdflow.services.keep import keep_file
from gdflow.services.mailbox_round import read_mailbox
from gdflow.services.means import means_of
from gdflow.services.read_answers import read_waiting
from gdflow.services.remind import scan
from gdflow.services.reopen import reopen
from gdflow.services.write_closing import write_missing_reports
from gdflow.settings.model import Settings
from gdflow.settings.rules import rules_of
from gdflow.storage.engine import make_engine, writing
from gdflow.storage.objects import ObjectStore
from tests.kill import copies, races

RULES = rules_of(Settings(), 1)
NOW = datetime(2023, 7, 5, 15, tzinfo=UTC)
Job = Mapping[str, Any]


def send(job: Job) -> None:
    """Deliver what waits, as a sender that starts at a moment and goes on from there."""
    engine = make_engine(job["url"])
    smtp = SmtpSettings("127.0.0.1", job["port"], "none")
    deliver(
        lambda: writing(engine),
        [Transport("email", lambda: SmtpChannel(smtp))],
        RULES,
        clock=clock.running_from(datetime.fromisoformat(job["moment"])),
        owner=f"sender-{os.getpid()}",
        lease=timedelta(seconds=job["lease"]),
    )


def tell(job: Job) -> None:
    """Tell an installation's webhooks what waits for them."""
    app = App.open(Path(job["home"]), {})
    now, lease = clock.running_from(datetime.fromisoformat(job["moment"])), timedelta(seconds=job["lease"])
    owner = f"sender-{os.getpid()}"
    deliver(app.transaction, app.webhooks(), app.rules, clock=now, owner=owner, lease=lease)


def remind(job: Job) -> None:
    """Scan an installation."""
    app = App.open(Path(job["home"]), {})
    with app.transaction() as session:
        scan(session, app.rules, now=datetime.fromisoformat(job["moment"]))


def share(job: Job) -> None:
    """Take part in the round of a work for the hosted entities of an installation."""
    app, moment = App.open(Path(job["home"]), {}), datetime.fromisoformat(job["moment"])
    means = means_of(app, "kill", clock.running_from(moment))
    shards.work_through(means, Work[job["of"]], datetime.fromisoformat(job["since"]))


def take_mails(job: Job) -> None:
    """Take the mails in an installation's mailbox."""
    app = App.open(Path(job["home"]), {"GDFLOW_IMAP__PASSWORD": job["password"]})
    post = app.post()
    assert post is not None
    done = read_mailbox(app.transaction, app.rules, app.objects, post, now=datetime.fromisoformat(job["moment"]))
    if done.trouble is not None:
        raise done.trouble


def upload(job: Job) -> None:
    """Keep one file after the other, and write down each receipt as its sender gets it."""
    engine, objects = make_engine(job["url"]), ObjectStore(Path(job["objects"]))
    its: Mapping[str, Any] = {"source": ReceiptSource.PAGE, "sender": None, "team_id": None, "period": None}
    with Path(job["log"]).open("a", buffering=1, encoding="utf-8") as given:
        for number in count():
            data = f"{os.getpid()} {number} ".encode() * 500
            name = f"{number}.xlsx"
            kept = keep_file(lambda: writing(engine), RULES, objects, name=name, data=data, now=NOW, **its)
            given.write(f"{kept.receipt.number} {sha256(data).hexdigest()}\n")


def read(job: Job) -> None:
    """Read what an installation has kept, its readers included."""
    app = App.open(Path(job["home"]), {})
    with ReaderPool(1) as pool:
        read_waiting(app.transaction, app.rules, app.objects, pool, now=datetime.fromisoformat(job["moment"]))


def turn(job: Job) -> None:
    """Close what is due in an installation, and write what reports are missing."""
    app, now = App.open(Path(job["home"]), {}), datetime.fromisoformat(job["moment"])
    close_due(app.transaction, app.rules, now=now)
    write_missing_reports(app.transaction, app.rules, app.objects, app.home, now=now)


def close(job: Job) -> None:
    """Close what is due in an installation."""
    app = App.open(Path(job["home"]), {})
    close_due(app.transaction, app.rules, now=datetime.fromisoformat(job["moment"]))


def open_again(job: Job) -> None:
    """Open the only plan's closed period again for all."""
    app, now = App.open(Path(job["home"]), {}), datetime.fromisoformat(job["moment"])
    with app.transaction() as session:
        plan, period = find_plan(session, app.entity_id, None), parse_period(job["period"])
        given = why("Coordinación", "Hay un error.")
        reopen(session, app.rules, plan, period, None, date.fromisoformat(job["until"]), given, now=now)


WORK: Mapping[str, Callable[[Job], None]] = {
    "send": send,
    "tell": tell,
    "remind": remind,
    "share": share,
    "mailbox": take_mails,
    "upload": upload,
    "read": read,
    "turn": turn,
    "close": close,
    "reopen": open_again,
    "race": races.write,
    "race-close": races.close,
    "copy-write": copies.write,
    "copy": copies.copy,
    "copy-make": copies.make,
}


def main() -> None:
    """Fork as asked until the input ends."""
    for line in sys.stdin:
        word, _, fact = line.partition(" ")
        print(_fork(json.loads(fact)) if word == "run" else _ended(int(fact)), flush=True)


def _fork(job: Job) -> int:
    child = os.fork()
    if child:
        return child
    try:
        failpoints.arm(job["failpoint"])
        WORK[job["work"]](job)
    except BaseException:  # noqa: BLE001  whatever it is, the child must end here and be seen
        traceback.print_exc()
        os._exit(1)
    os._exit(0)


def _ended(child: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


if __name__ == "__main__":
    main()
