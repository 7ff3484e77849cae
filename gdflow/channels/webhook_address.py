"""Where a webhook may lead: over https to a machine of the open internet, or to one that the settings name.

Names are looked up anew for every message, and the connection goes to the very address that was looked at: a name that
comes to mean another machine meanwhile leads nowhere.
"""

import ssl
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from functools import partial
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

from gdflow.channels.base import ChannelError
from gdflow.channels.chat_address import is_inside
from gdflow.domain.errors import InputError
from gdflow.pinned import PORTS, PinnedConnection, addresses_of, is_public

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


def connection_to(
    url: str, reach: Reach, resolve: Callable[[str, int], Iterable[str]] = addresses_of
) -> PinnedConnection:
    """A connection to where a name leads once it is opened.

    To open it raises ChannelError("webhook_host_inside") when the name leads into a network that is not allowed.
    """
    its = {"connecting": reach.connect_timeout, "answering": reach.whole}
    return PinnedConnection(urlsplit(url), partial(_looked_at, reach, resolve), partial(_trusted, reach), **its)


def _looked_at(reach: Reach, resolve: Callable[[str, int], Iterable[str]], host: str, port: int) -> str:
    found = list(resolve(host, port))
    if not found or (host not in reach.own and not all(map(is_public, found))):
        raise ChannelError("webhook_host_inside", host=host, text=host)
    return found[0]


def _trusted(reach: Reach) -> ssl.SSLContext:
    trust = ssl.create_default_context()
    if reach.ca_file is not None:
        trust.load_verify_locations(reach.ca_file)
    return trust
