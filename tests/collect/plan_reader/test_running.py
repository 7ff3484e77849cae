"""Figures that may be totals so far: asked of a person, once for the plan."""

from datetime import date

import pytest

from gdflow.domain.plan import PlanReading
from tests.collect.plan_reader.grids import Value, grid, plan

DAY, TIC = date(2025, 12, 20), "Oficina TIC"
TITLES: list[Value] = ["Actividad", "Meta", "Responsable", "Fecha fin", "Avance a marzo", "Avance a junio"]


def asked(reading: PlanReading) -> list[str | None]:
    return [issue.raw for issue in reading.issues if issue.code == "running_results"]


def read(*rows: tuple[int, int, int], titles: list[Value] = TITLES, more: tuple[Value, ...] = ()) -> PlanReading:
    lines = [[f"Visitar {target} veredas", target, TIC, DAY, *told, *more] for target, *told in rows]
    return plan(grid([["PLAN DE ACCIÓN 2025"], titles, *lines]))


def test_results_that_only_rise_and_pass_the_goal_when_added_up_are_asked_about() -> None:
    assert asked(read((12, 5, 9), (40, 10, 20), (8, 3, 8))) == ["3, 5"]


@pytest.mark.parametrize("rows", [((12, 5, 4), (8, 3, 8)), ((12, 5, 7),), ((12, 5, 14),)])
def test_figures_that_fall_or_fit_or_pass_the_goal_alone_are_added_up_without_a_word(
    rows: tuple[tuple[int, int, int], ...],
) -> None:
    assert asked(read(*rows)) == []


def test_a_plan_that_says_how_its_figures_add_up_is_not_asked() -> None:
    said = read((12, 5, 9), titles=[*TITLES, "Acumulación"], more=("Último valor",))
    assert (said.lines[0].accumulation, asked(said)) == ("latest", [])
