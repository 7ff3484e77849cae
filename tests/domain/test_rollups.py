"""Means with their method named: equal and weighted, capped and not, of a plan and of an entity."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdflow.domain.consolidated import Consolidated
from gdflow.domain.entity_means import entity_means, stages_among, teams_among
from gdflow.domain.lines import Line
from gdflow.domain.plan import PdcaStage
from gdflow.domain.progress import rollup, weighted_mean
from gdflow.domain.rollups import Method
from gdflow.domain.weights import WeightNote
from tests.domain.cast import a_line
from tests.domain.reports import report_of
from tests.support import closed

TWENTY = st.integers(0, 20)


def line(at: int, weight: str | None = None, *, item: str = "1", target: str = "4", team: str = "Equipo A") -> Line:
    weighs = None if weight is None else Decimal(weight)
    its = {"item": item, "path": (f"Ítem {item}",), "target": Decimal(target), "team": team}
    return a_line(id=at, uid=f"uid-{at}", weight=weighs, **its)


def report(lines: Sequence[Line], *values: str) -> Consolidated:
    """The first quarter, a figure for each line."""
    return report_of(lines, {at: {"2023-Q1": value} for at, value in enumerate(values, start=1)}, "2023-Q1")


def test_a_plan_without_weights_takes_equal_means_and_says_so() -> None:
    made = report([line(1), line(2), line(3, item="2")], "4", "0", "2")
    assert (made.by_lines.progress, made.by_lines.method) == (Fraction(1, 2), Method.EQUAL_LINES)
    assert (made.by_items.progress, made.by_items.method) == (Fraction(1, 2), Method.EQUAL_ITEMS)
    assert (made.by_lines.note, made.by_lines.weight) == (None, None)


def test_the_weights_of_the_plan_weigh_its_lines_and_its_items_alike() -> None:
    made = report([line(1, "10"), line(2, "20"), line(3, "70", item="2")], "4", "0", "2")
    assert made.by_lines.progress == Fraction(10 + 35, 100) == made.by_items.progress
    assert (made.by_lines.method, made.by_items.method) == (Method.WEIGHTED_LINES, Method.WEIGHTED_ITEMS)
    assert [(item.progress, item.weight) for item in made.items] == [(Fraction(1, 3), 30), (Fraction(1, 2), 70)]
    assert {team.method for team in made.teams} == {stage.method for stage in made.stages} == {Method.WEIGHTED_LINES}


def test_weights_within_items_leave_lines_of_several_items_equal_and_say_why() -> None:
    made = report([line(1, "25"), line(2, "75"), line(3, "100", item="2")], "4", "0", "2")
    assert [item.progress for item in made.items] == [Fraction(1, 4), Fraction(1, 2)]
    assert (made.by_items.progress, made.by_items.method) == (Fraction(3, 8), Method.EQUAL_ITEMS)
    assert (made.by_lines.progress, made.by_lines.note) == (Fraction(1, 2), WeightNote.WITHIN_ITEMS)
    assert {team.note for team in made.teams} == {WeightNote.WITHIN_ITEMS}


@pytest.mark.parametrize(
    ("weights", "note"),
    [
        (("50", "40"), WeightNote.NOT_WHOLE),
        (("100", None), WeightNote.INCOMPLETE),
        (("200", "-100"), WeightNote.NEGATIVE),
    ],
)
def test_weights_that_do_not_add_up_fall_back_to_equal_ones(weights: tuple[str, str | None], note: WeightNote) -> None:
    made = report([line(1, weights[0]), line(2, weights[1])], "4", "0")
    assert (made.by_lines.progress, made.by_lines.method, made.by_lines.note) == (
        Fraction(1, 2),
        Method.EQUAL_LINES,
        note,
    )
    assert (made.by_items.note, made.by_items.method) == (note, Method.EQUAL_ITEMS)


def test_lines_of_which_nothing_can_be_said_leave_their_weight_to_the_others() -> None:
    made = report([line(1, "10"), line(2, "30"), replace(line(3, "60"), target=None)], "4", "0")
    assert (made.by_lines.progress, made.by_lines.counted) == (Fraction(1, 4), 2)


def test_where_no_known_line_weighs_anything_there_is_no_mean() -> None:
    made = report([line(1, "0"), replace(line(2, "100"), target=None)], "4")
    assert (made.by_lines.progress, made.by_lines.uncapped) == (None, None)


def test_the_cap_is_counted_and_what_it_hides_stands_beside() -> None:
    made = report([line(1, "50"), line(2, "50")], "8", "1").by_lines
    assert (made.progress, made.uncapped, made.over) == (Fraction(5, 8), Fraction(9, 8), 1)
    assert (made.compliance, made.uncapped_compliance, made.complied_over) == (Fraction(1), Fraction(9, 2), 1)


def test_the_figures_of_a_line_are_never_capped() -> None:
    assert report([line(1)], "8").lines[0].progress == 2


def test_the_golden_figures_of_cartagena_stay() -> None:
    made = closed.report("2023-Q1")
    shares = {each.group: round(float(each.progress or 0) * 100, 2) for each in (made.by_lines, made.by_items)}
    assert shares == {"Promedio de líneas": 40.90, "Promedio de ítems": 43.18}
    assert [round(float(each.progress or 0) * 100, 2) for each in made.stages] == [100, 37.55, 14, 0]
    assert [round(float(each.progress or 0) * 100, 2) for each in made.teams] == [47.09, 10]


def test_an_entity_has_a_mean_of_its_lines_and_one_of_its_plans() -> None:
    small, large = report([line(1)], "4"), report([line(1), line(2), line(3, item="2")], "0", "0", "0")
    means = entity_means([small, large])
    assert (means.by_lines.group, means.by_lines.progress) == ("Promedio de líneas", Fraction(1, 4))
    assert (means.by_items.group, means.by_items.progress) == ("Promedio de ítems", Fraction(1, 3))
    assert (means.by_plans.group, means.by_plans.progress) == ("Promedio de planes", Fraction(1, 2))
    assert (means.by_plans.method, means.by_plans.lines) == (Method.EQUAL_PLANS, 4)


def test_weights_of_one_plan_say_nothing_of_another() -> None:
    weighted, plain = report([line(1, "90"), line(2, "10")], "4", "0"), report([line(1)], "0")
    means = entity_means([weighted, plain])
    assert (means.by_lines.progress, means.by_lines.note) == (Fraction(1, 3), WeightNote.SEVERAL_PLANS)
    assert means.by_plans.progress == Fraction(9, 20)
    assert {team.note for team in teams_among([weighted, plain])} == {WeightNote.SEVERAL_PLANS}
    assert {stage.note for stage in stages_among([plain, plain])} == {None}


def test_a_plan_alone_keeps_its_weights_at_the_level_of_the_entity() -> None:
    alone = report([line(1, "90"), line(2, "10")], "4", "0")
    assert entity_means([alone]).by_lines.progress == alone.by_lines.progress == Fraction(9, 10)
    assert teams_among([alone]) == alone.teams
    assert stages_among([alone]) == alone.stages


@given(st.lists(st.tuples(TWENTY, st.integers(1, 9)), min_size=1, max_size=6))
def test_weighted_lines_and_weighted_items_come_to_the_same(parts: list[tuple[int, int]]) -> None:
    whole = sum(weight for _, weight in parts)
    weights = [Decimal(weight * 1000 // whole) for _, weight in parts]
    weights[0] += 1000 - sum(weights)
    lines = [line(at, str(weight / 10), item=str(at % 2)) for at, weight in enumerate(weights, start=1)]
    made = report(lines, *(str(value) for value, _ in parts))
    assert made.by_lines.progress == made.by_items.progress
    shares = [(Fraction(weight), Fraction(value, 4)) for weight, (value, _) in zip(weights, parts, strict=True)]
    assert made.by_lines.progress == weighted_mean(shares)


@given(st.lists(TWENTY, min_size=1, max_size=8))
def test_a_capped_mean_never_passes_100_and_is_never_above_the_other(values: list[int]) -> None:
    made = report([line(at) for at in range(1, len(values) + 1)], *map(str, values)).by_lines
    assert made.progress is not None
    assert made.uncapped is not None
    assert made.progress <= min(made.uncapped, Fraction(1))
    assert made.over == sum(value > 4 for value in values)
    assert (made.over == 0) == (made.progress == made.uncapped)


@given(st.permutations(range(1, 7)), st.lists(TWENTY, min_size=6, max_size=6))
def test_the_order_of_the_lines_changes_no_figure(order: Sequence[int], values: list[int]) -> None:
    known: Mapping[int, dict[str, str]] = {at: {"2023-Q1": str(value)} for at, value in enumerate(values, start=1)}
    teams = {at: f"Equipo {at % 3}" for at in range(1, 7)}
    straight = report_of([line(at, team=teams[at]) for at in range(1, 7)], known, "2023-Q1")
    mixed = report_of([line(at, team=teams[at]) for at in order], known, "2023-Q1")
    assert straight.by_lines == mixed.by_lines
    assert sorted(team.group for team in straight.teams) == sorted(team.group for team in mixed.teams)
    assert {team.group: team.progress for team in straight.teams} == {team.group: team.progress for team in mixed.teams}
    assert straight.by_lines.progress == rollup(Fraction(value, 4) for value in values)


def test_stages_are_those_of_the_cycle_and_one_for_the_rest() -> None:
    made = report([line(1), replace(line(2), stage=None), replace(line(3), stage=PdcaStage.ACT)], "4", "4", "4")
    assert [stage.group for stage in made.stages] == ["P: Planear", "A: Actuar", "Sin etapa"]
