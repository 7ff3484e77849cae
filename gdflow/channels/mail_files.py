"""The channel that writes each mail as a file: for the demo, for rehearsals, for entities without a mail server."""

import os
import re
from datetime import UTC
from email.parser import BytesHeaderParser
from email.utils import parsedate_to_datetime
from hashlib import blake2s
from pathlib import Path

from gdflow.channels.address import addressed
from gdflow.channels.base import Accepted, ChannelError, Message

UNSAFE = re.compile(r"[^A-Za-z0-9.@+_-]")


class MailFiles:
    """Writes one .eml per message into a folder; the same message sent twice is one file."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def send(self, message: Message) -> Accepted:
        """Write the message durably under its final name, or not at all. Raises InputError bad_address."""
        message = addressed(message)
        target = self._folder / file_name(message)
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            _write_durably(target, message.data)
        except OSError as error:
            raise ChannelError("folder_not_writable", folder=str(self._folder), text=error.strerror) from error
        return Accepted("250", target.name)

    def close(self) -> None:
        """Nothing is held open."""


def file_name(message: Message) -> str:
    """2023-07-05_equipo@entidad.example_1a2b3c4d.eml: the mail's own day, whom it is for, and a short key."""
    printed = BytesHeaderParser().parsebytes(message.data)["Date"]
    sent = parsedate_to_datetime(printed)
    day = sent.date() if sent.tzinfo else sent.replace(tzinfo=UTC).date()
    key = blake2s(message.message_id.encode(), digest_size=4).hexdigest()
    return f"{day.isoformat()}_{UNSAFE.sub('-', message.recipient)}_{key}.eml"


def _write_durably(target: Path, data: bytes) -> None:
    draft = target.with_suffix(".tmp")
    with draft.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(target)
    folder = os.open(target.parent, os.O_RDONLY)
    try:
        os.fsync(folder)  # the new name itself must survive a power cut
    finally:
        os.close(folder)
