"""Who writes next to a SQLite file: the threads of this process come one after the other, as they asked.

SQLite lets whoever asks again at the right moment write, in no order at all: of a crowd some would ask at the wrong
one until their patience ends. Among processes it stays so, but from each of them one thread at a time asks.
"""

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock, get_ident


@dataclass(frozen=True, slots=True, eq=False)
class _Waiting:
    """A thread in the line; its gate opens when its turn comes."""

    thread: int
    gate: Lock = field(default_factory=Lock)


class Writers:
    """The line before one file."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._line = deque[_Waiting]()
        self._holder: int | None = None

    @contextmanager
    def turn(self, patience: float) -> Iterator[bool]:
        """Wait so many seconds at most, and hold the turn while the block lasts; whether it was had.

        Who has it already goes on without another, and so does who waited in vain: the file itself decides then.
        """
        had = self._take(patience)
        try:
            yield had
        finally:
            if had:
                self._pass_on()

    def waiting(self) -> int:
        """How many stand in the line."""
        return len(self._line)

    def _take(self, patience: float) -> bool:
        with self._lock:
            if self._holder in (None, get_ident()):
                was_free, self._holder = self._holder is None, get_ident()
                return was_free
            mine = _Waiting(get_ident())
            mine.gate.acquire()
            self._line.append(mine)
        try:
            mine.gate.acquire(timeout=patience)
        finally:
            came = not self._left(mine)
        return came

    def _left(self, mine: _Waiting) -> bool:
        """Leave the line; False for one whose turn has come meanwhile."""
        with self._lock:
            if mine not in self._line:
                return False
            self._line.remove(mine)
            return True

    def _pass_on(self) -> None:
        with self._lock:
            following = self._line.popleft() if self._line else None
            self._holder = following.thread if following else None
            if following:
                following.gate.release()


_BY_FILE: dict[Path, Writers] = {}


def writers_of(file: Path) -> Writers:
    """The one line of this process before a file, whatever engines lead to it."""
    return _BY_FILE.setdefault(file.resolve(), Writers())
