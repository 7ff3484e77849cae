"""Keeps the tests on this machine: a socket may speak to loopback and to nobody else."""

import ipaddress
import socket
import sys

WATCHED = frozenset({"socket.connect", "socket.sendto", "socket.sendmsg"})
NAMES = frozenset({"localhost", "", None})


class OutsideNetworkError(AssertionError):
    """A test tried to leave the machine."""


def stay_on_loopback() -> None:
    """From now on, until the process ends, connecting or resolving elsewhere raises OutsideNetworkError."""
    sys.addaudithook(_watch)


def is_loopback(host: object) -> bool:
    """Whether a host, as a socket takes it, is this machine."""
    name = host.decode() if isinstance(host, bytes) else host
    if name in NAMES:
        return True
    try:
        return ipaddress.ip_address(str(name)).is_loopback
    except ValueError:
        return False


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    if event in WATCHED:
        sock, address = arguments[:2]
        # A socket of the file system has a path for an address; a connected one is sent to without any.
        if isinstance(sock, socket.socket) and isinstance(address, tuple) and not is_loopback(address[0]):
            raise OutsideNetworkError(f"only loopback is open to tests, not {address[0]}")
    elif event == "socket.getaddrinfo" and not is_loopback(arguments[0]):
        raise OutsideNetworkError(f"only loopback is open to tests, not {arguments[0]}")
