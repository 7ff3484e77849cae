"""What became of a file that a team sent."""

from dataclasses import dataclass
from decimal import Decimal

from gdflow.collect.form_reader import FormProblem
from gdflow.domain.lines import Line


@dataclass(frozen=True, slots=True)
class TakenAnswer:
    """A figure that was taken. new: it is not the one that was in force already."""

    line: Line
    value: Decimal
    new: bool


@dataclass(frozen=True, slots=True)
class Received:
    """What became of a file.

    refused: the Spanish reason why it stands in quarantine, or None. locked: it came after its period had closed.
    """

    number: str
    known: bool
    team: str | None
    period: str | None
    taken: tuple[TakenAnswer, ...]
    problems: tuple[FormProblem, ...]
    warnings: tuple[FormProblem, ...]
    pending: int
    refused: str | None
    locked: bool = False
