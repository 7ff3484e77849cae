"""A mail to the own mailbox and back, through a real server: what of it survives, and what may be counted on."""

from dataclasses import replace
from typing import Any

import pytest

from gdflow.app import App
from gdflow.channels.email import SmtpChannel, SmtpSettings
from gdflow.domain.errors import ConfigError, DeliveryError
from gdflow.services import mail_loop as loops
from gdflow.services.mail_loop import Loop, mail_loop
from gdflow.services.mail_loop_checks import loop_checks
from gdflow.settings.model import Settings
from tests.support.cast import SENDER_MAIL, at
from tests.support.dovecot import MAILBOX, Dovecot, dovecot, dovecot_server
from tests.support.mailbox import file_sent, reading_its_mailbox
from tests.support.postfix import Postfix, postfix
from tests.support.processes import wait_for
from tests.support.smtp import HOST, SmtpServer

__all__ = ["dovecot", "dovecot_server", "postfix"]
NOW = at("2023-07-10")
WHOLE = Loop(back=True, message_id=True, plus=True, sent_copy=True)


def looped(app: App, port: int, **changed: Any) -> Loop:
    """The mails sent by a server, and looked for in the installation's mailbox."""
    channel = SmtpChannel(SmtpSettings(HOST, port, "none"))
    its: dict[str, Any] = {"sender": SENDER_MAIL, "address": MAILBOX, "token": "k7f3q2", "now": NOW}
    its |= {"sleep": lambda _: None} | changed
    try:
        return mail_loop(channel, app.post(), **its)
    finally:
        channel.close()


def test_a_real_server_brings_both_mails_back(installed: App, dovecot: Dovecot, postfix: Postfix) -> None:
    app, slept = reading_its_mailbox(installed, dovecot), []

    def wait(seconds: float) -> None:
        slept.append(seconds)
        file_sent(dovecot, b"Message-ID: <gd.loop.k7f3q2@cartagena.example>\r\n\r\nx")
        wait_for(lambda: postfix.log.count("status=sent") >= 2, 60, lambda: postfix.log)

    assert looped(app, postfix.port, sleep=wait) == WHOLE
    assert slept
    with app.post().open() as mailbox:  # type: ignore[union-attr]  # it reads one
        assert list(mailbox.mails()) == []


def test_what_does_not_come_back_is_said(installed: App, dovecot: Dovecot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loops, "LOOKS", 2)
    app = reading_its_mailbox(installed, dovecot)
    dovecot.deliver(b"Subject: otra cosa\r\n\r\nHola")
    with SmtpServer() as server:
        assert looped(app, server.port) == Loop(back=False, message_id=False, plus=False, sent_copy=False)


def test_a_server_that_knows_no_plus_and_gives_other_ids(
    installed: App, dovecot: Dovecot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loops, "LOOKS", 1)
    app = reading_its_mailbox(installed, dovecot)
    dovecot.deliver(b"Message-ID: <otro@servidor.example>\r\nX-Gdflow-Loop: k7f3q2\r\n\r\nHola")
    with SmtpServer() as server:
        found = looped(app, server.port)
    assert (found.back, found.message_id) == (True, False)


def test_a_refused_plus_is_told_in_the_servers_words(
    installed: App, dovecot: Dovecot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loops, "LOOKS", 1)
    app = reading_its_mailbox(installed, dovecot)
    with _Refusing("550 5.1.1 No existe") as server:
        assert "No existe" in (looped(app, server.port).plus_refused or "")
    with _Refusing("451 4.3.0 Luego") as server, pytest.raises(DeliveryError):
        looped(app, server.port)


def test_without_a_mailbox_there_is_nothing_to_look_into(installed: App) -> None:
    with pytest.raises(ConfigError) as refused:
        looped(installed, 1)
    assert refused.value.code == "loop_without_mailbox"


@pytest.mark.parametrize(
    ("loop", "counted_on", "wrong"),
    [
        (WHOLE, True, []),
        (WHOLE, False, []),
        (replace(WHOLE, message_id=False), True, ["Message-ID"]),
        (replace(WHOLE, plus=False, plus_refused="550"), True, ["Dirección con +"]),
        (replace(WHOLE, plus=False, sent_copy=False), False, []),
        (replace(WHOLE, sent_copy=False), True, ["Copia en enviados"]),
        (Loop(back=False, message_id=False, plus=False, sent_copy=False), False, ["Ida y vuelta"]),
    ],
)
def test_wrong_is_what_the_settings_count_on(loop: Loop, counted_on: bool, wrong: list[str]) -> None:
    mail = {"plus_addressing": counted_on, "replies": "planes@entidad.example"}
    settings = Settings.model_validate({"mail": mail, "imap": {"host": "x.example", "keeps_sent": counted_on}})
    checks = list(loop_checks(loop, settings))
    assert [check.what for check in checks if not check.ok] == wrong
    assert all(check.mend for check in checks if not check.ok)


class _Refusing(SmtpServer):
    """A server that takes the first recipient and refuses the second."""

    def __init__(self, answer: str) -> None:
        super().__init__()
        self._answer, self._recipients = answer, 0

    def fault(self, phase: str) -> str | None:
        self._recipients += phase == "rcpt"
        return self._answer if phase == "rcpt" and self._recipients == 2 else super().fault(phase)
