"""Mails taken from a real mailbox: whose each one is, who may send it, and that none is taken twice or lost."""

import re
from dataclasses import dataclass, replace
from email.message import EmailMessage
from pathlib import Path
from unicodedata import normalize

import pytest

from gdflow.app import App
from gdflow.domain.inbound import InboundMail, InboundState
from gdflow.domain.people import Role
from gdflow.domain.receipts import ReceiptFacts, ReceiptSource
from gdflow.services.drafting import reference_for
from gdflow.services.intake import AT_ONCE, IntakeReport
from gdflow.services.mailbox_round import MailboxRound, read_mailbox
from gdflow.services.post import Post
from gdflow.services.tell_coordinator import tell_urgent
from gdflow.storage import events, inbound, people, waiting
from tests.collect.reports import ABSENCE, GOOGLE_LIKE, READ_RECEIPT
from tests.support.cast import COORDINATOR_MAIL, GOBIERNO, GOBIERNO_MAIL, HEAD_MAIL, STRANGER_MAIL, USO, USO_MAIL, at
from tests.support.dovecot import MAILBOX, PASSWORD, Dovecot, dovecot, dovecot_server
from tests.support.installation import SETTINGS, contacts, form_of, mail_of, notices, reopened, scanned, text_of
from tests.support.letters import SERVER, letter
from tests.support.mailbox import imap, reading_its_mailbox, report
from tests.support.tokens import Tokens

__all__ = ["dovecot", "dovecot_server"]
DAY, PERIOD = "2023-07-10", "2023-Q2"
FILE = ("Reporte.xlsx", b"PK\x03\x04 no es un libro")
VOUCHED = {"Authentication-Results": f"{SERVER}; dmarc=pass header.from=cartagena.example"}
REPLIES = f'replies = "{MAILBOX}"\nplus_addressing = true\n'


@dataclass
class Box:
    """An installation whose mailbox is read."""

    app: App
    server: Dovecot

    def deliver(self, *mails: bytes, to: str = MAILBOX) -> None:
        for mail in mails:
            self.server.deliver(mail, to, sender="alguien@otraparte.example")

    def read(self, authserv_id: str | None = None) -> MailboxRound:
        post = self.app.post()
        assert post is not None
        its = replace(post, authserv_id=authserv_id)
        return read_mailbox(self.app.transaction, self.app.rules, self.app.objects, its, now=at(DAY, 10))

    def take(self, *mails: bytes, to: str = MAILBOX, authserv_id: str | None = None) -> IntakeReport:
        self.deliver(*mails, to=to)
        done = self.read(authserv_id)
        assert done.trouble is None
        return done.intake

    def one(self, mail: bytes, to: str = MAILBOX, authserv_id: str | None = None) -> InboundMail:
        (taken,) = self.take(mail, to=to, authserv_id=authserv_id).mails
        return taken.mail

    def receipts(self) -> tuple[ReceiptFacts, ...]:
        with self.app.reading() as session:
            return waiting.waiting(session, self.app.rules.entity_id, 1000)

    def reference(self, team: str = GOBIERNO) -> str:
        team_id = self.team(team)
        with self.app.transaction() as session:
            return reference_for(session, self.app.rules, team_id, PERIOD)

    def team(self, name: str = GOBIERNO) -> int:
        with self.app.transaction() as session:
            return people.ensure_team(session, self.app.rules.entity_id, name)

    def count(self, folder: str = "INBOX") -> int:
        with self.server.as_a_person() as person:
            _, answer = person.select(folder, readonly=True)
            return int(answer[0] or 0)

    def told(self, day: str = DAY, hour: int = 11) -> list[str]:
        """What the coordinator is told at once."""
        with self.app.transaction() as session:
            drafts = tell_urgent(session, self.app.rules, now=at(day, hour))
        return [" ".join(text_of(mail_of(draft.data)).split()) for draft in drafts]


