"""What a mail about a closed or reopened period says, to a team or to the coordinator. No wording and no layout."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from gdflow.domain.digest import Letterhead
from gdflow.domain.labels import SignedEnum

MAX_LINES = 30  # more rows are not read in a mail; the reports have them all


class Standing(SignedEnum):
    """Where a line's result stands at the close, what asks for attention first."""

    MISSING = "missing", "Sin reporte al cierre", "■"
    OPEN = "open", "Con plazo", "○"
    RETURNED = "returned", "Devuelto: no cuenta", "◆"
    UNREADABLE = "unreadable", "Dato ilegible en el plan", "▲"
    LATE = "late", "Reportado con retraso", "●"
    REPORTED = "reported", "Reportado", "✓"


REPORTED = frozenset({Standing.LATE, Standing.REPORTED})


@dataclass(frozen=True, slots=True)
class ClosedLine:
    """A line of the team at the close. figure_text: its figure in Spanish, None without one.

    until: the last day on which it is taken, where it is still open.
    """

    number: str | None
    label: str
    standing: Standing
    figure_text: str | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Changed:
    """What a closing says otherwise than the one before. what: the field's Spanish name; None: there was nothing."""

    number: str | None
    label: str
    what: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class TeamLetter:
    """What a team is told once a period closed. lines: those that the period asks for, and those that answered it."""

    head: Letterhead
    plan: str
    team: str
    period: str
    number: int
    closed_at: datetime
    lines: tuple[ClosedLine, ...]
    changes: tuple[Changed, ...]

    def count(self, *standings: Standing) -> int:
        """How many lines stand so."""
        return sum(line.standing in standings for line in self.lines)

    @property
    def shown(self) -> tuple[ClosedLine, ...]:
        """The lines that fit in a mail, what asks for attention first."""
        order = list(Standing)
        return tuple(sorted(self.lines, key=lambda line: order.index(line.standing)))[:MAX_LINES]


@dataclass(frozen=True, slots=True)
class Decided:
    """What was looked at before the closing. found: what stood open, in Spanish; None: nothing did.

    by, reason: who closed in spite of it, and why.
    """

    what: str
    found: str | None
    by: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class CoordinatorLetter:
    """What the coordinator is told once a period closed.

    by_lines, by_items: the plan's progress by its two methods, in Spanish, None where it cannot be said.
    missing: lines without a report at the close by team, those with more time too. silent: teams that could not be
    told. head_hash, events: head and length of the entity's chain of events once the closing was noted in it. folder:
    where the reports are written.
    """

    head: Letterhead
    plan: str
    period: str
    number: int
    closed_at: datetime
    closed_by: str
    checks: tuple[Decided, ...]
    missing: tuple[tuple[str, tuple[ClosedLine, ...]], ...]
    silent: tuple[str, ...]
    by_lines: str | None
    by_items: str | None
    sha256: str
    previous_sha256: str | None
    head_hash: str
    events: int
    folder: str
    changes: tuple[Changed, ...]

    @property
    def missing_count(self) -> int:
        """How many results are missing at the close."""
        return sum(len(lines) for _, lines in self.missing)


@dataclass(frozen=True, slots=True)
class ReopeningLetter:
    """What a team is told once a closed period takes answers again. line: the only one that it does, None for all."""

    head: Letterhead
    plan: str
    team: str
    period: str
    closing: int
    until: date
    author: str
    reason: str
    line: ClosedLine | None = None


ClosingLetter = TeamLetter | CoordinatorLetter | ReopeningLetter


def open_until(lines: Iterable[ClosedLine]) -> tuple[date, ...]:
    """The last days of what is still open, each once, the earliest first."""
    return tuple(sorted({line.until for line in lines if line.until is not None}))
