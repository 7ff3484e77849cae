"""The groups in which a report brings lines together: teams, items, stages of the PHVA cycle, each under its name."""

from collections.abc import Callable, Mapping, Sequence

from gdflow.domain.plan import PdcaStage
from gdflow.domain.rollups import Counted, Method, Rollup, mean_of_groups, roll_up
from gdflow.domain.weights import EQUAL, Scope, Weights, weights_of

NO_TEAM = "Sin responsable"
NO_ITEM = "Sin ítem"
NO_STAGE = "Sin etapa"
STAGES: Mapping[PdcaStage, str] = {
    PdcaStage.PLAN: "P: Planear",
    PdcaStage.DO: "H: Hacer",
    PdcaStage.CHECK: "V: Verificar",
    PdcaStage.ACT: "A: Actuar",
}
BY_LINES = "Promedio de líneas"
BY_ITEMS = "Promedio de ítems"
CYCLE = (*STAGES.values(), NO_STAGE)


def team_of(row: Counted) -> str:
    """The team that answers for a line."""
    return row.line.team or NO_TEAM


def item_of(row: Counted) -> str:
    """The item of a line as a report names it: its number and the title above it."""
    line = row.line
    title = line.path[-1] if line.path else None
    return ". ".join([part for part in (line.item, title) if part]) or NO_ITEM


def stage_of(row: Counted) -> str:
    """The stage of the PHVA cycle in which a line stands."""
    return STAGES[row.line.stage] if row.line.stage else NO_STAGE


def by_team(rows: Sequence[Counted], weights: Weights = EQUAL) -> tuple[Rollup, ...]:
    """Teams in order of appearance."""
    return _rolled(_grouped(rows, team_of), weights.beyond_items)


def by_stage(rows: Sequence[Counted], weights: Weights = EQUAL) -> tuple[Rollup, ...]:
    """Stages in the order of the cycle, whichever comes first in the lines."""
    stages = _rolled(_grouped(rows, stage_of), weights.beyond_items)
    return tuple(sorted(stages, key=lambda stage: CYCLE.index(stage.group)))


def plan_weights(rows: Sequence[Counted]) -> Weights:
    """How the lines of one plan weigh."""
    return _weights(_grouped(rows, item_of)) if any(row.line.weight is not None for row in rows) else EQUAL


def plan_means(rows: Sequence[Counted]) -> tuple[Rollup, Rollup, tuple[Rollup, ...]]:
    """What the lines of one plan come to by lines and by items, which differ, and its items."""
    groups = _grouped(rows, item_of)
    weights = _weights(groups)
    items = _rolled(groups, weights)
    method = Method.WEIGHTED_ITEMS if weights.scope is Scope.PLAN else Method.EQUAL_ITEMS
    return roll_up(BY_LINES, rows, weights.beyond_items), mean_of_groups(BY_ITEMS, items, method), items


def _weights(items: Mapping[str, Sequence[Counted]]) -> Weights:
    return weights_of([row.line.weight for row in item] for item in items.values())


def _grouped(rows: Sequence[Counted], name: Callable[[Counted], str]) -> dict[str, list[Counted]]:
    groups: dict[str, list[Counted]] = {}
    for row in rows:
        groups.setdefault(name(row), []).append(row)
    return groups


def _rolled(groups: Mapping[str, Sequence[Counted]], weights: Weights) -> tuple[Rollup, ...]:
    return tuple(roll_up(group, members, weights) for group, members in groups.items())
