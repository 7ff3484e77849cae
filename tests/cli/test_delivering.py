"""What people are told when they send: how long a burst takes, what rests and why, what waits."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from gdflow.app import App
from gdflow.channels.chat import AppriseChannel
from gdflow.channels.email import SmtpChannel
from gdflow.channels.mail_files import MailFiles
from gdflow.channels.msteams import TeamsChannel
from gdflow.storage import outbox
from tests.storage.cast import draft
from tests.support.cast import at
from tests.support.commands import CommandLine
from tests.support.installation import SETTINGS, bare, reopened
from tests.support.smtp import HOST, SmtpServer

MAIL = b"Date: Mon, 10 Jul 2023 08:00:00 -0500\r\n\r\nHola\r\n"
DAY = ("--as-of", "2023-07-10")
CHATS = """
[[chats]]
name = "planes"
kind = "msteams"
per_minute = 4

[[chats]]
name = "avisos"
kind = "apprise"
"""
URLS = {
    "GDFLOW_CHAT_PLANES": "workflows://prod-1.westeurope.logic.azure.com:443/643e69f83c8944/signature-0",
    "GDFLOW_CHAT_AVISOS": "jsons://avisos.entidad.example/x",
}


def by_smtp(server: SmtpServer, **more: object) -> str:
    """The settings that send by a server."""
    lines = [f"{name} = {value}" for name, value in more.items()]
    return "\n".join(
        [f'{SETTINGS}mode = "smtp"', f'host = "{HOST}"', f"port = {server.port}", 'security = "none"', *lines]
    )


def queue(gdflow: CommandLine, count: int, channel: str = "email", **environ: str) -> None:
    """So many notices that are due."""
    app = App.open(gdflow.home, environ)
    with app.transaction() as session:
        for number in range(count):
            each = draft(app.entity_id, f"{channel[:4]}{number}", at=at("2023-07-10"))
            outbox.enqueue(session, replace(each, channel=channel, data=MAIL))
    app.engine.dispose()


@pytest.fixture
def installed(gdflow: CommandLine) -> CommandLine:
    """The command line in an installation without a plan."""
    bare(gdflow.home).engine.dispose()
    return gdflow


def test_a_burst_is_announced_and_what_waits_for_the_next_day_is_told(installed: CommandLine) -> None:
    with SmtpServer() as server:
        settings = by_smtp(server, per_minute=0, per_day=2)
        (installed.home / "config" / "gdflow.toml").write_text(settings, "utf-8")
        queue(installed, 5)
        ran = installed("deliver", *DAY)
    assert (ran.code, len(server.received)) == (5, 2)
    assert "Correo: en pausa hasta las 08:00 del martes 11 de julio de 2023. Se llegó al máximo" in ran.out
    assert "Correo: 3 por enviar todavía; el último sale hacia las 08:00 del miércoles 12 de julio de 2023." in ran.out


def test_a_burst_that_takes_minutes_is_announced_before_it_begins(installed: CommandLine) -> None:
    (installed.home / "config" / "gdflow.toml").write_text(
        f'{SETTINGS}mode = "smtp"\nhost = "{HOST}"\nport = 9\n', "utf-8"
    )
    queue(installed, 60)
    ran = installed("deliver", *DAY)
    assert "Correo: 60 mensajes por enviar, a 25 por minuto; el último sale hacia las 08:02 del lunes 10" in ran.out
    assert "Correo: en pausa hasta las 08:01 del lunes 10 de julio de 2023. No hay conexión con el servidor" in ran.out
    assert "Correo: 60 por enviar todavía; el último sale hacia las 08:03 del lunes 10 de julio de 2023." in ran.out


def test_programs_are_told_what_rests_and_what_waits(installed: CommandLine) -> None:
    (installed.home / "config" / "gdflow.toml").write_text(
        f'{SETTINGS}mode = "smtp"\nhost = "{HOST}"\nport = 9\n', "utf-8"
    )
    queue(installed, 2)
    told = installed("deliver", *DAY, "--json").json
    (resting,) = told["resting"]
    rest = datetime.fromisoformat(resting["until"]) - at("2023-07-10")
    assert (resting["channel"], resting["code"], int(rest.total_seconds()) // 60) == ("email", "unreachable", 1)
    assert [(each["channel"], each["pending"]) for each in told["waiting"]] == [("email", 2)]


def test_a_chat_that_cannot_be_used_is_named_and_mails_go_on(
    installed: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    (installed.home / "config" / "channels.toml").write_text('[[chats]]\nname = "planes"\nkind = "msteams"\n', "utf-8")
    monkeypatch.setenv("GDFLOW_CHAT_PLANES", "http://prod-1.westeurope.logic.azure.com/x")
    secret = {"GDFLOW_CHAT_PLANES": "http://prod-1.westeurope.logic.azure.com/x"}
    queue(installed, 1, **secret)
    queue(installed, 1, "msteams:planes", **secret)
    ran = installed("deliver", *DAY)
    assert (ran.code, "Enviado" in ran.out) == (5, True)
    assert "Canal planes: en pausa hasta las 08:01" in ran.out
    assert "La dirección del canal «planes» debe empezar por https://" in " ".join(ran.out.split())


def test_mails_into_a_folder_know_no_limit(installed: CommandLine) -> None:
    queue(installed, 30)
    assert installed("deliver", *DAY).code == 0
    assert len(list((installed.home / "outbox").glob("*.eml"))) == 30


def test_an_installation_has_a_transport_for_its_mail_and_for_each_chat(tmp_path: Path) -> None:
    bare(tmp_path).engine.dispose()
    (tmp_path / "config" / "channels.toml").write_text(CHATS, "utf-8")
    app = App.open(tmp_path, URLS)
    mail, planes, avisos = app.transports()
    assert (mail.channel, mail.per_minute, mail.per_day) == ("email", 0, 0)
    assert [(each.channel, each.per_minute) for each in (planes, avisos)] == [
        ("msteams:planes", 4),
        ("apprise:avisos", 30),
    ]
    opened = [type(each.open()) for each in (mail, planes, avisos)]
    assert opened == [MailFiles, TeamsChannel, AppriseChannel]
    app.engine.dispose()


def test_an_installation_that_sends_keeps_to_the_limits_of_its_server(tmp_path: Path) -> None:
    app = reopened(bare(tmp_path), f'{SETTINGS}mode = "smtp"\nhost = "{HOST}"\n')
    (mail,) = app.transports()
    assert (mail.per_minute, mail.per_day, type(mail.open())) == (25, 10_000, SmtpChannel)
    assert app.sender("cli") != app.sender("cli")
    app.engine.dispose()


def test_a_rehearsal_of_the_delivery_lists_what_waits_and_sends_nothing(cartagena: CommandLine) -> None:
    cartagena("scan", *DAY)
    ran = cartagena("deliver", *DAY, "--dry-run")
    assert (ran.code, "En cola" in ran.out, "Ensayo: no se envió nada." in ran.out) == (0, True, True)
    waiting = cartagena("deliver", *DAY, "--dry-run", "--json").json["notices"]
    assert {each["state"] for each in waiting} == {"queued"}
    assert [each["state"] for each in cartagena("deliver", *DAY, "--json").json["deliveries"]] == ["sent"] * len(
        waiting
    )
    assert cartagena("deliver", *DAY, "--dry-run", "--json").json["notices"] == []
