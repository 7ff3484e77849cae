"""Uploads killed between the first byte and the receipt: nothing that was acknowledged is lost."""

import os
import random
import signal
import time
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from gdflow.app import App
from gdflow.storage import submissions
from tests.kill.harness import Forks
from tests.kill.uploads import POINTS, Uploads, uploads
from tests.support.cast import USO, at
from tests.support.installation import Said, filled, form_of, kept, line, read_all, rows_by_uid

pytestmark = pytest.mark.slow

KILLS = 50
DAY, Q2 = "2023-07-05", "2023-Q2"


@pytest.fixture
def sent(tmp_path: Path, forks: Forks) -> Iterator[Uploads]:
    """A place for uploads."""
    with uploads(tmp_path, forks) as made:
        yield made


@pytest.mark.parametrize("point", POINTS)
def test_a_kill_at_a_point_loses_no_receipt_that_was_given(sent: Uploads, point: str) -> None:
    turns = [random.randint(1, 4) for _ in range(KILLS)]
    sent.kill_at(point, turns)
    verdict = sent.verdict()
    assert (verdict.lost, verdict.hollow, verdict.kills) == (frozenset(), frozenset(), KILLS)
    # Those that died after the commit have their row; only the number did not reach the sender.
    assert (verdict.given, verdict.rows - verdict.given) == (sum(turns) - KILLS, KILLS * (point == "upload.receipt"))


def test_kills_at_any_moment_lose_no_receipt_that_was_given(sent: Uploads) -> None:
    sent.kill_at_random(KILLS)
    verdict = sent.verdict()
    assert (verdict.lost, verdict.hollow, verdict.kills) == (frozenset(), frozenset(), KILLS)
    assert verdict.given > 0


def test_readers_killed_at_any_moment_take_every_answer_once(installed: App, forks: Forks) -> None:
    blank = form_of(installed, USO, Q2, DAY).data
    for n in range(1, 9):
        kept(installed, filled(blank, {18: Said(Decimal(n) / 10)}, rows_by_uid(installed)), DAY)
    for _ in range(10):
        child = forks.run(work="read", home=str(installed.home), moment=at(DAY).isoformat(), failpoint=None)
        time.sleep(random.uniform(0.2, 1.2))
        try:
            os.kill(child, signal.SIGKILL)
        except ProcessLookupError:
            break
        forks.ended(child)
    read_all(installed, DAY)
    with installed.reading() as session:
        history = submissions.history_of_line(session, line(installed, 18).id)
    assert [result.value for result in history if result.receipt] == [Decimal(n) / 10 for n in range(1, 9)]
