"""Long work that people ask for: kept first, then carried out under a lease, so that a restart loses and doubles none.

Whoever carries a job out holds it while it lives. When it dies the lease runs out and the next takes the job up; a job
that killed its worker twice is given up with that reason. What a job does can be done again: each kind sees to that.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Event, Thread

from gdflow.channels.redaction import redacted
from gdflow.domain.errors import GdflowError, NotFoundError
from gdflow.domain.jobs import Job, JobKind, JobState
from gdflow.domain.rules import Rules
from gdflow.services.job_kinds import KINDS
from gdflow.services.means import Means
from gdflow.spanish.jobs import KILLED
from gdflow.spanish.messages import say
from gdflow.storage import events, jobs
from gdflow.storage.engine import Session

LEASE = timedelta(seconds=60)
RENEWAL = 15.0
"""Seconds between two renewals of a lease."""
MOST_TRIES = 2
NEWEST = 50
Call = Callable[[Job], str]
"""Ask another process to carry a job out; answers the name of the run there. Raises DeliveryError."""


def request(
    session: Session,
    rules: Rules,
    kind: JobKind,
    parameters: Mapping[str, str],
    *,
    key: str,
    by: str,
    now: datetime,
) -> Job:
    """The job of a key, kept now where it is not known; one that failed waits once more. by: who asks."""
    new = jobs.add_job(session, rules.entity_id, kind, parameters, key=key, by=by, at=now)
    job = _known(jobs.job_by_key(session, rules.entity_id, key), key)
    if not new and job.state is not JobState.FAILED:
        return job
    if not new:
        jobs.ask_again(session, job.id, by=by, at=now)
    facts = {"kind": kind.value, "key": key, "parameters": dict(parameters)}
    events.append(session, rules.entity_id, "job_requested", f"job:{job.id}", facts, at=now, actor=by)
    return _known(jobs.job_by_id(session, rules.entity_id, job.id), key)


def job_of(session: Session, rules: Rules, number: int) -> Job:
    """A job by its number. Raises NotFoundError("unknown_job")."""
    return _known(jobs.job_by_id(session, rules.entity_id, number), number)


def newest_jobs(session: Session, rules: Rules) -> tuple[Job, ...]:
    """The newest jobs, newest first."""
    return jobs.newest_jobs(session, rules.entity_id, NEWEST)


def run_next(means: Means, key: str | None = None) -> Job | None:
    """Carry out the job that has waited longest, or that of a key; None where none waits.

    Answers the job as it then stands: an error that a job meets is its end, and not the caller's.
    """
    job = _claimed(means, key)
    if job is None or job.tries > MOST_TRIES:
        return job and _ended(means, job, {}, KILLED)
    with _Held(means, job):
        try:
            result, error = _done(means, job), None
        except GdflowError as refused:
            result, error = {}, say(refused)
        except Exception as unforeseen:  # noqa: BLE001  whatever a job meets, whoever asked for it has to learn of it
            result, error = {}, redacted(f"{type(unforeseen).__name__}: {unforeseen}")
    return _ended(means, job, result, error)


def run_waiting(means: Means) -> tuple[Job, ...]:
    """Carry out every job that waits, one after the other; those that were done."""
    done: list[Job] = []
    while _open(means) and (job := run_next(means)) is not None:
        done.append(job)
    return tuple(done)


def call_waiting(means: Means, call: Call, *, after: timedelta) -> tuple[Job, ...]:
    """Ask the orchestrator for every job that nobody was asked for yet; those that it leaves lying are done here.

    after: how long a job may lie. Raises the call's DeliveryError once those were done.
    """
    trouble: GdflowError | None = None
    for job in (job for job in _open(means) if job.state is JobState.QUEUED and job.run is None):
        try:
            run = call(job)
        except GdflowError as error:
            trouble = error
            break
        with means.transaction() as session:
            jobs.note_call(session, job.id, run)
    done = tuple(run_next(means, job.key) for job in _lying(means, after))
    if trouble is not None:
        raise trouble
    return tuple(job for job in done if job is not None)


def _lying(means: Means, after: timedelta) -> list[Job]:
    """The jobs that should have been taken up long ago, or whose worker is gone."""
    now = means.clock()
    return [job for job in _open(means) if now - (job.started_at or job.requested_at) >= after]


def _open(means: Means) -> tuple[Job, ...]:
    with means.reading() as session:
        return jobs.open_jobs(session, means.rules.entity_id)


@dataclass(frozen=True, slots=True)
class _Progress:
    """Tells how far a job has come, in a transaction of its own."""

    means: Means
    job: Job

    def __call__(self, done: int, total: int, step: str) -> None:
        with self.means.transaction() as session:
            jobs.note_progress(session, self.job.id, self.means.owner, done, total, step)


class _Held:
    """Renews a job's lease while it is carried out."""

    def __init__(self, means: Means, job: Job) -> None:
        self._means, self._job, self._over = means, job, Event()
        self._thread = Thread(target=self._renew, name=f"lease-{job.id}", daemon=True)

    def __enter__(self) -> None:
        self._thread.start()

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _renew(self) -> None:
        while not self._over.wait(RENEWAL):
            # Where the job itself holds the database for long, nobody else can take the job over either.
            with suppress(GdflowError), self._means.transaction() as session:
                until = self._means.clock() + LEASE
                jobs.keep_job(session, self._job.id, self._means.owner, until=until)


def _done(means: Means, job: Job) -> Mapping[str, str]:
    if job.kind not in KINDS:
        raise NotFoundError("unknown_job_kind", found=job.kind.label)
    return KINDS[job.kind](means, job, _Progress(means, job))


def _claimed(means: Means, key: str | None) -> Job | None:
    now = means.clock()
    with means.transaction() as session:
        return jobs.claim_job(session, means.rules.entity_id, key=key, now=now, owner=means.owner, until=now + LEASE)


def _ended(means: Means, job: Job, result: Mapping[str, str], error: str | None) -> Job:
    with means.transaction() as session:
        jobs.end_job(session, job.id, means.owner, at=means.clock(), result=result, error=error)
        return job_of(session, means.rules, job.id)


def _known(job: Job | None, name: object) -> Job:
    if job is None:
        raise NotFoundError("unknown_job", found=name)
    return job
