"""The table of faults: what each answer, silence or nonsense of a mail server means for the message and the channel."""

import re
from typing import Any

import pytest

from gdflow.channels.base import ChannelError, Message
from gdflow.channels.email import SmtpChannel, SmtpSettings
from gdflow.domain.errors import DeliveryError
from gdflow.spanish.messages import say
from tests.channels.conftest import Trust
from tests.support.smtp import DROP, HANG, HOST, NONSENSE, SmtpServer
from tests.support.tokens import Tokens

MESSAGE = Message(
    "<gd.1@alcaldia.example>", "avisos@alcaldia.example", "equipo@alcaldia.example", b"Subject: a\r\n\r\n"
)
REFUSED, PASSING, PAUSED, DOUBT = "refused", "passing", "the channel pauses", "in doubt"
IN_CLEAR: dict[str, Any] = {"security": "none"}
TOKEN = "t-1"
PATIENCE = 60.0
"""Seconds that only a server that hangs needs."""


def patiences(answer: str, first: float) -> tuple[float, ...]:
    """How long silence is waited for: longer each time that a busy machine did not even come as far as the silence."""
    return (first, 2.5, 25.0) if answer == HANG else (PATIENCE,)


def meaning(error: DeliveryError) -> str:
    if isinstance(error, ChannelError):
        return REFUSED if error.permanent else DOUBT if error.in_doubt else PAUSED
    return DOUBT if error.in_doubt else REFUSED if error.permanent else PASSING


def failure(server: SmtpServer, patience: float = PATIENCE, **facts: Any) -> DeliveryError:
    channel = SmtpChannel(SmtpSettings(HOST, server.port, timeout=patience, final_timeout=patience, **facts))
    with pytest.raises(DeliveryError) as caught:
        channel.send(MESSAGE)
    channel.close()
    assert "—" not in say(caught.value), "every fact of the sentence is known"
    return caught.value


@pytest.mark.parametrize(
    ("phase", "answer", "expected", "code"),
    [
        ("greeting", "421 4.3.2 vuelva luego", PAUSED, "channel_busy"),
        ("greeting", "432 4.3.2 demasiadas conexiones", PAUSED, "channel_busy"),
        ("greeting", "554 5.7.1 no se atiende a esa dirección", PAUSED, "server_refused"),
        ("greeting", DROP, PAUSED, "unreachable"),
        ("greeting", HANG, PAUSED, "unreachable"),
        ("greeting", NONSENSE, PAUSED, "unreachable"),
        ("mail", "421 4.3.2 me voy", PAUSED, "channel_busy"),
        ("mail", "432 4.3.2 demasiadas conexiones", PAUSED, "channel_busy"),
        ("mail", "451 4.3.0 luego", PAUSED, "channel_busy"),
        ("mail", "452 4.3.1 sin espacio", PAUSED, "channel_busy"),
        ("mail", "530 5.7.57 sin ingreso", PAUSED, "auth_refused"),
        ("mail", "550 5.7.60 no puede enviar como ese remitente", PAUSED, "sender_refused"),
        ("mail", "552 5.3.4 muy grande", REFUSED, "content_refused"),
        ("mail", DROP, PAUSED, "connection_lost"),
        ("mail", HANG, PAUSED, "connection_lost"),
        ("mail", NONSENSE, PAUSED, "connection_lost"),
        ("rcpt", "550 5.1.1 no existe", REFUSED, "recipient_refused"),
        ("rcpt", "551 5.1.6 se mudó", REFUSED, "recipient_refused"),
        ("rcpt", "552 5.2.2 buzón lleno", REFUSED, "recipient_refused"),
        ("rcpt", "553 5.1.3 mal escrita", REFUSED, "recipient_refused"),
        ("rcpt", "554 5.7.1 no se atiende", REFUSED, "recipient_refused"),
        ("rcpt", "450 4.2.0 lista gris", PASSING, "deferred"),
        ("rcpt", "451 4.7.1 luego", PASSING, "deferred"),
        ("rcpt", "452 4.2.2 buzón lleno por ahora", PASSING, "deferred"),
        ("rcpt", "454 4.7.0 luego", PASSING, "deferred"),
        ("rcpt", "421 4.4.2 me voy", PAUSED, "channel_busy"),
        ("rcpt", "432 4.3.2 demasiadas conexiones", PAUSED, "channel_busy"),
        ("rcpt", "530 5.7.57 sin ingreso", PAUSED, "auth_refused"),
        ("rcpt", DROP, PASSING, "connection_lost"),
        ("rcpt", HANG, PASSING, "connection_lost"),
        ("rcpt", NONSENSE, PASSING, "connection_lost"),
        ("data", "550 5.7.1 no", REFUSED, "content_refused"),
        ("data", "552 5.2.2 buzón lleno", REFUSED, "content_refused"),
        ("data", "554 5.5.1 no hay destinatario", REFUSED, "content_refused"),
        ("data", "451 4.3.0 luego", PASSING, "deferred"),
        ("data", "452 4.3.1 sin espacio", PASSING, "deferred"),
        ("data", "454 4.7.0 luego", PASSING, "deferred"),
        ("data", "421 4.3.2 me voy", PAUSED, "channel_busy"),
        ("data", "432 4.3.2 demasiadas conexiones", PAUSED, "channel_busy"),
        ("data", DROP, PASSING, "connection_lost"),
        ("data", HANG, PASSING, "connection_lost"),
        ("data", NONSENSE, PASSING, "connection_lost"),
        ("content", "550 5.7.1 contenido rechazado", REFUSED, "content_refused"),
        ("content", "552 5.3.4 muy grande", REFUSED, "content_refused"),
        ("content", "554 5.7.1 contenido rechazado", REFUSED, "content_refused"),
        ("content", "451 4.3.0 luego", PASSING, "deferred"),
        ("content", "452 4.3.1 sin espacio", PASSING, "deferred"),
        ("content", "454 4.7.0 luego", PASSING, "deferred"),
        ("content", "421 4.3.2 me voy", PAUSED, "channel_busy"),
        ("content", "432 4.3.2 demasiadas conexiones", PAUSED, "channel_busy"),
        ("content", DROP, DOUBT, "delivery_in_doubt"),
        ("content", HANG, DOUBT, "delivery_in_doubt"),
        ("content", NONSENSE, DOUBT, "delivery_in_doubt"),
    ],
)  # fmt: skip
def test_each_fault_of_each_phase_has_its_meaning(phase: str, answer: str, expected: str, code: str) -> None:
    for patience in patiences(answer, 0.3):
        with SmtpServer() as server:
            server.fail(phase, answer, answer)
            error = failure(server, patience, **IN_CLEAR)
        if server.failed(phase):
            break
    assert (meaning(error), error.code) == (expected, code)
    assert len(server.received) == (expected == DOUBT), "what the server may hold is in doubt, nothing else is"
    if re.match(r"\d{3} ", answer):
        assert (error.facts["answer"], error.facts["text"]) == (int(answer[:3]), answer[4:])


