"""Works note themselves; what is late is said on business days, what is owed is known at once."""

from contextlib import nullcontext
from datetime import datetime, timedelta

import pytest

from gdflow.app import App
from gdflow.domain.errors import ConfigError, DeliveryError
from gdflow.domain.jobs import RunState
from gdflow.domain.works import Work
from gdflow.services import runs
from gdflow.services.runs import Health, OwedWork, WorkHealth, health, noted, owed_works, works_of
from gdflow.storage.gauges import Queue
from tests.support.cast import at
from tests.support.installation import SETTINGS, delivered, scanned
from tests.support.working import Hand, all_noted, reopened

MONDAY = "2023-07-10"
MINUTE = timedelta(minutes=1)


def note(app: App, work: Work, when: datetime, error: Exception | None = None) -> None:
    """A run that began and ended at a moment."""
    expected = nullcontext() if error is None else pytest.raises(type(error))
    with expected, noted(app.transaction, app.rules, work, clock=lambda: when):
        if error is not None:
            raise error


def judged(app: App, work: Work, now: datetime) -> WorkHealth:
    with app.reading() as session:
        return next(each for each in works_of(session, app.rules, now=now) if each.work is work)


def owed(app: App, now: datetime, **after: timedelta) -> tuple[OwedWork, ...]:
    with app.reading() as session:
        return owed_works(session, app.rules, now=now, **after)


def test_a_run_is_noted_from_its_beginning_to_its_end(installed: App) -> None:
    hand = Hand(at(MONDAY, 7))
    with noted(installed.transaction, installed.rules, Work.SCAN, clock=hand):
        run = judged(installed, Work.SCAN, hand.now).run
        assert run is not None
        assert run.state is RunState.RUNNING
        hand.now += MINUTE
    run = judged(installed, Work.SCAN, hand.now).run
    assert run is not None
    assert (run.state, run.succeeded_at) == (RunState.DONE, at(MONDAY, 7) + MINUTE)


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (ConfigError("database_ahead"), "La base de datos es de una versión más nueva"),
        (ValueError("https://ana:s3creta@x.example/ruta"), "ValueError: https://***@x.example/ruta"),
    ],
)
def test_a_failure_is_noted_in_words_without_keys(installed: App, error: Exception, why: str) -> None:
    note(installed, Work.SCAN, at(MONDAY, 7), error)
    run = judged(installed, Work.SCAN, at(MONDAY, 8)).run
    assert run is not None
    assert run.state is RunState.FAILED
    assert (run.error or "").startswith(why)


def test_what_was_cut_short_stays_running(installed: App) -> None:
    with pytest.raises(KeyboardInterrupt), noted(installed.transaction, installed.rules, Work.SCAN, clock=Hand()):
        raise KeyboardInterrupt
    run = judged(installed, Work.SCAN, at(MONDAY, 8)).run
    assert run is not None
    assert run.state is RunState.RUNNING


@pytest.mark.parametrize(
    ("noted_at", "now", "late"),
    [
        (at(MONDAY, 7), at(MONDAY, 12), False),
        (at("2023-07-07", 13), at(MONDAY, 7) + 29 * MINUTE, False),
        (at("2023-07-07", 13), at(MONDAY, 7) + 31 * MINUTE, True),
        (at("2023-07-07", 13), at("2023-07-09", 22), False),
        (at("2023-07-07", 7), at("2023-07-09", 22), True),
        (at(MONDAY, 7) - timedelta(seconds=5), at(MONDAY, 12), False),
    ],
)
def test_a_scan_is_late_half_an_hour_after_its_time_on_a_business_day(
    installed: App, noted_at: datetime, now: datetime, late: bool
) -> None:
    note(installed, Work.SCAN, noted_at)
    assert judged(installed, Work.SCAN, now).late is late


def test_what_never_ran_is_late_once_there_is_a_plan(installed: App) -> None:
    found = judged(installed, Work.SCAN, at(MONDAY, 12))
    assert (found.late, found.succeeded_at) == (True, None)


