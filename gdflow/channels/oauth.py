"""Bearer tokens from Microsoft Entra, for a mailbox whose server takes no passwords."""

from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol

from gdflow.channels.base import ChannelError
from gdflow.domain.errors import ConfigError
from gdflow.domain.tokens import TokenSource

AUTHORITY = "https://login.microsoftonline.com"
SCOPE = "https://outlook.office365.com/.default"  # SMTP.SendAsApp and IMAP.AccessAsApp alike
TIMEOUT = 20.0  # seconds for each question to the authority
LONGEST_TEXT = 300


def client_credentials(
    tenant: str,
    client_id: str,
    secret: str,
    *,
    scope: str = SCOPE,
    authority: str = AUTHORITY,
    ca_file: Path | None = None,
) -> TokenSource:
    """The tokens of an application that logs in as itself (OAuth 2.0 client credentials).

    A token is kept until five minutes before it runs out. ca_file: authorities to trust instead of the usual ones.
    Raises ConfigError oauth_not_installed when msal is missing; nothing is asked of the authority before a token is.
    """
    try:
        msal = import_module("msal")  # an extra: only those with Microsoft 365 need it
    except ImportError as error:
        raise ConfigError("oauth_not_installed") from error
    return _ClientTokens(msal, f"{authority.rstrip('/')}/{tenant}", client_id, secret, scope, ca_file)


class _Application(Protocol):
    """What is used of msal's application, which keeps the tokens itself."""

    def acquire_token_for_client(self, scopes: list[str]) -> dict[str, Any]: ...

    def remove_tokens_for_client(self) -> None: ...


class _ClientTokens:
    def __init__(
        self, msal: Any, authority: str, client_id: str, secret: str, scope: str, ca_file: Path | None
    ) -> None:
        self._msal, self._scope, self._ca_file = msal, scope, ca_file
        self._facts: dict[str, Any] = {
            "client_id": client_id,
            "client_credential": secret,
            "authority": authority,
            "instance_discovery": False,  # the authority is configured; no need to ask Microsoft whether it is known
        }
        self._application: _Application | None = None

    def __call__(self, *, fresh: bool = False) -> str:
        try:
            application = self._application = self._application or self._made()
            if fresh:
                application.remove_tokens_for_client()
            answer = application.acquire_token_for_client([self._scope])
        # no connection; an authority that speaks nonsense, or is in trouble
        except (OSError, ValueError, KeyError, self._msal.exceptions.MsalError) as error:
            raise ChannelError("token_unreachable", text=_short(error)) from error
        if "access_token" not in answer:
            raise ChannelError("token_refused", text=_short(answer.get("error_description") or answer.get("error")))
        return str(answer["access_token"])

    def _made(self) -> _Application:
        session = import_module("requests").Session()
        # Said with each request: an authority file said for the session would give way to REQUESTS_CA_BUNDLE.
        trust = {"verify": str(self._ca_file)} if self._ca_file else {}
        session.request = partial(session.request, timeout=TIMEOUT, **trust)
        application: _Application = self._msal.ConfidentialClientApplication(**self._facts, http_client=session)
        return application


def _short(words: object) -> str:
    return " ".join(str(words).split())[:LONGEST_TEXT]
