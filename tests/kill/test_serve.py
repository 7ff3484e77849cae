"""`gdflow serve` killed part by part in the middle of its work: what is owed is done once, and nobody has to look."""

import os
import signal
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from email import message_from_bytes
from functools import partial
from urllib.parse import urlsplit

import pytest

from gdflow import clock
from gdflow.app import App
from gdflow.domain.closing import Check
from gdflow.domain.jobs import Job, JobKind, JobState
from gdflow.domain.outbox import NoticeState
from gdflow.domain.works import Work
from gdflow.services.job_kinds import closing_parameters
from gdflow.services.jobs import job_of, request
from gdflow.services.runs import works_of
from gdflow.storage import closings, outbox
from tests.support.dovecot import Dovecot, dovecot, dovecot_server
from tests.support.mailbox import file_sent
from tests.support.processes import alive, listening, stopped_in, wait_for, work_of
from tests.support.served import Served, configure, let_an_hour_pass, let_time_pass, served, taken_port
from tests.support.smtp import SmtpServer

__all__ = ["dovecot", "dovecot_server"]

pytestmark = pytest.mark.slow

EVERY_MINUTE = {"scan": "* * * * *", "deliver": "* * * * *", "close": "* * * * *", "watch": "* * * * *"}
POINTS = ("scan.mid", "outbox.claimed", "smtp.answered_not_saved", "close.frozen")
"""In the middle of a scan, of a delivery before its mail leaves and once it has, and of a closing."""
IN_DELIVERY = frozenset({"outbox.claimed", "smtp.answered_not_saved"})
PARTS = ("runner", "prefect", "web")
INTERVAL = 90.0
"""Seconds in which a work that is due each minute must have been done again, its start included."""


@pytest.fixture
def smtp() -> Iterator[SmtpServer]:
    with SmtpServer() as server:
        yield server


@pytest.fixture
def keeping(dovecot: Dovecot) -> Iterator[SmtpServer]:
    """A mail server that files a copy of what it takes among the sent mails, as the settings say of it."""
    with SmtpServer(keep=partial(file_sent, dovecot)) as server:
        yield server


def again(app: App) -> App:
    """The installation as it is now, under the settings that its files say."""
    return App.open(app.home, {"GDFLOW_IMAP__PASSWORD": "x" * 12})


def done(app: App, *works: Work) -> bool:
    """Whether the newest run of each work ended well."""
    with app.reading() as session:
        known = {each.work: each for each in works_of(session, app.rules, now=clock.now())}
    runs = [known[work].run for work in works]
    return all(run is not None and run.state.value == "done" for run in runs)


def done_since(app: App, moment: datetime) -> bool:
    """Whether each work ended well after a moment."""
    with app.reading() as session:
        known = {each.work: each.run for each in works_of(session, app.rules, now=clock.now())}
    ends = [run.succeeded_at for work in (Work.SCAN, Work.DELIVER, Work.CLOSE) if (run := known[work]) is not None]
    return len(ends) == 3 and all(each is not None and each > moment for each in ends)


def settled(app: App) -> bool:
    """Whether every notice has been sent; those of which a closing came before were withdrawn."""
    with app.reading() as session:
        found = outbox.notices_of(session, app.rules.entity_id)
    return bool(found) and all(each.state in (NoticeState.SENT, NoticeState.SUPPRESSED) for each in found)


def closed(app: App) -> list[tuple[str, int]]:
    with app.reading() as session:
        return sorted((each.period, each.number) for each in closings.closings_of_entity(session, app.rules.entity_id))


def copies(smtp: SmtpServer) -> Counter[str]:
    """How often each mail was taken, by its Message-ID."""
    return Counter(str(message_from_bytes(each.data)["Message-ID"]) for each in smtp.received)


def check_whole(app: App, smtp: SmtpServer) -> None:
    """Each mail once, each closing once, each reminder accounted for."""
    assert set(copies(smtp).values()) == {1}
    assert closed(app) == [(f"2023-Q{number}", 1) for number in range(1, 5)]
    with app.reading() as session:
        sums = outbox.accounting(session, app.rules.entity_id)
    assert (sums.closed, sums.in_doubt, sums.pending, sums.sent > 0) == (True, 0, 0, True)


def kill_in_the_middle(server: Served, app: App, part: str, *, works: bool) -> None:
    """kill -9 to a part at each time that a work stands still at a point, until all points were reached.

    works: the part does the works itself, so that a delivery dies with it.
    """
    left = set(POINTS)
    while left:
        reached = server.reach()
        left -= reached
        server.kill(part)
        server.go_on()
        if works and reached & IN_DELIVERY:
            let_time_pass(app, 10)


def check_done_in_time(server: Served, app: App, smtp: SmtpServer) -> None:
    """All that is owed is done within one interval, and once."""

    def is_done() -> bool:
        server.go_on()  # a point is noted as reached just before its process stands still
        return len(closed(app)) == 4 and settled(app) and done(app, Work.SCAN, Work.DELIVER, Work.CLOSE)

    took = wait_for(is_done, INTERVAL, lambda: f"done\n{server.said[-6000:]}")
    check_whole(app, smtp)
    print(f"all done {took:.0f} s after the last kill")


