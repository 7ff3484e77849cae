"""The outbox on the command line: what waits, what became of each notice, and what a person decides."""

import pytest

from gdflow.app import App
from gdflow.storage import events
from tests.support.cast import GOBIERNO, GOBIERNO_MAIL, USO, USO_MAIL, at
from tests.support.commands import CommandLine
from tests.support.dovecot import PASSWORD, Dovecot, dovecot, dovecot_server
from tests.support.installation import SETTINGS
from tests.support.mailbox import imap, report
from tests.support.smtp import DROP, HOST, SmtpServer

__all__ = ["dovecot", "dovecot_server"]
DAY = ("--as-of", "2023-07-10")
WHO = ("--by", "Ana", "--reason", "El equipo lo confirmó.")


@pytest.fixture
def doubtful(cartagena: CommandLine) -> CommandLine:
    """A day on which the address of the first mail was refused, and the second mail is in doubt."""
    with SmtpServer() as server:
        written(cartagena, f'mode = "smtp"\nhost = "{HOST}"\nport = {server.port}\nsecurity = "none"\n')
        server.fail("content", DROP)
        server.fail("rcpt", "550 5.1.1 No existe")
        ran = cartagena("remind", *DAY)
    assert ran.code == 5
    return cartagena


def written(cartagena: CommandLine, mail: str) -> None:
    (cartagena.home / "config" / "gdflow.toml").write_text(SETTINGS + mail, "utf-8")


def state(cartagena: CommandLine, number: int) -> str:
    return str(cartagena("outbox", "show", str(number), "--json").json["state"])


def test_what_waits_is_listed_with_the_sum(cartagena: CommandLine) -> None:
    cartagena("scan", *DAY)
    out = cartagena("outbox", *DAY).out
    assert (GOBIERNO_MAIL in out, "En cola" in out) == (True, True)
    assert "Correo: 2 por enviar; el último sale hacia lun 10 jul 2023, 08:00." in out
    assert "9 recordatorios = 0 enviados + 0 rechazados + 0 omitidos + 9 pendientes + 0 sin certeza." in out


def test_a_list_is_of_a_state_or_a_day(doubtful: CommandLine) -> None:
    def listed(*words: str) -> list[str]:
        return [each["to"] for each in doubtful("outbox", *words, "--json").json["notices"]]

    assert listed("--state", "in_doubt") == [USO_MAIL]
    assert listed("--state", "refused", "--day", "2023-07-10") == [GOBIERNO_MAIL]
    assert listed("--day", "2023-07-11") == []
    assert listed("--as-of", "2023-07-12") == [USO_MAIL]
    assert "No hay avisos de esos." in doubtful("outbox", "--state", "suppressed").out


def test_a_state_that_does_not_exist_is_a_mistyped_command(cartagena: CommandLine) -> None:
    ran = cartagena("outbox", "--state", "perdido")
    assert (ran.code, "«perdido» no es un estado" in ran.err) == (2, True)


def test_a_transport_that_rests_is_shown_with_its_reason(cartagena: CommandLine) -> None:
    written(cartagena, 'mode = "smtp"\nhost = "127.0.0.1"\nport = 9\nsecurity = "none"\n')
    cartagena("remind", *DAY)
    assert "Correo: en pausa hasta lun 10 jul 2023, 08:01 (unreachable" in cartagena("outbox", *DAY).out
    assert cartagena("outbox", *DAY, "--json").json["resting"][0]["channel"] == "email"


def test_a_story_tells_headers_lines_tries_and_how_it_ended(cartagena: CommandLine) -> None:
    cartagena("remind", *DAY)
    out = cartagena("outbox", "show", "2").out
    for words in (f"Aviso 2: recordatorio por correo para {USO_MAIL}.", "Message-ID: <gd.", "T2 2023", USO, "cli-"):
        assert words in out
    assert "Enviado. " in out


def test_a_story_of_a_refused_mail_tells_the_servers_words(doubtful: CommandLine) -> None:
    out = doubtful("outbox", "show", "1").out
    assert "Rechazado. 550 5.1.1 No existe." in out
    told = doubtful("outbox", "show", "1", "--json").json
    assert [(each["state"], each["code"]) for each in told["attempts"]] == [("refused", "550")]


def test_a_notice_that_does_not_exist_is_not_found(cartagena: CommandLine) -> None:
    ran = cartagena("outbox", "show", "77")
    assert (ran.code, "No hay un aviso 77" in ran.err) == (2, True)


