"""Tokens by client credentials, from a local authority that speaks as Microsoft Entra does."""

import json
import logging
import socket
import ssl
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import parse_qs

import pytest

from gdflow.channels.base import ChannelError
from gdflow.channels.email import SmtpChannel, SmtpSettings
from gdflow.channels.oauth import SCOPE, client_credentials
from gdflow.domain.errors import ConfigError
from gdflow.domain.tokens import TokenSource
from gdflow.spanish.messages import say
from tests.channels.conftest import Trust
from tests.channels.test_email import message
from tests.support.smtp import HOST, SmtpServer

SECRET = "s3creto~de.la-aplicacion"
HOUR = 3600


class Authority:
    """A tenant's discovery and token endpoints; counts what it was asked."""

    def __init__(self, context: ssl.SSLContext) -> None:
        self.tokens: list[str] = []
        self.forms: list[dict[str, list[str]]] = []
        self.paths: list[str] = []
        self.lifetime = HOUR
        self.answer: tuple[int, Any] | None = None
        self._server = ThreadingHTTPServer((HOST, 0), self._handler())
        self._server.socket = context.wrap_socket(self._server.socket, server_side=True)
        self.url = f"https://{HOST}:{self._server.server_address[1]}"

    @contextmanager
    def serving(self) -> Iterator["Authority"]:
        thread = Thread(target=self._server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield self
        finally:
            self._server.shutdown()
            thread.join()
            self._server.server_close()

    def discovery(self) -> dict[str, str]:
        base = f"{self.url}/alcaldia/oauth2/v2.0"
        return {"issuer": self.url, "authorization_endpoint": f"{base}/authorize", "token_endpoint": f"{base}/token"}

    def token(self, form: str) -> tuple[int, Any]:
        self.forms.append(parse_qs(form))
        if self.answer is not None:
            return self.answer
        if self.forms[-1]["client_secret"] != [SECRET]:
            return 401, {"error": "invalid_client", "error_description": "AADSTS7000215: Invalid client secret."}
        self.tokens.append(f"t-{len(self.tokens) + 1}")
        return 200, {"token_type": "Bearer", "expires_in": self.lifetime, "access_token": self.tokens[-1]}

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        authority = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                authority.paths.append(self.path)
                self._say(200, authority.discovery())

            def do_POST(self) -> None:
                authority.paths.append(self.path)
                form = self.rfile.read(int(self.headers["Content-Length"])).decode()
                self._say(*authority.token(form))

            def _say(self, status: int, body: Any) -> None:
                data = body if isinstance(body, bytes) else json.dumps(body).encode()
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002  its own name for it
                """Nothing on the tests' screen."""

        return Handler


@pytest.fixture
def authority(trust: Trust) -> Iterator[Authority]:
    with Authority(trust.server).serving() as serving:
        yield serving


def tokens_of(authority: Authority, trust: Trust, secret: str = SECRET) -> TokenSource:
    return client_credentials("alcaldia", "app-1", secret, authority=authority.url, ca_file=trust.ca_file)


def test_an_application_logs_in_as_itself(authority: Authority, trust: Trust) -> None:
    assert tokens_of(authority, trust)() == "t-1"
    (form,) = authority.forms
    assert (form["grant_type"], form["client_id"]) == (["client_credentials"], ["app-1"])
    assert SCOPE in form["scope"][0]
    assert authority.paths[-1] == "/alcaldia/oauth2/v2.0/token"


def test_a_token_is_kept_while_it_is_valid(authority: Authority, trust: Trust) -> None:
    tokens = tokens_of(authority, trust)
    assert [tokens(), tokens(), tokens()] == ["t-1"] * 3
    assert len(authority.forms) == 1


@pytest.mark.parametrize(("lifetime", "asked"), [(299, 2), (310, 1)])
def test_a_token_in_its_last_five_minutes_is_not_handed_out(
    authority: Authority, trust: Trust, lifetime: int, asked: int
) -> None:
    authority.lifetime = lifetime
    tokens = tokens_of(authority, trust)
    assert [tokens(), tokens()][-1] == f"t-{asked}"
    assert len(authority.forms) == asked


def test_a_fresh_token_is_another_one(authority: Authority, trust: Trust) -> None:
    tokens = tokens_of(authority, trust)
    assert [tokens(), tokens(fresh=True), tokens()] == ["t-1", "t-2", "t-2"]


def test_a_mail_leaves_although_the_kept_token_was_withdrawn(authority: Authority, trust: Trust) -> None:
    with SmtpServer(tls=trust.server, users={"avisos": "t-2"}) as server:
        tokens = tokens_of(authority, trust)
        settings = SmtpSettings(HOST, server.port, user="avisos", ca_file=trust.ca_file, token=tokens)
        channel = SmtpChannel(settings)
        channel.send(message())
        channel.close()
    assert authority.tokens == ["t-1", "t-2"]
    assert len(server.received) == 1


def test_a_wrong_secret_pauses_the_channel_and_is_said_nowhere(
    authority: Authority, trust: Trust, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    tokens = tokens_of(authority, trust, "otro-secreto")
    with pytest.raises(ChannelError) as caught:
        tokens()
    assert caught.value.code == "token_refused"
    assert "AADSTS7000215" in say(caught.value)
    assert "otro-secreto" not in say(caught.value) + repr(caught.value) + repr(tokens) + caplog.text


@pytest.mark.parametrize("answer", [(503, {"error": "temporarily_unavailable"}), (200, b"<html>"), (200, {})])
def test_an_authority_in_trouble_pauses_the_channel(
    authority: Authority, trust: Trust, answer: tuple[int, Any]
) -> None:
    authority.answer = answer
    with pytest.raises(ChannelError) as caught:
        tokens_of(authority, trust)()
    assert caught.value.code in ("token_unreachable", "token_refused")
    assert "—" not in say(caught.value)


def test_no_authority_pauses_the_channel(trust: Trust) -> None:
    with socket.socket() as reserved:
        reserved.bind((HOST, 0))
        url = f"https://{HOST}:{reserved.getsockname()[1]}"
        with pytest.raises(ChannelError, match="token_unreachable"):
            client_credentials("alcaldia", "app-1", SECRET, authority=url, ca_file=trust.ca_file)()


def test_an_authority_that_a_stranger_vouches_for_is_told_no_secret(authority: Authority, tmp_path: Path) -> None:
    with pytest.raises(ChannelError, match="token_unreachable"):
        client_credentials("alcaldia", "app-1", SECRET, authority=authority.url)()
    assert authority.paths == []


def test_without_its_library_the_sentence_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "msal", None)
    with pytest.raises(ConfigError) as caught:
        client_credentials("alcaldia", "app-1", SECRET)
    assert 'pip install "gdflow[m365]"' in say(caught.value)
