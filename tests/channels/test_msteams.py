"""Teams against a real HTTPS server: what each answer means, and that no card leaves twice or elsewhere."""

import json
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from gdflow.channels.base import ChannelError, Message
from gdflow.channels.msteams import TeamsChannel, TeamsSettings, post_url
from gdflow.channels.webhook_answers import LONGEST_PAUSE, retry_after
from gdflow.domain.errors import ConfigError, DeliveryError
from gdflow.spanish.messages import say
from tests.channels.conftest import Trust
from tests.support.https import DROP, DROP_EARLY, DROP_IN_BODY, HANG, HOST, Answer, HttpsServer
from tests.support.processes import wait_for

SIGNATURE = "pL4nt3d-s1gn4tur3_0fTeams"
FLOW = "0a1b2c3d4e5f"
CARD = json.dumps({"type": "message", "text": "ñandú " * 200}).encode()
LOGIC = f"https://prod-04.westus.logic.azure.com:443/workflows/{FLOW}/triggers/manual/paths/invoke"
QUERY = f"?api-version=2016-06-01&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig={SIGNATURE}"
POWER = "https://default0a.1b.environment.api.powerplatform.com:443/powerautomate/automations/direct"
INVOKE = f"/workflows/{FLOW}/triggers/manual/paths/invoke"


def message(data: bytes = CARD) -> Message:
    return Message("<gd.1@alcaldia.example>", "avisos@alcaldia.example", "equipo-oai", data)


def settings_for(server: HttpsServer, trust: Trust, **facts: Any) -> TeamsSettings:
    patient = {"connect_timeout": 60.0, "read_timeout": 60.0}
    wanted: dict[str, Any] = {"ca_file": trust.ca_file, "allowed_hosts": (HOST,)} | patient | facts
    return TeamsSettings("equipo-oai", f"workflows://{HOST}:{server.port}/{FLOW}/{SIGNATURE}", **wanted)


def failure(channel: TeamsChannel, data: bytes = CARD) -> DeliveryError:
    with pytest.raises(DeliveryError) as caught:
        channel.send(message(data))
    channel.close()
    assert SIGNATURE not in f"{caught.value!r} {say(caught.value)}"
    return caught.value


@pytest.mark.parametrize("status", [200, 202, 204])
def test_a_card_arrives_byte_for_byte_and_is_only_handed_over(trust: Trust, status: int) -> None:
    with HttpsServer(trust.server) as server:
        server.answer(status)
        channel = TeamsChannel(settings_for(server, trust))
        accepted = channel.send(message())
        channel.close()
    assert (accepted.code, accepted.handed_over) == (str(status), True)
    (posted,) = server.received
    assert posted.body == CARD
    assert posted.headers["Content-Type"] == "application/json; charset=utf-8"
    assert posted.headers["Content-Length"] == str(len(CARD))
    assert urlsplit(posted.path).path == INVOKE
    assert parse_qs(urlsplit(posted.path).query)["sig"] == [SIGNATURE]


def test_thirty_cards_need_one_connection(trust: Trust) -> None:
    with HttpsServer(trust.server) as server:
        server.answer(*[Answer(202, body=b"{}")] * 30)
        channel = TeamsChannel(settings_for(server, trust))
        for number in range(30):
            channel.send(message(f'{{"n":{number}}}'.encode()))
        channel.close()
    assert [json.loads(posted.body)["n"] for posted in server.received] == list(range(30))
    assert server.connections == 1


def test_a_closed_channel_may_be_used_again(trust: Trust) -> None:
    with HttpsServer(trust.server) as server:
        channel = TeamsChannel(settings_for(server, trust))
        for _ in range(2):
            channel.send(message())
            channel.close()
    assert len(server.received) == server.connections == 2


