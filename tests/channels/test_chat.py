"""Any other chat through Apprise: what is said, to whom it may go, and what is believed of the answer."""

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from apprise.decorators import notify
from hypothesis import given
from hypothesis import strategies as st

from gdflow.channels.base import ChannelError, Message
from gdflow.channels.chat import MOST_BODY, AppriseChannel, chat_text
from gdflow.domain.digest import Digest
from gdflow.domain.errors import ConfigError, DeliveryError
from gdflow.spanish.messages import say
from tests.channels.cast import DEADLINE, HEAD, OTHER_TEAM, RESULT, RESULTS, TEAM, digest_of, escalation
from tests.channels.conftest import Trust
from tests.channels.test_card import HOSTILE, LIVE, WORDS
from tests.support.https import DROP, HANG, HOST, Answer, HttpsServer
from tests.support.processes import wait_for

TODAY = date(2023, 7, 5)
PASSWORD = "cl4ve-ñandú"
PAGE = "https://alcaldia.example/r/abc"


def said(digest: Digest, *, today: date = TODAY) -> dict[str, str]:
    words: dict[str, str] = json.loads(chat_text(digest, today=today))
    return words


def message(digest: Digest | None = None) -> Message:
    data = chat_text(digest or digest_of(*RESULTS), today=TODAY)
    return Message("<gd.1@alcaldia.example>", "avisos@alcaldia.example", "equipo-chat", data)


@pytest.fixture
def trusting(trust: Trust, monkeypatch: pytest.MonkeyPatch) -> Trust:
    """Apprise trusts the private authority, as requests does for all that ask it."""
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(trust.ca_file))
    return trust


def channel_to(server: HttpsServer, path: str = "/avisos", **facts: Any) -> AppriseChannel:
    url = f"jsons://equipo:{PASSWORD}@{HOST}:{server.port}{path}"
    return AppriseChannel("equipo-chat", url, allow_private=True, **facts)


def refusal(url: str, **facts: Any) -> ConfigError:
    with pytest.raises(ConfigError) as caught:
        AppriseChannel("equipo-chat", url, **facts)
    assert say(caught.value).count("equipo-chat") == 1
    return caught.value


def test_a_message_says_how_much_which_lines_and_where_to_answer() -> None:
    words = said(digest_of(*RESULTS, DEADLINE))
    assert words["title"] == "[Gobierno Digital] 5 pendientes: 1 vencida y 4 por vencer el lun 10 jul"
    rows = words["body"].splitlines()
    assert rows[0] == "▲ 9. Hacer el reporte a FURAG · Vencida hace 66 días"
    assert rows[2] == "○ 3. Sensibilizar a las áreas de gestión · Quedan 5 días"
    assert len(rows) == 7
    assert rows[6].startswith(f"Responda el correo que recibió o escriba a {HEAD.reply_to}")


def test_the_subject_that_brings_an_answer_home_is_named() -> None:
    digest = replace(digest_of(RESULT), head=replace(HEAD, reference="k7f3q2mx4d"))
    assert said(digest)["body"].endswith(", con el asunto «Reporte GD-K7F3Q2MX4D».")
    assert said(replace(digest, head=replace(HEAD, reference=None)))["body"].endswith(f"escriba a {HEAD.reply_to}.")


def test_a_page_is_the_one_link() -> None:
    assert said(replace(digest_of(RESULT), link=PAGE))["body"].endswith(f"\n\nReportar ahora: {PAGE}")
    bad = said(replace(digest_of(RESULT), link="javascript:alert(1)"))
    assert bad["body"].endswith("Reportar ahora: con el enlace del correo")


def test_an_escalation_asks_for_support() -> None:
    words = said(escalation(), today=date(2023, 7, 13))
    assert words["title"].startswith("[Gobierno Digital] Solicitud de apoyo")
    assert "\n\nLe agradecemos apoyar al equipo" in words["body"]


def test_a_ninth_line_is_counted_and_several_teams_are_named() -> None:
    lines = [replace(RESULT, row=row, number=str(row), label="Tarea") for row in range(11)]
    body = said(digest_of(*lines, replace(RESULT, row=99, team=OTHER_TEAM)))["body"]
    assert body.count("○ ") == 8
    assert body.count(f"Quedan 5 días · {TEAM}") == 8
    assert "\nY 4 actividades más. El correo las trae todas.\n" in body


@given(st.integers(1, 60), WORDS)
def test_no_text_becomes_a_mention_or_a_link_or_outgrows_a_chat(count: int, words: str) -> None:
    line = replace(RESULT, label=words * 50, number=words, team=words)
    digest = digest_of(*[replace(line, row=row) for row in range(count)], replace(DEADLINE, team=OTHER_TEAM))
    text = said(replace(digest, link=PAGE, head=replace(HEAD, topic=words)))
    body = text["body"].removesuffix(PAGE)
    assert len(text["body"]) <= MOST_BODY
    assert LIVE.search(body) is None
    assert LIVE.search(text["title"]) is None


def test_a_hostile_label_is_dead() -> None:
    body = said(replace(digest_of(replace(RESULT, number=None, label=HOSTILE)), link=PAGE))["body"]
    assert LIVE.search(body.removesuffix(PAGE)) is None


def test_the_same_digest_is_always_the_same_bytes() -> None:
    assert chat_text(digest_of(*RESULTS), today=TODAY) == chat_text(digest_of(*RESULTS), today=TODAY)


