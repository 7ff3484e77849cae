"""The pages of an installation in a process of their own: says its port, and ends when its input does."""

import itertools
import sys
import threading
import time
from pathlib import Path

import uvicorn

from gdflow.app import App
from gdflow.web.application import create_app
from gdflow.web.reading import BackgroundReader
from tests.support.web import Hours

if __name__ == "__main__":
    app, hours, ticks = App.open(Path(sys.argv[1]), {}), Hours(), itertools.count(0, 3600)
    reader = BackgroundReader(app, lambda: hours.now)
    # Callers are not counted: one of them asks for what many would.
    made = create_app(app, now=lambda: hours.now, seconds=lambda: next(ticks), read_soon=reader)
    server = uvicorn.Server(uvicorn.Config(made, host="127.0.0.1", port=0, log_level="error", access_log=False))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    print(server.servers[0].sockets[0].getsockname()[1], flush=True)
    sys.stdin.read()
    server.should_exit = True
    thread.join()
    reader.close()