@pytest.mark.parametrize(
    ("phase", "answer", "code"),
    [
        ("starttls", "454 4.7.0 no hay TLS por ahora", "channel_busy"),
        ("starttls", "554 5.7.3 no", "server_refused"),
        ("starttls", DROP, "connection_lost"),
        ("auth", "421 4.7.0 me voy", "channel_busy"),
        ("auth", "432 4.3.2 demasiadas conexiones", "channel_busy"),
        ("auth", "454 4.7.0 luego", "channel_busy"),
        ("auth", "535 5.7.3 clave equivocada", "auth_refused"),
        ("auth", "550 5.7.30 Basic authentication is not supported", "auth_refused"),
        ("auth", DROP, "connection_lost"),
        ("auth", HANG, "connection_lost"),
        ("auth", NONSENSE, "connection_lost"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("secret", [{"password": TOKEN}, {"token": Tokens(TOKEN)}], ids=["password", "token"])
def test_what_fails_before_a_message_is_named_pauses_the_channel(
    trust: Trust, phase: str, answer: str, code: str, secret: dict[str, Any]
) -> None:
    for patience in patiences(answer, 1.0):
        with SmtpServer(tls=trust.server, users={"avisos": TOKEN}) as server:
            server.fail(phase, answer, answer)
            error = failure(server, patience, ca_file=trust.ca_file, user="avisos", **secret)
        if server.failed(phase):
            break
    assert (meaning(error), error.code) == (PAUSED, code)
    assert "mail" not in server.commands


@pytest.mark.parametrize("implicit", [False, True])
def test_a_certificate_of_a_stranger_is_refused(trust: Trust, implicit: bool) -> None:
    with SmtpServer(tls=trust.server, implicit=implicit) as server:
        error = failure(server, security="tls" if implicit else "starttls")
    assert (meaning(error), error.code) == (PAUSED, "tls_untrusted")
    assert "mail" not in server.commands


def test_a_server_without_starttls_gets_nothing() -> None:
    with SmtpServer() as server:
        error = failure(server, security="starttls")
    assert (meaning(error), error.code) == (PAUSED, "tls_not_offered")
    assert "mail" not in server.commands


def test_a_server_that_speaks_no_tls_from_the_first_byte_gets_nothing() -> None:
    with SmtpServer() as server:
        error = failure(server, 1.0, security="tls")
    assert (meaning(error), error.code) == (PAUSED, "unreachable")
    assert "mail" not in server.commands


@pytest.mark.parametrize("phase", ["mail", "rcpt", "data", "content"])
def test_a_refusal_of_the_channel_leaves_a_new_connection_to_the_next_message(phase: str) -> None:
    with SmtpServer() as server:
        server.fail(phase, "432 4.3.2 demasiadas conexiones")
        channel = SmtpChannel(SmtpSettings(HOST, server.port, "none"))
        with pytest.raises(ChannelError):
            channel.send(MESSAGE)
        channel.send(MESSAGE)
        channel.close()
    assert (server.connections, len(server.received)) == (2, 1)


def test_fifty_messages_with_a_loss_in_their_middle_take_two_connections_and_say_nothing_idle() -> None:
    with SmtpServer() as server:
        channel = SmtpChannel(SmtpSettings(HOST, server.port, "none"))
        for number in range(50):
            server.fail("mail", *([DROP] if number == 25 else []))
            channel.send(MESSAGE)
        channel.close()
    assert (server.connections, len(server.received)) == (2, 50)
    assert set(server.commands) == {"greeting", "mail", "rcpt", "data", "quit"}
