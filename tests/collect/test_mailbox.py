"""The mailbox on a real IMAP server: what was sent, what came back, and where it is filed."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread
from typing import Any

import pytest

from gdflow.collect.inbound_mail import LARGEST_MAIL
from gdflow.collect.mailbox import Mailbox, MailboxError, MailboxSettings, _make
from gdflow.collect.mailbox_session import open_mailbox
from gdflow.domain.bounces import Bounce, BounceAction
from gdflow.domain.errors import ConfigError
from gdflow.spanish.messages import say
from tests.collect.reports import ABSENCE, ANSWER, EXCHANGE_LIKE, GOOGLE_LIKE, LATE, NOTICE, READ_RECEIPT
from tests.support.dovecot import HOST, MAILBOX, PASSWORD, Dovecot
from tests.support.tokens import Tokens


def settings(server: Dovecot, **facts: Any) -> MailboxSettings:
    known: dict[str, Any] = {"port": server.port, "security": "tls", "ca_file": server.ca_file, "timeout": 60.0}
    secret = {} if "token" in facts else {"password": PASSWORD}
    return MailboxSettings(**{"host": HOST, "user": MAILBOX} | known | secret | facts)


def failure(chosen: MailboxSettings) -> MailboxError:
    with pytest.raises(MailboxError) as caught, Mailbox(chosen):
        pass
    assert "—" not in say(caught.value), "every fact of the sentence is known"
    assert (caught.value.permanent, caught.value.in_doubt) == (False, False)
    return caught.value


def file_sent(server: Dovecot, message_id: str) -> None:
    with server.as_a_person() as person:
        person.append("Sent", "", "", f"Message-ID: {message_id}\r\nSubject: a\r\n\r\nb\r\n".encode())


def seen(server: Dovecot, folder: str = "INBOX") -> list[bool]:
    with server.as_a_person() as person:
        person.select(folder, readonly=True)
        _, flags = person.fetch("1:*", "(FLAGS)")
    return [b"\\Seen" in line for line in flags if isinstance(line, bytes)]


def count(server: Dovecot, folder: str) -> int:
    with server.as_a_person() as person:
        _, answer = person.select(folder, readonly=True)
        return int(answer[0] or 0)


def test_a_mail_is_found_among_the_sent_ones_by_its_id(dovecot: Dovecot) -> None:
    file_sent(dovecot, NOTICE)
    with Mailbox(settings(dovecot)) as mailbox:
        assert mailbox.sent_copy(NOTICE)
        assert not mailbox.sent_copy("<gd.otro@cartagena.example>")


@pytest.mark.parametrize("other", [f"<x{NOTICE[1:]}", f"{NOTICE[:-1]}.co>", NOTICE.upper(), f"<a> {NOTICE}"])
def test_an_id_that_only_holds_the_other_is_not_it(dovecot: Dovecot, other: str) -> None:
    file_sent(dovecot, other)
    with Mailbox(settings(dovecot)) as mailbox:
        assert not mailbox.sent_copy(NOTICE)
        assert not mailbox.sent_copy(NOTICE[1:-1])
        assert not mailbox.sent_copy('"\\')


def test_an_id_on_its_own_line_is_it(dovecot: Dovecot) -> None:
    file_sent(dovecot, f"\r\n {NOTICE}")
    with Mailbox(settings(dovecot)) as mailbox:
        assert mailbox.sent_copy(NOTICE)


def test_a_copy_that_is_filed_late_is_found_on_the_same_connection(dovecot: Dovecot) -> None:
    with Mailbox(settings(dovecot)) as mailbox:
        assert not mailbox.sent_copy(NOTICE)
        file_sent(dovecot, NOTICE)
        assert mailbox.sent_copy(NOTICE)


def test_a_missing_folder_of_sent_mails_is_not_taken_for_not_sent(dovecot: Dovecot) -> None:
    with Mailbox(settings(dovecot, sent="Elementos envíados")) as mailbox, pytest.raises(MailboxError) as caught:
        mailbox.sent_copy(NOTICE)
    assert caught.value.code == "mailbox_folder_missing"
    assert "Elementos envíados" in say(caught.value)


def test_reports_are_told_from_other_mails_and_nothing_is_marked_as_read(dovecot: Dovecot) -> None:
    for data in (ANSWER, GOOGLE_LIKE, ABSENCE, READ_RECEIPT, LATE):
        dovecot.deliver(data)
    with Mailbox(settings(dovecot)) as mailbox:
        bounces = list(mailbox.bounces())
    assert [uid for uid, _ in bounces] == ["2", "5"]
    assert [bounce.action for _, bounce in bounces] == [BounceAction.FAILED, BounceAction.DELAYED]
    assert seen(dovecot) == [False] * 5


def test_an_empty_inbox_has_no_reports(dovecot: Dovecot) -> None:
    with Mailbox(settings(dovecot)) as mailbox:
        assert list(mailbox.bounces()) == []


def test_a_report_that_returns_a_large_mail_is_read_from_its_start(dovecot: Dovecot) -> None:
    dovecot.deliver(GOOGLE_LIKE.replace(b"Buen d\xc3\xada.", (b"x" * 70 + b"\r\n") * 30_000))
    with Mailbox(settings(dovecot)) as mailbox:
        ((_, bounce),) = mailbox.bounces()
    assert bounce.message_id == NOTICE


def test_many_mails_are_asked_for_in_few_steps(dovecot: Dovecot) -> None:
    with dovecot.as_a_person() as person:
        for number in range(450):
            person.append("INBOX", "", "", EXCHANGE_LIKE if number % 100 == 7 else ANSWER)
    with Mailbox(settings(dovecot)) as mailbox:
        assert [uid for uid, _ in mailbox.bounces()] == ["8", "108", "208", "308", "408"]


def test_what_others_do_in_the_mailbox_meanwhile_does_not_shift_the_mails(dovecot: Dovecot) -> None:
    for data in (ANSWER, GOOGLE_LIKE, LATE):
        dovecot.deliver(data)
    with Mailbox(settings(dovecot)) as mailbox, dovecot.as_a_person() as person:
        person.select("INBOX")
        bounces: Iterator[tuple[str, Bounce]] = mailbox.bounces()
        first, _ = next(bounces)
        person.store("1:3", "+FLAGS", r"\Flagged")
        assert not mailbox.sent_copy(NOTICE)
        assert (first, [uid for uid, _ in bounces]) == ("2", ["3"])
        assert [uid for uid, _ in mailbox.bounces()] == ["2", "3"]


@pytest.mark.parametrize("folder", ["Procesados", "Cuarentena", "Año 2023 · leídos"])
def test_mails_are_filed_into_a_folder_that_is_made_when_it_is_missing(dovecot: Dovecot, folder: str) -> None:
    for data in (ANSWER, GOOGLE_LIKE, LATE):
        dovecot.deliver(data)
    with Mailbox(settings(dovecot)) as mailbox:
        mailbox.file_away(["2"], folder)
        mailbox.file_away(["3", "2", "99"], folder)
        mailbox.file_away([], folder)
        assert list(mailbox.bounces()) == []
        found = {info.name: info.flags for info in open_folders(dovecot)}
    assert count(dovecot, "INBOX") == 1
    assert folder in found


def test_a_folder_that_another_reader_makes_at_the_same_moment_is_used(dovecot: Dovecot) -> None:
    with dovecot.as_a_person() as person, Mailbox(settings(dovecot)) as mailbox:
        assert mailbox._box is not None
        assert not mailbox._box.folder.exists("Procesados")
        person.create("Procesados")  # after it was asked for, before it is made
        _make(mailbox._box, "Procesados")
    assert [info.name for info in open_folders(dovecot)] == ["Procesados"]


def open_folders(server: Dovecot) -> list[Any]:
    box = open_mailbox(settings(server))
    try:
        return box.folder.list(subscribed_only=True)
    finally:
        box.logout()


def test_the_server_moves_the_mails_so_nothing_that_people_marked_is_swept_away(dovecot: Dovecot) -> None:
    for data in (ANSWER, GOOGLE_LIKE):
        dovecot.deliver(data)
    with dovecot.as_a_person() as person:
        person.select("INBOX")
        person.store("1", "+FLAGS", r"\Deleted")
        with Mailbox(settings(dovecot)) as mailbox:
            mailbox.file_away(["2"], "Procesados")
    assert count(dovecot, "INBOX") == 1, "copying and deleting would have expunged it"
    assert count(dovecot, "Procesados") == 1


def test_mails_are_given_oldest_first_without_reports_and_nothing_is_marked_as_read(dovecot: Dovecot) -> None:
    for data in (ANSWER, GOOGLE_LIKE, ABSENCE, READ_RECEIPT, LATE):
        dovecot.deliver(data)
    with Mailbox(settings(dovecot)) as mailbox:
        found = list(mailbox.mails())
    assert [uid for uid, _ in found] == ["1", "3", "4"]
    assert found[0][1].endswith(ANSWER)
    assert seen(dovecot) == [False] * 5


def test_mails_may_be_moved_and_others_looked_up_while_they_are_read(dovecot: Dovecot) -> None:
    for _ in range(3):
        dovecot.deliver(ANSWER)
    file_sent(dovecot, NOTICE)
    found = []
    with Mailbox(settings(dovecot)) as mailbox:
        for uid, _ in mailbox.mails():
            assert mailbox.sent_copy(NOTICE)
            mailbox.file_away([uid, "3"], "Procesados")
            found.append(uid)
    assert (found, count(dovecot, "INBOX")) == (["1", "2"], 0)


def test_of_a_mail_that_is_too_large_only_so_much_is_asked_for(dovecot: Dovecot) -> None:
    with dovecot.as_a_person() as person:
        person.append("INBOX", "", "", ANSWER + b"x" * (LARGEST_MAIL + 500))
    with Mailbox(settings(dovecot)) as mailbox:
        assert [len(data) for _, data in mailbox.mails()] == [LARGEST_MAIL + 1]


def test_a_folder_that_is_numbered_anew_while_it_is_read_has_no_other_mail_moved(dovecot: Dovecot) -> None:
    with dovecot.as_a_person() as person, Mailbox(settings(dovecot, inbox="Respuestas")) as mailbox:
        person.create("Respuestas")
        person.append("Respuestas", "", "", ANSWER)
        uids = [uid for uid, _ in mailbox.mails()]
        person.delete("Respuestas")
        person.create("Respuestas")
        person.append("Respuestas", "", "", LATE)
        with pytest.raises(MailboxError) as caught:
            mailbox.file_away(uids, "Procesados")
    assert (caught.value.code, "volvió a numerar" in say(caught.value)) == ("mailbox_renumbered", True)
    assert count(dovecot, "Respuestas") == 1


@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_a_password_with_accents_logs_in(dovecot: Dovecot, security: str) -> None:
    port = dovecot.port if security == "tls" else dovecot.starttls_port
    with Mailbox(settings(dovecot, security=security, port=port)) as mailbox:
        assert not mailbox.sent_copy(NOTICE)


def test_a_bearer_token_logs_in(dovecot: Dovecot) -> None:
    tokens = Tokens(dovecot.token())
    with Mailbox(settings(dovecot, token=tokens)) as mailbox:
        assert not mailbox.sent_copy(NOTICE)
    assert tokens.asked == [False]


def test_a_token_that_ran_out_is_renewed_once(dovecot: Dovecot) -> None:
    tokens = Tokens(dovecot.token(lifetime=-60), dovecot.token())
    with Mailbox(settings(dovecot, token=tokens)) as mailbox:
        assert not mailbox.sent_copy(NOTICE)
    assert tokens.asked == [False, True]


@pytest.mark.parametrize("password", ["otra", "otra-ñ"])
def test_a_wrong_password_is_named(dovecot: Dovecot, password: str) -> None:
    error = failure(settings(dovecot, password=password))
    assert (error.code, error.facts["user"]) == ("mailbox_auth_refused", MAILBOX)


def test_tokens_that_are_not_the_users_are_named(dovecot: Dovecot) -> None:
    tokens = Tokens(dovecot.token(lifetime=-60), dovecot.token()[:-4])
    assert failure(settings(dovecot, token=tokens)).code == "mailbox_auth_refused"
    assert tokens.asked == [False, True]


@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_a_certificate_of_a_stranger_is_refused(dovecot: Dovecot, security: str) -> None:
    port = dovecot.port if security == "tls" else dovecot.starttls_port
    assert failure(settings(dovecot, security=security, port=port, ca_file=None)).code == "mailbox_untrusted"


def test_no_server_is_named() -> None:
    with socket.create_server((HOST, 0)) as reserved:
        port = reserved.getsockname()[1]
    chosen = MailboxSettings(HOST, port, "tls", MAILBOX, PASSWORD, timeout=1)
    assert failure(chosen).code == "mailbox_unreachable"


@pytest.mark.parametrize("security", ["tls", "starttls"])
@pytest.mark.parametrize(
    ("greeting", "codes"),
    [
        (b"", {"mailbox_unreachable"}),
        (b"* BYE ocupado\r\n", {"mailbox_unreachable", "mailbox_refused"}),
        (b"* OK hola\r\n", {"mailbox_unreachable", "mailbox_refused"}),
        (b"xyz what?\r\n", {"mailbox_unreachable", "mailbox_refused"}),
    ],
    ids=["silence", "bye", "half", "nonsense"],
)
def test_a_server_that_says_nothing_sensible_does_not_hold_us(security: str, greeting: bytes, codes: set[str]) -> None:
    with _saying(greeting) as port:
        assert failure(MailboxSettings(HOST, port, security, MAILBOX, PASSWORD, timeout=0.3)).code in codes  # type: ignore[arg-type]  # a table's column


def test_a_connection_that_breaks_is_named_and_left(dovecot: Dovecot) -> None:
    with Mailbox(settings(dovecot)) as mailbox:
        assert mailbox._box is not None
        mailbox._box.client.sock.shutdown(socket.SHUT_RDWR)
        with pytest.raises(MailboxError, match="mailbox_unreachable"):
            mailbox.sent_copy(NOTICE)


def test_what_the_server_refuses_is_told_in_its_words(dovecot: Dovecot) -> None:
    dovecot.deliver(ANSWER)
    with Mailbox(settings(dovecot)) as mailbox, pytest.raises(MailboxError) as caught:
        mailbox.file_away(["1"], "Sent/../x")
    assert caught.value.code == "mailbox_refused"
    assert str(caught.value.facts["text"])


def test_outside_its_block_a_mailbox_cannot_be_used(dovecot: Dovecot) -> None:
    with Mailbox(settings(dovecot)) as mailbox:
        pass
    with pytest.raises(RuntimeError, match="with"):
        mailbox.sent_copy(NOTICE)


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"password": None}, "mailbox_password_missing"),
        ({"password": PASSWORD, "security": "none"}, "mailbox_password_in_clear"),
        ({"token": Tokens("t"), "security": "none"}, "mailbox_password_in_clear"),
    ],
)
def test_unsafe_settings_are_refused_and_no_secret_is_shown(facts: dict[str, Any], code: str) -> None:
    known: dict[str, Any] = {"host": HOST, "port": 993, "security": "tls", "user": MAILBOX}
    with pytest.raises(ConfigError) as caught:
        MailboxSettings(**known | facts)
    assert caught.value.code == code
    assert PASSWORD not in say(caught.value) + repr(MailboxSettings(HOST, 993, "tls", MAILBOX, PASSWORD))


@contextmanager
def _saying(greeting: bytes) -> Iterator[int]:
    """A server that says this to whoever comes, and then nothing."""
    with socket.create_server((HOST, 0)) as listener:
        guests: list[socket.socket] = []

        def serve() -> None:
            guest, _ = listener.accept()
            guests.append(guest)
            guest.sendall(greeting)

        thread = Thread(target=serve)
        thread.start()
        yield listener.getsockname()[1]
        thread.join()
        for guest in guests:
            guest.close()
