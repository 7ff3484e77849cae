"""Who calls, and how: what a proxy says of it is believed only of the proxies that the entity has named."""

from collections.abc import Sequence
from dataclasses import dataclass
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network

from starlette.datastructures import Headers
from starlette.types import Scope

Network = IPv4Network | IPv6Network


@dataclass(frozen=True, slots=True)
class Caller:
    """Where a request comes from. is_secret: it came by TLS up to the first trusted proxy."""

    address: str
    is_secret: bool


def networks(trusted: Sequence[str]) -> tuple[Network, ...]:
    """The networks of the proxies that are believed."""
    return tuple(ip_network(each) for each in trusted)


def caller_of(scope: Scope, trusted: Sequence[Network]) -> Caller:
    """The caller of a request. From the right, the first address that is no trusted proxy: the rest may be invented."""
    peer = str(scope["client"][0]) if scope.get("client") else ""
    scheme = str(scope.get("scheme", "http"))
    if not is_trusted(peer, trusted):
        return Caller(peer, scheme == "https")
    headers = Headers(scope=scope)
    said = [part.strip() for line in headers.getlist("x-forwarded-for") for part in line.split(",") if part.strip()]
    address = next((each for each in reversed(said) if not is_trusted(each, trusted)), peer)
    return Caller(address, headers.get("x-forwarded-proto", scheme).strip() == "https")


def is_trusted(address: str, trusted: Sequence[Network]) -> bool:
    """Whether an address is of a proxy that is believed."""
    try:
        found = ip_address(address)
    except ValueError:
        return False
    return any(found in network for network in trusted)
