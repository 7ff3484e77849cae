"""A PDF's small objects put together in compressed streams, as PDF/A-2 allows: a quarter of the size.

It reads what the compiler writes and nothing else: every object of its first generation, one after the other, and one
table of their places at the end. What a library spends on understanding each object is saved.
"""

import re
import zlib
from collections.abc import Iterable, Sequence

TOGETHER = 200
"""How many objects lie in one stream: a reader unpacks all of them for one."""
NOWHERE, PLAIN, PACKED = b"\0", b"\1", b"\2"
RECORD = 20
QUICK = 5
"""How hard a stream is packed: the usual 6 takes twice the time for one byte less in a hundred."""
SIZE = re.compile(rb"/Size \d+")


def packed(document: bytes) -> bytes:
    """The same document in a quarter of the bytes. Raises ValueError for one that is laid out in another way."""
    start = int(document[document.rindex(b"startxref") :].split()[1])
    table, _, trailer = document[start:].partition(b"trailer\n")
    objects = _objects(document, table, start)
    small = [number for number, body in enumerate(objects, 1) if not body.endswith(b"endstream")]
    out = _Out(document[: _places(table)[0]], len(objects))
    for number, body in enumerate(objects, 1):
        if body.endswith(b"endstream"):
            out.put(number, body)
    for at in range(0, len(small), TOGETHER):
        out.put_together(small[at : at + TOGETHER], objects)
    return out.ended(trailer[: trailer.index(b"\nstartxref")])


def _places(table: bytes) -> list[int]:
    """Where the objects begin, by their numbers from 1; the first record is of what is not there."""
    records = table[table.index(b"f\r\n") + 3 :]
    return [int(records[at : at + 10]) for at in range(0, len(records), RECORD)]


def _objects(document: bytes, table: bytes, end: int) -> list[bytes]:
    places = _places(table)
    if places != sorted(places):
        raise ValueError("objects out of their order")
    ends = [*places[1:], end]
    return [
        document[at:after].removeprefix(b"%d 0 obj\n" % number).removesuffix(b"\nendobj\n")
        for number, (at, after) in enumerate(zip(places, ends, strict=True), 1)
    ]


class _Out:
    """A document as it is written, and where each object comes to lie."""

    def __init__(self, head: bytes, count: int) -> None:
        self._parts, self._length = [head], len(head)
        self._where: list[tuple[bytes, int, int]] = [(NOWHERE, 0, 0)] * (count + 1)

    def put(self, number: int, body: bytes) -> None:
        """Write an object by itself."""
        self._where[number] = (PLAIN, self._length, 0)
        self._write(b"%d 0 obj\n%b\nendobj\n" % (number, body))

    def put_together(self, numbers: Sequence[int], objects: Sequence[bytes]) -> None:
        """Write objects in one stream, before them where each begins."""
        stream = self._new()
        bodies, at, index = [objects[number - 1] for number in numbers], 0, list[str]()
        for place, (number, body) in enumerate(zip(numbers, bodies, strict=True)):
            self._where[number] = (PACKED, stream, place)
            index.append(f"{number} {at}")
            at += len(body) + 1
        first = " ".join(index).encode() + b"\n"
        told = b"/Type/ObjStm/N %d/First %d" % (len(numbers), len(first))
        self.put(stream, _stream(told, first + b"\n".join(bodies)))

    def ended(self, trailer: bytes) -> bytes:
        """The whole document, its table of places the last object."""
        start, number = self._length, self._new()
        self._where[number] = (PLAIN, start, 0)
        width = (start.bit_length() + 7) // 8
        told = SIZE.sub(b"/Size %d" % len(self._where), trailer).removeprefix(b"<<").removesuffix(b">>")
        told += b"/Type/XRef/W[1 %d 1]" % width
        self.put(number, _stream(told, b"".join(_records(self._where, width))))
        return b"".join([*self._parts, b"startxref\n%d\n%%%%EOF\n" % start])

    def _new(self) -> int:
        self._where.append((NOWHERE, 0, 0))
        return len(self._where) - 1

    def _write(self, data: bytes) -> None:
        self._parts.append(data)
        self._length += len(data)


def _records(where: Iterable[tuple[bytes, int, int]], width: int) -> Iterable[bytes]:
    for kind, at, place in where:
        yield kind + at.to_bytes(width) + place.to_bytes()


def _stream(told: bytes, data: bytes) -> bytes:
    small = zlib.compress(data, QUICK)
    return b"<<%b/Filter/FlateDecode/Length %d>>\nstream\n%b\nendstream" % (told, len(small), small)
