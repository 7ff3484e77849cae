"""Notices of which nobody knows whether they arrived: looked up among the sent mails, else decided by a person.

SMTP leaves one gap: the line may break between the last dot and the server's answer. Where the server keeps a copy of
what it took, the copy closes the gap; where it does not, the notice is held, because a guess would lose or repeat it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from gdflow.domain.errors import ConflictError, NotFoundError
from gdflow.domain.notices import Doubtful, NoticeFacts
from gdflow.domain.outbox import EMAIL, NoticeState
from gdflow.domain.rules import Rules
from gdflow.services.decide import Why
from gdflow.services.lane import LEASE
from gdflow.storage import events, outbox
from gdflow.storage.engine import Session, Transaction
from gdflow.storage.notice_story import notice_by_id

GRACE = timedelta(minutes=2)
"""A server may file its copy late: before this nothing is concluded from a copy that is missing."""
LOOKED_UP = "buzón de enviados"


class SentMails(Protocol):
    """The folder of sent mails, as much of it as is asked here."""

    def sent_copy(self, message_id: str) -> bool:
        """Whether it holds a mail of this Message-ID. Raises DeliveryError when it cannot be told."""


@dataclass(frozen=True, slots=True)
class DoubtReport:
    """What the look-up settled: notices that arrived, and notices that did not and go out again."""

    arrived: int = 0
    again: int = 0


def settle_doubts(transaction: Transaction, mailbox: SentMails, rules: Rules, *, now: datetime) -> DoubtReport:
    """Look up each mail in doubt that is old enough; one that is not found goes out again, with the same Message-ID.

    Raises the mailbox's DeliveryError: what it was not asked about stays in doubt, and nothing is lost.
    """
    with transaction() as session:
        outbox.end_leases(session, now)
        doubtful = outbox.doubtful(session, rules.entity_id, EMAIL)
    settled = list(_settled(transaction, mailbox, [each for each in doubtful if _tells_from(each) <= now], now))
    return DoubtReport(settled.count(NoticeState.SENT), settled.count(NoticeState.QUEUED))


def _tells_from(doubt: Doubtful) -> datetime:
    """When a missing copy tells something: a try that never answered may have ended its mail as late as its lease."""
    return doubt.since + (LEASE if doubt.unanswered else timedelta()) + GRACE


def _settled(
    transaction: Transaction, mailbox: SentMails, doubtful: list[Doubtful], now: datetime
) -> Iterator[NoticeState]:
    for each in doubtful:
        state = NoticeState.SENT if mailbox.sent_copy(each.message_id) else NoticeState.QUEUED
        try:
            with transaction() as session:
                outbox.resolve(session, each.id, state, now, LOOKED_UP)
        except ConflictError:
            continue  # a person, or a report that it came back, was faster
        yield state


def decide_doubt(
    session: Session, rules: Rules, notice_id: int, state: NoticeState, given: Why, *, now: datetime
) -> NoticeFacts:
    """A person decides about a notice in doubt: SENT it arrived, QUEUED it goes out again, SUPPRESSED it is let be.

    Raises NotFoundError("unknown_notice"), ConflictError("notice_not_in_doubt").
    """
    known = known_notice(session, rules, notice_id)
    if known.state is not NoticeState.IN_DOUBT:
        raise ConflictError("notice_not_in_doubt", found=notice_id, state=known.state.label.lower())
    outbox.resolve(session, notice_id, state, now, given.author)
    facts: Mapping[str, object] = {"state": state.value, "reason": given.reason}
    events.append(session, rules.entity_id, "doubt_resolved", f"notice:{notice_id}", facts, at=now, actor=given.author)
    return known_notice(session, rules, notice_id)


def known_notice(session: Session, rules: Rules, notice_id: int) -> NoticeFacts:
    """The notice of an id. Raises NotFoundError("unknown_notice")."""
    known = notice_by_id(session, rules.entity_id, notice_id)
    if known is None:
        raise NotFoundError("unknown_notice", found=notice_id)
    return known
