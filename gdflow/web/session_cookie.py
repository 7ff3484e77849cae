"""The cookie by which a browser shows who is signed in: for this site alone, unseen by scripts, never sent in clear.

Browsers take a Secure cookie over plain HTTP from the very machine on which they run, and from nowhere else.
"""

from starlette.requests import Request
from starlette.responses import Response

SESSION, STEP = "__Host-gdflow", "__Host-gdflow-paso"
"""Who is signed in, and who is half way there."""


def token_in(request: Request, name: str = SESSION) -> str | None:
    """The token that a browser shows; None without one."""
    return request.cookies.get(name) or None


def give(response: Response, token: str, name: str = SESSION) -> None:
    """Let a browser keep a token until it is closed; how long it serves is known here alone."""
    response.set_cookie(name, token, path="/", secure=True, httponly=True, samesite="lax")


def take_back(response: Response, name: str = SESSION) -> None:
    """Let a browser forget a token."""
    response.delete_cookie(name, path="/", secure=True, httponly=True, samesite="lax")
