"""The processes of this machine as /proc shows them: who started whom, and who is stopped."""

import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from socket import inet_ntoa

PROC = Path("/proc")
LISTENS = "0A"
"""How a socket that waits for callers is shown."""


def children_of(pid: int) -> list[int]:
    """Every process below this one, in no order."""
    parents = dict(_parents())
    found, open_ = [], [pid]
    while open_:
        above = open_.pop()
        below = [each for each, parent in parents.items() if parent == above]
        found += below
        open_ += below
    return found


def command_of(pid: int) -> str:
    """How a process was started; nothing for one that is gone."""
    try:
        return (PROC / str(pid) / "cmdline").read_bytes().replace(b"\0", b" ").decode()
    except OSError:
        return ""


def mentioning(text: str) -> list[int]:
    """Every process that has a text among the variables it was started with: what an installation left behind."""
    return [int(entry.name) for entry in PROC.glob("[0-9]*") if text.encode() in _read(entry / "environ")]


def stopped_in(pids: list[int]) -> list[int]:
    """Those of the processes that are stopped."""
    return [pid for pid in pids if _state(pid) == "T"]


def alive(pids: list[int]) -> list[int]:
    """Those of the processes that still run, or may again."""
    return [pid for pid in pids if _state(pid) not in ("", "Z", "X")]


def listening(pids: list[int]) -> set[tuple[str, int]]:
    """The addresses and ports of IPv4 on which any of the processes can be reached."""
    links = (str(link) for pid in pids for link in _open_files(pid))
    own = {link.removeprefix("socket:[").rstrip("]") for link in links if link.startswith("socket:")}
    lines = [line.split() for line in (PROC / "net" / "tcp").read_text().splitlines()[1:]]
    heard = [fields[1].split(":") for fields in lines if fields[3] == LISTENS and fields[9] in own]
    return {(inet_ntoa(bytes.fromhex(address)[::-1]), int(port, 16)) for address, port in heard}


def work_of(pids: list[int]) -> float:
    """How many seconds of a processor the processes have used: what a busy machine does not lengthen."""
    stats = (_read(PROC / str(pid) / "stat").rpartition(b")")[2].split() for pid in pids)
    return sum(int(fields[11]) + int(fields[12]) for fields in stats if fields) / os.sysconf("SC_CLK_TCK")


def go_on(pids: list[int]) -> None:
    """Let stopped processes go on; those that are gone are passed over."""
    for pid in pids:
        try:
            os.kill(pid, signal.SIGCONT)
        except ProcessLookupError:
            continue


def wait_for(happened: Callable[[], object], seconds: float, what: Callable[[], str] | str) -> float:
    """Wait until something holds; how many seconds it took. Fails, with what was waited for, when it takes too long."""
    began = time.monotonic()
    while not happened():
        late = time.monotonic() - began > seconds
        assert not late, f"not within {seconds} s: {what if isinstance(what, str) else what()}"
        time.sleep(0.1)
    return time.monotonic() - began


def _parents() -> Iterator[tuple[int, int]]:
    for entry in PROC.glob("[0-9]*"):
        fields = _read(entry / "stat").rpartition(b")")[2].split()
        if fields and fields[0] != b"Z":
            yield int(entry.name), int(fields[1])


def _state(pid: int) -> str:
    fields = _read(PROC / str(pid) / "stat").rpartition(b")")[2].split()
    return fields[0].decode() if fields else ""


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _open_files(pid: int) -> Iterator[Path]:
    with suppress(OSError):  # the process is gone
        for entry in (PROC / str(pid) / "fd").iterdir():
            with suppress(OSError):  # it was closed meanwhile
                yield entry.readlink()
