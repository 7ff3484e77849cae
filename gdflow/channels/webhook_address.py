"""Where a webhook may lead: over https to a machine of the open internet, or to one that the settings name."""

from collections.abc import Collection
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

from gdflow.channels.chat_address import is_inside
from gdflow.domain.errors import InputError

LONGEST_URL = 2_000
SCHEMES = frozenset({"http", "https"})


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
        known = parts.scheme in SCHEMES and parts.hostname and parts.port != 0 and not parts.fragment
    except ValueError:
        return None
    return parts if known else None


def _is_loopback(host: str) -> bool:
    """Whether a host is this machine, by its number; in clear nothing goes further."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
