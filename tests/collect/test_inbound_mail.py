"""A mail taken apart: who sent it, to what it answers, what hangs on it; and what was made to do harm."""

import time
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdflow.collect.inbound_mail import LARGEST_MAIL, read_letter
from gdflow.collect.mail_origin import Authentication
from gdflow.collect.mail_parts import LONGEST_NAME, MOST_FILES, MailFile, file_name, written
from tests.collect.reports import ABSENCE, ANSWER, GOOGLE_LIKE, READ_RECEIPT
from tests.support.cast import GOBIERNO_MAIL
from tests.support.letters import SERVER, letter, raw
from tests.support.pace import second

PASS, FAIL, NONE = Authentication.PASS, Authentication.FAIL, Authentication.NONE
DOMAIN = GOBIERNO_MAIL.partition("@")[2]


def test_a_mail_is_taken_apart() -> None:
    read = read_letter(letter(("Reporte año.xlsx", b"PK"), subject="Reporte: año y señal"))
    assert (read.sender, read.subject, read.message_id) == (
        GOBIERNO_MAIL,
        "Reporte: año y señal",
        "<uno@cartagena.example>",
    )
    assert (read.files, read.words) == (
        (MailFile("Reporte año.xlsx", b"PK"),),
        "Buenos días, adjunto el reporte.",
    )
    assert (read.automatic, read.fault, read.authentication) == (None, None, NONE)


def test_names_and_subjects_with_loose_accents_are_composed() -> None:
    loose = normalize("NFD", "Año señal.xlsx")
    read = read_letter(letter((loose, b"a"), subject=normalize("NFD", "Acción ñandú")))
    assert (read.files[0].name, read.subject) == ("Año señal.xlsx", "Acción ñandú")


def test_headers_that_encode_nothing_are_read_as_utf8() -> None:
    read = read_letter(raw("From: Niño <a@b.example>\nSubject: Acción año\n\nHola\n"))
    assert (read.sender, read.subject) == ("a@b.example", "Acción año")


@pytest.mark.parametrize("header", ["Delivered-To", "X-Original-To", "To", "Cc"])
def test_the_reference_in_an_address_is_found(header: str) -> None:
    read = read_letter(raw(f"{header}: Planes <planes+K7F3Q2MX4D@cartagena.example>\nSubject: x\n\nHola\n"))
    assert read.tags == ("k7f3q2mx4d",)


def test_what_only_looks_like_a_reference_is_none() -> None:
    assert read_letter(letter(to="planes+otracosa@cartagena.example", text="GD-corto GD-0189000000")).tags == ()
    assert read_letter(letter(text="GD-corto, GD-0189000000, AGD-K7F3Q2MX4D")).marks == ()


def test_the_thread_is_known_the_nearest_mail_first() -> None:
    headers = {"In-Reply-To": "<c@x.example>", "References": "<a@x.example> <b@x.example>\r\n <c@x.example>"}
    assert read_letter(letter(headers=headers)).thread == ("<c@x.example>", "<b@x.example>", "<a@x.example>")


def test_references_in_words_are_found_the_subject_first() -> None:
    read = read_letter(letter(subject="RE: algo GD-aaaaaaaaaa", text="Va.\n> Referencia: GD-BBBBBBBBBB\n"))
    assert read.marks == ("aaaaaaaaaa", "bbbbbbbbbb")


def test_html_alone_is_read_as_text() -> None:
    html = "<style>p {color: red}</style><p>Buen d&iacute;a,<br>hicimos <b>3</b> talleres.</p><p>GD-K7F3Q2MX4D</p>"
    read = read_letter(raw(f"From: a@b.example\nContent-Type: text/html; charset=utf-8\n\n{html}\n"))
    assert (read.words.replace("\n", " "), read.marks) == (
        "Buen día, hicimos 3 talleres. GD-K7F3Q2MX4D",
        ("k7f3q2mx4d",),
    )


