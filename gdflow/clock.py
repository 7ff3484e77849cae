"""The only reader of the wall clock. Everything else is told what time it is, so that any day can be replayed."""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

sleep = time.sleep
"""Wait so many seconds; handed to whoever waits, so that a replayed day waits for nothing."""


def now() -> datetime:
    """The present moment, aware, in UTC."""
    return datetime.now(UTC)


def running_from(moment: datetime) -> Callable[[], datetime]:
    """A clock that shows this moment now and goes on from there."""
    start = time.monotonic()
    return lambda: moment + timedelta(seconds=time.monotonic() - start)
