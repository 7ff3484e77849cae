"""The bytes of a mail: stable, standard, and closed against injection."""

from collections import Counter
from dataclasses import replace
from datetime import date, datetime
from email import charset, message_from_bytes
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import parseaddr
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from gdflow.channels.address import Mailbox
from gdflow.channels.mail import Attachment, build_mail
from gdflow.channels.render import Rendered, render_digest
from gdflow.domain.errors import InputError
from tests.channels.cast import BOGOTA, RESULTS, digest_of
from tests.channels.test_render import MAILS

RENDERED = render_digest(digest_of(*RESULTS), today=date(2023, 7, 5))
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORM = Attachment("Formulario – Año 2023, «Gestión» T2.xlsx", XLSX, bytes(range(256)) * 90)
LONG_DOMAIN = "gobierno-digital.alcaldia-distrital-y-turistica-de-cartagena-de-indias.bolivar.example"
FACTS: dict[str, Any] = {
    "message_id": f"<gd.0123456789abcdef0123456789abcdef@{LONG_DOMAIN}>",
    "sender": Mailbox("avisos@alcaldia.example", "Alcaldía de Peñalosa, «Gestión»"),
    "recipient": Mailbox("equipo@alcaldia.example"),
    "date": datetime(2023, 7, 5, 8, 0, tzinfo=BOGOTA),
    "reply_to": Mailbox("reportes@alcaldia.example"),
    "references": f"<gd.t.0123456789abcdef0123456789abcdef@{LONG_DOMAIN}>",
}


def built(rendered: Rendered = RENDERED, **facts: Any) -> bytes:
    return build_mail(rendered, **(FACTS | facts))


def parsed(data: bytes) -> EmailMessage:
    message = message_from_bytes(data, policy=SMTP)
    assert isinstance(message, EmailMessage)
    return message


def test_the_same_mail_has_the_same_bytes() -> None:
    assert built(attachments=[FORM]) == built(attachments=[FORM])


@given(st.text(st.characters(codec="utf-8", exclude_characters="\r\n\0"), max_size=80), st.binary(max_size=300))
def test_the_same_digest_has_the_same_ascii_bytes_whatever_its_words(words: str, data: bytes) -> None:
    lines = [replace(line, label=words) for line in RESULTS]
    form = Attachment("Formulario.xlsx", XLSX, data)
    first, second = (
        built(render_digest(digest_of(*lines), today=date(2023, 7, 5)), attachments=[form]) for _ in range(2)
    )
    assert first == second
    assert first.isascii()


def test_a_mail_is_ascii_in_short_lines_that_end_with_crlf() -> None:
    data = built(attachments=[FORM])
    assert data.isascii()
    assert data.count(b"\n") == data.count(b"\r\n")
    assert max(map(len, data.splitlines())) <= 998
    assert data.endswith(b"\r\n")


@pytest.mark.parametrize("name", MAILS)
@pytest.mark.parametrize("attachments", [[], [FORM]], ids=["alone", "with form"])
def test_every_header_of_every_mail_stands_once(name: str, attachments: list[Attachment]) -> None:
    mail = parsed(built(MAILS[name](), attachments=attachments))
    for part in mail.walk():
        assert set(Counter(header.lower() for header in part).values()) == {1}
    assert mail["Subject"] == MAILS[name]().subject
    assert mail["Auto-Submitted"] == "auto-generated"


def test_a_mail_has_the_headers_that_standards_and_threads_ask_for() -> None:
    names = {name.lower() for name in parsed(built(attachments=[FORM]))}
    assert {"from", "to", "date", "message-id", "references", "mime-version", "auto-submitted"} <= names


def test_headers_come_back_as_they_were_given() -> None:
    mail = parsed(built())
    assert mail["Subject"] == RENDERED.subject == "[Gobierno Digital] Quedan 5 días: faltan 4 reportes del trimestre 2"
    assert mail["From"].addresses[0].display_name == "Alcaldía de Peñalosa, «Gestión»"
    assert mail["From"].addresses[0].addr_spec == "avisos@alcaldia.example"
    assert mail["To"] == "equipo@alcaldia.example"
    assert mail["Reply-To"] == "reportes@alcaldia.example"
    assert mail["Date"].datetime == FACTS["date"]
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["X-Auto-Response-Suppress"] == "All"
    assert mail["Content-Language"] == "es"


SUBJECTS = [
    "[Gobierno Digital] 5 pendientes: 1 vencida y 4 por vencer el lun 10 jul",
    "[Gobierno Digital] Faltan 4 reportes del trimestre 2 · vence el jue 20 jul",
    "[Tecnologías de la información] Solicitud de apoyo: faltan 4 reportes · Equipo de Gestión y Año " + 9 * "ñandú ",
    "[A] " + 12 * "palabra larga ",
    '[Año] ¿(a) «b» "c" =?utf-8?q?d?= 100 % _ e@f.example; ' + 30 * "🦙",
]