@pytest.mark.parametrize(
    "cited",
    [
        "El lun, 10 jul 2023 a las 8:00, Alcaldía (<planes@c.example>) escribió:\n> Faltan",
        "El lun, 10 jul 2023 a las 8:00, Alcaldía de Cartagena\n<planes@c.example> escribió:\n> Faltan",
        "-----Mensaje original-----\nDe: x",
        "De: Alcaldía <planes@c.example>\nEnviado: lunes",
        "________________________________\nDe: x",
        "> Faltan 3 reportes",
    ],
)
def test_words_end_where_the_mail_that_is_answered_begins(cited: str) -> None:
    assert written(f"No me   corresponde.\n\n\n\nAna\n\n{cited}") == "No me corresponde.\n\nAna"


def test_pictures_within_the_text_are_counted_and_not_files() -> None:
    read = read_letter(
        raw(
            "From: a@b.example\nContent-Type: multipart/related; boundary=x\n\n"
            "--x\nContent-Type: text/html\n\n<p>Listo <img src=cid:logo></p>\n"
            "--x\nContent-Type: image/png; name=logo.png\nContent-ID: <logo>\n"
            "Content-Transfer-Encoding: base64\n\naGFsbG8=\n"
            "--x\nContent-Type: image/jpeg\nContent-Disposition: inline; filename=f.jpg\n\nxx\n"
            "--x\nContent-Type: image/jpeg\nContent-ID: <g>\nContent-Disposition: attachment; filename=foto.jpg\n\nyy\n"
            "--x--\n"
        )
    )
    assert ([file.name for file in read.files], read.images) == (["foto.jpg"], 2)


def test_signatures_cards_and_empty_files_are_no_files() -> None:
    part = "--x\nContent-Type: {}; name=a\nContent-Disposition: attachment; filename=a\n\n{}\n"
    kinds = ("application/pkcs7-signature", "application/pgp-signature", "text/x-vcard", "text/calendar")
    parts = "".join(part.format(kind, "abc") for kind in kinds) + part.format("application/pdf", "").rstrip() + "\n\n"
    read = read_letter(raw(f"From: a@b.example\nContent-Type: multipart/mixed; boundary=x\n\n{parts}--x--\n"))
    assert read.files == ()


def test_outlooks_own_format_is_a_file_that_can_be_told() -> None:
    read = read_letter(raw("From: a@b.example\nContent-Type: application/ms-tnef\n\nabc\n"))
    assert [file.name for file in read.files] == ["winmail.dat"]


def test_files_of_a_mail_that_was_forwarded_as_a_file_are_found() -> None:
    inner = letter(("Reporte.xlsx", b"PK1"), text="reenvío")
    head = b"From: a@b.example\r\nContent-Type: multipart/mixed; boundary=zz\r\n\r\n"
    body = b"--zz\r\nContent-Type: message/rfc822\r\n\r\n" + inner + b"\r\n--zz--\r\n"
    assert [file.name for file in read_letter(head + body).files] == ["Reporte.xlsx"]


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\Ana\\Reporte.xlsx", "Reporte.xlsx"),
        ("a\u202exslx.exe", "a xslx.exe"),
        ("a:b*c?.xlsx", "a_b_c_.xlsx"),
        ("", "adjunto"),
        ("...", "adjunto"),
        ("tab\tlinea\nfin.xlsx", "tab linea fin.xlsx"),
    ],
)
def test_a_name_leads_nowhere_and_hides_nothing(name: str, kept: str) -> None:
    assert file_name(name) == kept


def test_a_long_name_keeps_its_ending() -> None:
    assert (len(file_name("a" * 500 + ".xlsx")), file_name("a" * 500 + ".xlsx")[-5:]) == (LONGEST_NAME, ".xlsx")
    assert len(file_name("b" * 500)) == LONGEST_NAME


@pytest.mark.parametrize(
    ("header", "sender"),
    [
        ("Ana Pérez <ANA@B.example>", "ana@b.example"),
        ("ana@b.example", "ana@b.example"),
        ('"ana@b.example" <otro@x.example>', "otro@x.example"),
        ("ana@b.example <otro@x.example>", ""),
        ("ana@b.example, otro@x.example", ""),
        ("Ana <ana@b.example>, Luz <luz@b.example>", ""),
        ("(ana@b.example) otro@x.example", "otro@x.example"),
        ("Ana (con (algo) más) <ana@b.example>", "ana@b.example"),
        ("Ana", ""),
        ("Ana <sin arroba>", ""),
        ("<>", ""),
    ],
)
def test_the_sender_is_the_one_address_that_is_named(header: str, sender: str) -> None:
    assert read_letter(raw(f"From: {header}\n\nHola\n")).sender == sender


