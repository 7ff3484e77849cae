"""A closing that dies among its mails, and a round that dies among its reports: all is there once in the end."""

import os
import random
import signal
import time
from hashlib import sha256

import pytest

from gdflow.app import App
from gdflow.report.closing_set import CLOSING_SET
from gdflow.services.audit import verify
from gdflow.storage import closings, reports
from tests.kill.harness import Forks
from tests.support.cast import COORDINATOR_MAIL, GOBIERNO_MAIL, USO_MAIL, at
from tests.support.closings import files_of, written_on
from tests.support.installation import notices, scanned

pytestmark = pytest.mark.slow

DAY = "2023-07-21"
PERIODS = 2  # the first quarter and the second are due by then
KILLS = 20


def start(forks: Forks, app: App, failpoint: str | None = None) -> int:
    """The day's turn in a process of its own."""
    return forks.run(work="turn", home=str(app.home), moment=at(DAY).isoformat(), failpoint=failpoint)


def told(app: App) -> list[str]:
    """Whom a closing was told, each time."""
    return sorted(each.address for each in notices(app) if each.purpose == "closing")


def closed(app: App) -> int:
    with app.reading() as session:
        return len(closings.closings_of_entity(session, app.rules.entity_id))


def noted(app: App) -> int:
    with app.reading() as session:
        return sum(map(len, reports.reports_of_entity(session, app.rules.entity_id).values()))


def check_whole(app: App) -> None:
    """Two closings, one mail each, every report once, its bytes where they belong, and the record whole."""
    assert (closed(app), noted(app)) == (PERIODS, PERIODS * len(CLOSING_SET))
    assert told(app) == sorted([COORDINATOR_MAIL, GOBIERNO_MAIL, USO_MAIL] * PERIODS)
    for period in ("2023-Q1", "2023-Q2"):
        assert len(files_of(app, 1, period)) == len(CLOSING_SET) + 1
    for manifest in (app.home / "reports").rglob("MANIFIESTO.txt"):
        lines = [line for line in manifest.read_text("utf-8").splitlines() if not line.startswith("#")]
        for digest, _, name in (line.partition("  ") for line in lines):
            assert sha256((manifest.parent / name).read_bytes()).hexdigest() == digest
    with app.reading() as session:
        assert verify(session, app.rules, app.objects).wrong == ()


@pytest.fixture
def due(installed: App) -> App:
    """Both quarters open and past their day to close."""
    scanned(installed, "2023-07-05")
    return installed


@pytest.mark.parametrize("nth", [1, 2])
def test_a_closing_killed_among_its_mails_leaves_nothing_and_the_next_closes_once(
    due: App, forks: Forks, nth: int
) -> None:
    assert forks.ended(start(forks, due, f"close.notice:kill:{nth}")) == -signal.SIGKILL
    assert (closed(due), told(due), noted(due)) == (0, [], 0)
    assert forks.ended(start(forks, due)) == 0
    check_whole(due)


def test_a_second_closing_killed_among_its_mails_leaves_the_first_whole(due: App, forks: Forks) -> None:
    assert forks.ended(start(forks, due, "close.notice:kill:3")) == -signal.SIGKILL
    assert (closed(due), len(told(due))) == (1, 3)
    assert forks.ended(start(forks, due)) == 0
    check_whole(due)


@pytest.mark.parametrize("nth", range(1, 2 * len(CLOSING_SET) + 1))
def test_a_round_killed_between_two_reports_is_completed_by_the_next(due: App, forks: Forks, nth: int) -> None:
    assert forks.ended(start(forks, due, f"close.report:kill:{nth}")) == -signal.SIGKILL
    assert (closed(due), noted(due)) == (PERIODS, nth)
    assert forks.ended(start(forks, due)) == 0
    check_whole(due)


@pytest.mark.parametrize("point", ["upload.tmp", "upload.renamed"])
def test_a_round_killed_while_it_keeps_bytes_is_completed_by_the_next(due: App, forks: Forks, point: str) -> None:
    assert forks.ended(start(forks, due, f"{point}:kill:2")) == -signal.SIGKILL
    assert noted(due) == 1
    assert forks.ended(start(forks, due)) == 0
    check_whole(due)


def test_turns_killed_at_any_moment_come_to_the_whole(due: App, forks: Forks) -> None:
    for _ in range(KILLS):
        child = start(forks, due)
        time.sleep(random.uniform(0, 0.6))
        os.kill(child, signal.SIGKILL)
        forks.ended(child)
    assert written_on(due, DAY).failed == ()
    assert forks.ended(start(forks, due)) == 0
    check_whole(due)