@pytest.mark.parametrize("words", SUBJECTS)
def test_a_subject_comes_back_whole_from_short_lines_without_empty_words(words: str) -> None:
    data = built(Rendered(words.strip(), "a", "b"))
    lines = data.partition(b"\r\nDate")[0].partition(b"\r\nSubject: ")[2].split(b"\r\n ")
    assert parsed(data)["Subject"] == words.strip()
    assert all(line and len(line) <= 76 for line in lines)
    assert b"?q??=" not in data


def test_a_library_that_changes_what_utf_8_means_changes_no_subject(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(charset.CHARSETS, "utf-8", (charset.QP, charset.QP, "utf-8"))  # as Apprise does
    data = built(Rendered(f"Sólo aquí: {9 * 'ñandú '}fin", "a", "b"))
    assert b"Subject: =?utf-8?q?S=C3=B3lo_aqu=C3=AD=3A_=C3=B1and=C3=BA_" in data


@pytest.mark.parametrize(
    "name",
    ["Alcaldía", 'Oficina "A", B', "Alcaldía de Peñalosa; «Gestión», " * 3, "Secretaría de Planeación Distrital"],
)
def test_a_senders_name_comes_back_whole(name: str) -> None:
    data = built(sender=Mailbox("avisos@alcaldia.example", name.strip()))
    # The older reader, as the newer one leaves the blank between two encoded words of a name, against RFC 2047, 6.2.
    shown, address = parseaddr(message_from_bytes(data)["From"])
    assert (str(make_header(decode_header(shown))), address) == (name.strip(), "avisos@alcaldia.example")


@pytest.mark.parametrize("header", ["Message-ID", "References", "In-Reply-To"])
def test_a_long_id_stays_whole_on_the_wire(header: str) -> None:
    expected = FACTS["message_id" if header == "Message-ID" else "references"]
    unfolded = built().replace(b"\r\n ", b" ")
    assert f"\r\n{header}: {expected}\r\n".encode() in unfolded


def test_text_and_html_are_alternatives_and_come_back_whole() -> None:
    mail = parsed(built())
    text, html = mail.get_body(("plain",)), mail.get_body(("html",))
    assert mail.get_content_type() == "multipart/alternative"
    assert text is not None
    assert html is not None
    assert text.get_content().replace("\r\n", "\n") == RENDERED.text
    assert html.get_content().replace("\r\n", "\n") == RENDERED.html + "\n"


@given(st.text(st.characters(codec="utf-8", exclude_characters="\r"), max_size=200))
@example("línea con blancos al final  \n.\n=3D\tfin" + 90 * "ñ")
def test_both_bodies_come_back_whole_whatever_their_words(words: str) -> None:
    data = built(Rendered("Asunto", words, words))
    mail, whole = parsed(data), words if words.endswith("\n") else f"{words}\n"
    bodies = [part.get_content().replace("\r\n", "\n") for part in mail.iter_parts()]
    assert bodies == [whole, whole]
    assert max(map(len, data.partition(b"\r\n\r\n")[2].split(b"\r\n"))) <= 76


def test_an_attachment_keeps_its_bytes_and_its_accented_name() -> None:
    data = built(attachments=[FORM])
    (attachment,) = parsed(data).iter_attachments()
    assert attachment.get_filename() == FORM.name
    assert attachment.get_content() == FORM.data
    assert attachment.get_content_type() == XLSX
    assert b"filename*" in data  # RFC 2231, which Outlook and Gmail both read


def test_an_address_may_be_given_as_people_write_it() -> None:
    mail = parsed(built(sender="Gestión <avisos@alcaldia.example>", recipient="a@peñalosa.example", reply_to=None))
    assert mail["From"].addresses[0].display_name == "Gestión"
    assert mail["To"] == "a@xn--pealosa-5za.example"
    assert mail["Reply-To"] is None


def test_a_mail_outside_a_thread_has_no_thread_headers() -> None:
    mail = parsed(built(references=None))
    assert mail["References"] is None
    assert mail["In-Reply-To"] is None


@pytest.mark.parametrize(
    "facts",
    [
        {"rendered": Rendered("Hola\r\nBcc: otro@entidad.example", "a", "b")},
        {"message_id": "<a@b.example>\r\nBcc: otro@entidad.example"},
        {"references": "<a@b.example>\nBcc: otro@entidad.example"},
        {"auto_submitted": "no\r\nBcc: otro@entidad.example"},
        {"sender": Mailbox("avisos@alcaldia.example", "Alcaldía\nBcc: otro@entidad.example")},
        {"attachments": [Attachment("a\r\nX-Otro: 1", "text/csv", b"")]},
        {"attachments": [Attachment("a.ics", "text/calendar; method=PUBLISH\r\nX-Otro: 1", b"")]},
    ],
)
def test_a_line_break_in_a_header_is_refused(facts: dict[str, Any]) -> None:
    with pytest.raises(InputError) as caught:
        built(**facts)
    assert caught.value.code == "header_newline"


def test_a_bad_address_is_refused() -> None:
    with pytest.raises(InputError, match="bad_address"):
        built(recipient="peña@alcaldia.example")


def test_a_date_without_zone_is_refused() -> None:
    with pytest.raises(InputError, match="naive_date"):
        built(date=datetime(2023, 7, 5, 8, 0))  # noqa: DTZ001  # the fault under test
