"""The works that an installation does by the clock, and when each of them is due."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from gdflow.domain.errors import InputError
from gdflow.domain.labels import LabelledEnum

DAY = timedelta(days=1)
FIELDS = {"minute": (0, 59), "hour": (0, 23), "day": (1, 31), "month": (1, 12), "weekday": (0, 7)}
ANY = "*"


class Work(LabelledEnum):
    """A work that is repeated; doing it once more than it is due does no harm."""

    SCAN = "scan", "Barrido"
    DELIVER = "deliver", "Envío"
    COLLECT = "collect", "Recepción"
    CLOSE = "close", "Cierre"
    CONSOLIDATE = "consolidate", "Consolidado"
    EVIDENCE = "evidence", "Evidencias"
    WATCH = "watch", "Vigilancia"


@dataclass(frozen=True, slots=True)
class Cron:
    """Times of a day, in order, on some weekdays: "30 6 * * 1-5". weekdays: as `date.weekday` counts, from Monday."""

    text: str
    times: tuple[time, ...]
    weekdays: frozenset[int]

    def last(self, moment: datetime) -> datetime:
        """Its newest time up to a moment on the entity's own clocks, that moment included."""
        day, before = moment.date(), bisect_right(self.times, moment.time())
        if before and day.weekday() in self.weekdays:
            return datetime.combine(day, self.times[before - 1], moment.tzinfo)
        day -= DAY
        while day.weekday() not in self.weekdays:
            day -= DAY
        return datetime.combine(day, self.times[-1], moment.tzinfo)


def cron(text: str) -> Cron:
    """A schedule out of the five fields of cron: minute, hour, day (*), month (*), weekday (0 or 7: Sunday).

    A field is *, */5, 7, 1-5, or several with commas. Raises InputError("bad_cron") for anything else.
    """
    fields = text.split()
    if len(fields) != len(FIELDS) or fields[2:4] != [ANY, ANY]:
        raise InputError("bad_cron", found=text)
    minutes, hours, _, _, weekdays = (
        sorted(_numbers(field, *bounds, text)) for field, bounds in zip(fields, FIELDS.values(), strict=True)
    )
    times = tuple(time(hour, minute) for hour in hours for minute in minutes)
    return Cron(text, times, frozenset((day - 1) % 7 for day in weekdays))


def _numbers(field: str, least: int, most: int, text: str) -> set[int]:
    return {number for part in field.split(",") for number in _part(part, least, most, text)}


def _part(part: str, least: int, most: int, text: str) -> Iterable[int]:
    span, _, step = part.partition("/")
    first, _, last = (f"{least}-{most}" if span == ANY else span).partition("-")
    words = (first, last or first, step or "1")
    if not all(word.isascii() and word.isdecimal() for word in words):
        raise InputError("bad_cron", found=text)
    begin, end, stride = map(int, words)
    if not least <= begin <= end <= most or stride < 1:
        raise InputError("bad_cron", found=text)
    return range(begin, end + 1, stride)


Schedule = Mapping[Work, tuple[Cron, ...]]
USUAL: Mapping[Work, tuple[str, ...]] = {
    Work.SCAN: ("0 7 * * *", "0 13 * * *"),
    Work.DELIVER: ("*/10 * * * *",),
    Work.COLLECT: ("*/5 * * * *",),
    Work.CLOSE: ("30 6 * * *",),
    Work.CONSOLIDATE: ("0 18 * * 1-5",),
    Work.EVIDENCE: ("30 5 * * *",),
    Work.WATCH: ("*/5 * * * *",),
}


def schedule_of(texts: Mapping[Work, Iterable[str]]) -> Schedule:
    """A schedule by its crons. Raises what `cron` raises."""
    return {work: tuple(map(cron, crons)) for work, crons in texts.items()}


def usual_schedule() -> Schedule:
    """When works are done unless an entity says otherwise."""
    return schedule_of(USUAL)


def due_at(crons: Iterable[Cron], local: datetime) -> datetime | None:
    """When a work was last due, up to a moment on the entity's own clocks; None for one without a schedule."""
    return max((each.last(local) for each in crons), default=None)
