"""The outbox emptied through real channels: what left, what waits, and what is not known."""

import signal
import subprocess
import sys
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from gdflow.app import App
from gdflow.channels.base import Accepted, Message
from gdflow.channels.email import SmtpChannel, SmtpSettings
from gdflow.domain.errors import DeliveryError
from gdflow.domain.outbox import NoticeState
from gdflow.services.deliver import LEASE, MAX_TRIES, DeliveryReport, deliver
from gdflow.services.remind import scan
from gdflow.storage import outbox
from tests.support.cast import GOBIERNO_MAIL, HEAD_MAIL, USO, USO_MAIL, at
from tests.support.installation import accounting, answered, contacts, delivered, mails, notices, scanned
from tests.support.smtp import DROP, HOST, SmtpServer

ROOT = Path(__file__).parents[2]


def smtp(server: SmtpServer) -> SmtpChannel:
    return SmtpChannel(SmtpSettings(HOST, server.port, "none"))


def sent(app: App, server: SmtpServer, day: str = "2023-07-10", hour: int = 8) -> DeliveryReport:
    return delivered(app, day, hour, smtp(server))


def states(app: App) -> dict[str, NoticeState]:
    return {notice.address: notice.state for notice in notices(app)}


def closes(app: App, **parts: int) -> bool:
    sums = accounting(app)
    return sums.closed and all(getattr(sums, name) == count for name, count in parts.items())


def test_mails_leave_as_files_each_once(installed: App) -> None:
    scanned(installed, "2023-07-10")
    first, second = delivered(installed, "2023-07-10"), delivered(installed, "2023-07-10")
    assert (first.count(NoticeState.SENT), first.partial, second.deliveries) == (2, False, ())
    assert [mail["To"].addresses[0].addr_spec for mail in mails(installed)] == [GOBIERNO_MAIL, USO_MAIL]
    assert closes(installed, due=9, sent=9)


def test_mails_leave_by_a_real_server(installed: App) -> None:
    scanned(installed, "2023-07-10")
    with SmtpServer() as server:
        report = sent(installed, server)
    assert [each.recipients for each in server.received] == [(GOBIERNO_MAIL,), (USO_MAIL,)]
    assert {delivery.code for delivery in report.deliveries} == {"250"}


def test_a_passing_refusal_is_tried_again_with_the_same_bytes(installed: App) -> None:
    scanned(installed, "2023-07-10")
    with SmtpServer() as server:
        server.fail("content", "451 4.3.0 Mas tarde")
        first = sent(installed, server)
        early, late = sent(installed, server), sent(installed, server, hour=9)
    assert [each.state for each in first.deliveries] == [NoticeState.RETRY, NoticeState.SENT]
    assert (early.deliveries, late.count(NoticeState.SENT)) == ((), 1)
    assert closes(installed, sent=9)


def test_a_refused_address_stops_no_other(installed: App) -> None:
    scanned(installed, "2023-07-10")
    with SmtpServer() as server:
        server.fail("rcpt", "550 5.1.1 No existe")
        report = sent(installed, server)
    assert [each.state for each in report.deliveries] == [NoticeState.REFUSED, NoticeState.SENT]
    assert (report.partial, report.resting, report.deliveries[0].code) == (True, (), "550")
    assert closes(installed, refused=7, sent=2)


def test_a_line_cut_after_the_last_dot_is_in_doubt_and_never_sent_again(installed: App) -> None:
    scanned(installed, "2023-07-10")
    with SmtpServer() as server:
        server.fail("content", DROP)
        first = sent(installed, server)
        second = sent(installed, server, "2023-07-11")
    assert [each.state for each in first.deliveries] == [NoticeState.IN_DOUBT, NoticeState.SENT]
    assert second.deliveries == ()
    assert len(server.received) == 2
    assert closes(installed, in_doubt=7, sent=2)


def test_a_server_out_of_reach_stops_the_run_and_loses_nothing(installed: App) -> None:
    scanned(installed, "2023-07-10")
    with SmtpServer() as server:
        pass
    down = sent(installed, server)
    assert (len(down.deliveries), [each.code for each in down.resting], down.partial) == (1, ["unreachable"], True)
    with SmtpServer() as again:
        assert sent(installed, again, hour=9).count(NoticeState.SENT) == 2
    assert closes(installed, sent=9)


@pytest.mark.parametrize(
    ("phase", "answer"), [("mail", "421 4.3.2 Busy"), ("mail", "451 4.7.0 Wait"), ("rcpt", "432 4.3.2 Too many")]
)
def test_a_server_that_is_busy_rests_and_then_takes_everything_in_its_order(
    installed: App, phase: str, answer: str
) -> None:
    scanned(installed, "2023-07-10")
    with SmtpServer() as server:
        server.fail(phase, answer)
        busy, early, late = sent(installed, server), sent(installed, server), sent(installed, server, hour=9)
    (resting,) = busy.resting
    assert (resting.code, resting.text, resting.until) == ("channel_busy", answer, at("2023-07-10", 8, 1))
    assert ([each.state for each in busy.deliveries], early.deliveries) == ([NoticeState.RETRY], ())
    assert [each.address for each in late.deliveries] == [GOBIERNO_MAIL, USO_MAIL]
    assert (resting.channel, closes(installed, sent=9)) == ("email", True)


