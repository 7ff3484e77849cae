"""What waits in the outbox, and by when it will have left at the pace that each transport allows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from gdflow.domain.pace import eta
from gdflow.domain.rules import Rules
from gdflow.services.lane import Resting, Transport
from gdflow.storage import outbox
from gdflow.storage.engine import Session


@dataclass(frozen=True, slots=True)
class Backlog:
    """How many notices wait for a transport, and when the last of them will leave if nothing fails."""

    channel: str
    per_minute: int
    pending: int
    done_by: datetime

    @property
    def burst(self) -> bool:
        """Whether it takes more than a minute."""
        return 0 < self.per_minute < self.pending


def backlog(
    session: Session,
    rules: Rules,
    transports: Sequence[Transport],
    resting: Sequence[Resting] = (),
    *,
    now: datetime,
) -> tuple[Backlog, ...]:
    """What waits for each transport for which something does, in their order. resting: those that begin only later."""
    waiting = outbox.pending(session, rules.entity_id)
    rests = {each.channel: each.until for each in resting}
    found = []
    for each in transports:
        if each.channel in waiting:
            pending, first = waiting[each.channel]
            start = max(now, first, rests.get(each.channel, now))
            last = eta(pending, each.per_minute, each.per_day, rules.window, rules.calendar, start)
            found.append(Backlog(each.channel, each.per_minute, pending, last))
    return tuple(found)
