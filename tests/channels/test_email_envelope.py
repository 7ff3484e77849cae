"""What is said beside MAIL and RCPT: reports are asked for where they are offered, and only there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdflow.channels.base import Message
from gdflow.channels.email import SmtpChannel, SmtpSettings
from gdflow.channels.smtp_envelope import enveloped, xtext
from gdflow.domain.errors import DeliveryError, InputError
from gdflow.spanish.messages import say
from tests.support.smtp import HOST, SmtpServer

ACCENTED = "peña.núñez@alcaldía.example"
ON_THE_WIRE = "peña.núñez@xn--alcalda-dza.example"


def message(recipient: str = "equipo+oai@alcaldia.example", message_id: str = "<gd.0a1b@alcaldia.example>") -> Message:
    return Message(message_id, "avisos@alcaldia.example", recipient, b"Subject: a\r\n\r\n")


def spoken(server: SmtpServer, sent: Message) -> list[str]:
    channel = SmtpChannel(SmtpSettings(HOST, server.port, "none"))
    channel.send(sent)
    channel.close()
    return server.spoken


def test_a_report_is_asked_for_that_names_the_notice_and_its_recipient() -> None:
    with SmtpServer(dsn=True) as server:
        mail, rcpt = spoken(server, message())
    assert mail == "FROM:<avisos@alcaldia.example> SIZE=14 RET=HDRS ENVID=gd.0a1b"
    assert rcpt == "TO:<equipo+oai@alcaldia.example> NOTIFY=FAILURE,DELAY ORCPT=rfc822;equipo+2Boai@alcaldia.example"


def test_a_server_that_offers_no_reports_is_not_asked_for_one() -> None:
    with SmtpServer() as server:
        mail, rcpt = spoken(server, message())
    assert mail == "FROM:<avisos@alcaldia.example> SIZE=14"
    assert rcpt == "TO:<equipo+oai@alcaldia.example>"


@pytest.mark.parametrize("message_id", ["", "<>", f"<{'a' * 101}@alcaldia.example>"])
def test_a_name_that_does_not_fit_is_left_out(message_id: str) -> None:
    with SmtpServer(dsn=True) as server:
        mail, _ = spoken(server, message(message_id=message_id))
    assert mail == "FROM:<avisos@alcaldia.example> SIZE=14 RET=HDRS"


@pytest.mark.parametrize(
    ("dsn", "beside_rcpt"), [(False, ""), (True, " NOTIFY=FAILURE,DELAY")], ids=["without dsn", "with dsn"]
)
def test_an_accented_address_is_written_to_where_the_server_takes_it(dsn: bool, beside_rcpt: str) -> None:
    with SmtpServer(utf8=True, dsn=dsn) as server:
        mail, rcpt = spoken(server, message(ACCENTED))
    assert mail.endswith(" SMTPUTF8")
    assert rcpt == f"TO:<{ON_THE_WIRE}>{beside_rcpt}"
    assert server.received[0].recipients == (ON_THE_WIRE,)


def test_a_plain_address_needs_no_extension() -> None:
    with SmtpServer(utf8=True) as server:
        mail, _ = spoken(server, message("equipo@alcaldía.example"))
    assert "SMTPUTF8" not in mail
    assert server.received[0].recipients == ("equipo@xn--alcalda-dza.example",)


def test_elsewhere_an_accented_address_is_refused_for_good_with_a_sentence() -> None:
    with SmtpServer() as server:
        channel = SmtpChannel(SmtpSettings(HOST, server.port, "none"))
        with pytest.raises(DeliveryError) as caught:
            channel.send(message(ACCENTED))
        channel.send(message())
        channel.close()
    assert (caught.value.code, caught.value.permanent) == ("address_needs_smtputf8", True)
    assert ON_THE_WIRE in say(caught.value)
    assert len(server.received) == 1


@pytest.mark.parametrize(
    "address",
    [
        "peña>\r\nRCPT TO:<b@alcaldia.example",
        "peña núñez@alcaldia.example",
        "ñ..a@alcaldia.example",
        f"{'ñ' * 33}@alcaldia.example",
        "ñ@",
        "ñ@a@alcaldia.example",
        "ñ\u202e@alcaldia.example",
    ],
)
def test_letters_beyond_ascii_bring_nothing_else_with_them(address: str) -> None:
    with pytest.raises(InputError, match="bad_address"):
        enveloped(message(address))


@given(st.text(st.characters(codec="utf-8")))
def test_coded_words_are_plain_and_can_be_read_back(words: str) -> None:
    coded = xtext(words)
    assert all("!" <= c <= "~" and c != "=" for c in coded)
    first, *others = coded.split("+")
    read = first.encode() + b"".join(bytes.fromhex(part[:2]) + part[2:].encode() for part in others)
    assert read.decode() == words
