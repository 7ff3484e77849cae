"""Which column is the target, and which titles give way to others."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pytest

from gdflow.domain.plan import PlanLine
from tests.collect.plan_reader.grids import Value, grid, numbers, plan

TIC = "Oficina TIC"
DAY = date(2024, 12, 20)


def lines(titles: list[Value], *rows: list[Value], hidden: Sequence[int] = ()) -> tuple[PlanLine, ...]:
    return plan(grid([["PLAN DE ACCIÓN 2024"], titles, *rows], hidden_columns=hidden)).lines


def test_shortened_titles_are_read_as_the_words_that_they_stand_for() -> None:
    titles: list[Value] = ["No.", "Act.", "Und.", "Cant.", "Pond.", "F. Fin", "Resp.", "Prog. T1", "Ejec. T1", "Obs."]
    (line,) = lines(titles, [1, "Reforestar", "Ha.", 250, 1, DAY, TIC, 50, 42, "Falta semilla"])
    assert (line.activity, line.unit, line.target, line.teams) == ("Reforestar", "Ha.", Decimal(250), (TIC,))
    assert (numbers(line.programmed), numbers(line.results)) == ({"2024-Q1": "50"}, {"2024-Q1": "42"})
    assert line.notes == {"2024-Q1": "Falta semilla"}


@pytest.mark.parametrize("title", ["Meta 2027", "Meta física 2024", "Meta de resultado 2024-2027", "Cant. programada"])
def test_the_only_aim_among_years_of_results_is_the_target(title: str) -> None:
    titles: list[Value] = ["Indicador", title, "Responsable", "Avance 2024", "Avance 2025", "Avance 2026"]
    (line,) = lines(titles, ["Cobertura", 50, TIC, 20, 31])
    assert (line.target, numbers(line.results)) == (Decimal(50), {"2024-Y": "20", "2025-Y": "31"})


def test_aims_of_several_years_are_programmed() -> None:
    titles: list[Value] = ["Indicador", "Meta cuatrienio", "Responsable", "Meta 2024", "Meta 2025", "Avance 2024"]
    (line,) = lines(titles, ["Cobertura", 50, TIC, 20, 30, 19])
    assert (line.target, numbers(line.programmed)) == (Decimal(50), {"2024-Y": "20", "2025-Y": "30"})


def test_a_physical_goal_of_figures_wins_over_a_goal_in_words_and_over_money() -> None:
    titles: list[Value] = [
        "Meta de producto",
        "Meta física 2024",
        "Meta financiera",
        "Responsable",
        "Fecha fin",
        "S1",
        "S2",
    ]
    (line,) = lines(titles, ["Construir 3 acueductos", 3, 850000000, TIC, DAY, 1])
    assert (line.target, line.target_text) == (Decimal(3), "Construir 3 acueductos")


def test_a_figure_in_the_units_place_is_the_target_though_goals_are_described() -> None:
    titles: list[Value] = ["Hallazgo", "Acción", "Descripción de las metas", "Denominación de la unidad de medida"]
    titles += ["Unidad de medida de la meta", "Fecha fin", "Responsable", "Avance físico"]
    (line,) = lines(titles, ["Glosas", "Conciliar", "Actas de conciliación", "Acta", 6, DAY, TIC, 4])
    assert (line.target, line.unit, line.target_text) == (Decimal(6), "Acta", "Actas de conciliación")


def test_an_unclaimed_column_of_figures_beside_the_unit_is_the_target() -> None:
    titles: list[Value] = ["Actividad", "Unidad de medida", "Número de eventos", "Responsable", "Fecha fin"]
    rows: list[list[Value]] = [["Hacer ferias", "Feria", 6, TIC, DAY], ["Hacer talleres", "Taller", 30, TIC, DAY]]
    assert [line.target for line in lines(titles, *rows)] == [Decimal(6), Decimal(30)]


@pytest.mark.parametrize(
    ("title", "figures"),
    [("No. control", [8, 11]), ("Apropiación", [850000000, 30000000]), ("Año", [2023, 2024]), ("Código", [31, 45])],
)
def test_numbers_of_rows_years_and_money_are_no_target(title: str, figures: list[int]) -> None:
    titles: list[Value] = ["Actividad", "Indicador", title, "Responsable", "Fecha fin"]
    rows: list[list[Value]] = [["Hacer ferias", "Ferias hechas", figure, TIC, DAY] for figure in figures]
    assert [line.target for line in lines(titles, *rows)] == [None, None]


@pytest.mark.parametrize(
    "title", ["PROCESO RESPONSABLE", "Proceso o área responsable", "Entidad responsable", "Proceso líder"]
)
def test_a_process_that_answers_is_the_team(title: str) -> None:
    (line,) = lines([title, "Actividad", "Fecha fin", "Meta"], ["Gestión Jurídica", "Emitir conceptos", DAY, 3])
    assert (line.teams, line.path) == (("Gestión Jurídica",), ())


def test_a_hidden_stale_column_gives_way_to_the_visible_one() -> None:
    titles: list[Value] = ["Actividad", "Responsable 2023", "Responsable", "Fecha fin", "Fecha fin ajustada", "Meta"]
    row: list[Value] = ["Hacer ferias", "Eventos", TIC, DAY, date(2024, 11, 30), 3]
    (line,) = lines(titles, row, hidden=[1, 3])
    assert (line.teams, line.due) == ((TIC,), date(2024, 11, 30))


def test_a_hidden_column_without_a_visible_one_still_speaks() -> None:
    (line,) = lines(["Actividad", "Responsable", "Fecha fin", "Meta"], ["Hacer ferias", TIC, DAY, 3], hidden=[1, 2])
    assert (line.teams, line.due) == ((TIC,), DAY)


def test_words_at_a_cut_leave_the_figure_beside_them_as_the_result() -> None:
    titles: list[Value] = ["Hallazgo", "Acción de mejora", "Responsable", "Fecha fin", "Seguimiento corte 30/06/2024"]
    titles += ["Avance físico (%)"]
    rows: list[list[Value]] = [
        ["H8", "Contratar abogados", TIC, DAY, "Se evidenció el memorando", 100],
        ["H2", "Liquidar contratos", TIC, DAY, "Van nueve actas", 69],
    ]
    assert [numbers(line.results) for line in lines(titles, *rows)] == [{"cut": "1"}, {"cut": "0.69"}]


def test_teams_of_a_table_without_titles_are_told_by_what_they_are_called() -> None:
    rows = [
        [1, "Convocar el comité de convivencia laboral", "Talento Humano", "15/02/2024", "30/04/2024"],
        [2, "Adoptar el protocolo mediante resolución", "Gestión Documental", "01/03/2024", "28/06/2024"],
        [3, "Capacitar a los jefes en el protocolo", "Secretaría General", "15/07/2024", "29/11/2024"],
    ]
    found = plan(grid(rows)).lines
    assert [line.teams for line in found] == [("Talento Humano",), ("Gestión Documental",), ("Secretaría General",)]


def test_a_plan_whose_titles_use_their_own_words_is_still_found() -> None:
    titles: list[Value] = ["Tema", "Dirigido a", "Responsable", "Fecha programada", "Lugar"]
    rows: list[list[Value]] = [["Código de integridad", "Todos", TIC, DAY, "Auditorio"], ["Datos", "Jefes", TIC, DAY]]
    assert [(line.activity, line.due, line.teams) for line in lines(titles, *rows)] == [
        ("Código de integridad", DAY, (TIC,)),
        ("Datos", DAY, (TIC,)),
    ]


def test_a_quantity_that_was_done_is_the_result_at_the_cut() -> None:
    titles: list[Value] = ["Hallazgo", "Acción", "Unidad de medida", "Cantidad", "Fecha fin", "Responsable"]
    titles += ["Cantidad ejecutada", "% de avance"]
    (line,) = lines(titles, ["Falta", "Informar", "Informe", 2, DAY, TIC, 1, 50])
    assert (line.target, numbers(line.results), line.printed_result) == (Decimal(2), {"cut": "1"}, "50")
