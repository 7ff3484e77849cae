"""SMTP against a real server: how each failure in each phase is understood, and that nothing is sent twice."""

import logging
import socket
from dataclasses import replace
from typing import Any

import pytest

from gdflow.channels.base import ChannelError, Message
from gdflow.channels.email import SmtpChannel, SmtpSettings
from gdflow.channels.smtp_session import open_session, socket_of
from gdflow.domain.errors import ConfigError, DeliveryError, InputError
from gdflow.spanish.delivery import SENTENCES
from tests.channels.conftest import Trust
from tests.support.smtp import DROP, HOST, SmtpServer
from tests.support.tokens import Tokens

SECRET = "cl4ve-ñandú"
LARGEST_RECORD = 16_384  # bytes that TLS puts into one
DATA = b"Subject: Hola\r\n\r\n.punto al inicio\r\n..dos\r\nfin\r\n"


def message(data: bytes = DATA, recipient: str = "equipo@alcaldia.example") -> Message:
    return Message("<gd.1@alcaldia.example>", "avisos@alcaldia.example", recipient, data)


def channel_to(server: SmtpServer, **facts: Any) -> SmtpChannel:
    settings: dict[str, Any] = {"security": "none", "timeout": 60.0, "final_timeout": 60.0} | facts
    return SmtpChannel(SmtpSettings(HOST, server.port, **settings))


def failure(channel: SmtpChannel, sent: Message | None = None) -> DeliveryError:
    with pytest.raises(DeliveryError) as caught:
        channel.send(sent or message())
    return caught.value


def test_a_message_arrives_byte_for_byte() -> None:
    with SmtpServer() as server:
        channel = channel_to(server)
        accepted = channel.send(message())
        channel.close()
    assert (accepted.code, accepted.text) == ("250", "2.0.0 Recibido")
    assert [(m.sender, m.recipients, m.data) for m in server.received] == [
        ("avisos@alcaldia.example", ("equipo@alcaldia.example",), DATA)
    ]


def test_a_message_without_a_last_line_break_gets_one() -> None:
    with SmtpServer() as server:
        channel = channel_to(server)
        channel.send(message(b"Subject: a\r\n\r\nsin fin"))
        channel.close()
    assert server.received[0].data == b"Subject: a\r\n\r\nsin fin\r\n"


def test_a_message_that_its_sender_no_longer_holds_is_not_ended() -> None:
    moments = iter([False, True])
    with SmtpServer() as server:
        channel = channel_to(server)
        error = failure(channel, replace(message(), held=lambda: next(moments)))
        assert (error.code, error.permanent, error.in_doubt, server.received) == ("held_up", False, False, [])
        channel.send(replace(message(), held=lambda: next(moments)))
        channel.close()
    assert (len(server.received), server.connections) == (1, 2)


def test_sixty_messages_need_one_connection() -> None:
    with SmtpServer() as server:
        channel = channel_to(server)
        for number in range(60):
            channel.send(message(recipient=f"equipo{number}@alcaldia.example"))
        channel.close()
        channel.close()
    assert server.connections == 1
    assert len({m.recipients for m in server.received}) == 60


def test_closing_after_the_server_went_away_is_no_error() -> None:
    with SmtpServer() as server:
        channel = channel_to(server)
        channel.send(message())
        server.fail("quit", DROP)
        channel.close()
    assert len(server.received) == 1


def test_an_endless_answer_after_the_last_dot_leaves_the_message_in_doubt() -> None:
    with SmtpServer() as server:
        server.fail("content", "250 " + "a" * 9000)
        channel = channel_to(server)
        error = failure(channel)
    assert error.in_doubt
    assert len(str(error.facts["text"])) <= 500


@pytest.mark.parametrize("phase", ["rcpt", "data", "content"])
@pytest.mark.parametrize("answer", ["451 4.3.0 luego", "550 5.1.1 no"])
def test_after_a_refusal_the_same_connection_goes_on(phase: str, answer: str) -> None:
    with SmtpServer() as server:
        server.fail(phase, answer)
        channel = channel_to(server)
        failure(channel)
        channel.send(message())
        channel.close()
    assert server.connections == 1
    assert len(server.received) == 1


@pytest.mark.parametrize("answer", [DROP, "421 4.4.2 me voy"])
def test_after_a_broken_rset_the_next_message_takes_a_new_connection(answer: str) -> None:
    with SmtpServer() as server:
        server.fail("rcpt", "550 5.1.1 no")
        server.fail("rset", answer)
        channel = channel_to(server)
        failure(channel)
        channel.send(message())
        channel.close()
    assert server.connections == 2
    assert len(server.received) == 1