def test_before_the_first_plan_nothing_is_late(empty: App) -> None:
    assert not judged(empty, Work.SCAN, at(MONDAY, 12)).late


def test_a_delivery_that_goes_on_for_hours_is_not_late(installed: App) -> None:
    hand = Hand(at(MONDAY, 8))
    with pytest.raises(KeyboardInterrupt), noted(installed.transaction, installed.rules, Work.DELIVER, clock=hand):
        raise KeyboardInterrupt
    assert not judged(installed, Work.DELIVER, at(MONDAY, 13)).late
    assert judged(installed, Work.DELIVER, at(MONDAY, 15)).late


def test_a_work_without_schedule_is_neither_late_nor_owed(installed: App) -> None:
    app = reopened(installed, SETTINGS + "\n[schedule]\nscan = []\n")
    with app.reading() as session:
        assert Work.SCAN not in {each.work for each in works_of(session, app.rules, now=at(MONDAY, 12))}
    assert Work.SCAN not in {each.work for each in owed(app, at(MONDAY, 12))}


def test_what_was_done_at_its_time_is_not_owed(installed: App) -> None:
    assert {each.work for each in owed(installed, at(MONDAY, 8))} == set(Work)
    all_noted(installed, at(MONDAY, 8))
    assert owed(installed, at(MONDAY, 8)) == ()
    assert [each.work for each in owed(installed, at(MONDAY, 8) + 5 * MINUTE)] == [Work.COLLECT, Work.WATCH]
    assert owed(installed, at(MONDAY, 8) + 5 * MINUTE, after=2 * MINUTE) == ()


def test_what_is_noted_as_running_is_owed_by_whoever_is_alone(installed: App) -> None:
    all_noted(installed, at(MONDAY, 8))
    with (
        pytest.raises(KeyboardInterrupt),
        noted(installed.transaction, installed.rules, Work.SCAN, clock=Hand(at(MONDAY, 8))),
    ):
        raise KeyboardInterrupt
    assert [each.work for each in owed(installed, at(MONDAY, 8))] == [Work.SCAN]


def test_what_failed_rests_for_ten_minutes(installed: App) -> None:
    all_noted(installed, at(MONDAY, 7))
    note(installed, Work.SCAN, at(MONDAY, 7), DeliveryError("smtp_unreachable"))
    tried = {minutes: {each.work for each in owed(installed, at(MONDAY, 7) + minutes * MINUTE)} for minutes in (4, 10)}
    assert (Work.SCAN in tried[4], Work.SCAN in tried[10]) == (False, True)


def test_a_debt_has_a_name_that_the_next_does_not_have(installed: App) -> None:
    (first, *_), now = owed(installed, at(MONDAY, 8)), at(MONDAY, 8)
    assert first.key.startswith("close-2023-07-10T06:30:00-05:00-")
    note(installed, first.work, now, ValueError("no"))
    assert owed(installed, now + 20 * MINUTE)[0].key != first.key


def test_the_health_counts_what_waits_in_the_outbox(installed: App) -> None:
    scanned(installed, MONDAY)
    with installed.reading() as session:
        found = health(session, installed.rules, now=at(MONDAY, 10), free=5)
    assert found.queue.oldest == at(MONDAY, 8)
    assert (found.full, found.well, Work.SCAN in {each.work for each in found.late}) == (True, False, True)
    delivered(installed, MONDAY)
    all_noted(installed, at(MONDAY, 10))
    with installed.reading() as session:
        found = health(session, installed.rules, now=at(MONDAY, 10))
    assert (found.queue, found.well, found.works[0].succeeded_at) == (Queue(None, 0), True, at(MONDAY, 10))


def test_a_disk_of_which_nobody_asked_is_not_full() -> None:
    assert not Health((), Queue(None, 0), None).full
    assert not Health((), Queue(None, 0), runs.LEAST_FREE).full
