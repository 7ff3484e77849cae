"""Mails that wait: looked at, let in with their files, or left out; each decided once."""

import pytest

from gdflow.domain.errors import ConflictError, NotFoundError
from gdflow.domain.inbound import InboundState
from gdflow.services import quarantine
from gdflow.services.decide import why
from gdflow.services.intake import TakenMail
from gdflow.spanish.messages import say
from tests.services.test_intake import DAY, FILE, PERIOD, Box, box, events_of, place
from tests.support.cast import GOBIERNO, STRANGER_MAIL, at
from tests.support.dovecot import dovecot, dovecot_server
from tests.support.installation import form_of
from tests.support.letters import letter

__all__ = ["box", "dovecot", "dovecot_server"]


def waits(box: Box, *files: tuple[str, bytes], **facts: str) -> int:
    """A mail of a stranger with a valid reference, in quarantine."""
    mail = letter(*files, sender=STRANGER_MAIL, subject=f"GD-{box.reference()}", **facts)  # type: ignore[arg-type]  # fields of letter
    return box.one(mail).id


def accepted(box: Box, mail_id: int) -> TakenMail:
    with box.app.transaction() as session:
        its = (session, box.app.rules, box.app.objects, mail_id)
        return quarantine.accept(*its, by="Ana", now=at(DAY, 12))


def rejected(box: Box, mail_id: int) -> None:
    with box.app.transaction() as session:
        quarantine.reject(session, box.app.rules, mail_id, why("Ana", "Es publicidad"), now=at(DAY, 12))


def waiting(box: Box) -> list[int]:
    with box.app.reading() as session:
        return [mail.id for mail in quarantine.waiting_mails(session, box.app.rules)]


def test_what_is_let_in_is_taken_as_the_teams(box: Box) -> None:
    taken = accepted(box, waits(box, FILE))
    assert (taken.mail.state, taken.mail.accepted_by, len(taken.kept)) == (InboundState.TAKEN, "Ana", 1)
    assert place(box) == [(box.team(), PERIOD)]
    assert [receipt.sender for receipt in box.receipts()] == [STRANGER_MAIL]
    assert waiting(box) == []


def test_a_form_that_is_let_in_goes_to_its_own_team(box: Box) -> None:
    form = form_of(box.app, GOBIERNO, PERIOD, DAY)
    mail = box.one(letter((form.name, form.data), sender=STRANGER_MAIL))
    assert mail.code == "foreign_sender"
    accepted(box, mail.id)
    assert place(box) == [(box.team(), PERIOD)]


def test_a_mail_that_was_let_in_and_is_seen_again_changes_nothing(box: Box) -> None:
    accepted(box, waits(box, FILE))
    with box.server.as_a_person() as person:
        person.select("Cuarentena")
        person.copy("1", "INBOX")
    before, chain = box.receipts(), events_of(box)
    taken = box.take()
    assert ([each.new for each in taken.mails], box.receipts(), events_of(box)) == ([False], before, chain)
    assert box.count("Procesados") == 1


def test_words_that_are_let_in_stay_words(box: Box) -> None:
    taken = accepted(box, waits(box, text="No me corresponde.\n"))
    assert (taken.mail.code, taken.mail.message, taken.kept) == ("words", "No me corresponde.", ())


def test_a_mail_that_nobody_wrote_was_not_kept_and_that_is_said(box: Box) -> None:
    mail = box.one(letter(headers={"Auto-Submitted": "auto-replied"}))
    assert mail.state is InboundState.IGNORED
    with box.app.reading() as session, pytest.raises(NotFoundError, match="mail_not_kept") as told:
        quarantine.look_at(session, box.app.rules, box.app.objects, mail.id)
    assert "respuesta automática" in say(told.value)
    with pytest.raises(NotFoundError, match="mail_not_kept"):
        accepted(box, mail.id)


def test_a_mail_that_was_left_out_can_still_be_looked_at(box: Box) -> None:
    number = waits(box, FILE)
    rejected(box, number)
    with box.app.reading() as session:
        found = quarantine.look_at(session, box.app.rules, box.app.objects, number)
    assert [file.name for file in found.letter.files] == [FILE[0]]


def test_a_decision_ends_the_matter_for_the_coordinator(box: Box) -> None:
    first = waits(box, FILE)
    second = waits(box, FILE, message_id="<dos@x.example>")
    accepted(box, first)
    rejected(box, second)
    assert (box.told(), waiting(box)) == ([], [])


def test_what_is_left_out_says_why_and_keeps_its_bytes(box: Box) -> None:
    mail_id = waits(box, FILE)
    rejected(box, mail_id)
    with box.app.reading() as session:
        found = quarantine.look_at(session, box.app.rules, box.app.objects, mail_id)
    assert (found.mail.state, found.mail.code, found.mail.message) == (
        InboundState.IGNORED,
        "rejected",
        "Es publicidad",
    )
    assert ([file.name for file in found.letter.files], found.receipts) == (["Reporte.xlsx"], ())


def test_a_mail_is_looked_at_with_its_team_and_receipts(box: Box) -> None:
    mail_id = waits(box, FILE)
    accepted(box, mail_id)
    with box.app.reading() as session:
        found = quarantine.look_at(session, box.app.rules, box.app.objects, mail_id)
    assert (found.team, found.receipts) == (GOBIERNO, (box.receipts()[0].number,))


def test_nothing_is_decided_twice(box: Box) -> None:
    mail_id = waits(box, FILE)
    accepted(box, mail_id)
    with pytest.raises(ConflictError, match="mail_not_waiting"):
        accepted(box, mail_id)
    with pytest.raises(ConflictError, match="mail_not_waiting"):
        rejected(box, mail_id)


def test_a_mail_that_is_not_there_is_named(box: Box) -> None:
    with pytest.raises(NotFoundError, match="unknown_mail"):
        accepted(box, 99)


def test_what_could_not_be_read_whole_cannot_be_let_in(box: Box) -> None:
    parts = b"".join(b"--x\r\nContent-Type: application/pdf\r\n\r\na\r\n" for _ in range(100))
    mail = box.one(b"From: a@b.example\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n" + parts + b"--x--\r\n")
    with pytest.raises(ConflictError, match="mail_not_whole"):
        accepted(box, mail.id)