def test_two_senders_are_nobody() -> None:
    assert read_letter(raw("From: a@b.example\nFrom: c@d.example\n\nHola\n")).sender == ""


@pytest.mark.parametrize(
    ("headers", "why"),
    [
        ({"Auto-Submitted": "auto-replied"}, "auto_submitted"),
        ({"Auto-Submitted": "auto-generated (vacation)"}, "auto_submitted"),
        ({"Auto-Submitted": "no"}, None),
        ({"Auto-Submitted": "No (a person)"}, None),
        ({"Precedence": "Bulk"}, "bulk"),
        ({"Precedence": "list"}, "bulk"),
        ({"Precedence": "junk"}, "bulk"),
        ({"Precedence": "first-class"}, None),
        ({"X-Autoreply": "yes"}, "auto_reply"),
        ({"X-Autorespond": "Fuera de oficina"}, "auto_reply"),
        ({"List-Id": "<todos.cartagena.example>"}, "list"),
        ({"Return-Path": "<>"}, "no_return"),
        ({"Return-Path": "<ana@b.example>"}, None),
        ({}, None),
    ],
)
def test_programs_are_told_from_people(headers: dict[str, str], why: str | None) -> None:
    assert read_letter(letter(headers=headers)).automatic == why


def test_reports_and_absences_are_from_programs() -> None:
    read = [read_letter(data).automatic for data in (GOOGLE_LIKE, READ_RECEIPT, ABSENCE, ANSWER)]
    assert read[:2] == ["report", "report"]
    assert (read[2] is not None, read[3]) == (True, None)


SAID = f"{SERVER}; dkim=pass header.d={DOMAIN}; dmarc=pass header.from={DOMAIN}"


@pytest.mark.parametrize(
    ("results", "verdict"),
    [
        ([SAID], PASS),
        ([SAID.upper()], PASS),
        ([f"{SERVER} 1; dmarc=pass (p=reject) header.from={DOMAIN}"], PASS),
        ([f"{SERVER} (su servidor; dmarc=fail); dmarc=pass"], PASS),
        ([f"{SERVER}; dkim=pass header.d={DOMAIN}"], PASS),
        ([f"{SERVER}; dkim=fail header.d={DOMAIN}; dkim=pass header.d={DOMAIN}"], PASS),
        # Forged below the server's own, under another name, or within a comment or a quotation.
        ([f"{SERVER}; dmarc=fail header.from={DOMAIN}", SAID], FAIL),
        (["otro.example; dmarc=pass"], NONE),
        (["otro.example; dmarc=pass", f"{SERVER}; dmarc=fail"], FAIL),
        ([f"{SERVER}; spf=fail (dmarc=pass)"], FAIL),
        ([f'{SERVER}; spf=fail reason="; dmarc=pass"'], FAIL),
        ([f"{SERVER}.malo.example; dmarc=pass"], NONE),
        ([f"{SERVER}; dmarc=pass header.from=otra.example"], FAIL),
        ([f"{SERVER}; dmarc=pass; dmarc=fail"], FAIL),
        ([f"{SERVER}; dkim=pass header.d=otra.example; spf=pass"], FAIL),
        ([f"{SERVER}; dkim=pass"], FAIL),
        ([f"{SERVER}; none"], NONE),
        ([f"{SERVER}; spf=none"], FAIL),
        ([";"], NONE),
        ([], NONE),
    ],
)
def test_only_the_word_of_our_own_server_counts(results: list[str], verdict: Authentication) -> None:
    data = letter(headers=[("Authentication-Results", each) for each in results])
    assert read_letter(data, authserv_id=SERVER).authentication is verdict
    assert read_letter(data).authentication is NONE


def test_a_sender_that_is_nobody_never_passes() -> None:
    data = letter(sender="a@b.example, c@d.example", headers={"Authentication-Results": f"{SERVER}; dmarc=pass"})
    assert read_letter(data, authserv_id=SERVER).authentication is FAIL


