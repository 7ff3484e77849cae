"""Hand the outbox's notices over, one at a time, so that a kill at any moment loses none and repeats none silently.

claim with a lease and commit the attempt -> open the socket -> send one -> settle. A notice whose sender died between
the attempt and its settling is in doubt: it is shown and waits for a decision, it is never sent again by itself.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from gdflow.domain.outbox import NoticeState
from gdflow.domain.rules import Rules
from gdflow.services.lane import LEASE, TOOK, Delivered, Lane, Resting, Run, Transport
from gdflow.services.sending import MAX_TRIES
from gdflow.storage.engine import Transaction

__all__ = ["LEASE", "MAX_TRIES", "Delivered", "DeliveryReport", "Resting", "Transport", "deliver"]

PATIENCE = timedelta(minutes=2)


@dataclass(frozen=True, slots=True)
class DeliveryReport:
    """What one delivery run did, in order. resting: the transports by which notices wait that could leave."""

    deliveries: tuple[Delivered, ...]
    resting: tuple[Resting, ...] = ()

    def count(self, state: NoticeState) -> int:
        """How many ended in a state."""
        return sum(1 for delivery in self.deliveries if delivery.state is state)

    @property
    def partial(self) -> bool:
        """Whether some notice did not go out."""
        fine = {*TOOK, NoticeState.SUPPRESSED}
        return bool(self.resting) or any(delivery.state not in fine for delivery in self.deliveries)


def deliver(
    transaction: Transaction,
    transports: Sequence[Transport],
    rules: Rules,
    *,
    clock: Callable[[], datetime],
    owner: str,
    sleep: Callable[[float], None] | None = None,
    lease: timedelta = LEASE,
) -> DeliveryReport:
    """Send every notice that may leave now; one that fails stops no other, a transport that rests stops no other.

    Outside the entity's sending hours only receipts leave: they answer somebody who is at work.
    clock: the present moment, read before each notice, because a long run outlives its start. owner: names this
    sender in the leases; no other sender has the name. sleep: waits so many seconds for a limit's or the other side's
    own moment, when that is near; None: the run ends there.
    """
    run = Run(transaction, rules, clock, owner, lease)
    lanes = [Lane(run, transport) for transport in transports]
    try:
        _work(lanes)
        while sleep is not None and (until := _worth_waiting(lanes, clock())) is not None:
            sleep(max(0.0, (until - clock()).total_seconds()))
            _work(lanes)
    finally:
        for lane in lanes:
            lane.close()
    every = tuple(delivery for lane in lanes for delivery in lane.deliveries)
    return DeliveryReport(every, tuple(lane.resting for lane in lanes if lane.resting is not None))


def _work(lanes: Sequence[Lane]) -> None:
    for lane in lanes:
        lane.work()


def _worth_waiting(lanes: Sequence[Lane], now: datetime) -> datetime | None:
    """The nearest moment at which a lane may go on, if one is near."""
    moments = (lane.resting.until for lane in lanes if lane.resting is not None and lane.resting.asked)
    return min((moment for moment in moments if moment - now <= PATIENCE), default=None)
