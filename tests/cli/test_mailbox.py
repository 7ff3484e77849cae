"""The mailbox at the command line: read, told, and the quarantine decided."""

from collections.abc import Mapping
from email.message import EmailMessage
from pathlib import Path
from types import MappingProxyType

import pytest

from gdflow.services.demo.answers import fill_in
from tests.cli.test_docs import bullet, keys
from tests.services.test_own_workbook import changed
from tests.support.cast import GOBIERNO, GOBIERNO_MAIL, STRANGER_MAIL, USO, USO_MAIL
from tests.support.commands import CommandLine
from tests.support.dovecot import MAILBOX, PASSWORD, Dovecot, dovecot, dovecot_server
from tests.support.installation import SETTINGS, mail_of
from tests.support.letters import letter
from tests.support.mailbox import imap

__all__ = ["dovecot", "dovecot_server"]
DAY = ("--as-of", "2023-07-05")
REPLIES = f'replies = "{MAILBOX}"\n'


@pytest.fixture
def answering(cartagena: CommandLine, dovecot: Dovecot, monkeypatch: pytest.MonkeyPatch) -> CommandLine:
    """An installation whose mailbox is read."""
    (cartagena.home / "config" / "gdflow.toml").write_text(SETTINGS + REPLIES + imap(dovecot), "utf-8")
    monkeypatch.setenv("GDFLOW_IMAP__PASSWORD", PASSWORD)
    return cartagena


def answer(gdflow: CommandLine, team: str = USO) -> tuple[str, bytes]:
    """A form of a team, filled in."""
    gdflow("form", team, *DAY)
    path = next(path for path in Path(gdflow.home / "formularios").iterdir())
    return path.name, fill_in(path.read_bytes())


def deliver(server: Dovecot, *mails: bytes) -> None:
    for mail in mails:
        server.deliver(mail, sender="alguien@cartagena.example")


def test_a_form_that_comes_by_mail_is_taken_and_acknowledged(answering: CommandLine, dovecot: Dovecot) -> None:
    deliver(dovecot, letter(answer(answering), sender=USO_MAIL))
    ran = answering("mailbox", *DAY)
    assert (ran.code, "Buzón: correos recibidos: 1; archivos nuevos: 1." in ran.out) == (0, True)
    assert f"{USO}: " in ran.out
    sent = answering("outbox", *DAY, "--json").json["notices"]
    assert [(each["to"], each["purpose"]) for each in sent] == [(USO_MAIL, "receipt")]
    assert "Buzón: nada nuevo." in answering("mailbox", *DAY).out


def test_the_json_of_the_mailbox_has_the_documented_keys(answering: CommandLine, dovecot: Dovecot) -> None:
    deliver(dovecot, letter(answer(answering), sender=USO_MAIL))
    told = answering("mailbox", *DAY, "--json").json
    assert keys(told) | keys(answering("mailbox", *DAY, "--json").json) == bullet("mailbox") | RECEIVED
    assert (told["mails"][0]["from"], told["mails"][0]["state"], told["trouble"]) == (USO_MAIL, "taken", None)


RECEIVED = {"receipt", "known", "team", "period", "taken", "sheet", "row", "value", "new", "problems", "warnings"} | {
    *("pending", "refused"),
}


def test_a_file_in_outlooks_own_format_is_told_to_its_sender_with_what_to_do(
    answering: CommandLine, dovecot: Dovecot
) -> None:
    deliver(dovecot, letter(("winmail.dat", b"\x78\x9f\x3e\x22 nada"), sender=GOBIERNO_MAIL))
    assert "un formato que solo Outlook entiende" in answering("mailbox", *DAY).out
    assert [each["to"] for each in answering("outbox", *DAY, "--json").json["notices"]] == [GOBIERNO_MAIL]


def bad(number: int, headers: Mapping[str, str] = MappingProxyType({})) -> bytes:
    """A mail whose file nobody can read."""
    file = (f"{number}.xlsx", b"PK\x03\x04 %d" % number)
    return letter(file, sender=GOBIERNO_MAIL, message_id=f"<{number}@x.example>", headers=headers)


def answers(gdflow: CommandLine) -> int:
    """How many mails tell a sender what became of a file."""
    told = gdflow("outbox", *DAY, "--json").json["notices"]
    return len([each for each in told if (each["to"], each["purpose"]) == (GOBIERNO_MAIL, "receipt")])


def test_outside_our_threads_a_sender_is_answered_once_a_day(answering: CommandLine, dovecot: Dovecot) -> None:
    deliver(dovecot, bad(1), bad(2))
    answering("mailbox", *DAY)
    deliver(dovecot, bad(3))
    answering("mailbox", *DAY)
    assert answers(answering) == 1


def test_within_our_threads_every_file_is_answered_in_the_thread(answering: CommandLine, dovecot: Dovecot) -> None:
    answering("remind", *DAY)
    (digest,) = (mail for mail in sent(answering) if mail["To"] == GOBIERNO_MAIL)
    headers = {"In-Reply-To": str(digest["Message-ID"])}
    deliver(dovecot, bad(1, headers), bad(2, headers))
    answering("mailbox", *DAY)
    assert answers(answering) == 2
    answering("deliver", *DAY)
    assert {str(mail["References"]) for mail in sent(answering) if mail["To"] == GOBIERNO_MAIL} == {
        digest["References"]
    }


