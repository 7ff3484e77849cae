"""What backs a reported figure: a file or a link, each with a date of its own and its annex number."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Evidence:
    """A file (sha256, name, size, media_type) or a link, never both.

    dated_on: the day of the thing itself, not of its upload. annex: its number within plan and period, from 1.
    alive: whether a link answered when it was last asked (checked_at); None before.
    """

    id: int
    plan_id: int
    line_id: int
    period: str
    annex: int
    sha256: str | None
    name: str
    size: int | None
    media_type: str | None
    link: str | None
    dated_on: date | None
    added_at: datetime
    added_by: str
    removed_at: datetime | None = None
    checked_at: datetime | None = None
    alive: bool | None = None