@pytest.mark.parametrize(
    ("status", "code", "kind"),
    [
        (301, "teams_redirects", "channel"),
        (302, "teams_redirects", "channel"),
        (307, "teams_redirects", "channel"),
        (400, "card_refused", "permanent"),
        (401, "teams_signature_refused", "channel"),
        (403, "teams_signature_refused", "channel"),
        (404, "teams_flow_gone", "channel"),
        (408, "teams_busy", "channel"),
        (409, "teams_refused", "channel"),
        (410, "teams_flow_gone", "channel"),
        (413, "card_refused", "permanent"),
        (429, "teams_busy", "channel"),
        (500, "teams_failed", "channel"),
        (502, "teams_failed", "channel"),
        (503, "teams_failed", "channel"),
    ],
)
def test_each_answer_has_its_meaning(trust: Trust, status: int, code: str, kind: str) -> None:
    with HttpsServer(trust.server) as server:
        elsewhere = {"Location": f"https://{HOST}:{server.port}/otra"} if 300 <= status < 400 else {}
        server.answer(Answer(status, elsewhere, b'{"error":{"code":"WorkflowNotFound"}}'))
        error = failure(TeamsChannel(settings_for(server, trust)))
    assert error.code == code
    assert isinstance(error, ChannelError) == (kind == "channel")
    assert (error.permanent, error.in_doubt, error.retry_after) == (kind == "permanent", False, None)
    assert error.facts["answer"] == status
    assert "WorkflowNotFound" in str(error.facts["text"])
    assert len(server.received) == 1


def test_a_signature_that_the_answer_repeats_is_not_kept(trust: Trust) -> None:
    with HttpsServer(trust.server) as server:
        server.answer(Answer(401, body=f"bad request to {INVOKE}?sig={SIGNATURE}: {SIGNATURE}".encode()))
        error = failure(TeamsChannel(settings_for(server, trust)))
    assert "bad request" in str(error.facts["text"])


@pytest.mark.parametrize("status", [429, 503])
def test_seconds_to_wait_are_kept_to_the_second(trust: Trust, status: int) -> None:
    with HttpsServer(trust.server) as server:
        server.answer(Answer(status, {"Retry-After": "17"}))
        assert failure(TeamsChannel(settings_for(server, trust))).retry_after == 17


def test_a_date_to_wait_for_is_kept_to_the_second(trust: Trust) -> None:
    with HttpsServer(trust.server) as server:
        until = datetime.now(UTC) + timedelta(seconds=90)  # noqa: TID251  # the server's Date is of this moment
        server.answer(Answer(429, {"Retry-After": format_datetime(until, usegmt=True)}))
        error = failure(TeamsChannel(settings_for(server, trust)))
    assert error.retry_after in (89, 90)


NOON = "Wed, 05 Jul 2023 12:00:00 GMT"


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"Retry-After": "0"}, 0),
        ({"Retry-After": " 120 "}, 120),
        ({"Retry-After": "9" * 40}, LONGEST_PAUSE),
        ({"Retry-After": "Wed, 05 Jul 2023 12:00:17 GMT", "Date": NOON}, 17),
        ({"Retry-After": "Wed, 05 Jul 2023 11:00:00 GMT", "Date": NOON}, 0),
        ({"Retry-After": "Wed, 05 Jul 2023 07:00:17 -0500", "Date": NOON}, 17),
        ({"Retry-After": "Fri, 05 Jul 2999 12:00:17 -0000", "Date": NOON}, LONGEST_PAUSE),
        ({"Retry-After": "Wed, 05 Jul 2023 12:00:17 GMT"}, None),
        ({"Retry-After": "pronto", "Date": NOON}, None),
        ({"Retry-After": "-5", "Date": NOON}, None),
        ({"Retry-After": "٣"}, None),
        ({}, None),
    ],
)
def test_both_forms_of_waiting_are_understood(headers: dict[str, str], seconds: float | None) -> None:
    assert retry_after(headers) == seconds


def test_a_server_that_is_not_there_is_the_channels_matter(trust: Trust) -> None:
    with HttpsServer(trust.server) as server:
        settings = settings_for(server, trust)
    error = failure(TeamsChannel(settings))
    assert isinstance(error, ChannelError)
    assert (error.code, error.facts["text"]) == ("teams_unreachable", "Connection refused")


def test_a_certificate_that_is_not_trusted_stops_the_card(trust: Trust) -> None:
    with HttpsServer(trust.server) as server:
        error = failure(TeamsChannel(settings_for(server, trust, ca_file=None)))
    assert isinstance(error, ChannelError)
    assert error.code == "teams_untrusted"
    assert server.received == []


def test_a_server_without_encryption_gets_nothing(trust: Trust) -> None:
    with HttpsServer() as server:
        error = failure(TeamsChannel(settings_for(server, trust)))
    assert isinstance(error, ChannelError)
    assert server.received == []


