"""One round of the post: what came back is read, doubts are looked up, what may leave is sent, trouble is told.

1. The mailbox is read, where there is one: reports settle their notices, mails in doubt are looked up among the sent.
2. Everything that may leave is sent.
3. The coordinator is told at once of what was refused, or is in doubt; that mail leaves in the same round.

A mailbox out of reach stops no sending: what it would have told is learnt in a later round.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from gdflow.domain.errors import ConfigError, DeliveryError, GdflowError
from gdflow.domain.rules import Rules
from gdflow.services.deliver import DeliveryReport, deliver
from gdflow.services.lane import Transport
from gdflow.services.tell_coordinator import tell_urgent
from gdflow.storage.engine import Transaction

if TYPE_CHECKING:
    from gdflow.services.bounces import BounceReport
    from gdflow.services.in_doubt import DoubtReport
    from gdflow.services.post import Post


@dataclass(frozen=True, slots=True)
class MailboxReport:
    """What reading the mailbox brought. trouble: why it ended early, None when it did not."""

    bounces: "BounceReport"
    doubts: "DoubtReport"
    trouble: GdflowError | None = None


@dataclass(frozen=True, slots=True)
class Round:
    """What a round did. mailbox: None where no mailbox is read. told: mails to the coordinator, made in this round."""

    delivery: DeliveryReport
    mailbox: MailboxReport | None
    told: int = 0


def go_round(
    transaction: Transaction,
    transports: Sequence[Transport],
    rules: Rules,
    post: "Post | None",
    *,
    clock: Callable[[], datetime],
    owner: str,
    sleep: Callable[[float], None] | None = None,
) -> Round:
    """Read the mailbox, send what may leave, tell the coordinator of what went wrong. Parameters as in `deliver`."""
    mailbox = _read(transaction, rules, post, clock()) if post is not None else None
    first = deliver(transaction, transports, rules, clock=clock, owner=owner, sleep=sleep)
    with transaction() as session:
        # A doubt that the mailbox will settle in a moment is no matter for a person yet.
        told = tell_urgent(session, rules, now=clock(), doubts=post is None or not post.keeps_sent)
    if not told:
        return Round(first, mailbox)
    again = deliver(transaction, transports, rules, clock=clock, owner=owner, sleep=sleep)
    whole = DeliveryReport((*first.deliveries, *again.deliveries), again.resting)
    return Round(whole, mailbox, len(told))


def _read(transaction: Transaction, rules: Rules, post: "Post", now: datetime) -> MailboxReport:
    # So late: who reads no mailbox needs nothing of what takes mails apart.
    from gdflow.services.bounces import BounceReport, take_bounces
    from gdflow.services.in_doubt import DoubtReport, settle_doubts

    bounces, doubts = BounceReport(), DoubtReport()
    try:
        with post.open() as mailbox:
            bounces = take_bounces(transaction, mailbox, rules, post.processed, whose=post.whose, now=now)
            if post.keeps_sent:
                doubts = settle_doubts(transaction, mailbox, rules, now=now)
    except (DeliveryError, ConfigError) as error:
        return MailboxReport(bounces, doubts, error)
    return MailboxReport(bounces, doubts)
