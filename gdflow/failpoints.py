"""Named places at which a process can be made to die, so that tests show what a crash there loses and repeats.

GDFLOW_FAILPOINT=name:kill[:n] kills this process at the n-th time that the place is reached; `stop` stops it until it
is continued, `error` raises. With `@file` at its end it happens once, to the process that takes that file away: the
next goes on. Several are separated by a semicolon. Without the variable a place costs one comparison.
"""

import os
import signal
import threading
from dataclasses import dataclass
from pathlib import Path

from gdflow.domain.errors import ConfigError

VARIABLE = "GDFLOW_FAILPOINT"
NAMES = (
    "outbox.claimed",
    "smtp.connected",
    "smtp.undotted",
    "smtp.data_sent",
    "smtp.answered_not_saved",
    "webhook.sent",
    "scan.mid",
    "shard.claimed",
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
    "migrate.mid",
    "backup.rows",
    "backup.mid",
    "backup.written",
    "restore.mid",
    "restore.loaded",
    "restore.committed",
)
SIGNALS = {"kill": "SIGKILL", "stop": "SIGSTOP"}
ACTIONS = (*SIGNALS, "error")


class FailpointError(Exception):
    """The fault that was asked for; nothing in the house expects it."""


@dataclass(slots=True)
class _Armed:
    """What happens, where, and after how many more times. once: the file that has to be there, None where none has."""

    name: str
    action: str
    left: int
    once: Path | None


_armed: tuple[_Armed, ...] = ()


def arm(text: str | None) -> None:
    """Make ready what the variable asks for; None or nothing disarms.

    Raises ConfigError("unknown_failpoint") for a place, an action or a number that does not exist.
    """
    global _armed
    _armed = tuple(map(_parsed, text.split(";"))) if text else ()


def reach(name: str) -> None:
    """This place was reached: die here if that was asked for. Raises FailpointError where an error was."""
    for armed in _armed:
        if armed.name == name:
            armed.left -= 1
            if armed.left == 0 and _is_due(armed.once):
                _happen(armed)


def _happen(armed: _Armed) -> None:
    if armed.action not in SIGNALS:
        raise FailpointError(armed.name)
    # To this thread: a signal to the process may be taken by another one, and until that one runs this one goes on.
    signal.pthread_kill(threading.get_ident(), signal.Signals[SIGNALS[armed.action]])


def _is_due(once: Path | None) -> bool:
    if once is None:
        return True
    try:
        once.unlink()
    except FileNotFoundError:
        return False
    return True


def _parsed(text: str) -> _Armed:
    told, _, file = text.strip().partition("@")
    name, _, rest = told.partition(":")
    action, _, times = rest.partition(":")
    times = times or "1"
    if name not in NAMES or action not in ACTIONS or not times.isdecimal() or int(times) < 1:
        raise ConfigError("unknown_failpoint", found=text, known=", ".join(NAMES), actions=", ".join(ACTIONS))
    return _Armed(name, action, int(times), Path(file) if file else None)


arm(os.environ.get(VARIABLE))
