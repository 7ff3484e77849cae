"""Addresses to which nothing is sent any more, and what of a server's answers is the address's own fault."""

import re
from dataclasses import dataclass
from datetime import datetime

OF_THE_SENDER = frozenset({"5.1.7", "5.1.8"})  # it is our own address that is not taken
NO_SUCH_PLACE = frozenset({"5.2.1", "5.4.1", "5.4.4"})  # disabled; Exchange's "not known here"; a domain without mail
NO_SUCH_MAILBOX = frozenset({"550", "551", "553"})
_STATUS = re.compile(r"\b5\.\d{1,3}\.\d{1,3}\b")
_CODE = re.compile(r"\b5\d\d\b")


@dataclass(frozen=True, slots=True)
class AddressMark:
    """An address that a server said does not exist or takes nothing. address: in lower case."""

    address: str
    code: str | None
    text: str | None
    marked_at: datetime


def condemns(code: str | None, text: str | None) -> bool:
    """Whether a lasting refusal says that the address itself is of no use (RFC 3463, else RFC 5321).

    A full mailbox, a large mail or a rule against the sender says nothing of the address: were each a mark, one wrong
    setting of our own server would silence everybody.
    """
    words = f"{code or ''} {text or ''}"
    stated = [status for status in _STATUS.findall(words) if status != "5.0.0"]
    if stated:
        return (stated[0].startswith("5.1.") and stated[0] not in OF_THE_SENDER) or stated[0] in NO_SUCH_PLACE
    plain = _CODE.search(words)
    return plain is not None and plain[0] in NO_SUCH_MAILBOX
