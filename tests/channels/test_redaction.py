"""No planted secret in anything that a run prints, even with every logger at DEBUG."""

import io
import json
import logging
import subprocess
import sys
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdflow.channels import redaction
from gdflow.channels.redaction import HIDDEN, install, redacted
from tests.channels.conftest import Trust
from tests.support.https import Answer, HttpsServer
from tests.support.smtp import HOST, SmtpServer

SIGNATURE, FLOW = "pL4nt3d-s1gn4tur3_0fTeams", "f10w0a1b2c3d4e5f60718"
SMTP_PASSWORD, CHAT_PASSWORD, PATH_KEY = "cl4ve-ñandú&=?", "ch4t cl4ve", "K3yInThePathOfTheHook"
TOKEN = "eyJhbGciOiJIUzI1NiJ9.cGxhbnRlZA.c2lnbmF0dXJl"
SECRETS = (SIGNATURE, SMTP_PASSWORD, CHAT_PASSWORD, PATH_KEY, TOKEN)

PROGRAM = """
import http.client, imaplib, json, logging, smtplib, sys
from pathlib import Path

given = json.load(sys.stdin)
logging.basicConfig(level=logging.DEBUG, stream=sys.stdout)
smtplib.SMTP.debuglevel = http.client.HTTPConnection.debuglevel = 1
if given["redact"]:
    from gdflow.channels import redaction
    redaction.install(given["secrets"])

from gdflow.channels.base import Message
from gdflow.channels.chat import AppriseChannel
from gdflow.channels.email import SmtpChannel, SmtpSettings
from gdflow.channels.msteams import TeamsChannel, TeamsSettings
from gdflow.domain.errors import DeliveryError
from gdflow.spanish.messages import say

ca, log = Path(given["ca"]), logging.getLogger("gdflow.prueba")
WORDS = json.dumps({"title": "Hola", "body": "Falta 1 reporte"}).encode()
MAIL = b"Subject: Hola\\r\\n\\r\\nHola\\r\\n"


def channels():
    for port in (given["https"], given["closed"]):
        url = f"workflows://127.0.0.1:{port}/{given['flow']}/{given['signature']}"
        yield TeamsChannel(TeamsSettings("equipo", url, allowed_hosts=("127.0.0.1",), ca_file=ca)), WORDS
        yield AppriseChannel("chat", given["chat"].replace("PORT", str(port)), allow_private=True), WORDS
    for password in (given["password"], given["password"] + "-mala"):
        settings = SmtpSettings("127.0.0.1", given["smtp"], security="starttls", user="avisos", password=password,
                                ca_file=ca)
        yield SmtpChannel(settings), MAIL


for channel, data in channels():
    for _ in range(2):
        try:
            print(channel.send(Message("<gd.1@a.example>", "avisos@a.example", "equipo@a.example", data)))
        except DeliveryError as error:
            print(say(error))
            log.exception("no salió: %s", error)
    channel.close()
log.debug("respuesta %s", {"access_token": given["token"]})
log.info("Authorization: Bearer %s y %s", given["token"], given["chat"])
log.warning("mal formado %d", given["password"], extra={"clave_usada": given["password"]})
try:
    raise ValueError(given["chat"]) from KeyError(given["password"])
except ValueError:
    log.exception("falla")
print("fin")
"""


def printed(trust: Trust, *, redact: bool) -> tuple[str, int]:
    """What the program prints, and how many messages reached a server."""
    chat = f"jsons://equipo:{CHAT_PASSWORD.replace(' ', '%20')}@{HOST}:PORT/{PATH_KEY}"
    with HttpsServer(trust.server) as gone:
        closed = gone.port
    with HttpsServer(trust.server) as server, SmtpServer(tls=trust.server, users={"avisos": SMTP_PASSWORD}) as mail:
        server.answer(202, Answer(500, body=f"mal: ?sig={SIGNATURE}".encode()), 200, 401)
        given_values = {
            "redact": redact, "ca": str(trust.ca_file), "https": server.port, "closed": closed, "smtp": mail.port,
            "flow": FLOW, "signature": SIGNATURE, "password": SMTP_PASSWORD, "token": TOKEN, "chat": chat,
            "secrets": [SMTP_PASSWORD, chat.replace("PORT", str(server.port))],
        }  # fmt: skip
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM],
            input=json.dumps(given_values),
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
            cwd=Path(__file__).parents[2],
            env={"REQUESTS_CA_BUNDLE": str(trust.ca_file), "PATH": "/usr/bin:/bin", "PYTHONIOENCODING": "utf-8"},
        )
        assert done.returncode == 0, done.stderr
        assert done.stdout.endswith("fin\n")
        return done.stdout + done.stderr, len(server.received) + len(mail.received)


def told(text: str) -> set[str]:
    """The secrets that a text gives away, in plain or as a mail server is sent them."""
    logins = {b64encode(f"\0avisos\0{SMTP_PASSWORD}".encode()).decode(): SMTP_PASSWORD}
    logins |= {b64encode(f"equipo:{CHAT_PASSWORD}".encode()).decode(): CHAT_PASSWORD}
    return {secret for secret in SECRETS if secret in text} | {logins[form] for form in logins if form in text}


@pytest.mark.slow
def test_no_planted_secret_is_printed_by_any_channel(trust: Trust) -> None:
    text, arrived = printed(trust, redact=True)
    assert told(text) == set()
    assert arrived == 6
    assert text.count("Traceback") >= 7
    assert "Falta 1 reporte" not in text  # the payload that Apprise prints at DEBUG


