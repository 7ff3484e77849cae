"""The channel that posts a card to a flow of Teams (Workflows, Power Automate).

The answer is the flow's promise to try, never a proof that anybody saw the card: mail stays the record. Apprise reads
the address; the card is posted here, because Apprise hides the answer, ignores Retry-After and follows redirects.
"""

import re
import ssl
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import requests
from requests.exceptions import RequestException

from gdflow.channels.base import Accepted, ChannelError, Message
from gdflow.channels.redaction import HIDDEN, redacted
from gdflow.channels.webhook_answers import LONGEST_TEXT, understood
from gdflow.domain.errors import ConfigError, DeliveryError

MICROSOFT = ("logic.azure.com", "api.powerplatform.com", "powerautomate.com")
SECURE = frozenset({"https", "workflow", "workflows"})
SECRET = ("workflow", "signature")
LONGEST_ANSWER = 4_096
_HOST = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)*")
_PART = re.compile(r"[A-Za-z0-9_-]+")


@dataclass(frozen=True, slots=True)
class TeamsSettings:
    """One channel of Teams. Raises ConfigError for an address that is not a flow's, is not https or leads elsewhere.

    url: as copied from the flow, or Apprise's workflows://host/flow/signature; whoever has it can post, so it is never
    shown. allowed_hosts: a host, or what it ends with. connect_timeout, read_timeout: seconds. ca_file: authorities
    trusted instead of the system's.
    """

    name: str
    url: str = field(repr=False)
    allowed_hosts: tuple[str, ...] = MICROSOFT
    connect_timeout: float = 10.0
    read_timeout: float = 30.0
    ca_file: Path | None = None

    def __post_init__(self) -> None:
        post_url(self)
        if self.ca_file is not None and not self.ca_file.is_file():
            raise ConfigError("teams_ca_file_missing", channel=self.name, file=str(self.ca_file))


class TeamsChannel:
    """Posts cards over one session; each is posted once, and no redirect is followed."""

    def __init__(self, settings: TeamsSettings) -> None:
        self._settings = settings
        self._url = post_url(settings)
        self._signature = _text(_parsed(settings.url), "signature")
        self._session = requests.Session()

    def send(self, message: Message) -> Accepted:
        """Post one card.

        Raises ChannelError when the flow cannot be reached or takes nothing; DeliveryError permanent when it refuses
        this card, in_doubt when the connection was lost after the whole card was written.
        """
        body = BytesIO(message.data)
        try:
            with self._post(body) as answer:
                words = _words(answer).replace(self._signature, HIDDEN)
                return understood(self._settings.name, answer.status_code, answer.headers, words)
        except RequestException as error:
            # What requests raises prints the address, signature and all: it must not be kept as the cause.
            raise self._lost(error, written=body.tell() == len(message.data)) from None

    def close(self) -> None:
        """Close the connection."""
        self._session.close()

    def _post(self, body: BytesIO) -> requests.Response:
        """Post a body that is read only while it is being written, so that its position tells how far it came."""
        settings = self._settings
        return self._session.post(
            self._url,
            data=body,
            headers={"Content-Type": "application/json; charset=utf-8", "User-Agent": "gdflow"},
            timeout=(settings.connect_timeout, settings.read_timeout),
            verify=str(settings.ca_file) if settings.ca_file else True,
            allow_redirects=False,
            stream=True,
        )

    def _lost(self, error: RequestException, *, written: bool) -> DeliveryError:
        facts: Mapping[str, Any] = {"channel": self._settings.name, "text": _reason(error)}
        if written:
            return DeliveryError("card_in_doubt", in_doubt=True, **facts)
        untrusted = any(isinstance(cause, ssl.SSLCertVerificationError) for cause in _causes(error))
        return ChannelError("teams_untrusted" if untrusted else "teams_unreachable", **facts)


def post_url(settings: TeamsSettings) -> str:
    """The https address to which a channel's cards are posted. Raises ConfigError, which never holds the address."""
    scheme = settings.url.partition("://")[0].lower()
    if scheme not in SECURE:
        raise ConfigError("teams_url_not_https", channel=settings.name)
    parts = _parsed(settings.url)
    host, port = str(parts.get("host") or "").lower(), parts.get("port") or 443
    if not (_HOST.fullmatch(host) and 0 < port < 65_536 and all(_PART.fullmatch(_text(parts, key)) for key in SECRET)):
        raise ConfigError("teams_url_unreadable", channel=settings.name)
    if not any(host == allowed or host.endswith(f".{allowed}") for allowed in settings.allowed_hosts):
        raise ConfigError(
            "teams_host_refused", channel=settings.name, host=host, allowed=", ".join(settings.allowed_hosts)
        )
    return f"https://{host}{'' if port == 443 else f':{port}'}{_path(parts)}?{_query(parts)}"


def _parsed(url: str) -> Mapping[str, Any]:
    """The parts of an address as Apprise reads them; without making its notifier, which would log the signature."""
    from apprise.plugins.workflows import APIVersion, NotifyWorkflows  # it takes a fifth of a second, and few need it

    parse = NotifyWorkflows.parse_native_url if url.lower().startswith("https") else NotifyWorkflows.parse_url
    parts = parse(url) or {}  # type: ignore[no-untyped-call]  # Apprise types it not
    direct = APIVersion.POWER_AUTOMATE if parts.get("power_automate") else APIVersion.WORKFLOW
    return {"version": direct, **parts}


def _path(parts: Mapping[str, Any]) -> str:
    route = f"/cu/{quote(str(parts['routing_id']), safe='')}" if parts.get("routing_id") else ""
    direct = f"/powerautomate/automations/direct{route}" if parts.get("power_automate") else ""
    return f"{direct}/workflows/{parts['workflow']}/triggers/manual/paths/invoke"


def _query(parts: Mapping[str, Any]) -> str:
    wanted = {"api-version": parts["version"], "sp": "/triggers/manual/run", "sv": "1.0", "sig": parts["signature"]}
    return urlencode(wanted)


def _text(parts: Mapping[str, Any], key: str) -> str:
    return str(parts.get(key) or "")


def _words(answer: requests.Response) -> str:
    """What the answer says, as far as it is short; once its status is known nothing about it can fail any more."""
    said = bytearray()
    with suppress(RequestException):
        for piece in answer.iter_content(LONGEST_ANSWER):
            said += piece
            if len(said) >= LONGEST_ANSWER:
                break
    return f"{answer.reason or ''} {said.decode('utf-8', 'replace')}"


def _reason(error: RequestException) -> str:
    """The plainest words for what went wrong: those of the error at the bottom, which knows no address."""
    bottom = list(_causes(error))[-1]
    words = getattr(bottom, "verify_message", None) or getattr(bottom, "strerror", None) or bottom
    return redacted(str(words))[:LONGEST_TEXT]


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__
