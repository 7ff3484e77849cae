"""Where a webhook may lead, and what each answer means, against real servers."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest

from gdflow import clock
from gdflow.channels.base import ChannelError, Message, StumbleError
from gdflow.channels.webhook import WebhookChannel, understood
from gdflow.channels.webhook_address import Reach, check_url
from gdflow.channels.webhook_connection import connection_to
from gdflow.domain.errors import DeliveryError, InputError
from gdflow.domain.webhooks import secret_of
from gdflow.spanish.messages import say
from tests.channels.conftest import Trust
from tests.support.webhooks import DROP, HANG, HOST, Receiver, receiving

SECRET = secret_of(b"s" * 32)
OWN = frozenset({HOST})


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    """Another system in clear, on this machine."""
    with receiving() as made:
        made.secrets.append(SECRET)
        yield made


def channel(url: str, **reach: Any) -> WebhookChannel:
    wanted: dict[str, Any] = {"own": OWN, "whole": 5.0} | reach
    return WebhookChannel(url, lambda _: (SECRET,), reach=Reach(**wanted), now=clock.now)


def message(data: bytes = '{"ñ":1}'.encode()) -> Message:
    return Message("msg_1", "", HOST, data)


def failure(made: WebhookChannel) -> DeliveryError:
    with pytest.raises(DeliveryError) as caught:
        made.send(message())
    made.close()
    assert "(webhook_" not in say(caught.value)
    return caught.value


def test_a_message_arrives_byte_for_byte_with_its_headers(receiver: Receiver) -> None:
    accepted = channel(receiver.url).send(message())
    assert (accepted.code, accepted.handed_over) == ("204", True)
    assert (receiver.bodies, receiver.ids, receiver.forged) == ([message().data], ["msg_1"], 0)
    [headers] = receiver.headers
    assert headers["content-type"] == "application/json; charset=utf-8"
    assert headers["user-agent"].startswith("gdflow")


def test_the_entitys_own_authority_is_trusted_and_no_other(trust: Trust) -> None:
    with receiving(trust.server) as receiver:
        receiver.secrets.append(SECRET)
        assert channel(receiver.url, ca_file=trust.ca_file).send(message()).code == "204"
        assert failure(channel(receiver.url)).code == "webhook_untrusted"
    assert len(receiver.ids) == 1


@pytest.mark.parametrize(
    ("status", "code", "kind", "permanent"),
    [
        (400, "webhook_message_refused", DeliveryError, True),
        (413, "webhook_message_refused", DeliveryError, True),
        (422, "webhook_message_refused", DeliveryError, True),
        (410, "webhook_gone", DeliveryError, True),
        (301, "webhook_redirects", ChannelError, False),
        (307, "webhook_redirects", ChannelError, False),
        (401, "webhook_refused", ChannelError, False),
        (404, "webhook_refused", ChannelError, False),
        (408, "webhook_busy", ChannelError, False),
        (429, "webhook_busy", ChannelError, False),
        (500, "webhook_failed", StumbleError, False),
        (503, "webhook_failed", StumbleError, False),
    ],
)
def test_each_answer_means_one_thing(
    receiver: Receiver, status: int, code: str, kind: type[DeliveryError], permanent: bool
) -> None:
    receiver.answer(status, Location=receiver.url)
    found = failure(channel(receiver.url))
    assert (found.code, type(found), found.permanent) == (code, kind, permanent)
    assert len(receiver.ids) == 1


@pytest.mark.parametrize("status", [429, 503])
def test_an_answer_says_when_to_come_again(status: int) -> None:
    with pytest.raises(ChannelError) as caught:
        understood(HOST, status, {"Retry-After": "90"}, "")
    assert caught.value.retry_after == 90


@pytest.mark.parametrize("silence", [DROP, HANG])
def test_silence_is_no_doubt(receiver: Receiver, silence: int) -> None:
    receiver.answer(silence)
    found = failure(channel(receiver.url, whole=0.3))
    assert (found.code, found.in_doubt, type(found)) == ("webhook_no_answer", False, StumbleError)


def test_where_nobody_listens_is_told(receiver: Receiver) -> None:
    assert failure(channel(f"http://{HOST}:9/x")).code == "webhook_unreachable"


HOSTILE = [
    ("ftp://bi.entidad.example/", "webhook_url_unreadable"),
    ("https://", "webhook_url_unreadable"),
    ("https://bi.entidad.example:0/", "webhook_url_unreadable"),
    ("https://bi.entidad.example:99999/", "webhook_url_unreadable"),
    ("https://[::1/", "webhook_url_unreadable"),
    ("https://bi.entidad.example/a b", "webhook_url_unreadable"),
    ("https://bi.entidad.example/\r\nHost: x", "webhook_url_unreadable"),
    ("https://bí.entidad.example/", "webhook_url_unreadable"),
    ("https://bi.entidad.example/#x", "webhook_url_unreadable"),
    ("https://bi.entidad.example/" + "x" * 2000, "webhook_url_unreadable"),
    ("javascript:alert(1)", "webhook_url_unreadable"),
    ("https://ana:clave@bi.entidad.example/", "webhook_url_with_user"),
    ("https://ana@bi.entidad.example/", "webhook_url_with_user"),
    ("http://bi.entidad.example/", "webhook_url_not_https"),
    ("http://169.254.169.254/latest", "webhook_host_private"),
    ("https://169.254.169.254/latest", "webhook_host_private"),
    ("https://127.0.0.1/", "webhook_host_private"),
    ("https://127.1/", "webhook_host_private"),
    ("https://2130706433/", "webhook_host_private"),
    ("https://[::1]/", "webhook_host_private"),
    ("https://[::ffff:10.0.0.1]/", "webhook_host_private"),
    ("https://10.1.2.3/", "webhook_host_private"),
    ("https://localhost/", "webhook_host_private"),
    ("https://bi.intranet/", "webhook_host_private"),
    ("https://servidor/", "webhook_host_private"),
]


@pytest.mark.parametrize(("url", "code"), HOSTILE)
def test_a_hostile_address_is_refused(url: str, code: str) -> None:
    with pytest.raises(InputError) as refused:
        check_url(url, ())
    assert refused.value.code == code
    assert code not in say(refused.value)


def test_the_entitys_own_machines_are_allowed_by_name() -> None:
    assert check_url(" https://10.1.2.3:8443/x ", {"10.1.2.3"}) == "https://10.1.2.3:8443/x"
    assert check_url("http://127.0.0.1:8000/x", {"127.0.0.1"}) == "http://127.0.0.1:8000/x"


@pytest.mark.parametrize("url", ["http://10.1.2.3/", "http://bi.intranet/"])
def test_in_clear_nothing_leaves_this_machine(url: str) -> None:
    with pytest.raises(InputError, match="webhook_url_not_https"):
        check_url(url, {"10.1.2.3", "bi.intranet"})


@pytest.mark.parametrize("found", [["127.0.0.1"], ["93.184.216.34", "10.0.0.1"], ["fe80::1%eth0"], ["224.0.0.1"], []])
def test_a_name_that_leads_inside_is_not_followed(found: list[str]) -> None:
    connection = connection_to("https://bi.entidad.example/", Reach(), lambda *_: found)
    with pytest.raises(ChannelError) as refused:
        connection.connect()
    assert (refused.value.code, connection.sock) == ("webhook_host_inside", None)
    assert "bi.entidad.example" in say(refused.value)


def test_an_address_that_settings_no_longer_allow_is_not_asked(receiver: Receiver) -> None:
    assert failure(channel(receiver.url, own=frozenset())).code == "webhook_host_inside"
    assert receiver.bodies == []


def test_to_cut_what_has_ended_does_nothing(receiver: Receiver) -> None:
    connection = connection_to(receiver.url, Reach(own=OWN))
    connection.cut()
    connection.connect()
    connection.cut()
    connection.cut()
    connection.close()


def test_secrets_sign_as_of_the_moment_of_the_try(receiver: Receiver) -> None:
    asked: list[datetime] = []

    def secrets(now: datetime) -> tuple[str, ...]:
        asked.append(now)
        return (SECRET,)

    now = clock.now()
    WebhookChannel(receiver.url, secrets, reach=Reach(own=OWN), now=lambda: now).send(message())
    assert asked == [now]


def test_no_secret_is_kept_from_an_answer_that_prints_it() -> None:
    accepted = understood(HOST, 200, {}, f"signed with {SECRET}, thanks")
    assert accepted.text == "signed with ***, thanks"
