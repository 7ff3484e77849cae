"""Closings and reopenings that die on their way: nothing before the commit, all of it once after."""

import os
import random
import signal
import time

import pytest

from gdflow.app import App
from gdflow.domain.obligations import ObligationState
from gdflow.storage import closings, events, obligations, reopenings
from tests.kill.harness import Forks
from tests.support.cast import COORDINATOR_MAIL, GOBIERNO_MAIL, USO, USO_MAIL, at
from tests.support.closing_days import Q2
from tests.support.installation import answered, notices, plan, scanned

pytestmark = pytest.mark.slow

BEFORE = ("close.locked", "close.snapshot", "close.frozen", "close.notice")
DAY, NEXT, UNTIL = "2023-07-21", "2023-07-24", "2023-07-26"
KILLS = 20


@pytest.fixture
def due(installed: App) -> App:
    """Both quarters past their day to close, one line answered."""
    scanned(installed, "2023-07-04")
    answered(installed, USO, Q2, "2023-07-05", {18: "2"})
    return installed


def start(forks: Forks, app: App, failpoint: str | None = None, **job: str) -> int:
    """The closings of a day in a process of their own."""
    its = {"work": "close", "home": str(app.home), "moment": at(DAY).isoformat()} | job
    return forks.run(**its, failpoint=failpoint)


def numbers(app: App) -> list[tuple[str, int]]:
    """Every closing there is."""
    with app.reading() as session:
        return [(each.period, each.number) for each in closings.closings_of_plan(session, plan(app).id)]


def told(app: App) -> list[str]:
    return sorted(each.address for each in notices(app) if each.purpose == "closing")


def check_closed_once(app: App) -> None:
    """One closing each, readable, bound into a whole chain, and one mail to each who is concerned."""
    assert numbers(app) == [("2023-Q1", 1), (Q2, 1)]
    assert told(app) == sorted([COORDINATOR_MAIL, GOBIERNO_MAIL, USO_MAIL] * 2)
    with app.reading() as session:
        noted = {each.hash for each in events.events_of(session, app.entity_id) if each.kind == "period_closed"}
        for facts in closings.closings_of_plan(session, plan(app).id):
            assert closings.closing_by_id(session, facts.id).facts.head in noted
        assert len(noted) == 2
        assert events.verify(session, app.entity_id) is None
        owed = obligations.obligations_of_plan(session, plan(app).id, Q2)
        assert {each.state for each in owed} <= {ObligationState.MET, ObligationState.MISSING_AT_CLOSE}


@pytest.mark.parametrize("point", BEFORE)
def test_a_closing_killed_before_its_commit_leaves_nothing_and_the_next_closes_once(
    due: App, forks: Forks, point: str
) -> None:
    for _ in range(KILLS):
        assert forks.ended(start(forks, due, f"{point}:kill")) == -signal.SIGKILL
        assert (numbers(due), told(due)) == ([], [])
    for _ in range(2):
        assert forks.ended(start(forks, due)) == 0
    check_closed_once(due)


@pytest.mark.parametrize(("point", "nth"), [*((point, 2) for point in BEFORE[:3]), ("close.committed", 1)])
def test_a_round_killed_between_two_closings_goes_on_with_the_second(
    due: App, forks: Forks, point: str, nth: int
) -> None:
    assert forks.ended(start(forks, due, f"{point}:kill:{nth}")) == -signal.SIGKILL
    assert len(numbers(due)) == 1
    assert forks.ended(start(forks, due)) == 0
    check_closed_once(due)


def test_a_round_killed_after_its_last_commit_has_done_all(due: App, forks: Forks) -> None:
    assert forks.ended(start(forks, due, "close.committed:kill:2")) == -signal.SIGKILL
    check_closed_once(due)
    assert forks.ended(start(forks, due)) == 0
    check_closed_once(due)


def test_rounds_killed_at_any_moment_close_once(due: App, forks: Forks) -> None:
    for _ in range(KILLS):
        child = start(forks, due)
        time.sleep(random.uniform(0, 0.4))
        os.kill(child, signal.SIGKILL)
        forks.ended(child)
    assert forks.ended(start(forks, due)) == 0
    check_closed_once(due)


def reopenings_of(app: App) -> int:
    with app.reading() as session:
        return len(reopenings.reopenings_of(session, plan(app).id, Q2))


def missing(app: App) -> int:
    with app.reading() as session:
        owed = obligations.obligations_of_plan(session, plan(app).id, Q2)
    return sum(each.state is ObligationState.MISSING_AT_CLOSE for each in owed)


def test_a_reopening_killed_in_its_midst_leaves_the_period_closed(due: App, forks: Forks) -> None:
    assert forks.ended(start(forks, due)) == 0
    again = {"work": "reopen", "period": Q2, "until": UNTIL, "moment": at(NEXT).isoformat()}
    for _ in range(KILLS):
        assert forks.ended(start(forks, due, "reopen.mid:kill", **again)) == -signal.SIGKILL
        assert (reopenings_of(due), missing(due)) == (0, 7)
    assert forks.ended(start(forks, due, None, **again)) == 0
    assert (reopenings_of(due), missing(due)) == (1, 0)
    assert sorted(each.address for each in notices(due) if each.purpose == "reopening") == [GOBIERNO_MAIL, USO_MAIL]


@pytest.mark.parametrize("point", [*BEFORE, "close.committed"])
def test_the_closing_after_a_reopening_is_made_once_too(due: App, forks: Forks, point: str) -> None:
    assert forks.ended(start(forks, due)) == 0
    again = {"work": "reopen", "period": Q2, "until": UNTIL, "moment": at(NEXT).isoformat()}
    assert forks.ended(start(forks, due, None, **again)) == 0
    after = {"moment": at("2023-07-27").isoformat()}
    assert forks.ended(start(forks, due, f"{point}:kill", **after)) == -signal.SIGKILL
    for _ in range(2):
        assert forks.ended(start(forks, due, None, **after)) == 0
    assert numbers(due) == [("2023-Q1", 1), (Q2, 1), (Q2, 2)]
    assert missing(due) == 7
    with due.reading() as session:
        assert events.verify(session, due.entity_id) is None
