"""Mail addresses as SMTP can carry them everywhere: ASCII before the @, punycode after it."""

import re
from dataclasses import dataclass, replace
from email.utils import parseaddr
from functools import lru_cache

from gdflow.channels.base import Message
from gdflow.domain.errors import InputError

_LOCAL = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
_LABEL = re.compile(r"[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?")
MAX_LOCAL, MAX_ADDRESS = 64, 254  # RFC 5321, 4.5.3.1


@dataclass(frozen=True, slots=True)
class Mailbox:
    """An address and the name shown beside it. Raises InputError bad_address when the address cannot be used."""

    address: str
    name: str | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "address", clean_address(self.address))


def mailbox_of(text: str) -> Mailbox:
    """The mailbox that people write as "Gobierno Digital <avisos@entidad.example>" or as an address alone.

    Raises InputError bad_address.
    """
    name, address = parseaddr(text)
    return Mailbox(address, name or None) if address else Mailbox(text)


def addressed(message: Message) -> Message:
    """The message between clean addresses, as every mail channel sends it. Raises InputError bad_address."""
    return replace(message, sender=clean_address(message.sender), recipient=clean_address(message.recipient))


@lru_cache(maxsize=4096)
def clean_address(text: str) -> str:
    """The address with its domain in ASCII and lower case.

    Raises InputError bad_address. An accented local part is refused: few servers take it, and a mail that most
    servers drop is worse than a question to the coordinator.
    """
    address = text.strip()
    local, at, domain = address.rpartition("@")
    if not at or len(local) > MAX_LOCAL or not _LOCAL.fullmatch(local):
        raise InputError("bad_address", found=text)
    ascii_domain = _ascii_domain(domain)
    clean = f"{local}@{ascii_domain}"
    if ascii_domain is None or len(clean) > MAX_ADDRESS:
        raise InputError("bad_address", found=text)
    return clean


@lru_cache(maxsize=1024)
def _ascii_domain(domain: str) -> str | None:
    """The domain as SMTP carries it, None for one that no mail reaches; kept, because an entity's people share few."""
    try:
        ascii_domain = domain.encode("idna").decode("ascii").lower()
    except UnicodeError:
        return None
    labels = ascii_domain.split(".")
    return ascii_domain if len(labels) > 1 and all(map(_LABEL.fullmatch, labels)) else None
