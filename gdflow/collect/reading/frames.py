"""How pool and child speak: a length, then so many bytes. Read to the end or not at all."""

import struct
from typing import BinaryIO

LENGTH = struct.Struct(">I")
LONGEST = 64 * 1024**2


class BrokenFrameError(Exception):
    """The other side ended in the middle of a sentence, or says one that nobody would."""


def write_frame(stream: BinaryIO, *parts: bytes) -> None:
    """Say several parts as one sentence each."""
    for part in parts:
        stream.write(LENGTH.pack(len(part)))
        stream.write(part)
    stream.flush()


def read_frame(stream: BinaryIO) -> bytes | None:
    """The next sentence, or None when the other side has nothing more to say. Raises BrokenFrameError."""
    head = stream.read(LENGTH.size)
    if not head:
        return None
    if len(head) < LENGTH.size:
        raise BrokenFrameError
    (length,) = LENGTH.unpack(head)
    if length > LONGEST:
        raise BrokenFrameError
    data = stream.read(length)
    if len(data) < length:
        raise BrokenFrameError
    return data
