"""A real browser before a real server: Debian's Chromium, or the one that GDFLOW_CHROMIUM names."""

import os
import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from gdflow.app import App
from gdflow.web.application import create_app
from gdflow.web.site import Clock
from tests.support.web import Pages

CHROMIUM = os.environ.get("GDFLOW_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
PHONE = ViewportSize(width=390, height=844)
NARROW = ViewportSize(width=320, height=640)
DESKTOP = ViewportSize(width=1280, height=900)
# A slow third-generation network: 400 ms there and back, 400 kbit/s either way.
SLOW = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for the tests of a module; skipped where there is none.

    Not for the session: while it is open, its thread has a running event loop, under which no flow could run.
    """
    if CHROMIUM is None:
        pytest.skip("no Chromium: install it (apt-get install chromium) or name it in GDFLOW_CHROMIUM")
    with sync_playwright() as play:
        # Run as root, as in a container, Chromium has no sandbox of its own.
        options = ["--no-sandbox"] if os.geteuid() == 0 else []
        launched = play.chromium.launch(executable_path=CHROMIUM, args=options)
        yield launched
        launched.close()


@contextmanager
def served(pages: Pages) -> Iterator[str]:
    """The team's page under a real server; its address."""
    with served_at(pages.app, lambda: pages.hours.now) as url:
        yield f"{url}{pages.path}"


@contextmanager
def served_at(app: App, now: Clock) -> Iterator[str]:
    """An installation under a real server; its address."""
    made = create_app(app, now=now)
    server = uvicorn.Server(uvicorn.Config(made, host="127.0.0.1", port=0, log_level="error", access_log=False))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join()


@contextmanager
def looking(browser: Browser, *, script: bool = True, slow: bool = False, size: ViewportSize = PHONE) -> Iterator[Page]:
    """A new window; whatever its console complains of fails the test."""
    context = browser.new_context(viewport=size, java_script_enabled=script, locale="es-CO")
    page = context.new_page()
    page.set_default_timeout(10_000)
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    if slow:
        context.new_cdp_session(page).send("Network.emulateNetworkConditions", SLOW)
    yield page
    context.close()
    # Whatever is refused is answered by 4xx, which the console notes as an error.
    grave = [each for each in complaints if "with a status of 4" not in each]
    assert not grave, grave


def picture(path: Path) -> Path:
    """A photo as a telephone takes it, of about 800 kB."""
    from PIL import Image

    Image.effect_noise((1600, 1200), 60).convert("RGB").save(path, quality=60)
    return path


def wide(page: Page) -> int:
    """How many pixels of the page lie beyond the right edge of the window."""
    found: Any = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return int(found)
