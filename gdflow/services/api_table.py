"""The tables that programs read: their columns, by what they can be narrowed, and whence their rows come.

A column is named as docs/json.md names it. From this one description follow the JSON, the CSV and the OpenAPI schema.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from gdflow.domain.lines import PlanFacts
from gdflow.domain.people import Team
from gdflow.domain.rules import Rules
from gdflow.report.open_fields import Field, Value
from gdflow.storage.engine import Session
from gdflow.storage.told_rows import Chosen

NUMBER, LIST = "number", "list"
"""Kinds of columns, beside those of open data: an exact decimal, and several texts in one cell."""
ApiRow = Mapping[str, Value | tuple[str, ...]]
"""The values of a row by the names of its columns."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """By what a table can be narrowed. kind: the JSON type's format, or "" for a plain text."""

    name: str
    description: str
    example: str
    format: str = ""
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody wants to read; None for what they leave open. start, end: days, both included."""

    plan: PlanFacts | None = None
    period: str | None = None
    team: Team | None = None
    state: str | None = None
    start: date | None = None
    end: date | None = None

    def chosen(self, entity_id: int) -> Chosen:
        """The same, as stored rows are asked for."""
        plan, team = self.plan, self.team
        its = (plan.id if plan else None, self.period, team.id if team else None)
        return Chosen(entity_id, *its, self.start, self.end)

    def takes(self, state: str | None) -> bool:
        """Whether rows in a state are wanted."""
        return self.state in (None, state)


Rows = Callable[[Session, Rules, Asked, datetime], Iterator[ApiRow]]
"""Makes the rows of a table: of what is asked for, at a moment. Only what is read of them is made."""


@dataclass(frozen=True, slots=True)
class ApiTable:
    """A table. name: in its address and in its JSON. filters: names of the parameters that it knows."""

    name: str
    title: str
    description: str
    fields: tuple[Field, ...]
    filters: tuple[str, ...]
    rows: Rows

    @property
    def states(self) -> tuple[str, ...]:
        """The words of its column "state"."""
        return next((field.words for field in self.fields if field.name == "state"), ())

    @property
    def parameters(self) -> tuple[Parameter, ...]:
        """By what it can be narrowed."""
        return tuple(
            Parameter("state", "Solo lo que está en este estado.", self.states[0], words=self.states)
            if name == "state"
            else PARAMETERS[name]
            for name in self.filters
        )


PARAMETERS = {
    each.name: each
    for each in (
        Parameter("plan", "Código de un plan, como lo da la tabla plans.", "plan-de-accion"),
        Parameter("period", "Un período: 2023-Q2 es el segundo trimestre de 2023.", "2023-Q2"),
        Parameter("team", "Nombre de un equipo, como lo da la tabla teams.", "Equipo Gobierno Digital"),
        Parameter("since", "Primer día, inclusive.", "2023-04-01", "date"),
        Parameter("until", "Último día, inclusive.", "2023-06-30", "date"),
    )
}
PLAN = Field("plan", "string", "Código del plan.", required=True)
UID = Field("uid", "string", "Identificador estable de la línea; sobrevive a cada nueva carga del plan.", required=True)
PERIOD = Field("period", "string", "Período: 2023-Q2 es el segundo trimestre de 2023.", required=True)
ROW = Field("row", "integer", "Fila en el documento del plan.", required=True, least=1)
LABELS = (
    Field("number", "string", "Número impreso; puede repetirse."),
    Field("label", "string", "Cómo se llama la línea.", required=True),
    Field("team", "string", "Equipo responsable."),
)
"""What of a line people know it by."""
DUE_ON = Field("due_on", "date", "Hasta cuándo se cumple a tiempo.")
CLOSES_ON = Field("closes_on", "date", "Día en que se cierra el período.")
CLOSING = (
    Field("closing", "integer", "Número del cierre que fijó las cifras; sin dato, son provisionales.", least=1),
    Field("closing_sha256", "string", "Huella SHA-256 de ese cierre."),
)
