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


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (["SECRETARÍA DE SALUD"], ["OFICINA DE LAS TIC"]),
        (["1. Secretaría de Salud"], ["2. Oficina de las TIC"]),
        (["DEPENDENCIA:", "SECRETARÍA DE SALUD"], ["DEPENDENCIA:", "OFICINA DE LAS TIC"]),
        (["Área: Secretaría de Salud"], ["Área: Oficina de las TIC"]),
        ([1, "SECRETARÍA DE SALUD"], [2, "OFICINA DE LAS TIC"]),
        (["SECRETARÍA DE SALUD", None, None, 12], ["OFICINA DE LAS TIC", None, None, 9]),
    ],
)
def test_an_office_over_lines_answers_for_them_where_no_column_is_for_it(one: list[Any], two: list[Any]) -> None:
    head = ["No.", "ACTIVIDAD", "META", "TRIM 1", "FECHA FIN"]
    first, second = ([number, "Rendir informe", 4, 1, date(2024, 11, 30)] for number in (1, 2))
    found = plan(grid([["PLAN DE ACCIÓN 2024"], head, one, first, two, second]))
    teams = [tuple(team.upper() for team in line.teams) for line in found.lines]
    assert teams == [("SECRETARÍA DE SALUD",), ("OFICINA DE LAS TIC",)]
    assert [issue.code for issue in found.issues].count("team_from_heading") == 2


def test_an_office_alone_above_the_titles_answers_but_not_for_lines_that_name_their_own() -> None:
    head = ["ACTIVIDAD", "META", "FECHA FIN"]
    assert only(plan(grid([["OFICINA DE LAS TIC"], head, ["Rendir informe", 4, date(2024, 11, 30)]]))).teams == (
        "OFICINA DE LAS TIC",
    )
    assert only(plan(grid([["DESPACHO DEL ALCALDE"], HEAD, line("Rendir informe")]))).teams == ("Oficina TIC",)


def test_inspection_and_control_is_work_and_no_office() -> None:
    head = ["ACTIVIDAD", "META", "FECHA FIN"]
    band = ["INSPECCIÓN, VIGILANCIA Y CONTROL"]
    found = only(plan(grid([head, band, ["Rendir informe", 4, date(2024, 11, 30)]])))
    assert (found.teams, found.path) == ((), ("INSPECCIÓN, VIGILANCIA Y CONTROL",))


@pytest.mark.parametrize(
    "text", ["% EJECUCIÓN", "CUMPLIMIENTO TRIMESTRAL", "Promedio de avance de la dependencia", "Avance secretaría"]
)
def test_what_follows_all_lines_up_is_none_of_them_and_is_told(text: str) -> None:
    head = ["ACTIVIDAD", "META", "RESPONSABLE", "FECHA FIN", "TRIM 1"]
    rows = [[*line("Formar gestores"), 1], [*line("Dotar sedes"), 1], [text, None, None, None, 2]]
    found = plan(grid([head, *rows]))
    assert [each.row for each in found.lines] == [2, 3]
    assert [(issue.row, issue.code) for issue in found.issues if issue.row == 4] == [(4, "total_left_out")]


def test_a_row_that_begins_so_but_owns_a_goal_or_a_day_is_a_line() -> None:
    head = ["ACTIVIDAD", "META", "RESPONSABLE", "FECHA FIN", "TRIM 1"]
    one: list[Any] = [*line("Formar gestores"), 1]
    found = plan(grid([head, one, ["Ejecución del plan de medios", 4, None, None, 2]]))
    assert [each.row for each in found.lines] == [2, 3]