def test_a_mail_that_is_too_large_is_known_by_its_head() -> None:
    data = letter(("a.xlsx", b"x")) + b"x" * LARGEST_MAIL
    read = read_letter(data)
    assert (read.fault, read.sender, read.files) == ("mail_too_large", GOBIERNO_MAIL, ())


def nested(depth: int) -> bytes:
    opened = "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(depth))
    return raw(f"From: a@b.example\n{opened}Content-Type: text/plain\n\nhola\n")


def forwarded(depth: int) -> bytes:
    return raw("From: a@b.example\n" + "Content-Type: message/rfc822\n\n" * depth + "hola\n")


def crowded(parts: int, kind: str) -> bytes:
    inside = f"--x\nContent-Type: {kind}\n\na\n" * parts
    return raw(f"From: a@b.example\nContent-Type: multipart/mixed; boundary=x\n\n{inside}--x--\n")


@pytest.mark.parametrize(
    "data",
    [
        nested(13),
        nested(150),
        nested(900),
        nested(20_000),
        forwarded(13),
        forwarded(20_000),
        crowded(20_000, "text/plain"),
        crowded(MOST_FILES + 1, "application/pdf"),
    ],
    ids=["deep", "deeper", "very-deep", "bottomless", "forwarded", "for-ever", "crowd", "files"],
)
def test_a_mail_made_of_too_much_is_not_taken_apart(data: bytes) -> None:
    start = time.process_time()  # work done, which a busy machine does not lengthen
    assert (read_letter(data).fault, read_letter(data).sender) == ("mail_too_complex", "a@b.example")
    assert time.process_time() - start < 5 * second()


@pytest.mark.parametrize(
    "header",
    [
        f"References: {'<' * 200_000}",
        f"Subject: {'=?' * 100_000}",
        f"From: {'(' * 100_000}",
        'From: "' + '\\"' * 100_000,
        f"Authentication-Results: {SERVER};{'(' * 100_000}",
        f"To: {'+a' * 100_000}",
        "Subject: =?utf-8?b?@@@?= =?nada?q?x?= =?utf-8?q?=ff?=",
        "Content-Type: text/plain; charset=nada",
        "Content-Type: multipart/mixed",
        "Content-Transfer-Encoding: base64",
        "Content-Disposition: attachment; filename*=nada''%ff%fe",
    ],
)
def test_headers_made_to_do_harm_do_none(header: str) -> None:
    start = time.process_time()  # work done, which a busy machine does not lengthen
    read_letter(raw(f"{header}\nX: y\n\n{'áé' * 1000}\n"), authserv_id=SERVER)
    assert time.process_time() - start < 3 * second()


@pytest.mark.parametrize("charset", ["punycode", "idna", "unicode_escape", "undefined", "nada", "zlib", "utf-16"])
def test_alphabets_that_are_none_hold_nothing_up_and_leave_nothing_that_cannot_be_kept(charset: str) -> None:
    start = time.process_time()  # work done, which a busy machine does not lengthen
    text = r"Hola \ud800 " + "ab-c" * 50_000
    read = read_letter(raw(f"From: a@b.example\nContent-Type: text/plain; charset={charset}\n\n{text}\n"))
    assert (read.fault, time.process_time() - start < 2 * second()) == (None, True)
    assert read.words.encode()


def test_what_cannot_be_seen_is_not_kept() -> None:
    read = read_letter(raw("From: a\0@b.example\nMessage-ID: <a\0b@c>\nSubject: a\0b\n\nHola\0 Ana\u200b\n"))
    assert (read.sender, read.message_id, read.subject, read.words) == ("", None, "a b", "Hola Ana")


@given(st.binary(max_size=400))
def test_any_bytes_are_a_mail(noise: bytes) -> None:
    assert len(read_letter(noise, authserv_id=SERVER).sha256) == 64
    assert read_letter(
        b"From: a@b.example\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n" + noise
    ).fault in (
        None,
        "mail_too_complex",
    )


@given(st.text(max_size=300))
def test_any_name_becomes_one_that_is_safe(name: str) -> None:
    kept = file_name(name)
    assert kept
    assert len(kept) <= LONGEST_NAME
    assert not set(kept) & set("/\\\0\r\n<>:|?*")
    assert kept not in (".", "..")
