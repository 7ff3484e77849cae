"""Senders killed, stopped and let loose together, judged by the receiving server's log."""

import os
import random
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from gdflow.domain.outbox import NoticeState
from gdflow.storage import outbox
from gdflow.storage.engine import reading
from tests.kill.harness import Forks, Harness, harness

pytestmark = pytest.mark.slow

KILLS = 50
Made = Callable[..., Harness]
BEFORE = ("outbox.claimed", "smtp.connected", "smtp.undotted")
"""Where nothing has been sent yet."""
WITHIN = ("smtp.data_sent", "smtp.answered_not_saved")
"""Where the receiver has the message and nobody here has written it down."""


@pytest.fixture
def due(tmp_path: Path, forks: Forks) -> Iterator[Harness]:
    """Three hundred due notices and their receiver."""
    with harness(tmp_path, forks) as made:
        yield made


@pytest.fixture
def few(tmp_path: Path, forks: Forks) -> Iterator[Harness]:
    """Twenty."""
    with harness(tmp_path, forks, due=20) as made:
        yield made


def turns(point: str) -> list[int]:
    """After how many messages each sender dies; a connection is made once for all of a sender's."""
    return [1 if point == "smtp.connected" else random.randint(1, 3) for _ in range(KILLS)]


@pytest.mark.parametrize("point", BEFORE)
def test_a_kill_before_the_message_costs_nothing(due: Harness, point: str) -> None:
    due.kill_at(point, turns(point))
    verdict = due.finish()
    assert (len(verdict.lost), verdict.kills, verdict.copies) == (0, KILLS, due.due)
    assert verdict.kept


@pytest.mark.parametrize("point", WITHIN)
def test_a_kill_within_the_window_is_flagged_and_its_copy_is_the_same(due: Harness, point: str) -> None:
    due.kill_at(point, turns(point))
    verdict = due.finish()
    assert (len(verdict.lost), len(verdict.twice), verdict.twice) == (0, KILLS, verdict.flagged)
    assert verdict.kept


@pytest.mark.parametrize("point", WITHIN)
def test_a_look_at_what_was_sent_leaves_no_second_copy(due: Harness, point: str) -> None:
    due.looks = True
    due.kill_at(point, turns(point))
    verdict = due.finish()
    assert (len(verdict.lost), verdict.copies, len(verdict.flagged)) == (0, due.due, KILLS)
    assert verdict.kept


def test_kills_at_any_moment_lose_nothing_and_repeat_nothing_silently(due: Harness) -> None:
    due.kill_at_random(KILLS)
    verdict = due.finish()
    assert (len(verdict.lost), verdict.kills, verdict.kept) == (0, KILLS, True)
    assert len(verdict.twice) <= verdict.kills


def test_four_senders_at_once_send_each_notice_once(due: Harness) -> None:
    due.together(4)
    verdict = due.verdict()
    assert (verdict.copies, len(verdict.twice), len(verdict.lost), len(verdict.flagged)) == (due.due, 0, 0, 0)
    assert verdict.kept


@pytest.mark.parametrize("point", [*BEFORE, *WITHIN])
def test_a_sender_stopped_past_its_lease_settles_nothing_that_is_no_longer_its_own(few: Harness, point: str) -> None:
    stopped = few.overslept(point)
    few.finished(few.start())
    assert states(few) == {NoticeState.SENT: 19, NoticeState.IN_DOUBT: 1}
    os.kill(stopped, signal.SIGCONT)
    assert few.finished(stopped) == 0
    assert states(few) == {NoticeState.SENT: 19, NoticeState.IN_DOUBT: 1}
    verdict = few.finish()
    assert (verdict.kept, len(verdict.flagged), len(verdict.twice)) == (True, 1, int(point in WITHIN))


def test_a_sender_that_wakes_after_another_resent_changes_nothing(few: Harness) -> None:
    stopped = few.overslept("smtp.data_sent")
    few.finished(few.start())
    verdict = few.finish()
    os.kill(stopped, signal.SIGCONT)
    assert few.finished(stopped) == 0
    assert few.verdict() == verdict
    assert (verdict.kept, verdict.twice, verdict.copies) == (True, verdict.flagged, 21)


def states(due: Harness) -> dict[NoticeState, int]:
    """How many notices are in each state."""
    with reading(due.engine) as session:
        every = [notice.state for notice in outbox.notices_of(session, due.entity_id)]
    return {state: every.count(state) for state in every}
