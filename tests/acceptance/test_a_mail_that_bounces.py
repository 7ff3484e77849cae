"""A mail through a real mail server: the good address has it, the wrong one comes back as a report that we can read."""

import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TypeVar

import pytest

from gdflow.channels.base import Message
from gdflow.channels.email import SmtpChannel, SmtpSettings
from gdflow.channels.mail import build_mail
from gdflow.channels.render import Rendered
from gdflow.collect.mailbox import Mailbox, MailboxSettings
from gdflow.domain.bounces import BounceAction
from tests.support.dovecot import HOST, MAILBOX, OTHER, PASSWORD, Dovecot, dovecot, dovecot_server
from tests.support.postfix import Postfix, postfix

__all__ = ["dovecot", "dovecot_server", "postfix"]
Found = TypeVar("Found")
RENDERED = Rendered("Faltan 4 reportes del trimestre 2", "Buen día.", "<p>Buen día.</p>")
SENDER = MAILBOX.replace("@", "+k7f3q2mx4d@")


def message(name: str, recipient: str) -> Message:
    message_id = f"<gd.{name}@cartagena.example>"
    sent = datetime(2023, 7, 5, 13, tzinfo=UTC)
    data = build_mail(RENDERED, message_id=message_id, sender=MAILBOX, recipient=recipient, date=sent)
    return Message(message_id, SENDER, recipient, data)


def settings(server: Dovecot, user: str, sent: str = "Sent") -> MailboxSettings:
    return MailboxSettings(HOST, server.port, "tls", user, PASSWORD, ca_file=server.ca_file, sent=sent)


def send(server: Postfix, *messages: Message) -> None:
    channel = SmtpChannel(SmtpSettings(HOST, server.port, "none"))
    for one in messages:
        channel.send(one)
    channel.close()


def soon(look: Callable[[], Found], log: Callable[[], str]) -> Found:
    for _ in range(200):
        if found := look():
            return found
        time.sleep(0.05)
    raise AssertionError(f"nothing came within ten seconds: {log()}")


@pytest.mark.slow
def test_a_mail_arrives_and_one_to_nobody_comes_back_as_a_report(postfix: Postfix, dovecot: Dovecot) -> None:
    good, wrong = message("aa01", OTHER), message("bb02", "nadie@cartagena.example")
    send(postfix, good, wrong)
    with Mailbox(settings(dovecot, OTHER, sent="INBOX")) as archive, Mailbox(settings(dovecot, MAILBOX)) as mailbox:
        assert soon(lambda: archive.sent_copy(good.message_id), lambda: postfix.log)
        ((uid, bounce),) = soon(lambda: list(mailbox.bounces()), lambda: postfix.log)
        mailbox.file_away([uid], "Procesados")
        assert list(mailbox.bounces()) == []
    assert (bounce.envelope_id, bounce.message_id) == ("gd.bb02", wrong.message_id)
    assert (bounce.recipient, bounce.action) == ("nadie@cartagena.example", BounceAction.FAILED)
    assert (bounce.status, bounce.permanent) == ("5.1.1", True)
    assert "User doesn't exist" in bounce.diagnostic
