"""The card of one indicator: labels with their values, and a small table of periods."""

from datetime import date
from decimal import Decimal

from gdflow.domain.plan import Accumulation, PlanKind
from tests.collect.plan_reader.grids import Value, codes, grid, numbers, only, percent, plan, plans

LABELS: list[list[Value]] = [
    ["HOJA DE VIDA DEL INDICADOR"],
    ["Proceso", "Gestión Financiera", None, "Código", "IND-07"],
    ["Nombre del indicador", "Ejecución presupuestal de gastos"],
    ["Fórmula", "Compromisos / Apropiación", None, "Unidad de medida", "Porcentaje"],
    ["Línea base", percent("0.88"), None, "Meta", percent("0.95")],
    ["Tipo de acumulación", "Flujo", None, "Vigencia", 2024],
    ["Responsable: Dirección Financiera"],
]
BY_PERIOD: list[list[Value]] = [
    ["Periodo", "Numerador", "Denominador", "Resultado"],
    ["Trimestre I", 210, 1000, percent("0.21")],
    ["Trimestre II", 480, 1000, percent("0.48")],
    ["Trimestre III"],
]


def test_a_card_is_one_line_with_the_figures_of_its_periods() -> None:
    reading = plan(grid([*LABELS, *BY_PERIOD], name="IND-07"))
    line = only(reading)
    assert (reading.kind, reading.year, line.indicator) == (PlanKind.INDICATOR_SHEET, 2024, LABELS[2][1])
    assert (line.target, line.baseline, line.accumulation) == (Decimal("0.95"), Decimal("0.88"), Accumulation.FLOW)
    assert line.teams == ("Dirección Financiera",)
    assert numbers(line.results) == {"2024-Q1": "0.21", "2024-Q2": "0.48"}
    assert (numbers(line.numerator), numbers(line.denominator)["2024-Q1"]) == (
        {"2024-Q1": "210", "2024-Q2": "480"},
        "1000",
    )


def test_the_results_of_a_card_keep_their_addresses() -> None:
    line = only(plan(grid([*LABELS, *BY_PERIOD])))
    assert line.result_cells == {"2024-Q1": "D9", "2024-Q2": "D10", "2024-Q3": "D11"}


def test_a_doubt_about_a_value_of_a_card_is_told_where_it_stands() -> None:
    rows = [*LABELS[:4], ["Línea base", "1.234", None, "Meta", percent("0.95")], *LABELS[5:], *BY_PERIOD]
    (doubt,) = [issue for issue in plan(grid(rows)).issues if issue.code == "ambiguous_number"]
    assert doubt.cell == "B5"


def test_the_periods_of_a_card_may_stand_side_by_side() -> None:
    rows = [*LABELS, ["Variable", "T1", "T2"], ["Numerador", 210, 480], ["Denominador", 1000, 1000]]
    line = only(plan(grid([*rows, ["Resultado", percent("0.21"), percent("0.48")]])))
    assert numbers(line.results) == {"2024-Q1": "0.21", "2024-Q2": "0.48"}
    assert line.result_cells == {"2024-Q1": "B11", "2024-Q2": "C11"}


def test_each_card_of_a_workbook_is_a_plan_of_its_own() -> None:
    other = [*LABELS[:2], ["Nombre del indicador", "Recaudo"], *LABELS[3:]]
    found = plans(grid([*LABELS, *BY_PERIOD], name="Hoja de vida 1"), grid([*other, *BY_PERIOD], name="Hoja de vida 2"))
    assert [only(reading).indicator for reading in found] == ["Ejecución presupuestal de gastos", "Recaudo"]


def test_beside_a_list_of_indicators_the_cards_are_left_out_and_told() -> None:
    titles: list[Value] = ["Indicador", "Meta", "Responsable", "Fecha fin", "T1 2024"]
    listed = grid([titles, ["Ejecución presupuestal", 1, "Oficina TIC", date(2024, 12, 1), 1]], name="Indicadores")
    reading = plan(listed, grid([*LABELS, *BY_PERIOD], name="IND-07"))
    assert len(reading.lines) == 1
    assert "sheet_ignored" in codes(reading)
