"""The antivirus: a clamd that is given a file's bytes and says what it found in them."""

import socket
import struct

from gdflow.domain.evidence import Antivirus

CHUNK = 64 * 1024
SECONDS = 30.0
MAX_ANSWER = 4096


def infection_in(data: bytes, antivirus: Antivirus, *, seconds: float = SECONDS) -> str | None:
    """The name of what infects a file, None when nothing was found.

    Raises OSError when clamd cannot be asked, or gives another answer than these two.
    """
    address = (antivirus.host, antivirus.port)
    with socket.create_connection(address, timeout=seconds) as connection:
        connection.sendall(b"zINSTREAM\0")
        for start in range(0, len(data), CHUNK):
            part = data[start : start + CHUNK]
            connection.sendall(struct.pack("!L", len(part)) + part)
        connection.sendall(struct.pack("!L", 0))
        said = _answer(connection).removeprefix("stream: ")
    if said.endswith(" FOUND"):
        return said.removesuffix(" FOUND")
    if said == "OK":
        return None
    raise OSError(f"clamd: {said}")  # a file beyond its size limit, or a scanner without signatures


def _answer(connection: socket.socket) -> str:
    said = b""
    while not said.endswith(b"\0") and len(said) < MAX_ANSWER:
        part = connection.recv(CHUNK)
        if not part:
            break
        said += part
    return said.rstrip(b"\0").decode("utf-8", "replace").strip()
