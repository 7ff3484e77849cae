"""Shares fill up again with time, and are forgotten in the end."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import pytest

from gdflow.web import limits
from gdflow.web.limits import Limiter, Rate


@dataclass
class Watch:
    """Seconds that a test moves."""

    seconds: float = 0

    def __call__(self) -> float:
        return self.seconds


def test_a_share_is_used_up_and_comes_back() -> None:
    watch = Watch()
    limiter = Limiter(Rate(2, 10), watch)
    assert [limiter.take("a"), limiter.take("a"), limiter.take("a")] == [0, 0, 5]
    watch.seconds = 5
    assert [limiter.take("a"), limiter.take("a")] == [0, 5]


def test_one_caller_does_not_use_up_anothers_share() -> None:
    limiter = Limiter(Rate(1, 10), Watch())
    assert [limiter.take("a"), limiter.take("b"), limiter.take("a") > 0] == [0, 0, True]


def test_what_was_refused_is_not_counted() -> None:
    limiter = Limiter(Rate(10, 10), Watch())
    assert limiter.take("a", 11) == 1
    assert limiter.take("a", 10) == 0


def test_those_that_asked_least_recently_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_KEYS", 2)
    limiter = Limiter(Rate(1, 10), Watch())
    for key in ("a", "b", "c"):
        limiter.take(key)
    assert [limiter.take("c") > 0, limiter.take("a")] == [True, 0]


def test_many_threads_take_no_more_than_the_share() -> None:
    limiter = Limiter(Rate(100, 1000), Watch())
    with ThreadPoolExecutor(16) as threads:
        waits = list(threads.map(lambda _: limiter.take("a"), range(1600)))
    assert waits.count(0) == 100
