"""Answers that are written whole before they are sent: known by their hash, short in memory, gone once sent."""

from hashlib import sha256
from typing import BinaryIO

import pytest

from gdflow.web.held import IN_MEMORY, PIECE, held


@pytest.mark.parametrize("size", [0, 5, PIECE, IN_MEMORY + 1, 3 * IN_MEMORY])
def test_what_is_written_comes_back_whole_with_its_hash_and_length(size: int) -> None:
    data = bytes(size)
    found = held(lambda out: [out.write(data[start : start + 1000]) for start in range(0, size, 1000)])
    assert (found.size, found.sha256) == (size, sha256(data).hexdigest())
    pieces = list(found.pieces())
    assert (b"".join(pieces) == data, max(map(len, pieces), default=0) <= PIECE, found.file.closed) == (
        True,
        True,
        True,
    )


def test_what_the_writer_raises_is_raised_and_nothing_stays_open() -> None:
    streams: list[BinaryIO] = []

    def write(out: BinaryIO) -> None:
        streams.append(out)
        out.write(b"half")
        raise ValueError("halfway")

    with pytest.raises(ValueError, match="halfway"):
        held(write)
    assert streams[0].file.closed  # type: ignore[attr-defined]  # the stream around it has a file


def test_what_nobody_reads_to_its_end_is_closed_too() -> None:
    found = held(lambda out: out.write(bytes(3 * PIECE)))
    pieces = found.pieces()
    assert len(next(pieces)) == PIECE
    pieces.close()  # type: ignore[attr-defined]  # it is a generator
    assert found.file.closed
