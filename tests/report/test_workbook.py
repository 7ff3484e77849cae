"""The consolidated workbook, opened again.

`GDFLOW_WRITE_GOLDEN=1 pytest tests/report` writes tests/golden/workbook anew; look at the difference before keeping it.
"""

import gc
import os
import re
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from gdflow.domain.consolidated import Consolidated, Review, consolidated
from gdflow.domain.lines import Line, Result
from gdflow.domain.plan import Accumulation, PlanColumn
from gdflow.report.workbook import write_consolidated
from tests.support import cartagena

MADE = datetime(2023, 7, 18, 15, 0, tzinfo=UTC)
GOLDEN = Path(__file__).parents[1] / "golden" / "workbook"
ANSWERS = (
    cartagena.answer(2, "1"),
    cartagena.answer(3, "9"),
    cartagena.answer(4, "20", day=14),
    cartagena.answer(9, "0", zero_reason="El formulario FURAG no ha llegado"),
    cartagena.answer(12, "0.3"),
)
SHEETS = [
    "Resumen",
    "Consolidado",
    "Período y año",
    "Equipos",
    "Ítems",
    "Ciclo PHVA",
    "Faltantes",
    "Pronóstico",
    "Alertas",
    "Fuentes",
]


def report(period: str = "2023-Q2", *answers: Result, lines: tuple[Line, ...] | None = None) -> Consolidated:
    return consolidated(
        cartagena.plan(),
        cartagena.lines() if lines is None else lines,
        (*cartagena.results(), *answers),
        cartagena.second_quarter(),
        period=period,
        as_of=date(2023, 7, 18),
    )


def opened(*reports: Consolidated) -> Workbook:
    return openpyxl.load_workbook(BytesIO(write_consolidated(reports, made_at=MADE)))


def dumped(page: Worksheet) -> str:
    rows = (
        " | ".join(
            f"{cell.coordinate}={cell.value!r}{_look(cell.number_format)}" for cell in row if cell.value is not None
        )
        for row in page.iter_rows()
    )
    return "\n".join(row for row in rows if row) + "\n"


def _look(number_format: str) -> str:
    return "" if number_format == "General" else f" [{number_format}]"


@pytest.mark.parametrize("sheet", SHEETS)
def test_each_sheet_of_the_second_quarter_says_what_it_said(sheet: str) -> None:
    said = dumped(opened(report("2023-Q2", *ANSWERS))[sheet])
    golden = GOLDEN / f"{sheet.lower().replace(' ', '_')}.txt"
    if os.environ.get("GDFLOW_WRITE_GOLDEN") == "1":
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(said, encoding="utf-8")
    assert said == golden.read_text(encoding="utf-8")


def test_the_sheets_stand_in_the_order_in_which_people_ask() -> None:
    assert opened(report()).sheetnames == SHEETS


def test_the_same_report_and_moment_give_the_same_bytes() -> None:
    same = [write_consolidated(report("2023-Q2", *ANSWERS), made_at=MADE) for _ in range(2)]
    assert same[0] == same[1]


def titles(page: Worksheet) -> dict[str, int]:
    return {str(cell.value): cell.column for cell in page[4] if cell.value is not None}


def test_the_result_is_a_number_that_shows_what_the_plan_prints() -> None:
    page = opened(report("2023-Q1"))["Consolidado"]
    column = titles(page)["RESULTADO"]
    for row, truth in enumerate(cartagena.ROWS, start=5):
        cell = page.cell(row, column)
        decimals = truth["result_decimals_printed"]
        assert cell.number_format == f"0.{'0' * decimals}%"
        assert cell.value == pytest.approx(float(Fraction(truth["result_exact"]["fraction"])), abs=1e-15)


def test_the_plans_own_columns_come_first_and_in_its_order() -> None:
    found = list(titles(opened(report())["Consolidado"]))
    own = [title for title, role, _ in cartagena.TITLES if role != "result"]
    assert [title for title in found if title in own] == own
    assert found[11:15] == [f"Resultado T{at} 2023" for at in range(1, 5)]
    assert found[17:] == [
        "Cumplimiento T2 2023",
        "Semáforo de cumplimiento T2 2023",
        "Semáforo de oportunidad T2 2023",
        "Reportó T2 2023",
    ]


