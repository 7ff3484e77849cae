"""What an account may send for all its entities together: places in the minute and in the day, one for each message."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from gdflow.domain.outbox import NoticeState
from gdflow.domain.pace import Span
from gdflow.storage import pace
from gdflow.storage.engine import Session


@dataclass(frozen=True, slots=True)
class Full:
    """A span that has no place left before a moment."""

    span: Span
    until: datetime


Places = tuple[tuple[Span, int], ...]
"""The ids of the places that a message takes, by span."""


def find_places(
    session: Session, entity_id: int, channel: str, per_minute: int, per_day: int, *, now: datetime
) -> Places | Full:
    """A place in each span that has a limit, or the first span without one; 0: no limit.

    entity_id: of the entity whose installation has the account, whose standing the caller holds.
    """
    found: list[tuple[Span, int]] = []
    for span, most in ((Span.DAY, per_day), (Span.MINUTE, per_minute)):
        place = pace.free_place(session, entity_id, channel, span, most, now=now) if most else None
        if isinstance(place, datetime):
            return Full(span, place)
        if place is not None:
            found.append((span, place))
    return tuple(found)


def begin(session: Session, places: Places, *, now: datetime, lease: timedelta) -> None:
    """A try begins: should its sender die, the message may yet have arrived at any moment of the lease."""
    pace.take_places(session, [(place, now + lease + span.length) for span, place in places])


def end(session: Session, places: Places, state: NoticeState, *, at: datetime) -> None:
    """A try has ended; what was put off was not taken, so it is no part of a day's ration."""
    until = {Span.MINUTE: at + Span.MINUTE.length, Span.DAY: at if state is NoticeState.RETRY else at + Span.DAY.length}
    pace.take_places(session, [(place, until[span]) for span, place in places])
