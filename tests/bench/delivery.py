"""Delivering 5,000 messages with the limiter off to a C server, against smtplib doing only the sending.

Each round delivers a copy of the same outbox, on a real file with every commit written through to the disk.
"""

import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sqlalchemy import event
from sqlalchemy.engine import Engine
from sqlmodel import Session

from gdflow import clock
from gdflow.channels.base import Accepted, Message
from gdflow.channels.email import SmtpChannel, SmtpSettings
from gdflow.domain.notices import NoticeDraft
from gdflow.domain.outbox import EMAIL, NoticeState
from gdflow.domain.rules import Rules
from gdflow.services.deliver import Transport, deliver
from gdflow.storage.engine import Transaction, make_engine, writing
from tests.bench.digests import plain_sender
from tests.bench.mailing import NOW, Department, write_digests
from tests.bench.sides import Cost, cost, tell
from tests.bench.sink import sink
from tests.support.smtp import HOST

MESSAGES, ROUNDS, WARMING = 5_000, 5, 50


def main(messages: int = MESSAGES) -> None:
    """Print milliseconds a message, how often smtplib could have sent it meanwhile, and where the time goes."""
    with tempfile.TemporaryDirectory() as name, sink() as port:
        folder = Path(name)
        drafts, rules = _outbox(folder / "outbox.db", messages)
        bench = _Bench(folder, rules, port, messages)
        bench.once()  # both sides once, uncounted
        plain = plain_sender(drafts, port)
        cost(plain)
        rounds = [(bench.once(), cost(plain)) for _ in range(ROUNDS)]
        mine, yours = [one for one, _ in rounds], [other for _, other in rounds]
        tell(f"deliver {messages} messages", "gdflow", mine, "smtplib, only sending", yours, messages)
        bench.split()


def _outbox(path: Path, messages: int) -> tuple[list[NoticeDraft], Rules]:
    department = Department.built(path, messages)
    morning = department.morning(replace(department.rules, attach_form=False))
    drafts = write_digests(department, morning, list(morning.post))
    with department.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    department.engine.dispose()
    return drafts, department.rules


@dataclass(slots=True)
class _Spent:
    """Seconds, and how many times."""

    seconds: float = 0.0
    times: int = 0

    def add(self, began: float) -> None:
        self.seconds += time.perf_counter() - began
        self.times += 1


@dataclass(frozen=True, slots=True)
class _Bench:
    folder: Path
    rules: Rules
    port: int
    messages: int

    def once(self) -> Cost:
        """Deliver a copy of the outbox."""
        with self._copy() as engine:
            return cost(lambda: self._deliver(lambda: writing(engine), self._channel))

    def split(self) -> None:
        """Once more, with a watch on each part; the watches themselves cost a little."""
        commits, statements, smtp = _Spent(), _Spent(), _Spent()
        with self._copy() as engine:
            _watch(engine, statements)
            whole = cost(lambda: self._deliver(_watched(engine, commits), lambda: _Watched(self._channel(), smtp)))
        parts = {"commits": commits, "statements": statements, "SMTP": smtp}
        for name, spent in parts.items():
            each, share = spent.seconds * 1000 / self.messages, spent.seconds / whole.wall
            count = spent.times / self.messages
            sys.stdout.write(f"  of which {name}: {each:.2f} ms ({share:.0%}), {count:.1f} a message\n")
        rest = whole.wall - sum(spent.seconds for spent in parts.values())
        sys.stdout.write(f"  of which the rest: {rest * 1000 / self.messages:.2f} ms ({rest / whole.wall:.0%})\n")

    def _deliver(self, transaction: Transaction, channel: Callable[[], Any]) -> None:
        its = (transaction, [Transport(EMAIL, channel)], self.rules)
        report = deliver(*its, clock=clock.running_from(NOW), owner="bench")
        if report.count(NoticeState.SENT) != self.messages:
            raise RuntimeError(f"{report.count(NoticeState.SENT)} of {self.messages} sent")

    def _channel(self) -> SmtpChannel:
        return SmtpChannel(SmtpSettings(HOST, self.port, "none"))

    @contextmanager
    def _copy(self) -> Iterator[Engine]:
        path = Path(shutil.copy(self.folder / "outbox.db", self.folder / "round.db"))
        engine = make_engine(f"sqlite:///{path}")
        yield engine
        engine.dispose()
        for left in self.folder.glob("round.db*"):
            left.unlink()


class _Watched:
    """The channel with a watch on it."""

    def __init__(self, channel: SmtpChannel, spent: _Spent) -> None:
        self._channel, self._spent = channel, spent

    def send(self, message: Message) -> Accepted:
        began = time.perf_counter()
        accepted = self._channel.send(message)
        self._spent.add(began)
        return accepted

    def close(self) -> None:
        self._channel.close()


def _watched(engine: Engine, commits: _Spent) -> Transaction:
    @contextmanager
    def transaction() -> Iterator[Session]:
        with writing(engine) as session:
            yield session
            began = time.perf_counter()
        commits.add(began)

    return transaction


def _watch(engine: Engine, spent: _Spent) -> None:
    began: list[float] = []

    def before(*_facts: object) -> None:
        began.append(time.perf_counter())

    def after(*_facts: object) -> None:
        spent.add(began.pop())

    event.listen(engine, "before_cursor_execute", before)
    event.listen(engine, "after_cursor_execute", after)


if __name__ == "__main__":
    main()
