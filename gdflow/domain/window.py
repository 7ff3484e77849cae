"""When a message may leave: in the working hours of a business day (Ley 2191 de 2022), deferred else, never lost."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from gdflow.domain.calendar import BusinessCalendar
from gdflow.domain.errors import ConfigError


@dataclass(frozen=True, slots=True)
class SendingWindow:
    """The hours in which an entity sends: from start, and before end, as its own clocks show them.

    Raises ConfigError("sending_window_empty") when it does not end after it starts.
    """

    start: time
    end: time
    zone: str = "America/Bogota"

    def __post_init__(self) -> None:
        if self.end <= self.start:
            raise ConfigError("sending_window_empty", start=f"{self.start:%H:%M}", end=f"{self.end:%H:%M}")

    def local(self, now: datetime) -> datetime:
        """The moment on the entity's clocks. Raises ValueError for a moment without a zone."""
        if now.tzinfo is None:
            raise ValueError(now)
        return now.astimezone(ZoneInfo(self.zone))

    def is_open(self, now: datetime, calendar: BusinessCalendar) -> bool:
        """Whether sending is allowed at this moment."""
        local = self.local(now)
        return calendar.is_business_day(local.date()) and self.start <= local.time() < self.end

    def next_moment(self, now: datetime, calendar: BusinessCalendar) -> datetime:
        """The first moment from now on at which sending is allowed, in UTC; now itself inside the window."""
        if self.is_open(now, calendar):
            return now.astimezone(UTC)
        local = self.local(now)
        later_today = local.time() < self.start
        day = local.date() if later_today else local.date() + timedelta(days=1)
        return self._opening(calendar.roll_forward(day))

    def _opening(self, day: date) -> datetime:
        return datetime.combine(day, self.start, ZoneInfo(self.zone)).astimezone(UTC)
