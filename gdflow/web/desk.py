"""The frame of every page behind the sign-in: who asks, whether they may, and what stands around the page."""

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote, urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from gdflow.domain.access import Act, WebSession, may
from gdflow.domain.errors import GdflowError
from gdflow.services import web_sessions
from gdflow.spanish.desk_frame import is_late, scan_words
from gdflow.storage.engine import BRIEFLY
from gdflow.storage.last_scan import last_scan
from gdflow.web.guard import MAX_BODY, SAFE, refuse_foreign
from gdflow.web.navigation import BOARD, Place, places_for
from gdflow.web.refusals import Handler
from gdflow.web.session_cookie import token_in
from gdflow.web.site import Site, by_script, caller, spend

SIGN_IN, SEE_OTHER, FORBIDDEN = "/entrar", 303, 403
GO = "ir"
"""The field and parameter that hold where to go after signing in."""


class NotSignedInError(Exception):
    """Nobody is signed in. path: where they wanted to go."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


class NotAllowedError(Exception):
    """Somebody is signed in whose role does not allow what they ask for."""

    def __init__(self, session: WebSession, act: Act) -> None:
        super().__init__(act)
        self.session, self.act = session, act


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around a page. scan: the age of the last scan in words; late: it is in red."""

    session: WebSession
    places: tuple[Place, ...]
    here: str
    scan: str
    late: bool


@dataclass(frozen=True, slots=True)
class Desk:
    """The pages of an installation for people who sign in."""

    site: Site

    def person(self, request: Request, act: Act) -> WebSession:
        """Who asks, once they may go on.

        Raises NotSignedInError, NotAllowedError, TooManyError, and ForeignOriginError for a change that another site
        asks for. It may write when the session was last seen, so it is called outside of any transaction.
        """
        limits = self.site.limits
        spend(limits.requests, caller(request).address)
        session = self.signed_in(request)
        if session is None:
            raise NotSignedInError(_wanted(request))
        if request.method not in SAFE:
            refuse_foreign(request.headers)
            key = f"account:{session.account.id}"
            spend(limits.changes, key)
            spend(limits.bytes, key, int(request.headers.get("content-length") or MAX_BODY))
        if not may(session.account.role, act):
            raise NotAllowedError(session, act)
        return session

    def signed_in(self, request: Request) -> WebSession | None:
        """Who is signed in, if anybody; the session goes on from now."""
        token, app, now = token_in(request), self.site.app, self.site.clock()
        if token is None:
            return None
        with app.reading() as session:
            found = web_sessions.current(session, app.rules, token, now=now)
        return found and self._seen(found, now)

    def page(
        self, request: Request, session: WebSession, template: str, status: int = 200, **facts: object
    ) -> HTMLResponse:
        """A page out of a template that extends desk_base.html, in its frame (`frame` in the template)."""
        return self.site.page(template, status, frame=self.frame(request, session), **facts)

    def frame(self, request: Request, session: WebSession) -> Frame:
        """What stands around a page for somebody."""
        app, now = self.site.app, self.site.clock()
        with app.reading() as reading:
            scanned = last_scan(reading, app.rules.entity_id)
        served = {route.path for route in request.app.routes}
        places = places_for(session.account.role, served)
        return Frame(session, places, request.url.path, scan_words(scanned, now), is_late(scanned, now))

    def _seen(self, found: WebSession, now: datetime) -> WebSession:
        if not web_sessions.is_to_slide(found, now):
            return found
        try:
            with self.site.app.transaction(patience=BRIEFLY) as session:
                return web_sessions.slide(session, found, now=now)
        except GdflowError:
            return found  # the database is busy: whoever looks on is noted the next time


def actor(session: WebSession) -> str:
    """How the record names whoever is signed in."""
    return session.account.actor


def not_allowed(desk: Desk, request: Request, error: NotAllowedError) -> Response:
    """Say that a role does not allow what was asked for."""
    heading, text = (
        "Su cuenta no lo permite",
        (
            f"Su perfil es «{error.session.account.role.label}» y esto pide: {error.act.label.lower()}. "
            "Si lo necesita, hable con quien administra las cuentas."
        ),
    )
    if by_script(request):
        return desk.site.message(request, FORBIDDEN, heading, text)
    return desk.page(request, error.session, "desk_message.html", FORBIDDEN, heading=heading, text=text)


def own_path(text: str | None) -> str:
    """A path of this very site to go to; the board for anything else.

    What a browser would take for another site ("//x", "/\\x", a scheme, signs that it leaves out) is no path.
    """
    path = text or ""
    parts = urlsplit(path)
    is_own = path.startswith("/") and not parts.scheme and not parts.netloc
    if not is_own or path[1:2] in ("/", "\\") or not path.isprintable() or "\\" in path or " " in path:
        return BOARD
    return path


def desk_handlers(desk: Desk) -> dict[int | type[Exception], Handler]:
    """How the two refusals of `Desk.person` are told."""

    async def sign_in(request: Request, error: Exception) -> Response:
        assert isinstance(error, NotSignedInError)  # noqa: S101  the table below says so
        return to_sign_in(request, error.path)

    async def refuse(request: Request, error: Exception) -> Response:
        assert isinstance(error, NotAllowedError)  # noqa: S101  the table below says so
        return await run_in_threadpool(not_allowed, desk, request, error)

    return {NotSignedInError: sign_in, NotAllowedError: refuse}


def to_sign_in(request: Request, path: str) -> Response:
    """Send whoever is not signed in to the page where they may; the script of a page, with the whole window."""
    target = f"{SIGN_IN}?{GO}={quote(path, safe='')}"
    if by_script(request):
        return Response(status_code=401, headers={"hx-redirect": target})
    return RedirectResponse(target, SEE_OTHER)


def _wanted(request: Request) -> str:
    """Where somebody wanted to go; what was to be sent is gone, so a form leads to the board."""
    if request.method not in SAFE:
        return BOARD
    query = request.url.query
    return request.url.path + (f"?{query}" if query else "")
