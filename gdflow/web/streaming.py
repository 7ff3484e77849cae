"""Send what a writer writes while it writes it, in constant memory; a writer whose reader has left is stopped."""

from collections.abc import Callable, Iterator
from queue import Empty, Full, Queue
from threading import Event, Thread
from typing import Any, BinaryIO, cast

AHEAD = 8
"""Pieces that a writer may be ahead of its reader."""
PIECE = 256 * 1024
LOOK = 0.5
"""Seconds after which a writer looks whether somebody still reads."""


class ReaderLeftError(Exception):
    """Nobody reads what is written any more."""


class _Pipe:
    """A stream that hands what is written in it over to another thread, in pieces that are worth sending."""

    def __init__(self) -> None:
        self.queue: Queue[bytes | Exception | None] = Queue(AHEAD)
        self.left = Event()
        self._held = bytearray()

    def write(self, data: Any) -> int:
        """Hand the bytes over."""
        self._held += data
        if len(self._held) >= PIECE:
            self.flush_held()
        return len(data)

    def flush(self) -> None:
        """Nothing to do: whatever is held goes with the next piece."""

    def flush_held(self) -> None:
        """Hand over what is held."""
        held, self._held = bytes(self._held), bytearray()
        if held:
            self.put(held)

    def put(self, piece: bytes | Exception | None) -> None:
        """Hand a piece over, None at the end. Raises ReaderLeftError."""
        while not self.left.is_set():
            try:
                self.queue.put(piece, timeout=LOOK)
            except Full:
                continue
            return
        raise ReaderLeftError


def streamed(write: Callable[[BinaryIO], object]) -> Iterator[bytes]:
    """What `write` writes into the stream that it is given, piece by piece; what it raises is raised here."""
    pipe = _Pipe()
    thread = Thread(target=_write, args=(pipe, write), name="stream", daemon=True)
    thread.start()
    try:
        while (piece := _next(pipe, thread)) is not None:
            if isinstance(piece, Exception):
                raise piece
            yield piece
    finally:
        pipe.left.set()


def _write(pipe: _Pipe, write: Callable[[BinaryIO], object]) -> None:
    try:
        try:
            write(cast("BinaryIO", pipe))
            pipe.flush_held()
            pipe.put(None)
        except ReaderLeftError:
            raise
        except Exception as error:  # noqa: BLE001  whatever stops the writer, its reader must not take half for all
            pipe.put(error)
    except ReaderLeftError:
        return


def _next(pipe: _Pipe, thread: Thread) -> bytes | Exception | None:
    while True:
        try:
            return pipe.queue.get(timeout=LOOK)
        except Empty:
            if not thread.is_alive() and pipe.queue.empty():
                return RuntimeError("the writer ended without a word")
