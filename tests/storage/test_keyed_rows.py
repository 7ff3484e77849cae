"""Rows written together: each has its id by its own key; one that is known is passed over only where asked."""

import pytest
from sqlalchemy.engine import Engine
from sqlalchemy.exc import IntegrityError

from gdflow.storage import entities
from gdflow.storage.engine import writing
from gdflow.storage.keyed_rows import AT_ONCE, insert_keyed
from gdflow.storage.tables import correspondence


def rows(entity_id: int, count: int) -> list[dict[str, object]]:
    return [{"entity_id": entity_id, "team_id": n, "period": "2023-Q1", "reference": f"ref{n}"} for n in range(count)]


def test_every_row_has_the_id_of_its_key(engine: Engine) -> None:
    with writing(engine) as session:
        told = rows(entities.ensure_entity(session, "cartagena", "Alcaldía"), AT_ONCE + 50)
        ids = insert_keyed(session, correspondence, "reference", told)
        assert list(ids) == [each["reference"] for each in told]
        assert len(set(ids.values())) == len(told)
        assert insert_keyed(session, correspondence, "reference", []) == {}


def test_a_known_row_is_passed_over_where_that_is_asked_and_else_refused(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id = entities.ensure_entity(session, "cartagena", "Alcaldía")
        insert_keyed(session, correspondence, "reference", rows(entity_id, 1))
        new = insert_keyed(session, correspondence, "reference", rows(entity_id, 3), skip=True)
        assert set(new) == {"ref1", "ref2"}
        with pytest.raises(IntegrityError):
            insert_keyed(session, correspondence, "reference", rows(entity_id, 1))
        session.rollback()
