"""How results of several periods make one figure, and what share of the target it is.

The accumulation types are those of the DNP's guide for indicators (acumulado, flujo, stock, capacidad, reducción,
reducción anual) and the plain ones. Ratios are exact and never capped here.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from gdflow.domain.errors import InputError
from gdflow.domain.lines import Line
from gdflow.domain.periods import parse_period
from gdflow.domain.plan import Accumulation

SUMMED = frozenset({Accumulation.SUM, Accumulation.CUMULATIVE})
STEADY = frozenset({Accumulation.LATEST, Accumulation.AVERAGE, Accumulation.FLOW, Accumulation.STOCK})
FROM_BASELINE = frozenset({Accumulation.CAPACITY, Accumulation.REDUCTION, Accumulation.ANNUAL_REDUCTION})
# Plain figures say nothing of their direction; a target below the baseline does: the line is to fall.
MAY_FALL = frozenset({Accumulation.LATEST, Accumulation.AVERAGE})


# the figures of a plan repeat, and a decimal is slow to become a ratio
@lru_cache(maxsize=4096)
def exact(figure: Decimal | Fraction) -> Fraction:
    """A figure as an exact ratio."""
    return Fraction(figure)


def _sum(values: Sequence[Fraction]) -> Fraction:
    return sum(values, Fraction(0))


def _mean(values: Sequence[Fraction]) -> Fraction:
    return _sum(values) / len(values)


def _last(values: Sequence[Fraction]) -> Fraction:
    return values[-1]


_GATHER: Mapping[Accumulation, Callable[[Sequence[Fraction]], Fraction]] = {
    Accumulation.SUM: _sum,
    Accumulation.CUMULATIVE: _sum,
    Accumulation.AVERAGE: _mean,
    Accumulation.MAXIMUM: max,
}


def gathered(accumulation: Accumulation, results: Mapping[str, Decimal]) -> Fraction | None:
    """The one figure that results by period key make: sum, mean, highest, or the last in time; None without any."""
    if not results:
        return None
    if len(results) == 1:
        return exact(*results.values())
    return together(accumulation, [exact(results[key]) for key in sorted(results, key=in_time)])


def together(accumulation: Accumulation, values: Sequence[Fraction]) -> Fraction | None:
    """The same of values in time."""
    return _GATHER.get(accumulation, _last)(values) if values else None


def share_of_target(line: Line, figure: Fraction, target: Fraction) -> Fraction | None:
    """What share of a target a figure of the line is; None when the line's baseline is needed and unknown, or when
    the target is a zero to be counted up to.

    Raises InputError("target_equals_baseline") when the way from baseline to target has no length.
    """
    if not measured_from_baseline(line):
        return figure / target if target else None
    if line.baseline is None:
        return None
    baseline = exact(line.baseline)
    if target == baseline:
        raise InputError("target_equals_baseline", row=line.row, found=str(line.baseline))
    return (figure - baseline) / (target - baseline)


def measured_from_baseline(line: Line) -> bool:
    """Whether progress is the way gone from the baseline: DNP's capacity and reductions, and plain falling lines."""
    if line.accumulation in FROM_BASELINE:
        return True
    falling = line.baseline is not None and line.target is not None and line.target < line.baseline
    return falling and line.accumulation in MAY_FALL


def in_time(key: str) -> tuple[date, date]:
    """By what periods are ordered, of whatever kind: by their end, then by their start."""
    period = parse_period(key)
    return period.end, period.start
