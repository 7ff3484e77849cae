"""A connection of the web to the very machine that was looked at, whatever its name comes to mean meanwhile."""

import ssl
from collections.abc import Callable, Mapping
from http.client import HTTPConnection
from ipaddress import ip_address
from socket import IPPROTO_TCP, SHUT_RDWR, create_connection, getaddrinfo
from urllib.parse import SplitResult

PORTS: Mapping[str, int] = {"http": 80, "https": 443}
Chosen = Callable[[str, int], str]
"""Says to which address of a host and port to go, and raises when to none."""


def addresses_of(host: str, port: int) -> tuple[str, ...]:
    """The addresses of a host. Raises OSError when its name is not known."""
    return tuple(dict.fromkeys(str(found[4][0]) for found in getaddrinfo(host, port, proto=IPPROTO_TCP)))


def is_public(address: str) -> bool:
    """Whether an address is of one machine of the open internet."""
    known = ip_address(address.partition("%")[0])
    return known.is_global and not known.is_multicast


class PinnedConnection(HTTPConnection):
    """A connection to the one address that was chosen, which can be cut from outside.

    The certificate is still asked for the name. trust: the authorities that are believed, of https alone.
    connecting, answering: seconds, until the connection stands and for each step after that.
    """

    def __init__(
        self,
        url: SplitResult,
        chosen: Chosen,
        trust: Callable[[], ssl.SSLContext],
        *,
        connecting: float,
        answering: float,
    ) -> None:
        super().__init__(url.hostname or "", url.port or PORTS[url.scheme], timeout=connecting)
        self._chosen, self._trust, self._answering = chosen, trust, answering
        self._tls = url.scheme == "https"

    def connect(self) -> None:
        """Choose an address, and connect to it. Raises what choosing raises, and OSError."""
        self.sock = create_connection((self._chosen(self.host, self.port), self.port), self.timeout)
        if self._tls:
            self.sock = self._trust().wrap_socket(self.sock, server_hostname=self.host)
        self.sock.settimeout(self._answering)

    def cut(self) -> None:
        """End whatever is going on; for another thread."""
        if self.sock is not None:
            try:
                self.sock.shutdown(SHUT_RDWR)
            except OSError:
                return  # it has ended by itself
