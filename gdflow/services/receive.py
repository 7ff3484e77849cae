"""Take a team's file back at once: receipt first, then its reading, and nothing that was sent is lost.

What cannot be read stays in quarantine with its reason; good lines are taken even when others have problems, because
every line is an answer of its own.
"""

from datetime import datetime

from gdflow.collect.reading import ReaderPool
from gdflow.domain.receipts import ReceiptSource
from gdflow.domain.rules import Rules
from gdflow.services.keep import keep_file
from gdflow.services.read_answers import read_one
from gdflow.services.received import Received
from gdflow.storage.engine import Transaction
from gdflow.storage.objects import ObjectStore


def receive(
    transaction: Transaction,
    rules: Rules,
    objects: ObjectStore,
    pool: ReaderPool,
    name: str,
    data: bytes,
    *,
    now: datetime,
    team_id: int | None = None,
    source: ReceiptSource = ReceiptSource.COMMAND,
) -> Received:
    """Keep a file that a team sent, give its receipt number, and take its answers; the same bytes are taken once.

    team_id: whose it is, where its bearer says so. Raises as `keep_file` and `read_waiting` do.
    """
    kept = keep_file(
        transaction,
        rules,
        objects,
        name=name,
        data=data,
        source=source,
        sender=None,
        team_id=team_id,
        period=None,
        now=now,
    )
    return read_one(transaction, rules, objects, pool, kept.receipt, known=not kept.new, now=now)
