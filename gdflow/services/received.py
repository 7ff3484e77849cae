"""What became of a file that a team sent."""

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from gdflow.domain.lines import Line

if TYPE_CHECKING:
    from gdflow.collect.form_reader import FormProblem  # many who name what was received read no form


@dataclass(frozen=True, slots=True)
class TakenAnswer:
    """A figure that was taken. new: it is not the one that was in force already. period: the one that it is of."""

    line: Line
    value: Decimal
    new: bool
    period: str


@dataclass(frozen=True, slots=True)
class Handed:
    """Whose answers a file holds. period: None for answers of several. plan_ids: the plans of which they speak."""

    team_id: int | None
    team: str
    period: str | None
    plan_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Received:
    """What became of a file.

    period: None also for answers of several periods. refused: the Spanish reason why it stands in quarantine, or None.
    locked: it came after its period had closed.
    """

    number: str
    known: bool
    team: str | None
    period: str | None
    taken: tuple[TakenAnswer, ...]
    problems: "tuple[FormProblem, ...]"
    warnings: "tuple[FormProblem, ...]"
    pending: int
    refused: str | None
    locked: bool = False
