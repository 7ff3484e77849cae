"""The pages of all entities of an installation from one server: each request is answered by those of the host it names.

The installation's own host costs nothing more. Whose another host is, is asked again after a few seconds, so what an
entity sets is seen soon; its pages are made when they are first asked for, and those longest unasked for are let go.
"""

import asyncio
import logging
import re
import time
from collections import OrderedDict
from collections.abc import Callable
from functools import partial

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from gdflow import clock
from gdflow.app import App
from gdflow.domain.entities import KnownEntity
from gdflow.domain.errors import GdflowError, NotFoundError
from gdflow.services.hosting import entity_at
from gdflow.settings.web import host_of
from gdflow.spanish.messages import say
from gdflow.web.application import create_app
from gdflow.web.guard import HEADERS
from gdflow.web.limits import usual_limits
from gdflow.web.request_times import RequestTimes
from gdflow.web.site import Clock

FRESH = 5.0
"""Seconds for which it is remembered whose a host is."""
MOST_SITES, MOST_HOSTS = 256, 4096
HOST = re.compile(r"[a-z0-9.:\[\]-]+")
USUAL_PORT = re.compile(r"\.?(:80|:443)?$")
NOBODY, UNWELL = 404, 503
TRY_AGAIN = "Las páginas de esta entidad no se pueden mostrar en este momento. Intente de nuevo en unos minutos.\n"
log = logging.getLogger("gdflow.web")
Found = KnownEntity | NotFoundError | None
"""Whose a host is: a hosted entity's, nobody's, or (None) the installation's own."""


def sites_of(
    app: App,
    *,
    now: Clock = clock.now,
    seconds: Callable[[], float] = time.monotonic,
    read_soon: Callable[[App], None] = lambda _app: None,
    work_soon: Callable[[], None] = lambda: None,
) -> "EntitySites":
    """The pages of an installation and of those whom it hosts; who asks too much of one has asked too much of all."""
    limits, times = usual_limits(seconds), RequestTimes()

    def made(its: App) -> ASGIApp:
        soon = partial(read_soon, its)
        return create_app(its, now=now, read_soon=soon, work_soon=work_soon, limits=limits, times=times)

    return EntitySites(app, made, seconds)


class EntitySites:
    """The ASGI application over all of them. made: makes the pages of an App."""

    def __init__(self, app: App, made: Callable[[App], ASGIApp], seconds: Callable[[], float]) -> None:
        self._app, self._made, self._seconds = app, made, seconds
        self._own = made(app)
        self._own_host = host_of(app.rules.public_url or "")
        self._known: OrderedDict[str, tuple[float, Found]] = OrderedDict()
        self._sites: OrderedDict[int, tuple[KnownEntity, ASGIApp]] = OrderedDict()
        self._making = asyncio.Lock()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        host = host_in(scope) if scope["type"] == "http" else self._own_host
        pages = self._own if host == self._own_host or not HOST.fullmatch(host) else await self._pages(host)
        await pages(scope, receive, send)

    async def _pages(self, host: str) -> ASGIApp:
        since, found = self._known.get(host, (None, None))
        if since is None or self._seconds() - since >= FRESH:
            try:
                found = await run_in_threadpool(self._find, host)
            except GdflowError as error:
                log.warning("%s: %s", host, say(error))
                if since is None:
                    return _told(UNWELL, TRY_AGAIN)
            else:
                self._remember(host, found)
        return await self._pages_of(found)

    def _find(self, host: str) -> Found:
        app = self._app
        try:
            with app.reading() as session:
                return entity_at(session, app.settings, host, app.entity_id)
        except NotFoundError as error:
            return error

    def _remember(self, host: str, found: Found) -> None:
        self._known[host] = (self._seconds(), found)
        self._known.move_to_end(host)
        if len(self._known) > MOST_HOSTS:
            self._known.popitem(last=False)

    async def _pages_of(self, found: Found) -> ASGIApp:
        if found is None:
            return self._own
        if isinstance(found, NotFoundError):
            return _told(NOBODY, f"{say(found)}\n")
        if kept := self._kept(found):
            return kept
        async with self._making:  # of many who ask at once for the same pages, the first makes them
            return self._kept(found) or await self._make(found)

    def _kept(self, entity: KnownEntity) -> ASGIApp | None:
        known, pages = self._sites.get(entity.id, (None, None))
        if known != entity:
            return None
        self._sites.move_to_end(entity.id)
        return pages

    async def _make(self, entity: KnownEntity) -> ASGIApp:
        try:
            pages = await run_in_threadpool(lambda: self._made(self._app.hosting(entity)))
        except GdflowError as error:
            log.warning("%s: %s", entity.code, say(error))
            return _told(UNWELL, TRY_AGAIN)
        self._sites[entity.id] = (entity, pages)
        self._sites.move_to_end(entity.id)
        if len(self._sites) > MOST_SITES:
            self._sites.popitem(last=False)
        return pages


def host_in(scope: Scope) -> str:
    """The host that a request names: in small letters, without a usual port."""
    return USUAL_PORT.sub("", Headers(scope=scope).get("host", "").strip().lower())


def _told(status: int, text: str) -> ASGIApp:
    return PlainTextResponse(text, status, headers={**HEADERS, "cache-control": "no-store"})
