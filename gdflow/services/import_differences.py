"""What a plan's document changes of the lines that are stored, field by field, as people read it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from gdflow.domain.lines import Line
from gdflow.domain.plan import Accumulation, PlanLine, TargetUnit
from gdflow.domain.renewal import Change
from gdflow.spanish.dates import short_date
from gdflow.spanish.imports import ACCUMULATIONS, FIELDS, NOTHING
from gdflow.spanish.numbers import number, percent
from gdflow.spanish.periods import period_short


@dataclass(frozen=True, slots=True)
class Difference:
    """A field of a line as it is stored and as the document has it."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ChangedLine:
    """A line that is known and comes with something else."""

    line: PlanLine
    differences: tuple[Difference, ...]


def changed_line(stored: Line, found: PlanLine, change: Change) -> ChangedLine:
    """What changes of a line."""
    return ChangedLine(found, tuple(_difference(stored, found, name) for name in change.fields))


def _difference(stored: Line, found: PlanLine, name: str) -> Difference:
    before, after = (SPECIAL.get(name, _plain(name))(line) for line in (stored, found))
    return Difference(FIELDS[name], before or NOTHING, after or NOTHING)


def _plain(name: str) -> Callable[[Line | PlanLine], str]:
    return lambda line: _text(getattr(line, name), line.target_unit if name == "target" else None)


def _text(value: Any, unit: TargetUnit | None) -> str:
    if isinstance(value, date):
        return short_date(value)
    if isinstance(value, Decimal):
        return percent(value) if unit is TargetUnit.PERCENT else number(value)
    if isinstance(value, tuple):
        return " › ".join(map(str, value))
    return " ".join(str(value or "").split())


def _due(line: Line | PlanLine) -> str:
    """A date that is only proposed says so: confirming it is a change too."""
    if isinstance(line, PlanLine):
        due, sure = line.due or line.proposed_due, line.due is not None
    else:
        due, sure = line.due, line.due_confirmed
    return "" if due is None else short_date(due) if sure else f"{short_date(due)} (propuesta)"


def _teams(line: Line | PlanLine) -> str:
    names = line.teams if isinstance(line, PlanLine) else tuple(filter(None, (line.team, *line.co_teams)))
    return "; ".join(names)


def _programmed(line: Line | PlanLine) -> str:
    said: Mapping[str, Decimal] = line.programmed
    return "; ".join(f"{period_short(key)}: {_text(value, line.target_unit)}" for key, value in sorted(said.items()))


def _accumulation(line: Line | PlanLine) -> str:
    said: Accumulation | None = line.accumulation
    return ACCUMULATIONS[said] if said else ""


def _unit(line: Line | PlanLine) -> str:
    return {TargetUnit.PERCENT: "porcentaje", TargetUnit.COUNT: "cantidad", None: ""}[line.target_unit]


SPECIAL: Mapping[str, Callable[[Line | PlanLine], str]] = {
    "due": _due,
    "teams": _teams,
    "programmed": _programmed,
    "accumulation": _accumulation,
    "target_unit": _unit,
}
