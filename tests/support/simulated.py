"""Time that passes only when everybody waits, and a channel that records when it was handed what."""

import threading
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from gdflow.channels.base import Accepted, Message
from gdflow.domain.errors import DeliveryError


class Time:
    """A clock for several threads: when all of them sleep, it goes on to the first that is to wake."""

    def __init__(self, start: datetime, threads: int = 1) -> None:
        self._now, self._awake, self._waking = start, threads, list[datetime]()
        self._turn = threading.Condition()

    def now(self) -> datetime:
        """The moment at which everybody is."""
        with self._turn:
            return self._now

    def sleep(self, seconds: float) -> None:
        """Wait so long."""
        with self._turn:
            wake = self._now + timedelta(seconds=seconds)
            self._waking.append(wake)
            self._awake -= 1
            self._go_on()
            self._turn.wait_for(lambda: self._now >= wake)

    def leave(self) -> None:
        """This thread has nothing more to do."""
        with self._turn:
            self._awake -= 1
            self._go_on()

    def _go_on(self) -> None:
        if self._awake == 0 and self._waking:
            self._now = min(self._waking)
            woken = [wake for wake in self._waking if wake <= self._now]
            self._waking = [wake for wake in self._waking if wake > self._now]
            self._awake += len(woken)
            self._turn.notify_all()


class Record:
    """A channel that takes everything, each message in so many seconds, and answers as it is told before.

    answers: what the next messages are answered; after the last, all are taken.
    """

    def __init__(
        self,
        time: Time,
        taken: list[tuple[datetime, str]],
        pace: Callable[[], float] = lambda: 0.0,
        answers: Iterator[DeliveryError] = iter(()),
        handed_over: bool = False,
    ) -> None:
        self._time, self._taken, self._pace, self._answers = time, taken, pace, answers
        self._accepted = Accepted("250", "Ok", handed_over=handed_over)
        self.closed = 0

    def send(self, message: Message) -> Accepted:
        """Take a message in the midst of its time."""
        seconds = self._pace() / 2
        self._time.sleep(seconds)
        for answer in self._answers:
            raise answer
        self._taken.append((self._time.now(), message.recipient))
        self._time.sleep(seconds)
        return self._accepted

    def close(self) -> None:
        """Count how often."""
        self.closed += 1
