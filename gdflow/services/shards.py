"""A work done for hosted entities: whoever is free takes the next of those that wait, until none of the shard waits.

Every entity is claimed by a row with a lease before it is worked for, so workers on several machines share a round
without knowing of each other, and what one of them leaves behind when it dies is taken by another. An entity that fails
stops no other; it is named at the end, and tried again later.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from gdflow import failpoints
from gdflow.channels.redaction import redacted
from gdflow.domain.entities import WHOLE, KnownEntity, Shard, shards_of
from gdflow.domain.errors import ConflictError, GdflowError
from gdflow.domain.works import Work, due_at
from gdflow.services import hosting
from gdflow.services.means import Means
from gdflow.services.runs import AGAIN, EARLY
from gdflow.services.works import DO, Summary
from gdflow.spanish.messages import say
from gdflow.storage import entities, runs, shards

LEASE = timedelta(minutes=10)
"""How long a worker may be at the entities that it has claimed at once."""
AT_ONCE = 10
NAMED = 20
"""Entities that failed, named in a sentence; the board and `last_run` know them all."""
SHARED = tuple(work for work in Work if work is not Work.WATCH)
"""The works that are done for each entity; the watch looks after the works themselves."""


@dataclass(slots=True)
class Tally:
    """What a run did: entities, those that failed with their sentences, and the figures of the others summed up."""

    done: int = 0
    failed: dict[str, str] = field(default_factory=dict)
    sums: dict[str, int] = field(default_factory=dict)

    def add(self, summary: Summary) -> None:
        """One more entity went well."""
        self.done += 1
        for name, value in summary.items():
            if isinstance(value, int):
                self.sums[name] = self.sums.get(name, 0) + value

    @property
    def summary(self) -> Summary:
        """The same in words."""
        return {"entidades": self.done, "entidades que fallaron": len(self.failed), **self.sums}


def failures(tally: Tally) -> ConflictError:
    """Which entities failed, as an error; the first of them are named with their own sentences."""
    named = [f"{code}: {why}" for code, why in list(tally.failed.items())[:NAMED]]
    return ConflictError("entities_failed", found=len(tally.failed), done=tally.done, named=" ".join(named))


def hosts(means: Means) -> bool:
    """Whether this database holds entities for which others work."""
    with means.reading() as session:
        return shards.hosted(session) > 0


def due_since(means: Means, work: Work) -> datetime | None:
    """When a work was last due by the installation's schedule."""
    local = means.rules.window.local(means.clock())
    return due_at(means.rules.schedule.get(work, ()), local)


def owed_shards(means: Means, work: Work, since: datetime, shard: Shard = WHOLE) -> tuple[Shard, ...]:
    """What is left of a round, divided into runs. since: when the round began."""
    with means.reading() as session:
        return shards_of(shards.waiting(session, work, shard, _turn(since, means.clock())))


def work_through(means: Means, work: Work, since: datetime, shard: Shard = WHOLE) -> Tally:
    """Do a work for every entity of a shard for which it is still to be done and that no other worker is at.

    since: when the round began. What an entity's work raises is its own failure; what claims raise ends the run.
    """
    tally = Tally()
    for claimed in _claims(means, work, since, shard):
        for entity, began in claimed:
            _work_for(means, work, entity, began, since, tally)
    return tally


def replay(means: Means, work: Work, now: datetime, shard: Shard = WHOLE) -> Tally:
    """Do a work for every entity of a shard as of a moment; it is not noted. Raises what the first failure raises."""
    with means.reading() as session:
        known = entities.hosted_among(session, shard.first, shard.last)
    tally = Tally()
    for entity in known:
        tally.add(DO[work](hosting.means_for(means, entity), now))
    return tally


def _claims(means: Means, work: Work, since: datetime, shard: Shard) -> Iterator[list[tuple[KnownEntity, datetime]]]:
    """Claim a few entities at a time, until none waits; an empty claim may have been forestalled: once more."""
    empty = 0
    while empty < 2:
        now = means.clock()
        with means.transaction() as session:
            ids = shards.claim(session, work, shard, _turn(since, now), most=AT_ONCE, now=now)
            known = entities.hosted_among(session, ids[0], ids[-1]) if ids else ()
        failpoints.reach("shard.claimed")
        empty = 0 if ids else empty + 1
        yield [(entity, now) for entity in known if entity.id in ids]


def _work_for(means: Means, work: Work, entity: KnownEntity, began: datetime, since: datetime, tally: Tally) -> None:
    why: str | None = None
    try:
        tally.add(DO[work](hosting.means_for(means, entity), since))
    except GdflowError as error:
        why = redacted(say(error))
    except Exception as error:  # noqa: BLE001  whatever one entity meets, the others are worked for
        why = redacted(f"{type(error).__name__}: {error}")
    if why is not None:
        tally.failed[entity.code] = why
    with means.transaction() as session:
        runs.end_run(session, entity.id, work, began=began, at=means.clock(), why=why)


def _turn(since: datetime, now: datetime) -> shards.Turn:
    return shards.Turn(due=since - EARLY, dead=now - LEASE, rested=now - AGAIN)
