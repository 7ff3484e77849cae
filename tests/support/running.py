"""An application of the web under a real server of this machine."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import uvicorn

PATIENCE = 60
"""Seconds that only a server that hangs needs, to begin and to end."""


@contextmanager
def running(app: Any) -> Iterator[str]:
    """The application while the `with` block lasts; its address."""
    options: dict[str, Any] = {"log_level": "error", "access_log": False, "timeout_graceful_shutdown": PATIENCE}
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, **options))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{_port(server, thread)}"
    finally:
        server.should_exit = True
        thread.join()


def _port(server: uvicorn.Server, thread: threading.Thread) -> int:
    until = time.monotonic() + PATIENCE
    while not server.started:
        assert thread.is_alive(), "the server did not start"
        assert time.monotonic() < until, "the server does not start"
        time.sleep(0.01)
    return int(server.servers[0].sockets[0].getsockname()[1])
