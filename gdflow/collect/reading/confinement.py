"""What a reading process takes from itself before the first stranger's file: network, files, memory, precedence.

All of it where Linux gives it. Elsewhere on POSIX the limits that are there; on Windows there are none, and only the
clock of the pool ends a file that never ends.
"""

import ctypes
import sys
from contextlib import suppress
from pathlib import Path

CLONE_NEWUSER, CLONE_NEWNET = 0x10000000, 0x40000000
OPEN = 3  # its input, its output and its errors: not one more file or socket can be opened
WORST = "1000"


def confine(memory: int) -> None:
    """Leave this process `memory` bytes more than it has now, and no way to reach anything; it can not be undone."""
    if sys.platform == "win32":
        return
    _offer_first()
    _leave_network()
    import resource

    _limit(resource.RLIMIT_AS, _held() + memory)
    _limit(resource.RLIMIT_CORE, 0)
    _limit(resource.RLIMIT_FSIZE, 0)
    _limit(resource.RLIMIT_NOFILE, OPEN)


def allow_seconds(seconds: int) -> None:
    """Let this process compute for so many seconds from now; the system ends it after that."""
    if sys.platform == "win32":
        return
    import resource

    spent = resource.getrusage(resource.RUSAGE_SELF)
    until = int(spent.ru_utime + spent.ru_stime) + seconds + 1
    resource.setrlimit(resource.RLIMIT_CPU, (until, resource.getrlimit(resource.RLIMIT_CPU)[1]))


def _offer_first() -> None:
    # Where memory runs out the system ends this process before the one that serves people.
    with suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text(WORST, encoding="ascii")


def _leave_network() -> None:
    """Go where there is no network, if the system lets us; the limit of open files refuses sockets in any case."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).unshare(CLONE_NEWUSER | CLONE_NEWNET)


def _held() -> int:
    import resource

    try:
        return int(Path("/proc/self/statm").read_text("ascii").split()[0]) * resource.getpagesize()
    except OSError:
        return 512 * 1024**2  # where the system does not tell, more than an interpreter with its libraries takes


def _limit(what: int, most: int) -> None:
    import resource

    hard = resource.getrlimit(what)[1]
    least = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(what, (least, least))