def test_a_plan_without_result_columns_gets_them_behind_its_own() -> None:
    bare = report()
    plan = replace(bare.plan, columns=bare.plan.columns[:5])
    found = list(titles(opened(replace(bare, plan=plan))["Consolidado"]))
    assert found[5:11] == [*(f"Resultado T{at} 2023" for at in range(1, 5)), "RESULTADO", "Observaciones"]


def test_each_result_leads_to_its_rows_in_the_sources() -> None:
    book = opened(report("2023-Q2", *ANSWERS))
    page, sources = book["Consolidado"], book["Fuentes"]
    for row in range(5, 17):
        link = page.cell(row, titles(page)["RESULTADO"]).hyperlink
        assert link is not None
        target = int(re.fullmatch(r"'Fuentes'!A(\d+)", str(link.location))[1])  # type: ignore[index]  # asserted above
        assert sources.cell(target, 2).value == row + 3


def test_lights_are_a_word_and_a_symbol_and_never_a_colour_alone() -> None:
    page = opened(report("2023-Q2", *ANSWERS))["Consolidado"]
    where = titles(page)
    for title in ("Semáforo de cumplimiento T2 2023", "Semáforo de oportunidad T2 2023"):
        said = {str(page.cell(row, where[title]).value) for row in range(5, 17)}
        assert all(re.fullmatch(r"[✔✖▲●○◆–] [A-Z][a-zíá ]+", light) for light in said)


def test_a_missing_report_is_a_word_and_a_reported_zero_a_number_with_its_reason() -> None:
    page = opened(report("2023-Q2", *ANSWERS))["Consolidado"]
    column = titles(page)["Resultado T2 2023"]
    assert (page.cell(12, column).value, page.cell(13, column).value) == ("sin reporte", 0)
    assert "motivo" in page.cell(13, column).number_format
    notes = str(page.cell(13, titles(page)["OBSERVACIONES"]).value)
    assert "T2 2023 · reportó 0: El formulario FURAG no ha llegado" in notes


def test_the_methods_are_named_beside_their_means() -> None:
    page = opened(report("2023-Q1"))["Resumen"]
    rows = {str(page.cell(row, 2).value): page.cell(row, 3).value for row in (8, 9)}
    assert rows["Promedio de líneas"] == pytest.approx(0.409048, abs=1e-6)
    assert rows["Promedio de ítems"] == pytest.approx(0.431786, abs=1e-6)


def test_the_report_says_that_nobody_has_reviewed_its_figures() -> None:
    assert opened(report())["Resumen"]["A4"].value == "Cifras reportadas por los equipos, sin revisión."
    accepted = replace(report(), review=Review.ACCEPTED)
    assert opened(accepted)["Resumen"]["A4"].value == "Cifras aceptadas en la revisión."


def test_the_chart_tells_its_figures_to_those_who_cannot_see_it() -> None:
    with ZipFile(BytesIO(write_consolidated(report("2023-Q1"), made_at=MADE))) as package:
        drawing = package.read("xl/drawings/drawing1.xml").decode("utf-8")
    assert "Gráfico de barras. Avance acumulado por ítem a T1 2023. 1. Hoja de ruta gobierno digital: 62,5" in drawing


def test_a_plan_of_one_item_is_drawn_by_team_and_one_of_one_team_by_stage() -> None:
    one = tuple(replace(line, item="1", path=("Único",)) for line in cartagena.lines())
    alone = tuple(replace(line, team="Equipo único") for line in one)
    for lines, drawn in ((one, "por equipo"), (alone, "por etapa")):
        with ZipFile(BytesIO(write_consolidated(report(lines=lines), made_at=MADE))) as package:
            assert drawn in package.read("xl/drawings/drawing1.xml").decode("utf-8")


def test_one_line_alone_has_nothing_to_draw() -> None:
    with ZipFile(BytesIO(write_consolidated(report(lines=cartagena.lines()[:1]), made_at=MADE))) as package:
        assert not any("chart" in name for name in package.namelist())


def test_nobody_missing_is_said_in_words() -> None:
    page = opened(report("2023-Q1"))["Faltantes"]
    assert page["A2"].value == "No falta ningún reporte hasta la fecha de corte."


def other_plan(*answers: Result) -> Consolidated:
    plan = replace(cartagena.plan(), id=2, code="mejora [CGR]: 2023/2024, plan suscrito")
    lines = tuple(replace(line, plan_id=plan.id) for line in cartagena.lines())
    return replace(report("2023-Q2", *answers, lines=lines), plan=plan)


