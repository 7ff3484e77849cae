"""Mails that came in are known once, and those in quarantine wait for one decision."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from sqlalchemy.engine import Engine
from sqlmodel import Session

from gdflow.domain.inbound import InboundState
from gdflow.domain.receipts import ReceiptSource
from gdflow.storage import correspondence, entities, inbound, people, submissions
from gdflow.storage.engine import writing
from gdflow.storage.inbound import NewMail
from tests.storage import cast

WAITING, TAKEN = InboundState.QUARANTINED, InboundState.TAKEN
MAIL = NewMail("<uno@x.example>", cast.SHA, "ana@x.example", "Acción ñ", WAITING, code="stranger", message="¿De quién?")


@pytest.fixture
def session(engine: Engine) -> Iterator[Session]:
    """A transaction in which a test does everything."""
    with writing(engine) as made:
        yield made


def entity(session: Session, code: str = "cartagena") -> int:
    return entities.ensure_entity(session, code, "Alcaldía", None)


def test_a_mail_is_remembered_once(session: Session) -> None:
    entity_id = entity(session)
    first, new = inbound.add_mail(session, entity_id, MAIL, at=cast.NOW)
    again, newer = inbound.add_mail(session, entity_id, replace(MAIL, subject="otro", state=TAKEN), at=cast.NOW)
    assert (new, newer, again) == (True, False, first)
    assert (first.subject, first.state, first.received_at, first.team_id) == ("Acción ñ", WAITING, cast.NOW, None)


def test_the_same_id_in_another_entity_is_another_mail(session: Session) -> None:
    added = [inbound.add_mail(session, entity(session, code), MAIL, at=cast.NOW) for code in ("cartagena", "cartago")]
    assert [new for _, new in added] == [True, True]
    assert added[0][0].id != added[1][0].id


def test_mails_are_found_by_state_sender_and_id(session: Session) -> None:
    entity_id = entity(session)
    first, _ = inbound.add_mail(session, entity_id, MAIL, at=cast.NOW)
    taken = replace(MAIL, message_id="<dos@x.example>", state=TAKEN, code=None)
    second, _ = inbound.add_mail(session, entity_id, taken, at=cast.NOW)
    assert inbound.mails_in(session, entity_id, WAITING) == (first,)
    assert inbound.mail_by_id(session, entity_id, second.id) == second
    assert inbound.mail_by_id(session, entity_id + 1, second.id) is None
    assert inbound.mails_by_id(session, entity_id, [second.id, first.id, 99]) == (first, second)
    counts = [inbound.waiting_from(session, entity_id, MAIL.sender, code) for code in ("stranger", "words")]
    assert counts == [1, 0]


def test_a_mail_is_decided_once(session: Session) -> None:
    entity_id = entity(session)
    mail, _ = inbound.add_mail(session, entity_id, MAIL, at=cast.NOW)
    decided = [inbound.decide_mail(session, mail.id, TAKEN, code=None, message=None, by=by) for by in ("Ana", "Luz")]
    assert decided == [True, False]
    found = inbound.mail_by_id(session, entity_id, mail.id)
    assert found == replace(mail, state=TAKEN, code=None, message=None, accepted_by="Ana")


def test_a_mail_knows_the_receipts_of_its_files(session: Session) -> None:
    entity_id = entity(session)
    mail, _ = inbound.add_mail(session, entity_id, MAIL, at=cast.NOW)
    its = {"sha256": cast.SHA, "name": "a.xlsx", "size": 1, "at": cast.NOW, "team_id": None, "period": None}
    source = {"source": ReceiptSource.MAIL, "sender": mail.sender, "inbound_id": mail.id}
    submissions.add_receipt(session, entity_id, number="R-1", **its, **source)  # type: ignore[arg-type]  # facts by name
    assert inbound.receipts_of(session, entity_id, mail.id) == ("R-1",)
    assert inbound.receipts_of(session, entity_id, mail.id + 1) == ()


def test_every_correspondence_has_its_place(session: Session) -> None:
    entity_id = entity(session)
    team_id = people.ensure_team(session, entity_id, cast.GOBIERNO)
    places = ((team_id, "2023-Q2"), (None, None))
    drawn = iter(["ref0", "ref1"])
    correspondence.references_of(session, entity_id, places, draw=lambda: next(drawn))
    assert correspondence.places(session, entity_id) == places
