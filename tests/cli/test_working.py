"""Commands that keep an installation running: work, serve, and what doctor asks of others."""

import socket
from collections.abc import Iterator

import pytest

from gdflow import clock
from gdflow.app import App
from gdflow.domain.jobs import JobKind
from gdflow.domain.works import Work
from gdflow.services.jobs import request
from gdflow.services.runs import works_of
from gdflow.storage.turns import turn
from tests.support.commands import CommandLine
from tests.support.dovecot import MAILBOX, PASSWORD, Dovecot, dovecot, dovecot_server
from tests.support.installation import SETTINGS
from tests.support.mailbox import imap
from tests.support.smtp import HOST, SmtpServer

__all__ = ["dovecot", "dovecot_server"]


@pytest.fixture
def home(cartagena: CommandLine) -> Iterator[App]:
    """The installation in which commands are run."""
    app = App.open(cartagena.home, {})
    yield app
    app.engine.dispose()


def noted(app: App) -> set[Work]:
    """The works that have been noted."""
    with app.reading() as session:
        return {each.work for each in works_of(session, app.rules, now=clock.now()) if each.run is not None}


def test_work_does_what_was_asked_for_and_what_is_owed(cartagena: CommandLine, home: App) -> None:
    with home.transaction() as session:
        request(session, home.rules, JobKind.REPORTS, {}, key="k", by="Ana", now=clock.now())
    told = cartagena("work", "--json").json
    assert [(job["kind"], job["state"], job["requested_by"]) for job in told["jobs"]] == [("reports", "done", "Ana")]
    assert ({each["work"] for each in told["works"]}, noted(home)) == ({work.value for work in Work}, set(Work))
    assert cartagena("work").out == "No había nada que hacer.\n"


def test_work_tells_people_what_it_did(cartagena: CommandLine, home: App) -> None:
    with home.transaction() as session:
        request(session, home.rules, JobKind.CLOSE, {}, key="k", by="Ana", now=clock.now())
    ran = cartagena("work", "--as-of", "2023-07-10")
    assert ran.code == 1
    assert "Pedido por Ana: Cerrar el período. No se pudo. Al trabajo le falta «plan»." in ran.out
    assert "Barrido: día: 2023-07-10" in ran.out


def test_commands_note_the_works_of_today_and_no_others(cartagena: CommandLine, home: App) -> None:
    cartagena("scan", "--as-of", "2023-07-10")
    cartagena("scan", "--dry-run")
    assert noted(home) == set()
    for words in (["remind"], ["collect"], ["evidence", "check-links"]):
        cartagena(*words)
    assert noted(home) == {Work.SCAN, Work.DELIVER, Work.COLLECT, Work.EVIDENCE}


def test_a_second_serve_of_an_installation_is_refused(cartagena: CommandLine, home: App) -> None:
    with turn(home.data / "turns", "serve"):
        ran = cartagena("serve", "--without-prefect")
    assert (ran.code, "Ya hay un «gdflow serve» encendido" in ran.err) == (4, True)


@pytest.mark.parametrize("host", ["0.0.0.0", "prefect.cartagena.example", "192.0.2.1"])
def test_prefects_own_pages_are_never_open_to_others(
    cartagena: CommandLine, monkeypatch: pytest.MonkeyPatch, host: str
) -> None:
    monkeypatch.setenv("GDFLOW_ORCHESTRATOR__URL", f"http://{host}:4200/api")
    ran = cartagena("serve", "--port", "0")
    assert (ran.code, f"ahora dice {host}" in ran.err) == (3, True)


@pytest.mark.parametrize(("options", "setting"), [(["--without-prefect"], "web.port"), ([], "orchestrator.url")])
def test_a_port_that_is_taken_is_named(cartagena: CommandLine, options: list[str], setting: str) -> None:
    with socket.socket() as taken, socket.socket() as free:
        for each in (taken, free):
            each.bind((HOST, 0))
        taken.listen()
        busy, idle = taken.getsockname()[1], free.getsockname()[1]
        free.close()
        web, prefect = (busy, idle) if setting == "web.port" else (idle, busy)
        settings = f'{SETTINGS}\n[web]\nport = {web}\n[orchestrator]\nurl = "http://{HOST}:{prefect}/api"\n'
        (cartagena.home / "config" / "gdflow.toml").write_text(settings, encoding="utf-8")
        ran = cartagena("serve", *options)
    assert (ran.code, f"cambie «{setting}»" in ran.err) == (3, True)


def test_a_mail_loop_through_the_mailbox_is_told(
    cartagena: CommandLine, dovecot: Dovecot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GDFLOW_IMAP__PASSWORD", PASSWORD)
    monkeypatch.setattr("gdflow.services.mail_loop.LOOKS", 1)
    monkeypatch.setattr("gdflow.services.mail_loop.BETWEEN", 0.0)
    with SmtpServer() as server:
        mail = f'mode = "smtp"\nhost = "{HOST}"\nport = {server.port}\nsecurity = "none"\n'
        (cartagena.home / "config" / "gdflow.toml").write_text(SETTINGS + mail + imap(dovecot), encoding="utf-8")
        ran = cartagena("doctor", "--mail-loop", MAILBOX)
    assert len(server.received) == 2
    assert (ran.code, "Ida y vuelta" in ran.out, "no llegó" in ran.out) == (3, True, True)


def test_a_mail_loop_needs_a_server(cartagena: CommandLine) -> None:
    ran = cartagena("doctor", "--mail-loop", MAILBOX)
    assert (ran.code, "no hay servidor que probar" in ran.err) == (3, True)
