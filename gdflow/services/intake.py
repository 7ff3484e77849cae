"""Take the mails in the inbox: each is remembered with its files in one transaction, and only then moved away.

The database is the truth, the folder order for people: a mail that is seen again, because a run died before it could
move it or because a person moved it back, is known and changes nothing. A mail is known by its Message-ID. Anybody may
claim one, so the same id with other bytes counts as the same mail only from the same sender with the same verdict.
"""

from collections.abc import Iterable
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import datetime

from gdflow.collect.inbound_mail import Letter, read_letter
from gdflow.collect.mail_parts import MailFile
from gdflow.domain.inbound import COORDINATOR, WAITS, InboundMail, InboundState
from gdflow.domain.receipts import ReceiptSource
from gdflow.domain.rules import Rules
from gdflow.services.judge_mail import STRANGER, WORDS, Verdict, judge
from gdflow.services.keep import Kept, durable, keep_file
from gdflow.services.mail_place import Place, Whose, own_alone
from gdflow.services.post import Inbox, Post
from gdflow.storage import events, inbound
from gdflow.storage.engine import Session, Transaction
from gdflow.storage.inbound import NewMail
from gdflow.storage.objects import ObjectStore

AT_ONCE = 20
"""Mails after which those that were taken are moved: so many are looked at again when a run dies."""


@dataclass(frozen=True, slots=True)
class TakenMail:
    """What became of a mail. new: it was not known. kept: its files, as they are kept now or were before."""

    mail: InboundMail
    new: bool
    kept: tuple[Kept, ...] = ()


@dataclass(frozen=True, slots=True)
class IntakeReport:
    """What became of the mails of a run."""

    mails: tuple[TakenMail, ...] = ()

    def count(self, state: InboundState) -> int:
        """How many new mails are in a state."""
        return sum(each.new and each.mail.state is state for each in self.mails)

    @property
    def words(self) -> int:
        """How many new mails said something without a file."""
        return sum(each.new and each.mail.code == WORDS for each in self.mails)

    @property
    def receipts(self) -> int:
        """How many files were not known."""
        return sum(kept.new for each in self.mails for kept in each.kept)


def take_mails(
    transaction: Transaction, mailbox: Inbox, rules: Rules, objects: ObjectStore, post: Post, *, now: datetime
) -> IntakeReport:
    """Take every mail in the inbox and move it to its folder.

    Raises the mailbox's DeliveryError, and ConfigError when nothing can be kept; what was not moved is taken next time.
    """
    report: list[TakenMail] = []
    waiting: dict[str, list[str]] = {post.processed: [], post.quarantine: []}
    for uid, data in mailbox.mails():
        its = (transaction, rules, objects, data)
        taken = take_mail(*its, authserv_id=post.authserv_id, whose=post.whose, now=now)
        report.append(taken)
        kept_apart = taken.mail.state is InboundState.QUARANTINED
        waiting[post.quarantine if kept_apart else post.processed].append(uid)
        if len(report) % AT_ONCE == 0:
            _file_away(mailbox, waiting)
    _file_away(mailbox, waiting)
    return IntakeReport(tuple(report))


def take_mail(
    transaction: Transaction,
    rules: Rules,
    objects: ObjectStore,
    data: bytes,
    *,
    authserv_id: str | None,
    whose: Whose = own_alone,
    now: datetime,
) -> TakenMail:
    """Take one mail by the rules of the entity to which it belongs; one that is known changes nothing."""
    letter = read_letter(data, authserv_id=authserv_id)
    if letter.automatic is None:
        durable(objects, data)
    with transaction() as session:
        rules = whose(session, rules, letter)
        verdict = judge(session, rules, letter, asks_server=authserv_id is not None)
        mail, new = _remember(session, rules, letter, verdict, now)
        if mail.state is not InboundState.TAKEN:
            return TakenMail(mail, new)
        return TakenMail(mail, new, keep_files(session, rules, objects, letter.files, verdict.place, mail, now=now))


def keep_files(
    session: Session,
    rules: Rules,
    objects: ObjectStore,
    files: Iterable[MailFile],
    place: Place,
    mail: InboundMail,
    *,
    now: datetime,
) -> tuple[Kept, ...]:
    """Keep the files of a mail as those of its team; the same bytes are kept once."""
    kept = []
    for file in files:
        form_of, form_for = place.of_file(file) if file in place.forms else (mail.team_id, mail.period)
        kept.append(
            keep_file(
                lambda: nullcontext(session),
                rules,
                objects,
                name=file.name,
                data=file.data,
                source=ReceiptSource.MAIL,
                sender=mail.sender,
                team_id=form_of,
                period=form_for,
                inbound_id=mail.id,
                now=now,
            )
        )
    return tuple(kept)


def _remember(
    session: Session, rules: Rules, letter: Letter, verdict: Verdict, now: datetime
) -> tuple[InboundMail, bool]:
    by_bytes = f"sha256:{letter.sha256}"
    mail, new = _add(session, rules, letter, verdict, letter.message_id or by_bytes, now)
    if not _is_it(mail, letter, verdict):
        mail, new = _add(session, rules, letter, verdict, by_bytes, now)
    return mail, new


def _add(
    session: Session, rules: Rules, letter: Letter, verdict: Verdict, key: str, now: datetime
) -> tuple[InboundMail, bool]:
    """Remember a mail under a key, and that the coordinator is to hear of it."""
    place, entity_id = verdict.place, rules.entity_id
    # One mail of a stranger is enough to ask whether it belongs to somebody.
    stranger = verdict.code == STRANGER
    again = stranger and inbound.waiting_from(session, entity_id, letter.sender, STRANGER) > 0
    known = (letter.sha256, letter.sender, letter.subject, verdict.state, place.team_id, place.period)
    mail, new = inbound.add_mail(session, entity_id, NewMail(key, *known, verdict.code, verdict.message), at=now)
    told = mail.state is InboundState.QUARANTINED or mail.code == WORDS
    if new and told and not again:
        events.append(session, entity_id, WAITS, COORDINATOR, {"mail": mail.id}, at=now, actor="gdflow")
    return mail, new


def _is_it(mail: InboundMail, letter: Letter, verdict: Verdict) -> bool:
    """Whether the remembered mail is this one, and not another's that bears its id."""
    if mail.sha256 == letter.sha256:
        return True
    return (mail.sender, mail.state) == (letter.sender, verdict.state)


def _file_away(mailbox: Inbox, waiting: dict[str, list[str]]) -> None:
    for folder, uids in waiting.items():
        mailbox.file_away(uids, folder)
        uids.clear()