@pytest.mark.parametrize("phase", ["rcpt", "data", "content"])
def test_after_a_lost_connection_the_next_message_takes_a_new_one(phase: str) -> None:
    with SmtpServer() as server:
        server.fail(phase, DROP)
        channel = channel_to(server)
        failure(channel)
        channel.send(message(recipient="otro@alcaldia.example"))
        channel.close()
    assert server.connections == 2
    assert server.received[-1].recipients == ("otro@alcaldia.example",)


@pytest.mark.parametrize("answer", [DROP, "421 4.4.2 mucho tiempo sin hablar"])
def test_a_connection_that_the_server_left_while_idle_is_renewed_unseen(answer: str) -> None:
    with SmtpServer() as server:
        channel = channel_to(server)
        channel.send(message())
        server.fail("mail", answer)
        channel.send(message())
        channel.close()
    assert server.connections == 2
    assert len(server.received) == 2


def test_a_message_too_large_for_the_server_is_refused_before_it_is_sent() -> None:
    with SmtpServer(size_limit=1000) as server:
        channel = channel_to(server)
        error = failure(channel, message(b"Subject: a\r\n\r\n" + b"x" * 2000 + b"\r\n"))
        channel.close()
    assert (error.code, error.permanent, error.facts["phase"]) == ("content_refused", True, "sender")
    assert "data" not in server.commands


def test_no_server_is_a_pause_for_the_channel() -> None:
    with socket.socket() as reserved:
        reserved.bind((HOST, 0))
        channel = SmtpChannel(SmtpSettings(HOST, reserved.getsockname()[1], "none", timeout=1))
        error = failure(channel)
    assert isinstance(error, ChannelError)
    assert error.code == "unreachable"


@pytest.mark.parametrize("implicit", [False, True])
def test_a_message_arrives_over_tls(trust: Trust, implicit: bool) -> None:
    with SmtpServer(tls=trust.server, implicit=implicit) as server:
        channel = channel_to(server, security="tls" if implicit else "starttls", ca_file=trust.ca_file)
        channel.send(message(DATA * 1000))
        channel.close()
    assert [m.data for m in server.received] == [DATA * 1000]


@pytest.mark.parametrize(("without", "mechanism"), [((), "PLAIN"), (("PLAIN",), "LOGIN")])
def test_a_password_with_accents_logs_in(trust: Trust, without: tuple[str, ...], mechanism: str) -> None:
    with SmtpServer(tls=trust.server, users={"avisos": SECRET}, without=without) as server:
        channel = channel_to(server, security="starttls", ca_file=trust.ca_file, user="avisos", password=SECRET)
        channel.send(message())
        channel.send(message())
        channel.close()
    assert server.logins == [mechanism]
    assert len(server.received) == 2


@pytest.mark.parametrize("without", [(), ("PLAIN",)])
def test_a_wrong_password_is_tried_once_and_is_not_the_messages_fault(trust: Trust, without: tuple[str, ...]) -> None:
    with SmtpServer(tls=trust.server, users={"avisos": SECRET}, without=without) as server:
        channel = channel_to(server, security="starttls", ca_file=trust.ca_file, user="avisos", password="otra")
        error = failure(channel)
    assert isinstance(error, ChannelError)
    assert (error.code, error.permanent, error.facts["answer"]) == ("auth_refused", False, 535)
    assert server.commands.count("auth") == 1


def test_a_bearer_token_logs_in_once_for_many_messages(trust: Trust) -> None:
    tokens = Tokens("t-1")
    with SmtpServer(tls=trust.server, users={"avisos": "t-1"}) as server:
        channel = channel_to(server, security="starttls", ca_file=trust.ca_file, user="avisos", token=tokens)
        channel.send(message())
        channel.send(message())
        channel.close()
    assert (server.logins, tokens.asked) == (["XOAUTH2"], [False])


def test_a_token_that_ran_out_is_renewed_once_and_nobody_notices(trust: Trust) -> None:
    tokens = Tokens("vencido", "t-2")
    with SmtpServer(tls=trust.server, users={"avisos": "t-2"}) as server:
        channel = channel_to(server, security="starttls", ca_file=trust.ca_file, user="avisos", token=tokens)
        channel.send(message())
        channel.close()
    assert tokens.asked == [False, True]
    assert (server.connections, len(server.received)) == (1, 1)


