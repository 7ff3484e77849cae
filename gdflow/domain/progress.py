"""Figures of progress, exact and never mixed: the total, the compliance with a period, and roll-ups of either.

Rounding is for display only; the cap of 100 % exists only inside roll-ups.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from math import lcm

from gdflow.domain.accumulation import STEADY, SUMMED, exact, gathered, measured_from_baseline, share_of_target
from gdflow.domain.errors import InputError
from gdflow.domain.lines import Line
from gdflow.domain.periods import parse_period

WHOLE = Fraction(1)
Ratio = tuple[int, int]
"""A fraction's numerator and denominator."""


def total_progress(line: Line, results: Mapping[str, Decimal]) -> Fraction | None:
    """What share of its target the line has reached to date; what is not reported adds nothing.

    None when it cannot be said: no target, a target of 0 to count up to, or no baseline where one is needed.
    Raises InputError("target_equals_baseline").
    """
    return share_reached(line, gathered(line.accumulation, results))


def share_reached(line: Line, figure: Fraction | None) -> Fraction | None:
    """The total progress of a line whose results make `figure` together; as in `total_progress`."""
    if line.target is None:
        return None
    share = share_of_target(line, figure or Fraction(0), exact(line.target))
    # Without a report nothing is reached; taken as a figure, 0 would be a falling line's best.
    return Fraction(0) if figure is None and share is not None else share


def is_reached(line: Line, results: Mapping[str, Decimal]) -> bool:
    """Whether the results make all of the line's target, or more; as `is_whole` says of `total_progress`."""
    figure = gathered(line.accumulation, results)
    if figure is None or line.target is None:
        return False
    target = exact(line.target)
    if target.numerator > 0 and not measured_from_baseline(line):
        return reaches(figure, target)  # asked of every line: making a ratio of two takes ten times as long
    return is_whole(share_of_target(line, figure, target))


def period_target(line: Line, period_key: str, expected_periods: Sequence[str]) -> Fraction | None:
    """What the line should yield in a period: the plan's own programmed value, else one derived from the target.

    expected_periods: keys of all periods that the line's window asks for (obligations.window_periods). Lines that
    add up share the target evenly among them; lines that hold a level (latest, average, flow, stock) owe the target
    itself each time. None when nothing is programmed or expected.
    """
    if period_key in line.programmed:
        return exact(line.programmed[period_key])
    if period_key not in expected_periods or line.target is None:
        return None
    if line.accumulation in SUMMED:
        return _even_share(line, exact(line.target), period_key, expected_periods)
    return exact(line.target) if line.accumulation in STEADY else None


def compliance_with(line: Line, target: Fraction | None, value: Decimal | Fraction | None) -> Fraction | None:
    """What share of a target the value of the same stretch of time is; not capped, None without either.

    Raises InputError("target_equals_baseline").
    """
    return None if target is None or value is None else share_of_target(line, exact(value), target)


def reaches(share: Fraction, other: Fraction) -> bool:
    """Whether a ratio is another at least; asked of every line: a comparison of ratios takes three times as long."""
    return share.numerator * other.denominator >= other.numerator * share.denominator


def is_whole(share: Fraction | None) -> bool:
    """Whether a share is all of its target, or more."""
    return share is not None and share.numerator >= share.denominator


def sayable(share: Callable[[], Fraction | None]) -> Fraction | None:
    """A share as a report shows it: None where it raises, as for a target that equals its baseline."""
    try:
        return share()
    except InputError:
        # it can be measured by nothing; the plan's other lines are still reported
        return None


def rollup(values: Iterable[Fraction], *, capped: bool = True) -> Fraction | None:
    """The mean of equal weights; capped: each value counts at most as 100 %. None without values."""
    ratios = [value.as_integer_ratio() for value in values]
    return mean_of(capped_at_whole(ratios) if capped else ratios) if ratios else None


def capped_at_whole(ratios: Sequence[Ratio]) -> list[Ratio]:
    """Each ratio as 100 % at most."""
    return [(min(top, bottom), bottom) for top, bottom in ratios]


def mean_of(ratios: Sequence[Ratio]) -> Fraction:
    """The mean of ratios, one at least, brought to lowest terms once at the end and not with each addition."""
    tops: dict[int, int] = {}
    for top, bottom in ratios:
        tops[bottom] = tops.get(bottom, 0) + top
    common = lcm(*tops)
    total = sum([top * (common // bottom) for bottom, top in tops.items()])
    return Fraction(total, common * len(ratios))


def weighted_mean(pairs: Iterable[tuple[Fraction, Fraction]], *, capped: bool = True) -> Fraction | None:
    """The mean of values, each given behind its weight (0 or more). None where nothing weighs anything."""
    known = list(pairs)
    weight = sum((each for each, _ in known), Fraction(0))
    total = sum((each * (min(value, WHOLE) if capped else value) for each, value in known), Fraction(0))
    return total / weight if weight else None


def _even_share(line: Line, target: Fraction, period_key: str, expected_periods: Sequence[str]) -> Fraction | None:
    """An equal part of the target, or of what the plan programmes for the longer stretch around the period."""
    if not line.programmed:
        return target / len(expected_periods)
    around = next((key for key in line.programmed if _lies_in(period_key, key)), None)
    if around is None:
        return None
    inside = [key for key in expected_periods if _lies_in(key, around)]
    return exact(line.programmed[around]) / len(inside)


def _lies_in(inner: str, outer: str) -> bool:
    part, whole = parse_period(inner), parse_period(outer)
    return whole.start <= part.start and part.end <= whole.end