def opened(app: App, server: Dovecot) -> App:
    """The installation with a mailbox to which answers go."""
    reopened(app, SETTINGS + REPLIES + imap(server)).engine.dispose()
    return App.open(app.home, {"GDFLOW_IMAP__PASSWORD": PASSWORD})


@pytest.fixture
def box(installed: App, dovecot: Dovecot) -> Box:
    """Cartagena's, on a day on which the second quarter is due."""
    app = opened(installed, dovecot)
    scanned(app, DAY)
    return Box(app, dovecot)


def digest_to(box: Box, address: str = GOBIERNO_MAIL) -> EmailMessage:
    """The digest that an address got."""
    notice = next(each for each in notices(box.app) if each.address == address)
    from gdflow.storage.notice_story import bytes_of

    with box.app.reading() as session:
        return mail_of(bytes_of(session, box.app.rules.entity_id, notice.id))


def place(box: Box) -> list[tuple[int | None, str | None]]:
    return [(receipt.team_id, receipt.period) for receipt in box.receipts()]


def test_a_file_from_a_contact_becomes_a_receipt_and_its_mail_is_moved(box: Box) -> None:
    taken = box.take(letter(FILE))
    (receipt,) = box.receipts()
    assert (receipt.source, receipt.sender, receipt.name) == (ReceiptSource.MAIL, GOBIERNO_MAIL, "Reporte.xlsx")
    assert (taken.count(InboundState.TAKEN), taken.receipts) == (1, 1)
    assert (box.count(), box.count("Procesados")) == (0, 1)
    with box.app.reading() as session:
        assert inbound.receipts_of(session, box.app.rules.entity_id, taken.mails[0].mail.id) == (receipt.number,)


def test_nothing_is_marked_as_read(box: Box) -> None:
    box.take(letter(FILE))
    with box.server.as_a_person() as person:
        person.select("Procesados", readonly=True)
        _, flags = person.fetch("1:*", "(FLAGS)")
    assert b"\\Seen" not in (flags[0] if isinstance(flags[0], bytes) else b"?")


def test_the_address_tells_team_and_period(box: Box) -> None:
    box.take(letter(FILE, to="x@y.example"), to=f"planes+{box.reference()}@cartagena.example")
    assert place(box) == [(box.team(), PERIOD)]


def test_the_mail_that_is_answered_tells_team_and_period(box: Box) -> None:
    answered = str(digest_to(box)["Message-ID"])
    box.take(letter(FILE, headers={"In-Reply-To": answered}))
    assert place(box) == [(box.team(), PERIOD)]


def test_the_thread_tells_it_when_the_mail_itself_is_not_named(box: Box) -> None:
    root = str(digest_to(box)["References"])
    box.take(letter(FILE, headers={"References": f"{root} <otro@cartagena.example>"}))
    assert place(box) == [(box.team(), PERIOD)]


@pytest.mark.parametrize("part", ["subject", "text"])
def test_a_reference_in_words_tells_it(box: Box, part: str) -> None:
    words = {part: f"RV: algo GD-{box.reference().upper()}\n".strip() + ("\n" if part == "text" else "")}
    box.take(letter(FILE, **words))  # type: ignore[arg-type]  # subject or text
    assert place(box) == [(box.team(), PERIOD)]


def test_the_form_itself_tells_it_and_accents_do_not_hinder(box: Box) -> None:
    form = form_of(box.app, GOBIERNO, PERIOD, DAY)
    name = normalize("NFD", "Reporte señal año.xlsx")
    box.take(letter((name, form.data), subject=normalize("NFD", "Respuesta de acción"), text="Va.\n"))
    (receipt,) = box.receipts()
    assert (receipt.team_id, receipt.period, receipt.name) == (box.team(), PERIOD, "Reporte señal año.xlsx")


