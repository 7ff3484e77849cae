"""A link is asked once, calmly, and never on the own network."""

import ssl
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import pytest
import trustme

from gdflow.collect.web_links import Asking, LinkState, ask

STATUS = {"/acta.pdf": 200, "/privado": 401, "/no": 404, "/ido": 410, "/roto": 500, "/solo-get": 405, "/año 1": 200}
STATUS |= {"/sin-head": 404, "/lleva": 302, "/afuera": 302, "/vueltas": 302, "/sin-lugar": 302}
PLACES = {"/lleva": "/acta.pdf", "/afuera": "http://interno.example/x", "/vueltas": "/vueltas"}
GETS = {"/solo-get": 200, "/sin-head": 200}


class Pages(BaseHTTPRequestHandler):
    """A server of a few pages."""

    asked: list[str]

    def do_HEAD(self) -> None:
        self.answer(STATUS)

    def do_GET(self) -> None:
        self.answer(STATUS | GETS)

    def answer(self, known: dict[str, int]) -> None:
        path = self.path.replace("%C3%B1", "ñ").replace("%20", " ").partition("?")[0]
        type(self).asked.append(f"{self.command} {path}")
        self.send_response(known.get(path, 404))
        if path in PLACES:
            self.send_header("Location", PLACES[path])
        self.end_headers()

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@pytest.fixture
def asked() -> list[str]:
    """What the server was asked."""
    return []


@pytest.fixture
def port(asked: list[str]) -> Iterator[int]:
    """A server on loopback."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Own", (Pages,), {"asked": asked}))
    Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield server.server_address[1]
    server.shutdown()
    server.server_close()


HERE = Asking(resolve=lambda _host, _port: ["127.0.0.1"], may_ask=lambda _: True, seconds=5)


@pytest.mark.parametrize(
    ("path", "state"),
    [
        ("/acta.pdf", LinkState.ALIVE),
        ("/acta.pdf?v=1&n=a b", LinkState.ALIVE),
        ("/año 1", LinkState.ALIVE),
        ("/privado", LinkState.ALIVE),
        ("/solo-get", LinkState.ALIVE),
        ("/sin-head", LinkState.ALIVE),
        ("/lleva", LinkState.ALIVE),
        ("/sin-lugar", LinkState.ALIVE),
        ("/no", LinkState.DEAD),
        ("/ido", LinkState.DEAD),
        ("/roto", LinkState.UNKNOWN),
        ("/vueltas", LinkState.UNKNOWN),
    ],
)
def test_what_a_server_says_decides(port: int, path: str, state: LinkState) -> None:
    assert ask(f"http://planes.example:{port}{path}", HERE) is state


def test_head_is_enough_where_it_is_answered(port: int, asked: list[str]) -> None:
    ask(f"http://planes.example:{port}/acta.pdf", HERE)
    ask(f"http://planes.example:{port}/solo-get", HERE)
    assert asked == ["HEAD /acta.pdf", "HEAD /solo-get", "GET /solo-get"]


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.1.2.3", "192.168.1.4", "169.254.169.254", "::1", "fe80::1%eth0", "::ffff:127.0.0.1", "224.0.0.1"],
)
def test_a_machine_of_the_own_network_is_never_asked(port: int, asked: list[str], address: str) -> None:
    assert ask(f"http://planes.example:{port}/acta.pdf", Asking(resolve=lambda _h, _p: [address])) is LinkState.UNKNOWN
    assert asked == []


def test_a_hop_to_the_own_network_is_not_followed(port: int, asked: list[str]) -> None:
    def resolve(host: str, _port: int) -> list[str]:
        return ["10.0.0.1"] if host == "interno.example" else ["127.0.0.1"]

    how = Asking(resolve=resolve, may_ask=lambda address: address == "127.0.0.1", seconds=5)
    assert ask(f"http://planes.example:{port}/afuera", how) is LinkState.UNKNOWN
    assert asked == ["HEAD /afuera"]


@pytest.mark.parametrize("link", ["ftp://a.example/x", "file:///etc/passwd", "http://", "http://a.example:99999/", "x"])
def test_what_is_no_address_of_the_web_is_not_asked(link: str) -> None:
    assert ask(link, HERE) is LinkState.UNKNOWN


def test_nobody_there_is_dead() -> None:
    assert ask("http://planes.example:1/acta.pdf", HERE) is LinkState.DEAD
    assert ask("http://planes.example/acta.pdf", Asking(resolve=lambda _h, _p: [])) is LinkState.UNKNOWN


def test_a_name_that_nobody_knows_is_dead() -> None:
    def unknown(_host: str, _port: int) -> list[str]:
        raise OSError("name not known")

    assert ask("https://planes.example/acta.pdf", Asking(resolve=unknown)) is LinkState.DEAD


def test_this_machine_is_not_asked_by_its_name() -> None:
    assert ask("http://localhost/") is LinkState.UNKNOWN


def test_a_certificate_of_another_host_tells_nothing(asked: list[str]) -> None:
    authority = trustme.CA()
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Own", (Pages,), {"asked": asked}))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("planes.example").configure_cert(context)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    trust = ssl.create_default_context()
    authority.configure_trust(trust)
    how = Asking(HERE.resolve, HERE.may_ask, trust, 5)
    at = server.server_address[1]
    answers = [ask(f"https://{host}:{at}/acta.pdf", how) for host in ("planes.example", "otra.example")]
    server.shutdown()
    server.server_close()
    assert answers == [LinkState.ALIVE, LinkState.UNKNOWN]