def rows_of(page: Worksheet, first: int, last: int) -> list[list[object]]:
    return [[cell.value for cell in row] for row in page.iter_rows(min_row=first, max_row=last)]


def test_several_plans_share_one_workbook_with_a_sheet_each() -> None:
    book = opened(report(), other_plan())
    assert book.sheetnames[1:3] == ["1. gobierno-digital", "2. mejora  CGR   2023 2024, pla"]


def test_teams_and_stages_go_through_all_plans_and_an_item_stays_in_its_own() -> None:
    book = opened(report(), other_plan())
    assert [row[:3] for row in rows_of(book["Equipos"], 4, 5)] == [
        ["2 planes", cartagena.lines()[0].team, 20],
        ["2 planes", cartagena.lines()[-1].team, 4],
    ]
    assert {row[0] for row in rows_of(book["Ciclo PHVA"], 4, 7)} == {"2 planes"}
    items = rows_of(book["Ítems"], 4, 4 + 2 * len(report().items) - 1)
    assert {row[0] for row in items} == {"gobierno-digital", other_plan().plan.code}
    assert rows_of(book["Ítems"], 3, 3) == [["Plan", "Ítem", "Líneas", "Avance", "Cumplimiento del período"]]


def test_a_team_of_one_plan_among_several_names_that_plan() -> None:
    alone = replace(other_plan(), lines=tuple(line for line in report().lines if line.line.id != 1)[:1])
    assert rows_of(opened(report(), alone)["Equipos"], 5, 5)[0][0] == "gobierno-digital"


def test_several_plans_come_to_one_figure_by_each_method_before_their_own() -> None:
    one, page = report("2023-Q1"), opened(report("2023-Q1"), report("2023-Q1"))["Resumen"]
    first = next(row for row in range(1, 99) if page.cell(row, 1).value == "Todos los planes")
    assert [page.cell(row, 2).value for row in (first, first + 1)] == ["Promedio de líneas", "Promedio de ítems"]
    assert page.cell(first, 3).value == pytest.approx(float(one.by_lines.progress or 0))
    assert page.cell(first + 1, 3).value == pytest.approx(float(one.by_items.progress or 0))
    assert page.cell(first, 6).value == 24


def test_among_several_a_plan_says_nothing_of_periods_after_the_cut() -> None:
    page = opened(report("2023-Q2", *ANSWERS), other_plan())["1. gobierno-digital"]
    where = titles(page)
    later = where["Resultado T3 2023 (después del corte)"]
    assert {page.cell(row, later).value for row in range(5, 17)} == {None}
    assert page.cell(7, where["Resultado T2 2023"]).value == 9
    assert "Reportó T2 2023" not in where


def test_empty_columns_are_framed_like_the_rest() -> None:
    page = opened(report("2023-Q2", *ANSWERS), other_plan())["1. gobierno-digital"]
    (rule,) = [each for ranged in page.conditional_formatting for each in ranged.rules]
    assert [str(each.sqref) for each in page.conditional_formatting] == ["A5:T16"]
    assert (rule.type, rule.dxf.border.left.style) == ("containsBlanks", "thin")


def test_among_several_each_result_leads_to_the_row_of_its_line() -> None:
    told = replace(cartagena.answer(3, "9"), evidence="Acta 4")
    book = opened(report("2023-Q2", *ANSWERS), other_plan(told))
    page, sources = book["2. mejora  CGR   2023 2024, pla"], book["Fuentes"]
    link = page.cell(7, titles(page)["RESULTADO"]).hyperlink
    assert link is not None
    row = int(re.fullmatch(r"'Fuentes'!A(\d+)", str(link.location))[1])  # type: ignore[index]  # asserted above
    plan, line, ratio, said = (sources.cell(row, at).value for at in range(1, 5))
    assert (plan, line, ratio) == (other_plan().plan.code, 10, "16 de 21 = 16/21")
    first, second = str(said).split("\n")
    assert first.startswith("T1 2023 · 7 · ")
    assert re.fullmatch(r"T2 2023 · 9 · Formulario del equipo, recibo .+ · \d\d/07/2023 .+ · evidencia: Acta 4", second)


