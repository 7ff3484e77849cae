"""The days on which an entity works: weekdays that are no holiday, and the days it works all the same."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

DAY = timedelta(days=1)
SATURDAY = 5
WEEKEND = {SATURDAY: "sábado", 6: "domingo"}


@dataclass(frozen=True, slots=True)
class BusinessCalendar:
    """Business days of an entity.

    holidays: names by date, the nation's and the entity's own. worked: days that are worked although they fall on a
    weekend or holiday.
    """

    holidays: Mapping[date, str]
    worked: frozenset[date] = frozenset()

    def why_closed(self, day: date) -> str | None:
        """The holiday's name, "sábado" or "domingo"; None on a business day."""
        if day in self.worked:
            return None
        return self.holidays[day] if day in self.holidays else WEEKEND.get(day.weekday())

    def is_business_day(self, day: date) -> bool:
        """Whether the entity works on that day."""
        return self.why_closed(day) is None

    def roll_forward(self, day: date) -> date:
        """The day itself, or the next business day."""
        return self._roll(day, DAY)

    def roll_back(self, day: date) -> date:
        """The day itself, or the business day before it."""
        return self._roll(day, -DAY)

    def shift(self, day: date, days: int) -> date:
        """The n-th business day strictly after the day, strictly before it when n is negative; 0 rolls forward."""
        if days == 0:
            return self.roll_forward(day)
        step = DAY if days > 0 else -DAY
        for _ in range(abs(days)):
            day = self._roll(day + step, step)
        return day

    def nth(self, days: int, *, after: date) -> date:
        """The n-th business day after a date: nth(5, after=end of the quarter)."""
        return self.shift(after, days)

    def count(self, first: date, last: date) -> int:
        """How many business days lie from first to last, both included; 0 when last is earlier."""
        if last < first:
            return 0
        # Arithmetic and not a walk: a deadline may be years overdue, and a scan asks for each due date.
        closed = sum(1 for day in self.holidays if self._changes(day, first, last) and day.weekday() < SATURDAY)
        gained = sum(1 for day in self.worked if first <= day <= last and day.weekday() >= SATURDAY)
        return _weekdays(first, last) - closed + gained

    def _changes(self, day: date, first: date, last: date) -> bool:
        return first <= day <= last and day not in self.worked

    def _roll(self, day: date, step: timedelta) -> date:
        while not self.is_business_day(day):
            day += step
        return day


def _weekdays(first: date, last: date) -> int:
    """Mondays to Fridays from first to last, both included."""
    weeks, rest = divmod((last - first).days + 1, 7)
    return weeks * SATURDAY + sum(1 for extra in range(rest) if (first.weekday() + extra) % 7 < SATURDAY)