@pytest.mark.slow
def test_the_same_run_unguarded_would_tell_them_all(trust: Trust) -> None:
    assert told(printed(trust, redact=False)[0]) == set(SECRETS)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("POST /x?api-version=1&sig=abc_-9&sv=1.0 HTTP/1.1", "POST /x?api-version=1&sig=***&sv=1.0 HTTP/1.1"),
        ("next=https%3A%2F%2Fa%3Fsig%3Dabc9&b", "next=https%3A%2F%2Fa%3Fsig%3D***&b"),
        ('{"access_token": "ey.J.x", "expires_in": 3599}', '{"access_token": ***, "expires_in": 3599}'),
        ("{'client_secret': 'a b', 'x': 1}", "{'client_secret': ***, 'x': 1}"),
        ("Authorization: Bearer eyJhbGciOi.J9-_~+/=", "Authorization: Bearer ***"),
        ("send: 'AUTH PLAIN AGF2aXNvcwBjbGF2ZQ=='", "send: 'AUTH PLAIN ***'"),
        ("'Authorization': 'Basic ZXF1aXBvOmNsYXZlLWxhcmdh'", "'Authorization': 'Basic ***'"),
        ("https://ana:cl@ve@a.example/x", "https://***@a.example/x"),
        ("postgresql+psycopg://gd:clave@db/gdflow", "postgresql+psycopg://***@db/gdflow"),
        ("slack://T1/A2/K3 no salió", "slack://*** no salió"),
        ("Loaded tgram://123:AAbb/456/", "Loaded tgram://***"),
        ("https://a.logic.azure.com/workflows/0123456789abcdef/triggers", "https://a.logic.azure.com/workflows/***"),
        ("https://hooks.slack.com/services/T1JJ3T3L2/A1BRTD4JD/TIiaj", "https://hooks.slack.com/services/***"),
        ("https://api.telegram.org/bot123456789:AAabcdefghijk/sendMessage", "https://api.telegram.org/bot***"),
    ],
)
def test_what_is_shaped_like_a_key_is_hidden(text: str, expected: str) -> None:
    assert redacted(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "bad_address {'found': 'equipo@alcaldia.example'}",
        "550 5.1.1 No existe <equipo@alcaldia.example>",
        "https://alcaldia.example/r/abc?x=1 y sqlite:///var/lib/gdflow/gdflow.db",
        "a las 10:32: 4 reportes del trimestre 2",
        "Retry-After: 17; basic understanding; the bearer of news",
    ],
)
def test_ordinary_words_stay(text: str) -> None:
    assert redacted(text) == text


@pytest.fixture
def clean() -> Iterator[io.StringIO]:
    """A logger of its own on a stream of its own; nothing given stays given, no handler stays filtered."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(logging.Formatter("%(name)s %(message)s"))
    logger = logging.getLogger("prueba")
    logger.handlers, logger.propagate = [handler], False
    logger.setLevel(logging.DEBUG)
    levels = {name: logging.getLogger(name).level for name in redaction.CHATTERS}
    given_before = list(redaction._given)
    yield stream
    redaction._given[:] = given_before
    logger.handlers, logger.propagate = [], True
    for name, level in levels.items():
        logging.getLogger(name).setLevel(level)
    for each in (*logging.root.handlers, *filter(None, [logging.lastResort])):
        each.removeFilter(redaction._REDACTION)


@given(st.text(st.characters(codec="utf-8", exclude_characters="*"), min_size=4, max_size=30))
def test_a_given_value_is_hidden_in_every_form_in_which_it_is_printed(secret: str) -> None:
    before = list(redaction._given)
    try:
        install([secret])
        forms = (secret, repr(secret)[1:-1], json.dumps(secret)[1:-1], b64encode(secret.encode()).decode())
        assert [form for form in forms if form in redacted(f"antes {form} después")] == []
    finally:
        redaction._given[:] = before


def test_errors_and_arguments_and_extras_are_hidden_and_the_rest_is_kept(clean: io.StringIO) -> None:
    install(["cl4ve-ñandú"])
    logging.getLogger("prueba").handlers[0].setFormatter(logging.Formatter("%(message)s %(extra)s"))
    error = ValueError("con cl4ve-ñandú")
    logging.getLogger("prueba").error("usó %r", "cl4ve-ñandú", exc_info=error, extra={"extra": "y cl4ve-ñandú"})
    text = clean.getvalue()
    assert text == f"usó '{HIDDEN}' y {HIDDEN}\nValueError: con {HIDDEN}\n"


def test_a_record_that_cannot_be_formed_is_still_told_without_its_secret(clean: io.StringIO) -> None:
    install(["cl4ve-ñandú"])
    logging.getLogger("prueba").warning("quedan %d", "cl4ve-ñandú")
    assert clean.getvalue() == f"prueba quedan %d ('{HIDDEN}',)\n"


def test_installing_twice_filters_once_and_keeps_what_was_given_first(clean: io.StringIO) -> None:
    install(["cl4ve-una"])
    install(["cl4ve-dos"])
    handler = logging.getLogger("prueba").handlers[0]
    logging.getLogger("prueba").info("cl4ve-una y cl4ve-dos")
    assert handler.filters == [redaction._REDACTION]
    assert clean.getvalue() == f"prueba {HIDDEN} y {HIDDEN}\n"


def test_libraries_that_print_requests_stay_at_info(clean: io.StringIO) -> None:
    logging.getLogger("urllib3").setLevel(logging.DEBUG)
    logging.getLogger("apprise").setLevel(logging.ERROR)
    install([])
    assert not logging.getLogger("urllib3.connectionpool").isEnabledFor(logging.DEBUG)
    assert logging.getLogger("apprise").level == logging.ERROR


def test_a_short_or_empty_value_does_not_hide_everything(clean: io.StringIO) -> None:
    install(["", "a", "los"])
    assert redacted("los avisos") == "los avisos"
