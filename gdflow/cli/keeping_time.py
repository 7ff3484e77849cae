"""The own minute loop: each work in a thread of its own, so that a slow one keeps no other waiting."""

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from threading import Event
from typing import TYPE_CHECKING

from gdflow import clock
from gdflow.domain.errors import GdflowError
from gdflow.domain.works import Work
from gdflow.services.jobs import run_waiting
from gdflow.services.jobs_of_hosted import run_for_hosted
from gdflow.services.means import Means, means_of
from gdflow.services.work_round import DoneWork, do_for_hosted, do_if_owed, owed_now, owed_to_hosted
from gdflow.spanish.messages import say

if TYPE_CHECKING:
    from gdflow.app import App

TICK = 5.0
"""Seconds between two looks: a work begins a few seconds after its minute."""
log = logging.getLogger("gdflow.work")


def keep_time(app: "App") -> None:
    """Do what people ask for and each work when its time comes, until interrupted; what is at hand then ends first."""
    stop = Event()
    loop = _Loop(replace(means_of(app, "work"), sleep=lambda seconds: _pause(stop, seconds)))
    log.info("listo: los trabajos se hacen a su hora")
    try:
        while True:
            loop.look()
            clock.sleep(TICK)
    except KeyboardInterrupt:
        stop.set()
        loop.end()


class _Loop:
    """What is at hand, by its name."""

    def __init__(self, means: Means) -> None:
        self._means = means
        self._pool = ThreadPoolExecutor(2 * len(Work) + 1, "work")
        self._at_hand: dict[str, Future[None]] = {}

    def look(self) -> None:
        """Begin what is owed and not at hand."""
        try:
            owed, to_hosted = owed_now(self._means), owed_to_hosted(self._means)
        except GdflowError as error:  # the database is busy or gone: the next look tells
            log.warning("%s", say(error))
            return
        self._begin("jobs", self._jobs)
        for work in owed:
            self._begin(work.value, partial(self._work, work, do_if_owed))
        for work in to_hosted:
            self._begin(f"{work.value} of others", partial(self._work, work, do_for_hosted))

    def end(self) -> None:
        """Let what is at hand end."""
        self._pool.shutdown(cancel_futures=True)

    def _begin(self, name: str, do: Callable[[], None]) -> None:
        if name not in self._at_hand or self._at_hand[name].done():
            self._at_hand[name] = self._pool.submit(do)

    def _jobs(self) -> None:
        try:
            for job in run_waiting(self._means):
                log.info("%s: %s %s", job.kind.label, job.state.label, job.error or "")
            for trouble in run_for_hosted(self._means):
                log.warning("%s", trouble)
        except GdflowError as error:
            log.warning("%s", say(error))

    def _work(self, work: Work, do: Callable[[Means, Work], DoneWork | None]) -> None:
        try:
            done = do(self._means, work)
        except Exception:  # what no service expects: the loop goes on, and the run is noted as failed
            log.exception("%s", work.label)
            return
        if done is not None:
            facts = "; ".join(f"{name}: {value}" for name, value in done.summary.items())
            log.info("%s: %s", work.label, done.trouble or facts)


def _pause(stop: Event, seconds: float) -> None:
    if stop.wait(seconds):
        raise KeyboardInterrupt
