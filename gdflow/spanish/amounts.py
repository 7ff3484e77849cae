"""A line's amounts in its own unit, as people read them."""

from decimal import Decimal
from fractions import Fraction

from gdflow.domain.lines import Line
from gdflow.domain.plan import TargetUnit
from gdflow.spanish.numbers import number, percent

EXACT = 6
ROUND = 2


def amount(line: Line, value: Decimal | Fraction, places: int = EXACT) -> str:
    """3, 0,3 or 33,3 %, by the line's unit, with at most so many decimals; none of them idle."""
    if line.target_unit is TargetUnit.PERCENT:
        return _brief(percent(value, places).removesuffix("\u00a0%")) + "\u00a0%"
    return _brief(number(Fraction(value), places))


def foreseen(line: Line, value: Decimal | Fraction) -> str:
    """An amount that was computed, not reported: with two decimals at most."""
    return amount(line, value, ROUND)


def _brief(text: str) -> str:
    return text.rstrip("0").rstrip(",") if "," in text else text
