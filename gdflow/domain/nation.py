"""What the plans of many entities come to, by methods that differ and are all named, one closing after the other."""

from dataclasses import dataclass, field

from gdflow.domain.closing import Closed
from gdflow.domain.closing_rules import EntityFacts
from gdflow.domain.entity_means import BY_PLANS
from gdflow.domain.groups import BY_LINES
from gdflow.domain.rollups import Method, Rollup, mean_of_groups
from gdflow.domain.sums import Sums, sums_of

BY_ENTITIES = "Promedio de entidades"


@dataclass(slots=True)
class EntitySums:
    """An entity's lines and the means of its plans, as far as they were told. missing: results owed and not there."""

    entity: EntityFacts
    lines: Sums = field(default_factory=Sums)
    plans: list[Rollup] = field(default_factory=list)
    missing: int = 0

    def add(self, closed: Closed) -> None:
        """Take in one more plan."""
        report = closed.snapshot.report
        self.lines += sums_of(report.lines)
        self.plans.append(report.by_lines)
        self.missing += closed.facts.missing

    @property
    def by_lines(self) -> Rollup:
        """The mean of its lines, whatever weights its plans give them: these hold within a plan alone."""
        return self.lines.mean(BY_LINES)

    @property
    def by_plans(self) -> Rollup:
        """The mean of its plans' own means, each plan with the same weight."""
        return mean_of_groups(BY_PLANS, self.plans, Method.EQUAL_PLANS)


@dataclass(slots=True)
class Nation:
    """Entities by their code, in order of appearance."""

    entities: dict[str, EntitySums] = field(default_factory=dict)

    def add(self, closed: Closed) -> None:
        """Take in the closing of one more plan."""
        entity = closed.snapshot.entity
        self.entities.setdefault(entity.code, EntitySums(entity)).add(closed)

    @property
    def plans(self) -> int:
        """How many plans were taken in."""
        return sum(len(each.plans) for each in self.entities.values())

    def means(self) -> tuple[Rollup, Rollup, Rollup]:
        """By lines, by plans and by entities: each line, each plan, each entity with the same weight."""
        every = list(self.entities.values())
        lines = sum((each.lines for each in every), Sums())
        plans = [plan for each in every for plan in each.plans]
        return (
            lines.mean(BY_LINES),
            mean_of_groups(BY_PLANS, plans, Method.EQUAL_PLANS),
            mean_of_groups(BY_ENTITIES, [each.by_plans for each in every], Method.EQUAL_ENTITIES),
        )
