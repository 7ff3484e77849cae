"""A plan's period as its page shows it: what a closing would find and change, its closings and its reopenings."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from gdflow.domain.board import PlanPeriod
from gdflow.domain.closing import Carried, Check, ClosingFacts, InSpite, Pending, Reopening
from gdflow.domain.lines import Line, PlanFacts
from gdflow.domain.periods import Period

Place = tuple[int | None, str]
"""By which a line stands in what is pending: its row and its name."""


@dataclass(frozen=True, slots=True)
class CheckState:
    """A check with what stands open under it. kept: the word by which the closing before was made in spite of it."""

    check: Check
    pending: tuple[Pending, ...]
    kept: InSpite | None = None

    @property
    def wants_reason(self) -> bool:
        """Whether nobody has said yet why the period closes all the same."""
        return bool(self.pending) and self.kept is None


@dataclass(frozen=True, slots=True)
class Closable:
    """What a closing would find and change, of a period that can be closed.

    expected, reported, reviewed, files, links: counts. missing: lines missing at close, by team. carried: lines that
    stay open. uids: of lines by row and name. seen: stands for all of this; another one means that something changed.
    """

    checks: tuple[CheckState, ...]
    expected: int
    reported: int
    reviewed: int
    files: int
    links: int
    missing: Mapping[str | None, int]
    carried: tuple[Carried, ...]
    uids: Mapping[Place, str]
    seen: str

    @property
    def is_clear(self) -> bool:
        """Whether nothing stands open."""
        return not any(each.pending for each in self.checks)


@dataclass(frozen=True, slots=True)
class PeriodDesk:
    """A plan's period. closable: None while it runs, and once it is closed and not opened again.

    closings: the newest first. open: reopenings that were not ended. teams, lines: for whom it can be opened again.
    """

    standing: PlanPeriod
    period: Period
    today: date
    closable: Closable | None
    closings: tuple[ClosingFacts, ...]
    reopenings: tuple[Reopening, ...]
    lines: tuple[Line, ...]

    @property
    def plan(self) -> PlanFacts:
        """The plan."""
        return self.standing.plan

    @property
    def open(self) -> tuple[Reopening, ...]:
        """The reopenings that no closing has ended, also those whose last day has passed."""
        return tuple(each for each in self.reopenings if each.ended_at is None)

    @property
    def teams(self) -> tuple[str, ...]:
        """The teams that answer for lines of the plan."""
        return tuple(sorted({line.team for line in self.lines if line.team}))