@pytest.mark.parametrize("text", ["=1+1", '=cmd|"/c calc"!A1', "+SUM(A1)", "-2+3", "@x", "https://x.example", "{=A1}"])
def test_text_that_people_typed_is_only_ever_text(text: str) -> None:
    line = replace(cartagena.lines()[1], team=text, item=text, path=(text,), texts=dict.fromkeys(range(17), text))
    told = replace(cartagena.answer(2, "0", zero_reason=text), narrative=text, evidence=text, receipt=text)
    plan = replace(cartagena.plan(), title=text, entity=text, source=text)
    whole = replace(report("2023-Q2", told, lines=(line,)), plan=plan)
    for page in opened(whole):
        cells = [cell for row in page.iter_rows() for cell in row if cell.value is not None]
        assert not [cell.coordinate for cell in cells if cell.data_type == "f"]
        assert not [cell.coordinate for cell in cells if cell.hyperlink and cell.hyperlink.target]


def test_printed_pages_repeat_titles_count_themselves_and_name_the_entity() -> None:
    page = opened(report())["Consolidado"]
    assert page.print_title_rows == "$4:$4"
    assert (page.page_setup.orientation, page.page_setup.fitToHeight) == ("landscape", 0)
    header, footer = page.HeaderFooter.oddHeader, page.HeaderFooter.oddFooter
    assert header.left is not None
    assert footer.right is not None
    assert "Alcaldía Distrital de Cartagena" in str(header.left.text)
    assert footer.right.text == "Página &P de &N"


def test_tables_can_be_filtered_with_their_titles_in_sight() -> None:
    book = opened(report())
    assert book["Consolidado"].auto_filter.ref == "A4:U16"
    assert book["Consolidado"].freeze_panes == "A5"
    assert book["Fuentes"].freeze_panes == "A4"


def test_a_line_without_a_target_shows_its_words_and_no_result() -> None:
    bare = replace(cartagena.lines()[2], target=None, target_unit=None)
    book = opened(report("2023-Q1", lines=(bare,)))
    page = book["Consolidado"]
    assert page.cell(5, titles(page)["META DEL INDICADOR"]).value == "21"
    assert page.cell(5, titles(page)["RESULTADO"]).value == "sin meta"
    assert book["Fuentes"]["F4"].value == "–"


def test_a_line_whose_progress_cannot_be_measured_says_so_and_keeps_its_target() -> None:
    stuck = replace(cartagena.lines()[2], accumulation=Accumulation.REDUCTION, baseline=Decimal(21))
    page = opened(report("2023-Q1", lines=(stuck,)))["Consolidado"]
    where = titles(page)
    said = [page.cell(5, where[title]).value for title in ("META DEL INDICADOR", "Resultado T1 2023", "RESULTADO")]
    assert said == [21, 7, "no calculable"]


def test_the_garbage_collector_is_as_it_was_once_the_workbook_is_made() -> None:
    for was_on in (False, True):
        (gc.enable if was_on else gc.disable)()
        write_consolidated(report(), made_at=MADE)
        assert gc.isenabled() is was_on


def test_a_line_without_a_report_has_nothing_to_be_led_to() -> None:
    unreported = replace(cartagena.lines()[2], id=99)
    page = opened(report("2023-Q1", lines=(unreported,)))["Consolidado"]
    cell = page.cell(5, titles(page)["RESULTADO"])
    assert (cell.value, cell.hyperlink) == (0, None)


def test_a_percent_line_shows_its_figures_as_percentages() -> None:
    page = opened(report("2023-Q2", *ANSWERS))["Consolidado"]
    cell = page.cell(16, titles(page)["Resultado T2 2023"])
    assert (cell.value, cell.number_format) == (0.3, "0.0%")
    assert page.cell(16, titles(page)["META DEL INDICADOR"]).number_format == "0%"


def test_columns_that_the_plan_keeps_for_one_period_hold_that_period_alone() -> None:
    columns = (
        PlanColumn(16, "Observaciones T1", "observations", "2023-Q1"),
        PlanColumn(15, "% cumplimiento T1", "printed_result", "2023-Q1"),
        PlanColumn(11, "Resultado 2022", "result", "2022-Q4"),
    )
    whole = report("2023-Q2", *ANSWERS)
    page = opened(replace(whole, plan=replace(whole.plan, columns=columns)))["Consolidado"]
    notes, printed, before = (str(page.cell(7, at).value) for at in (1, 2, 3))
    assert notes.startswith("T1 2023 · 1. Para el primer trimestre")
    assert "T2 2023" not in notes
    assert (printed, before) == ("33,3%", "7")