def test_the_office_kind_is_ready_in_seconds_and_leaves_no_process(installed: App, smtp: SmtpServer) -> None:
    configure(installed, smtp.port, EVERY_MINUTE)
    with served(installed, "--without-prefect", "--host", "0.0.0.0") as server:
        print(f"ready after {server.wait_until_ready():.0f} s")
        assert work_of(server.processes()) < 10
        assert listening(server.processes()) == {("0.0.0.0", again(installed).settings.web.port)}
        server.process.send_signal(signal.SIGTERM)
        assert server.process.wait(60) == 0
        assert server.processes() == []
        assert "detenido" in server.said


def test_a_supervisor_that_is_killed_leaves_no_child(installed: App, smtp: SmtpServer) -> None:
    configure(installed, smtp.port, EVERY_MINUTE)
    with served(installed, "--without-prefect") as server:
        server.wait_until_ready()
        assert len(server.processes()) >= 3
        server.process.kill()
        server.wait_until_gone(30)


def test_the_own_loop_killed_in_the_middle_of_each_work_does_it_once(
    installed: App, keeping: SmtpServer, dovecot: Dovecot
) -> None:
    configure(installed, keeping.port, EVERY_MINUTE, dovecot)
    with served(installed, "--without-prefect", points=POINTS) as server:
        app = again(installed)
        kill_in_the_middle(server, app, "works", works=True)
        check_done_in_time(server, app, keeping)


def test_the_pages_killed_in_the_middle_of_what_was_asked_for_do_it_once(installed: App, smtp: SmtpServer) -> None:
    configure(installed, smtp.port, {})
    with served(installed, "--without-prefect", points=("close.frozen",)) as server:
        app = again(installed)
        server.wait_until_ready()
        server.kill("works")  # for a moment only the pages can do it
        with app.transaction() as session:
            parameters = closing_parameters("cartagena_2023", "2023-Q1", dict.fromkeys(Check, "Se cierra."))
            asked = request(session, app.rules, JobKind.CLOSE, parameters, key="k", by="Coordinación", now=clock.now())
        server.reach()
        (pages,) = stopped_in(server.processes())
        os.kill(pages, signal.SIGKILL)
        wait_for(lambda: not alive([pages]), 60, "the pages are gone")
        let_time_pass(app, 10)
        wait_for(lambda: state_of(app, asked.id).ended_at, INTERVAL, lambda: f"ended\n{server.said[-6000:]}")
        ended = state_of(app, asked.id)
        assert (ended.state, ended.tries) == (JobState.DONE, 2), ended.error
        assert closed(app) == [("2023-Q1", 1)]


# Each part takes some minutes of waiting for the clock: they are killed on request.
if os.environ.get("GDFLOW_KILLS") == "all":

    @pytest.mark.prefect
    @pytest.mark.xdist_group("prefect")
    @pytest.mark.parametrize("part", PARTS)
    def test_with_prefect_a_part_killed_in_the_middle_of_each_work_loses_and_doubles_nothing(
        installed: App, keeping: SmtpServer, dovecot: Dovecot, part: str
    ) -> None:
        configure(installed, keeping.port, EVERY_MINUTE, dovecot)
        with served(installed, points=POINTS) as server:
            app = again(installed)
            print(f"ready after {server.wait_until_ready():.0f} s")
            kill_in_the_middle(server, app, part, works=part == "runner")
            check_done_in_time(server, app, keeping)
            # With the pages the supervisor itself is killed, else it is told to stop: neither leaves anything behind.
            server.process.send_signal(signal.SIGKILL if part == "web" else signal.SIGTERM)
            server.process.wait(100)
            # A run that is just starting learns of it once it has imported what it needs.
            server.wait_until_gone(30 if part == "web" else 0.5)

    @pytest.mark.prefect
    @pytest.mark.xdist_group("prefect")
    def test_an_hour_without_prefect_is_made_up_for_within_an_interval_of_its_return(
        installed: App, smtp: SmtpServer
    ) -> None:
        """The hour passes by moving what was noted, and the runs that were planned, back by it."""
        configure(installed, smtp.port, dict.fromkeys(EVERY_MINUTE, "*/10 * * * *"))
        with served(installed, "--host", "0.0.0.0", points=("scan.mid",)) as server:
            app = again(installed)
            server.wait_until_ready()
            open_to_all = {place for place in listening(server.processes()) if place[0] != "127.0.0.1"}
            assert open_to_all == {("0.0.0.0", app.settings.web.port)}
            server.reach()
            server.kill("prefect")
            with taken_port(urlsplit(app.settings.orchestrator.url).port or 0):
                server.go_on()
                missed = let_an_hour_pass(app)
                wait_for(lambda: server.said.count("servidor de Prefect: terminó") >= 2, 60, "it cannot come back")
                back = clock.now()
            assert missed >= 4 * 6
            took = wait_for(lambda: settled(app) and done_since(app, back), 600, lambda: server.said[-6000:])
            print(f"{missed} runs missed, all done {took:.0f} s after the port was free again")
            check_whole(app, smtp)


def state_of(app: App, number: int) -> Job:
    with app.reading() as session:
        return job_of(session, app.rules, number)
