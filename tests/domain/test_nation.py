"""Many entities together: three methods that differ, each under its name."""

from dataclasses import replace
from fractions import Fraction
from typing import Any

from gdflow.domain.closing import Closed
from gdflow.domain.closing_rules import EntityFacts
from gdflow.domain.entity_means import entity_means
from gdflow.domain.nation import Nation
from gdflow.domain.rollups import Method
from tests.support.closed import closed

FIRST, SECOND = closed("2023-Q1"), closed("2023-Q2")
OTHER = EntityFacts("otra", "Alcaldía de otra parte")


def of(entity: EntityFacts, progress: Fraction, lines: int = 1) -> Closed:
    """A closing of an entity whose lines all stand at one share."""
    report = FIRST.snapshot.report
    rows = tuple(replace(row, progress=progress) for row in report.lines[:lines])
    mean: Any = replace(report.by_lines, progress=progress, uncapped=progress)
    its = replace(FIRST.snapshot, entity=entity, report=replace(report, lines=rows, by_lines=mean))
    return replace(FIRST, snapshot=its)


def nation(*closings: Closed) -> Nation:
    made = Nation()
    for each in closings:
        made.add(each)
    return made


def test_each_method_gives_its_own_weight() -> None:
    one = FIRST.snapshot.entity
    means = nation(of(one, Fraction(1), 3), of(one, Fraction(0)), of(OTHER, Fraction(0))).means()
    assert [mean.progress for mean in means] == [Fraction(3, 5), Fraction(1, 3), Fraction(1, 4)]
    assert [mean.method for mean in means] == [Method.EQUAL_LINES, Method.EQUAL_PLANS, Method.EQUAL_ENTITIES]


def test_of_one_entity_the_means_are_its_own() -> None:
    means = nation(FIRST, FIRST).means()
    own = entity_means([FIRST.snapshot.report] * 2)
    assert [mean.progress for mean in means[:2]] == [own.by_lines.progress, own.by_plans.progress]
    assert means[2].progress == own.by_plans.progress
    assert means[0].tally == own.by_lines.tally


def test_entities_stand_in_order_of_appearance_with_what_is_missing() -> None:
    made = nation(of(OTHER, Fraction(1)), SECOND, SECOND)
    assert [(code, len(each.plans), each.missing) for code, each in made.entities.items()] == [
        ("otra", 1, 0),
        ("cartagena", 2, 2 * SECOND.facts.missing),
    ]
    assert (made.plans, SECOND.facts.missing) == (3, 3)
