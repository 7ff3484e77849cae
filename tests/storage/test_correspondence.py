"""A team's correspondence about a period has one reference, however often it is asked for."""

from itertools import count

from sqlalchemy.engine import Engine

from gdflow.storage import entities
from gdflow.storage.correspondence import place_of, references_of
from gdflow.storage.engine import writing

NUMBERS = count()


def draw() -> str:
    return f"ref{next(NUMBERS)}"


def test_a_reference_stays_the_same_and_each_team_and_period_has_its_own(engine: Engine) -> None:
    places = [(3, "2023-Q1"), (3, "2023-Q2"), (4, "2023-Q1"), (3, None), (None, None)]
    with writing(engine) as session:
        entity_id = entities.ensure_entity(session, "cartagena", "Alcaldía de Cartagena")
        first = references_of(session, entity_id, places[:3], draw=draw)
        every = references_of(session, entity_id, places, draw=draw)
        found = [place_of(session, entity_id, reference.upper()) for reference in every.values()]
    assert len(set(every.values())) == len(places)
    assert every | first == every
    assert found == places


def test_a_reference_that_was_never_given_has_no_place(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id = entities.ensure_entity(session, "cartagena", "Alcaldía de Cartagena")
        assert place_of(session, entity_id, "nobody") is None
