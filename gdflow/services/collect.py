"""Take in the forms that lie in a folder, such as a shared one in which teams leave them.

A form that was taken is moved to received/ under its receipt's number. One that could not be taken stays where it is,
for whoever put it there to mend: the same bytes are known next time, and a file that was still being copied is taken
once it is whole.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path

from gdflow.domain.rules import Rules
from gdflow.services.receive import receive
from gdflow.services.received import Received
from gdflow.storage.engine import Session
from gdflow.storage.objects import ObjectStore

RECEIVED = "received"
# What office programs and copies leave beside a file while they work on it.
PASSING = ("~$", ".")


def collect_folder(
    transaction: Callable[[], AbstractContextManager[Session]],
    rules: Rules,
    objects: ObjectStore,
    folder: Path,
    *,
    now: datetime,
) -> tuple[tuple[str, Received], ...]:
    """What became of each file of the folder, by its name, in the order of the names; the folder is made if absent."""
    (folder / RECEIVED).mkdir(parents=True, exist_ok=True)
    waiting = sorted(file for file in folder.iterdir() if file.is_file() and not file.name.startswith(PASSING))
    return tuple((file.name, _take(transaction, rules, objects, file, now)) for file in waiting)


def _take(
    transaction: Callable[[], AbstractContextManager[Session]],
    rules: Rules,
    objects: ObjectStore,
    file: Path,
    now: datetime,
) -> Received:
    received = receive(transaction, rules, objects, file.name, file.read_bytes(), now=now)
    if received.refused is None:
        file.replace(file.parent / RECEIVED / f"{received.number} {file.name}")
    return received
