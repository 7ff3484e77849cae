"""The consolidated workbook of closings: final figures, what they rest on, and what changed."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from gdflow.domain.amendments import AmendedField
from gdflow.domain.closing import Check, Closed, ReopeningScope
from gdflow.domain.plan import TargetUnit
from gdflow.report.closed_workbook import write_closed_together, write_closed_workbook
from gdflow.report.workbook import write_consolidated
from tests.report import acts
from tests.support import cartagena
from tests.support.closed import closed

FIRST, SECOND = closed("2023-Q1"), closed("2023-Q2", 2)
LINES = cartagena.lines()


def opened(*closings: Closed) -> Workbook:
    return openpyxl.load_workbook(BytesIO(write_closed_together(closings)))


def mark_of(page: Any) -> str:
    """What stands above each of its pages, on the right."""
    return str(page.HeaderFooter.oddHeader.right.text)


def rows(page: Worksheet) -> list[list[Any]]:
    return [[cell.value for cell in row] for row in page.iter_rows()]


def section(page: Worksheet, title: str) -> list[list[Any]]:
    """The rows under a section's titles, up to the next empty one."""
    known = rows(page)
    start = next(at for at, row in enumerate(known) if str(row[0]).startswith(title)) + 2
    end = next((at for at in range(start, len(known)) if known[at][0] is None), len(known))
    return known[start:end]


def other_plan(of: Closed = SECOND, number: int = 2, **changes: Any) -> Closed:
    """The same closing of another plan."""
    report = of.snapshot.report
    plan = replace(report.plan, id=number, code=f"plan-{number}")
    moved = tuple(replace(row, line=replace(row.line, plan_id=number)) for row in report.lines)
    its = replace(of.snapshot, report=replace(report, plan=plan, lines=moved), **changes)
    return Closed(replace(of.facts, id=number, plan_id=number, plan=plan.code), its)


def test_its_sheets_are_those_of_every_consolidated_and_the_closings_own() -> None:
    assert opened(SECOND).sheetnames == [
        *("Resumen", "Consolidado", "Período y año", "Equipos", "Ítems", "Ciclo PHVA", "Faltantes", "Pronóstico"),
        *("Alertas", "Fuentes", "Calidad del dato", "Cambios con acta", "Cierre"),
    ]


def test_the_same_closing_gives_the_same_bytes_and_bears_its_own_date() -> None:
    assert write_closed_workbook(SECOND) == write_closed_workbook(closed("2023-Q2", 2))
    made = opened(SECOND, other_plan(closed_at=datetime(2023, 7, 21, 13, tzinfo=UTC))).properties.created
    assert made == datetime(2023, 7, 21, 13, tzinfo=UTC).replace(tzinfo=None)


def test_every_page_says_of_which_closing_it_is() -> None:
    book = opened(SECOND)
    assert {mark_of(page) for page in book} == {"Cierre n.º 2"}
    assert str(book["Resumen"]["A5"].value).endswith("Cierre n.º 2, del martes 18 de julio de 2023 a las 08:00.")


def test_a_period_that_is_not_closed_is_a_draft_on_every_page() -> None:
    its = SECOND.snapshot
    book = openpyxl.load_workbook(BytesIO(write_consolidated(its.report, made_at=its.closed_at)))
    assert {mark_of(page) for page in book} == {"Borrador: período sin cerrar"}
    assert "Borrador: período sin cerrar. Hecho el" in str(book["Resumen"]["A5"].value)
    assert "Cierre" not in book.sheetnames


def test_among_several_plans_those_that_are_open_are_named() -> None:
    reports = [SECOND.snapshot.report, *(other_plan(number=at).snapshot.report for at in range(2, 7))]
    data = write_consolidated(reports, made_at=SECOND.snapshot.closed_at, closings=[SECOND])
    book = openpyxl.load_workbook(BytesIO(data))
    mark = "Borrador: período sin cerrar en 5 de 6 planes (plan-2, plan-3, plan-4 y 2 más)"
    assert mark_of(book["Resumen"]) == mark
    assert book["Cierre"]["A3"].value == "Sin cerrar: plan-2, plan-3, plan-4, plan-5, plan-6."