@pytest.mark.parametrize("fault", [DROP, HANG])
def test_a_connection_lost_after_the_card_leaves_a_doubt(trust: Trust, fault: Answer) -> None:
    with HttpsServer(trust.server) as server:
        server.answer(fault)
        error = failure(TeamsChannel(settings_for(server, trust, read_timeout=0.5)))
        wait_for(lambda: server.received, 60, "the server has read it")
    assert (error.code, error.in_doubt, error.permanent) == ("card_in_doubt", True, False)
    assert not isinstance(error, ChannelError)
    assert error.facts["text"]
    assert len(server.received) == 1


def test_a_connection_lost_before_the_card_was_written_leaves_none(trust: Trust) -> None:
    with HttpsServer(trust.server) as server:
        server.answer(DROP_EARLY)
        error = failure(TeamsChannel(settings_for(server, trust)), data=b"x" * 30_000_000)
    assert isinstance(error, ChannelError)
    assert (error.code, error.in_doubt) == ("teams_unreachable", False)


def test_an_answer_cut_off_after_its_status_counts(trust: Trust) -> None:
    with HttpsServer(trust.server) as server:
        server.answer(DROP_IN_BODY)
        channel = TeamsChannel(settings_for(server, trust))
        assert channel.send(message()).code == "202"
        channel.close()


def test_the_next_card_goes_out_after_a_lost_one(trust: Trust) -> None:
    with HttpsServer(trust.server) as server:
        server.answer(DROP)
        channel = TeamsChannel(settings_for(server, trust))
        failure(channel)
        assert channel.send(message()).handed_over
        channel.close()
    assert len(server.received) == 2


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (LOGIC + QUERY, LOGIC.replace(":443", "") + QUERY),
        (f"workflows://prod-04.westus.logic.azure.com/{FLOW}/{SIGNATURE}/", LOGIC.replace(":443", "") + QUERY),
        (
            POWER + INVOKE + QUERY.replace("2016-06-01", "1"),
            POWER.replace(":443", "") + INVOKE + QUERY.replace("2016-06-01", "1"),
        ),
        (
            f"{POWER}/cu/12{INVOKE}{QUERY.replace('2016-06-01', '1')}",
            f"{POWER.replace(':443', '')}/cu/12{INVOKE}{QUERY.replace('2016-06-01', '1')}",
        ),
    ],
)
def test_addresses_as_the_flow_prints_them_are_understood(url: str, expected: str) -> None:
    assert post_url(TeamsSettings("oai", url)) == expected


@pytest.mark.parametrize(
    ("url", "code"),
    [
        (LOGIC.replace("https", "http") + QUERY, "teams_url_not_https"),
        (f"msteams://tenant/{FLOW}/{SIGNATURE}", "teams_url_not_https"),
        ("", "teams_url_not_https"),
        (LOGIC, "teams_url_unreadable"),
        (f"https://prod-04.westus.logic.azure.com/otra/{SIGNATURE}", "teams_url_unreadable"),
        (f"workflows://prod-04.westus.logic.azure.com/{FLOW}/{SIGNATURE}.%2F..", "teams_url_unreadable"),
        (f"workflows://prod-04.westus.logic.azure.com/{FLOW}", "teams_url_unreadable"),
        (f"workflows://curioso.example/{FLOW}/{SIGNATURE}", "teams_host_refused"),
        (f"workflows://logic.azure.com@curioso.example/{FLOW}/{SIGNATURE}", "teams_host_refused"),
        (f"workflows://otrologic.azure.com/{FLOW}/{SIGNATURE}", "teams_host_refused"),
        (f"workflows://logic.azure.com.curioso.example/{FLOW}/{SIGNATURE}", "teams_host_refused"),
        (f"workflows://{HOST}/{FLOW}/{SIGNATURE}", "teams_host_refused"),
    ],
)
def test_an_address_that_is_not_a_flow_of_microsoft_is_refused_unseen(
    url: str, code: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(0)
    with pytest.raises(ConfigError) as caught:
        TeamsSettings("oai", url)
    assert caught.value.code == code
    assert SIGNATURE not in f"{caught.value!r} {say(caught.value)} {caplog.text}"
    assert "oai" in say(caught.value)


def test_the_address_is_not_shown_with_the_settings() -> None:
    assert SIGNATURE not in repr(TeamsSettings("oai", LOGIC + QUERY))


def test_a_file_of_authorities_that_is_missing_is_said_at_once(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="teams_ca_file_missing"):
        TeamsSettings("oai", LOGIC + QUERY, ca_file=tmp_path / "ca.pem")
