"""Entities found by what their settings say, by what was asked for them, and by the signs that their mails carry."""

from datetime import UTC, datetime

from sqlalchemy.engine import Engine

from gdflow.domain.jobs import JobKind
from gdflow.storage import entities, jobs, mail_owners
from gdflow.storage.correspondence import references_of
from gdflow.storage.engine import Session, reading, writing

NOW = datetime(2023, 7, 24, 12, 0, tzinfo=UTC)


def hosted(session: Session, code: str, url: str | None = None) -> int:
    settings: dict[str, object] = {"web": {"public_url": url}} if url else {}
    return entities.add_hosted(session, code, f"Alcaldía de {code}", None, settings)


def codes(session: Session, code: str | None, host: str) -> list[str]:
    return [each.code for each in entities.entities_named(session, code, host)]


def test_an_entity_is_found_by_its_code_or_by_a_host_in_its_settings(engine: Engine) -> None:
    with writing(engine) as session:
        hosted(session, "tunja")
        hosted(session, "pasto", "https://Planes.Pasto.example/")
    with reading(engine) as session:
        assert codes(session, "tunja", "tunja.planes.example") == ["tunja"]
        assert codes(session, None, "planes.pasto.example") == ["pasto"]
        assert codes(session, "tunja", "planes.pasto.example") == ["tunja", "pasto"]
        assert codes(session, None, "pasto.example") == []
        found = entities.known_entity(session, "pasto")
        assert found is not None
        assert (found.hosted, entities.known_entity(session, "nadie")) == (True, None)


def test_the_hosted_entities_that_wait_for_long_work_are_known(engine: Engine) -> None:
    with writing(engine) as session:
        numbers = [hosted(session, code) for code in ("tunja", "pasto", "leticia")]
        own = entities.ensure_entity(session, "propia", "Con instalación propia")
        for number in (own, numbers[2], numbers[0]):
            jobs.add_job(session, number, JobKind.REPORTS, {}, key="r", by="Ana", at=NOW)
    with reading(engine) as session:
        assert [each.id for each in entities.hosted_with_jobs(session)] == [numbers[0], numbers[2]]


def test_a_reference_is_one_entitys_among_all(engine: Engine) -> None:
    with writing(engine) as session:
        tunja, pasto = hosted(session, "tunja"), hosted(session, "pasto")
        for number, drawn in ((tunja, "aaaaaaaaaa"), (pasto, "bbbbbbbbbb")):
            references_of(session, number, [(None, "2023-Q2")], draw=iter([drawn]).__next__)
    with reading(engine) as session:
        found = [mail_owners.owner_of_reference(session, each) for each in ("AAAAAAAAAA", "bbbbbbbbbb", "cccccccccc")]
        assert found == [tunja, pasto, None]
        assert mail_owners.owner_of_message(session, "<x@example>") is None
