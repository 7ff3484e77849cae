"""The channel that tells another system of the entity what happened, signed, once for each try.

The other side knows a repeat by its id. So an answer that was lost leaves no doubt for a person: the same message, with
the same id and the same bytes, goes out again.
"""

import ssl
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from http.client import HTTPException, HTTPResponse
from threading import Timer
from typing import Any
from urllib.parse import urlsplit

from gdflow import failpoints
from gdflow.channels.base import Accepted, ChannelError, Message, StumbleError
from gdflow.channels.redaction import redacted
from gdflow.channels.webhook_address import Reach, check_url
from gdflow.channels.webhook_answers import LONGEST_TEXT, retry_after
from gdflow.channels.webhook_connection import connection_to
from gdflow.domain.errors import DeliveryError, InputError
from gdflow.domain.webhooks import GONE_STATUS, signed_headers
from gdflow.pinned import PinnedConnection

AGENT = "gdflow-webhooks/1"
LONGEST_ANSWER = 4_096
NOT_NOW = frozenset({408, 425, 429})
OF_THE_MESSAGE = frozenset({400, 413, 415, 422})


class WebhookChannel:
    """Tells one address. secrets: with which a message is signed at a moment, the newest first."""

    def __init__(
        self,
        url: str,
        secrets: Callable[[datetime], tuple[str, ...]],
        *,
        reach: Reach,
        now: Callable[[], datetime],
    ) -> None:
        self._url, self._secrets, self._reach, self._now = url, secrets, reach, now

    def send(self, message: Message) -> Accepted:
        """Post one message; no redirect is followed.

        Raises ChannelError when nothing can be told there now, StumbleError when the other side fell over this message
        or gave no answer, DeliveryError permanent when it refuses the message or is gone for good.
        """
        with self._connected() as connection, _telling_of_silence(self._host()):
            self._post(connection, message)
            failpoints.reach("webhook.sent")
            answer = connection.getresponse()
            words = _words(answer)
        return understood(self._host(), answer.status, dict(answer.headers.items()), words)

    def close(self) -> None:
        """Nothing is held open."""

    @contextmanager
    def _connected(self) -> Iterator[PinnedConnection]:
        """A connection that is cut after a while, however slowly the other side goes on speaking."""
        connection = self._unopened()
        timer = Timer(self._reach.whole, connection.cut)
        timer.daemon = True
        timer.start()
        try:
            self._connect(connection)
            yield connection
        finally:
            timer.cancel()
            connection.close()

    def _unopened(self) -> PinnedConnection:
        try:
            return connection_to(check_url(self._url, self._reach.own), self._reach)
        except InputError as error:  # the settings changed since the address was taken
            raise ChannelError("webhook_host_inside", host=self._host(), text=self._host()) from error

    def _connect(self, connection: PinnedConnection) -> None:
        try:
            connection.connect()
        except ssl.SSLCertVerificationError as error:
            raise ChannelError("webhook_untrusted", host=self._host(), text=error.verify_message) from error
        except OSError as error:
            raise ChannelError("webhook_unreachable", host=self._host(), text=_reason(error)) from error

    def _post(self, connection: PinnedConnection, message: Message) -> None:
        parts, now = urlsplit(self._url), self._now()
        signed = signed_headers(message.message_id, message.data, now, self._secrets(now))
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        headers = {"Content-Type": "application/json; charset=utf-8", "User-Agent": AGENT, **signed}
        connection.request("POST", target, message.data, {**headers, "Connection": "close"})

    def _host(self) -> str:
        return urlsplit(self._url).hostname or ""


def understood(host: str, status: int, headers: Mapping[str, str], text: str) -> Accepted:
    """What came of a message by its answer; raises as `WebhookChannel.send` says."""
    facts: Mapping[str, Any] = {"host": host, "answer": status, "text": redacted(" ".join(text.split()))[:LONGEST_TEXT]}
    if 200 <= status < 300:
        return Accepted(str(status), str(facts["text"]), handed_over=True)
    if status == GONE_STATUS:
        raise DeliveryError("webhook_gone", permanent=True, **facts)
    if status in OF_THE_MESSAGE:
        raise DeliveryError("webhook_message_refused", permanent=True, **facts)
    if status in NOT_NOW:
        raise ChannelError("webhook_busy", retry_after=retry_after(headers), **facts)
    if status >= 500:
        raise StumbleError("webhook_failed", retry_after=retry_after(headers), **facts)
    raise ChannelError("webhook_redirects" if 300 <= status < 400 else "webhook_refused", **facts)


@contextmanager
def _telling_of_silence(host: str) -> Iterator[None]:
    try:
        yield
    except (OSError, HTTPException) as error:
        raise StumbleError("webhook_no_answer", host=host, text=_reason(error)) from error


def _words(answer: HTTPResponse) -> str:
    """What the answer says, as far as it is short; once its status is known nothing about it can fail any more."""
    try:
        said = answer.read(LONGEST_ANSWER)
    except (OSError, HTTPException):
        said = b""
    return f"{answer.reason or ''} {said.decode('utf-8', 'replace')}"


def _reason(error: Exception) -> str:
    words = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return redacted(" ".join(str(words).split()))[:LONGEST_TEXT]
