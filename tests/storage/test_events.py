"""The chain of events shows what was changed, removed, swapped or cut off; the tables refuse it in the first place."""

from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.engine import Engine
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session

from gdflow.storage import entities, events
from gdflow.storage.engine import make_engine, writing
from gdflow.storage.tables import METADATA
from tests.storage.cast import NOW

LENGTH, ENTITY = 6, 1
CHANGES = {
    "kind": "'otro'",
    "subject": "'line:99'",
    "facts": "'{}'",
    "actor": "'otro'",
    "at": "'2020-01-01 00:00:00.000000'",
}


def test_events_come_back_in_order_and_the_chain_is_whole(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id = fill(session)
        first, *_ = found = events.events_of(session, entity_id)
        assert events.verify(session, entity_id) is None
        assert [event.sequence for event in events.events_of(session, entity_id, "line:3")] == [4]
    assert (len(found), first.kind, first.facts, first.at) == (LENGTH, "seen", '{"n":0,"texto":"ñ"}', NOW)


def test_the_newest_events_are_listed_in_their_order(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id = fill(session)
        whole = events.events_of(session, entity_id)
        assert events.newest_events(session, entity_id, 2) == whole[-2:]
        assert events.newest_events(session, entity_id, LENGTH + 1) == whole


def test_an_event_is_found_by_its_hash_in_its_own_chain(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id = fill(session)
        other = entities.ensure_entity(session, "cartago", "Alcaldía de Cartago")
        third = events.events_of(session, entity_id)[2]
        assert events.event_of_hash(session, entity_id, third.hash) == third
        assert events.event_of_hash(session, other, third.hash) is None


def test_every_entity_has_its_own_chain(engine: Engine) -> None:
    with writing(engine) as session:
        fill(session)
        other = entities.ensure_entity(session, "cartago", "Alcaldía de Cartago")
        assert events.append(session, other, "seen", "line:1", {}, at=NOW, actor="gdflow") == 1
        assert events.verify(session, other) is None


def test_events_that_happened_together_stand_in_their_order(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id = fill(session)
        happened = [("opened", "plan:1", {"n": n}) for n in range(3)]
        assert events.append_all(session, entity_id, happened, at=NOW, actor="gdflow") == LENGTH + 3
        assert [event.facts for event in events.events_of(session, entity_id, "plan:1")] == [
            '{"n":0}',
            '{"n":1}',
            '{"n":2}',
        ]
        assert events.verify(session, entity_id) is None


@pytest.mark.parametrize("harm", ["UPDATE event SET actor = 'otro'", "DELETE FROM event"])
def test_the_database_refuses_to_change_or_remove_an_event(engine: Engine, harm: str) -> None:
    with writing(engine) as session:
        fill(session)
    with pytest.raises(DBAPIError, match="append-only"), writing(engine) as session:
        session.connection().execute(text(harm))


@given(st.integers(1, LENGTH), st.sampled_from(sorted(CHANGES)))
def test_a_changed_event_is_found(chain: Engine, n: int, column: str) -> None:
    assert broken_at(chain, [f"UPDATE event SET {column} = {CHANGES[column]} WHERE sequence = {n}"]) == n


@given(st.integers(1, LENGTH))
def test_a_removed_event_is_found_even_the_last(chain: Engine, n: int) -> None:
    assert broken_at(chain, [f"DELETE FROM event WHERE sequence = {n}"]) == n


@given(st.lists(st.integers(1, LENGTH), min_size=2, max_size=2, unique=True))
def test_two_swapped_events_are_found(chain: Engine, pair: list[int]) -> None:
    a, b = pair
    moves = ((a, -1), (b, a), (-1, b))
    swap = [f"UPDATE event SET sequence = {to} WHERE sequence = {of}" for of, to in moves]
    assert broken_at(chain, swap) == min(pair)


@given(st.integers(1, LENGTH))
def test_a_rewritten_event_with_a_fitting_hash_breaks_the_next(chain: Engine, n: int) -> None:
    assert broken_at(chain, [f"UPDATE event SET hash = '{'e' * 64}' WHERE sequence = {n}"]) == n


@pytest.fixture(scope="module")
def chain() -> Iterator[Engine]:
    """A whole chain in the hands of somebody to whom CHECKs and triggers are no hindrance."""
    engine = make_engine("sqlite://")
    METADATA.create_all(engine)
    with writing(engine) as session:
        assert fill(session) == ENTITY
        for statement in (
            "PRAGMA ignore_check_constraints=ON",
            "DROP TRIGGER event_update",
            "DROP TRIGGER event_delete",
        ):
            session.connection().execute(text(statement))
    yield engine
    engine.dispose()


def broken_at(chain: Engine, harm: Sequence[str]) -> int | None:
    """Where the chain is found broken after the harm, which is taken back again."""
    with writing(chain) as session:
        for statement in harm:
            session.connection().execute(text(statement))
        found = events.verify(session, ENTITY)
        session.rollback()
    return found


def fill(session: Session) -> int:
    """An entity with six events."""
    entity_id = entities.ensure_entity(session, "cartagena", "Alcaldía de Cartagena")
    for n in range(LENGTH):
        events.append(session, entity_id, "seen", f"line:{n}", {"texto": "ñ", "n": n}, at=NOW, actor="gdflow")
    return entity_id
