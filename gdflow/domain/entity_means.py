"""What the plans of an entity come to together, by methods that differ and are all named.

Weights are a plan's own: they say nothing of how a line of one plan weighs against a line of another.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from gdflow.domain.consolidated import Consolidated, ConsolidatedLine
from gdflow.domain.groups import BY_ITEMS, BY_LINES, by_stage, by_team
from gdflow.domain.rollups import Method, Rollup, mean_of_groups, roll_up
from gdflow.domain.weights import EQUAL, SEVERAL_PLANS, Weights

BY_PLANS = "Promedio de planes"


@dataclass(frozen=True, slots=True)
class EntityMeans:
    """by_lines: of all lines, each with the same weight. by_items: of all items. by_plans: of the plans' own means of
    lines, each plan with the same weight, however large it is.
    """

    by_lines: Rollup
    by_items: Rollup
    by_plans: Rollup


def entity_means(reports: Sequence[Consolidated]) -> EntityMeans:
    """The means of reports of one period."""
    items = [item for report in reports for item in report.items]
    own = [report.by_lines for report in reports]
    return EntityMeans(
        by_lines=roll_up(BY_LINES, _lines(reports), weights_among(reports).beyond_items),
        by_items=mean_of_groups(BY_ITEMS, items),
        by_plans=mean_of_groups(BY_PLANS, own, Method.EQUAL_PLANS),
    )


def teams_among(reports: Sequence[Consolidated]) -> tuple[Rollup, ...]:
    """Each team through all plans, in order of appearance."""
    return by_team(_lines(reports), weights_among(reports))


def stages_among(reports: Sequence[Consolidated]) -> tuple[Rollup, ...]:
    """Each stage of the PHVA cycle through all plans."""
    return by_stage(_lines(reports), weights_among(reports))


def weights_among(reports: Sequence[Consolidated]) -> Weights:
    """How the lines of the reports weigh: those of one plan as it says, those of several the same."""
    if len(reports) == 1:
        return reports[0].weights
    weighted = any(report.by_lines.note or report.by_lines.weight is not None for report in reports)
    return SEVERAL_PLANS if weighted else EQUAL


def _lines(reports: Sequence[Consolidated]) -> list[ConsolidatedLine]:
    return [line for report in reports for line in report.lines]
