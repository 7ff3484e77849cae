"""Two processes at once on one real database: each reminder is written once, each notice claimed once."""

import multiprocessing
from collections.abc import Callable
from datetime import timedelta
from multiprocessing.synchronize import Barrier
from typing import Any

import pytest
from sqlalchemy.engine import Engine

from gdflow.storage import entities, obligations, outbox, people, plans, reminders
from gdflow.storage.engine import make_engine, reading, writing
from tests.storage.cast import DUE, NOW, SHA, TODAY, draft, duty, step
from tests.storage.cast import reading as plan_of

ROUNDS, NOTICES = 20, 40
Work = Callable[[str, Barrier, str], Any]
SPAWN = multiprocessing.get_context("spawn")


@pytest.mark.slow
def test_two_scans_at_once_write_each_reminder_once(engine: Engine, url: str) -> None:
    with writing(engine) as session:
        owed = [owe_three(session, f"plan-{n}") for n in range(ROUNDS)]
    counts = at_once(scan_all, url)
    for first, second, (entity_id, total) in zip(*counts, owed, strict=True):
        assert first[0] + second[0] == total
        with reading(engine) as session:
            assert len(reminders.unnoticed(session, entity_id)) == total
    assert {known for _, known in (*counts[0], *counts[1])} <= {0, 3}


@pytest.mark.slow
def test_two_senders_at_once_claim_each_notice_once(engine: Engine, url: str) -> None:
    with writing(engine) as session:
        entity_id, _ = owe_three(session, "plan")
        for n in range(NOTICES):
            outbox.enqueue(session, draft(entity_id, f"k{n}"))
    first, second = at_once(send_all, url)
    assert sorted(first + second) == sorted(f"k{n}" for n in range(NOTICES))


@pytest.mark.slow
def test_two_at_once_keep_each_notice_and_each_event_once(engine: Engine, url: str) -> None:
    from gdflow.storage import events

    with writing(engine) as session:
        entity_id, _ = owe_three(session, "plan")
    first, second = at_once(keep_all, url)
    assert sorted(first + second) == list(range(ROUNDS))
    with reading(engine) as session:
        assert events.verify(session, entity_id) is None
        assert len(events.events_of(session, entity_id)) == 2 * ROUNDS


def owe_three(session: Any, code: str) -> tuple[int, int]:
    """An entity of its own whose three lines owe a result, and how many reminders that makes."""
    entity_id = entities.ensure_entity(session, code, "Alcaldía de Cartagena")
    teams = people.teams_named(session, entity_id, [name for line in plan_of().lines for name in line.teams])
    added = plans.add_plan(session, entity_id, code, plan_of(), sha256=SHA, at=NOW, teams=teams)
    owed = [(duty(line.id), line.team_id) for line in added.lines]
    obligations.record_duties(session, entity_id, added.plan.id, owed)
    return entity_id, len(added.lines)


def scan_all(url: str, barrier: Barrier, name: str) -> list[tuple[int, int]]:
    """Scan every entity at the same moment as the other process; what was new and known in each."""
    engine, counts = make_engine(url), list[tuple[int, int]]()
    for n in range(ROUNDS):
        barrier.wait(60)
        with writing(engine) as session:
            entity_id = entities.entity_by_code(session, f"plan-{n}") or 0
            dates = obligations.due_dates(session, entity_id, DUE)
            steps = [step(due_on=due, closes_on=closes) for _, due, closes in dates]
            found = obligations.claim_reminders(session, entity_id, steps, on=TODAY, at=NOW)
        counts.append((found.new, found.known))
    engine.dispose()
    return counts


def send_all(url: str, barrier: Barrier, name: str) -> list[str]:
    """Claim until nothing is left; the keys of what was claimed."""
    engine, keys = make_engine(url), list[str]()
    barrier.wait(60)
    while True:
        with writing(engine) as session:
            entity_id = entities.entity_by_code(session, "plan") or 0
            notice = outbox.claim_next(
                session, entity_id=entity_id, channel="email", now=NOW, owner=name, lease=timedelta(hours=1)
            )
        if notice is None:
            engine.dispose()
            return keys
        keys.append(notice.key)


def keep_all(url: str, barrier: Barrier, name: str) -> list[int]:
    """Keep the same notices as the other process, with an event for each; which were new here."""
    from gdflow.storage import events

    engine, new = make_engine(url), list[int]()
    for n in range(ROUNDS):
        barrier.wait(60)
        with writing(engine) as session:
            entity_id = entities.entity_by_code(session, "plan") or 0
            if outbox.enqueue(session, draft(entity_id, f"k{n}")) is not None:
                new.append(n)
            events.append(session, entity_id, "kept", f"notice:{n}", {}, at=NOW, actor=name)
    engine.dispose()
    return new


def at_once(work: Work, url: str) -> tuple[Any, Any]:
    """What two processes answer that do the same work at the same time."""
    barrier, answers = SPAWN.Barrier(2), SPAWN.Queue()
    processes = [SPAWN.Process(target=_answer, args=(answers, work, url, barrier, name)) for name in ("a", "b")]
    for process in processes:
        process.start()
    found = dict(answers.get(timeout=90) for _ in processes)
    for process in processes:
        process.join(30)
        process.close()
    answers.close()
    answers.join_thread()
    return found["a"], found["b"]


def _answer(answers: Any, work: Work, url: str, barrier: Barrier, name: str) -> None:
    answers.put((name, work(url, barrier, name)))
