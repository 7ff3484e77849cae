"""The two lights of a line in a period, never one: was it answered in time, and does the figure reach its target.

Colour never stands alone: each light is a word and a symbol too.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from functools import lru_cache

from gdflow.domain.bands import GREEN, GREY, Band, Timeliness, band_of, timeliness
from gdflow.domain.figures import ANSWERED, MISSING, Figure
from gdflow.domain.obligations import ObligationReason, ObligationState
from gdflow.domain.results import CellState


@dataclass(frozen=True, slots=True)
class Light:
    """A word, its symbol and its colour."""

    label: str
    symbol: str
    colour: str

    @property
    def text(self) -> str:
        """Symbol and word, as people read it."""
        return f"{self.symbol} {self.label}"


COMPLETE = Light("Ya cumplida", "✔", GREEN)
IN_PLAN = Light("En el plan importado", "●", GREY)
NOT_REPORTED = Light("Sin reporte", "○", GREY)
NO_TARGET = Light("Sin meta del período", "–", GREY)
RETURNED = Light("Devuelto para corrección", "◆", GREY)
TIMELY = {each: Light(each.label, each.symbol, each.colour) for each in Timeliness}


def timeliness_light(cell: Figure, as_of: date, answered_on: date | None) -> Light:
    """Whether the period was answered, and in time. answered_on: the entity's own date of the answer."""
    if is_complete(cell):
        return COMPLETE
    if cell.obligation is None:
        return _without_obligation(cell)
    duty = cell.obligation
    # most answers have closed their duty already, and a copy of each costs more than the judgement
    answered = duty if duty.done_on or answered_on is None else replace(duty, done_on=answered_on)
    return TIMELY[timeliness(answered, as_of)]


def compliance_light(cell: Figure, compliance: Fraction | None, bands: Sequence[Band]) -> Light:
    """In which band the period's figure lies; grey where there is nothing to compare."""
    if is_complete(cell):
        return COMPLETE
    band = None if compliance is None else band_of(compliance, bands)
    if band is not None:
        return _light(band.label, band.symbol, band.colour)
    if cell.state in ANSWERED:
        return NO_TARGET
    if cell.state is CellState.RETURNED:
        return RETURNED
    return NOT_REPORTED if cell.expected else TIMELY[Timeliness.NOT_EXPECTED]


@lru_cache(maxsize=256)
def _light(label: str, symbol: str, colour: str) -> Light:
    # one for each band: a light that stands in thousands of cells is known again for nothing
    return Light(label, symbol, colour)


def is_complete(cell: Figure) -> bool:
    """Whether nothing is asked for the period because the line had reached its target before."""
    by_obligation = cell.obligation is not None and cell.obligation.state is ObligationState.COMPLETE
    by_reason = cell.obligation is None and cell.reason is ObligationReason.COMPLETE
    return (by_obligation or by_reason) and cell.state not in ANSWERED


def _without_obligation(cell: Figure) -> Light:
    if cell.state in ANSWERED:
        return IN_PLAN
    if not cell.expected:
        return TIMELY[Timeliness.NOT_EXPECTED]
    return TIMELY[Timeliness.OVERDUE if cell.state in MISSING else Timeliness.PENDING]
