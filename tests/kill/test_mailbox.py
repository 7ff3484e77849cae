"""Readers of the mailbox killed at any moment: each mail is one receipt, and none stays behind or is moved twice."""

import os
import random
import signal
import time
from collections.abc import Iterator

import pytest

from gdflow.app import App
from gdflow.domain.inbound import InboundState
from gdflow.domain.receipts import ReceiptSource
from gdflow.storage import inbound, waiting
from tests.kill.harness import Forks
from tests.services.test_intake import opened
from tests.support.cast import GOBIERNO_MAIL, STRANGER_MAIL, at
from tests.support.dovecot import MAILBOX, PASSWORD, Dovecot, dovecot, dovecot_server
from tests.support.letters import letter
from tests.support.mailbox import report

__all__ = ["dovecot", "dovecot_server"]
pytestmark = pytest.mark.slow

MAILS, FOREIGN, REPORTS, KILLS = 150, 5, 5, 40
DAY = "2023-07-10"


@pytest.fixture
def full(installed: App, dovecot: Dovecot) -> Iterator[App]:
    """An installation with as many answers in its mailbox, some foreign mails and some reports between them."""
    app = opened(installed, dovecot)
    mails = [letter((f"Reporte {n}.xlsx", b"PK%d" % n), message_id=f"<{n}@x.example>") for n in range(MAILS)]
    mails += [letter(("x.xlsx", b"PK"), sender=STRANGER_MAIL, message_id=f"<f{n}@x.example>") for n in range(FOREIGN)]
    mails += [report(f"nadie{n}@cartagena.example") for n in range(REPORTS)]
    random.shuffle(mails)
    for mail in mails:
        dovecot.deliver(mail, MAILBOX, sender=GOBIERNO_MAIL)
    yield app
    app.engine.dispose()


def start(forks: Forks, app: App) -> int:
    """A look into the mailbox in a process of its own."""
    moment = at(DAY, 10).isoformat()
    return forks.run(work="mailbox", home=str(app.home), password=PASSWORD, moment=moment, failpoint=None)


def ids_in(server: Dovecot, folder: str) -> set[str]:
    """The Message-IDs of the mails in a folder."""
    with server.as_a_person() as person:
        person.select(folder, readonly=True)
        _, answer = person.fetch("1:*", "(BODY.PEEK[HEADER.FIELDS (MESSAGE-ID)])")
    return {part[1].decode().partition(":")[2].strip() for part in answer if isinstance(part, tuple)}


def check(app: App, server: Dovecot) -> None:
    """Each mail is one receipt and lies where it belongs; the inbox is empty."""
    with app.reading() as session:
        receipts = waiting.waiting(session, app.rules.entity_id, 1000)
        taken, foreign = (
            inbound.mails_in(session, app.rules.entity_id, state)
            for state in (InboundState.TAKEN, InboundState.QUARANTINED)
        )
    assert sorted(receipt.name for receipt in receipts) == sorted(f"Reporte {n}.xlsx" for n in range(MAILS))
    assert {receipt.source for receipt in receipts} == {ReceiptSource.MAIL}
    assert (len(taken), len(foreign)) == (MAILS, FOREIGN)
    # A server may copy a mail twice for two readers at once, one of them dying: the folder is order, not the truth.
    assert ids_in(server, "Procesados") - {""} == {mail.message_id for mail in taken}
    assert ids_in(server, "Cuarentena") == {mail.message_id for mail in foreign}
    with server.as_a_person() as person:
        assert person.select("INBOX", readonly=True)[1] == [b"0"]


def test_readers_killed_at_any_moment_lose_no_mail_and_take_none_twice(
    full: App, dovecot: Dovecot, forks: Forks
) -> None:
    kills = 0
    for _ in range(KILLS):
        reader = start(forks, full)
        # Logging in alone takes some 50 ms, after which a mail takes some 5.
        time.sleep(random.uniform(0.03, 0.2))
        os.kill(reader, signal.SIGKILL)
        kills += forks.ended(reader) == -signal.SIGKILL
    assert kills >= 5, "else the readers were through before anybody killed them"
    assert forks.ended(start(forks, full)) == 0
    check(full, dovecot)


def test_readers_at_once_take_each_mail_once(full: App, dovecot: Dovecot, forks: Forks) -> None:
    readers = [start(forks, full) for _ in range(3)]
    assert [forks.ended(reader) for reader in readers] == [0, 0, 0]
    check(full, dovecot)
