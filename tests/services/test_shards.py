"""A work for many entities: each is worked for once in a round, by whoever is free; one that fails stops no other."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from gdflow.app import App
from gdflow.domain.entities import WHOLE, KnownEntity, Shard
from gdflow.domain.jobs import RunState
from gdflow.domain.works import Work
from gdflow.services import shards
from gdflow.services.hosting import means_for
from gdflow.services.means import Means
from gdflow.services.remind import scan
from gdflow.services.work_round import do_for_hosted, do_what_is_owed, owed_to_hosted
from gdflow.services.works import DO
from gdflow.spanish.messages import say
from gdflow.storage import runs
from gdflow.storage import shards as rows
from gdflow.storage.entities import keep_hosted
from tests.support.cast import at
from tests.support.hosted import host, queued
from tests.support.working import Hand, at_work

MORNING = at("2023-07-10", 7)
CODES = ("tunja", "pasto", "leticia")


@pytest.fixture
def hand() -> Hand:
    """Five minutes after the morning's round began."""
    return Hand(at("2023-07-10", 7, 5))


@pytest.fixture
def means(empty: App, hand: Hand) -> Means:
    return at_work(empty, hand)


@pytest.fixture
def three(empty: App) -> tuple[KnownEntity, ...]:
    return tuple(host(empty, code) for code in CODES)


def state(means: Means, entity: KnownEntity, work: Work = Work.SCAN) -> RunState:
    with means.reading() as session:
        return runs.runs_of(session, entity.id)[work].state


def begun(means: Means, entity: KnownEntity, when: datetime) -> None:
    """A worker that died was at an entity."""
    with means.transaction() as session:
        runs.begin_run(session, entity.id, Work.SCAN, at=when)


def test_every_hosted_entity_is_scanned_once_in_a_round(means: Means, three: tuple[KnownEntity, ...]) -> None:
    first = shards.work_through(means, Work.SCAN, MORNING)
    again = shards.work_through(means, Work.SCAN, MORNING)
    assert (first.done, first.failed, first.sums["correos en cola"]) == (3, {}, 3)
    assert again.summary == {"entidades": 0, "entidades que fallaron": 0}
    assert all(f"equipo@{each.code}.example" in queued(means, each) for each in three)


def test_the_next_round_works_for_all_of_them_again(means: Means, hand: Hand, three: tuple[KnownEntity, ...]) -> None:
    shards.work_through(means, Work.SCAN, MORNING)
    hand.now = at("2023-07-10", 13, 1)
    assert shards.work_through(means, Work.SCAN, at("2023-07-10", 13)).done == len(three)


def test_a_shard_leaves_the_others_alone(means: Means, three: tuple[KnownEntity, ...]) -> None:
    first, second, third = three
    done = shards.work_through(means, Work.SCAN, MORNING, Shard(second.id, second.id))
    assert (done.done, queued(means, first), queued(means, third)) == (1, [], [])
    assert shards.owed_shards(means, Work.SCAN, MORNING) == (Shard(first.id, third.id),)


def test_what_another_worker_has_claimed_is_its_own_until_its_lease_ends(
    means: Means, hand: Hand, three: tuple[KnownEntity, ...]
) -> None:
    begun(means, three[0], hand.now)
    assert shards.work_through(means, Work.SCAN, MORNING).done == 2
    hand.now += shards.LEASE
    assert shards.work_through(means, Work.SCAN, MORNING).done == 1
    assert state(means, three[0]) is RunState.DONE


def test_an_entity_that_fails_is_named_and_stops_no_other(means: Means, empty: App) -> None:
    good, bad = host(empty, "tunja"), host(empty, "pasto")
    with empty.transaction() as session:
        broken = replace(bad, settings={"reporting": {"closes_days": 0}})
        keep_hosted(session, broken)
    tally = shards.work_through(means, Work.SCAN, MORNING)
    assert (tally.done, list(tally.failed)) == (1, ["pasto"])
    assert "entidad «pasto»: «reporting.closes_days» no puede ser menor que 1" in say(shards.failures(tally))
    assert (state(means, good), state(means, bad)) == (RunState.DONE, RunState.FAILED)


