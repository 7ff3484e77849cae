"""What an SMTP server's answer, or its silence, means: refused, passing, in doubt, or a matter of the whole channel."""

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum

from gdflow.channels.base import ChannelError
from gdflow.domain.errors import DeliveryError

LONGEST_TEXT = 500  # of an answer, as kept in the outbox


class Phase(StrEnum):
    """How far a delivery has come. Until RECIPIENT it concerns every message; from CONTENT on it may have arrived."""

    CONNECT = "connect"
    TLS = "tls"
    AUTH = "auth"
    SENDER = "sender"
    RECIPIENT = "recipient"
    DATA = "data"
    CONTENT = "content"


FOR_ALL = frozenset({Phase.CONNECT, Phase.TLS, Phase.AUTH, Phase.SENDER})
BUSY = frozenset({421, 432})  # closing down; too many connections (Exchange)
AUTH_WANTED = frozenset({530, 534, 535, 538})
TOO_LARGE = 552
LASTING = frozenset({"recipient_refused", "content_refused"})
OF_THE_CHANNEL = frozenset({"channel_busy", "auth_refused", "sender_refused", "server_refused"})


def refused(phase: Phase, code: int, reply: bytes | str) -> DeliveryError:
    """The error for an answer other than yes, with the server's code as fact `answer` and its words as `text`."""
    if not 400 <= code < 600:
        return lost(phase, f"{code} {_text(reply)}")
    name = _passing(phase, code) if code < 500 else _lasting(phase, code)
    kind = ChannelError if name in OF_THE_CHANNEL else DeliveryError
    return kind(name, permanent=name in LASTING, phase=phase.value, answer=code, text=_text(reply))


def _passing(phase: Phase, code: int) -> str:
    return "channel_busy" if code in BUSY or phase in FOR_ALL else "deferred"


def _lasting(phase: Phase, code: int) -> str:
    """A refusal before any recipient was named concerns every message, but for one that is too large."""
    if code in AUTH_WANTED or phase is Phase.AUTH:
        return "auth_refused"
    if phase is Phase.SENDER:
        return "content_refused" if code == TOO_LARGE else "sender_refused"
    if phase in FOR_ALL:
        return "server_refused"
    return "recipient_refused" if phase is Phase.RECIPIENT else "content_refused"


def lost(phase: Phase, cause: object) -> DeliveryError:
    """The error for a connection that broke, fell silent or spoke nonsense; it has no fact `answer`."""
    text = str(cause)[:LONGEST_TEXT]
    if phase is Phase.CONTENT:
        return DeliveryError("delivery_in_doubt", in_doubt=True, phase=phase.value, text=text)
    kind = ChannelError if phase in FOR_ALL else DeliveryError
    return kind("unreachable" if phase is Phase.CONNECT else "connection_lost", phase=phase.value, text=text)


@contextmanager
def step(phase: Phase) -> Iterator[None]:
    """Turn what smtplib and sockets raise during a phase into the error that it means."""
    try:
        yield
    except ssl.SSLCertVerificationError as error:
        raise ChannelError("tls_untrusted", phase=phase.value, text=error.verify_message) from error
    except smtplib.SMTPNotSupportedError as error:
        raise ChannelError("tls_not_offered", phase=phase.value, text=str(error)) from error
    except smtplib.SMTPResponseException as error:
        # After the greeting smtplib raises this only for an endless line: then nothing was understood.
        if phase in (Phase.CONNECT, Phase.TLS):
            raise refused(phase, error.smtp_code, error.smtp_error) from error
        raise lost(phase, error) from error
    except OSError as error:
        raise lost(phase, error) from error


def _text(reply: bytes | str) -> str:
    words = reply.decode("utf-8", "replace") if isinstance(reply, bytes) else reply
    return " ".join(words.split())[:LONGEST_TEXT]
