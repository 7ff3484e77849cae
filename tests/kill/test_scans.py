"""A scan that dies between the claim of its reminders and the mails that carry them."""

import os
import random
import signal
import time

import pytest

from gdflow.app import App
from tests.kill.harness import Forks
from tests.support.cast import GOBIERNO_MAIL, USO_MAIL, at
from tests.support.installation import accounting, notices, scanned

DAY = "2023-07-10"
KILLS = 20


def start(forks: Forks, app: App, failpoint: str | None = None) -> int:
    """A scan of the day in a process of its own."""
    return forks.run(work="remind", home=str(app.home), moment=at(DAY).isoformat(), failpoint=failpoint)


@pytest.mark.slow
def test_a_scan_killed_in_its_midst_leaves_nothing_and_the_next_says_everything_once(
    installed: App, forks: Forks
) -> None:
    for _ in range(KILLS):
        assert forks.ended(start(forks, installed, "scan.mid:kill")) == -signal.SIGKILL
        assert (accounting(installed).due, notices(installed)) == (0, ())
    assert (scanned(installed, DAY).new, scanned(installed, DAY).new) == (9, 0)
    assert [notice.address for notice in notices(installed)] == [GOBIERNO_MAIL, USO_MAIL]


@pytest.mark.slow
def test_scans_killed_at_any_moment_say_everything_once(installed: App, forks: Forks) -> None:
    for _ in range(KILLS):
        scan = start(forks, installed)
        time.sleep(random.uniform(0, 0.5))
        os.kill(scan, signal.SIGKILL)
        forks.ended(scan)
        assert accounting(installed).due in (0, 9)
    scanned(installed, DAY)
    assert [notice.address for notice in notices(installed)] == [GOBIERNO_MAIL, USO_MAIL]
    assert accounting(installed).pending == 9
