"""What stands below a plan or between its lines and is no line: totals, legends, budgets, versions, signatures."""

from datetime import date
from typing import Any

import pytest

from gdflow.collect.sheet import Sheet
from tests.collect.plan_reader.grids import codes, formula, grid, numbers, only, percent, plan

TITLE = ["PLAN DE ACCIÓN 2024"]
HEAD = ["ACTIVIDAD", "INDICADOR", "META", "RESPONSABLE", "FECHA INICIO", "FECHA FIN", "I TRIM", "II TRIM"]
Rows = list[list[Any]]


def line(activity: str, team: str | None = "Secretaría de Salud", target: int | None = 4) -> list[Any]:
    return [activity, "Informes", target, team, date(2024, 2, 1), date(2024, 11, 30), 1, 2]


def told(*below: list[Any]) -> Sheet:
    return grid([TITLE, HEAD, line("Formar gestores"), line("Dotar sedes"), *below])


@pytest.mark.parametrize(
    "below",
    [
        [[], ["PRESUPUESTO"], ["Rubro", "Fuente", "Apropiación", "Pagos"], ["2.3.2", "SGP", 450000000, 120000000]],
        [[], ["CONVENCIONES", "Rojo: menor a 60%"], ["Rango", "Semáforo"], ["0 - 59", "Crítico"]],
        [["CONVENCIONES"], ["Verde", "Cumplido"], ["Rojo", "Incumplido"]],
        [[], ["CONTROL DE CAMBIOS"], ["VERSIÓN", "FECHA", "DESCRIPCIÓN"], [1, date(2024, 1, 31), "Creación"]],
        [[], [None, None, None, "Versión", "Fecha"], [None, None, None, 1, date(2024, 1, 31), "Creación"]],
        [[], [None, "Elaboró", None, "Revisó"], [None, "Profesional", None, "Jefe de Planeación"]],
        [[], ["Nombre: Profesional de planeación"], ["Cargo: Jefe de Oficina"], ["Firma:"]],
        [[], ["_____________________"], ["Jefe de Planeación"], ["Secretaría de Planeación"]],
        [["Elaborado por: X", None, "Revisado por: Y", None, "Aprobado por: Comité"]],
        [["Nota: se ajustó la meta según acta 05 del 3 de mayo"], ["* Sujeto a presupuesto"], ["Fuente: SGP"]],
        [["Total actividades", None, 2], ["Actividades cumplidas", None, 1], ["Porcentaje", None, percent("0.5")]],
        [["Total general", None, 8, None, None, None, 2, 4], [None, "TOTALES", "8"]],
    ],
)
def test_rows_of_another_table_are_no_lines_and_change_nothing_above(below: Rows) -> None:
    reading = plan(told(*below))
    assert [(each.row, each.target) for each in reading.lines] == [(3, 4), (4, 4)]
    assert set(codes(reading)) <= {"rows_left_out"}


def test_a_table_left_out_is_told_with_its_rows() -> None:
    reading = plan(told([], ["Rubro", "Fuente", "Apropiación"], ["2.3.2", "SGP", 450000000]))
    (issue,) = reading.issues
    assert (issue.code, issue.row, issue.raw) == ("rows_left_out", 6, "Rubro | Fuente | Apropiación")
    assert "fila 7" in issue.message


def test_subtotals_between_lines_are_left_out_and_the_lines_below_them_stay() -> None:
    subtotal = ["Subtotal Salud", None, None, None, None, None, formula("=SUM(G3:G4)"), 4]
    rows = [TITLE, HEAD, line("Formar gestores"), subtotal, line("Dotar sedes"), ["TOTAL GENERAL", None, 8]]
    assert [each.row for each in plan(grid(rows)).lines] == [3, 5]


def test_an_indicator_that_counts_a_total_is_a_line() -> None:
    rows = [TITLE, ["INDICADOR", "META", "I TRIM"], ["Total de usuarios atendidos", 400, 100], ["Total", 400, 100]]
    reading = plan(grid(rows))
    assert numbers(only(reading).results) == {"2024-Q1": "100"}


@pytest.mark.parametrize(
    "lonely",
    [
        line("Dotar sedes"),
        line("Dotar sedes", None, None),
        ["Dotar sedes", "Informes", None, "Secretaría de Salud"],
        # one cell too many: the row is moved back, not taken for another table
        ["Dotar sedes", "Informes", "Informes", 4, "Oficina TIC", date(2024, 2, 1), date(2024, 11, 30), 1, 2],
    ],
)
def test_a_line_behind_a_gap_is_a_line(lonely: list[Any]) -> None:
    reading = plan(grid([TITLE, HEAD, line("Formar gestores"), [], lonely]))
    assert [each.activity for each in reading.lines] == ["Formar gestores", "Dotar sedes"]


def test_lines_go_on_below_a_legend() -> None:
    legend = [["Convenciones", "Verde: cumplido"], ["Rojo", "Incumplido"]]
    reading = plan(grid([TITLE, HEAD, line("Formar gestores"), *legend, line("Dotar sedes")]))
    assert [each.row for each in reading.lines] == [3, 6]


def test_a_project_named_in_the_first_column_signs_nothing() -> None:
    head = ["PROYECTO", "INDICADOR", "META", "RESPONSABLE"]
    rows = [TITLE, head, ["Proyecto 1: Bosques", "Hectáreas", 40, "Oficina TIC"], ["Proyectó: X", None, None, "Y"]]
    assert only(plan(grid(rows))).path == ("Proyecto 1: Bosques",)


def test_the_head_of_a_page_is_no_line_though_it_reaches_over_the_dates() -> None:
    head = ["No.", "ACTIVIDAD", "RESPONSABLE", "FECHA FIN"]
    page = [["ENTIDAD X", "PLAN DE ACCIÓN", "Página 2 de 2"], head]
    one, two = ["1", "Formar gestores", "Oficina TIC", "30/11/2024"], ["2", "Dotar sedes", "Oficina TIC", "30/11/2024"]
    reading = plan(grid([TITLE, head, one, *page, two], kind="text"))
    assert [each.number for each in reading.lines] == ["1", "2"]


def test_a_glossary_beside_a_plan_is_no_plan() -> None:
    words = [["TÉRMINO", "DEFINICIÓN"], ["Meta", "Resultado esperado en un periodo"], ["Indicador", "Medida"]]
    reading = plan(grid(words, name="Tabla 1", kind="table"), told())
    assert (reading.sheet, len(reading.lines)) == ("Plan", 2)


def test_a_budget_below_does_not_speak_for_the_columns_above() -> None:
    changes = [["VERSIÓN", "FECHA", "DESCRIPCIÓN"], [1, date(2024, 1, 31), "Creación"], [2, None, "Ajuste de metas"]]
    reading = plan(grid([TITLE, HEAD, line("Formar gestores"), [], *changes]))
    assert only(reading).target == 4
