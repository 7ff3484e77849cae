"""Named places at which a process can be made to die, so that tests show what a crash there loses and repeats.

GDFLOW_FAILPOINT=name:kill[:n] kills this process at the n-th time that the place is reached; `stop` stops it until it
is continued, `error` raises. Without the variable a place costs one comparison.
"""

import os
import signal
from dataclasses import dataclass

from gdflow.domain.errors import ConfigError

VARIABLE = "GDFLOW_FAILPOINT"
NAMES = (
    "outbox.claimed",
    "smtp.connected",
    "smtp.data_sent",
    "smtp.answered_not_saved",
    "scan.mid",
    "upload.tmp",
    "upload.renamed",
    "upload.row",
    "upload.receipt",
    "parse.child",
    "close.locked",
    "close.snapshot",
    "close.frozen",
    "close.committed",
    "close.notice",
    "close.report",
    "reopen.mid",
    "publish.file",
    "publish.swap",
    "publish.aside",
    "publish.swapped",
)
SIGNALS = {"kill": signal.SIGKILL, "stop": signal.SIGSTOP}
ACTIONS = (*SIGNALS, "error")


class FailpointError(Exception):
    """The fault that was asked for; nothing in the house expects it."""


@dataclass(slots=True)
class _Armed:
    """What happens, where, and after how many more times."""

    name: str
    action: str
    left: int


_armed: _Armed | None = None


def arm(text: str | None) -> None:
    """Make ready what the variable asks for; None or nothing disarms.

    Raises ConfigError("unknown_failpoint") for a place, an action or a number that does not exist.
    """
    global _armed
    _armed = _parsed(text) if text else None


def reach(name: str) -> None:
    """This place was reached: die here if that was asked for. Raises FailpointError where an error was."""
    if _armed is None or _armed.name != name:
        return
    _armed.left -= 1
    if _armed.left == 0:
        if _armed.action not in SIGNALS:
            raise FailpointError(name)
        os.kill(os.getpid(), SIGNALS[_armed.action])


def _parsed(text: str) -> _Armed:
    name, _, rest = text.partition(":")
    action, _, times = rest.partition(":")
    times = times or "1"
    if name not in NAMES or action not in ACTIONS or not times.isdecimal() or int(times) < 1:
        raise ConfigError("unknown_failpoint", found=text, known=", ".join(NAMES), actions=", ".join(ACTIONS))
    return _Armed(name, action, int(times))


arm(os.environ.get(VARIABLE))