def test_the_closing_is_told_with_its_hashes() -> None:
    [row] = section(opened(SECOND)["Cierre"], "Qué se cerró")
    assert row[:2] == ["gobierno-digital", "T2 2023"]
    assert row[2] == (
        "Cierre 2, el martes 18 de julio de 2023 a las 08:00, por Coordinación. Quedaron 3 resultados sin reporte."
    )
    assert row[3:] == ["GDI-F-021 · versión 3", 42, SECOND.facts.sha256, "c" * 64, "b" * 64]


def test_a_closing_of_which_nothing_is_missing_says_so() -> None:
    [row] = section(opened(FIRST)["Cierre"], "Qué se cerró")
    assert str(row[2]).endswith("No faltó ningún resultado.")
    assert row[6] == "–"


def test_what_was_looked_at_before_is_told_with_who_closed_in_spite_of_it() -> None:
    told = section(opened(SECOND)["Cierre"], "Revisión previa")
    assert [row[2] for row in told] == [check.label for check in Check]
    assert told[0][1:6] == [
        *(3, "Resultados sin reportar", "Coordinación", "Se cerró a pesar de esto", "El comité se reúne mañana."),
    ]
    assert {row[4] for row in told[1:]} == {"Sin pendientes"}
    assert section(opened(closed("2023-Q2", in_spite=()))["Cierre"], "Revisión previa")[0][4] == "Pendiente"


def test_what_changed_since_the_closing_before_stands_with_before_and_after() -> None:
    moved = replace(SECOND.snapshot.differences, progress_before=Fraction(1, 2), progress_after=Fraction(2, 3))  # type: ignore[type-var]  # a second closing has differences
    page = opened(closed("2023-Q2", 2, differences=moved))["Cierre"]
    told = section(page, "Qué cambió desde el cierre 1 · gobierno-digital")
    assert [row[5:] for row in told[:2]] == [["Logrado", "7", "20"], ["Motivo del 0", "–", "x"]]
    said = "El avance del plan, por promedio de líneas, pasó de 50,00\N{NO-BREAK SPACE}% a 66,67\N{NO-BREAK SPACE}%."
    assert said in [row[0] for row in rows(page)]


def test_a_closing_again_that_changed_nothing_says_so_and_a_first_one_nothing() -> None:
    same = replace(SECOND.snapshot.differences, changes=())  # type: ignore[type-var]  # a second closing has differences
    page = opened(closed("2023-Q2", 2, differences=same))["Cierre"]
    assert "Ningún dato cambió." in [row[0] for row in rows(page)]
    assert not any("Qué cambió desde" in str(row[0]) for row in rows(opened(FIRST)["Cierre"]))


@pytest.mark.parametrize(
    ("scope", "whom"),
    [
        (ReopeningScope.ALL, "Todo el período"),
        (ReopeningScope.TEAM, "Equipo"),
        (ReopeningScope.LINE, f"Fila {LINES[2].row}"),
    ],
)
def test_a_reopening_is_told_with_for_whom_it_was(scope: ReopeningScope, whom: str) -> None:
    page = opened(closed("2023-Q2", 2, reopenings=(acts.reopening("Equipo", scope),)))["Cierre"]
    [row] = section(page, "Reaperturas")
    assert (row[1].date(), row[2:4], row[5]) == (date(2023, 7, 28), ["Equipo", "Equipo"], whom)


ACTS = (
    acts.act(LINES[2], AmendedField.DUE, "2023-07-31", "2023-12-31"),
    acts.act(LINES[3], AmendedField.TARGET, "21", "25.5"),
    replace(acts.act(LINES[4], AmendedField.TEAM, None, "Equipo de Uso"), applied_at=None),
    acts.act(replace(LINES[5], id=99), AmendedField.TARGET, "1", "2", undone=True),
)


