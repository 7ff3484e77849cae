"""A round of the post: the mailbox first, then what may leave, then the coordinator is told of what went wrong."""

from pathlib import Path

from gdflow.app import App
from gdflow.channels.email import SmtpChannel, SmtpSettings
from gdflow.domain.outbox import NoticeState
from gdflow.services.bounces import Fate
from gdflow.services.deliver import Transport
from gdflow.services.delivery_round import Round, go_round
from gdflow.services.post import Post
from tests.support.cast import COORDINATOR_MAIL, GOBIERNO_MAIL, HEAD_MAIL, USO_MAIL, at
from tests.support.dovecot import Dovecot, dovecot, dovecot_server
from tests.support.installation import accounting, mail_of, notices, scanned, text_of
from tests.support.mailbox import file_sent, reading_its_mailbox, report
from tests.support.smtp import DROP, HOST, SmtpServer

__all__ = ["dovecot", "dovecot_server"]
DAY = "2023-07-10"


def went(app: App, server: SmtpServer, hour: int = 8, minute: int = 0, post: Post | None = None) -> Round:
    channel = SmtpChannel(SmtpSettings(HOST, server.port, "none"))
    return go_round(
        app.transaction,
        [Transport("email", lambda: channel)],
        app.rules,
        post or app.post(),
        clock=lambda: at(DAY, hour, minute),
        owner="test",
    )


def recipients(server: SmtpServer) -> list[str]:
    return [each.recipients[0] for each in server.received]


def test_without_trouble_a_round_sends_and_tells_nobody(installed: App) -> None:
    scanned(installed, DAY)
    with SmtpServer() as server:
        done = went(installed, server)
    assert (recipients(server), done.told, done.mailbox) == ([GOBIERNO_MAIL, USO_MAIL], 0, None)


def test_the_coordinator_hears_of_a_refusal_in_the_same_round(installed: App) -> None:
    scanned(installed, DAY)
    with SmtpServer() as server:
        server.fail("rcpt", "550 5.1.1 No existe")
        done = went(installed, server)
        again = went(installed, server, 9)
    assert recipients(server) == [USO_MAIL, COORDINATOR_MAIL]
    assert f"{GOBIERNO_MAIL} (550 5.1.1 No existe)" in text_of(mail_of(server.received[-1].data))
    assert [each.state for each in done.delivery.deliveries] == [
        NoticeState.REFUSED,
        NoticeState.SENT,
        NoticeState.SENT,
    ]
    assert (done.told, done.delivery.partial, again.told) == (1, True, 0)


def test_what_a_refused_address_should_have_heard_is_said_to_the_next_reader_the_same_day(installed: App) -> None:
    scanned(installed, DAY)
    with SmtpServer() as server:
        server.fail("rcpt", "550 5.1.1 No existe")
        went(installed, server)
        scanned(installed, DAY, 13)
        went(installed, server, 13)
    assert recipients(server) == [USO_MAIL, COORDINATOR_MAIL, HEAD_MAIL]
    sums = accounting(installed)
    assert (sums.closed, sums.sent, sums.due) == (True, 9, 9)


def test_a_refused_coordinator_starts_no_loop(installed: App) -> None:
    scanned(installed, DAY)
    with SmtpServer() as server:
        server.fail("rcpt", *["550 5.1.1 No existe"] * 3)
        rounds = [went(installed, server, hour) for hour in (8, 9, 10)]
    assert [done.told for done in rounds] == [1, 0, 0]
    assert [notice.state for notice in notices(installed) if notice.purpose == "coordinator"] == [NoticeState.REFUSED]


def test_a_mail_in_doubt_is_looked_up_by_the_next_round_and_bothers_nobody(installed: App, dovecot: Dovecot) -> None:
    app = reading_its_mailbox(installed, dovecot)
    scanned(app, DAY)
    with SmtpServer() as server:
        server.fail("content", DROP, DROP)
        first = went(app, server)
        file_sent(dovecot, server.received[0].data)
        second = went(app, server, 8, 10)
    assert (first.told, second.told) == (0, 0)
    assert second.mailbox is not None
    assert (second.mailbox.doubts.arrived, second.mailbox.doubts.again) == (1, 1)
    assert recipients(server) == [GOBIERNO_MAIL, USO_MAIL, USO_MAIL]
    assert (accounting(app).sent, accounting(app).closed) == (9, True)


def test_where_no_copies_are_kept_a_doubt_is_told_and_held(installed: App, dovecot: Dovecot) -> None:
    app = reading_its_mailbox(installed, dovecot, keeps_sent=False)
    scanned(app, DAY)
    with SmtpServer() as server:
        server.fail("content", DROP)
        first, second = went(app, server), went(app, server, 8, 10)
    assert (first.told, second.told, recipients(server)[2:]) == (1, 0, [COORDINATOR_MAIL])
    assert accounting(app).in_doubt == 7


def test_what_came_back_is_read_and_told_in_one_round(installed: App, dovecot: Dovecot) -> None:
    app = reading_its_mailbox(installed, dovecot)
    scanned(app, DAY)
    with SmtpServer() as server:
        went(app, server)
        sent = next(notice for notice in notices(app) if notice.address == USO_MAIL)
        dovecot.deliver(report(USO_MAIL, message_id=sent.message_id))
        done = went(app, server, 9)
    assert done.mailbox is not None
    assert (done.mailbox.bounces.count(Fate.REFUSED), done.told) == (1, 1)
    assert "1 CORREO RECHAZADO" in text_of(mail_of(server.received[-1].data))


def test_a_mailbox_out_of_reach_stops_no_mail(installed: App, dovecot: Dovecot) -> None:
    app = reading_its_mailbox(installed, dovecot, port=dovecot.lmtp_port)
    scanned(app, DAY)
    with SmtpServer() as server:
        done = went(app, server)
    assert done.mailbox is not None
    assert done.mailbox.trouble is not None
    assert done.mailbox.trouble.code.startswith("mailbox_")
    assert recipients(server) == [GOBIERNO_MAIL, USO_MAIL]


def test_a_mailbox_that_is_not_safe_is_trouble_and_no_crash(installed: App, dovecot: Dovecot) -> None:
    app = reading_its_mailbox(installed, dovecot)
    file = Path(app.home / "config" / "gdflow.toml")
    file.write_text(file.read_text("utf-8") + 'security = "none"\n', "utf-8")
    with SmtpServer() as server:
        done = went(App.open(app.home, {"GDFLOW_IMAP__PASSWORD": "clave"}), server)
    assert done.mailbox is not None
    assert done.mailbox.trouble is not None
    assert done.mailbox.trouble.code == "mailbox_password_in_clear"
