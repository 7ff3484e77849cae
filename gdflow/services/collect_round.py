"""One look everywhere that teams may have sent something to: the mailbox, the own inbox, the shared folder; then read.

What stops one of them does not stop the others: it is told once everything else is done.
"""

from dataclasses import dataclass
from datetime import datetime

from gdflow.collect.reading import ReaderPool
from gdflow.domain.errors import ConfigError, GdflowError
from gdflow.domain.rules import Rules
from gdflow.services.collect import collect_folder
from gdflow.services.folder import FolderLook, look_into
from gdflow.services.mailbox_round import MailboxRound, read_mailbox
from gdflow.services.places import Places
from gdflow.services.read_answers import read_waiting
from gdflow.services.received import Received
from gdflow.storage.engine import Transaction
from gdflow.storage.objects import ObjectStore


@dataclass(frozen=True, slots=True)
class CollectRound:
    """What was found. own: of the inbox, by name. read: of all other places. trouble: what stopped a place, or None."""

    mail: MailboxRound
    look: FolderLook
    own: tuple[tuple[str, Received], ...]
    read: tuple[Received, ...]
    trouble: GdflowError | None

    @property
    def received(self) -> tuple[Received, ...]:
        """What became of every file that was read."""
        return (*(each for _, each in self.own), *self.read)

    @property
    def refused(self) -> tuple[str, ...]:
        """Every file that could not be taken, by its name in the inbox or its receipt, and why."""
        named = [*self.own, *((each.number, each) for each in self.read)]
        return tuple(f"{name}: {each.refused}" for name, each in named if each.refused)


def collect_all(
    transaction: Transaction, rules: Rules, objects: ObjectStore, pool: ReaderPool, places: Places, *, now: datetime
) -> CollectRound:
    """Keep what came by every way, read it, and take what it says. Raises what keeping and reading raise."""
    its = (transaction, rules, objects)
    mail = MailboxRound() if places.post is None else read_mailbox(*its, places.post, now=now)
    look, trouble = FolderLook((), ()), mail.trouble
    try:
        if places.shared is not None:
            look = look_into(*its, places.shared, places.seen, now=now)
    except ConfigError as error:
        trouble = trouble or error
    own = collect_folder(*its, pool, places.inbox, now=now)
    return CollectRound(mail, look, own, read_waiting(*its, pool, now=now), trouble)
