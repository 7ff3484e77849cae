"""The calendars to which people's programs subscribe, by an address that is their key. Nothing here writes."""

from dataclasses import dataclass
from hashlib import sha256

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from gdflow.domain.errors import ConflictError, NotFoundError
from gdflow.services import feeds
from gdflow.spanish.messages import say
from gdflow.web.site import Site, caller, spend

GONE, UNCHANGED = 410, 304
MEDIA_TYPE = "text/calendar; charset=utf-8"
LIVES = 3600
"""Seconds for which a program need not ask again; more than a few would make a moved date late."""


@dataclass(frozen=True, slots=True)
class Feeds:
    """The calendars of an entity."""

    site: Site

    def routes(self) -> list[Route]:
        """What can be asked for."""
        return [Route(f"{feeds.PATH}{{token}}{feeds.ENDING}", self.calendar)]

    def calendar(self, request: Request) -> Response:
        """The calendar of a token; one that was taken back says so, and programs stop asking."""
        app, address = self.site.app, caller(request).address
        spend(self.site.limits.requests, address)
        try:
            with app.reading() as session:
                feed = feeds.find(session, app.rules, request.path_params["token"])
                data = feeds.calendar(session, app.rules, feed, now=self.site.clock())
        except ConflictError as error:
            return PlainTextResponse(say(error), GONE)
        except NotFoundError:
            spend(self.site.limits.bad_links, address)
            raise
        headers = {"etag": f'W/"{sha256(data).hexdigest()}"', "cache-control": f"private, max-age={LIVES}"}
        if headers["etag"] in request.headers.get("if-none-match", ""):
            return Response(status_code=UNCHANGED, headers=headers)
        return Response(data, media_type=MEDIA_TYPE, headers=headers)
