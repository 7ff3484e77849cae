"""Ports of this machine for servers that have to be told theirs."""

import random
import socket

HOST = "127.0.0.1"
ASIDE = range(20_000, 32_000)
"""From none of these the system takes a port for whoever asks for any: it stays free until its server starts."""


def free_ports(count: int) -> list[int]:
    """Ports of loopback on which nobody listens."""
    found: list[int] = []
    chance = random.SystemRandom()  # whoever else looks for ports at this moment draws others
    while len(found) < count:
        port = chance.choice(ASIDE)
        if port not in found and _is_free(port):
            found.append(port)
    return found


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True
