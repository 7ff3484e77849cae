"""The evidence pack of 2 GiB to a stream that only goes forward, beside a plain `zipfile` copy of the same files.

Each side runs in a process of its own, so that its peak of memory is its own. The files come out of memory and go
nowhere: what is compared is the work, not the disk.
"""

import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from hashlib import sha256
from io import RawIOBase
from pathlib import Path
from random import Random
from typing import BinaryIO, cast
from zipfile import ZipFile, ZipInfo

from gdflow.domain.closing import Closed
from gdflow.domain.evidence import Evidence
from gdflow.report.evidence_facts import AnnexState
from gdflow.report.evidence_pack import write_evidence_pack
from tests.support.closed import closed

MIB = 1024**2
SIZES = (64, 512, 1024, 2048)  # MiB: the peak of memory must not follow them
FILE, ROUNDS = 64 * MIB, 3
BLOCK = Random(1).randbytes(MIB)
PERIOD = "2023-Q1"


class Generated(RawIOBase):
    """A file of a size that is made while it is read; number: makes it another one."""

    def __init__(self, number: int, size: int = FILE) -> None:
        self.left, self.block = size, number.to_bytes(8, "big") + BLOCK[8:]

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        taken = min(self.left, MIB if size < 0 else size)
        self.left -= taken
        return self.block if taken == MIB else self.block[:taken]


class Sink(RawIOBase):
    """A stream that keeps nothing and cannot go back."""

    def __init__(self) -> None:
        self.size = 0

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        size = len(cast(bytes, data))
        self.size += size
        return size


def ours(files: int) -> int:
    """gdflow's pack; answers its size."""
    packed, numbers, sink = _closed(files)
    began = time.process_time()
    account = write_evidence_pack(packed, lambda name: cast(BinaryIO, Generated(numbers[name])), cast(BinaryIO, sink))
    if account.count(AnnexState.INCLUDED) != files:
        raise SystemExit("a file did not come whole")
    return _told(began, sink)


def plain(files: int) -> int:
    """What `zipfile` needs for the same files in one zip, without index, hashes or a look at what is missing."""
    return _copied(files, lambda chunk: None)


def hashed(files: int) -> int:
    """The same with each file's sha256, which a manifest needs."""
    taken = sha256()
    return _copied(files, taken.update)


def _copied(files: int, seen: Callable[[bytes], None]) -> int:
    sink, began = Sink(), time.process_time()
    with ZipFile(cast(BinaryIO, sink), "w") as pack:
        for number in range(files):
            source = Generated(number)
            with pack.open(ZipInfo(f"{number}.jpg"), "w") as target:
                while chunk := source.read(MIB):
                    seen(chunk)
                    target.write(chunk)
    return _told(began, sink)


def _told(began: float, sink: Sink) -> int:
    spent = time.process_time() - began
    # getrusage would tell the peak of the process that started this one
    [peak] = re.findall(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text())
    sys.stdout.write(f"{spent} {int(peak) // 1024} {sink.size}\n")
    return 0


def _closed(files: int) -> tuple[Closed, dict[str, int], Sink]:
    """A closing with so many photos behind its lines, and the number of each by its hash."""
    names = {_hash(number): number for number in range(files)}
    at = datetime(2023, 4, 10, 15, tzinfo=UTC)
    annexes = tuple(
        Evidence(n, 1, n % 12 + 1, PERIOD, n + 1, name, f"Foto {n}.jpg", FILE, "image/jpeg", None, None, at, "Equipo")
        for name, n in names.items()
    )
    return closed(PERIOD, annexes=annexes), names, Sink()


def _hash(number: int) -> str:
    source, taken = Generated(number), sha256()
    while chunk := source.read(MIB):
        taken.update(chunk)
    return taken.hexdigest()


SIDES: dict[str, Callable[[int], int]] = {"ours": ours, "plain": plain, "hashed": hashed}


def main() -> None:
    """Print the peak of memory by the pack's size, and the CPU of 2 GiB beside both plain copies."""
    for size in SIZES:
        cpu, peak = _child("ours", size)
        sys.stdout.write(f"evidence pack of {size} MiB: {cpu:.2f} s CPU, peak of memory {peak} MiB\n")
    rounds = [tuple(_child(side, SIZES[-1])[0] for side in SIDES) for _ in range(ROUNDS)]
    for at, side in ((1, "a plain zipfile copy"), (2, "a zipfile copy with sha256")):
        ratio = statistics.median(each[0] / each[at] for each in rounds)
        theirs = statistics.median(each[at] for each in rounds)
        sys.stdout.write(f"  {side} of {SIZES[-1]} MiB: {theirs:.2f} s CPU; gdflow takes {ratio:.2f} times that\n")
    sys.stdout.flush()


def _child(side: str, size: int) -> tuple[float, int]:
    command = [sys.executable, "-m", "tests.bench.packs", side, str(size * MIB // FILE)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    cpu, peak, written = done.stdout.split()
    if int(written) < size * MIB:
        raise SystemExit(f"{side}: {written} bytes are less than was packed")
    return float(cpu), int(peak)


if __name__ == "__main__":
    sys.exit(SIDES[sys.argv[1]](int(sys.argv[2])))
