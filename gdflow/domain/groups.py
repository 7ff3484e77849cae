"""The groups in which a report brings lines together: teams, items, stages of the PHVA cycle, each under its name."""

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from gdflow.domain.lines import Line
from gdflow.domain.plan import PdcaStage
from gdflow.domain.rollups import Counted, Rollup, roll_up

NO_TEAM = "Sin responsable"
NO_ITEM = "Sin ítem"
NO_STAGE = "Sin etapa"
STAGES: Mapping[PdcaStage, str] = {
    PdcaStage.PLAN: "P: Planear",
    PdcaStage.DO: "H: Hacer",
    PdcaStage.CHECK: "V: Verificar",
    PdcaStage.ACT: "A: Actuar",
}
CYCLE = (*STAGES.values(), NO_STAGE)


class Grouped(Counted, Protocol):
    """What a group needs of a line: the line itself, and what a roll-up counts."""

    @property
    def line(self) -> Line:
        """The line as it was imported."""


def team_of(row: Grouped) -> str:
    """The team that answers for a line."""
    return row.line.team or NO_TEAM


def item_of(row: Grouped) -> str:
    """The item of a line as a report names it: its number and the title above it."""
    line = row.line
    title = line.path[-1] if line.path else None
    return ". ".join([part for part in (line.item, title) if part]) or NO_ITEM


def stage_of(row: Grouped) -> str:
    """The stage of the PHVA cycle in which a line stands."""
    return STAGES[row.line.stage] if row.line.stage else NO_STAGE


def by_team(rows: Sequence[Grouped]) -> tuple[Rollup, ...]:
    """Teams in order of appearance."""
    return _grouped(rows, team_of)


def by_item(rows: Sequence[Grouped]) -> tuple[Rollup, ...]:
    """The items of one plan, in its order."""
    return _grouped(rows, item_of)


def by_stage(rows: Sequence[Grouped]) -> tuple[Rollup, ...]:
    """Stages in the order of the cycle, whichever comes first in the lines."""
    return tuple(sorted(_grouped(rows, stage_of), key=lambda stage: CYCLE.index(stage.group)))


def _grouped(rows: Sequence[Grouped], name: Callable[[Grouped], str]) -> tuple[Rollup, ...]:
    groups: dict[str, list[Grouped]] = {}
    for row in rows:
        groups.setdefault(name(row), []).append(row)
    return tuple(roll_up(group, members) for group, members in groups.items())
