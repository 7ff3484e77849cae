"""A few warm reading processes, each given one file at a time; one that dies or takes too long is replaced."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from queue import LifoQueue
from threading import Timer
from types import TracebackType
from typing import Any, BinaryIO, TypeVar, cast

from gdflow.collect.form_reader import FormReading
from gdflow.collect.reading.frames import BrokenFrameError, read_frame, write_frame
from gdflow.collect.reading.plain import document_from_plain, form_from_plain
from gdflow.collect.reading.plan_plain import directory_from_plain, plans_from_plain
from gdflow.collect.sheet import Document
from gdflow.domain.errors import ConfigError, InputError
from gdflow.domain.plan import PlanReading, TeamEntry

# What a child needs to know of its surroundings. No secret is among it.
HANDED_ON = ("SYSTEMROOT", "LANG", "LC_ALL", "GDFLOW_FAILPOINT")
STARTING = 60.0
SIZE = max(1, min(4, os.cpu_count() or 1))
Made = TypeVar("Made")
OUT_OF_TIME = -getattr(signal, "SIGXCPU", 0)


class ReaderDiedError(InputError):
    """The file ended its reader ("reader_died") or held it too long ("reader_too_slow")."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may cost: bytes of memory, seconds of computing, seconds on the clock."""

    memory: int = 512 * 1024**2
    cpu: int = 10
    wall: float = 30.0


@dataclass(frozen=True, slots=True)
class FileReading:
    """What a file says: the forms in it, or its cells where it is no form."""

    forms: tuple[FormReading, ...] = ()
    document: Document | None = None


class ReaderPool:
    """Readers for as many files at once as it has places; each starts when it is first needed. Threads may share it."""

    def __init__(self, size: int = SIZE, limits: Limits | None = None) -> None:
        self.size = size
        self._limits = limits or Limits()
        # The last that came back is the first to go: a running reader before an empty place.
        self._places: LifoQueue[_Reader | None] = LifoQueue()
        for _ in range(size):
            self._places.put(None)

    def read(self, name: str, data: bytes, *, as_document: bool = False) -> FileReading:
        """Read a file in a process of its own kind; as_document: its cells even where it is a form.

        Raises InputError with the reason why it cannot be read, ReaderDiedError when its reader did not survive it,
        and ConfigError("reader_not_started") when no reader can be had: that is no fault of the file.
        """
        return self._read(name, {"as_document": as_document}, data, _file_reading)

    def read_plans(self, name: str, data: bytes, *, as_of: date) -> tuple[PlanReading, ...]:
        """The plans of a file, none where it holds none; as_of: its cut-off. Raises as `read` does."""
        asked = {"as_plan": as_of.isoformat()}
        return self._read(name, asked, data, lambda said: plans_from_plain(said["plans"]))

    def read_directory(self, name: str, data: bytes) -> tuple[TeamEntry, ...]:
        """The teams of a directory's file, none where it is none. Raises as `read` does."""
        return self._read(name, {"as_directory": True}, data, lambda said: directory_from_plain(said["directory"]))

    def _read(self, name: str, asked: dict[str, Any], data: bytes, made: Callable[[Any], Made]) -> Made:
        reader = self._places.get()
        try:
            reader = reader or _Reader.started(self._limits)
            return _checked(reader.ask({"name": name, **asked}, data), name, made)
        finally:
            self._places.put(reader if reader is not None and reader.lives else None)

    def close(self) -> None:
        """End the readers, and wait for those that are at work."""
        for _ in range(self.size):
            reader = self._places.get()
            if reader is not None:
                reader.end()
        for _ in range(self.size):
            self._places.put(None)

    def __enter__(self) -> "ReaderPool":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


@dataclass(slots=True)
class _Reader:
    """A reading process."""

    process: subprocess.Popen[bytes]
    limits: Limits
    late: bool = False

    @classmethod
    def started(cls, limits: Limits) -> "_Reader":
        command = [sys.executable, "-m", "gdflow.collect.reading.child", str(limits.memory), str(limits.cpu)]
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
        try:
            # The command is our own; nothing of a file is in it.
            process = subprocess.Popen(command, env=_surroundings(), **pipes)  # type: ignore[call-overload]  # a mapping hides which pipe is which  # noqa: S603
        except OSError as error:
            raise ConfigError("reader_not_started", found=error.strerror) from error
        reader = cls(process, limits)
        if reader._within(STARTING, lambda: read_frame(reader._output)) is None:
            raise ConfigError("reader_not_started", found=str(process.returncode))
        return reader

    @property
    def lives(self) -> bool:
        return self.process.poll() is None

    def ask(self, asked: dict[str, Any], data: bytes) -> Any:
        """The answer about a file. Raises ReaderDiedError."""

        def say() -> bytes | None:
            write_frame(self._input, json.dumps(asked).encode(), data)
            return read_frame(self._output)

        said = self._within(self.limits.wall, say)
        if said is None:
            slow = self.late or self.process.returncode == OUT_OF_TIME
            raise ReaderDiedError("reader_too_slow" if slow else "reader_died", file=asked["name"])
        return json.loads(said)

    def end(self) -> None:
        """End the process and let go of its pipes."""
        self.process.kill()
        self.process.wait()
        for stream in (self._input, self._output):
            try:
                stream.close()
            except OSError:
                continue  # what had not been written yet has nobody to go to

    def _within(self, seconds: float, speak: Callable[[], bytes | None]) -> bytes | None:
        """What was said in time; None, and the process ended, otherwise."""
        clock = Timer(seconds, self._be_late)
        clock.daemon = True
        clock.start()
        try:
            said = speak()
        except (OSError, BrokenFrameError):
            said = None
        finally:
            clock.cancel()
        if said is None:
            self.end()
        return said

    def _be_late(self) -> None:
        self.late = True
        self.process.kill()

    @property
    def _input(self) -> BinaryIO:
        return cast(BinaryIO, self.process.stdin)

    @property
    def _output(self) -> BinaryIO:
        return cast(BinaryIO, self.process.stdout)


def _surroundings() -> dict[str, str]:
    known = {name: os.environ[name] for name in HANDED_ON if name in os.environ}
    return known | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}


def _checked(said: Any, name: str, made: Callable[[Any], Made]) -> Made:
    """What a reader says as values. Raises InputError with the reason that it gives, ReaderDiedError for nonsense."""
    try:
        if "code" in said:
            raise InputError(str(said["code"]), **{str(key): value for key, value in said["facts"].items()})
        return made(said)
    except (AttributeError, LookupError, TypeError, ValueError, ArithmeticError) as error:
        # Only a reader that is no longer ours answers so.
        raise ReaderDiedError("reader_died", file=name) from error


def _reading(said: Any, name: str) -> FileReading:
    return _checked(said, name, _file_reading)


def _file_reading(said: Any) -> FileReading:
    if "forms" in said:
        return FileReading(forms=tuple(map(form_from_plain, said["forms"])))
    return FileReading(document=document_from_plain(said["document"]))
