"""Hand the outbox's notices over, one at a time, so that a kill at any moment loses none and repeats none silently.

claim with a lease and commit the attempt -> open the socket -> send one -> settle. A notice whose sender died between
the attempt and its settling is in doubt: it is shown and waits for a decision, it is never sent again by itself.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime, timedelta

from gdflow.channels.base import Channel, ChannelError, Message
from gdflow.domain.digest import Purpose
from gdflow.domain.errors import DeliveryError, InputError
from gdflow.domain.notices import ClaimedNotice, Outcome
from gdflow.domain.outbox import NoticeState, backoff
from gdflow.domain.rules import Rules
from gdflow.storage import outbox
from gdflow.storage.engine import Session

Transaction = Callable[[], AbstractContextManager[Session]]

LEASE = timedelta(minutes=5)
MAX_TRIES = 8


@dataclass(frozen=True, slots=True)
class Delivered:
    """One notice and how its attempt ended."""

    address: str
    subject: str
    state: NoticeState
    code: str | None
    text: str | None


@dataclass(frozen=True, slots=True)
class DeliveryReport:
    """What one delivery run did, in order. paused: why the channel itself could not be used, or None."""

    deliveries: tuple[Delivered, ...]
    paused: str | None = None

    def count(self, state: NoticeState) -> int:
        """How many ended in a state."""
        return sum(1 for delivery in self.deliveries if delivery.state is state)

    @property
    def partial(self) -> bool:
        """Whether some notice did not go out."""
        return any(d.state not in (NoticeState.SENT, NoticeState.SUPPRESSED) for d in self.deliveries)


def deliver(
    transaction: Transaction, channel: Channel, rules: Rules, *, clock: Callable[[], datetime], owner: str
) -> DeliveryReport:
    """Send every notice that may leave now; one that fails stops no other, a channel that fails stops the run.

    Outside the entity's sending hours only receipts leave: they answer somebody who is at work.
    clock: the present moment, read before each notice, because a long run outlives its start.
    owner: names this sender in the leases.
    """
    deliveries: list[Delivered] = []
    while (step := _next(transaction, rules, clock(), owner)) is not None:
        notice, attempt = step
        outcome, paused = _suppressed(), None
        if attempt is not None:
            outcome, paused = _send(channel, notice, clock())
            with transaction() as session:
                outbox.settle(session, notice.id, attempt, owner, outcome, clock())
        deliveries.append(Delivered(notice.address, notice.subject, outcome.state, outcome.code, outcome.text))
        if paused:
            return DeliveryReport(tuple(deliveries), paused)
    return DeliveryReport(tuple(deliveries))


def _next(transaction: Transaction, rules: Rules, now: datetime, owner: str) -> tuple[ClaimedNotice, int | None] | None:
    """Claim the next notice and write its attempt down, or suppress it when its lines were answered meanwhile."""
    with transaction() as session:
        purpose = None if rules.window.is_open(now, rules.calendar) else Purpose.RECEIPT
        notice = outbox.claim_next(session, now=now, owner=owner, lease=LEASE, purpose=purpose)
        if notice is None:
            return None
        if not outbox.still_owed(session, notice.id):
            outbox.suppress_notice(session, notice.id, "answered", now)
            return notice, None
        return notice, outbox.open_attempt(session, notice.id, owner, now)


def _suppressed() -> Outcome:
    return Outcome(NoticeState.SUPPRESSED, "answered")


def _send(channel: Channel, notice: ClaimedNotice, now: datetime) -> tuple[Outcome, str | None]:
    """The outcome of one try, and why the channel is to rest, if it is."""
    try:
        accepted = channel.send(Message(notice.message_id, notice.sender, notice.address, notice.data))
    except ChannelError as error:
        return _failed(error, 0, notice.tries, now), error.code
    except DeliveryError as error:
        return _failed(error, MAX_TRIES, notice.tries, now), None
    except InputError as error:
        return Outcome(NoticeState.REFUSED, error.code, str(error.facts.get("found"))), None
    return Outcome(NoticeState.SENT, accepted.code, accepted.text), None


def _failed(error: DeliveryError, most_tries: int, tries: int, now: datetime) -> Outcome:
    """most_tries: give up after so many; 0 never, because the message itself is not at fault."""
    text = str(error.facts.get("text", "")) or None
    code = str(error.facts.get("answer", error.code))
    if error.in_doubt:
        return Outcome(NoticeState.IN_DOUBT, code, text)
    if error.permanent or (most_tries and tries + 1 >= most_tries):
        return Outcome(NoticeState.REFUSED, code, text)
    pause = timedelta(seconds=error.retry_after) if error.retry_after else backoff(tries)
    return Outcome(NoticeState.RETRY, code, text, now + pause)
