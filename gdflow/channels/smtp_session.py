"""An SMTP connection ready for use: connected, checked by TLS, logged in."""

import smtplib
import socket
import ssl
from base64 import b64encode
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from gdflow.channels.base import ChannelError
from gdflow.channels.smtp_replies import Phase, refused, step
from gdflow.domain.errors import ConfigError
from gdflow.domain.tokens import TokenSource, bearer

LOGGED_IN, GO_ON, REFUSED = 235, 334, 535
NO_NAME = "[127.0.0.1]"  # until the socket is known; smtplib would look its own name up in the DNS, which may hang


Security = Literal["none", "starttls", "tls"]  # not at all, from STARTTLS on, from the first byte


@dataclass(frozen=True, slots=True)
class SmtpSettings:
    """Where mail is handed over, and as whom.

    token: where the user's bearer token comes from (XOAUTH2), instead of a password. timeout: seconds for each step.
    final_timeout: seconds to wait for the answer to a whole message; generous, because giving up there leaves the
    message in doubt. ca_file: authorities to trust instead of the system's.
    Raises ConfigError when the password is missing or would travel in clear, and for a token without its user.
    """

    host: str
    port: int
    security: Security = "starttls"
    user: str | None = None
    password: str | None = field(default=None, repr=False)
    timeout: float = 20.0
    final_timeout: float = 120.0
    ca_file: Path | None = None
    token: TokenSource | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        secret = self.password if self.token is None else self.token
        if self.user is not None and secret is None:
            raise ConfigError("smtp_password_missing", user=self.user)
        if self.user is None and self.token is not None:
            raise ConfigError("smtp_user_missing", host=self.host)
        if secret is not None and self.security == "none":
            raise ConfigError("smtp_password_in_clear", host=self.host)


def open_session(settings: SmtpSettings) -> smtplib.SMTP:
    """A connection on which mail can be handed over. Raises ChannelError."""
    with step(Phase.CONNECT):
        smtp = _connect(settings)
    try:
        _secure(smtp, settings)
        _log_in(smtp, settings)
    except BaseException:
        smtp.close()
        raise
    return smtp


def _connect(settings: SmtpSettings) -> smtplib.SMTP:
    host, port, timeout = settings.host, settings.port, settings.timeout
    smtp = (
        smtplib.SMTP_SSL(host, port, NO_NAME, timeout=timeout, context=_trust(settings))
        if settings.security == "tls"
        else smtplib.SMTP(host, port, NO_NAME, timeout=timeout)
    )
    sock = socket_of(smtp)
    # Over TLS a mail above 16 KB is two records; Nagle would hold the second one for 40 ms.
    sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    smtp.local_hostname = _literal(sock)
    return smtp


def socket_of(smtp: smtplib.SMTP) -> socket.socket:
    """The socket of an open connection. Raises OSError when it is closed."""
    if smtp.sock is None:
        raise smtplib.SMTPServerDisconnected("connection is closed")
    return smtp.sock


def _literal(sock: socket.socket) -> str:
    address = str(sock.getsockname()[0])
    return f"[IPv6:{address}]" if ":" in address else f"[{address}]"


def _secure(smtp: smtplib.SMTP, settings: SmtpSettings) -> None:
    with step(Phase.TLS):
        smtp.ehlo_or_helo_if_needed()
        if settings.security == "starttls":
            smtp.starttls(context=_trust(settings))
            smtp.ehlo_or_helo_if_needed()


def _trust(settings: SmtpSettings) -> ssl.SSLContext:
    return ssl.create_default_context(cafile=settings.ca_file)


def _log_in(smtp: smtplib.SMTP, settings: SmtpSettings) -> None:
    """Log in by one mechanism and once: trying a wrong password three ways would lock the account."""
    if settings.user is None:
        return
    offered = smtp.esmtp_features.get("auth", "").upper().split()
    known = ("XOAUTH2",) if settings.token else ("PLAIN", "LOGIN")
    mechanism = next((name for name in known if name in offered), None)
    if mechanism is None:
        raise ChannelError(
            "auth_not_offered", phase=Phase.AUTH.value, expected=" o ".join(known), text=" ".join(offered)
        )
    code, reply = _present(smtp, mechanism, settings.user, settings)
    if code != LOGGED_IN:
        raise refused(Phase.AUTH, code, reply)


def _present(smtp: smtplib.SMTP, mechanism: str, user: str, settings: SmtpSettings) -> tuple[int, bytes]:
    if settings.token is not None:
        return _bear(smtp, user, settings.token)
    password = settings.password or ""
    with step(Phase.AUTH):
        if mechanism == "PLAIN":
            return smtp.docmd("AUTH", f"PLAIN {_coded(chr(0).join(('', user, password)))}")
        return _answer(smtp, "LOGIN", _coded(user), _coded(password))


def _bear(smtp: smtplib.SMTP, user: str, token: TokenSource) -> tuple[int, bytes]:
    """Show the token; one that was refused may have run out before its time and is renewed once."""
    code, reply = _show(smtp, bearer(user, token()))
    return _show(smtp, bearer(user, token(fresh=True))) if code == REFUSED else (code, reply)


def _show(smtp: smtplib.SMTP, words: str) -> tuple[int, bytes]:
    # Some servers explain a refusal first and give it only after an empty answer.
    with step(Phase.AUTH):
        return _answer(smtp, f"XOAUTH2 {_coded(words)}", "")


def _answer(smtp: smtplib.SMTP, opening: str, *answers: str) -> tuple[int, bytes]:
    code, reply = smtp.docmd("AUTH", opening)
    for answer in answers:
        if code != GO_ON:
            break
        code, reply = smtp.docmd(answer)
    return code, reply


def _coded(words: str) -> str:
    return b64encode(words.encode()).decode("ascii")
