"""What is said beside MAIL and RCPT: the size, the report wanted back (RFC 3461), addresses beyond ASCII (RFC 6531).

Only what the server offered is ever said: one that knows no DSN refuses a mail that asks for it.
"""

import re
import smtplib
from dataclasses import replace
from unicodedata import normalize

from gdflow.channels.address import clean_address
from gdflow.channels.base import Message
from gdflow.channels.smtp_replies import Phase
from gdflow.domain.errors import DeliveryError

MAX_ENVELOPE_ID = 100  # RFC 3461, 4.4
_CODED = re.compile(r"[^!-*,-<>-~]")  # what xtext cannot hold as it is: blanks, + and =, all beyond ASCII


def enveloped(message: Message) -> Message:
    """The message between clean addresses; the recipient's name before the @ may be beyond ASCII.

    Raises InputError bad_address.
    """
    return replace(message, sender=clean_address(message.sender), recipient=_recipient(message.recipient))


def sender_options(smtp: smtplib.SMTP, message: Message) -> list[str]:
    """What goes with MAIL. The envelope id, which a report brings back, is the left side of the Message-ID."""
    options = [f"SIZE={len(message.data)}"] if smtp.has_extn("size") else []
    if smtp.has_extn("dsn"):
        name = xtext(message.message_id.strip("<>").rpartition("@")[0])
        options += ["RET=HDRS", *([f"ENVID={name}"] if 0 < len(name) <= MAX_ENVELOPE_ID else [])]
    if not message.recipient.isascii() and smtp.has_extn("smtputf8"):
        options.append("SMTPUTF8")
    return options


def recipient_options(smtp: smtplib.SMTP, message: Message) -> list[str]:
    """What goes with RCPT. Raises DeliveryError for an address that this server cannot take."""
    if not message.recipient.isascii():
        if not smtp.has_extn("smtputf8"):
            raise DeliveryError(
                "address_needs_smtputf8",
                permanent=True,
                phase=Phase.RECIPIENT.value,
                found=message.recipient,
                text=message.recipient,
            )
        return ["NOTIFY=FAILURE,DELAY"] if smtp.has_extn("dsn") else []
    return ["NOTIFY=FAILURE,DELAY", f"ORCPT=rfc822;{xtext(message.recipient)}"] if smtp.has_extn("dsn") else []


def xtext(words: str) -> str:
    """The words as an option's value can hold them: what is not plain is written as +2B (RFC 3461, 4)."""
    return _CODED.sub(lambda found: "".join(f"+{byte:02X}" for byte in found[0].encode()), words)


def _recipient(text: str) -> str:
    local, at, domain = normalize("NFC", text.strip()).rpartition("@")
    if local.isascii():
        return clean_address(text)
    # Letters of any alphabet stand as x while the address is checked: all other rules are those of ASCII.
    plain = "".join(c if c.isascii() or not c.isalnum() else "x" * len(c.encode()) for c in local)
    return f"{local}@{clean_address(f'{plain}{at}{domain}').rpartition('@')[2]}"
