"""Mails of which nobody knows whether they arrived: looked up among the sent ones, or decided by a person."""

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest

from gdflow.app import App
from gdflow.channels.email import SmtpChannel, SmtpSettings
from gdflow.collect.mailbox import MailboxError
from gdflow.domain.errors import ConflictError, InputError, NotFoundError
from gdflow.domain.notices import NoticeFacts
from gdflow.domain.outbox import EMAIL, NoticeState
from gdflow.services.decide import why
from gdflow.services.deliver import LEASE
from gdflow.services.in_doubt import GRACE, LOOKED_UP, DoubtReport, decide_doubt, settle_doubts
from gdflow.storage import events, outbox
from tests.support.cast import GOBIERNO_MAIL, at
from tests.support.dovecot import Dovecot, dovecot, dovecot_server
from tests.support.installation import accounting, delivered, notices, scanned
from tests.support.mailbox import file_sent, reading_its_mailbox
from tests.support.smtp import DROP, SmtpServer
from tests.support.smtp import HOST as SMTP_HOST

__all__ = ["dovecot", "dovecot_server"]
DAY = "2023-07-10"
PAST = at(DAY, 8, 2)


def smtp(server: SmtpServer) -> SmtpChannel:
    return SmtpChannel(SmtpSettings(SMTP_HOST, server.port, "none"))


def doubtful(app: App, server: SmtpServer) -> NoticeFacts:
    """The mail to one team, cut off after its last dot."""
    scanned(app, DAY)
    server.fail("content", DROP)
    delivered(app, DAY, channel=smtp(server))
    return next(notice for notice in notices(app) if notice.address == GOBIERNO_MAIL)


def settled(app: App, now: datetime = PAST) -> DoubtReport:
    post = app.post()
    assert post is not None
    with post.open() as mailbox:
        return settle_doubts(app.transaction, mailbox, app.rules, now=now)


def state(app: App) -> NoticeState:
    return next(notice.state for notice in notices(app) if notice.address == GOBIERNO_MAIL)


def test_what_lies_among_the_sent_mails_arrived(installed: App, dovecot: Dovecot) -> None:
    app = reading_its_mailbox(installed, dovecot)
    with SmtpServer() as server:
        doubtful(app, server)
        file_sent(dovecot, server.received[0].data)
    assert settled(app) == DoubtReport(arrived=1)
    known = next(notice for notice in notices(app) if notice.address == GOBIERNO_MAIL)
    assert (known.state, known.resolved_by) == (NoticeState.SENT, LOOKED_UP)
    assert accounting(app).closed


def test_what_is_not_among_them_goes_out_again_with_the_same_bytes(installed: App, dovecot: Dovecot) -> None:
    app = reading_its_mailbox(installed, dovecot)
    with SmtpServer() as server:
        doubtful(app, server)
        assert settled(app) == DoubtReport(again=1)
        delivered(app, DAY, 9, smtp(server))
        copies = [each.data for each in server.received if each.recipients == (GOBIERNO_MAIL,)]
    assert (len(copies), len(set(copies)), state(app)) == (2, 1, NoticeState.SENT)


def test_before_the_server_had_time_to_file_its_copy_nothing_is_concluded(installed: App, dovecot: Dovecot) -> None:
    app = reading_its_mailbox(installed, dovecot)
    with SmtpServer() as server:
        doubtful(app, server)
    assert settled(app, at(DAY, 8, 1)) == DoubtReport()
    assert state(app) is NoticeState.IN_DOUBT


def test_of_a_try_that_never_answered_nothing_is_concluded_while_its_sender_may_still_end_it(installed: App) -> None:
    scanned(installed, DAY)
    with installed.transaction() as session:
        its: dict[str, Any] = {"entity_id": installed.rules.entity_id, "channel": EMAIL, "lease": LEASE}
        taken = outbox.claim_next(session, now=at(DAY, 8), owner="held up", **its)
        assert taken is not None
        outbox.open_attempt(session, taken.id, "held up", at(DAY, 8))
    last = at(DAY, 8) + LEASE + GRACE
    asked = _Meanwhile(lambda: None)
    looked = [last - timedelta(seconds=1), last]
    reports = [settle_doubts(installed.transaction, asked, installed.rules, now=now) for now in looked]
    assert reports == [DoubtReport(), DoubtReport(again=1)]


def test_a_mailbox_that_does_not_answer_leaves_the_doubt(installed: App, dovecot: Dovecot) -> None:
    app = reading_its_mailbox(installed, dovecot)
    with SmtpServer() as server:
        doubtful(app, server)
    gone = reading_its_mailbox(app, dovecot, port=dovecot.lmtp_port)
    with pytest.raises(MailboxError):
        settled(gone)
    assert state(gone) is NoticeState.IN_DOUBT


class _Meanwhile:
    """Something happens to the notice while the mailbox is asked."""

    def __init__(self, deed: Callable[[], object]) -> None:
        self._deed = deed

    def sent_copy(self, message_id: str) -> bool:
        self._deed()
        return False


def decided(app: App, notice: int, state: NoticeState) -> NoticeFacts:
    with app.transaction() as session:
        return decide_doubt(session, app.rules, notice, state, why("Ana", "El equipo lo confirmó."), now=PAST)


def test_a_person_who_is_faster_than_the_look_up_is_believed(installed: App) -> None:
    with SmtpServer() as server:
        notice = doubtful(installed, server).id
    asked = _Meanwhile(lambda: decided(installed, notice, NoticeState.SENT))
    assert settle_doubts(installed.transaction, asked, installed.rules, now=PAST) == DoubtReport()
    assert state(installed) is NoticeState.SENT


@pytest.mark.parametrize("chosen", [NoticeState.SENT, NoticeState.QUEUED, NoticeState.SUPPRESSED])
def test_a_person_decides_and_is_named_with_the_reason(installed: App, chosen: NoticeState) -> None:
    with SmtpServer() as server:
        notice = doubtful(installed, server).id
    known = decided(installed, notice, chosen)
    assert (known.state, known.resolved_by) == (chosen, "Ana")
    with installed.reading() as session:
        (event,) = events.events_of(session, installed.rules.entity_id, f"notice:{notice}")
    assert (event.kind, event.actor) == ("doubt_resolved", "Ana")
    assert json.loads(event.facts) == {"reason": "El equipo lo confirmó.", "state": chosen.value}
    assert accounting(installed).closed


def test_what_is_in_no_doubt_is_not_decided(installed: App) -> None:
    scanned(installed, DAY)
    with pytest.raises(ConflictError, match="notice_not_in_doubt"):
        decided(installed, notices(installed)[0].id, NoticeState.SENT)
    with pytest.raises(NotFoundError, match="unknown_notice"):
        decided(installed, 999, NoticeState.SENT)


@pytest.mark.parametrize("given", [("", "porque sí"), ("Ana", " ")])
def test_a_decision_has_an_author_and_a_reason(given: tuple[str, str]) -> None:
    with pytest.raises(InputError, match="blank"):
        why(*given)
