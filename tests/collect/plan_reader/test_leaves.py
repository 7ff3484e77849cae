"""Activities told on a leaf of their own, deadlines beside those who answer, people named in sentences."""

from datetime import date
from typing import Any

import pytest

from gdflow.collect.sheet import Sheet
from tests.collect.plan_reader.grids import grid, only, plan

ABOUT = ["PLAN DE ACCIÓN 2024"]


def leaf(number: int, activity: str, target: str) -> Sheet:
    rows = [["Actividad No.", str(number)], ["Descripción", activity], ["Responsable", "Oficina TIC"]]
    rows += [["Fecha de inicio", "01/02/2024"], ["Fecha límite", "30/06/2024"], ["Meta", target]]
    return grid(rows, name=f"Tabla {number}", kind="table", loose=ABOUT)


def test_a_table_for_each_activity_is_one_plan() -> None:
    reading = plan(leaf(1, "Publicar el plan", "4 informes"), leaf(2, "Dotar sedes", "2"))
    assert [(each.number, each.activity, each.target) for each in reading.lines] == [
        ("1", "Publicar el plan", 4),
        ("2", "Dotar sedes", 2),
    ]
    assert {each.due for each in reading.lines} == {date(2024, 6, 30)}


def test_several_leaves_below_each_other_with_two_labels_in_a_row() -> None:
    def rows(activity: str, code: str) -> list[list[Any]]:
        named = [["Actividad:", activity, "Código:", code], ["Responsable:", "Oficina TIC", "Meta:", "4"]]
        return [*named, ["Fecha inicio: 01/02/2024", "Fecha fin: 30/06/2024"]]

    reading = plan(grid([ABOUT, *rows("Publicar el plan", "A-1"), *rows("Dotar sedes", "A-2")]))
    assert [(each.row, each.number) for each in reading.lines] == [(2, "A-1"), (5, "A-2")]


def test_a_doubt_of_a_leaf_is_told_at_its_own_cell() -> None:
    rows = [["Actividad", "Publicar"], ["Responsable", "Oficina TIC"], ["Meta", "muchas"], ["Fecha fin", "31/02/2024"]]
    (issue,) = plan(grid(rows, kind="table", loose=ABOUT)).issues
    assert (issue.code, issue.cell) == ("unreadable_value", "B4")


@pytest.mark.parametrize(
    ("cell", "start", "due"),
    [
        ("Oficina TIC. Fecha: 31/01/2024 al 31/12/2024", date(2024, 1, 31), date(2024, 12, 31)),
        ("Oficina TIC, 30 de junio de 2024", None, date(2024, 6, 30)),
        ("Oficina TIC (desde el 1 de enero de 2024 hasta el 30 de junio de 2024)", date(2024, 1, 1), date(2024, 6, 30)),
        ("Oficina TIC", None, None),
    ],
)
def test_a_deadline_beside_the_responsible_is_the_lines(cell: str, start: date | None, due: date | None) -> None:
    rows = [["LÍNEA", "ACTIVIDAD", "RESPONSABLE Y PLAZO"], ["Datos", "Publicar los datos", cell]]
    line = only(plan(grid(rows, kind="table")))
    assert (line.teams, line.start, line.due) == (("Oficina TIC",), start, due)


def test_the_responsible_may_be_named_in_the_activitys_own_words() -> None:
    told = "Publicar los datos.\nResponsable: Oficina TIC\nFecha: hasta el 15 de diciembre de 2025"
    line = only(plan(grid([["OBJETIVO", "DESCRIPCIÓN"], ["Gobierno abierto", told]], kind="table")))
    assert (line.path, line.teams, line.due) == (("Gobierno abierto",), ("Oficina TIC",), date(2025, 12, 15))


@pytest.mark.parametrize(
    ("told", "start", "due"),
    [
        ("Febrero a noviembre de 2024", date(2024, 2, 1), date(2024, 11, 30)),
        ("Enero - diciembre", date(2024, 1, 1), date(2024, 12, 31)),
        ("01/02/2024 - 30/06/2024", date(2024, 2, 1), date(2024, 6, 30)),
        ("15 de diciembre de 2024", None, date(2024, 12, 15)),
    ],
)
def test_a_window_in_one_cell_is_start_and_end(told: str, start: date | None, due: date) -> None:
    rows = [ABOUT, ["ACTIVIDAD", "META", "TIEMPO DE EJECUCIÓN"], ["Publicar los datos", 4, told]]
    line = only(plan(grid(rows)))
    assert (line.start, line.due) == (start, due)


def test_a_sentence_of_the_plan_is_no_row_of_titles() -> None:
    rows = [["CATEGORÍA", "ALTERNATIVAS", "MEJORAS A IMPLEMENTAR"]]
    rows += [["Política de integridad", "Apropiar el código.", "Hacer talleres antes del 30/06/2024"]]
    rows += [["Política de archivo", "El diagnóstico registró un avance para 2022.", "Elaborar el programa."]]
    reading = plan(grid(rows, kind="table"))
    assert [(each.row, each.due) for each in reading.lines] == [(2, date(2024, 6, 30)), (3, None)]
    assert [issue.row for issue in reading.issues if issue.code == "missing_deadline"] == [3]