def test_a_message_arrives_and_is_only_handed_over(trusting: Trust) -> None:
    with HttpsServer(trusting.server) as server:
        channel = channel_to(server)
        accepted = channel.send(message())
        channel.close()
    (posted,) = server.received
    words = json.loads(posted.body)
    assert accepted.handed_over
    assert (words["title"], words["message"]) == tuple(said(digest_of(*RESULTS)).values())
    assert words["attachments"] == []
    assert posted.path == "/avisos"
    assert posted.headers["Authorization"].startswith("Basic ")


def test_three_messages_do_not_wait_for_one_another(trusting: Trust) -> None:
    assert any(spent_on_three(trusting) < 3 for _ in range(3)), "a busy machine makes some of them wait, not each"


def spent_on_three(trusting: Trust) -> float:
    """Seconds between the first of three messages and the last."""
    with HttpsServer(trusting.server) as server:
        channel = channel_to(server)
        for _ in range(3):
            channel.send(message())
    return server.received[-1].at - server.received[0].at


@pytest.mark.parametrize("answer", [Answer(401), Answer(404), Answer(429), Answer(500), DROP, HANG])
def test_what_was_not_taken_is_tried_again_later_and_only_by_us(trusting: Trust, answer: Answer) -> None:
    with HttpsServer(trusting.server) as server:
        server.answer(answer)
        channel = channel_to(server, "/avisos?retry=3&wait=0&optional=yes&rto=30", read_timeout=0.5)
        with pytest.raises(DeliveryError) as caught:
            channel.send(message())
        wait_for(lambda: server.received, 60, "the server has read it")
    assert len(server.received) == 1
    assert not isinstance(caught.value, ChannelError)
    assert (caught.value.code, caught.value.permanent, caught.value.in_doubt) == ("chat_failed", False, False)
    assert "JSON" in say(caught.value)
    assert PASSWORD not in f"{caught.value!r} {say(caught.value)}"


def test_a_redirect_is_not_followed(trusting: Trust) -> None:
    with HttpsServer(trusting.server) as server:
        server.answer(Answer(307, {"Location": f"https://{HOST}:{server.port}/otra"}))
        with pytest.raises(DeliveryError, match="chat_failed"):
            channel_to(server, "/avisos?redirect=yes").send(message())
    assert len(server.received) == 1


def test_a_certificate_is_checked_whatever_the_address_says(trust: Trust) -> None:
    with HttpsServer(trust.server) as server, pytest.raises(DeliveryError, match="chat_failed"):
        channel_to(server, "/avisos?verify=no").send(message())
    assert server.received == []


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("mailto://usuario:clave@correo.example", "chat_url_is_mail"),
        ("MAILTOS://usuario:clave@correo.example", "chat_url_is_mail"),
        ("workflows://prod-1.logic.azure.com/abcdef/firma", "chat_url_is_teams"),
        ("https://a.logic.azure.com/workflows/abcdef/triggers/manual/paths/invoke?sig=firma", "chat_url_is_teams"),
        ("syslog://", "chat_url_is_local"),
        ("dbus://", "chat_url_is_local"),
        ("gnome://", "chat_url_is_local"),
        ("windows://", "chat_url_is_local"),
        ("file:///etc/passwd", "chat_url_is_local"),
        ("no-existe://algo", "chat_url_unreadable"),
        ("slack://mal", "chat_url_unreadable"),
        ("", "chat_url_unreadable"),
        ("slack://T1JJ3T3L2/A1BRTD4JD/TIiajkdnlazkcOXrIdevi7FQ/#uno/#dos", "chat_url_is_many"),
    ],
)
def test_an_address_that_is_not_one_chat_is_refused(url: str, code: str) -> None:
    assert refusal(url).code == code


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "0x7f000001", "2130706433", "0.0.0.0", "10.1.2.3", "192.168.0.9", "169.254.169.254",
     "[::1]", "[fd00::1]", "localhost", "LOCALHOST", "chat.local", "mattermost", "chat.internal"],
)  # fmt: skip
@pytest.mark.parametrize("schema", ["json", "jsons"])
def test_the_own_network_is_reached_only_when_that_is_wanted(schema: str, host: str) -> None:
    url = f"{schema}://{host}/avisos"
    assert refusal(url).code == "chat_host_private"
    AppriseChannel("equipo-chat", url, allow_private=True)


@pytest.mark.parametrize(
    "url",
    [
        "jsons://chat.alcaldia.example/avisos",
        "jsons://8.8.8.8/avisos",
        "tgram://167772165:AAabcdefghijklmnopqrstuvwxyzABCDEF0/12345678",  # the bot's number is no address
        "slack://T1JJ3T3L2/A1BRTD4JD/TIiajkdnlazkcOXrIdevi7FQ/#uno",
        "https://hooks.slack.com/services/T1JJ3T3L2/A1BRTD4JD/TIiajkdnlazkcOXrIdevi7FQ",
    ],
)
def test_a_chat_outside_is_taken(url: str) -> None:
    AppriseChannel("equipo-chat", url)


def test_a_notifier_of_the_entitys_own_making_is_refused() -> None:
    notify(on="propio")(  # type: ignore[no-untyped-call]  # Apprise types it not
        lambda *words, **more: True
    )
    assert refusal("propio://algo").code == "chat_url_is_local"


def test_a_refused_address_is_nowhere_to_be_read(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(0)
    error = refusal("slack://equipo:s3cr3t0-qu3-n0@T1JJ3T3L2/mal")
    assert "s3cr3t0" not in f"{error!r} {say(error)} {caplog.text}"
