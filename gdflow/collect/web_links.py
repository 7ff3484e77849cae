"""Whether a link answers: asked as a browser would, but never a machine of the own network, and never for long."""

import ssl
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from http.client import HTTPConnection, HTTPException
from ipaddress import ip_address
from socket import IPPROTO_TCP, create_connection, getaddrinfo
from urllib.parse import SplitResult, quote, urljoin, urlsplit

AGENT = "gdflow (revision de enlaces de evidencia)"
SCHEMES = {"http": 80, "https": 443}
HOPS = 5
GONE = frozenset({404, 410})
MOVED = frozenset({301, 302, 303, 307, 308})
NO_HEAD = frozenset({400, 403, 404, 405, 406, 501, 503})
"""What servers answer to a HEAD that they do not know, or do not like."""
SAFE = "/%:@!$&'()*+,;=~-._"


class LinkState(StrEnum):
    """ALIVE: a server has something there, be it behind a login. DEAD: nothing is there, or nobody answers.

    UNKNOWN: it cannot be told from here: a machine of the own network, or a server with trouble of its own.
    """

    ALIVE = "alive"
    DEAD = "dead"
    UNKNOWN = "unknown"


def addresses_of(host: str, port: int) -> tuple[str, ...]:
    """The addresses of a host. Raises OSError when its name is not known."""
    return tuple(dict.fromkeys(str(found[4][0]) for found in getaddrinfo(host, port, proto=IPPROTO_TCP)))


def is_public(address: str) -> bool:
    """Whether an address is of the open internet."""
    return ip_address(address.partition("%")[0]).is_global


@dataclass(frozen=True, slots=True)
class Asking:
    """How links are asked. trust: the authorities that are believed, None for the system's. seconds: of each step."""

    resolve: Callable[[str, int], Iterable[str]] = addresses_of
    may_ask: Callable[[str], bool] = is_public
    trust: ssl.SSLContext | None = None
    seconds: float = 10.0


def ask(link: str, how: Asking | None = None) -> LinkState:
    """Ask for a link by HEAD, then by GET where a server does not like HEAD; every hop is looked at anew."""
    how = how or Asking()
    for _ in range(HOPS):
        answer = _hop(link, how)
        if isinstance(answer, LinkState):
            return answer
        link = answer
    return LinkState.UNKNOWN


def _hop(link: str, how: Asking) -> LinkState | str:
    """What one server says, or where it sends us."""
    try:
        url = urlsplit(link)
        port = url.port or SCHEMES[url.scheme]
        found = list(how.resolve(url.hostname or "", port)) if url.hostname else []
        if not found or not all(how.may_ask(each) for each in found):
            return LinkState.UNKNOWN
        status, place = _request(url, found[0], port, "HEAD", how)
        if status in NO_HEAD:
            status, place = _request(url, found[0], port, "GET", how)
    except (ValueError, KeyError, ssl.SSLCertVerificationError):
        return LinkState.UNKNOWN  # no address of the web; or somebody is there, whose certificate has trouble
    except (OSError, HTTPException):
        return LinkState.DEAD
    if status in MOVED and place:
        return urljoin(link, place)
    return _judged(status)


def _judged(status: int) -> LinkState:
    if status in GONE:
        return LinkState.DEAD
    return LinkState.UNKNOWN if status >= 500 else LinkState.ALIVE


def _request(url: SplitResult, address: str, port: int, method: str, how: Asking) -> tuple[int, str | None]:
    """A server's answer and the place that it names."""
    connection = _Pinned(url, address, port, how)
    path = quote(url.path or "/", safe=SAFE) + (f"?{quote(url.query, safe=SAFE + '?')}" if url.query else "")
    try:
        connection.request(method, path, headers={"User-Agent": AGENT, "Accept": "*/*"})
        response = connection.getresponse()
        return response.status, response.getheader("Location")
    finally:
        connection.close()


class _Pinned(HTTPConnection):
    """Connected to the address that was looked at: meanwhile its name could come to mean another."""

    def __init__(self, url: SplitResult, address: str, port: int, how: Asking) -> None:
        super().__init__(url.hostname or "", port, timeout=how.seconds)
        self.address = address
        self.trust = (how.trust or ssl.create_default_context()) if url.scheme == "https" else None

    def connect(self) -> None:
        self.sock = create_connection((self.address, self.port), self.timeout)
        if self.trust is not None:
            self.sock = self.trust.wrap_socket(self.sock, server_hostname=self.host)
