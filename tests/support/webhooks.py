"""Another system of the entity: a real server that checks each signature itself, as docs/webhooks.md says it should."""

import json
import re
import ssl
import threading
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from gdflow.app import App
from gdflow.domain.webhooks import WebhookEvent
from gdflow.services import webhooks
from gdflow.services.webhooks import Given
from tests.support.cast import at

DOCS = (Path(__file__).parents[2] / "docs" / "webhooks.md").read_text("utf-8")
HOST = "127.0.0.1"
BY = "Sistemas"
OWN = f'hosts = ["{HOST}"]\n'
HANG, DROP = -1, -2
"""Answers that never come: nothing is said while the server lives, or the connection is cut."""
Checks = Callable[[str, dict[str, str], bytes], bool]


def documented() -> Checks:
    """The Python function that docs/webhooks.md gives to whoever receives."""
    code = re.search(r"```python\n(.*?)```", DOCS, re.DOTALL)
    assert code
    known: dict[str, Any] = {}
    exec(compile(code[1], "docs/webhooks.md", "exec"), known)
    check: Checks = known["is_from_gdflow"]
    return check


@dataclass
class Receiver:
    """What came, in order. secrets: any of which may have signed; a message that none did is answered 401.

    answers: the statuses of the next messages, with their headers; 204 when there are none left.
    """

    port: int
    stopping: threading.Event
    secrets: list[str] = field(default_factory=list)
    answers: deque[tuple[int, dict[str, str]]] = field(default_factory=deque)
    bodies: list[bytes] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    forged: int = 0
    tls: bool = False

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http{'s' if self.tls else ''}://{HOST}:{self.port}/gdflow?equipo=bi"

    @property
    def messages(self) -> list[Any]:
        """The messages that came."""
        return [json.loads(body) for body in self.bodies]

    @property
    def ids(self) -> list[str]:
        """Their ids, as the header says them."""
        return [each["webhook-id"] for each in self.headers]

    def answer(self, *statuses: int, **headers: str) -> None:
        """Answer the next messages so."""
        self.answers.extend((status, headers) for status in statuses)

    def take(self, headers: dict[str, str], body: bytes) -> tuple[int, dict[str, str]]:
        """Judge a message and keep it."""
        if not any(documented()(secret, headers, body) for secret in self.secrets):
            self.forged += 1
            return 401, {}
        self.headers.append(headers)
        self.bodies.append(body)
        return self.answers.popleft() if self.answers else (204, {})


@contextmanager
def receiving(tls: ssl.SSLContext | None = None) -> Iterator[Receiver]:
    """A receiver on loopback while the `with` block lasts."""
    server = ThreadingHTTPServer((HOST, 0), _Handler)
    server.daemon_threads = True
    if tls is not None:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    receiver = Receiver(int(server.server_address[1]), threading.Event(), tls=tls is not None)
    server.receiver = receiver  # type: ignore[attr-defined]  # its handlers find it there
    server.handle_error = lambda *_: None  # type: ignore[method-assign]  # a sender that dies is part of the play
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield receiver
    finally:
        receiver.stopping.set()
        server.shutdown()
        thread.join()
        server.server_close()


class _Handler(BaseHTTPRequestHandler):
    server: Any

    def do_POST(self) -> None:  # the name by which http.server finds it
        receiver: Receiver = self.server.receiver
        body = self.rfile.read(int(self.headers["Content-Length"]))
        status, more = receiver.take({name.lower(): value for name, value in self.headers.items()}, body)
        if status in (HANG, DROP):
            receiver.stopping.wait(10 if status == HANG else 0)
            self.close_connection = True
            return
        self.send_response(status)
        for name, value in more.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # named so by its base
        """Nothing on the terminal."""


def allowing(app: App, more: str = "") -> App:
    """The same installation, which may tell this very machine."""
    app.engine.dispose()
    (app.home / "config" / "channels.toml").write_text(OWN + more, encoding="utf-8")
    return App.open(app.home, {})


def registered(app: App, receiver: Receiver, *events: str, now: datetime | None = None) -> Given:
    """A webhook that leads to the receiver, which knows its secret."""
    asked = webhooks.events_of(events)
    with app.transaction() as session:
        own = app.settings.channels.hosts
        given = webhooks.add(session, app.rules, receiver.url, asked, own, by=BY, now=now or at("2023-07-03"))
    receiver.secrets.append(given.secret)
    return given


def told(app: App, event: WebhookEvent = WebhookEvent.PERIOD_CLOSED, day: str = "2023-07-03", count: int = 1) -> None:
    """Let so many periods be closed, as far as the record goes."""
    from gdflow.storage import events

    kind = {WebhookEvent.PERIOD_CLOSED: "period_closed", WebhookEvent.REPORT_READY: "report_written"}[event]
    facts = {"plan": "plan", "period": "2023-Q2", "number": 1, "sha256": "ab" * 32, "closing": 1, "report": "minutes"}
    with app.transaction() as session:
        for _ in range(count):
            events.append(session, app.entity_id, kind, "plan:1", facts, at=at(day), actor="Ana Ruiz <ana@x.example>")
