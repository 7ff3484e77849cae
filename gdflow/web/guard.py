"""What stands before every page: headers, the origin of changes, the size of bodies, and a log without keys.

Plain ASGI: a response is passed on as it comes, and a body is refused while it streams, before it is on a disk.
"""

import logging
import re
import time
from collections.abc import Awaitable, Callable, Sequence
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from gdflow.web.caller import Caller, Network, caller_of, is_trusted

MAX_BODY = 12_000_000
MAX_DRAINED = 60_000_000
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
OWN_SITE = frozenset({"same-origin", "none"})
KEY = re.compile(r"((?<=/r/)|(?<=/entrar/clave/)|(?<=/calendario/))[^/?#\s]+")
# Nothing from elsewhere, nothing inline; no frame around the page, and nothing of it in another's.
POLICY = "; ".join(
    (
        "default-src 'none'",
        *("script-src 'self'", "style-src 'self'", "img-src 'self'", "connect-src 'self'"),
        *("form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'"),
    )
)
HEADERS = {
    "content-security-policy": POLICY,
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "x-robots-tag": "noindex, nofollow",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "geolocation=(), microphone=(), payment=()",
}
HSTS = "max-age=31536000"
UNNAMED_PROXY = (
    "%s dice por quién llama y no se le cree. Si es su servidor intermedio, nómbrelo en web.trusted_proxies: mientras "
    "tanto todos los equipos cuentan como uno solo."
)
log = logging.getLogger("gdflow.web")
Unforeseen = Callable[[Request, Exception], Awaitable[Response]]
Note = Callable[[str, int, float], None]
"""Takes the method, the status and the seconds of an answer."""


class BodyTooLargeError(Exception):
    """A body is longer than any form of ours can be."""


class ForeignOriginError(Exception):
    """Another site asks for a change."""


class Guard:
    """The ASGI layer around the pages."""

    def __init__(self, app: ASGIApp, trusted: Sequence[Network], unforeseen: Unforeseen, note: Note) -> None:
        self.app, self.trusted, self.unforeseen, self.note = app, trusted, unforeseen, note
        self._has_warned = False

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        caller, began = caller_of(scope, self.trusted), time.monotonic()
        self._warn_of_unnamed_proxy(scope)
        scope["gdflow.caller"] = caller
        status = 0

        async def with_headers(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                _add_headers(MutableHeaders(scope=message), caller)
            await send(message)

        try:
            await self.app(scope, _capped(scope, receive), with_headers)
        except Exception as error:  # noqa: BLE001  this is the door: nobody above it can answer a browser
            if not status:
                response = await self.unforeseen(Request(scope), error)
                await response(scope, receive, with_headers)
        finally:
            seconds = time.monotonic() - began
            self.note(scope["method"], status, seconds)
            spent = round(seconds * 1000)
            log.info("%s %s %s %s ms %s", scope["method"], without_key(scope["path"]), status, spent, caller.address)

    def _warn_of_unnamed_proxy(self, scope: Scope) -> None:
        """Say once that a proxy is not believed: behind it all teams are one caller, and share one caller's limits."""
        peer = str((scope.get("client") or ("",))[0])
        if self._has_warned or "x-forwarded-for" not in Headers(scope=scope) or is_trusted(peer, self.trusted):
            return
        self._has_warned = True
        log.warning(UNNAMED_PROXY, peer)


def without_key(path: str) -> str:
    """A path in which nobody can find the key of a link."""
    return KEY.sub("…", path)


def refuse_foreign(headers: Headers) -> None:
    """Raise ForeignOriginError for a change that another site asks for.

    Browsers say by Sec-Fetch-Site from where a request comes. Those that do not say it yet send no usable Origin from
    our pages ("null", for the pages let nothing be told), so there it is refused only when it names another site.
    That is enough for links, with which no cookie goes: whoever knows one needs no forgery. A request with a cookie,
    which a browser adds by itself, has to say from where it comes.
    """
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if site is not None:
        foreign = site not in OWN_SITE
    elif origin in (None, "null"):
        foreign = "cookie" in headers
    else:
        foreign = urlsplit(str(origin)).netloc != headers.get("host")
    if foreign:
        raise ForeignOriginError


def _capped(scope: Scope, receive: Receive) -> Receive:
    said = Headers(scope=scope).get("content-length", "0")
    taken = int(said) if said.isdigit() and int(said) > MAX_BODY else 0

    async def capped() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > MAX_BODY:
            await _drain(message, receive)
            raise BodyTooLargeError
        return message

    return capped


async def _drain(message: Message, receive: Receive) -> None:
    """Let the rest pass unseen: a browser that is cut off while it sends never shows why."""
    passed = 0
    while message.get("more_body") and passed < MAX_DRAINED:
        message = await receive()
        passed += len(message.get("body", b""))


def _add_headers(headers: MutableHeaders, caller: Caller) -> None:
    for name, value in HEADERS.items():
        headers.setdefault(name, value)
    headers.setdefault("cache-control", "no-store")
    if caller.is_secret:
        headers["strict-transport-security"] = HSTS
