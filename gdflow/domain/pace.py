"""How fast messages may leave by a channel: its limits, its rests after a failure, and by when a burst will be gone."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from gdflow.domain.calendar import BusinessCalendar
from gdflow.domain.outbox import backoff
from gdflow.domain.window import SendingWindow

# A hair more than the minute and the day of which limits speak: two messages exactly so far apart share a window.
HAIR = timedelta(milliseconds=1)
MINUTE, DAY = timedelta(minutes=1) + HAIR, timedelta(days=1) + HAIR
SOON = timedelta(seconds=1)
LONGEST_REST = timedelta(days=1)


class Span(StrEnum):
    """The spans of time for which an account has a limit."""

    MINUTE = "minute"
    DAY = "day"

    @property
    def length(self) -> timedelta:
        """How long it is, and a hair."""
        return MINUTE if self is Span.MINUTE else DAY


@dataclass(frozen=True, slots=True)
class Standing:
    """How a channel fares. failures: in a row. paused_until, code, text: of its last failure."""

    failures: int = 0
    paused_until: datetime | None = None
    code: str | None = None
    text: str | None = None

    def rests(self, now: datetime) -> bool:
        """Whether no message may leave by it at this moment."""
        return self.paused_until is not None and now < self.paused_until

    def failed(self, at: datetime, code: str, text: str | None, retry_after: float | None) -> "Standing":
        """The channel after it failed: it rests as long as it asked for (seconds), else longer each time.

        Several senders that meet one failure at once count as one.
        """
        again = self.rests(at)
        failures = self.failures if again else self.failures + 1
        rest = backoff(failures - 1) if retry_after is None else _rest(retry_after)
        until = max(at + rest, self.paused_until) if again and self.paused_until else at + rest
        return Standing(failures, until, code, text)

    def recovered(self, at: datetime) -> "Standing":
        """The channel after it took a message; a rest that another sender was told of meanwhile goes on."""
        return self if self.rests(at) else Standing()


def free_from(ended: Collection[datetime | None], most: int, span: timedelta, now: datetime) -> datetime | None:
    """When the next message may begin, so that no span of time ever holds more than `most`; None: at once.

    ended: when the tries of the last span ended, None for those that are open: these may arrive at any moment.
    """
    over = len(ended) - most
    if over < 0:
        return None
    known = sorted(end for end in ended if end is not None)
    return known[over] + span if over < len(known) else now + SOON


def eta(
    pending: int, per_minute: int, per_day: int, window: SendingWindow, calendar: BusinessCalendar, now: datetime
) -> datetime:
    """The moment at which the last of so many messages will leave, within the sending hours; a limit of 0 is none."""
    moment = window.next_moment(now, calendar)
    while pending > (most := _most(moment, per_minute, per_day, window, pending)):
        pending -= most
        moment = window.next_moment(_end(moment, window), calendar)
    return moment + timedelta(minutes=max(0, pending - 1) // per_minute if per_minute else 0)


def _most(moment: datetime, per_minute: int, per_day: int, window: SendingWindow, pending: int) -> int:
    """How many may leave from a moment until the end of its day's sending hours."""
    minutes = -((moment - _end(moment, window)) // timedelta(minutes=1))
    return min((limit for limit in (minutes * per_minute, per_day) if limit), default=pending)


def _end(moment: datetime, window: SendingWindow) -> datetime:
    local = window.local(moment)
    return datetime.combine(local.date(), window.end, local.tzinfo)


def _rest(seconds: float) -> timedelta:
    # Never nothing at all: a channel that fails and asks for no rest would be asked again without end.
    return timedelta(seconds=min(max(seconds, SOON.total_seconds()), LONGEST_REST.total_seconds()))