def test_acts_are_told_with_old_and_new_as_what_they_are() -> None:
    page = opened(closed("2023-Q2", amendments=ACTS))["Cambios con acta"]
    due, target, team, gone = rows(page)[3:7]
    assert [value.date() for value in due[4:7]] == [date(2023, 7, 31), date(2023, 12, 31), date(2023, 5, 2)]
    assert due[7:10] == ["Acta 12 de 2023", "El comité amplió el plazo", "Coordinación"]
    assert (target[3:6], target[11]) == (["Meta", 21, 25.5], "Vigente")
    assert (team[4:6], team[11]) == (["–", "Equipo de Uso"], "Por entrar en vigor")
    assert (gone[1:3], gone[11]) == (["–", "Ya no está en el plan"], "Deshecho")


def test_an_amended_share_is_a_percentage() -> None:
    percent = next(line for line in LINES if line.target_unit is TargetUnit.PERCENT)
    page = opened(closed("2023-Q2", amendments=(acts.act(percent, AmendedField.TARGET, "1", "0.8"),)))[
        "Cambios con acta"
    ]
    assert (page["F4"].value, page["F4"].number_format) == (0.8, "0.0%")


def test_without_acts_the_sheet_says_so() -> None:
    assert opened(FIRST)["Cambios con acta"]["A2"].value == "Ninguna línea cambió por un acto hasta este cierre."


def test_the_year_to_date_stands_beside_the_period_and_leads_to_its_sources() -> None:
    book = opened(SECOND)
    page = book["Período y año"]
    line = next(row for row in page.iter_rows(min_row=4) if row[1].value == 10)
    assert [cell.value for cell in line[4:6]] == [20, 7]
    assert [cell.value for cell in line[7:9]] == [27, 14]
    assert [cell.value for cell in line[10:12]] == [27, 21]
    place = str(line[7].hyperlink.location)  # type: ignore[union-attr]  # a line with results leads somewhere
    assert [book["Fuentes"].cell(int(place.rpartition("A")[2]) + at, 5).value for at in (0, 1)] == [7, 20]


def test_a_line_without_results_leads_nowhere_and_a_share_stays_one() -> None:
    report = SECOND.snapshot.report
    blank = tuple(replace(cell, result=None) for cell in report.lines[0].figures)
    bare = replace(report.lines[0], figures=blank, cell=blank[1], gathered=None)
    page = opened(closed("2023-Q2", report=replace(report, lines=(bare, report.lines[-1]))))["Período y año"]
    assert page["H4"].hyperlink is None
    assert page["F5"].number_format == "0.0%"
    thirds = replace(report.lines[2], period_target=Fraction(1, 3))
    assert opened(closed("2023-Q2", report=replace(report, lines=(thirds,))))["Período y año"]["F4"].value == 0.33


def test_several_plans_of_an_entity_have_a_sheet_each_and_one_of_all_closings() -> None:
    book = opened(SECOND, other_plan(), other_plan(number=3))
    assert book.sheetnames[1:4] == ["1. gobierno-digital", "2. plan-2", "3. plan-3"]
    assert [row[0] for row in section(book["Cierre"], "Qué se cerró")] == ["gobierno-digital", "plan-2", "plan-3"]
    assert [row[0] for row in rows(book["Período y año"])[3::12]] == ["gobierno-digital", "plan-2", "plan-3"]
    teams = [str(row[0]) for row in rows(book["Calidad del dato"])[3:]]
    assert teams[:2] == ["gobierno-digital · Equipo Gobierno Digital", "plan-2 · Equipo Gobierno Digital"]
    assert mark_of(book["Cierre"]) == "Cifras de 3 cierres"


def test_figures_are_the_frozen_ones() -> None:
    line = SECOND.snapshot.report.lines[2]
    assert line.cell.result is not None
    changed = replace(line.cell, result=replace(line.cell.result, value=Decimal(19)))
    figures = tuple(changed if cell is line.cell else cell for cell in line.figures)
    lines = (*SECOND.snapshot.report.lines[:2], replace(line, figures=figures, cell=changed))
    page = opened(closed("2023-Q2", report=replace(SECOND.snapshot.report, lines=lines)))["Consolidado"]
    titles = [cell.value for cell in page[4]]
    assert page.cell(7, titles.index("Resultado T2 2023") + 1).value == 19