@pytest.mark.parametrize(("chosen", "after"), [("--sent", "sent"), ("--resend", "queued"), ("--drop", "suppressed")])
def test_a_doubt_is_decided_by_name_and_reason(doubtful: CommandLine, chosen: str, after: str) -> None:
    assert "Decida con «gdflow outbox resolve 2»" in doubtful("outbox", "show", "2").out
    ran = doubtful("outbox", "resolve", "2", chosen, *WHO, *DAY)
    assert (ran.code, state(doubtful, 2)) == (0, after)
    out = doubtful("outbox", "show", "2").out
    assert ("Lo resolvió: Ana." in out, "Ana decidió «" in out, "El equipo lo confirmó." in out) == (True, True, True)
    assert "resend" not in chosen or "mismo Message-ID" in ran.out


def test_a_rehearsed_decision_keeps_nothing(doubtful: CommandLine) -> None:
    ran = doubtful("outbox", "resolve", "2", "--sent", *WHO, "--dry-run")
    assert ("Ensayo: no se guardó nada." in ran.out, state(doubtful, 2)) == (True, "in_doubt")
    assert doubtful("outbox", "resolve", "2", "--sent", *WHO, "--dry-run", "--json").json["state"] == "sent"


@pytest.mark.parametrize("words", [[], ["--sent", "--drop"]])
def test_a_decision_is_one(doubtful: CommandLine, words: list[str]) -> None:
    ran = doubtful("outbox", "resolve", "2", *words, *WHO)
    assert (ran.code, "--sent si llegó" in ran.err) == (2, True)


def test_what_is_in_no_doubt_is_refused(doubtful: CommandLine) -> None:
    ran = doubtful("outbox", "resolve", "1", "--sent", *WHO)
    assert (ran.code, "no está en duda (está «rechazado»)" in ran.err) == (4, True)


def test_a_marked_address_is_listed_and_forgiven(doubtful: CommandLine) -> None:
    assert GOBIERNO_MAIL in doubtful("outbox", "marks").out
    assert doubtful("outbox", "marks", "--json").json["marks"][0]["code"] == "550"
    assert "Ensayo" in doubtful("outbox", "forgive", GOBIERNO_MAIL, "--dry-run").out
    assert f"se vuelve a escribir a {GOBIERNO_MAIL}" in doubtful("outbox", "forgive", GOBIERNO_MAIL).out
    assert "ninguna está marcada" in doubtful("outbox", "marks").out
    assert doubtful("outbox", "forgive", GOBIERNO_MAIL).code == 4


def test_an_address_that_is_added_again_is_written_to_again(doubtful: CommandLine) -> None:
    doubtful("teams", "add", GOBIERNO, GOBIERNO_MAIL, "--by", "Coordinación")
    assert doubtful("outbox", "marks", "--json").json == {"marks": []}


def test_a_mail_that_came_back_is_told_in_its_story(cartagena: CommandLine) -> None:
    cartagena("remind", *DAY)
    facts = {"action": "delayed", "diagnostic": "sin conexión", "recipient": "a@b.example", "status": "4.4.1"}
    app = App.open(cartagena.home, {})
    with app.transaction() as session:
        its = (session, app.rules.entity_id, "mail_reported", "notice:1", facts)
        events.append(*its, at=at("2023-07-10", 9), actor="gdflow")
    app.engine.dispose()
    out = cartagena("outbox", "show", "1").out
    assert "informe del servidor sobre a@b.example: aún no se ha podido entregar (4.4.1 sin conexión)" in out


def test_a_scan_names_the_chats_and_their_messages_are_in_the_outbox(
    cartagena: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    chats = 'chats = [{ name = "avisos", kind = "apprise" }]\nhosts = ["127.0.0.1"]\n'
    (cartagena.home / "config" / "channels.toml").write_text(chats, "utf-8")
    monkeypatch.setenv("GDFLOW_CHAT_AVISOS", "json://127.0.0.1:9/")
    assert "Además, un mensaje en cada canal: avisos." in cartagena("scan", *DAY).out
    assert "Canal avisos: 1 por enviar" in cartagena("outbox", *DAY).out
    assert "recordatorio por canal avisos para avisos." in cartagena("outbox", "show", "3").out


def test_what_the_mailbox_told_is_said_before_the_mails(
    cartagena: CommandLine, monkeypatch: pytest.MonkeyPatch, dovecot: Dovecot
) -> None:
    cartagena("remind", *DAY)
    dovecot.deliver(report(USO_MAIL))
    monkeypatch.setenv("GDFLOW_IMAP__PASSWORD", PASSWORD)
    written(cartagena, imap(dovecot))
    assert "Buzón: correos devueltos: 1." in cartagena("deliver", *DAY).out
    written(cartagena, imap(dovecot, port=dovecot.lmtp_port))
    ran = cartagena("deliver", *DAY)
    assert (ran.code, "Buzón: No hay conexión con el buzón de correo" in ran.out) == (0, True)
