"""Mails that came back: each report is matched to its notice, settles it, and is filed away.

Anybody can write a report. Only one that names the notice by an id that it travelled with, and the address it went to,
keeps gdflow from writing to that address again; one without an id settles the newest mail to the address and no more.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol

from gdflow.collect.inbound_mail import Letter
from gdflow.domain.address_marks import condemns
from gdflow.domain.bounces import Bounce, BounceAction
from gdflow.domain.events import canonical_facts
from gdflow.domain.notices import NoticeFacts
from gdflow.domain.rules import Rules
from gdflow.services.mail_place import Whose, own_alone
from gdflow.storage import address_marks, events, outbox
from gdflow.storage.engine import Session, Transaction
from gdflow.storage.notice_story import newest_to, notice_by_message_id
from gdflow.storage.returned import release

FRESH = timedelta(days=7)
"""Servers give up within five days: an older mail is not what an unnamed report is about."""


class Returns(Protocol):
    """The mailbox to which reports come, as much of it as is asked here."""

    def bounces(self) -> Iterator[tuple[str, Bounce]]:
        """The reports in the inbox, each with its UID."""

    def file_away(self, uids: Iterable[str], folder: str) -> None:
        """Move mails out of the inbox."""


class Fate(StrEnum):
    """What a report did. NOTED: it is in the notice's story and changed nothing else. STALE: it was known already."""

    REFUSED = "refused"
    NOTED = "noted"
    STALE = "stale"
    UNMATCHED = "unmatched"


@dataclass(frozen=True, slots=True)
class BounceReport:
    """How many reports there were of each fate."""

    fates: tuple[Fate, ...] = ()

    def count(self, fate: Fate) -> int:
        """How many ended so."""
        return self.fates.count(fate)


def take_bounces(
    transaction: Transaction,
    mailbox: Returns,
    rules: Rules,
    folder: str,
    *,
    whose: Whose = own_alone,
    now: datetime,
) -> BounceReport:
    """Read every report in the inbox once and move it to a folder; one that is read again changes nothing.

    Each report is written down before any is moved. Raises the mailbox's DeliveryError.
    """
    uids, fates = [], []
    for uid, bounce in mailbox.bounces():
        with transaction() as session:
            about = Letter(None, "", "", "", thread=_ids(rules, bounce))
            fates.append(take_bounce(session, whose(session, rules, about), bounce, now=now))
        uids.append(uid)
    mailbox.file_away(uids, folder)
    return BounceReport(tuple(fates))


def take_bounce(session: Session, rules: Rules, bounce: Bounce, *, now: datetime) -> Fate:
    """Settle the notice of which a report speaks."""
    named = _named(session, rules, bounce)
    notice = named or _unnamed(session, rules, bounce, now)
    if notice is None:
        return Fate.UNMATCHED
    ours = notice.address.casefold() == bounce.recipient.casefold()
    if bounce.action is not BounceAction.FAILED or not ours:
        return _note(session, rules, notice, bounce, now)
    if not outbox.bounce(session, notice.id, bounce.status, bounce.diagnostic or None, now):
        return Fate.STALE
    _tell(session, rules, "mail_bounced", notice, bounce, now)
    if named is not None and bounce.permanent and condemns(bounce.status, bounce.diagnostic):
        address_marks.mark(session, rules.entity_id, notice.address, bounce.status, bounce.diagnostic or None, now)
        release(session, notice.id)
    return Fate.REFUSED


def _named(session: Session, rules: Rules, bounce: Bounce) -> NoticeFacts | None:
    found = (notice_by_message_id(session, rules.entity_id, each) for each in _ids(rules, bounce))
    return next((notice for notice in found if notice is not None), None)


def _ids(rules: Rules, bounce: Bounce) -> tuple[str, ...]:
    """The ids with which the mail travelled of which a report speaks."""
    by_envelope = f"<{bounce.envelope_id}@{rules.mail_domain}>" if bounce.envelope_id else None
    return tuple(filter(None, (by_envelope, bounce.message_id)))


def _unnamed(session: Session, rules: Rules, bounce: Bounce, now: datetime) -> NoticeFacts | None:
    """The notice of a report that brings no id at all; one with a foreign id is about somebody else's mail."""
    if bounce.envelope_id or bounce.message_id or bounce.action is not BounceAction.FAILED:
        return None
    return newest_to(session, rules.entity_id, bounce.recipient, now - FRESH)


def _note(session: Session, rules: Rules, notice: NoticeFacts, bounce: Bounce, now: datetime) -> Fate:
    """Keep a report that settles nothing: the mail is late, or went on to another address that did not take it."""
    known = events.events_of(session, rules.entity_id, f"notice:{notice.id}")
    if any(event.facts == canonical_facts(_facts(bounce)) for event in known):
        return Fate.STALE
    _tell(session, rules, "mail_reported", notice, bounce, now)
    return Fate.NOTED


def _tell(session: Session, rules: Rules, kind: str, notice: NoticeFacts, bounce: Bounce, now: datetime) -> None:
    subject = f"notice:{notice.id}"
    events.append(session, rules.entity_id, kind, subject, _facts(bounce), at=now, actor="gdflow")


def _facts(bounce: Bounce) -> dict[str, object]:
    return {
        "action": bounce.action.value,
        "recipient": bounce.recipient,
        "status": bounce.status,
        "diagnostic": bounce.diagnostic,
    }
