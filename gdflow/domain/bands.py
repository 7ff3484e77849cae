"""Two lights: how much was achieved (bands) and whether it was said in time (timeliness).

Colour never stands alone: each has a word and a symbol. Colours are "#RRGGBB", dark enough for white text.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Self

from gdflow.domain.obligations import Obligation, ObligationState
from gdflow.domain.progress import reaches

RED = "#B3261E"
YELLOW = "#8A5A00"
GREEN = "#1E6B34"
BLUE = "#2F5D8A"
GREY = "#5F6368"


@dataclass(frozen=True, slots=True)
class Band:
    """A band of compliance from `at_least` (a ratio, included) up to the next; None is the band below all others."""

    name: str
    label: str
    symbol: str
    colour: str
    at_least: Fraction | None


DEFAULT_BANDS = (
    Band("red", "Crítico", "✖", RED, None),
    Band("yellow", "En riesgo", "▲", YELLOW, Fraction(60, 100)),
    Band("green", "En ritmo", "●", GREEN, Fraction(80, 100)),
)


def band_of(value: Fraction, bands: Sequence[Band]) -> Band | None:
    """The band in which an exact value lies, in whatever order they are given; None below the lowest."""
    found = None
    for band in bands:
        reached = band.at_least is None or reaches(value, band.at_least)
        if reached and (found is None or _is_higher(band, found)):
            found = band
    return found


def _is_higher(band: Band, than: Band) -> bool:
    return band.at_least is not None and (than.at_least is None or not reaches(than.at_least, band.at_least))


class Timeliness(StrEnum):
    """Whether what was owed came in time."""

    label: str
    symbol: str
    colour: str

    def __new__(cls, value: str, label: str, symbol: str, colour: str) -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label, member.symbol, member.colour = label, symbol, colour
        return member

    ON_TIME = "on_time", "A tiempo", "✔", GREEN
    LATE = "late", "Extemporáneo", "◆", YELLOW
    OVERDUE = "overdue", "Vencido", "✖", RED
    PENDING = "pending", "Pendiente", "○", BLUE
    NOT_EXPECTED = "not_expected", "No programado", "–", GREY


def timeliness(obligation: Obligation | None, today: date) -> Timeliness:
    """The light of an obligation on a day; None, waived and withdrawn ones were not expected."""
    if obligation is None or obligation.state in (ObligationState.WAIVED, ObligationState.WITHDRAWN):
        return Timeliness.NOT_EXPECTED
    if obligation.state is ObligationState.UNREADABLE:
        return Timeliness.PENDING
    if obligation.done_on is not None and obligation.state is not ObligationState.MISSING_AT_CLOSE:
        return Timeliness.ON_TIME if obligation.done_on <= obligation.due_on else Timeliness.LATE
    missed = obligation.state is ObligationState.MISSING_AT_CLOSE or today > obligation.due_on
    return Timeliness.OVERDUE if missed else Timeliness.PENDING
