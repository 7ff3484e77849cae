"""The workbook of a cut, opened again."""

from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from gdflow.domain.cutoffs import CutReport, cut_report
from gdflow.domain.periods import parse_period
from gdflow.report.cut_workbook import write_cut
from tests.domain.cast import a_line
from tests.domain.reports import quarters, report_of
from tests.support import closed

MADE = datetime(2023, 7, 18, 15, 0, tzinfo=UTC)
SAID = ("Corte del semestre 1 de 2023.", "Cifras provisionales.")


def half_year() -> CutReport:
    return cut_report(closed.report("2023-Q2"), parse_period("2023-S1"))


def opened(report: CutReport) -> Workbook:
    return openpyxl.load_workbook(BytesIO(write_cut(report, SAID, made_at=MADE)))


def rows(page: Worksheet) -> list[dict[str, Any]]:
    titles, *found = page.iter_rows(min_row=3, values_only=True)
    return [dict(zip(map(str, titles), row, strict=True)) for row in found]


def column(page: Worksheet) -> list[str]:
    return [str(cell.value) for (cell,) in page.iter_rows(max_col=1) if cell.value is not None]


def test_the_same_cut_and_moment_give_the_same_bytes() -> None:
    assert write_cut(half_year(), SAID, made_at=MADE) == write_cut(half_year(), SAID, made_at=MADE)


def test_the_summary_says_what_the_figures_rest_on_before_any_figure() -> None:
    first = column(opened(half_year())["Resumen"])
    assert first[0] == "Corte del semestre 1 de 2023"
    assert first[3:6] == ["En qué descansan estas cifras", *SAID]
    assert first[6] == "Avance del plan"


def test_both_means_teams_items_and_stages_stand_in_the_summary() -> None:
    report, page = half_year(), opened(half_year())["Resumen"]
    shares = {str(row[0]): row[2] for row in page.iter_rows(values_only=True) if row[0]}
    for mean in (report.by_lines, report.by_items, *report.teams, *report.items, *report.stages):
        assert shares[mean.group] == pytest.approx(float(mean.progress or 0))


def test_results_are_counted_and_lines_by_their_worst_state() -> None:
    page = opened(half_year())["Resumen"]
    counts = {str(row[0]): row[1] for row in page.iter_rows(values_only=True) if row[0]}
    assert (counts["Resultados que se debían"], counts["Reportados"], counts["Sin reporte"]) == (19, 16, 3)
    assert counts["Líneas: Sin reporte al cierre"] == 3


def test_each_line_has_the_cuts_figures_and_those_to_date() -> None:
    row = rows(opened(half_year())["Líneas"])[7]
    assert (row["Fila"], row["Resultado del corte"], row["Meta del corte"], row["Meta de la línea"]) == (15, 0.8, 5, 10)
    assert row["Cumplimiento del corte"] == pytest.approx(0.16)
    assert row["Avance acumulado"] == pytest.approx(0.08)
    assert (row["Semáforo de cumplimiento"], row["Estado en el corte"]) == ("✖ Crítico", "Reportado")


def test_missing_periods_are_named_beside_their_line_and_on_their_own_sheet() -> None:
    book = opened(half_year())
    assert {row["Fila"] for row in rows(book["Líneas"]) if row["Períodos sin reporte"]} == {16, 17, 19}
    missing = rows(book["Faltantes"])
    assert [(row["Fila"], row["Período"]) for row in missing] == [(16, "T2 2023"), (17, "T2 2023"), (19, "T2 2023")]
    assert book["Faltantes"]["A2"].value == "Información al martes 18 de julio de 2023."


def test_nobody_missing_and_no_period_that_ends_in_the_cut_are_said_in_words() -> None:
    report = report_of([a_line()], {1: quarters("1")}, "2023-Q1")
    book = opened(cut_report(report, parse_period("2023-M04")))
    assert book["Faltantes"]["A2"].value == "No falta ningún reporte de los períodos del corte."
    assert str(book["Líneas"]["A2"].value).startswith("Ningún período del plan termina en este corte.")
    assert (rows(book["Líneas"])[0]["Resultado del corte"], rows(book["Líneas"])[0]["Lleva al corte"]) == ("–", 1)


def test_a_line_without_a_target_has_dashes() -> None:
    report = report_of([a_line(target=None, target_unit=None)], {1: quarters("1")}, "2023-Q1")
    row = rows(opened(cut_report(report, parse_period("2023-C1")))["Líneas"])[0]
    assert (row["Meta de la línea"], row["Avance acumulado"], row["Resultado del corte"]) == ("–", "–", 1)


@pytest.mark.parametrize("text", ["=1+1", '=cmd|"/c calc"!A1', "+SUM(A1)", "@x", "https://x.example", "{=A1}"])
def test_text_that_people_typed_is_only_ever_text(text: str) -> None:
    line = a_line(team=text, item=text, path=(text,), activity=text)
    book = opened(cut_report(report_of([line], {}, "2023-Q2"), parse_period("2023-S1")))
    cells = [cell for page in book for row in page.iter_rows() for cell in row if cell.value is not None]
    assert not [cell.coordinate for cell in cells if cell.data_type == "f" or cell.hyperlink]
