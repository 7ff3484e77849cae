"""Carry out what people ask for at the board, beside the answers; what a dead process left behind is taken up too."""

import logging
from dataclasses import replace
from datetime import timedelta
from threading import Event, Thread

from gdflow.app import App
from gdflow.domain.errors import GdflowError
from gdflow.services.jobs import call_waiting, run_waiting
from gdflow.services.jobs_of_hosted import run_for_hosted
from gdflow.services.means import means_of
from gdflow.services.orchestration import call_of
from gdflow.spanish.messages import say
from gdflow.web.site import Clock

LOOK = 5.0
"""Seconds between two looks for what nobody told of: another process may have asked, or died."""
LYING = timedelta(minutes=2)
"""How long what Prefect was asked for may lie before it is done here."""
log = logging.getLogger("gdflow.web")


class BackgroundWork:
    """One thread that carries jobs out, or has Prefect carry them out where it keeps the clock."""

    def __init__(self, app: App, clock: Clock) -> None:
        self._soon, self._over = Event(), Event()
        self._means, self._call = replace(means_of(app, "web", clock), sleep=self._pause), call_of(app.settings)
        self._thread = Thread(target=self._keep_on, name="jobs", daemon=True)
        self._thread.start()

    def __call__(self) -> None:
        """Look soon."""
        self._soon.set()

    def close(self) -> None:
        """End once the job at hand is done, or waits for a mail server's limit: another process goes on from there."""
        self._over.set()
        self._soon.set()
        self._thread.join()

    def _keep_on(self) -> None:
        while not self._over.is_set():
            self._soon.wait(LOOK)
            self._soon.clear()
            try:
                self._look()
            except GdflowError as error:
                # What was asked for stays in the database: the next look finds it.
                log.warning("%s", say(error))

    def _pause(self, seconds: float) -> None:
        if self._over.wait(seconds):
            raise SystemExit  # which ends this thread; the job's lease runs out

    def _look(self) -> None:
        if self._over.is_set():
            return
        if self._call is None:
            run_waiting(self._means)
        else:
            call_waiting(self._means, self._call, after=LYING)
        for trouble in run_for_hosted(self._means):
            log.warning("%s", trouble)
