"""Two ways to work on a database, and the settings that keep its promises."""

import tomllib
from pathlib import Path

import pytest
from sqlalchemy import event, text
from sqlalchemy.engine import Engine
from sqlalchemy.exc import DBAPIError, IntegrityError

from gdflow.domain.errors import ConfigError
from gdflow.services.init import shipped_config
from gdflow.storage import entities, people, plans
from gdflow.storage.engine import Session, make_engine, reading, writing
from tests.storage.cast import NOW, SHA
from tests.storage.cast import reading as plan_reading
from tests.support.cast import GOBIERNO, USO

ORPHAN = text("INSERT INTO team (entity_id, name, folded) VALUES (77, 'Equipo', 'equipo')")


def teams_of(session: Session, entity_id: int) -> dict[str, tuple[int, str]]:
    return people.teams_named(session, entity_id, (GOBIERNO, USO))


def test_what_was_written_is_read(engine: Engine) -> None:
    with writing(engine) as session:
        entity_id = entities.ensure_entity(session, "cartagena", "Alcaldía de Cartagena", "890480184")
    with reading(engine) as session:
        assert entities.entity_by_code(session, "cartagena") == entity_id
        assert entities.entity_by_code(session, "otra") is None


def test_an_entity_as_shipped_without_a_plan_takes_the_code_that_is_given_it(engine: Engine) -> None:
    shipped = tomllib.loads((shipped_config() / "gdflow.toml").read_text("utf-8"))
    assert shipped["entity"]["code"] == entities.AS_SHIPPED
    with writing(engine) as session:
        first = entities.settle_entity(session, entities.AS_SHIPPED, "Entidad")
        assert entities.settle_entity(session, "cartagena", "Alcaldía de Cartagena") == first
        assert entities.settle_entity(session, "otra", "Otra") != first
        assert entities.entity_by_code(session, entities.AS_SHIPPED) is None


def test_an_entity_with_a_plan_keeps_its_code(engine: Engine) -> None:
    with writing(engine) as session:
        first = entities.settle_entity(session, entities.AS_SHIPPED, "Entidad")
        plans.add_plan(session, first, "plan", plan_reading(), sha256=SHA, at=NOW, teams=teams_of(session, first))
        assert entities.settle_entity(session, "cartagena", "Alcaldía de Cartagena") != first


def test_a_known_entity_is_not_made_again(engine: Engine) -> None:
    with writing(engine) as session:
        first = entities.ensure_entity(session, "cartagena", "Alcaldía de Cartagena")
        assert entities.ensure_entity(session, "cartagena", "Otro nombre") == first


def test_an_error_takes_everything_back(engine: Engine) -> None:
    with pytest.raises(IntegrityError):
        begin_well_and_fail(engine)
    with reading(engine) as session:
        assert entities.entity_by_code(session, "cartagena") is None


def test_a_reader_cannot_write_and_a_writer_can_after_it(engine: Engine) -> None:
    with pytest.raises(DBAPIError), reading(engine) as session:
        entities.ensure_entity(session, "cartagena", "Alcaldía de Cartagena")
    with writing(engine) as session:
        assert entities.ensure_entity(session, "cartagena", "Alcaldía de Cartagena") == 1


def test_a_reader_sees_one_state_while_another_writes(engine: Engine) -> None:
    with reading(engine) as before:
        assert entities.entity_by_code(before, "cartagena") is None
        with writing(engine) as session:
            entities.ensure_entity(session, "cartagena", "Alcaldía de Cartagena")
        assert entities.entity_by_code(before, "cartagena") is None


def test_references_are_kept(engine: Engine) -> None:
    with pytest.raises(IntegrityError), writing(engine) as session:
        session.connection().execute(ORPHAN)


def test_sqlite_keeps_its_compiled_statements_from_one_transaction_to_the_next(tmp_path: Path) -> None:
    said: list[str] = []
    engine = make_engine(f"sqlite:///{tmp_path / 'new.db'}")
    event.listen(engine, "before_cursor_execute", lambda *given: said.append(given[2]))
    for way in (writing, writing, reading, reading, writing):
        with way(engine):
            pass
    engine.dispose()
    assert [words for words in said if "query_only" in words] == ["PRAGMA query_only=1", "PRAGMA query_only=0"]


@pytest.mark.parametrize(("pragma", "value"), [("journal_mode", "wal"), ("synchronous", 2), ("busy_timeout", 5000)])
def test_sqlite_is_set_for_durability_and_patience(tmp_path: Path, pragma: str, value: object) -> None:
    engine = make_engine(f"sqlite:///{tmp_path / 'new.db'}")
    with engine.connect() as connection:
        assert connection.scalar(text(f"PRAGMA {pragma}")) == value
    engine.dispose()


@pytest.mark.parametrize("url", ["mysql://root:secret@localhost/gdflow", "gdflow.db:secret", "postgres://u:secret@h/d"])
def test_another_database_is_refused_without_telling_its_password(url: str) -> None:
    with pytest.raises(ConfigError, match="unsupported_database") as refused:
        make_engine(url)
    assert "secret" not in str(refused.value)


def begin_well_and_fail(engine: Engine) -> None:
    """A transaction whose last statement is refused."""
    with writing(engine) as session:
        entities.ensure_entity(session, "cartagena", "Alcaldía de Cartagena")
        session.connection().execute(ORPHAN)
