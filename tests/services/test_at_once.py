"""Fifty posts of a file at the same moment are one submission, by threads and by processes, on both databases."""

import multiprocessing
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.synchronize import Barrier
from pathlib import Path
from threading import Barrier as ThreadBarrier
from typing import Any

import pytest
from sqlalchemy.engine import Engine

from gdflow.domain.receipts import ReceiptSource
from gdflow.domain.rules import Rules
from gdflow.services.keep import Kept, keep_file
from gdflow.services.report_line import LineAnswer, report_line
from gdflow.settings.model import Settings
from gdflow.settings.rules import rules_of
from gdflow.storage import people, plans, submissions, waiting
from gdflow.storage.engine import make_engine, reading, writing
from gdflow.storage.objects import ObjectStore
from tests.storage.cast import NOW, USO, owe
from tests.storage.conftest import engine, postgres, postgres_shared, postgres_template, sqlite_template, url

__all__ = ["engine", "postgres", "postgres_shared", "postgres_template", "sqlite_template", "url"]

POSTS, PROCESSES = 50, 5
Q2 = "2023-Q2"
SPAWN = multiprocessing.get_context("spawn")


@pytest.fixture
def place(engine: Engine, tmp_path: Path) -> tuple[Rules, ObjectStore, int]:
    """An entity's rules, its store, and a team that owes a period."""
    with writing(engine) as session:
        entity_id, _, _ = owe(session)
        team_id = people.ensure_team(session, entity_id, USO)
    return rules_of(Settings(), entity_id), ObjectStore(tmp_path / "objects"), team_id


def posted(engine: Engine, rules: Rules, objects: ObjectStore, team_id: int, period: str | None) -> Kept:
    """The same file once more."""
    return keep_file(
        lambda: writing(engine),
        rules,
        objects,
        name="reporte.xlsx",
        data=b"los mismos bytes",
        source=ReceiptSource.PAGE,
        sender=None,
        team_id=team_id if period else None,
        period=period,
        now=NOW,
    )


def rows(engine: Engine, rules: Rules) -> int:
    with reading(engine) as session:
        return len(waiting.waiting(session, rules.entity_id, 100))


@pytest.mark.parametrize("period", [Q2, None])
def test_fifty_threads_make_one_submission(
    engine: Engine, place: tuple[Rules, ObjectStore, int], period: str | None
) -> None:
    rules, objects, team_id = place
    barrier = ThreadBarrier(10)

    def post(_n: int) -> Kept:
        barrier.wait(60)
        return posted(engine, rules, objects, team_id, period)

    with ThreadPoolExecutor(10) as threads:
        kept = list(threads.map(post, range(POSTS)))
    assert (len({one.receipt.number for one in kept}), sum(one.new for one in kept), rows(engine, rules)) == (1, 1, 1)
    assert sum(path.is_file() for path in objects.folder.rglob("*")) == 1


@pytest.mark.slow
def test_fifty_posts_of_five_processes_make_one_submission(
    engine: Engine, url: str, place: tuple[Rules, ObjectStore, int]
) -> None:
    rules, objects, team_id = place
    barrier, answers = SPAWN.Barrier(PROCESSES), SPAWN.Queue()
    told = (answers, barrier, url, rules.entity_id, str(objects.folder), team_id)
    processes = [SPAWN.Process(target=post_ten, args=told) for _ in range(PROCESSES)]
    for process in processes:
        process.start()
    kept = [one for _ in processes for one in answers.get(timeout=90)]
    for process in processes:
        process.join(30)
        process.close()
    answers.close()
    answers.join_thread()
    assert (len({number for number, _ in kept}), sum(new for _, new in kept), len(kept)) == (1, 1, POSTS)
    assert rows(engine, rules) == 1


def post_ten(answers: Any, barrier: Barrier, url: str, entity_id: int, folder: str, team_id: int) -> None:
    """Post the file ten times, each at the same moment as the other processes."""
    engine, rules, kept = make_engine(url), rules_of(Settings(), entity_id), list[tuple[str, bool]]()
    for _ in range(POSTS // PROCESSES):
        barrier.wait(60)
        one = posted(engine, rules, ObjectStore(Path(folder)), team_id, Q2)
        kept.append((one.receipt.number, one.new))
    engine.dispose()
    answers.put(kept)


def test_one_line_reported_by_ten_at_once_is_one_figure(engine: Engine, place: tuple[Rules, ObjectStore, int]) -> None:
    rules, _, team_id = place
    with reading(engine) as session:
        [line] = [
            each
            for plan in plans.plans_of(session, rules.entity_id)
            for each in plans.lines_of(session, plan.id)
            if each.team_id == team_id
        ]
    barrier = ThreadBarrier(10)

    def report(_n: int) -> bool:
        barrier.wait(60)
        with writing(engine) as session:
            return report_line(session, rules, team_id, Q2, LineAnswer(line.uid, "20 %"), by="enlace", now=NOW).new

    with ThreadPoolExecutor(10) as threads:
        assert sum(threads.map(report, range(10))) == 1
    with reading(engine) as session:
        assert len(submissions.history_of_line(session, line.id)) == 1
