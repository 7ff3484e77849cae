"""The web application of an installation."""

import time
from collections.abc import Callable

from fastapi import FastAPI
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from gdflow import clock
from gdflow.app import App
from gdflow.domain.errors import GdflowError
from gdflow.storage.entities import entity_by_code
from gdflow.web.assets import FOLDER, serve_asset
from gdflow.web.caller import networks
from gdflow.web.guard import Guard
from gdflow.web.limits import usual_limits
from gdflow.web.refusals import handlers
from gdflow.web.rendering import environment
from gdflow.web.site import Clock, Site
from gdflow.web.team_answers import TeamAnswers
from gdflow.web.team_pages import TeamPages

HEALTH = "/salud"


def create_app(
    app: App,
    *,
    now: Clock = clock.now,
    seconds: Callable[[], float] = time.monotonic,
    read_soon: Callable[[], None] = lambda: None,
) -> FastAPI:
    """The pages of an installation as an ASGI application.

    now: the clock by which periods close and links end. seconds: the one by which callers are slowed down.
    read_soon: asks for workbooks that were kept to be read; the scheduled reading takes them anyhow.
    """
    site = Site(app, now, usual_limits(seconds), environment(app.rules.window.local))
    pages = TeamPages(site)
    told = handlers(site)
    unforeseen = told.pop(Exception)
    guard = Middleware(Guard, trusted=networks(app.settings.web.trusted_proxies), unforeseen=unforeseen)
    return FastAPI(
        title="gdflow",
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        routes=[
            Route(HEALTH, _health(site)),
            Route(FOLDER + "{name}", serve_asset),
            *pages.routes(),
            *TeamAnswers(site, pages, read_soon).routes(),
        ],
        middleware=[guard, Middleware(GZipMiddleware, minimum_size=500)],
        exception_handlers=told,
    )


def _health(site: Site) -> Callable[[Request], Response]:
    def health(_request: Request) -> Response:
        """Whether pages can be served: the database answers."""
        try:
            with site.app.reading() as session:
                entity_by_code(session, site.app.settings.entity.code)
        except GdflowError:
            return JSONResponse({"estado": "mal"}, 503)
        return JSONResponse({"estado": "bien"})

    return health
