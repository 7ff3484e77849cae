"""An answer of any length, written whole before it is sent: then its hash and its length are known.

Little is held in memory: what is longer waits in a file without a name, which is gone with the answer.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from tempfile import SpooledTemporaryFile
from typing import Any, BinaryIO, cast

IN_MEMORY = 1024 * 1024
"""Bytes that an answer holds before it goes into a file."""
PIECE = 256 * 1024


@dataclass(frozen=True, slots=True)
class Held:
    """What was written. size: in bytes. sha256: of all of it."""

    file: BinaryIO
    size: int
    sha256: str

    def pieces(self) -> Iterator[bytes]:
        """All of it, once: afterwards it is gone."""
        with self.file:
            while piece := self.file.read(PIECE):
                yield piece


def held(write: Callable[[BinaryIO], object]) -> Held:
    """Everything that `write` writes into the stream that it is given. Raises what it raises."""
    file = cast("BinaryIO", SpooledTemporaryFile(IN_MEMORY))  # noqa: SIM115  it is closed by whoever sends it
    stream = _Hashed(file)
    try:
        write(cast("BinaryIO", stream))
        size = file.tell()
        file.seek(0)
    except BaseException:
        file.close()
        raise
    return Held(file, size, stream.hash.hexdigest())


class _Hashed:
    """A stream that hashes what passes."""

    def __init__(self, file: BinaryIO) -> None:
        self.file, self.hash = file, sha256()

    def write(self, data: Any) -> int:
        self.hash.update(data)
        return self.file.write(data)
