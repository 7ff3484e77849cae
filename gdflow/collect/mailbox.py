"""The entity's mailbox over IMAP: what was sent, what came back, and where it is filed.

It is a shared mailbox in which people work too: nothing is marked as read, nothing is deleted, and the folder in which
a mail lies is order for people, never our memory of what was done.
"""

import imaplib
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from email import message_from_bytes
from types import TracebackType
from typing import Self

from imap_tools import (
    BaseMailBox,
    ImapToolsError,
    MailboxFolderCreateError,
    MailboxFolderSelectError,
    MailboxMoveError,
)

from gdflow.collect.bounces import LARGEST, is_report, read_bounce
from gdflow.collect.inbound_mail import LARGEST_MAIL
from gdflow.collect.mailbox_session import MailboxError, MailboxSettings, open_mailbox, trouble
from gdflow.domain.bounces import Bounce

__all__ = ["Mailbox", "MailboxError", "MailboxSettings"]

AT_ONCE = 200  # mails named in one command
GONE = "EXPUNGEISSUED"  # RFC 5530: another reader moved some of them first
_UID = re.compile(rb"\bUID (\d+)")


class Mailbox:
    """The mailbox while a `with` block lasts. Everything on it raises MailboxError when the mailbox fails."""

    def __init__(self, settings: MailboxSettings) -> None:
        self._settings = settings
        self._box: BaseMailBox | None = None
        self._numbering: object = None

    def __enter__(self) -> Self:
        self._box = open_mailbox(self._settings)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        box, self._box = self._box, None
        if box is None:
            return
        with suppress(OSError, imaplib.IMAP4.error, ImapToolsError):  # it was gone already
            if error is None:  # else a farewell might wait for its answer as long as the error did
                box.logout()
        with suppress(OSError):
            box.client.shutdown()

    def sent_copy(self, message_id: str) -> bool:
        """Whether the folder of sent mails holds a mail with exactly this Message-ID, angle brackets and all.

        False is no proof before the server had its time to file the copy. A folder that is missing raises
        MailboxError: taking it for "not sent" would send a second copy.
        """
        box = self._open(self._settings.sent)
        quoted = message_id.replace("\\", r"\\").replace('"', r"\"")
        with trouble():
            uids = box.uids(f'HEADER Message-ID "{quoted}"', charset=None)
        # The server looks for words within the header; whether they are the whole id is decided here.
        found = (
            message_from_bytes(header)["Message-ID"] for _, header in self._fetch(uids, "HEADER.FIELDS (MESSAGE-ID)")
        )
        return any(str(one).strip() == message_id for one in found)

    def bounces(self) -> Iterator[tuple[str, Bounce]]:
        """The reports about deliveries in the inbox, each with its UID, the newest last; none is marked as read.

        They are read before the first is given: the mailbox may be used for anything else in between.
        """
        box = self._open(self._settings.inbox)
        with trouble():
            uids = box.uids("ALL", charset=None)
        headers = self._fetch(uids, "HEADER.FIELDS (CONTENT-TYPE)")
        reports = sorted((uid for uid, header in headers if is_report(message_from_bytes(header))), key=int)
        # A report says first what it has to say; the mail that it returns may be large.
        read = ((uid, read_bounce(data)) for one in reports for uid, data in self._fetch([one], "", f"<0.{LARGEST}>"))
        return iter([(uid, bounce) for uid, bounce in read if bounce is not None])

    def mails(self) -> Iterator[tuple[str, bytes]]:
        """The mails in the inbox that are no reports about deliveries, each with its UID, the oldest first.

        None is marked as read. Each is asked for when its turn comes; one that left meanwhile is passed over, and of
        one that is larger than any server lets through only so much is given.
        """
        box = self._open(self._settings.inbox)
        with trouble():
            uids = box.uids("ALL", charset=None)
        for one in sorted(uids, key=int):
            if self._opened().folder.get() != self._settings.inbox:
                self._open(self._settings.inbox)
            for uid, data in self._fetch([one], "", f"<0.{LARGEST_MAIL + 1}>"):
                if read_bounce(data) is None:
                    yield uid, data

    def file_away(self, uids: Iterable[str], folder: str) -> None:
        """Move mails from the inbox to a folder, made when it is missing; mails that left meanwhile are no error.

        The server moves each mail in one step, so that a kill leaves no second copy; only a server that cannot move
        copies and deletes.
        """
        if not (moved := list(uids)):
            return
        box = self._open(self._settings.inbox, for_reading=False)
        with trouble():
            if not box.folder.exists(folder):
                _make(box, folder)
            while moved:
                moved = _left_behind(box, moved, folder)

    def _open(self, folder: str, *, for_reading: bool = True) -> BaseMailBox:
        """The mailbox with a folder open, as it is at this moment."""
        box = self._opened()
        try:
            with trouble():
                box.folder.set(folder, readonly=for_reading)
        except MailboxError as error:
            if not isinstance(error.__cause__, MailboxFolderSelectError):
                raise
            raise MailboxError("mailbox_folder_missing", folder=folder, text=error.facts["text"]) from error
        if folder == self._settings.inbox:
            self._hold_numbering(box)
        return box

    def _hold_numbering(self, box: BaseMailBox) -> None:
        """Refuse a server that began to number the inbox anew meanwhile: a UID would name another mail."""
        _, said = box.client.response("UIDVALIDITY")
        if self._numbering not in (None, said):
            raise MailboxError("mailbox_renumbered", folder=self._settings.inbox)
        self._numbering = said

    def _fetch(self, uids: list[str], section: str, piece: str = "") -> Iterator[tuple[str, bytes]]:
        """A section of mails of the open folder, by UID, without marking them as read."""
        client = self._opened().client
        for start in range(0, len(uids), AT_ONCE):
            with trouble():
                _, answer = client.uid(
                    "FETCH", ",".join(uids[start : start + AT_ONCE]), f"(UID BODY.PEEK[{section}]{piece})"
                )
            yield from _mails(answer)

    def _opened(self) -> BaseMailBox:
        if self._box is None:
            raise RuntimeError("a Mailbox is used within its `with` block")
        return self._box


def _make(box: BaseMailBox, folder: str) -> None:
    """Make a folder; another reader may have made it since it was asked for."""
    try:
        box.folder.create(folder)
    except MailboxFolderCreateError:
        if not box.folder.exists(folder):
            raise
    box.folder.subscribe(folder, True)  # else people's mail programs do not show it


def _left_behind(box: BaseMailBox, uids: list[str], folder: str) -> list[str]:
    """Move mails; a server that misses some of them may have moved none, and is asked which are still there."""
    try:
        box.move(uids, folder, AT_ONCE)
    except MailboxMoveError as error:
        there = set(box.uids("ALL", charset=None)) if GONE in str(error) else set(uids)
        left = [uid for uid in uids if uid in there]
        if len(left) == len(uids):
            raise
        return left
    return []


def _mails(answer: list[object]) -> Iterator[tuple[str, bytes]]:
    """UID and bytes of each mail; between them comes what other programs change meanwhile, which is no mail."""
    for part, after in zip(answer, [*answer[1:], None], strict=True):
        if isinstance(part, tuple):
            # Some servers say the UID before the bytes, some after them.
            found = _UID.search(part[0] + (after if isinstance(after, bytes) else b""))
            if found:
                yield found[1].decode(), part[1]
