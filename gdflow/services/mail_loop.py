"""A mail to the own mailbox and back: what of it the servers on the way leave as it was.

Some servers give a mail another Message-ID, some do not know addresses with a plus, some keep no copy of what they
send; on each hangs something that gdflow may or may not count on.
"""

import email
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from email import policy
from email.message import EmailMessage
from email.utils import format_datetime

from gdflow.channels.base import Channel, Message
from gdflow.domain.errors import ConfigError, DeliveryError
from gdflow.services.post import OpenMailbox, Post

MARK = "X-Gdflow-Loop"
LOOKS, BETWEEN = 30, 2.0
"""How often the mailbox is looked into, and how many seconds lie between."""
TO = ("To", "Delivered-To", "X-Original-To", "Envelope-To")


@dataclass(frozen=True, slots=True)
class Loop:
    """What became of the mails. back: the plain one came back. message_id, sent_copy, plus: what survived of it.

    plus_refused: in the server's words, None where it took the address.
    """

    back: bool
    message_id: bool
    plus: bool
    sent_copy: bool
    plus_refused: str | None = None


@dataclass(slots=True)
class _Found:
    plain: bytes | None = None
    plus: bytes | None = None


def mail_loop(
    channel: Channel,
    post: Post | None,
    *,
    sender: str,
    address: str,
    token: str,
    now: datetime,
    sleep: Callable[[float], None],
) -> Loop:
    """Send two mails to an address, one with a plus, and look for them in the mailbox.

    token: a word that no other mail has. Raises ConfigError("loop_without_mailbox"), and what sending and the mailbox
    raise; a server that refuses the plus is no error.
    """
    if post is None:
        raise ConfigError("loop_without_mailbox")
    name, _, domain = address.rpartition("@")
    plain = _mail(sender, address, f"{token}", now)
    plus = _mail(sender, f"{name}+{token}@{domain}", f"{token}-plus", now)
    channel.send(plain)
    refused = _refusal(channel, plus)
    found, copied = _Found(), False
    for _ in range(LOOKS):
        with post.open() as mailbox:
            _look(mailbox, token, found, post.processed)
            copied = copied or mailbox.sent_copy(plain.message_id)
        if found.plain is not None and (found.plus is not None or refused is not None) and copied:
            break
        sleep(BETWEEN)
    return Loop(
        back=found.plain is not None,
        message_id=found.plain is not None and _headers(found.plain)["Message-ID"] == plain.message_id,
        plus=found.plus is not None and any(f"+{token}@" in str(value) for value in _addresses(found.plus)),
        sent_copy=copied,
        plus_refused=refused,
    )


def _mail(sender: str, recipient: str, mark: str, now: datetime) -> Message:
    mail = EmailMessage(policy=policy.SMTP)
    mail["From"], mail["To"], mail["Subject"] = sender, recipient, f"Prueba de gdflow ({mark})"
    mail["Date"], mail["Message-ID"] = format_datetime(now), f"<gd.loop.{mark}@{sender.rpartition('@')[2]}>"
    mail["Auto-Submitted"], mail[MARK] = "auto-generated", mark
    mail.set_content("gdflow comprueba que los correos van y vuelven. Puede borrar este mensaje.\n")
    return Message(str(mail["Message-ID"]), sender, recipient, mail.as_bytes())


def _refusal(channel: Channel, plus: Message) -> str | None:
    try:
        channel.send(plus)
    except DeliveryError as error:
        if not error.permanent:
            raise
        return str(error.facts.get("text") or error.code)
    return None


def _look(mailbox: OpenMailbox, token: str, found: _Found, folder: str) -> None:
    """Take the two mails out of the inbox: they are of no further use."""
    taken = []
    for uid, data in mailbox.mails():
        mark = _headers(data)[MARK]
        if mark == token:
            found.plain = data
        elif mark == f"{token}-plus":
            found.plus = data
        else:
            continue
        taken.append(uid)
    mailbox.file_away(taken, folder)


def _headers(data: bytes) -> EmailMessage:
    return email.message_from_bytes(data, policy=policy.default)


def _addresses(data: bytes) -> list[object]:
    headers = _headers(data)
    return [value for name in TO for value in headers.get_all(name, [])]
