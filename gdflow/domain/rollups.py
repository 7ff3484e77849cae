"""What many lines come to together: means of exact ratios with their method named, and who owed and answered.

Unlike units are never pooled: a mean is taken of shares, not of sums.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Protocol

from gdflow.domain.figures import ANSWERED, MISSING, PENDING, Figure
from gdflow.domain.progress import rollup
from gdflow.domain.results import CellState


class Counted(Protocol):
    """What a roll-up needs of a line: its total progress, its compliance and its cell of the period."""

    @property
    def progress(self) -> Fraction | None:
        """The share of the target reached to date."""

    @property
    def compliance(self) -> Fraction | None:
        """The share of the period's target reached in the period."""

    @property
    def cell(self) -> Figure:
        """The line's cell of the period."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Who owed the period's result and who answered. missing: past the date to report; pending: not yet."""

    owed: int
    answered: int
    zeros: int
    missing: int
    pending: int


@dataclass(frozen=True, slots=True)
class Rollup:
    """A group's figures. counted: lines whose progress can be said. over: lines above 100 %.

    progress: mean of the lines, each capped at 100 %; uncapped: the same without the cap.
    compliance: mean, capped, of the lines that have a period target and a report.
    """

    group: str
    lines: int
    counted: int
    over: int
    progress: Fraction | None
    uncapped: Fraction | None
    compliance: Fraction | None
    tally: Tally


def roll_up(group: str, lines: Sequence[Counted]) -> Rollup:
    """The mean of lines of equal weight."""
    shares = [line.progress for line in lines if line.progress is not None]
    over = sum([share.numerator > share.denominator for share in shares])
    progress = rollup(shares)
    return Rollup(
        group=group,
        lines=len(lines),
        counted=len(shares),
        over=over,
        progress=progress,
        uncapped=rollup(shares, capped=False) if over else progress,
        compliance=rollup([line.compliance for line in lines if line.compliance is not None]),
        tally=tally([line.cell for line in lines]),
    )


def mean_of_groups(name: str, groups: Sequence[Rollup]) -> Rollup:
    """The mean of groups of equal weight, however many lines each has."""
    known = [group for group in groups if group.progress is not None]
    return Rollup(
        group=name,
        lines=sum(group.lines for group in groups),
        counted=len(known),
        over=sum(group.over for group in groups),
        progress=rollup(group.progress for group in known if group.progress is not None),
        uncapped=rollup((group.uncapped for group in known if group.uncapped is not None), capped=False),
        compliance=rollup(group.compliance for group in groups if group.compliance is not None),
        tally=_together([group.tally for group in groups]),
    )


def tally(cells: Iterable[Figure]) -> Tally:
    """Counts of the cells that are expected."""
    answered = zeros = missing = pending = 0
    for cell in cells:
        if cell.expected:
            state = cell.state
            answered += state in ANSWERED
            zeros += state is CellState.REPORTED_ZERO or (state is CellState.ACCEPTED and not cell.value)
            missing += state in MISSING
            pending += state in PENDING
    return Tally(answered + missing + pending, answered, zeros, missing, pending)


def _together(tallies: Sequence[Tally]) -> Tally:
    return Tally(
        owed=sum(each.owed for each in tallies),
        answered=sum(each.answered for each in tallies),
        zeros=sum(each.zeros for each in tallies),
        missing=sum(each.missing for each in tallies),
        pending=sum(each.pending for each in tallies),
    )