def test_an_entity_that_failed_rests_and_is_tried_again(means: Means, hand: Hand, empty: App) -> None:
    known = host(empty, "tunja")
    with means.transaction() as session:
        runs.begin_run(session, known.id, Work.SCAN, at=hand.now)
        runs.end_run(session, known.id, Work.SCAN, began=hand.now, at=hand.now, why="Se cayó.")
    assert shards.work_through(means, Work.SCAN, MORNING).done == 0
    hand.now += timedelta(minutes=10)
    assert shards.work_through(means, Work.SCAN, MORNING).done == 1


def test_what_nobody_foresaw_fails_its_entity_alone(
    means: Means, three: tuple[KnownEntity, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_for_one(means: Means, now: datetime) -> dict[str, int | str]:
        if means.rules.entity_id == three[1].id:
            raise ZeroDivisionError("por cero")
        return {"hechas": 1, "día": "lunes"}

    monkeypatch.setitem(dict_of_works(), Work.SCAN, break_for_one)
    tally = shards.work_through(means, Work.SCAN, MORNING)
    assert (tally.sums, tally.failed) == ({"hechas": 2}, {"pasto": "ZeroDivisionError: por cero"})


def dict_of_works() -> dict[Work, object]:
    """The table by which works are known."""
    assert isinstance(DO, dict)
    return DO


def test_a_replayed_day_is_not_noted(means: Means, three: tuple[KnownEntity, ...]) -> None:
    assert shards.replay(means, Work.SCAN, MORNING).done == len(three)
    with means.reading() as session:
        assert [runs.runs_of(session, each.id) for each in three] == [{}, {}, {}]


def test_our_own_entity_and_those_left_alone_are_no_part_of_it(means: Means, empty: App) -> None:
    known = host(empty, "tunja")
    with empty.transaction() as session:
        keep_hosted(session, replace(known, hosted=False))
    assert (shards.hosts(means), shards.work_through(means, Work.SCAN, MORNING).done) == (False, 0)
    assert owed_to_hosted(means) == ()


def test_an_entity_with_settings_of_its_own_is_reminded_by_them(means: Means, empty: App) -> None:
    usual, slow = (
        host(empty, "tunja"),
        host(empty, "pasto", {"reporting.report_by_days": 20, "reporting.closes_days": 30}),
    )
    shards.work_through(means, Work.SCAN, MORNING)
    assert "equipo@tunja.example" in queued(means, usual)
    assert "equipo@pasto.example" not in queued(means, slow)


def test_whoever_keeps_the_clock_works_for_them_too(means: Means, three: tuple[KnownEntity, ...]) -> None:
    done = [each for each in do_what_is_owed(means) if "entidades" in each.summary]
    assert {each.work for each in done} == set(shards.SHARED)
    assert [(each.work, each.trouble) for each in done if each.summary["entidades"] != 3] == []
    assert owed_to_hosted(means) == ()


def test_a_failure_is_told_by_whoever_keeps_the_clock(means: Means, empty: App) -> None:
    bad = host(empty, "pasto", planned=False)
    with empty.transaction() as session:
        keep_hosted(session, replace(bad, settings={"window": {"start": "nunca"}}))
    told = do_for_hosted(means, Work.SCAN).trouble
    assert told is not None
    assert "entidad «pasto»: «window.start» debe ser una hora" in told


def test_a_work_without_a_time_is_done_for_now_when_it_is_asked_for(
    means: Means, three: tuple[KnownEntity, ...]
) -> None:
    never = replace(means, rules=replace(means.rules, schedule={}))
    assert do_for_hosted(never, Work.SCAN).summary["entidades"] == len(three)


def test_two_scans_of_an_entity_meet_in_its_own_rows(means: Means, empty: App) -> None:
    """A claim that ran out while its worker lived costs time and repeats nothing."""
    known = host(empty, "tunja")
    shards.work_through(means, Work.SCAN, MORNING)
    with empty.transaction() as session:
        report = scan(session, means_for(means, known).rules, now=MORNING)
    assert report.new == 0


def test_a_claim_takes_so_many_at_most(means: Means, hand: Hand, three: tuple[KnownEntity, ...]) -> None:
    turn = rows.Turn(MORNING, hand.now - shards.LEASE, hand.now)
    with means.transaction() as session:
        taken = rows.claim(session, Work.SCAN, WHOLE, turn, most=2, now=hand.now)
        left = rows.waiting(session, Work.SCAN, WHOLE, turn)
    assert (taken, left) == ((three[0].id, three[1].id), (three[2].id,))
