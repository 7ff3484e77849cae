"""A provider of accounts (OpenID Connect) on this machine: it asks nobody anything and vouches for whom a test says.

It is strict where a real one is: the client, its secret, the address to return to, PKCE, and each code once.
"""

from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from secrets import token_urlsafe
from typing import Any
from urllib.parse import urlencode

from authlib.oauth2.rfc7636 import create_s256_code_challenge  # type: ignore[import-untyped]  # it has no types
from joserfc import jwt
from joserfc.jwk import RSAKey
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from tests.support.running import running

CLIENT, SECRET = "gdflow", "el-secreto-del-registro"
HOUR = 3600


@dataclass
class LocalProvider:
    """What the provider says. claims: of whoever signs in; spoil: what to put wrong into the token on purpose."""

    claims: dict[str, Any] = field(default_factory=dict)
    spoil: dict[str, Any] = field(default_factory=dict)
    issuer: str = ""
    now: int = 0
    denies: bool = False
    fails: bool = False
    asked: list[str] = field(default_factory=list)
    key: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, {"kid": "uno"}))
    signs_with: RSAKey | None = None
    _codes: dict[str, dict[str, str]] = field(default_factory=dict)

    def app(self) -> Starlette:
        """The provider as an ASGI application."""
        return Starlette(
            routes=[
                Route("/.well-known/openid-configuration", self._discovery),
                Route("/authorize", self._authorize),
                Route("/jwks", self._jwks),
                Route("/token", self._token, methods=["POST"]),
            ]
        )

    def _discovery(self, _request: Request) -> Response:
        if self.fails:
            return Response("fuera de servicio", 503)
        ends = {"authorization_endpoint": "authorize", "token_endpoint": "token", "jwks_uri": "jwks"}
        told = {name: f"{self.issuer}/{path}" for name, path in ends.items()}
        return JSONResponse(told | {"issuer": self.spoil.get("issuer", self.issuer)})

    def _authorize(self, request: Request) -> Response:
        told = dict(request.query_params)
        self.asked.append(str(request.url))
        assert (told["client_id"], told["response_type"]) == (CLIENT, "code")
        assert told["code_challenge_method"] == "S256"
        if self.denies:
            answer = {"error": "access_denied", "state": told["state"]}
        else:
            code = token_urlsafe(16)
            self._codes[code] = told
            answer = {"code": code, "state": told["state"]}
        return RedirectResponse(f"{told['redirect_uri']}?{urlencode(answer)}", 302)

    def _jwks(self, _request: Request) -> Response:
        return JSONResponse({"keys": [self.key.as_dict(private=False)]})

    async def _token(self, request: Request) -> Response:
        form = await request.form()
        kept = self._codes.pop(str(form["code"]), None)
        if kept is None or not self._is_client(request) or form["redirect_uri"] != kept["redirect_uri"]:
            return JSONResponse({"error": "invalid_grant"}, 400)
        if create_s256_code_challenge(str(form["code_verifier"])) != kept["code_challenge"]:
            return JSONResponse({"error": "invalid_grant"}, 400)
        return JSONResponse({"access_token": token_urlsafe(8), "token_type": "Bearer", "id_token": self._signed(kept)})

    def _signed(self, kept: dict[str, str]) -> str:
        times = {"iat": self.now, "exp": self.now + HOUR}
        told = {"iss": self.issuer, "aud": CLIENT, "nonce": kept["nonce"], **times, **self.claims, **self.spoil}
        header = {"alg": self.spoil.get("alg", "RS256"), "kid": "uno"}
        return jwt.encode(header, told, self.signs_with or self.key)

    def _is_client(self, request: Request) -> bool:
        kind, _, told = request.headers.get("authorization", "").partition(" ")
        return kind == "Basic" and b64decode(told).decode() == f"{CLIENT}:{SECRET}"


@contextmanager
def vouching(now: int, **claims: Any) -> Iterator[LocalProvider]:
    """A provider that runs while the `with` block lasts. now: by its clock."""
    local = LocalProvider(claims={"sub": sha256(repr(claims).encode()).hexdigest()[:8], **claims}, now=now)
    with running(local.app()) as local.issuer:
        yield local
