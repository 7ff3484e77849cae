"""Read what was kept: each file in a limited process of its own, one file's fate never another's."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime

from gdflow.collect.reading import ReaderDiedError, ReaderPool
from gdflow.collect.reading.pool import FileReading
from gdflow.domain.errors import ConflictError, InputError
from gdflow.domain.receipts import ReceiptFacts
from gdflow.domain.rules import Rules
from gdflow.services.form_answers import said_by_forms
from gdflow.services.own_answers import said_by_document
from gdflow.services.received import Received
from gdflow.services.refuse import refuse
from gdflow.services.take_answers import Said, take
from gdflow.storage import waiting
from gdflow.storage.engine import Transaction
from gdflow.storage.objects import ObjectStore

TRIES = 2
BATCH = 100


def read_waiting(
    transaction: Transaction,
    rules: Rules,
    objects: ObjectStore,
    pool: ReaderPool,
    *,
    now: datetime,
    limit: int | None = None,
) -> tuple[Received, ...]:
    """Read every file that waits, oldest first, or at most so many, and return what became of each.

    A file that ends its reader gets one more try and is put into quarantine then; the others go on.
    Raises ConfigError when no reader can be had, and NotFoundError("unknown_object") when kept bytes are gone.
    """
    its = _Readings(transaction, rules, objects, pool)
    done: list[Received] = []
    while room := BATCH if limit is None else min(BATCH, limit - len(done)):
        with transaction() as session:
            found = waiting.waiting(session, rules.entity_id, room)
        if not found:
            break
        done += its.read_all(found, now)
    return tuple(done)


def read_one(
    transaction: Transaction,
    rules: Rules,
    objects: ObjectStore,
    pool: ReaderPool,
    receipt: ReceiptFacts,
    *,
    known: bool,
    now: datetime,
) -> Received:
    """Read one kept file, whether it was read before or not. known: its sender had its receipt already."""
    its = _Readings(transaction, rules, objects, pool)
    return its.settle(receipt, its.reading(receipt), known=known, now=now)


@dataclass(frozen=True, slots=True)
class _Readings:
    """What all files of a run share."""

    transaction: Transaction
    rules: Rules
    objects: ObjectStore
    pool: ReaderPool

    def read_all(self, receipts: Sequence[ReceiptFacts], now: datetime) -> Iterator[Received]:
        """Read as many at once as there are readers; settle them one after the other."""
        with ThreadPoolExecutor(self.pool.size) as threads:
            for receipt, reading in zip(receipts, threads.map(self.reading, receipts), strict=True):
                yield self.settle(receipt, reading, known=False, now=now)

    def reading(self, receipt: ReceiptFacts) -> FileReading | InputError:
        """What the file says, or why it cannot be read."""
        data = self.objects.get(receipt.sha256)
        while True:
            try:
                return self.pool.read(receipt.name, data)
            except ReaderDiedError as error:
                with self.transaction() as session:
                    if waiting.killed_its_reader(session, receipt.id) >= TRIES:
                        return error
            except InputError as error:
                return error

    def settle(
        self, receipt: ReceiptFacts, reading: FileReading | InputError, *, known: bool, now: datetime
    ) -> Received:
        """Take what a file says, or keep it apart."""
        try:
            if isinstance(reading, InputError):
                raise reading
            found = self._of_document(receipt, reading, now)
            with self.transaction() as session:
                said = found or said_by_forms(session, self.rules, receipt, reading.forms)
                return take(session, self.rules, receipt, said, known=known, now=now)
        except (InputError, ConflictError) as error:
            with self.transaction() as session:
                return refuse(session, self.rules, receipt, error, None, known=known, now=now)

    def _of_document(self, receipt: ReceiptFacts, reading: FileReading, now: datetime) -> Said | None:
        if reading.document is None:
            return None
        its = (self.transaction, self.rules, self.objects, self.pool)
        return said_by_document(*its, receipt, reading.document, now=now)
