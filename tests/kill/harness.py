"""A due outbox, a receiver and senders that die: who got what, and which notices were flagged in doubt."""

import json
import os
import random
import signal
import smtplib
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy.engine import Engine

from gdflow.domain.notices import Accounting
from gdflow.domain.outbox import NoticeState
from gdflow.domain.plan import PlanLine
from gdflow.services import in_doubt
from gdflow.services.deliver import LEASE
from gdflow.settings.model import Settings
from gdflow.settings.rules import rules_of
from gdflow.storage import obligations, outbox, plans, reminders
from gdflow.storage.engine import make_engine, reading, writing
from gdflow.storage.migrations import migrate
from tests.storage import cast
from tests.support.processes import stopped_in, wait_for

ROOT = Path(__file__).parents[2]
RULES = rules_of(Settings(), 1)
LONG, SHORT = 60.0, 1.0
"""Seconds for which a notice is its sender's: more than a busy machine ever stands still, or what a test can wait."""
PATIENCE = 60
"""Seconds that only a process that hangs needs."""


class Forks:
    """The process that forks the senders."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "tests.kill.forks"]
        self._process = subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
        )
        self._running: set[int] = set()

    def run(self, **job: object) -> int:
        """Start a child and return its process id."""
        child = self._ask(f"run {json.dumps(job)}")
        self._running.add(child)
        return child

    def ended(self, child: int) -> int:
        """How a child ended, once it has."""
        self._running.discard(child)
        return self._ask(f"wait {child}")

    def close(self) -> None:
        """End the process, and every child that a failed test left behind."""
        for child in self._running:
            os.kill(child, signal.SIGKILL)
        self._process.communicate(timeout=PATIENCE)

    def _ask(self, line: str) -> int:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{line}\n")
        return int(self._process.stdout.readline())


@dataclass(frozen=True)
class Kept:
    """The folder of sent mails: what the receiver took. message_ids: of the copies in it."""

    message_ids: set[str]

    def sent_copy(self, message_id: str) -> bool:
        """Whether the receiver took a mail of this Message-ID."""
        return message_id in self.message_ids


@dataclass(frozen=True)
class Verdict:
    """What the receiver's log says. twice: recipients with more than one copy. changed: whose copies differ."""

    lost: frozenset[str]
    twice: frozenset[str]
    changed: frozenset[str]
    flagged: frozenset[str]
    kills: int
    copies: int
    accounting: Accounting

    @property
    def kept(self) -> bool:
        """The promise: nothing lost, a second copy only where the notice was flagged, and recognisable as one."""
        return not self.lost and not self.changed and self.twice <= self.flagged and self.accounting.closed