def test_a_folder_that_cannot_be_written_stops_the_run(installed: App) -> None:
    scanned(installed, "2023-07-10")
    installed.outbox.write_text("no es una carpeta")
    (resting,) = delivered(installed, "2023-07-10").resting
    assert (resting.code, resting.limited, resting.until) == ("folder_not_writable", False, at("2023-07-10", 8, 1))
    assert closes(installed, pending=9)


def test_a_server_out_of_reach_never_uses_up_a_messages_tries(installed: App) -> None:
    contacts(installed, USO, [])
    scanned(installed, "2023-07-10")
    with SmtpServer() as server:
        pass
    for day in range(4 * MAX_TRIES):
        sent(installed, server, str(date(2023, 7, 10) + timedelta(days=day)))
    [notice] = [each for each in notices(installed) if each.address == GOBIERNO_MAIL]
    assert (notice.state, notice.tries >= MAX_TRIES) == (NoticeState.RETRY, True)


def test_a_message_that_is_put_off_too_often_is_given_up(installed: App) -> None:
    scanned(installed, "2023-07-10")
    days = [
        "2023-07-10",
        "2023-07-11",
        "2023-07-12",
        "2023-07-13",
        "2023-07-14",
        "2023-07-17",
        "2023-07-18",
        "2023-07-19",
    ]
    with SmtpServer() as server:
        for day in days:
            server.fail("content", "451 4.3.0 Mas tarde")
            sent(installed, server, day)
    assert sorted(states(installed).values()) == [NoticeState.REFUSED, NoticeState.SENT]


class _Slow:
    """A server that says when to come again."""

    def send(self, message: Message) -> Accepted:
        raise DeliveryError("deferred", retry_after=7200, text="espere")

    def close(self) -> None:
        pass


def test_the_other_side_says_when_to_come_again(installed: App) -> None:
    scanned(installed, "2023-07-10")
    delivered(installed, "2023-07-10", channel=_Slow())
    assert {notice.not_before for notice in notices(installed)} == {at("2023-07-10", 10)}


def test_whoever_answered_meanwhile_gets_no_mail(installed: App) -> None:
    scanned(installed, "2023-07-10", hour=7)
    answered(installed, USO, "2023-Q2", "2023-07-10", {18: "0.3", 19: "0.2"})
    report = delivered(installed, "2023-07-10")
    assert {each.address: each.state for each in report.deliveries if "Recibido" not in each.subject} == {
        GOBIERNO_MAIL: NoticeState.SENT,
        USO_MAIL: NoticeState.SUPPRESSED,
    }
    assert not report.partial
    assert closes(installed, suppressed=2, sent=7)


def test_outside_the_sending_hours_only_receipts_leave(installed: App) -> None:
    scanned(installed, "2023-07-10", hour=7)
    answered(installed, USO, "2023-Q2", "2023-07-09", {18: "0.3"})
    night = delivered(installed, "2023-07-09", hour=22)
    assert [each.subject for each in night.deliveries] == [f"[{topic(USO)}] Recibido: actividad 11 · logrado: 0,3"]
    assert delivered(installed, "2023-07-10", hour=16).deliveries == ()
    assert delivered(installed, "2023-07-11", hour=9).count(NoticeState.SENT) == 2


def topic(team: str) -> str:
    return team.removeprefix("Equipo de ").removeprefix("Equipo ")


def test_an_address_that_no_server_takes_is_refused_at_once(installed: App) -> None:
    with installed.rehearsal() as session:
        draft = scan(session, installed.rules, now=at("2023-07-10")).composed.notices[0]
    with installed.transaction() as session:
        outbox.enqueue(session, replace(draft, address="niño@cartagena.example", reminder_ids=()))
    report = delivered(installed, "2023-07-10")
    assert [(each.state, each.code) for each in report.deliveries] == [(NoticeState.REFUSED, "bad_address")]


PROGRAM = """
import os, signal, sys
from pathlib import Path
from gdflow.app import App
from gdflow.services.deliver import Transport, deliver
from tests.support.cast import at

class Killed:
    def send(self, message):
        os.kill(os.getpid(), signal.SIGKILL)
    def close(self):
        pass

app = App.open(Path(sys.argv[1]), {})
deliver(app.transaction, [Transport("email", Killed)], app.rules, clock=lambda: at("2023-07-10"), owner="killed")
"""


def test_a_sender_killed_in_mid_try_leaves_the_notice_in_doubt(installed: App) -> None:
    scanned(installed, "2023-07-10")
    command = [sys.executable, "-c", PROGRAM, str(installed.home)]
    killed = subprocess.run(command, cwd=ROOT, check=False, capture_output=True)
    assert killed.returncode == -signal.SIGKILL
    assert states(installed)[GOBIERNO_MAIL] is NoticeState.SENDING
    later = at("2023-07-10") + LEASE
    deliver(installed.transaction, installed.transports(), installed.rules, clock=lambda: later, owner="next")
    assert states(installed) == {GOBIERNO_MAIL: NoticeState.IN_DOUBT, USO_MAIL: NoticeState.SENT}
    assert len(mails(installed)) == 1
    assert closes(installed, in_doubt=7, sent=2)


@pytest.mark.parametrize("day", ["2023-07-13"])
def test_a_head_is_written_to_like_anybody_else(installed: App, day: str) -> None:
    scanned(installed, day)
    assert delivered(installed, day).count(NoticeState.SENT) == 3
    assert HEAD_MAIL in states(installed)
