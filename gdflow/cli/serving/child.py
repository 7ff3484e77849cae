"""A part at work: its process, whether it is ready, and how it ends."""

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from threading import Event, Thread
from typing import TYPE_CHECKING

from gdflow.cli.serving.parts import READY, Part

if TYPE_CHECKING:
    from gdflow.cli.serving.lines import Lines

SHORTEST, LONGEST = 1.0, 30.0
STEADY = 60.0
"""Seconds after which a part counts as steady: when it dies then, it is started at once."""


class Child:
    """Keeps one part. Every method is called by one thread, which lives as long as this program: a process that is
    started by it dies with it.
    """

    def __init__(self, part: Part, lines: "Lines") -> None:
        self.part, self._lines = part, lines
        self._process: subprocess.Popen[str] | None = None
        self._log: Thread | None = None
        self._told = Event()
        self._rest, self._not_before, self._began = SHORTEST, 0.0, 0.0
        self.ready = False

    @property
    def runs(self) -> bool:
        """Whether its process lives."""
        return self._process is not None and self._process.poll() is None

    def start(self) -> None:
        """Start it, unless it rests after it died."""
        if time.monotonic() < self._not_before:
            return
        self._told.clear()
        self._began, self.ready = time.monotonic(), False
        self._process = subprocess.Popen(  # noqa: S603  our own programs
            _tied(self.part.command),
            env=dict(self.part.environment),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            start_new_session=True,
        )
        if self._process.stdout is not None:
            self._log = self._lines.follow(self.part.name, self._process.stdout, self._heard)

    def look(self) -> bool:
        """Whether it has just become ready."""
        if self.ready or not self.runs:
            return False
        self.ready = self._told.is_set() if self.part.answers is None else self.part.answers()
        return self.ready

    def bury(self) -> int | None:
        """How its process ended, once, where it has. What it had started ends too; it rests before the next start."""
        if self._process is None or self._process.poll() is None:
            return None
        code = self._process.returncode
        self._sweep()
        lived = time.monotonic() - self._began
        self._rest = SHORTEST if lived > STEADY else min(self._rest * 2, LONGEST)
        self._not_before = time.monotonic() + (0.0 if lived > STEADY else self._rest / 2)
        self._process, self.ready = None, False
        return code

    def ask_to_end(self) -> None:
        """Let it end by itself."""
        if self._process is not None:
            self._process.terminate()

    def end(self) -> None:
        """Wait for its end, and make an end where it takes too long."""
        if self._process is None:
            return
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(self.part.patience)
        self._sweep()
        self._process.wait()
        if self._log is not None:
            self._log.join(SHORTEST)
        self._process = None

    def _heard(self, line: str) -> None:
        if READY in line:
            self._told.set()

    def _sweep(self) -> None:
        """End whatever is left of its process group."""
        if self._process is not None and sys.platform != "win32":
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self._process.pid, signal.SIGKILL)
        elif self._process is not None:
            self._process.kill()


def _tied(command: tuple[str, ...]) -> list[str]:
    """A command whose process ends when this one does, where the system can see to that."""
    tie = [sys.executable, "-m", "gdflow.lifeline", str(os.getpid())] if sys.platform == "linux" else []
    return [*tie, *command]