def test_a_user_who_may_not_send_is_not_asked_for_token_after_token(trust: Trust) -> None:
    tokens = Tokens("vencido", "de otro", "t-3")
    with SmtpServer(tls=trust.server, users={"avisos": "t-3"}) as server:
        channel = channel_to(server, security="starttls", ca_file=trust.ca_file, user="avisos", token=tokens)
        error = failure(channel)
    assert isinstance(error, ChannelError)
    assert (error.code, error.facts["answer"]) == ("auth_refused", 535)
    assert tokens.asked == [False, True]


def test_a_login_refused_at_its_first_word_gets_no_password(trust: Trust) -> None:
    with SmtpServer(tls=trust.server, users={}, without=("PLAIN",)) as server:
        server.fail("auth", "534 5.7.9 otro modo")
        channel = channel_to(server, security="starttls", ca_file=trust.ca_file, user="avisos", password=SECRET)
        assert failure(channel).facts["answer"] == 534


@pytest.mark.parametrize(
    ("without", "secret", "expected"),
    [(("PLAIN", "LOGIN"), {"password": SECRET}, "PLAIN o LOGIN"), (("XOAUTH2",), {"token": Tokens(SECRET)}, "XOAUTH2")],
)
def test_a_server_with_no_known_way_to_log_in_gets_no_secret(
    trust: Trust, without: tuple[str, ...], secret: dict[str, Any], expected: str
) -> None:
    with SmtpServer(tls=trust.server, users={}, without=without) as server:
        error = failure(channel_to(server, security="starttls", ca_file=trust.ca_file, user="avisos", **secret))
    assert (error.code, error.facts["expected"]) == ("auth_not_offered", expected)
    assert "auth" not in server.commands


@pytest.mark.parametrize("implicit", [False, True])
def test_the_records_of_a_large_mail_are_not_held_back(trust: Trust, implicit: bool) -> None:
    large = b"Subject: a\r\n\r\n" + (b"x" * 70 + b"\r\n") * 570
    with SmtpServer(tls=trust.server, implicit=implicit) as server:
        settings = SmtpSettings(HOST, server.port, "tls" if implicit else "starttls", ca_file=trust.ca_file)
        smtp = open_session(settings)
        smtp.sendmail("avisos@alcaldia.example", "equipo@alcaldia.example", large)
        nodelay = socket_of(smtp).getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
        smtp.quit()
        with pytest.raises(OSError, match="closed"):
            socket_of(smtp)
    assert nodelay != 0
    assert len(server.received[0].data) == len(large) > 2 * LARGEST_RECORD


@pytest.mark.parametrize("secret", [{"password": SECRET}, {"token": Tokens(SECRET, SECRET)}])
def test_the_secret_shows_nowhere(trust: Trust, caplog: pytest.LogCaptureFixture, secret: dict[str, Any]) -> None:
    caplog.set_level(logging.DEBUG, "gdflow")
    with SmtpServer(tls=trust.server, users={}) as server:
        settings = SmtpSettings(HOST, server.port, "starttls", "avisos", ca_file=trust.ca_file, **secret)
        error = failure(SmtpChannel(settings))
    assert SECRET not in repr(settings) + repr(error) + str(error) + caplog.text


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"user": "avisos"}, "smtp_password_missing"),
        ({"user": "avisos", "password": SECRET, "security": "none"}, "smtp_password_in_clear"),
        ({"user": "avisos", "token": Tokens(SECRET), "security": "none"}, "smtp_password_in_clear"),
        ({"token": Tokens(SECRET)}, "smtp_user_missing"),
    ],
)
def test_unsafe_settings_are_refused(facts: dict[str, Any], code: str) -> None:
    with pytest.raises(ConfigError) as caught:
        SmtpSettings("correo.alcaldia.example", 587, **facts)
    assert caught.value.code == code
    assert SECRET not in SENTENCES[code].format(**caught.value.facts)


def test_a_message_to_a_bad_address_reaches_no_server() -> None:
    with SmtpServer() as server, pytest.raises(InputError, match="bad_address"):
        channel_to(server).send(message(recipient="a@alcaldia.example>\r\nRCPT TO:<b@alcaldia.example"))
    assert server.connections == 0


def test_an_interrupted_send_leaves_no_half_open_talk(monkeypatch: pytest.MonkeyPatch) -> None:
    with SmtpServer() as server:
        channel = channel_to(server)
        channel.send(message())
        with monkeypatch.context() as patch:
            patch.setattr("gdflow.channels.email.stuffed", _interrupt)
            with pytest.raises(KeyboardInterrupt):
                channel.send(message())
        channel.send(message())
        channel.close()
    assert server.connections == 2
    assert len(server.received) == 2


def _interrupt(data: bytes) -> bytes:
    raise KeyboardInterrupt
