"""The entity's own accounts (OpenID Connect): where people are sent, and what is believed of what comes back.

Code and PKCE. What binds the answer to the browser that asked is worked out from one random key, which only that
browser has: nothing is written for whoever is merely sent away.
"""

import secrets
from base64 import urlsafe_b64encode
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from hmac import compare_digest
from pathlib import Path
from ssl import create_default_context
from typing import Any

from gdflow.domain.access import Role
from gdflow.domain.errors import ConfigError, DeliveryError, InputError
from gdflow.services.provider_sign_in import Person, Trust
from gdflow.settings import Settings

KEY_BYTES, PATIENCE, LEEWAY = 32, 10, 60
"""Random bytes of a key; seconds for each answer of the provider, and for its clock to be wrong."""
DISCOVERY = "/.well-known/openid-configuration"
ALGORITHMS = ("RS256", "PS256", "ES256")
"""Signatures by the provider's own key; never one by a secret that we share."""


@dataclass(frozen=True, slots=True)
class Journey:
    """One browser's way to the provider and back. key: what that browser alone has."""

    key: str

    @classmethod
    def begin(cls) -> "Journey":
        """A new one."""
        return cls(secrets.token_urlsafe(KEY_BYTES))

    @property
    def state(self) -> str:
        """What the provider gives back with its answer."""
        return self._made("state")

    @property
    def nonce(self) -> str:
        """What the provider signs."""
        return self._made("nonce")

    @property
    def verifier(self) -> str:
        """What proves that the answer is ours to use (PKCE)."""
        return self._made("verifier")

    def _made(self, what: str) -> str:
        return urlsafe_b64encode(sha256(f"{what}|{self.key}".encode()).digest()).decode().rstrip("=")


@dataclass(frozen=True, slots=True)
class Provider:
    """The entity's accounts as this installation knows them. name: for the button."""

    issuer: str
    client_id: str
    secret: str
    name: str
    scope: str
    groups_claim: str
    trusts_email: bool
    trust: Trust
    ca_file: Path | None

    def way_there(self, journey: Journey, back: str) -> str:
        """Where a browser is sent; back: where it returns. Raises DeliveryError when the provider does not answer."""
        with self._client(back) as client:
            told = self._told(client)
            its = {"state": journey.state, "nonce": journey.nonce, "code_verifier": journey.verifier}
            url, _ = client.create_authorization_url(told["authorization_endpoint"], **its)
        return str(url)

    def person(self, journey: Journey, state: str, code: str, back: str, *, now: datetime) -> Person:
        """Whom the provider vouches for.

        Raises InputError("provider_refused") for an answer that is not to be believed, and DeliveryError.
        """
        if not compare_digest(state, journey.state):
            raise InputError("provider_refused", found="state")
        with self._client(back) as client:
            told = self._told(client)
            keys = _asked(lambda: client.request("GET", told["jwks_uri"], withhold_token=True))
            token = _fetched(
                lambda: client.fetch_token(told["token_endpoint"], code=code, code_verifier=journey.verifier)
            )
        return self._person(self._claims(token, keys, journey.nonce, now))

    def _client(self, back: str) -> Any:
        from authlib.integrations.httpx_client import OAuth2Client  # type: ignore[import-untyped]  # it has no types

        verify = create_default_context(cafile=self.ca_file) if self.ca_file else True
        its = {"scope": self.scope, "redirect_uri": back, "code_challenge_method": "S256", "verify": verify}
        return OAuth2Client(self.client_id, self.secret, timeout=PATIENCE, follow_redirects=False, **its)

    def _told(self, client: Any) -> dict[str, str]:
        """What the provider says of itself; it must call itself as the settings do."""
        address = self.issuer.rstrip("/") + DISCOVERY
        told = _asked(lambda: client.request("GET", address, withhold_token=True))
        if told.get("issuer") != self.issuer:
            raise InputError("provider_refused", found="issuer")
        return {name: str(value) for name, value in told.items() if isinstance(value, str)}

    def _claims(self, token: dict[str, Any], keys: dict[str, Any], nonce: str, now: datetime) -> dict[str, Any]:
        from joserfc import jwt
        from joserfc.errors import JoseError
        from joserfc.jwk import KeySet

        registry = jwt.JWTClaimsRegistry(
            now=int(now.timestamp()),
            leeway=LEEWAY,
            iss={"essential": True, "value": self.issuer},
            aud={"essential": True, "value": self.client_id},
            sub={"essential": True},
            exp={"essential": True},
            nonce={"essential": True, "value": nonce},
        )
        try:
            key_set = KeySet.import_key_set(keys)  # type: ignore[arg-type]  # JSON as it came; what is wrong is raised
            claims = jwt.decode(str(token.get("id_token", "")), key_set, algorithms=list(ALGORITHMS)).claims
            registry.validate(claims)
        except (JoseError, ValueError, KeyError, TypeError) as error:
            raise InputError("provider_refused", found=type(error).__name__) from error
        return dict(claims)

    def _person(self, claims: dict[str, Any]) -> Person:
        email = claims.get("email")
        verified = email and claims.get("email_verified") is True
        email = email or claims.get("preferred_username")
        groups = claims.get(self.groups_claim) or ()
        return Person(
            subject=f"{self.issuer}|{claims['sub']}",
            email=str(email) if email else None,
            email_is_theirs=self.trusts_email or bool(verified),
            name=str(claims.get("name") or ""),
            groups=frozenset(map(str, [groups] if isinstance(groups, str) else groups)),
        )


def provider_of(settings: Settings, home: Path) -> Provider | None:
    """The entity's accounts by its settings, None without. Raises ConfigError where the extra is not installed."""
    oidc = settings.oidc
    if not (oidc.issuer and oidc.client_id and oidc.secret):
        return None
    try:
        import authlib  # type: ignore[import-untyped]  # noqa: F401  whether it is there is the question; no types
        import httpx2  # noqa: F401  the same
    except ImportError as error:
        raise ConfigError("oidc_not_installed") from error
    roles = {role.value: role for role in Role}
    return Provider(
        issuer=oidc.issuer,
        client_id=oidc.client_id,
        secret=oidc.secret.get_secret_value(),
        name=oidc.name,
        scope=oidc.scope,
        groups_claim=oidc.groups_claim,
        trusts_email=oidc.trust_email,
        trust=Trust(tuple((each.group, roles[each.role]) for each in oidc.roles)),
        ca_file=home / oidc.ca_file if oidc.ca_file else None,
    )


def _asked(ask: Callable[[], Any]) -> dict[str, Any]:
    """A JSON object that the provider answers with."""
    import httpx2

    try:
        answer = ask()
        answer.raise_for_status()
        found = answer.json()
    except (httpx2.HTTPError, ValueError) as error:
        raise DeliveryError("provider_unreachable", found=type(error).__name__) from error
    if not isinstance(found, dict):
        raise InputError("provider_refused", found="answer")
    return found


def _fetched(fetch: Callable[[], Any]) -> dict[str, Any]:
    """The tokens for a code."""
    import httpx2
    from authlib.common.errors import AuthlibBaseError  # type: ignore[import-untyped]  # it has no types

    try:
        return dict(fetch())
    except httpx2.HTTPError as error:
        raise DeliveryError("provider_unreachable", found=type(error).__name__) from error
    except (AuthlibBaseError, ValueError) as error:
        raise InputError("provider_refused", found=type(error).__name__) from error