@dataclass
class Harness:
    """An outbox of due notices and those who send it. moment: the senders' time, which passes a lease after a death.

    lease: seconds for which a notice is its sender's. looks: whether what is in doubt is looked up among the copies
    that the server kept; else a person sends it anew.
    """

    forks: Forks
    engine: Engine
    url: str
    port: int
    log: Path
    due: int = 300
    lease: float = LONG
    looks: bool = False
    moment: datetime = cast.NOW + timedelta(minutes=1)
    entity_id: int = 0
    kills: int = 0
    addresses: set[str] = field(default_factory=set)
    flagged: set[str] = field(default_factory=set)

    def fill(self) -> None:
        """Keep a notice for each of so many new reminders."""
        with writing(self.engine) as session:
            lines = [_line(number) for number in range(self.due)]
            code = f"plan-{len(self.addresses)}"
            self.entity_id, plan_id = cast.add_plan(session, cast.reading(*lines), code)
            owed = [(cast.duty(line.id), line.team_id) for line in plans.lines_of(session, plan_id)]
            obligations.record_duties(session, self.entity_id, plan_id, owed)
            obligations.claim_reminders(session, self.entity_id, [cast.step()], on=cast.TODAY, at=cast.NOW)
            for reminder in reminders.unnoticed(session, self.entity_id):
                draft = cast.draft(self.entity_id, f"r{reminder.id}", [reminder.id])
                data = f"Message-ID: {draft.message_id}\r\nTo: {draft.address}\r\n\r\nHola\r\n".encode()
                outbox.enqueue(session, replace(draft, data=data))
                self.addresses.add(draft.address)

    def start(self, failpoint: str | None = None, lease: float | None = None) -> int:
        """A sender, at the moment's time; lease: another than the others have."""
        job = {
            "work": "send",
            "url": self.url,
            "port": self.port,
            "moment": self.moment.isoformat(),
            "lease": lease or self.lease,
        }
        return self.forks.run(**job, failpoint=failpoint)

    def kill_at(self, failpoint: str, times: Sequence[int]) -> None:
        """Let a sender die at a point for each of the times, the point reached so often; fill up what runs out."""
        for nth in times:
            while self.finished(self.start(f"{failpoint}:kill:{nth}")) != -signal.SIGKILL:
                self.refill()

    def kill_at_random(self, times: int, longest: float = 0.15) -> None:
        """Let so many senders die anywhere."""
        while self.kills < times:
            sender = self.start()
            time.sleep(random.uniform(0, longest))
            os.kill(sender, signal.SIGKILL)
            if self.finished(sender) != -signal.SIGKILL:
                self.refill()

    def finished(self, sender: int) -> int:
        """How a sender ended; after a death its lease runs out."""
        started = time.monotonic()
        code = self.forks.ended(sender)
        self.moment += timedelta(seconds=time.monotonic() - started + 1)
        if code == -signal.SIGKILL:
            self.kills += 1
            self.moment += timedelta(seconds=self.lease)
        return code

    def overslept(self, failpoint: str) -> int:
        """A sender that stands still at a point, and has done so past its lease, by its own clock as by the moment."""
        started = time.monotonic()
        sender = self.start(f"{failpoint}:stop:1", SHORT)
        wait_for(lambda: stopped_in([sender]), PATIENCE, f"a sender stands still at {failpoint}")
        time.sleep(SHORT)
        self.moment += timedelta(seconds=time.monotonic() - started + 1)
        return sender

    def refill(self) -> None:
        """Decide what is in doubt; make new notices when there was nothing."""
        if not self.settle():
            self.fill()

    def finish(self, workers: int = 4) -> Verdict:
        """Send and decide until nothing waits."""
        self.moment += timedelta(seconds=self.lease + 1)
        self.together(workers)
        while self.settle():
            self.together(workers)
        return self.verdict()

    def together(self, workers: int) -> None:
        """So many senders at once, to their end."""
        assert [self.finished(each) for each in [self.start() for _ in range(workers)]] == [0] * workers

    def settle(self) -> int:
        """Decide about each notice in doubt; how many there were."""
        self.hear()
        with reading(self.engine) as session:
            found = outbox.doubtful(session, self.entity_id, "email")
        self.flagged |= {each.address for each in found}
        if self.looks:
            self.look(len(found))
        else:
            with writing(self.engine) as session:
                for each in found:
                    outbox.resolve(session, each.id, NoticeState.QUEUED, self.moment, "Coordinación")
        return len(found)

    def hear(self) -> None:
        """Wait until the receiver has written down what a dead sender had handed over: it answers in turn."""
        with smtplib.SMTP("127.0.0.1", self.port, "localhost", timeout=PATIENCE) as asking:
            asking.ehlo()
            asking.noop()

    def look(self, doubts: int) -> None:
        """Let the look-up among the sent mails decide, once the server has had time to file its copies."""
        self.moment += LEASE + in_doubt.GRACE
        kept = Kept({copy for copies in self.received().values() for copy in copies})
        rules = replace(RULES, entity_id=self.entity_id)
        report = in_doubt.settle_doubts(lambda: writing(self.engine), kept, rules, now=self.moment)
        assert report.arrived + report.again == doubts

    def received(self) -> dict[str, list[str]]:
        """The Message-IDs of the copies that each recipient has, from the receiver's log."""
        copies: defaultdict[str, list[str]] = defaultdict(list)
        for line in self.log.read_text("utf-8").splitlines():
            _, recipient, message_id = line.split()
            copies[recipient].append(message_id)
        return copies

    def verdict(self) -> Verdict:
        """What came of it all."""
        received = self.received()
        twice = frozenset(address for address, copies in received.items() if len(copies) > 1)
        changed = frozenset(address for address, copies in received.items() if len(set(copies)) > 1)
        with reading(self.engine) as session:
            sums = outbox.accounting(session, self.entity_id)
        copies = sum(map(len, received.values()))
        lost = frozenset(self.addresses - received.keys())
        return Verdict(lost, twice, changed, frozenset(self.flagged), self.kills, copies, sums)


@contextmanager
def harness(folder: Path, forks: Forks, *, due: int = 300) -> Iterator[Harness]:
    """An outbox of due notices in a folder, and a receiver for it."""
    url, log = f"sqlite:///{folder / 'outbox.sqlite3'}", folder / "received.log"
    engine = make_engine(url)
    migrate(engine)
    receiver = subprocess.Popen(
        [sys.executable, "-m", "tests.kill.receiver", str(log)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    try:
        assert receiver.stdout is not None
        made = Harness(forks, engine, url, int(receiver.stdout.readline()), log, due)
        made.fill()
        yield made
    finally:
        receiver.kill()
        receiver.communicate()
        engine.dispose()


def _line(number: int) -> PlanLine:
    return replace(cast.known_lines()[0], row=8 + number, number=f"{number + 1}.", activity=f"Actividad {number}")
