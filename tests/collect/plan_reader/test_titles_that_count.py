"""Titles that only count the parts of a year, and what decides which figures they head."""

from collections.abc import Sequence
from datetime import date

import pytest

from gdflow.domain.periods import PeriodKind
from gdflow.domain.plan import PlanLine
from tests.collect.plan_reader.grids import Value, grid, numbers, only, plan

TIC = "Oficina TIC"
HEADS: list[Value] = ["Actividad", "Responsable", "Fecha fin", "Meta"]
BODY: list[Value] = ["Hacer visitas", TIC, date(2024, 12, 20), 24]
QUARTERS = {"2024-Q1": "5", "2024-Q2": "6"}


def read(titles: Sequence[Value], figures: Sequence[Value], *above: list[Value]) -> PlanLine:
    return only(plan(grid([["PLAN DE ACCIÓN 2024"], *above, [*HEADS, *titles], [*BODY, *figures]])))


@pytest.mark.parametrize(
    "titles",
    [
        ["2024-I", "2024-II", "2024-III", "2024-IV"],
        ["I-2024", "II-2024", "III-2024", "IV-2024"],
        ["2024-1", "2024-2", "2024-3", "2024-4"],
        ["I", "II", "III", "IV"],
        ["Resultado 1", "Resultado 2", "Resultado 3", "Resultado 4"],
        ["1er", "2do", "3er", "4to"],
        ["Avance marzo", "Avance junio", "Avance septiembre", "Avance diciembre"],
        ["Ejecutado I", "Ejecutado II", "Ejecutado III", "Ejecutado IV"],
        ["Acum. I", "Acum. II", "Acum. III", "Acum. IV"],
        ["Acumulado I trim", "Acumulado II trim", "Acumulado III trim", "Acumulado IV trim"],
        ["TI EJEC", "TII EJEC", "TIII EJEC", "TIV EJEC"],
        ["ITRIM", "IITRIM", "IIITRIM", "IVTRIM"],
        ["1T24", "2T24", "3T24", "4T24"],
        ["Al 31/03/24", "Al 30/06/24", "Al 30/09/24", "Al 31/12/24"],
    ],
)
def test_four_titles_that_count_are_quarters(titles: list[Value]) -> None:
    assert numbers(read(titles, [5, 6]).results) == QUARTERS


def test_two_titles_that_count_are_half_years_and_three_are_four_month_periods() -> None:
    assert numbers(read(["2024-I", "2024-II"], [5, 6]).results) == {"2024-S1": "5", "2024-S2": "6"}
    assert numbers(read(["I", "II", "III"], [5, 6]).results) == {"2024-C1": "5", "2024-C2": "6"}


def test_twelve_initials_are_months_without_a_wide_title_too() -> None:
    assert numbers(read(list("EFMAMJJASOND"), [5, None, 6]).results) == {"2024-M01": "5", "2024-M03": "6"}


@pytest.mark.parametrize(
    ("programmed", "done"), [("PROGRAMACIÓN", "EJECUCIÓN"), ("Meta", "Avance"), ("Prog.", "Ejec.")]
)
@pytest.mark.parametrize("ranks", [["I", "II", "III", "IV"], [1, 2, 3, 4]])
def test_blocks_of_counting_titles_stand_under_what_they_count(programmed: str, done: str, ranks: list[Value]) -> None:
    groups: list[Value] = [*HEADS, programmed, None, None, None, done]
    rows = [["PLAN 2024"], groups, [None] * 4 + ranks * 2, [*BODY, 5, 6, 7, 6, 5, 6]]
    line = only(plan(grid(rows, merges=[(2, 4, 2, 7), (2, 8, 2, 11)])))
    assert numbers(line.programmed) == {"2024-Q1": "5", "2024-Q2": "6", "2024-Q3": "7", "2024-Q4": "6"}
    assert numbers(line.results) == QUARTERS


