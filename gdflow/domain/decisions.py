"""What a person decided about a line or a team: a waiver, an extension, a silence; each with author and reason."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class DecisionKind(StrEnum):
    """WAIVER: not owed. EXTENSION: due later. SILENCE: owed, but not reminded until its end."""

    WAIVER = "waiver"
    EXTENSION = "extension"
    SILENCE = "silence"


@dataclass(frozen=True, slots=True)
class Decision:
    """A recorded decision; exactly one of line_id and team_id is stated.

    period: the only period concerned, else None. until: last day of a silence, new due date of an extension.
    """

    id: int
    kind: DecisionKind
    line_id: int | None
    team_id: int | None
    period: str | None
    starts_on: date
    until: date | None
    reason: str
    author: str
    decided_at: datetime
