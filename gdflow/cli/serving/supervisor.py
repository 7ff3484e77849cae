"""Keeps the parts alive until told to stop: starts each in its turn, says when it is ready, starts what dies again."""

import signal
import time
from collections.abc import Sequence
from types import FrameType

from gdflow import clock
from gdflow.cli.serving.child import Child
from gdflow.cli.serving.lines import Lines
from gdflow.cli.serving.parts import Part

LOOK = 0.25
ME = "gdflow"


class Supervisor:
    """One loop in one thread. parts: in the order in which they are started and told to end."""

    def __init__(self, parts: Sequence[Part], lines: Lines) -> None:
        self._lines = lines
        self._children = {part.name: Child(part, lines) for part in parts}
        self._began = time.monotonic()
        self._all_ready = self._stopping = False

    def run(self) -> None:
        """Keep the parts until SIGTERM or SIGINT, then end them in order."""
        for each in (signal.SIGTERM, signal.SIGINT):
            signal.signal(each, self._stop)
        try:
            while not self._stopping:
                self._look()
                clock.sleep(LOOK)
        finally:
            self._end()

    def _stop(self, _number: int, _frame: FrameType | None) -> None:
        self._stopping = True

    def _look(self) -> None:
        for child in self._children.values():
            code = child.bury()
            if code is not None:
                self._lines.say(ME, f"{child.part.title}: terminó ({code}); se enciende de nuevo")
            if not child.runs and self._may_start(child):
                child.start()
            if child.look():
                self._lines.say(ME, f"{child.part.title}: listo a los {time.monotonic() - self._began:.1f} s")
        if not self._all_ready and all(child.ready for child in self._children.values()):
            self._all_ready = True
            self._lines.say(ME, "todo está en marcha")

    def _may_start(self, child: Child) -> bool:
        return child.part.needs is None or self._children[child.part.needs].ready

    def _end(self) -> None:
        """End the parts together, but for those that others need: they end last."""
        self._lines.say(ME, "deteniendo…")
        needed = {child.part.needs for child in self._children.values()}
        free = [child for name, child in self._children.items() if name not in needed]
        for group in (free, [child for child in self._children.values() if child not in free]):
            for child in group:
                child.ask_to_end()
            for child in group:
                child.end()
        self._lines.say(ME, "detenido")
