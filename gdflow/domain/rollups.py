"""What many lines come to together: means of exact ratios with their method named, and who owed and answered.

Unlike units are never pooled: a mean is taken of shares, not of sums.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Protocol

from gdflow.domain.accumulation import exact
from gdflow.domain.figures import ANSWERED, MISSING, PENDING, Figure
from gdflow.domain.labels import LabelledEnum
from gdflow.domain.lines import Line
from gdflow.domain.progress import capped_at_whole, mean_of, rollup, weighted_mean
from gdflow.domain.quick import quickly_made
from gdflow.domain.results import CellState
from gdflow.domain.weights import EQUAL, Scope, WeightNote, Weights


class Method(LabelledEnum):
    """How a mean was taken."""

    EQUAL_LINES = "equal_lines", "Promedio de líneas, todas con igual peso"
    WEIGHTED_LINES = "weighted_lines", "Promedio de líneas, ponderado con los pesos del plan"
    EQUAL_ITEMS = "equal_items", "Promedio de ítems, todos con igual peso"
    WEIGHTED_ITEMS = "weighted_items", "Promedio de ítems, ponderado con los pesos del plan"
    EQUAL_PLANS = "equal_plans", "Promedio de planes, todos con igual peso"
    EQUAL_ENTITIES = "equal_entities", "Promedio de entidades, todas con igual peso"


class Counted(Protocol):
    """What a roll-up needs of a line: its total progress, its compliance and its cell of the period."""

    @property
    def line(self) -> Line:
        """The line as it was imported."""

    @property
    def progress(self) -> Fraction | None:
        """The share of the target reached to date."""

    @property
    def compliance(self) -> Fraction | None:
        """The share of the period's target reached in the period."""

    @property
    def cell(self) -> Figure:
        """The line's cell of the period."""


@quickly_made
@dataclass(frozen=True, slots=True)
class Tally:
    """Who owed the period's result and who answered. missing: past the date to report; pending: not yet."""

    owed: int
    answered: int
    zeros: int
    missing: int
    pending: int

    def __add__(self, other: "Tally") -> "Tally":
        """Both together."""
        return _together((self, other))


@quickly_made
@dataclass(frozen=True, slots=True)
class Rollup:
    """A group's figures. counted: lines whose progress can be said. over: lines above 100 %, which were capped.

    progress: mean of the lines, each capped at 100 %; uncapped: the same without the cap. None also where the lines
    that can be said weigh nothing.
    compliance: mean, capped, of the lines that have a period target and a report; complied_over: those capped in it.
    note: why the plan's weights were not used. weight: what the lines weigh together, where weights count.
    """

    group: str
    lines: int
    counted: int
    over: int
    progress: Fraction | None
    uncapped: Fraction | None
    compliance: Fraction | None
    tally: Tally
    method: Method = Method.EQUAL_LINES
    note: WeightNote | None = None
    weight: Fraction | None = None
    complied_over: int = 0
    uncapped_compliance: Fraction | None = None


def roll_up(group: str, lines: Sequence[Counted], weights: Weights = EQUAL) -> Rollup:
    """The mean of lines, of equal weight where `weights` says nothing else."""
    weighs = None if weights.scope is Scope.EQUAL else [exact(line.line.weight or 0) for line in lines]
    progress, uncapped, counted, over = _means([line.progress for line in lines], weighs)
    compliance, without_cap, _, complied_over = _means([line.compliance for line in lines], weighs)
    return Rollup(
        group=group,
        lines=len(lines),
        counted=counted,
        over=over,
        progress=progress,
        uncapped=uncapped,
        compliance=compliance,
        tally=tally([line.cell for line in lines]),
        method=Method.EQUAL_LINES if weighs is None else Method.WEIGHTED_LINES,
        note=weights.note,
        weight=None if weighs is None else sum(weighs, Fraction(0)),
        complied_over=complied_over,
        uncapped_compliance=without_cap,
    )


def mean_of_groups(name: str, groups: Sequence[Rollup], method: Method = Method.EQUAL_ITEMS) -> Rollup:
    """The mean of groups of equal weight, however many lines each has; WEIGHTED_ITEMS: each with its lines' weight."""
    weighs = [group.weight or Fraction(0) for group in groups] if method is Method.WEIGHTED_ITEMS else None
    without_cap = [group.uncapped_compliance for group in groups]
    return Rollup(
        group=name,
        lines=sum(group.lines for group in groups),
        counted=sum(group.progress is not None for group in groups),
        over=sum(group.over for group in groups),
        progress=_mean([group.progress for group in groups], weighs),
        uncapped=_mean([group.uncapped for group in groups], weighs),
        compliance=_mean([group.compliance for group in groups], weighs),
        tally=_together([group.tally for group in groups]),
        method=method,
        note=next((group.note for group in groups if group.note), None),
        weight=None if weighs is None else sum(weighs, Fraction(0)),
        complied_over=sum(group.complied_over for group in groups),
        uncapped_compliance=_mean(without_cap, weighs),
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


def _means(
    shares: Sequence[Fraction | None], weighs: Sequence[Fraction] | None
) -> tuple[Fraction | None, Fraction | None, int, int]:
    """The mean with the cap and without, how many shares are known, and how many of them lie above 100 %."""
    known = [share for share in shares if share is not None]
    ratios = [share.as_integer_ratio() for share in known]
    if not ratios:
        return None, None, 0, 0
    over = sum([top > bottom for top, bottom in ratios])
    if weighs is not None:
        capped = _mean(shares, weighs, capped=True)
        return capped, _mean(shares, weighs) if over else capped, len(ratios), over
    # most groups have a line or two, or lines that have all come as far
    mean = known[0] if ratios.count(ratios[0]) == len(ratios) else mean_of(ratios)
    return mean_of(capped_at_whole(ratios)) if over else mean, mean, len(ratios), over


def _mean(
    shares: Sequence[Fraction | None], weighs: Sequence[Fraction] | None, *, capped: bool = False
) -> Fraction | None:
    if weighs is None:
        return rollup([share for share in shares if share is not None], capped=capped)
    pairs = zip(weighs, shares, strict=True)
    return weighted_mean([(weight, share) for weight, share in pairs if share is not None], capped=capped)


def _together(tallies: Sequence[Tally]) -> Tally:
    return Tally(
        owed=sum(each.owed for each in tallies),
        answered=sum(each.answered for each in tallies),
        zeros=sum(each.zeros for each in tallies),
        missing=sum(each.missing for each in tallies),
        pending=sum(each.pending for each in tallies),
    )
