"""`gdflow webhooks`, against a real server."""

import re
from collections.abc import Iterator

import pytest

from gdflow.cli.output import Exit
from tests.cli.test_docs import bullet, keys
from tests.support.commands import CommandLine
from tests.support.installation import bare
from tests.support.webhooks import OWN, Receiver, receiving

BY = ("--by", "Sistemas")
SECRET = re.compile(r"^whsec_[\w+/]{43}=$", re.MULTILINE)


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    """Another system of the entity."""
    with receiving() as made:
        yield made


@pytest.fixture
def command(gdflow: CommandLine) -> CommandLine:
    """An installation that may tell this machine."""
    bare(gdflow.home).engine.dispose()
    (gdflow.home / "config" / "channels.toml").write_text(OWN, encoding="utf-8")
    return gdflow


def add(command: CommandLine, receiver: Receiver, *words: str) -> str:
    ran = command("webhooks", "add", receiver.url, *BY, *words)
    [secret] = SECRET.findall(ran.out)
    receiver.secrets.append(secret)
    return ran.out


def test_a_webhook_is_added_with_a_secret_that_is_shown_once(command: CommandLine, receiver: Receiver) -> None:
    assert command("webhooks", "list").out == "No se avisa a ningún sistema.\n"
    assert "Webhook 1, para 2 sucesos." in add(command, receiver, "--events", "period.closed,report.ready")
    shown = command("webhooks", "show", "1").out + command("webhooks", "list").out
    assert "Aún sin envíos" in shown
    assert "Se le avisa de: period.closed, report.ready." in shown
    assert not SECRET.search(shown)
    assert "equipo=bi" not in shown


def test_a_trial_says_what_came_back(command: CommandLine, receiver: Receiver) -> None:
    add(command, receiver)
    ran = command("webhooks", "test", "1", *BY)
    assert (ran.code, [each["event"] for each in receiver.messages]) == (Exit.OK, ["webhook.test"])
    assert "Último envío: webhook.test" in ran.out
    assert "Entregado al canal 204" in ran.out


def test_a_trial_that_is_not_taken_ends_with_5(command: CommandLine, receiver: Receiver) -> None:
    add(command, receiver)
    receiver.secrets.clear()
    ran = command("webhooks", "test", "1", *BY)
    assert (ran.code, receiver.forged) == (Exit.PARTIAL, 1)
    assert "Falla; se reintenta." in ran.out
    assert "Falló 1 vez; se intenta de nuevo" in ran.out
    assert "Por enviar: 1 aviso;" in ran.out
    later = command("deliver").out
    assert "Webhook 1: en pausa hasta" in later
    assert "El otro sistema no acepta los avisos: 401" in later


def test_one_that_is_gone_says_why_it_is_off(command: CommandLine, receiver: Receiver) -> None:
    add(command, receiver)
    receiver.answer(410)
    assert command("webhooks", "test", "1", *BY).code == Exit.PARTIAL
    assert "Motivo: el otro sistema dijo que ya no recibe avisos (410)." in command("webhooks", "show", "1").out
    assert "apagado por gdflow (el otro sistema dijo que ya no recibe avisos (410)): 410" in command("doctor").out
    assert command("webhooks", "test", "1", *BY).code == Exit.REFUSED
    assert command("webhooks", "enable", "1", *BY).code == Exit.OK
    assert command("webhooks", "test", "1", *BY).code == Exit.OK


def test_a_webhook_is_switched_off_rotated_and_removed(command: CommandLine, receiver: Receiver) -> None:
    add(command, receiver)
    assert "está apagado" in command("webhooks", "disable", "1", *BY).out
    assert "está encendido" in command("webhooks", "enable", "1", *BY).out
    ran = command("webhooks", "rotate", "1", *BY)
    assert "La anterior firma también hasta" in ran.out
    assert SECRET.findall(ran.out) != receiver.secrets
    assert "Se retiró el webhook 1" in command("webhooks", "remove", "1", *BY).out
    assert command("webhooks", "show", "1").code == Exit.USAGE


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["http://bi.entidad.example/"], "debe empezar por https://"),
        (["https://169.254.169.254/"], "channels.hosts"),
        (["https://bi.entidad.example/", "--events", "period.shut"], "No hay un suceso «period.shut»"),
        (["nada"], "«nada» no es una dirección"),
    ],
)
def test_what_cannot_be_is_refused_in_words(command: CommandLine, words: list[str], told: str) -> None:
    ran = command("webhooks", "add", *words, *BY)
    assert (ran.code, ran.out) == (Exit.USAGE, "")
    assert told in ran.err


def test_the_json_has_the_documented_keys(command: CommandLine, receiver: Receiver) -> None:
    add(command, receiver)
    one = command("webhooks", "test", "1", *BY, "--json").json
    listed = command("webhooks", "list", "--json").json
    assert listed == {"webhooks": [one]}
    assert command("webhooks", "show", "1", "--json").json == one
    assert keys(listed) == bullet("webhooks list")


def test_the_outbox_shows_what_was_told(command: CommandLine, receiver: Receiver) -> None:
    add(command, receiver)
    command("webhooks", "test", "1", *BY)
    assert "Webhook 1" in command("outbox").out
    assert "aviso a otro sistema por webhook 1 para 127.0.0.1" in command("outbox", "show", "1").out