def test_the_surest_sign_wins(box: Box) -> None:
    contacts(box.app, USO, [(GOBIERNO_MAIL, Role.MEMBER), (USO_MAIL, Role.MEMBER)])
    marks = f"GD-{box.reference(GOBIERNO).upper()}"
    mail = letter(FILE, subject=marks, headers={"Delivered-To": f"planes+{box.reference(USO)}@cartagena.example"})
    box.take(mail)
    assert place(box) == [(box.team(USO), PERIOD)]


def test_a_sender_of_one_team_tells_the_team_alone(box: Box) -> None:
    box.take(letter(FILE))
    assert place(box) == [(box.team(), None)]


def test_a_sender_of_several_teams_is_let_in_and_the_file_must_tell(box: Box) -> None:
    box.take(letter(FILE, sender=HEAD_MAIL))
    assert place(box) == [(None, None)]


def test_a_reply_of_the_coordinator_to_us_is_let_in_and_bothers_nobody(box: Box) -> None:
    mail = box.one(letter(sender=COORDINATOR_MAIL.upper(), text="Gracias.\n"))
    assert (mail.state, mail.code, box.told()) == (InboundState.TAKEN, None, [])


def test_a_reference_that_was_never_given_is_none(box: Box) -> None:
    headers = {"Delivered-To": "planes+aaaaaaaaaa@cartagena.example", "References": "<gd.t.nada@x> <gd.nada@x>"}
    box.take(letter(FILE, headers=headers))
    assert place(box) == [(box.team(), None)]


def test_a_mail_of_ours_that_speaks_of_no_team_says_nothing(box: Box) -> None:
    contacts(box.app, USO, [])
    scanned(box.app, "2023-07-11")
    answered = str(digest_to(box, COORDINATOR_MAIL)["Message-ID"])
    assert box.one(letter(FILE, sender=STRANGER_MAIL, headers={"In-Reply-To": answered})).code == "stranger"


def test_a_mail_seen_again_changes_nothing(box: Box) -> None:
    box.take(letter(FILE))
    before, chain = box.receipts(), events_of(box)
    with box.server.as_a_person() as person:
        person.select("Procesados")
        person.copy("1", "INBOX")
    taken = box.take()
    assert (taken.receipts, [each.new for each in taken.mails]) == (0, [False])
    assert (box.receipts(), events_of(box), box.count()) == (before, chain, 0)


def events_of(box: Box) -> int:
    with box.app.reading() as session:
        return len(events.events_of(session, box.app.rules.entity_id))


def test_a_mail_that_came_by_two_ways_is_one(box: Box) -> None:
    first, second = letter(FILE), b"Received: from otro.example\r\n" + letter(FILE)
    taken = box.take(first, second)
    assert ([each.new for each in taken.mails], taken.receipts) == ([True, False], 1)


def test_a_mail_without_an_id_is_known_by_its_bytes(box: Box) -> None:
    mails = [letter(FILE, message_id=None), letter(FILE, message_id=None, text="otra cosa\n")]
    box.deliver(*mails)
    with box.server.as_a_person() as person:
        person.select("INBOX")
        person.copy("1", "INBOX")
    assert [each.new for each in box.read().intake.mails] == [True, True, False]


def test_an_id_that_another_claims_opens_no_door(box: Box) -> None:
    box.take(letter(FILE, headers=VOUCHED), authserv_id=SERVER)
    forged = [
        letter(("otro.xlsx", b"PK1"), headers={"Authentication-Results": f"{SERVER}; dmarc=fail"}),
        letter(("otro.xlsx", b"PK2"), sender=STRANGER_MAIL, headers=VOUCHED),
    ]
    taken = box.take(*forged, authserv_id=SERVER)
    assert [(each.new, each.mail.state) for each in taken.mails] == [(True, InboundState.QUARANTINED)] * 2
    assert len(box.receipts()) == 1


