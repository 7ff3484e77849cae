"""A process that ends when the one that started it is gone, however that ended.

Linux sends the signal; elsewhere the process goes on until it is stopped, and what it does stays harmless.
`python -m gdflow.lifeline PARENT PROGRAM …` becomes another program that ends so.
"""

import ctypes
import os
import signal
import sys

DEATH_SIGNAL = 1
"""Linux's PR_SET_PDEATHSIG."""


def die_with_parent(parent: int | None = None) -> None:
    """End this process at once when its parent ends. parent: who that should be; another means that it is gone.

    Linux means the thread by which the process was started: that must be one that lives as long as its process.
    """
    if sys.platform != "linux":
        return
    ctypes.CDLL(None, use_errno=True).prctl(DEATH_SIGNAL, signal.SIGKILL, 0, 0, 0)
    if parent is not None and os.getppid() != parent:  # it was gone before anybody was asked
        os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    die_with_parent(int(sys.argv[1]))
    os.execv(sys.argv[2], sys.argv[2:])  # noqa: S606  it becomes the program that the supervisor names
