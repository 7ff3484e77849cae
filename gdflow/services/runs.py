"""How the works of the clock go: each notes itself, and whoever asks learns which are late and which are owed.

A work is late when half an hour after its time on a business day it has not ended well; it is owed as soon as its time
has come. Works are idempotent, so one that may have been done is done again.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from gdflow.channels.redaction import redacted
from gdflow.domain.errors import GdflowError
from gdflow.domain.jobs import LastRun, RunState
from gdflow.domain.rules import Rules
from gdflow.domain.works import Work, due_at
from gdflow.spanish.messages import say
from gdflow.storage import runs
from gdflow.storage.engine import Session, Transaction
from gdflow.storage.gauges import Queue, first_plan_at, queue_of

GRACE = timedelta(minutes=30)
EARLY = timedelta(seconds=15)
"""Prefect begins a run up to a few seconds before its minute."""
AGAIN = timedelta(minutes=10)
"""How long a work that failed rests."""
LONGEST = {Work.DELIVER: timedelta(hours=6)}
"""How long a work may take: a burst of mails leaves slowly."""
LEAST_FREE = 200 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class WorkHealth:
    """A work and how it goes. run: the newest, None when it never ran. due: when it last should have been done."""

    work: Work
    run: LastRun | None
    due: datetime | None
    late: bool

    @property
    def succeeded_at(self) -> datetime | None:
        """When it last ended well."""
        return None if self.run is None else self.run.succeeded_at


@dataclass(frozen=True, slots=True)
class Health:
    """How an installation is. free: bytes on its disk, None where nobody asked."""

    works: tuple[WorkHealth, ...]
    queue: Queue
    free: int | None

    @property
    def late(self) -> tuple[WorkHealth, ...]:
        """The works that are late."""
        return tuple(each for each in self.works if each.late)

    @property
    def full(self) -> bool:
        """Whether the disk has too little room."""
        return self.free is not None and self.free < LEAST_FREE

    @property
    def well(self) -> bool:
        """Whether nobody has to do anything for reminders to leave and answers to be taken."""
        return not (self.late or self.full)


@dataclass(frozen=True, slots=True)
class OwedWork:
    """A work whose time has come. due: that time. run: the newest, None when it never ran."""

    work: Work
    due: datetime
    run: LastRun | None

    @property
    def key(self) -> str:
        """What tells this debt from the next: the time, and the run that did not pay it."""
        return f"{self.work}-{self.due.isoformat()}-{self.run.started_at.isoformat() if self.run else ''}"


@contextmanager
def noted(transaction: Transaction, rules: Rules, work: Work, *, clock: Callable[[], datetime]) -> Iterator[None]:
    """Note that a work is done meanwhile, and how it ended. A process that dies leaves it running."""
    began = clock()
    with transaction() as session:
        runs.begin_run(session, rules.entity_id, work, at=began)
    try:
        yield
    except Exception as error:
        _end(transaction, rules, work, began, clock(), _why(error))
        raise
    _end(transaction, rules, work, began, clock(), None)


def works_of(session: Session, rules: Rules, *, now: datetime) -> tuple[WorkHealth, ...]:
    """Every work that has a schedule, and how it goes."""
    known = runs.runs_of(session, rules.entity_id)
    since = first_plan_at(session, rules.entity_id)
    return tuple(_judged(rules, work, known.get(work), since, now) for work in Work if rules.schedule.get(work))


def owed_works(
    session: Session, rules: Rules, *, now: datetime, after: timedelta = timedelta()
) -> tuple[OwedWork, ...]:
    """The works whose time has come and that have not been done since, in the order in which they are best done.

    For one that alone keeps the clock: what is noted as running has died. after: leave them so long to whoever should
    do them.
    """
    local, known = rules.window.local(now - after), runs.runs_of(session, rules.entity_id)
    times = ((work, due_at(rules.schedule.get(work, ()), local)) for work in ORDER)
    found = (OwedWork(work, due, known.get(work)) for work, due in times if due is not None)
    return tuple(each for each in found if _is_owed(each.run, each.due, now))


ORDER = (Work.CLOSE, Work.SCAN, Work.COLLECT, Work.EVIDENCE, Work.CONSOLIDATE, Work.WATCH, Work.DELIVER)
"""What others build on first, what takes long last."""


def health(session: Session, rules: Rules, *, now: datetime, free: int | None = None) -> Health:
    """How an installation is at a moment. Raises the database's errors."""
    return Health(works_of(session, rules, now=now), queue_of(session, rules.entity_id, now=now), free)


def _judged(rules: Rules, work: Work, run: LastRun | None, since: datetime | None, now: datetime) -> WorkHealth:
    due = due_at(rules.schedule[work], rules.window.local(now - GRACE))
    if due is not None and not rules.calendar.is_business_day(due.date()):
        before = rules.calendar.roll_back(due.date())
        due = due_at(rules.schedule[work], datetime.combine(before, time.max, due.tzinfo))
    return WorkHealth(work, run, due, due is not None and _is_late(work, run, due, since, now))


def _is_late(work: Work, run: LastRun | None, due: datetime, since: datetime | None, now: datetime) -> bool:
    if run is not None and run.state is RunState.RUNNING and now - run.started_at < LONGEST.get(work, timedelta()):
        return False
    if run is None or run.succeeded_at is None:
        return since is not None and since < due
    return run.succeeded_at < due - EARLY


def _is_owed(run: LastRun | None, due: datetime, now: datetime) -> bool:
    if run is None or run.state is RunState.RUNNING or run.started_at < due - EARLY:
        return True
    return run.state is RunState.FAILED and now - (run.ended_at or run.started_at) >= AGAIN


def _end(transaction: Transaction, rules: Rules, work: Work, began: datetime, at: datetime, why: str | None) -> None:
    with transaction() as session:
        runs.end_run(session, rules.entity_id, work, began=began, at=at, why=why)


def _why(error: Exception) -> str:
    """What is kept of an error: its sentence, without keys."""
    return redacted(say(error) if isinstance(error, GdflowError) else f"{type(error).__name__}: {error}")