def test_an_id_that_was_claimed_first_keeps_nobody_out(box: Box) -> None:
    taken = box.take(letter(FILE, sender=STRANGER_MAIL), letter(FILE))
    assert [each.mail.state for each in taken.mails] == [InboundState.QUARANTINED, InboundState.TAKEN]
    assert len(box.receipts()) == 1


@pytest.mark.parametrize("sender", [STRANGER_MAIL, USO_MAIL, "a@b.example, c@d.example"])
def test_a_foreign_sender_with_a_valid_reference_waits_and_the_coordinator_hears_of_it(box: Box, sender: str) -> None:
    mail = box.one(letter(FILE, sender=sender, subject=f"GD-{box.reference()}"))
    assert (mail.state, mail.code, mail.team_id, mail.period) == (
        InboundState.QUARANTINED,
        "foreign_sender",
        box.team(),
        PERIOD,
    )
    assert (box.receipts(), box.count(), box.count("Cuarentena")) == ((), 0, 1)
    (text,) = box.told()
    assert "1 CORREO EN CUARENTENA" in text
    assert f"{GOBIERNO}, «GD-{box.reference()}»" in text
    assert box.told() == []


def test_a_contact_that_sends_another_teams_form_waits(box: Box) -> None:
    form = form_of(box.app, GOBIERNO, PERIOD, DAY)
    mail = box.one(letter((form.name, form.data), sender=USO_MAIL, subject=f"GD-{box.reference(USO)}"))
    assert (mail.state, mail.code) == (InboundState.QUARANTINED, "foreign_sender")


def test_strangers_are_told_in_the_mail_of_the_next_day_one_for_each(box: Box) -> None:
    mails = [letter(FILE, sender=STRANGER_MAIL, message_id=f"<{n}@x.example>") for n in range(3)]
    taken = box.take(*mails)
    assert (taken.count(InboundState.QUARANTINED), box.told()) == (3, [])
    composed = scanned(box.app, "2023-07-11").composed
    text = text_of(mail_of(next(d.data for d in composed.notices if d.purpose == "coordinator")))
    assert "1 CORREO DE UN DESCONOCIDO" in text


def test_the_coordinator_may_send_for_every_team(box: Box) -> None:
    form = form_of(box.app, GOBIERNO, PERIOD, DAY)
    box.take(letter((form.name, form.data), sender=COORDINATOR_MAIL))
    assert place(box) == [(box.team(), PERIOD)]


@pytest.mark.parametrize(
    ("results", "code"),
    [
        ([f"{SERVER}; dmarc=pass header.from=cartagena.example"], None),
        ([f"{SERVER}; dmarc=fail", f"{SERVER}; dmarc=pass header.from=cartagena.example"], "sender_refuted"),
        (["otro.example; dmarc=pass header.from=cartagena.example"], "sender_unproven"),
        ([], "sender_unproven"),
    ],
)
def test_where_a_server_vouches_its_word_alone_lets_in(box: Box, results: list[str], code: str | None) -> None:
    headers = [("Authentication-Results", each) for each in results]
    mail = box.one(letter(FILE, headers=headers), authserv_id=SERVER)
    assert (mail.code, len(box.receipts())) == (code, int(code is None))
    assert len(box.told()) == int(code is not None)


@pytest.mark.parametrize(
    ("headers", "code"),
    [
        ({"Auto-Submitted": "auto-replied"}, "auto_submitted"),
        ({"Precedence": "bulk"}, "bulk"),
        ({"X-Autoreply": "yes"}, "auto_reply"),
        ({"List-Id": "<todos.cartagena.example>"}, "list"),
    ],
)
def test_what_no_person_wrote_is_moved_and_answered_by_nobody(box: Box, headers: dict[str, str], code: str) -> None:
    before = len(notices(box.app))
    mail = box.one(letter(FILE, headers=headers))
    assert (mail.state, mail.code) == (InboundState.IGNORED, code)
    assert (box.receipts(), box.told(), len(notices(box.app)), box.count()) == ((), [], before, 0)


