"""A report about a delivery is known as one, whoever wrote it; nothing else ever is."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from gdflow.collect.bounces import LARGEST, read_bounce
from gdflow.domain.bounces import Bounce, BounceAction
from tests.collect.reports import (
    ABSENCE,
    ANSWER,
    ENVELOPE,
    EXCHANGE_LIKE,
    FORWARDED,
    GLOBAL,
    GOOGLE_LIKE,
    LATE,
    NOTICE,
    POSTFIX,
    READ_RECEIPT,
    SEVERAL,
)

EMPTY = b"Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n"


def bounce(data: bytes) -> Bounce:
    read = read_bounce(data)
    assert read is not None
    return read


def test_a_report_in_the_manner_of_google_names_the_mail_the_recipient_and_the_reason() -> None:
    assert bounce(GOOGLE_LIKE) == Bounce(
        envelope_id=None,
        message_id=NOTICE,
        recipient="gobiernodigital@cartagena.example",
        action=BounceAction.FAILED,
        status="5.1.1",
        diagnostic="550-5.1.1 No such user here; look for 550 5.1.1 typing mistakes.",
    )
    assert bounce(GOOGLE_LIKE).permanent


def test_a_report_in_the_manner_of_exchange_names_the_address_that_was_written_to() -> None:
    read = bounce(EXCHANGE_LIKE)
    assert (read.message_id, read.recipient) == (NOTICE, "equipo+oai@cartagena.example")
    assert (read.status, read.permanent) == ("5.1.10", True)
    assert read.diagnostic == "550 5.1.10 The recipient was not found by its address"


def test_a_report_of_postfix_brings_the_envelope_id_back() -> None:
    assert bounce(POSTFIX) == Bounce(
        envelope_id="gd.bb02",
        message_id="<gd.bb02@cartagena.example>",
        recipient="nadie@cartagena.example",
        action=BounceAction.FAILED,
        status="5.1.1",
        diagnostic="550 5.1.1 <nadie@cartagena.example> User doesn't exist: nadie@cartagena.example",
    )


def test_a_delay_is_not_the_end() -> None:
    read = bounce(LATE)
    assert (read.envelope_id, read.message_id, read.recipient) == (ENVELOPE, None, "uno@cartagena.example")
    assert (read.action, read.status, read.permanent) == (BounceAction.DELAYED, "4.4.1", False)


def test_of_several_recipients_the_gravest_outcome_is_told() -> None:
    read = bounce(SEVERAL)
    assert (read.recipient, read.action, read.status) == ("tres@cartagena.example", BounceAction.FAILED, "5.2.2")


def test_a_report_for_all_alphabets_is_read_too() -> None:
    read = bounce(GLOBAL)
    assert (read.envelope_id, read.message_id, read.action) == (ENVELOPE, NOTICE, BounceAction.FAILED)
    assert read.recipient.endswith("@cartagena.example")


def test_a_failure_for_want_of_time_may_be_tried_again() -> None:
    read = bounce(LATE.replace(b"delayed (se reintenta)", b"failed").replace(b"4.4.1", b"4.4.7"))
    assert (read.action, read.status, read.permanent) == (BounceAction.FAILED, "4.4.7", False)


@pytest.mark.parametrize(
    ("action", "status"), [("failed", "5.0.0"), ("delayed", "4.0.0"), ("Delivered", "2.0.0"), ("RELAYED", "2.0.0")]
)
def test_an_unsaid_status_follows_from_the_action(action: str, status: str) -> None:
    told = LATE.replace(b"Status: 4.4.1 (sin conexion)\r\n", b"").replace(b"delayed (se reintenta)", action.encode())
    assert bounce(told).status == status


@pytest.mark.parametrize(
    "data",
    [
        READ_RECEIPT,
        ABSENCE,
        ANSWER,
        FORWARDED,
        b"",
        EMPTY,
        GOOGLE_LIKE.replace(b"Action: failed", b"Action: exploded"),
        GOOGLE_LIKE.replace(b"Action: failed\r\n", b""),
        GOOGLE_LIKE.replace(b"message/delivery-status", b"text/plain"),
        GOOGLE_LIKE.replace(b"multipart/report", b"multipart/mixed"),
    ],
    ids=["read", "absence", "answer", "forwarded", "nothing", "empty", "strange", "no action", "no status", "mixed"],
)
def test_everything_else_is_no_report(data: bytes) -> None:
    assert read_bounce(data) is None


def test_what_a_returned_mail_holds_is_not_taken_for_the_report() -> None:
    returned = b"From: planes@cartagena.example\r\n"
    inner = EXCHANGE_LIKE.partition(b"\r\n")[2]
    own = GOOGLE_LIKE.replace(b"message/delivery-status", b"text/plain").replace(returned, returned + inner)
    assert read_bounce(returned + inner) is not None
    assert read_bounce(own) is None


def test_a_large_mail_that_comes_back_is_not_read_to_its_end() -> None:
    large = GOOGLE_LIKE.replace(b"Buen d\xc3\xada.", b"x" * 70 * LARGEST)
    assert bounce(large).message_id == NOTICE


@pytest.mark.parametrize(
    "data",
    [
        EMPTY + b"--b\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n" * 3000,
        b"".join(b"Content-Type: multipart/report; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n) for n in range(3000)),
        EMPTY + b"--b\r\nContent-Type: message/delivery-status\r\n\r\n" * 3000,
        b"Content-Type: multipart/report; boundary*99999999999999999999*=b; report-type*0*=x''delivery-status\r\n\r\n",
        b"Content-Type: multipart/report; boundary*" + b"9" * 5000 + b"=b\r\n\r\n--b\r\n",
        b"Content-Type: multipart/report; boundary*=nadie'es'%ff%fe\r\n\r\n",
        b"Content-Type: multipart/report;" + b" report-type=" * 50_000 + b"\r\n\r\n",
        GOOGLE_LIKE.replace(b"5.1.1\r\n", b"5." * 100_000 + b"\r\n"),
        GOOGLE_LIKE.replace(b"rfc822; gob", b"\xff\x00;<>" * 10_000),
        GOOGLE_LIKE.replace(b"\r\n", b"\r"),
    ],
    ids=range(10),
)
def test_a_mail_made_to_break_the_reader_breaks_nothing(data: bytes) -> None:
    read = read_bounce(data)
    assert read is None or len(read.diagnostic) <= 500


@given(st.binary(), st.integers(0, len(GOOGLE_LIKE)), st.integers(0, 400))
@example(b"", 0, 0)
def test_any_bytes_in_any_place_raise_nothing(noise: bytes, at: int, instead_of: int) -> None:
    for data in (GOOGLE_LIKE, SEVERAL, GLOBAL):
        read = read_bounce(data[:at] + noise + data[at + instead_of :])
        assert read is None or isinstance(read, Bounce)
