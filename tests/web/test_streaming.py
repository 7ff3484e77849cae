"""What a writer writes is sent while it writes it: all of it, in pieces, and half of it never passes for all."""

import threading
import time
from typing import BinaryIO

import pytest

from gdflow.web.streaming import AHEAD, PIECE, streamed
from tests.support.processes import wait_for


def test_everything_that_is_written_arrives_in_order() -> None:
    def write(out: BinaryIO) -> None:
        for number in range(2000):
            assert out.write(bytes([number % 256]) * 1000) == 1000
        out.flush()

    pieces = list(streamed(write))
    assert b"".join(pieces) == b"".join(bytes([number % 256]) * 1000 for number in range(2000))
    assert max(map(len, pieces)) < 2 * PIECE


def test_nothing_is_an_empty_stream() -> None:
    assert list(streamed(lambda out: None)) == []


def test_a_writer_that_fails_fails_its_reader() -> None:
    def write(out: BinaryIO) -> None:
        out.write(b"x" * PIECE)
        raise OSError("the disk is gone")

    found = streamed(write)
    assert next(found) == b"x" * PIECE
    with pytest.raises(OSError, match="the disk is gone"):
        next(found)


def test_a_writer_is_never_far_ahead_and_stops_when_its_reader_leaves() -> None:
    written: list[int] = []

    def write(out: BinaryIO) -> None:
        for number in range(1000):
            out.write(b"x" * PIECE)
            written.append(number)

    before = set(threading.enumerate())
    found = streamed(write)
    next(found)
    time.sleep(0.2)
    assert len(written) <= AHEAD + 2
    found.close()  # type: ignore[attr-defined]  # it is a generator
    wait_for(lambda: set(threading.enumerate()) <= before, 60, "the writer stops")
