"""Whether a link answers: asked as a browser would, but never a machine of the own network, and never for long."""

import ssl
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from http.client import HTTPException
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from gdflow.pinned import PORTS, PinnedConnection, addresses_of, is_public

AGENT = "gdflow (revision de enlaces de evidencia)"
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
        port = url.port or PORTS[url.scheme]
        found = list(how.resolve(url.hostname or "", port)) if url.hostname else []
        if not found or not all(how.may_ask(each) for each in found):
            return LinkState.UNKNOWN
        status, place = _request(url, found[0], "HEAD", how)
        if status in NO_HEAD:
            status, place = _request(url, found[0], "GET", how)
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


def _request(url: SplitResult, address: str, method: str, how: Asking) -> tuple[int, str | None]:
    """A server's answer and the place that it names."""
    its = {"connecting": how.seconds, "answering": how.seconds}
    connection = PinnedConnection(url, lambda *_: address, lambda: how.trust or ssl.create_default_context(), **its)
    path = quote(url.path or "/", safe=SAFE) + (f"?{quote(url.query, safe=SAFE + '?')}" if url.query else "")
    try:
        connection.request(method, path, headers={"User-Agent": AGENT, "Accept": "*/*"})
        response = connection.getresponse()
        return response.status, response.getheader("Location")
    finally:
        connection.close()