def test_a_mail_without_a_return_path_is_a_programs(box: Box) -> None:
    box.server.deliver(letter(FILE))
    assert [each.mail.code for each in box.read().intake.mails] == ["no_return"]


@pytest.mark.parametrize("own", [MAILBOX, "Planes <PLANES@cartagena.example>"])
def test_our_own_mails_that_come_round_are_let_be(box: Box, own: str) -> None:
    mail = box.one(letter(FILE, sender=own, subject=f"GD-{box.reference()}"))
    assert (mail.state, mail.code) == (InboundState.IGNORED, "own")


def test_reports_in_between_go_to_their_notices_and_not_to_the_answers(box: Box) -> None:
    notice = next(each for each in notices(box.app) if each.address == USO_MAIL)
    bounced = report(USO_MAIL, message_id=notice.message_id)
    box.deliver(letter(FILE), bounced, letter(FILE, message_id="<dos@x.example>"))
    done = box.read()
    assert (len(done.bounces.fates), len(done.intake.mails), box.count()) == (1, 2, 0)


def test_a_report_that_comes_while_the_mails_are_read_is_left_for_the_next_look(box: Box) -> None:
    box.deliver(GOOGLE_LIKE, letter(FILE), READ_RECEIPT, ABSENCE)
    post = box.app.post()
    assert post is not None
    with post.open() as mailbox:
        assert [uid for uid, _ in mailbox.mails()] == ["2", "3", "4"]


def test_words_alone_are_kept_and_shown_the_next_day(box: Box) -> None:
    text = (
        "Esa actividad no me corresponde, la lleva Planeación.\n\nEl lun, 10 jul 2023, X <a@b.co> escribió:\n> Faltan\n"
    )
    mail = box.one(letter(text=text, subject="RE: Faltan 3"))
    assert (mail.state, mail.code, mail.team_id) == (InboundState.TAKEN, "words", box.team())
    assert mail.message == "Esa actividad no me corresponde, la lleva Planeación."
    assert box.app.objects.get(mail.sha256).endswith(b"> Faltan\r\n")
    assert box.told() == []
    composed = scanned(box.app, "2023-07-11").composed
    said = text_of(mail_of(next(d.data for d in composed.notices if d.purpose == "coordinator")))
    assert "1 RESPUESTA EN PALABRAS" in said
    assert "no me corresponde" in " ".join(said.split())


def test_a_mail_of_pictures_alone_says_so(box: Box) -> None:
    body = (
        f"From: {GOBIERNO_MAIL}\r\nSubject: foto\r\nContent-Type: multipart/related; boundary=x\r\n\r\n"
        "--x\r\nContent-Type: text/html\r\n\r\n<img src=cid:a>\r\n"
        "--x\r\nContent-Type: image/png\r\nContent-ID: <a>\r\n\r\nxx\r\n--x--\r\n"
    )
    assert box.one(body.encode()).message == "foto\n[1 imagen dentro del texto]"


def test_an_empty_mail_is_kept_as_one(box: Box) -> None:
    assert box.one(letter(text="\n", subject="")).message == "(vacío)"


def test_long_words_are_shortened_where_they_are_shown(box: Box) -> None:
    mail = box.one(letter(text="muy largo " * 500))
    assert len(mail.message or "") <= 2000
    composed = scanned(box.app, "2023-07-11").composed
    said = text_of(mail_of(next(d.data for d in composed.notices if d.purpose == "coordinator")))
    assert "…" in said


def test_a_mail_that_cannot_be_taken_apart_waits_with_its_reason(box: Box) -> None:
    parts = b"".join(b"--x\r\nContent-Type: application/pdf\r\n\r\na\r\n" for _ in range(100))
    head = f"From: {GOBIERNO_MAIL}\r\nSubject: muchos\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n"
    mail = box.one(head.encode() + parts + b"--x--\r\n")
    assert (mail.state, mail.code) == (InboundState.QUARANTINED, "mail_too_complex")
    assert "demasiadas partes" in box.told()[0]


