"""`gdflow init` with its first account, `gdflow accounts` and `gdflow tokens`."""

import io
import re

import pytest

from gdflow.app import App
from gdflow.services import read_tokens
from gdflow.services.sign_in import Came, SignedIn, by_password
from gdflow.storage.outbox import notices_of
from tests.cli.test_docs import bullet, keys
from tests.support.cast import at
from tests.support.commands import CommandLine

BY = ("--by", "Sistemas")
ANA = "ana@entidad.example"
LINK = re.compile(r"http://127\.0\.0\.1:8000/entrar/clave/[\w-]{43}")
SMTP = """
[entity]
name = "Entidad"
[mail]
mode = "smtp"
host = "127.0.0.1"
sender = "planes@entidad.example"
[web]
public_url = "https://planes.entidad.example"
"""


@pytest.fixture
def command(gdflow: CommandLine) -> CommandLine:
    """An installation in which Ana has an account."""
    assert gdflow("init").code == 0
    assert gdflow("accounts", "add", ANA, "--name", "Ana Pérez", *BY).code == 0
    return gdflow


def test_init_gives_the_first_account_with_a_link_that_serves_once(gdflow: CommandLine) -> None:
    ran = gdflow("init", "--email", ANA, "--name", "Ana Pérez")
    assert ran.code == 0
    assert "Cuenta de Ana Pérez <ana@entidad.example>, perfil Coordinación." in ran.out
    assert len(LINK.findall(ran.out)) == 1


def test_init_without_a_terminal_asks_nothing_and_says_how_it_goes_on(gdflow: CommandLine) -> None:
    assert "«gdflow accounts add" in gdflow("init").out
    assert gdflow("accounts", "list", "--json").json == {"accounts": []}
    assert "Todavía no hay cuentas" in gdflow("accounts", "list").out


def test_init_again_leaves_the_accounts_alone(command: CommandLine) -> None:
    assert "primera cuenta" not in command("init").out
    assert len(command("accounts", "list", "--json").json["accounts"]) == 1


def test_init_asks_in_a_terminal(gdflow: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    typed = io.StringIO(f"{ANA}\nAna Pérez\n")
    monkeypatch.setattr(typed, "isatty", lambda: True)
    monkeypatch.setattr("sys.stdin", typed)
    assert "Ana Pérez <ana@entidad.example>" in gdflow("init").out


def test_init_takes_silence_for_later(gdflow: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    typed = io.StringIO("\n")
    monkeypatch.setattr(typed, "isatty", lambda: True)
    monkeypatch.setattr("sys.stdin", typed)
    assert "Falta la primera cuenta" in gdflow("init").out


def test_an_account_is_given_with_a_link_and_a_second_time_refused(command: CommandLine) -> None:
    ran = command("accounts", "add", "ivan@entidad.example", "--name", "Iván", "--role", "it", *BY)
    assert (ran.code, len(LINK.findall(ran.out)), "perfil Sistemas" in ran.out) == (0, 1, True)
    assert command("accounts", "add", ANA, "--name", "Otra", *BY).code == 4
    assert command("accounts", "add", "x@entidad.example", "--name", "X", "--role", "jefe", *BY).code == 2
    assert command("accounts", "add", "x@entidad.example", "--name", "X", "--by", " ").code == 2


def test_where_mails_leave_the_link_goes_by_mail_and_is_not_shown(gdflow: CommandLine) -> None:
    assert gdflow("init").code == 0
    (gdflow.home / "config" / "gdflow.toml").write_text(SMTP, encoding="utf-8")
    ran = gdflow("accounts", "add", ANA, "--name", "Ana", *BY)
    assert (ran.code, "/entrar/clave/" in ran.out, "le llegará" in ran.out) == (0, False, True)
    shown = gdflow("accounts", "password", ANA, "--show", *BY)
    assert "https://planes.entidad.example/entrar/clave/" in shown.out
    app = App.open(gdflow.home, {})
    with app.reading() as session:
        assert [each.address for each in notices_of(session, app.rules.entity_id)] == [ANA]


def test_a_password_is_taken_from_the_standard_input(command: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("cuatro palabras sin sentido\n"))
    assert command("accounts", "password", ANA, "--prompt", *BY).code == 0
    app = App.open(command.home, {})
    its = (ANA, "cuatro palabras sin sentido", Came("", ""))
    assert isinstance(by_password(app.transaction, app.rules, *its, now=at("2026-11-20")), SignedIn)


def test_a_password_that_is_easily_guessed_is_refused(command: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("corta\n"))
    assert command("accounts", "password", ANA, "--prompt", *BY).code == 2


def test_an_account_is_taken_given_back_and_changed(command: CommandLine) -> None:
    assert command("accounts", "disable", ANA, *BY).code == 0
    assert "desactivada" in command("accounts", "list").out
    assert command("accounts", "disable", ANA, *BY).code == 4
    assert command("accounts", "enable", ANA, *BY).code == 0
    assert command("accounts", "role", ANA, "auditor", *BY).code == 0
    assert command("accounts", "role", "nadie@entidad.example", "auditor", *BY).code == 2
    assert command("accounts", "second-factor", "off", ANA, *BY).code == 4
    found = command("accounts", "list", "--json").json
    assert keys(found) == bullet("accounts list") - keys_of_tokens()
    assert (found["accounts"][0]["role"], found["accounts"][0]["disabled_at"]) == ("auditor", None)


def keys_of_tokens() -> set[str]:
    """What the same bullet says of keys, and nothing of accounts."""
    return {"tokens", "id", "created_by", "expires_at", "used_at", "serves"}


def test_a_key_is_shown_once_listed_without_itself_and_taken_back(command: CommandLine) -> None:
    assert "Ninguna llave" in command("tokens", "list").out
    ran = command("tokens", "issue", "Power BI", "--until", "2026-12-31", "--as-of", "2026-11-20", *BY)
    key = ran.out.split()[-1]
    app = App.open(command.home, {})
    with app.reading() as session:
        assert read_tokens.find(session, app.rules, key, now=at("2026-12-31", 23)).name == "Power BI"
    assert "http://127.0.0.1:8000/api/v1/" in ran.out
    listed = command("tokens", "list", "--as-of", "2026-11-20")
    assert ("jue 31 dic 2026" in listed.out, key in listed.out) == (True, False)
    assert command("tokens", "revoke", "1", *BY).code == 0
    assert command("tokens", "revoke", "1", *BY).code == 4
    assert command("tokens", "revoke", "9", *BY).code == 2
    assert "retirada" in command("tokens", "list").out
    assert keys(command("tokens", "list", "--json").json) <= bullet("accounts list")


def test_a_key_that_ended_is_listed_so(command: CommandLine) -> None:
    command("tokens", "issue", "Excel", "--until", "2026-11-20", "--as-of", "2026-11-20", *BY)
    assert "venció" in command("tokens", "list", "--as-of", "2026-11-21").out
    assert command("tokens", "issue", "Excel", "--until", "2026-11-19", "--as-of", "2026-11-20", *BY).code == 2
