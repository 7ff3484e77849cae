"""Whoever writes to a SQLite file comes in turn: nobody starves, nobody waits for ever, and no other file waits."""

import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.engine import Engine
from sqlalchemy.exc import OperationalError

from gdflow.storage.engine import make_engine, writing
from gdflow.storage.writers import Writers, writers_of
from tests.support.processes import wait_for

CROWD, ROUNDS, APART = 12, 25, 3
LONG, SHORT = 30.0, 0.05
ON_POSTGRES = pytest.mark.parametrize("url", [pytest.param("postgresql", marks=pytest.mark.postgres)], indirect=True)


@pytest.fixture
def writers() -> Writers:
    """The line before a file of the test's own."""
    return Writers()


@contextmanager
def held(writers: Writers) -> Iterator[None]:
    """The turn, held by another thread."""
    taken, over = threading.Event(), threading.Event()

    def hold() -> None:
        with writers.turn(LONG):
            taken.set()
            over.wait(LONG)

    with ThreadPoolExecutor(1) as thread:
        holding = thread.submit(hold)
        taken.wait(LONG)
        try:
            yield
        finally:
            over.set()
            holding.result(LONG)


def queued(writers: Writers, pool: ThreadPoolExecutor, work: Callable[[int], None], count: int) -> None:
    """So many threads that wait for the turn, one behind the other."""

    def in_turn(number: int) -> None:
        with writers.turn(LONG):
            work(number)

    for number in range(count):
        pool.submit(in_turn, number)
        wait_for(partial(_is_long, writers, number + 1), LONG, "it waits")


def _is_long(writers: Writers, count: int) -> bool:
    return writers.waiting() == count


def test_writers_come_in_the_order_in_which_they_asked(writers: Writers) -> None:
    order = list[int]()
    with ThreadPoolExecutor(CROWD) as pool, held(writers):
        queued(writers, pool, order.append, CROWD)
    assert order == list(range(CROWD))


def test_of_a_crowd_nobody_falls_behind_and_nobody_fails(tmp_path: Path) -> None:
    engine, written = table_in(tmp_path / "gdflow.db"), list[int]()
    together = threading.Barrier(CROWD)

    def write(number: int) -> int:
        together.wait(LONG)
        return max(one(number) for _ in range(ROUNDS))

    def one(number: int) -> int:
        with writing(engine) as session:
            session.connection().execute(text("UPDATE counted SET many = many + 1"))
            written.append(number)
            time.sleep(0.001)
            behind = min(written.count(each) for each in range(CROWD))
            return written.count(number) - behind

    with ThreadPoolExecutor(CROWD) as pool:
        ahead = max(pool.map(write, range(CROWD)))
    assert (many(engine), ahead <= APART) == (CROWD * ROUNDS, True)
    engine.dispose()


def test_who_has_the_turn_goes_on_without_another_and_keeps_its_own(writers: Writers) -> None:
    with writers.turn(LONG) as outer:
        with writers.turn(LONG) as inner:
            assert (outer, inner) == (True, False)
        with ThreadPoolExecutor(1) as pool:
            assert pool.submit(had, writers).result(LONG) is False
    assert had(writers)


def test_a_writer_within_a_writer_is_refused_by_the_file_and_waits_no_longer_than_it_was_told(tmp_path: Path) -> None:
    engine = table_in(tmp_path / "gdflow.db")
    with writing(engine) as session, pytest.raises(OperationalError, match="locked"), writing(engine, patience=SHORT):
        raise AssertionError("two write at once")
    assert session is not None
    assert many(engine) == 0
    engine.dispose()


def test_who_waited_in_vain_goes_on_without_the_turn_and_leaves_the_line(writers: Writers) -> None:
    with held(writers):
        assert not had(writers)
        assert writers.waiting() == 0
    assert had(writers)


def test_who_waited_in_vain_is_told_by_the_file_that_it_is_taken(tmp_path: Path) -> None:
    engine = table_in(tmp_path / "gdflow.db")

    def add() -> None:
        with writing(engine, patience=SHORT) as session:
            session.connection().execute(text("UPDATE counted SET many = many + 1"))

    with ThreadPoolExecutor(1) as pool:
        with writing(engine):
            refused = pool.submit(add)
            with pytest.raises(OperationalError, match="locked"):
                refused.result(LONG)
        pool.submit(add).result(LONG)
    assert many(engine) == 1
    engine.dispose()


def test_a_writer_that_fails_gives_the_turn_back(tmp_path: Path) -> None:
    engine = table_in(tmp_path / "gdflow.db")
    with pytest.raises(LookupError), writing(engine):
        raise LookupError
    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(had, writers_of(tmp_path / "gdflow.db")).result(LONG)
    engine.dispose()


def test_two_ways_to_one_file_are_one_line_and_two_files_are_two(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    one = writers_of(tmp_path / "gdflow.db")
    assert writers_of(tmp_path / "folder" / ".." / "gdflow.db") is one
    assert writers_of(tmp_path / "other.db") is not one


def test_a_writer_of_one_database_does_not_wait_for_that_of_another(tmp_path: Path) -> None:
    first, second = table_in(tmp_path / "first.db"), table_in(tmp_path / "second.db")
    with writing(first), writing(second, patience=SHORT) as session:
        session.connection().execute(text("UPDATE counted SET many = many + 1"))
    assert (many(first), many(second)) == (0, 1)
    first.dispose()
    second.dispose()


@ON_POSTGRES
def test_writers_of_postgresql_do_not_wait_for_each_other_at_their_start(url: str) -> None:
    engine = make_engine(url)
    with writing(engine), ThreadPoolExecutor(1) as pool:
        assert pool.submit(lambda: _opened(engine)).result(LONG)
    engine.dispose()


def had(writers: Writers) -> bool:
    """Whether the turn comes soon."""
    with writers.turn(SHORT) as came:
        return came


def table_in(file: Path) -> Engine:
    """A database of one table with one row."""
    engine = make_engine(f"sqlite:///{file}")
    with writing(engine) as session:
        session.connection().execute(text("CREATE TABLE counted (many INTEGER)"))
        session.connection().execute(text("INSERT INTO counted VALUES (0)"))
    return engine


def many(engine: Engine) -> int:
    """What the row counts."""
    with engine.connect() as connection:
        return int(connection.scalar(text("SELECT many FROM counted")) or 0)


def _opened(engine: Engine) -> bool:
    with writing(engine, patience=SHORT) as session:
        return bool(session.connection().scalar(text("SELECT 1")))
