"""A real HTTPS server on loopback that answers on command and records what was posted to it."""

import ssl
import threading
import time
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self

HOST = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server says. The `Date` header is always there."""

    status: int = 202
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""


DROP = Answer(-1)  # take the whole request, then cut the connection without a word
DROP_EARLY = Answer(-2)  # cut the connection after the headers, the body unread
HANG = Answer(-3)  # take the whole request, then say nothing while the server lives
DROP_IN_BODY = Answer(-4)  # answer 202 and cut the connection in the middle of the answer's body


@dataclass(frozen=True, slots=True)
class Posted:
    """A request as the server took it; `at` on the monotonic clock."""

    path: str
    headers: Mapping[str, str]
    body: bytes
    at: float


class HttpsServer:
    """Serve while the `with` block lasts. Without `tls` it speaks plain HTTP. Unscripted requests are answered 202."""

    def __init__(self, tls: ssl.SSLContext | None = None) -> None:
        self.received: list[Posted] = []
        self.connections = 0
        self.stopping = threading.Event()
        self._answers: deque[Answer] = deque()
        self._server = _Server(self)
        if tls is not None:
            self._server.socket = tls.wrap_socket(self._server.socket, server_side=True)
        self.port = int(self._server.server_address[1])

    def answer(self, *answers: Answer | int) -> None:
        """Answer so, once each and in this order."""
        self._answers.extend(each if isinstance(each, Answer) else Answer(each) for each in answers)

    def next_answer(self) -> Answer:
        """The next scripted answer."""
        return self._answers.popleft() if self._answers else Answer()

    def __enter__(self) -> Self:
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stopping.set()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, script: HttpsServer) -> None:
        self.script = script
        super().__init__((HOST, 0), _Handler)

    def get_request(self) -> tuple[Any, Any]:
        request = super().get_request()
        self.script.connections += 1
        return request

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that went away is part of the play."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 10
    server: _Server

    def setup(self) -> None:
        super().setup()
        self.close_connection = True

    def do_POST(self) -> None:  # the name by which http.server finds it
        answer = self.server.script.next_answer()
        if answer is not DROP_EARLY:
            self._take()
        if answer is HANG:
            self.server.script.stopping.wait(10)
        if answer in (DROP, DROP_EARLY, HANG):
            self.close_connection = True
            return
        self._say(answer)

    def do_GET(self) -> None:  # a redirect that was followed would come back as one
        self.do_POST()

    def _take(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.server.script.received.append(Posted(self.path, dict(self.headers), body, time.monotonic()))

    def _say(self, answer: Answer) -> None:
        cut = answer is DROP_IN_BODY
        self.send_response(202 if cut else answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", "100" if cut else str(len(answer.body)))
        self.end_headers()
        self.wfile.write(b"un poco" if cut else answer.body)
        self.close_connection = cut or self.headers.get("Connection", "").lower() == "close"

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # named so by its base
        """Nothing on the terminal."""
