"""Where a webhook may lead: over https to a machine of the open internet, or to one that the settings name.

Names are looked up anew for every message, and the connection goes to the very address that was looked at: a name that
comes to mean another machine meanwhile leads nowhere.
"""

import ssl
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from http.client import HTTPConnection
from ipaddress import ip_address
from pathlib import Path
from socket import IPPROTO_TCP, SHUT_RDWR, create_connection, getaddrinfo
from urllib.parse import SplitResult, urlsplit

from gdflow.channels.base import ChannelError
from gdflow.channels.chat_address import is_inside
from gdflow.domain.errors import InputError

PORTS = {"http": 80, "https": 443}
LONGEST_URL = 2_000


@dataclass(frozen=True, slots=True)
class Reach:
    """How far webhooks reach. own: machines of the entity's own network that are allowed. ca_file: their authority.

    connect_timeout: seconds. whole: seconds for everything, however slowly the other side speaks.
    """

    own: frozenset[str] = frozenset()
    ca_file: Path | None = None
    connect_timeout: float = 10.0
    whole: float = 30.0


def check_url(url: str, own: Collection[str]) -> str:
    """The address of a webhook, once it may be one.

    Raises InputError: webhook_url_unreadable, webhook_url_not_https, webhook_url_with_user, webhook_host_private.
    """
    address = url.strip()
    parts = _parts(address)
    if parts is None:
        raise InputError("webhook_url_unreadable", found=address.partition("?")[0][:200])
    host = parts.hostname or ""
    if parts.username is not None or parts.password is not None:
        raise InputError("webhook_url_with_user", host=host)
    if host not in own and is_inside(host):
        raise InputError("webhook_host_private", host=host)
    if parts.scheme != "https" and not (host in own and _is_loopback(host)):
        raise InputError("webhook_url_not_https", host=host)
    return address


def _parts(address: str) -> SplitResult | None:
    if len(address) > LONGEST_URL or not address.isascii() or not address.isprintable() or " " in address:
        return None
    try:
        parts = urlsplit(address)
        known = parts.scheme in PORTS and parts.hostname and parts.port != 0 and not parts.fragment
    except ValueError:
        return None
    return parts if known else None


def _is_loopback(host: str) -> bool:
    """Whether a host is this machine, by its number; in clear nothing goes further."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def addresses_of(host: str, port: int) -> tuple[str, ...]:
    """The addresses of a host. Raises OSError when its name is not known."""
    return tuple(dict.fromkeys(str(found[4][0]) for found in getaddrinfo(host, port, proto=IPPROTO_TCP)))


class Connection(HTTPConnection):
    """A connection to the one address that was looked at, which can be cut from outside.

    Raises ChannelError("webhook_host_inside") when the host's name leads into a network that is not allowed.
    """

    def __init__(self, url: str, reach: Reach, resolve: Callable[[str, int], Iterable[str]] = addresses_of) -> None:
        parts = urlsplit(url)
        self._reach, self._resolve, self._tls = reach, resolve, parts.scheme == "https"
        super().__init__(parts.hostname or "", parts.port or PORTS[parts.scheme], timeout=reach.connect_timeout)

    def connect(self) -> None:
        """Look the name up, and connect to what was found."""
        found = list(self._resolve(self.host, self.port))
        if not found or (self.host not in self._reach.own and not all(map(_is_public, found))):
            raise ChannelError("webhook_host_inside", host=self.host, text=self.host)
        self.sock = create_connection((found[0], self.port), self._reach.connect_timeout)
        if self._tls:
            self.sock = self._trusted().wrap_socket(self.sock, server_hostname=self.host)
        self.sock.settimeout(self._reach.whole)

    def cut(self) -> None:
        """End whatever is going on; for another thread."""
        if self.sock is not None:
            try:
                self.sock.shutdown(SHUT_RDWR)
            except OSError:
                return  # it has ended by itself

    def _trusted(self) -> ssl.SSLContext:
        trust = ssl.create_default_context()
        if self._reach.ca_file is not None:
            trust.load_verify_locations(self._reach.ca_file)
        return trust


def _is_public(address: str) -> bool:
    known = ip_address(address.partition("%")[0])
    return known.is_global and not known.is_multicast
