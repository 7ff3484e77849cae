"""A real browser before a real server: Debian's Chromium, or the one that GDFLOW_CHROMIUM names."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.base import AxeResults  # type: ignore[import-untyped]  # the library has no types
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # as above
from playwright.sync_api import Browser, Page, ViewportSize, expect, sync_playwright

from gdflow.app import App
from gdflow.web.application import create_app
from gdflow.web.site import Clock
from tests.support.running import running
from tests.support.web import Pages

CHROMIUM = os.environ.get("GDFLOW_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
PHONE = ViewportSize(width=390, height=844)
NARROW = ViewportSize(width=320, height=640)
DESKTOP = ViewportSize(width=1280, height=900)
# A slow third-generation network: 400 ms there and back, 400 kbit/s either way.
SLOW = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
PATIENCE = 120_000
"""Milliseconds that only a page that hangs needs: on a busy machine each step may take long."""
expect.set_options(timeout=PATIENCE)


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
        launched = play.chromium.launch(executable_path=CHROMIUM, args=options, timeout=PATIENCE)
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
    with running(create_app(app, now=now)) as url:
        yield url


@contextmanager
def looking(browser: Browser, *, script: bool = True, slow: bool = False, size: ViewportSize = PHONE) -> Iterator[Page]:
    """A new window; whatever its console complains of fails the test."""
    context = browser.new_context(viewport=size, java_script_enabled=script, locale="es-CO")
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    if slow:
        context.new_cdp_session(page).send("Network.emulateNetworkConditions", SLOW)
    try:
        yield page
    finally:
        context.close()  # else its server would wait for it, and the test that failed would hang
    # Whatever is refused is answered by 4xx, which the console notes as an error.
    grave = [each for each in complaints if "with a status of 4" not in each]
    assert not grave, grave


def picture(path: Path) -> Path:
    """A photo as a telephone takes it, of about 800 kB."""
    from PIL import Image

    Image.effect_noise((1600, 1200), 60).convert("RGB").save(path, quality=60)
    return path


def examined(page: Page) -> AxeResults:
    """What axe finds wrong with a page, once it is whole: one that is still being loaded has neither end nor style."""
    page.wait_for_load_state()
    return Axe().run(page, options=RULES)


def wide(page: Page) -> int:
    """How many pixels of the page, once it is whole, lie beyond the right edge of the window."""
    page.wait_for_load_state()
    found: Any = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return int(found)
