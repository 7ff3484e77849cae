"""Headings in rows of their own become the path of the lines below."""

from datetime import date
from typing import Any

import pytest

from tests.collect.plan_reader.grids import grid, only, plan

HEAD = ["ACTIVIDAD", "META", "RESPONSABLE", "FECHA FIN"]


def line(activity: str) -> list[Any]:
    return [activity, 4, "Oficina TIC", date(2024, 11, 30)]


def paths(rows: list[list[Any]], kind: str = "sheet", **more: Any) -> list[tuple[str, ...]]:
    return [each.path for each in plan(grid([HEAD, *rows], kind=kind, **more)).lines]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("OBJETIVO ESTRATÉGICO 1: GENTE", "OBJETIVO ESTRATÉGICO 2: TERRITORIO"),
        ("Componente 1. Riesgos", "Componente 2. Trámites"),
        ("Proceso: Gestión humana", "Proceso: Gestión documental"),
        ("SALUD PÚBLICA", "VIVIENDA DIGNA"),
        ("Salud pública", "Vivienda digna"),
    ],
)
def test_a_text_alone_above_lines_is_their_heading(one: str, two: str) -> None:
    assert paths([[one], line("Formar gestores"), [two], line("Dotar sedes")]) == [(one,), (two,)]


def test_a_heading_over_the_whole_width_is_the_path_and_one_below_it_goes_deeper() -> None:
    rows = [["COMPONENTE 1"], ["SUBCOMPONENTE 1"], line("Formar gestores"), ["COMPONENTE 2"], line("Dotar sedes")]
    found = paths(rows, merges=[(2, 0, 2, 3), (3, 0, 3, 3), (5, 0, 5, 3)])
    assert found == [("COMPONENTE 1", "SUBCOMPONENTE 1"), ("COMPONENTE 2",)]


def test_the_kind_and_the_name_of_a_heading_may_stand_in_two_cells() -> None:
    assert paths([["COMPONENTE 1", "Riesgos"], line("Formar gestores")]) == [("COMPONENTE 1 Riesgos",)]


def test_a_heading_with_the_sums_of_its_lines_is_no_line() -> None:
    rows = [["PROGRAMA No 1: BOSQUES", 8], line("Formar gestores"), line("Dotar sedes")]
    assert paths(rows) == [("PROGRAMA No 1: BOSQUES",)] * 2


@pytest.mark.parametrize("kind", ["text", "table"])
def test_headings_of_texts_and_word_tables_are_the_path(kind: str) -> None:
    day = "30/11/2024"
    rows = [["COMPONENTE 1. RIESGOS"], ["Formar gestores", "4", "Oficina TIC", day]]
    assert paths(rows, kind) == [("COMPONENTE 1. RIESGOS",)]


def test_something_to_do_without_anything_beside_it_stays_a_line() -> None:
    reading = plan(grid([HEAD, line("Formar gestores"), ["Realizar talleres de paz"], line("Dotar sedes")]))
    assert [each.row for each in reading.lines] == [2, 3, 4]
    assert [issue.row for issue in reading.issues if issue.code == "missing_deadline"] == [3]


def test_a_text_alone_where_no_activity_begins_with_a_verb_stays_a_line() -> None:
    rows = [HEAD, line("Socialización del código"), ["Jornada de paz"], line("Entrega de informes")]
    assert [each.row for each in plan(grid(rows)).lines] == [2, 3, 4]


def test_rows_of_titles_merged_down_in_word_are_titles() -> None:
    head = [["No", "ACCIÓN", "FECHAS", None, "META"], [None, None, "Primera", "Última"]]
    rows = [*head, ["1", "Firmar las actas", "15/01/2024", "30/11/2024", "4"]]
    merges = [(1, 0, 2, 0), (1, 1, 2, 1), (1, 2, 1, 3), (1, 4, 2, 4)]
    found = only(plan(grid(rows, kind="table", merges=merges)))
    assert (found.row, found.number, found.target) == (3, "1", 4)
