"""The entity's mailbox as services see it: what is asked of it while it is open, and how it is read."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from gdflow.services.bounces import Returns
from gdflow.services.in_doubt import SentMails
from gdflow.services.mail_place import Whose, own_alone


class Inbox(Protocol):
    """The mailbox to which answers come, as much of it as is asked there."""

    def mails(self) -> Iterator[tuple[str, bytes]]:
        """The mails in the inbox that are no reports about deliveries, each with its UID."""

    def file_away(self, uids: Iterable[str], folder: str) -> None:
        """Move mails out of the inbox."""


class OpenMailbox(SentMails, Returns, Inbox, Protocol):
    """The entity's mailbox while it is open."""


@dataclass(frozen=True, slots=True)
class Post:
    """How the entity's mailbox is read. processed: the folder for what was read; quarantine: for what waits.

    keeps_sent: a copy of every mail that leaves is filed among the sent ones. authserv_id: the name of the server
    whose word about senders counts; None asks for no such word. whose: tells mails of hosted entities from our own.
    """

    open: Callable[[], AbstractContextManager[OpenMailbox]]
    processed: str
    keeps_sent: bool
    quarantine: str = "Cuarentena"
    authserv_id: str | None = None
    whose: Whose = own_alone
