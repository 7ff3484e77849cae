"""A process that has imported everything and forks a child for each job, so that a killed run costs milliseconds.

It reads a word and its fact from each line of its input: `run JOB` answers the child's process id, `wait ID` how it
ended (0, a signal below 0, else above).
"""

import json
import os
import sys
import traceback
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from gdflow import clock, failpoints
from gdflow.app import App
from gdflow.channels.email import SmtpChannel, SmtpSettings
from gdflow.services.deliver import Transport, deliver
from gdflow.services.remind import scan
from gdflow.settings.model import Settings
from gdflow.settings.rules import rules_of
from gdflow.storage.engine import make_engine, writing

RULES = rules_of(Settings(), 1)
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


def remind(job: Job) -> None:
    """Scan an installation."""
    app = App.open(Path(job["home"]), {})
    with app.transaction() as session:
        scan(session, app.rules, now=datetime.fromisoformat(job["moment"]))


WORK: Mapping[str, Callable[[Job], None]] = {"send": send, "remind": remind}


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
