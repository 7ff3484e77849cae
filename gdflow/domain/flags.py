"""What a person should look at in a line's figures: true perhaps, but worth a question. Nothing is changed by it.

A line adds up the amounts of its periods, so only an amount below zero makes its total fall; a line that holds a level
falls when it is reported worse than before.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise, takewhile
from typing import Protocol

from gdflow.domain.accumulation import SUMMED, exact, measured_from_baseline
from gdflow.domain.figures import Figure
from gdflow.domain.labels import LabelledEnum
from gdflow.domain.lines import Line
from gdflow.domain.periods import parse_period
from gdflow.domain.plan import Accumulation, TargetUnit
from gdflow.domain.values import Valued, values_of

Known = Sequence[tuple[str, Fraction]]
"""Values by period key, in time."""
ADVANCING = frozenset(
    {Accumulation.LATEST, Accumulation.CAPACITY, Accumulation.REDUCTION, Accumulation.ANNUAL_REDUCTION}
)
DOWNWARDS = frozenset({Accumulation.REDUCTION, Accumulation.ANNUAL_REDUCTION})
SEVERAL = 2


class FlagCode(LabelledEnum):
    """What is odd about a line's figures."""

    OVER_ACHIEVEMENT = "over_achievement", "Sobrecumplimiento"
    ABOVE_TARGET = "above_target", "¿Escribió el acumulado?"
    DECREASING = "decreasing", "Avance que baja"
    FRACTION = "fraction", "Fracción de un producto"
    REPEATED_ZERO = "repeated_zero", "Varios períodos sin avance"


@dataclass(frozen=True, slots=True)
class Flag:
    """periods: keys of the periods concerned, in time. value: the figure; against: the one it is measured by.

    OVER_ACHIEVEMENT: all gathered, the target. ABOVE_TARGET: the period's amount, the target; before: all gathered
    until then. DECREASING: what the line came to, what it had come to before. FRACTION: the amount. REPEATED_ZERO: 0.
    share: of the target, where the line is above it.
    """

    code: FlagCode
    line: Line
    periods: tuple[str, ...]
    value: Fraction
    against: Fraction | None = None
    before: Fraction | None = None
    share: Fraction | None = None

    @property
    def label(self) -> str:
        """What people call it."""
        return self.code.label


class Flagged(Valued, Protocol):
    """What a flag needs of a line of a report."""

    @property
    def gathered(self) -> Fraction | None:
        """What its results make together."""

    @property
    def progress(self) -> Fraction | None:
        """The share of the target reached to date."""

    @property
    def cell(self) -> Figure:
        """The line's cell of the report's own period."""


def flags_of(row: Flagged) -> tuple[Flag, ...]:
    """All that is odd about a line's figures up to the cut."""
    if row.gathered is None:
        return ()
    known = values_of(row)
    return tuple([flag for find in FINDERS for flag in find(row, known)])


def _over(row: Flagged, known: Known) -> Sequence[Flag]:
    line = row.line
    share = row.progress
    if share is None or not _is_above(share) or row.gathered is None or line.target is None:
        return ()
    periods, target = tuple(key for key, _ in known), exact(line.target)
    return (Flag(FlagCode.OVER_ACHIEVEMENT, line, periods, row.gathered, target, share=share),)


def _above_target(row: Flagged, known: Known) -> Sequence[Flag]:
    """An amount above the whole target, or one that passes it and is more than all before: perhaps it is the total."""
    line, before, found = row.line, Fraction(0), list[Flag]()
    if line.target is None or line.target <= 0 or line.accumulation not in SUMMED or _adds_up_within(row, known):
        return ()
    target = exact(line.target)
    for key, value in known:
        if value > target or (value > before > 0 and before + value > target):
            found.append(Flag(FlagCode.ABOVE_TARGET, line, (key,), value, target, before, value / target))
        before += value
    return found


def _decreasing(row: Flagged, known: Known) -> Sequence[Flag]:
    """Where the line's own advance last went back."""
    line = row.line
    if len(known) < SEVERAL:
        return ()
    steps = _totals(known) if line.accumulation in SUMMED else known if line.accumulation in ADVANCING else ()
    down = _runs_down(line)
    falls = [
        Flag(FlagCode.DECREASING, line, (before, key), value, was)
        for (before, was), (key, value) in pairwise(steps)
        if (value > was if down else value < was) and _comparable(line, before, key)
    ]
    return falls[-1:]


def _fraction(row: Flagged, known: Known) -> Sequence[Flag]:
    """A part of a thing that is counted whole; a milestone without a target of its own may be reported in parts."""
    line = row.line
    counted_whole = line.target_unit is TargetUnit.COUNT and not line.target_implied
    if not counted_whole or line.target is None or exact(line.target).denominator != 1:
        return ()
    broken = [(key, value) for key, value in known if value.denominator > 1]
    return (Flag(FlagCode.FRACTION, line, tuple(key for key, _ in broken), broken[-1][1]),) if broken else ()


def _repeated_zero(row: Flagged, known: Known) -> Sequence[Flag]:
    """The last periods owed up to the report's own, all reported as zero."""
    # of a line that is measured from its baseline a zero may be the best figure of all
    few = len(known) < SEVERAL or sum([not value for _, value in known]) < SEVERAL
    if few or measured_from_baseline(row.line):
        return ()
    end = parse_period(row.cell.period).end
    owed = [cell for cell in row.figures if cell.expected and parse_period(cell.period).end <= end]
    zeros = list(takewhile(lambda cell: cell.value == 0, reversed(owed)))
    periods = tuple(cell.period for cell in reversed(zeros))
    return (Flag(FlagCode.REPEATED_ZERO, row.line, periods, Fraction(0)),) if len(zeros) >= SEVERAL else ()


FINDERS: tuple[Callable[[Flagged, Known], Sequence[Flag]], ...] = (
    _over,
    _above_target,
    _decreasing,
    _fraction,
    _repeated_zero,
)


def _is_above(share: Fraction) -> bool:
    """Whether a share is more than all of its target."""
    return share.numerator > share.denominator


def _adds_up_within(row: Flagged, known: Known) -> bool:
    """Whether amounts of which none is below zero add up to the target at most: then none of them can pass it."""
    within = row.progress is not None and not _is_above(row.progress)
    return within and not [value for _, value in known if value.numerator < 0]


def _totals(known: Known) -> Known:
    total, totals = Fraction(0), []
    for key, value in known:
        total += value
        totals.append((key, total))
    return totals


def _runs_down(line: Line) -> bool:
    if line.baseline is not None and line.target is not None and measured_from_baseline(line):
        return line.target < line.baseline
    return line.accumulation in DOWNWARDS


def _comparable(line: Line, before: str, key: str) -> bool:
    """A yearly reduction begins anew each year."""
    yearly = line.accumulation is Accumulation.ANNUAL_REDUCTION
    return not yearly or parse_period(before).end.year == parse_period(key).end.year


def counted(flags: Iterable[Flag]) -> Mapping[FlagCode, int]:
    """How many lines have each flag, in the order of the codes; those without any are left out."""
    places = {(flag.code, flag.line.plan_id, flag.line.id) for flag in flags}
    lines = Counter(code for code, _, _ in places)
    return {code: lines[code] for code in FlagCode if lines[code]}