def test_counting_titles_may_stand_above_programmed_and_executed() -> None:
    groups: list[Value] = [*HEADS, "I", None, "II", None, "III", None, "IV"]
    rows = [["PLAN 2024"], groups, [None] * 4 + ["P", "E"] * 4, [*BODY, 9, 5, 9, 6]]
    line = only(plan(grid(rows, merges=[(2, at, 2, at + 1) for at in (4, 6, 8, 10)])))
    assert numbers(line.programmed) == {"2024-Q1": "9", "2024-Q2": "9"}
    assert numbers(line.results) == QUARTERS


@pytest.mark.parametrize("wide", ["CRONOGRAMA DE AVANCE 2024 (TRIMESTRES)", "SEGUIMIENTO TRIMESTRAL 2024"])
def test_a_wide_title_names_the_unit_of_the_bare_numbers_below(wide: str) -> None:
    rows = [[*HEADS, wide, None, None, None], [None] * 4 + [1, 2, 3, 4], [*BODY, 5, 6]]
    reading = plan(grid(rows, merges=[(1, 4, 1, 7)]))
    assert (reading.period_kind, numbers(only(reading).results)) == (PeriodKind.QUARTER, QUARTERS)


def test_people_and_findings_that_are_counted_are_no_periods() -> None:
    titles: list[Value] = [
        "Actividad",
        "Responsable 1",
        "Responsable 2",
        "Fecha fin",
        "Meta",
        "Hallazgo I",
        "Hallazgo II",
    ]
    reading = plan(grid([titles, ["Hacer visitas", TIC, "Oficina Jurídica", date(2024, 12, 20), 4, "Uno", "Dos"]]))
    assert (reading.period_kind, only(reading).teams) == (None, (TIC,))


def test_money_under_counting_titles_is_no_result() -> None:
    groups: list[Value] = [*HEADS, "AVANCE FÍSICO", None, None, None, "PRESUPUESTO"]
    rows = [["PLAN 2024"], groups, [None] * 4 + ["I", "II", "III", "IV"] * 2, [*BODY, 5, 6, None, None, 800, 900]]
    assert numbers(only(plan(grid(rows, merges=[(2, 4, 2, 7), (2, 8, 2, 11)]))).results) == QUARTERS


def test_figures_that_stop_before_the_years_end_are_done_even_where_they_reach_the_target() -> None:
    titles = [*HEADS, "T1", "T2", "T3", "T4"]
    done = [[*BODY[:3], 10, 5, 5, 0, 0], [*BODY[:3], 80, 0, 80, 0, 0]]
    foreseen = [[*BODY[:3], 10, 5, 0, 0, 5], [*BODY[:3], 80, 0, 40, 20, 20]]
    assert numbers(plan(grid([["PLAN 2024"], titles, *done])).lines[0].results) == {"2024-Q1": "5", "2024-Q2": "5"}
    assert not plan(grid([["PLAN 2024"], titles, *foreseen])).lines[0].results


def test_programmed_and_done_may_alternate_in_one_row_of_counting_titles() -> None:
    line = read(["P-I", "E-I", "P-II", "E-II", "P-III", "E-III", "P-IV", "E-IV"], [9, 5, 9, 6])
    assert numbers(line.programmed) == {"2024-Q1": "9", "2024-Q2": "9"}
    assert numbers(line.results) == QUARTERS


def test_the_years_of_a_term_are_counted_from_its_first() -> None:
    titles: list[Value] = ["Indicador", "Meta cuatrienio", "Responsable", "Año 1", "Año 2", "Año 3", "Año 4"]
    rows: list[list[Value]] = [["Km", 20, TIC, 5, 5, 5, 5], ["Viviendas", 40, TIC, 10, 10, 10, 10]]
    line = plan(grid([["PLAN INDICATIVO 2024-2027"], titles, *rows])).lines[0]
    assert numbers(line.programmed) == {"2024-Y": "5", "2025-Y": "5", "2026-Y": "5", "2027-Y": "5"}


