"""The works whose time has come, done by whoever keeps the clock on this machine: each by one process at a time.

Works for hosted entities are shared by every process that keeps the clock, on whichever machine.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from gdflow.domain.errors import GdflowError
from gdflow.domain.works import Work
from gdflow.services import shards
from gdflow.services.means import Means
from gdflow.services.runs import ORDER, owed_works
from gdflow.services.works import Summary, do
from gdflow.spanish.messages import say
from gdflow.storage.turns import turn

TURNS = ("data", "turns")


@dataclass(frozen=True, slots=True)
class DoneWork:
    """A work that was done. trouble: the sentence of what stopped it, None when it ended well."""

    work: Work
    summary: Summary
    trouble: str | None = None


def owed_now(means: Means) -> tuple[Work, ...]:
    """The works whose time has come and that have not been done since."""
    with means.reading() as session:
        return tuple(each.work for each in owed_works(session, means.rules, now=means.clock()))


def do_if_owed(means: Means, work: Work) -> DoneWork | None:
    """Do a work unless another process on this machine is at it, or has just done it."""
    with turn(means.home.joinpath(*TURNS), work.value) as is_ours:
        if not is_ours or work not in owed_now(means):
            return None
        try:
            return DoneWork(work, do(means, work, now=means.clock()))
        except GdflowError as error:
            return DoneWork(work, {}, say(error))


def do_what_is_owed(means: Means) -> Iterator[DoneWork]:
    """Do every work whose time has come, one after the other: for our own entity, then for those hosted."""
    for work in owed_now(means):
        done = do_if_owed(means, work)
        if done is not None:
            yield done
    for work in owed_to_hosted(means):
        yield do_for_hosted(means, work)


def owed_to_hosted(means: Means) -> tuple[Work, ...]:
    """The works whose time has come and that some hosted entity waits for, in the order in which they are best done."""
    if not shards.hosts(means):
        return ()
    times = ((work, shards.due_since(means, work)) for work in ORDER if work in shards.SHARED)
    return tuple(work for work, since in times if since is not None and shards.owed_shards(means, work, since))


def do_for_hosted(means: Means, work: Work) -> DoneWork:
    """Do a work for the hosted entities that wait for it; others may be at it too, here and on other machines."""
    since = shards.due_since(means, work)
    tally = shards.work_through(means, work, since or means.clock())
    trouble = say(shards.failures(tally)) if tally.failed else None
    return DoneWork(work, tally.summary, trouble)
