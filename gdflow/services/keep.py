"""Keep what somebody sent: the bytes are durable and the row is committed, and only then is there a receipt number.

Nothing is read here, so that no file can keep its sender from a receipt; `read_answers` does that later.
"""

import errno
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath
from unicodedata import normalize

from gdflow import failpoints
from gdflow.domain import keys
from gdflow.domain.errors import ConfigError
from gdflow.domain.receipts import ReceiptFacts, ReceiptSource
from gdflow.domain.rules import Rules
from gdflow.storage import submissions
from gdflow.storage.engine import Transaction
from gdflow.storage.objects import ObjectStore

FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
UNNAMED = "sin nombre"
LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Kept:
    """A kept file. new: these bytes had not come before from that team for that period."""

    receipt: ReceiptFacts
    new: bool


def keep_file(
    transaction: Transaction,
    rules: Rules,
    objects: ObjectStore,
    *,
    name: str,
    data: bytes,
    source: ReceiptSource,
    sender: str | None,
    team_id: int | None,
    period: str | None,
    inbound_id: int | None = None,
    now: datetime,
) -> Kept:
    """Keep a file durably and give it its receipt number; the same bytes of the same team and period are one receipt.

    team_id, period: as far as they are known before the file is read.
    Raises ConfigError("no_space" or "not_writable"); nothing was acknowledged then.
    """
    digest = durable(objects, data)
    number = keys.receipt_number(rules.entity_id, team_id, period, digest)
    with transaction() as session:
        receipt, new = submissions.add_receipt(
            session,
            rules.entity_id,
            sha256=digest,
            name=plain_name(name),
            size=len(data),
            number=number,
            at=now,
            team_id=team_id,
            period=period,
            source=source,
            sender=sender,
            inbound_id=inbound_id,
        )
        failpoints.reach("upload.row")
    failpoints.reach("upload.receipt")
    return Kept(receipt, new)


def plain_name(name: str) -> str:
    """A sent file's name as people read it: without folders or control signs, accents in one sign each, never blank."""
    last = PurePath(name.replace("\\", "/")).name
    shown = "".join(sign for sign in normalize("NFC", last) if sign.isprintable()).strip()
    return shown[-LONGEST_NAME:].strip() or UNNAMED


def durable(objects: ObjectStore, data: bytes) -> str:
    """Keep bytes and return their sha256. Raises ConfigError("no_space" or "not_writable")."""
    try:
        return objects.put(data)
    except OSError as error:
        code = "no_space" if error.errno in FULL else "not_writable"
        raise ConfigError(code, place=str(objects.folder), found=error.strerror) from error