def test_numerator_and_denominator_may_be_shortened_under_their_period() -> None:
    titles: list[Value] = ["Indicador", "Meta", "Responsable", "ENE-MAR", None, None, "ABR-JUN"]
    rows = [["PLAN 2024"], titles, [None] * 3 + ["Num.", "Den.", "Res."] * 2, ["Tasa", 1, TIC, 10, 20, 5, 15, 20, 6]]
    line = only(plan(grid(rows, merges=[(2, 3, 2, 5), (2, 6, 2, 8)])))
    assert numbers(line.numerator) == {"2024-Q1": "10", "2024-Q2": "15"}
    assert (line.number, numbers(line.denominator)) == (None, {"2024-Q1": "20", "2024-Q2": "20"})


def test_a_single_cut_of_an_improvement_plan_is_no_part_of_the_year() -> None:
    titles: list[Value] = [
        "Hallazgo",
        "Acción de mejora",
        "Cantidad",
        "Fecha fin",
        "Responsable",
        "Avance a 30-SEP-2022",
    ]
    reading = plan(grid([["PLAN DE MEJORAMIENTO"], titles, ["H1", "Conciliar", 2, date(2022, 12, 1), TIC, 1]]))
    assert (reading.period_kind, numbers(only(reading).results)) == (None, {"cut": "1"})


def test_a_total_behind_what_is_programmed_is_no_result() -> None:
    """The years' figures add up to the target, so they are programmed, and their total is."""
    titles: list[Value] = ["Producto", "Meta", "2024", "2025", "2026", "2027", "Total", "Responsable"]
    reading = plan(grid([["PLAN INDICATIVO"], titles, ["Vías", 20, 5, 5, 5, 5, 20, TIC], ["Sedes", 4, 1, 1, 1, 1, 4]]))
    assert [(line.results, len(line.programmed)) for line in reading.lines] == [({}, 4), ({}, 4)]


def test_money_gives_way_to_things_though_it_stands_first() -> None:
    titles: list[Value] = [
        "Valor ejecutado T1",
        "Cantidad ejecutada T1",
        "Ejecución financiera T2",
        "Ejecución física T2",
    ]
    assert numbers(read(titles, [12500000, 5, 98, 6]).results) == QUARTERS


def test_a_value_of_millions_is_no_result_though_nothing_else_is() -> None:
    assert numbers(read(["Valor ejecutado T1", "Valor ejecutado T2"], [12500000, 21000000]).results) == {}


def test_what_was_done_in_an_earlier_year_stands_outside_the_quarters() -> None:
    titles: list[Value] = ["Ejecutado 2023", "I Trim 2024", "II Trim 2024", "III Trim 2024", "IV Trim 2024"]
    assert numbers(read(titles, [21, 5, 6]).results) == QUARTERS


def test_ranks_that_do_not_run_in_turn_are_when_a_line_is_due() -> None:
    titles: list[Value] = ["Actividad", "Responsable", "Meta", "Trimestre", "Avance"]
    rows = [[f"Hacer visita {at}", TIC, 4, rank, at] for at, rank in enumerate(["I", "I", "II", "IV", "IV"], 1)]
    reading = plan(grid([["PLAN DE ACCIÓN 2024"], titles, *rows]))
    assert [numbers(line.results) for line in reading.lines] == [{"cut": str(at)} for at in range(1, 6)]


def test_a_title_written_again_over_its_parts_spreads_over_them() -> None:
    above: list[Value] = ["Trim I", "Trim I", "Trim II", "Trim II"]
    under: list[Value] = [None, None, None, None, "Programado", "Ejecutado", "Programado", "Ejecutado"]
    line = only(plan(grid([["PLAN 2024"], [*HEADS, *above], under, [*BODY, 7, 5, 7, 6]])))
    assert (numbers(line.results), numbers(line.programmed)) == (QUARTERS, {"2024-Q1": "7", "2024-Q2": "7"})
