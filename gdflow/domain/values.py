"""The values of a line in a report, of whatever year, in time."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Protocol

from gdflow.domain.accumulation import exact, in_time
from gdflow.domain.figures import Figure
from gdflow.domain.lines import Line


class Valued(Protocol):
    """A line of a report with its cells and what it had before the report's year."""

    @property
    def line(self) -> Line:
        """The line as it was imported."""

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Its cells; what came after the report's cut has no value in them."""

    @property
    def earlier(self) -> Mapping[str, Decimal]:
        """Its values of the years before, by period key."""


def values_by_period(row: Valued) -> dict[str, Decimal]:
    """All values that count in the report, by period key."""
    own = {cell.period: cell.result.value for cell in row.figures if cell.result is not None}
    return {**row.earlier, **own}


def values_of(row: Valued) -> list[tuple[str, Fraction]]:
    """The same, exact and in time."""
    values = values_by_period(row)
    return [(key, exact(values[key])) for key in (sorted(values, key=in_time) if len(values) > 1 else values)]
