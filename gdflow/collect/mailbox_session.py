"""An IMAP connection ready for use: connected, checked by TLS, logged in."""

import imaplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from imap_tools import BaseMailBox, ImapToolsError, MailBox, MailboxLoginError

from gdflow.domain.errors import ConfigError, DeliveryError
from gdflow.domain.tokens import TokenSource

LONGEST_TEXT = 300


class MailboxError(DeliveryError):
    """The mailbox is out of reach or refuses: nothing could be learnt from it now, and no mail is at fault."""


@dataclass(frozen=True, slots=True)
class MailboxSettings:
    """Where the mailbox is, whose it is, and how its folders are called.

    token: where the user's bearer token comes from (XOAUTH2), instead of a password. ca_file: authorities to trust
    instead of the system's. timeout: seconds for each answer.
    Raises ConfigError when the password is missing or would travel in clear.
    """

    host: str
    port: int
    security: Literal["none", "starttls", "tls"]
    user: str
    password: str | None = field(default=None, repr=False)
    token: TokenSource | None = field(default=None, repr=False)
    ca_file: Path | None = None
    inbox: str = "INBOX"
    sent: str = "Sent"
    processed: str = "Procesados"
    quarantine: str = "Cuarentena"
    timeout: float = 30.0

    def __post_init__(self) -> None:
        if self.password is None and self.token is None:
            raise ConfigError("mailbox_password_missing", user=self.user)
        if self.security == "none":
            raise ConfigError("mailbox_password_in_clear", host=self.host)


@contextmanager
def trouble() -> Iterator[None]:
    """Turn what imaplib, imap_tools and sockets raise into MailboxError."""
    try:
        yield
    except ssl.SSLCertVerificationError as error:
        raise MailboxError("mailbox_untrusted", text=error.verify_message) from error
    except (OSError, imaplib.IMAP4.abort) as error:
        raise MailboxError("mailbox_unreachable", text=_short(error)) from error
    except (imaplib.IMAP4.error, ImapToolsError) as error:
        raise MailboxError("mailbox_refused", text=_short(error)) from error


def open_mailbox(settings: MailboxSettings) -> BaseMailBox:
    """A mailbox in which somebody is logged in and no folder is open. Raises MailboxError."""
    with trouble():
        box = _connected(settings)
        try:
            _log_in(box, settings)
            # imaplib asked before the login, when some servers do not yet say that they can move mails.
            box.client.capabilities = tuple(box.client.capability()[1][-1].decode().upper().split())
        except BaseException:
            with suppress(OSError):
                box.client.shutdown()
            raise
        return box


def _connected(settings: MailboxSettings) -> BaseMailBox:
    trust = ssl.create_default_context(cafile=settings.ca_file)
    host, port, timeout = settings.host, settings.port, settings.timeout
    if settings.security == "tls":
        return MailBox(host, port, timeout=timeout, ssl_context=trust)
    return _StartTls(settings, trust)


class _StartTls(BaseMailBox):
    """A connection that turns to TLS, and is closed when it cannot."""

    def __init__(self, settings: MailboxSettings, trust: ssl.SSLContext) -> None:
        self._settings, self._trust = settings, trust
        super().__init__()

    def _get_mailbox_client(self) -> imaplib.IMAP4:
        client = imaplib.IMAP4(self._settings.host, self._settings.port, self._settings.timeout)
        try:
            client.starttls(self._trust)
        except BaseException:
            with suppress(OSError):
                client.shutdown()
            raise
        return client


def _log_in(box: BaseMailBox, settings: MailboxSettings) -> None:
    """Log in once; a bearer token that is refused may have run out before its time and is renewed once."""
    token = settings.token
    try:
        if token is None:
            _show_password(box, settings.user, settings.password or "")
            return
        try:
            box.xoauth2(settings.user, token(), None)
        except imaplib.IMAP4.error as error:
            if isinstance(error, imaplib.IMAP4.abort):
                raise
            box.xoauth2(settings.user, token(fresh=True), None)
    except (imaplib.IMAP4.error, MailboxLoginError) as error:
        if isinstance(error, imaplib.IMAP4.abort):
            raise
        raise MailboxError("mailbox_auth_refused", user=settings.user, text=_short(error)) from error


def _show_password(box: BaseMailBox, user: str, password: str) -> None:
    """By LOGIN, which every server knows, as long as ASCII can say it."""
    if (user + password).isascii():
        box.login(user, password, None)
    else:
        box.login_utf8(user, password, None)


def _short(error: Exception) -> str:
    return " ".join(str(error).split())[:LONGEST_TEXT]
