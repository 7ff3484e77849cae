"""A mail that somebody sent, taken apart under guard: who sent it, to what it answers, and what hangs on it.

Nothing here decides anything. Sizes, parts and nesting are bounded before and while the mail is taken apart: anybody
may write to the mailbox.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message
from email.parser import BytesHeaderParser
from hashlib import sha256

from gdflow.collect.mail_headers import all_of, first_id, header_text, ids_of, single_address
from gdflow.collect.mail_origin import Authentication, authentication, automatic
from gdflow.collect.mail_parts import LONGEST_TEXT, MailFile, TooManyPartsError, contents, written

LARGEST_MAIL = 40 * 1024 * 1024  # what servers let through at the most
LARGEST_HEAD = 262_144  # looked at of a mail that is larger than that
MOST_CONTAINERS = 200  # boundaries and mails within mails: each one costs time for every line after it
RECIPIENTS = ("Delivered-To", "X-Original-To", "Envelope-To", "To", "Cc")
_CONTAINER = re.compile(rb"boundary\s*=|message/rfc822", re.IGNORECASE)
_TAG = re.compile(r"\+([a-z2-7]{10})@")
_MARK = re.compile(r"\bGD-([A-Z2-7]{10})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail as it came.

    sha256: of its bytes. sender: in lower case; empty when the mail names none or several. words: what the person
    wrote, without the mail that it answers. images: how many pictures stand within the text.

    What it may belong to, in the order in which it is believed: tags are the references after a "+" in the addresses
    that it was sent to; thread the ids of the mails that it answers, the nearest first; marks the references in its
    subject, then in its text.

    automatic: why no person wrote it. fault: why it was not taken apart: mail_too_large, mail_too_complex.
    """

    message_id: str | None
    sha256: str
    sender: str
    subject: str
    tags: tuple[str, ...] = ()
    thread: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    words: str = ""
    files: tuple[MailFile, ...] = ()
    images: int = 0
    automatic: str | None = None
    authentication: Authentication = Authentication.NONE
    fault: str | None = None


def read_letter(data: bytes, *, authserv_id: str | None = None) -> Letter:
    """Take a mail apart; one that cannot be has a fault and no files, and never raises.

    authserv_id: the name under which our own server says whether the sender is who it claims to be; None believes no
    such word.
    """
    fault = _fault(data)
    if fault is None:
        try:
            return _letter(message_from_bytes(data), data, authserv_id, None)
        # What the standard parser lets escape on mails that were made to break it.
        except (ValueError, LookupError, AttributeError, TypeError, RecursionError, TooManyPartsError):
            fault = "mail_too_complex"
    return _letter(BytesHeaderParser().parsebytes(data[:LARGEST_HEAD]), data, authserv_id, fault)


def _fault(data: bytes) -> str | None:
    if len(data) > LARGEST_MAIL:
        return "mail_too_large"
    containers = sum(1 for _ in _CONTAINER.finditer(data))
    return "mail_too_complex" if containers > MOST_CONTAINERS else None


def _letter(mail: Message, data: bytes, authserv_id: str | None, fault: str | None) -> Letter:
    sender, subject = single_address(mail, "From"), header_text(mail, "Subject")
    found = None if fault else contents(mail)
    text = found.text if found else ""
    return Letter(
        message_id=first_id(mail, "Message-ID"),
        sha256=sha256(data).hexdigest(),
        sender=sender,
        subject=subject,
        tags=tuple(dict.fromkeys(_tags(mail))),
        thread=tuple(dict.fromkeys((*ids_of(mail, "In-Reply-To"), *reversed(ids_of(mail, "References"))))),
        marks=tuple(dict.fromkeys(mark.lower() for mark in _MARK.findall(f"{subject}\n{text[:LONGEST_TEXT]}"))),
        words=written(text),
        files=found.files if found else (),
        images=found.images if found else 0,
        automatic=automatic(mail),
        authentication=authentication(mail, authserv_id, sender) if authserv_id else Authentication.NONE,
        fault=fault,
    )


def _tags(mail: Message) -> Iterator[str]:
    for name in RECIPIENTS:
        for value in all_of(mail, name):
            yield from _TAG.findall(value.casefold())
