"""Read what the pages have kept, soon and beside the answers: nobody waits for it, and no file can stop a page."""

import logging
from concurrent.futures import ThreadPoolExecutor
from threading import Lock

from gdflow.app import App
from gdflow.collect.reading import ReaderPool
from gdflow.domain.errors import GdflowError
from gdflow.services.read_answers import read_waiting
from gdflow.spanish.messages import say
from gdflow.web.site import Clock

log = logging.getLogger("gdflow.web")


class BackgroundReader:
    """One thread that reads what waits. Asked again while a reading waits for its turn, it does nothing more."""

    def __init__(self, app: App, clock: Clock) -> None:
        self.app, self.clock = app, clock
        self._pool = ReaderPool(1)
        self._thread = ThreadPoolExecutor(1, "reader")
        self._asked: set[int] = set()
        self._lock = Lock()

    def __call__(self, app: App | None = None) -> None:
        """Read soon what came for an entity; without one, for the installation's own."""
        its = app or self.app
        with self._lock:
            if its.entity_id not in self._asked:
                self._asked.add(its.entity_id)
                self._thread.submit(self._read, its)

    def close(self) -> None:
        """End once what was asked for is read."""
        self._thread.shutdown()
        self._pool.close()

    def _read(self, app: App) -> None:
        with self._lock:
            self._asked.discard(app.entity_id)
        try:
            read_waiting(app.transaction, app.rules, app.objects, self._pool, now=self.clock())
        except GdflowError as error:
            # What was kept stays kept: the scheduled reading takes it.
            log.warning("%s", say(error))
