"""What happened, in an append-only chain for each entity."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from operator import attrgetter

from sqlalchemy import bindparam, select, update
from sqlmodel import Session

from gdflow.domain.events import GENESIS, Event, canonical_facts
from gdflow.storage.engine import execute, insert_rows
from gdflow.storage.tables import entity, event
from gdflow.storage.webhook_events import announce
from gdflow.storage.webhooks import LISTENED

NAMES = ("entity_id", "sequence", "kind", "subject", "facts", "actor", "at", "previous")
CHAIN = select(*(event.c[name] for name in NAMES), event.c.hash).order_by(event.c.sequence)
KEPT = select(entity.c.events, entity.c.head).where(entity.c.id == bindparam("of_entity"))
# Its key does not change: rows that refer to the entity hold it too, and would wait for each other here.
HELD = KEPT.with_for_update(key_share=True)
# Whether anybody listens is asked once the row is held: whoever was added before that is told.
MOVED = update(entity).where(entity.c.id == bindparam("of_entity")).returning(LISTENED)
BATCH = 1000
Happened = tuple[str, str, Mapping[str, object]]
"""An event's kind, subject and facts."""
ByWhom = tuple[str, str, Mapping[str, object], str]
"""The same with its actor."""
_said = attrgetter(*NAMES)


def append(
    session: Session,
    entity_id: int,
    kind: str,
    subject: str,
    facts: Mapping[str, object],
    *,
    at: datetime,
    actor: str,
) -> int:
    """Add an event to the entity's chain and return its sequence number. facts: what JSON can hold."""
    return append_all(session, entity_id, [(kind, subject, facts)], at=at, actor=actor)


def append_all(session: Session, entity_id: int, happened: Iterable[Happened], *, at: datetime, actor: str) -> int:
    """Add events of one actor to the entity's chain; otherwise as append_each."""
    return append_each(session, entity_id, [(*each, actor) for each in happened], at=at)


def append_each(session: Session, entity_id: int, happened: Iterable[ByWhom], *, at: datetime) -> int:
    """Add events to the entity's chain, in this order, and return the sequence number of the last.

    The entity's row holds the chain's head; whoever appends holds that row until the commit. What webhooks asked for
    waits in the outbox by the same commit.
    """
    last, head = execute(session, HELD, {"of_entity": entity_id}).one()
    rows, added_all = [], []
    for kind, subject, facts, actor in happened:
        last += 1
        added = Event(entity_id, last, kind, subject, canonical_facts(facts), actor, at.astimezone(UTC), head)
        head = added.hash
        rows.append((*_said(added), head))
        added_all.append(added)
    insert_rows(session, event, (*NAMES, "hash"), rows)
    told = execute(session, MOVED, {"of_entity": entity_id, "events": last, "head": head}).scalar_one()
    if told:
        announce(session, entity_id, added_all)
    return int(last)


def chain_head(session: Session, entity_id: int) -> tuple[int, str]:
    """How many events the entity's chain has and the hash of the last; nobody appends before this transaction ends."""
    count, head = execute(session, HELD, {"of_entity": entity_id}).one()
    return int(count), str(head)


def verify(session: Session, entity_id: int) -> int | None:
    """The sequence number of the first event that was changed, removed or swapped; None for a whole chain.

    Whoever can rewrite every table can rewrite the chain too: only a head kept elsewhere shows that.
    """
    expected, previous = 1, GENESIS
    for found, written in _chain(session, entity_id):
        if (found.sequence, found.previous, found.hash) != (expected, previous, written):
            return expected
        expected, previous = expected + 1, written
    kept = execute(session, KEPT, {"of_entity": entity_id}).one()
    return None if tuple(kept) == (expected - 1, previous) else expected


def events_of(session: Session, entity_id: int, subject: str | None = None) -> tuple[Event, ...]:
    """The events of an entity, or those about one subject, in the order in which they happened."""
    found = select(*(event.c[name] for name in NAMES)).where(event.c.entity_id == entity_id).order_by(event.c.sequence)
    if subject is not None:
        found = found.where(event.c.subject == subject)
    return tuple(Event(*row) for row in execute(session, found))


def events_of_kind(session: Session, entity_id: int, subjects: Collection[str], kind: str) -> tuple[Event, ...]:
    """The events of one kind about some subjects of an entity, in the order in which they happened."""
    its = event.c.entity_id == entity_id, event.c.subject.in_(sorted(subjects)), event.c.kind == kind
    found = select(*(event.c[name] for name in NAMES)).where(*its).order_by(event.c.sequence)
    return tuple(Event(*row) for row in execute(session, found))


def newest_events(session: Session, entity_id: int, count: int) -> tuple[Event, ...]:
    """The last events of an entity's chain, so many at most, in the order in which they happened."""
    found = select(*(event.c[name] for name in NAMES)).where(event.c.entity_id == entity_id)
    rows = execute(session, found.order_by(event.c.sequence.desc()).limit(count)).all()
    return tuple(Event(*row) for row in reversed(rows))


def event_of_hash(session: Session, entity_id: int, written: str) -> Event | None:
    """The event of an entity's chain that bears a hash, None when none does."""
    its = event.c.entity_id == entity_id, event.c.hash == written
    row = execute(session, select(*(event.c[name] for name in NAMES)).where(*its)).first()
    return None if row is None else Event(*row)


def _chain(session: Session, entity_id: int) -> Iterator[tuple[Event, str]]:
    found = CHAIN.where(event.c.entity_id == entity_id).execution_options(yield_per=BATCH)
    for *fields, written in execute(session, found):
        yield Event(*fields), written
