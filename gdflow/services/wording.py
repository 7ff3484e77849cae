"""Figures of a line as people read them."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Protocol

from gdflow.domain.accumulation import gathered
from gdflow.domain.plan import Accumulation, TargetUnit
from gdflow.spanish.numbers import number, percent

NOTHING = Decimal(0)


class Measured(Protocol):
    """A line, whole or only named: what it counts, and up to what."""

    @property
    def target(self) -> Decimal | None:
        """What it is to reach."""

    @property
    def target_unit(self) -> TargetUnit | None:
        """In what it is counted."""

    @property
    def accumulation(self) -> Accumulation:
        """How its results make one figure."""


class Aimed(Measured, Protocol):
    """A line that also says its target in the plan's words."""

    @property
    def target_text(self) -> str | None:
        """Its target as the plan says it."""


def figure(value: Decimal | Fraction, line: Measured) -> str:
    """An amount in the line's own unit: "7", "0,3", "20 %"."""
    if line.target_unit is TargetUnit.PERCENT:
        places = 0 if (Fraction(value) * 100).denominator == 1 else 1
        return percent(value, places)
    return number(value)


def target_words(line: Aimed) -> str | None:
    """What the line is to reach, as its plan says it, else its figure; None without either."""
    return line.target_text or (figure(line.target, line) if line.target is not None else None)


def so_far_text(line: Measured, figures: Mapping[str, Decimal]) -> str | None:
    """What the line has and what it is to reach ("9 de 21"), or None without a target."""
    if line.target is None:
        return None
    reached = gathered(line.accumulation, figures)
    return f"{figure(reached or NOTHING, line)} de {figure(line.target, line)}"
