"""Take in the forms that lie in the installation's own inbox.

A form that was taken is moved to received/ under its receipt's number. One that could not be taken stays where it is,
for whoever put it there to mend: the same bytes are known next time, and a file that was still being copied is taken
once it is whole. In a folder that others share or synchronise nothing is ever moved: see `folder`.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path

from gdflow.collect.reading import ReaderPool
from gdflow.domain.receipts import ReceiptSource
from gdflow.domain.rules import Rules
from gdflow.services.folder import passed_over
from gdflow.services.receive import receive
from gdflow.services.received import Received
from gdflow.storage.engine import Session
from gdflow.storage.objects import ObjectStore

RECEIVED = "received"


def collect_folder(
    transaction: Callable[[], AbstractContextManager[Session]],
    rules: Rules,
    objects: ObjectStore,
    pool: ReaderPool,
    folder: Path,
    *,
    now: datetime,
) -> tuple[tuple[str, Received], ...]:
    """What became of each file of the inbox, by its name, in the order of the names; the folder is made if absent."""
    (folder / RECEIVED).mkdir(parents=True, exist_ok=True)
    waiting = sorted(file for file in folder.iterdir() if file.is_file() and not passed_over(file.name))
    return tuple((file.name, _take(transaction, rules, objects, pool, file, now)) for file in waiting)


def _take(
    transaction: Callable[[], AbstractContextManager[Session]],
    rules: Rules,
    objects: ObjectStore,
    pool: ReaderPool,
    file: Path,
    now: datetime,
) -> Received:
    its = (transaction, rules, objects, pool, file.name, file.read_bytes())
    received = receive(*its, now=now, source=ReceiptSource.FOLDER)
    if received.refused is None:
        file.replace(file.parent / RECEIVED / f"{received.number} {file.name}")
    return received
