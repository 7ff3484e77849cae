"""Figures of a line as people read them."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from gdflow.domain.accumulation import gathered
from gdflow.domain.lines import Line
from gdflow.domain.plan import TargetUnit
from gdflow.spanish.numbers import number, percent


def figure(value: Decimal | Fraction, line: Line) -> str:
    """An amount in the line's own unit: "7", "0,3", "20 %"."""
    if line.target_unit is TargetUnit.PERCENT:
        places = 0 if (Fraction(value) * 100).denominator == 1 else 1
        return percent(value, places)
    return number(value)


def so_far_text(line: Line, figures: Mapping[str, Decimal]) -> str | None:
    """What the line has and what it is to reach ("9 de 21"), or None without a target."""
    if line.target is None:
        return None
    reached = gathered(line.accumulation, figures)
    return f"{figure(reached or Fraction(0), line)} de {figure(line.target, line)}"
