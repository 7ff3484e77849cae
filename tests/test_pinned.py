"""A connection goes to the very address that was looked at, and asks for the certificate of the name."""

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

import pytest
import trustme

from gdflow.pinned import PinnedConnection, addresses_of, is_public

NAME = "planes.entidad.example"


class Host(BaseHTTPRequestHandler):
    """Says by which name it is asked."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(str(self.headers["Host"]).encode())

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@contextmanager
def serving(trust: ssl.SSLContext | None = None) -> Iterator[int]:
    """A server of this machine; its port."""
    server = HTTPServer(("127.0.0.1", 0), Host)
    if trust is not None:
        server.socket = trust.wrap_socket(server.socket, server_side=True)
    Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield server.server_address[1]
    server.shutdown()
    server.server_close()


def pinned(url: str, trust: ssl.SSLContext | None = None, looked: list[tuple[str, int]] | None = None) -> Any:
    """A connection to this machine, whatever the name of the address."""

    def chosen(host: str, port: int) -> str:
        if looked is not None:
            looked.append((host, port))
        return "127.0.0.1"

    how = trust or ssl.create_default_context()
    return PinnedConnection(urlsplit(url), chosen, lambda: how, connecting=5, answering=7)


def certified(name: str) -> tuple[ssl.SSLContext, ssl.SSLContext]:
    """What a server with a certificate of a name shows, and what a client believes."""
    authority, shown, believed = trustme.CA(), ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER), ssl.create_default_context()
    authority.issue_cert(name).configure_cert(shown)
    authority.configure_trust(believed)
    return shown, believed


def test_it_goes_to_the_address_and_asks_by_the_name() -> None:
    looked: list[tuple[str, int]] = []
    with serving() as port:
        connection = pinned(f"http://{NAME}:{port}/", looked=looked)
        connection.connect()
        assert (looked, connection.sock.gettimeout()) == ([(NAME, port)], 7)
        connection.request("GET", "/")
        assert connection.getresponse().read() == f"{NAME}:{port}".encode()
        connection.close()


def test_the_certificate_is_the_names_and_not_the_address() -> None:
    shown, believed = certified(NAME)
    with serving(shown) as port:
        connection = pinned(f"https://{NAME}:{port}/", believed)
        connection.request("GET", "/")
        assert connection.getresponse().status == 200
        connection.close()


def test_a_certificate_of_another_name_is_not_believed() -> None:
    shown, believed = certified("otra.entidad.example")
    with serving(shown) as port, pytest.raises(ssl.SSLCertVerificationError):
        pinned(f"https://{NAME}:{port}/", believed).connect()


def test_where_no_address_is_chosen_nothing_is_opened() -> None:
    def none(host: str, _port: int) -> str:
        raise ValueError(host)

    connection = PinnedConnection(
        urlsplit(f"https://{NAME}/"), none, ssl.create_default_context, connecting=5, answering=5
    )
    assert connection.port == 443
    with pytest.raises(ValueError, match=NAME):
        connection.connect()
    assert connection.sock is None


def test_what_is_cut_ends_and_to_cut_it_again_does_nothing() -> None:
    with serving() as port:
        connection = pinned(f"http://{NAME}:{port}/")
        connection.cut()
        connection.connect()
        for _ in range(2):
            connection.cut()
        assert connection.sock.recv(1) == b""
        connection.close()


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1:248:1893:25c8:1946", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("169.254.169.254", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("::ffff:127.0.0.1", False),
        ("224.0.0.1", False),
    ],
)
def test_only_machines_of_the_open_internet_are_public(address: str, public: bool) -> None:
    assert is_public(address) is public


def test_names_of_this_machine_are_found() -> None:
    assert "127.0.0.1" in addresses_of("localhost", 80)
