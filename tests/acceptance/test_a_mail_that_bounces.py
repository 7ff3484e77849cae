"""A mail through a real mail server: the good address has it, the wrong one comes back as a report that we can read."""

import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TypeVar

import pytest

from gdflow.app import App
from gdflow.channels.base import Message
from gdflow.channels.email import SmtpChannel, SmtpSettings
from gdflow.channels.mail import build_mail
from gdflow.channels.render import Rendered
from gdflow.collect.mailbox import Mailbox, MailboxSettings
from gdflow.domain.bounces import BounceAction
from gdflow.domain.outbox import NoticeState
from gdflow.domain.people import Role
from gdflow.services.bounces import Fate
from gdflow.services.deliver import Transport
from gdflow.services.delivery_round import Round, go_round
from tests.support.cast import COORDINATOR_MAIL, GOBIERNO, SENDER_MAIL, USO, at
from tests.support.dovecot import HOST, MAILBOX, OTHER, PASSWORD, Dovecot, dovecot, dovecot_server
from tests.support.installation import accounting, contacts, installed, notices, scanned, template
from tests.support.mailbox import reading_its_mailbox
from tests.support.postfix import Postfix, postfix

__all__ = ["dovecot", "dovecot_server", "installed", "postfix", "template"]
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


DAY = "2023-07-10"


@pytest.mark.slow
def test_a_reminder_that_bounces_is_settled_told_and_said_to_the_next_reader(
    installed: App, postfix: Postfix, dovecot: Dovecot
) -> None:
    gone = "nadie@cartagena.example"
    contacts(installed, USO, [(gone, Role.MEMBER), (OTHER, Role.SUBSTITUTE)])
    contacts(installed, GOBIERNO, [])
    app = coordinated(reading_its_mailbox(installed, dovecot, keeps_sent=False))
    scanned(app, DAY)
    assert rounds(app, postfix, 8).delivery.count(NoticeState.SENT) > 0
    soon(lambda: returned(dovecot), lambda: postfix.log)
    done = rounds(app, postfix, 9)
    assert done.mailbox is not None
    assert (done.mailbox.trouble, done.mailbox.bounces.fates, done.told) == (None, (Fate.REFUSED,), 1)
    refused = next(notice for notice in notices(app) if notice.address == gone)
    assert (refused.state, refused.code) == (NoticeState.REFUSED, "5.1.1")
    assert [draft.address for draft in scanned(app, DAY, 13).composed.notices if draft.reminder_ids] == [OTHER]
    rounds(app, postfix, 13)
    assert (accounting(app).closed, accounting(app).refused) == (True, 0)


def coordinated(app: App) -> App:
    """The same installation; its mails come from the mailbox to which reports go back."""
    file = app.home / "config" / "gdflow.toml"
    file.write_text(file.read_text("utf-8").replace(SENDER_MAIL, MAILBOX).replace(COORDINATOR_MAIL, OTHER), "utf-8")
    app.engine.dispose()
    return App.open(app.home, {"GDFLOW_IMAP__PASSWORD": PASSWORD})


def rounds(app: App, server: Postfix, hour: int) -> Round:
    channel = SmtpChannel(SmtpSettings(HOST, server.port, "none"))
    its = (app.transaction, [Transport("email", lambda: channel)], app.rules, app.post())
    return go_round(*its, clock=lambda: at(DAY, hour), owner="test")


def returned(server: Dovecot) -> bool:
    with server.as_a_person() as person:
        return person.select("INBOX", readonly=True)[1] != [b"0"]