def test_several_files_are_as_many_receipts_and_the_same_bytes_one(box: Box) -> None:
    taken = box.take(letter(FILE, ("copia.xlsx", FILE[1]), ("otro.xlsx", b"PK2")))
    assert (taken.receipts, len(taken.mails[0].kept)) == (2, 3)
    assert len(box.receipts()) == 2


def test_more_mails_than_one_batch_are_all_taken(box: Box) -> None:
    count = AT_ONCE + 3
    taken = box.take(*(letter((f"{n}.xlsx", b"PK%d" % n), message_id=f"<{n}@x.example>") for n in range(count)))
    assert (taken.receipts, box.count(), box.count("Procesados")) == (count, 0, count)


def test_a_token_opens_the_mailbox_too(box: Box) -> None:
    from gdflow.collect.mailbox import Mailbox, MailboxSettings
    from tests.support.dovecot import HOST

    tokens = Tokens(box.server.token(lifetime=-60), box.server.token())
    its = MailboxSettings(HOST, box.server.port, "tls", MAILBOX, token=tokens, ca_file=box.server.ca_file)
    box.deliver(letter(FILE))
    post = Post(lambda: Mailbox(its), "Procesados", keeps_sent=False)
    done = read_mailbox(box.app.transaction, box.app.rules, box.app.objects, post, now=at(DAY, 10))
    assert (done.intake.receipts, tokens.asked, box.count()) == (1, [False, True], 0)


def test_what_cannot_be_kept_stays_in_the_inbox(box: Box) -> None:
    box.deliver(letter(FILE))
    kept = box.app.objects.folder
    kept.rename(kept.with_name("away"))
    kept.write_bytes(b"a file where the folder should be")
    done = box.read()
    assert done.trouble is not None
    assert (done.trouble.code, done.intake.mails, box.count()) == ("not_writable", (), 1)
    kept.unlink()
    assert (box.read().intake.receipts, box.count()) == (1, 0)


def test_a_mailbox_to_which_no_team_answers_keeps_what_people_have_in_it(installed: App, dovecot: Dovecot) -> None:
    box = Box(reading_its_mailbox(installed, dovecot), dovecot)
    box.deliver(letter(FILE), report(USO_MAIL))
    done = box.read()
    assert (done.intake.mails, len(done.bounces.fates), box.count()) == ((), 1, 1)


def test_a_mailbox_out_of_reach_is_told_and_loses_nothing(box: Box) -> None:
    box.deliver(letter(FILE))
    closed = replace(box, app=opened(box.app, replace(box.server, port=box.server.lmtp_port)))
    done = closed.read()
    assert (done.trouble is not None, done.intake.mails) == (True, ())
    assert replace(box, app=opened(closed.app, box.server)).read().intake.receipts == 1


def uidlist(server: Dovecot) -> Path:
    return next((server.folder / "mail").rglob("dovecot-uidlist"))


def renumber(server: Dovecot, validity: int) -> None:
    """The server numbers its inbox anew, as after a restored backup."""
    path = uidlist(server)
    path.write_text(re.sub(r"V\d+", f"V{validity}", path.read_text()))
    for index in path.parent.glob("dovecot.index*"):
        index.unlink()


def test_an_inbox_that_is_numbered_anew_is_read_from_its_start_and_nothing_is_taken_twice(box: Box) -> None:
    box.deliver(letter(FILE))
    box.read()
    with box.server.as_a_person() as person:
        person.select("Procesados")
        person.copy("1", "INBOX")
    renumber(box.server, 4_000_000_000)
    box.deliver(letter(("otro.xlsx", b"PK2"), message_id="<dos@x.example>"))
    taken = box.read().intake
    assert ([each.new for each in taken.mails], len(box.receipts()), box.count()) == ([False, True], 2, 0)