def sent(gdflow: CommandLine) -> list[EmailMessage]:
    """The mails in the outbox folder."""
    return [mail_of(path.read_bytes()) for path in sorted((gdflow.home / "outbox").glob("*.eml"))]


def test_the_quarantine_is_listed_shown_and_let_in(answering: CommandLine, dovecot: Dovecot) -> None:
    assert "No hay correos en cuarentena" in answering("quarantine").out
    deliver(dovecot, letter(answer(answering), sender=STRANGER_MAIL, text="Va el reporte.\n"))
    assert "en cuarentena: 1" in answering("mailbox", *DAY).out
    listed = answering("quarantine").out
    assert (STRANGER_MAIL in listed, "no está entre los correos de ese equipo" in " ".join(listed.split())) == (
        True,
        True,
    )
    shown = answering("quarantine", "show", "1").out
    assert (USO in shown, "Va el reporte." in shown, "Archivo: " in shown) == (True, True, True)
    ran = answering("quarantine", "accept", "1", "--by", "Ana", *DAY)
    assert (ran.code, "aceptado; archivos recibidos: 1" in ran.out, f"{USO}: " in ran.out) == (0, True, True)
    assert "Recibo: R-" in answering("quarantine", "show", "1").out
    assert answering("quarantine", "accept", "1", "--by", "Ana").code == 4


def test_a_mail_is_left_out_with_author_and_reason(answering: CommandLine, dovecot: Dovecot) -> None:
    deliver(dovecot, letter(("a.xlsx", b"PK"), sender=STRANGER_MAIL))
    answering("mailbox", *DAY)
    assert answering("quarantine", "reject", "1", "--by", " ", "--reason", "x").code == 2
    assert "Correo 1: rechazado." in answering("quarantine", "reject", "1", "--by", "Ana", "--reason", "Publicidad").out
    assert answering("quarantine", "list", "--json").json == {"mails": []}
    assert answering("quarantine", "show", "7").code == 2


def test_the_json_of_the_quarantine_has_the_documented_keys(answering: CommandLine, dovecot: Dovecot) -> None:
    files = answer(answering)
    deliver(dovecot, *(letter(files, sender=STRANGER_MAIL, message_id=f"<{n}@x>") for n in range(2)))
    answering("mailbox", *DAY)
    found = keys(answering("quarantine", "--json").json)
    found |= keys(answering("quarantine", "show", "1", "--json").json)
    found |= keys(answering("quarantine", "accept", "1", "--by", "Ana", *DAY, "--json").json)
    found |= keys(answering("quarantine", "reject", "2", "--by", "Ana", "--reason", "No", "--json").json)
    assert found == bullet("quarantine") | RECEIVED


def test_without_a_mailbox_the_setting_is_named(cartagena: CommandLine) -> None:
    ran = cartagena("mailbox")
    assert (ran.code, "imap.host" in ran.err) == (3, True)


def test_a_mailbox_to_which_no_team_answers_is_left_as_it_is(answering: CommandLine, dovecot: Dovecot) -> None:
    (answering.home / "config" / "gdflow.toml").write_text(SETTINGS + imap(dovecot), "utf-8")
    deliver(dovecot, bad(1))
    ran = answering("mailbox", *DAY)
    assert (ran.code, "mail.replies" in ran.err) == (3, True)


def test_a_mailbox_out_of_reach_is_told(answering: CommandLine, dovecot: Dovecot) -> None:
    settings = SETTINGS + REPLIES + imap(dovecot, port=dovecot.lmtp_port)
    (answering.home / "config" / "gdflow.toml").write_text(settings, "utf-8")
    ran = answering("mailbox", *DAY)
    assert (ran.code, "No hay conexión con el buzón de correo" in ran.err) == (1, True)


def test_a_refused_file_is_listed_and_taken_as_a_teams(cartagena: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "Plan.xlsx"
    path.write_bytes(changed({"M9": 1}))
    assert "Todos los archivos" in cartagena("quarantine", "files").out
    assert cartagena("receive", str(path), *DAY).code == 3
    assert "Plan.xlsx" in cartagena("quarantine", "files").out
    found = cartagena("quarantine", "files", "--json").json["files"][0]
    assert keys({"files": [found]}) == bullet("quarantine files")
    number = str(found["id"])
    assert cartagena("quarantine", "dismiss", number, "--by", "Ana", "--reason", " ", *DAY).code == 2
    ran = cartagena("quarantine", "dismiss", number, "--by", "Ana", "--reason", "Es de otra entidad", *DAY)
    assert "Plan.xlsx: descartado" in ran.out
    assert "Todos los archivos" in cartagena("quarantine", "files").out
    assert cartagena("quarantine", "dismiss", number, "--by", "Ana", "--reason", "Otra vez", *DAY).code == 4
    assert cartagena("quarantine", "again", number, "--by", "Ana", "--team", "Nadie", *DAY).code == 2
    ran = cartagena("quarantine", "again", number, "--by", "Ana", "--team", GOBIERNO, *DAY)
    assert "Equipo Gobierno Digital: 1 respuestas" in ran.out
    assert cartagena("quarantine", "again", number, "--by", "Ana", *DAY).code == 4
