"""The sources of figures that are older than the report's year, and the columns of a plan that is written in prose."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

import openpyxl

from gdflow.domain.consolidated import Consolidated
from gdflow.domain.plan import TargetUnit
from gdflow.report.heights import HIGHEST
from gdflow.report.informe_annexes import source_blocks
from gdflow.report.plan_columns import WIDEST
from gdflow.report.sources_sheet import sources_of, told_results
from gdflow.report.workbook import write_consolidated
from tests.domain.cast import a_line
from tests.domain.reports import report_of
from tests.report import plans

MADE = datetime(2025, 4, 18, 15, 0, tzinfo=UTC)
ELSEWHERE = "De otro año: su origen está en los informes del trimestre 4 de 2024"


def over_two_years(**changes: Any) -> Consolidated:
    lines = [a_line(), a_line(id=2, uid="uid-2", row=9, **changes)]
    return report_of(lines, {1: {"2024-Q4": "0.25", "2025-Q1": "0.5"}, 2: {"2024-Q4": "0.1"}}, "2025-Q1")


def opened(report: Consolidated) -> Any:
    return openpyxl.load_workbook(BytesIO(write_consolidated(report, made_at=MADE)))


def test_what_a_line_had_in_another_year_is_among_its_sources() -> None:
    rows = list(opened(over_two_years())["Fuentes"].iter_rows(min_row=4, max_col=8, values_only=True))
    assert [(row[1], row[3], row[4]) for row in rows] == [
        (rows[0][1], "T4 2024", 0.25),
        (rows[0][1], "T1 2025", 0.5),
        (9, "T4 2024", 0.1),
    ]
    assert (rows[0][6], rows[0][7]) == (ELSEWHERE, "–")


def test_every_total_leads_to_the_first_of_its_sources() -> None:
    book = opened(over_two_years())
    links = [cell.hyperlink for row in book["Consolidado"].iter_rows() for cell in row if cell.hyperlink]
    places = [int(link.location.rpartition("A")[2]) for link in links]
    assert [book["Fuentes"].cell(place, 4).value for place in places] == ["T4 2024", "T4 2024"]


def test_a_book_of_many_plans_says_it_in_one_cell() -> None:
    report = over_two_years(target_unit=TargetUnit.PERCENT)
    first, second = sources_of([report])
    assert told_results(first).splitlines()[0] == f"T4 2024 · 0,25 · {ELSEWHERE}"
    assert told_results(second) == f"T4 2024 · 10,0\u00a0% · {ELSEWHERE}"


def test_the_report_on_paper_says_it_too() -> None:
    its = plans.cartago()
    lines = [replace(each, earlier={"2023-Y": Decimal("0.25")}) for each in its.snapshot.report.lines[:1]]
    known = replace(its, snapshot=replace(its.snapshot, report=replace(its.snapshot.report, lines=tuple(lines))))
    table: Any = source_blocks(known)[2]
    [row] = table["rows"]
    assert row[2].splitlines()[0] == "2023 · 0,25 · De otro año: su origen está en los informes del año 2023"


def test_a_plan_in_prose_is_read_whole_in_wide_columns() -> None:
    its = plans.cartago()
    page = opened(its.snapshot.report)["Consolidado"]
    widths = [page.column_dimensions[letter].width for letter in "ABC"]
    assert max(widths) <= WIDEST + 1
    assert min(widths[1:]) > 50
    heights = [page.row_dimensions[row].height for row in range(5, 5 + len(its.snapshot.report.lines))]
    assert max(heights) < HIGHEST
