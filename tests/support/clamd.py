"""An antivirus on loopback that speaks clamd's protocol and knows one virus: the test file that all of them know."""

import socket
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

from gdflow.domain.evidence import Antivirus

# Put together at run time: a file that held it whole would be taken away by the antivirus of whoever works here.
EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-" + b"ANTIVIRUS-TEST-FILE!$H+H*"
FOUND = "Win.Test.EICAR_HDB-1"


@contextmanager
def clamd(answer: bytes | None = None, *, required: bool = False) -> Iterator[Antivirus]:
    """A running clamd; answer: what it says whatever it is given."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        Thread(target=_serve, args=(server, answer), daemon=True).start()
        yield Antivirus("127.0.0.1", server.getsockname()[1], required)
        server.shutdown(socket.SHUT_RDWR)


def away(*, required: bool = False) -> Antivirus:
    """A clamd that does not run."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        return Antivirus("127.0.0.1", server.getsockname()[1], required)


def _serve(server: socket.socket, answer: bytes | None) -> None:
    while True:
        try:
            connection, _ = server.accept()
        except OSError:
            return
        with connection, connection.makefile("rb") as said:
            data = _stream(said.read)
            found = f"stream: {FOUND} FOUND\0".encode() if EICAR in data else b"stream: OK\0"
            connection.sendall(found if answer is None else answer)


def _stream(read: object) -> bytes:
    """What a client sends between INSTREAM and its empty part."""
    assert callable(read)
    assert read(10) == b"zINSTREAM\0"
    data = b""
    while size := struct.unpack("!L", read(4))[0]:
        data += read(size)
    return data
