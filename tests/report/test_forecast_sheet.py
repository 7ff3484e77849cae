"""The sheets of what is to come and of what is odd, opened again."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from gdflow.domain.consolidated import Consolidated
from gdflow.domain.plan import PlanKind
from gdflow.domain.reporting import ReportingRule
from gdflow.report.workbook import write_consolidated
from tests.domain.cast import a_line
from tests.domain.reports import report_of
from tests.support import closed

MADE = datetime(2023, 7, 18, 15, 0, tzinfo=UTC)


def opened(*reports: Consolidated, rule: ReportingRule | None = None) -> Workbook:
    return openpyxl.load_workbook(BytesIO(write_consolidated(reports, made_at=MADE, rule=rule or ReportingRule())))


def rows(book: Workbook, sheet: str) -> list[dict[str, Any]]:
    titles, *found = book[sheet].iter_rows(min_row=3, values_only=True)
    return [dict(zip(map(str, titles), row, strict=True)) for row in found]


def other() -> Consolidated:
    report = closed.report("2023-Q1")
    return replace(report, plan=replace(report.plan, id=2, code="otro"))


def improvement(**changes: Any) -> Consolidated:
    its: dict[str, Any] = {"target": Decimal(1), "target_implied": True, "start": date(2024, 8, 1), "item": None}
    line = a_line(**{**its, "due": date(2027, 12, 31), "path": ("Transparencia",), **changes})
    report = report_of([line], {1: {"2024-Q4": "0.25", "2025-Q1": "0.25"}}, "2025-Q1")
    return replace(report, plan=replace(report.plan, kind=PlanKind.IMPROVEMENT))


def test_row_3_reaches_its_target_by_periods_and_not_by_days() -> None:
    row = rows(opened(closed.report("2023-Q1")), "Pronóstico")[2]
    assert (row["Lleva"], row["Meta"], row["Períodos que le quedan"], row["Necesita en cada uno"]) == (7, 21, 2, 7)
    assert (row["Por períodos: debía llevar"], row["Por períodos: al final tendrá"]) == (7, 21)
    assert (row["Por días: debía llevar"], row["Por días: al final tendrá"]) == (8.92, 16.49)
    assert (row["Por períodos: pronóstico"], row["Por días: pronóstico"]) == (
        "● Llega a la meta",
        "▲ No llega a la meta",
    )


def test_a_line_of_which_nothing_can_be_said_says_why() -> None:
    row = rows(opened(report_of([a_line(due=None)], {}, "2023-Q1")), "Pronóstico")[0]
    assert row["Por períodos: pronóstico"] == row["Por días: pronóstico"] == "– Sin plazo"
    assert row["Períodos que le quedan"] == row["Necesita en cada uno"] == "–"


def test_a_percentage_is_foreseen_as_one() -> None:
    page = opened(closed.report("2023-Q1"))["Pronóstico"]
    assert (page["F15"].value, page["F15"].number_format) == (1, "0.0%")


def test_a_book_of_several_plans_counts_the_lines_of_each() -> None:
    found = rows(opened(closed.report("2023-Q1"), other()), "Pronóstico")
    assert [row["Plan"] for row in found] == ["gobierno-digital", "otro"]
    kinds = ("cumplidas", "llegan", "no llegan", "sin pronóstico")
    assert [found[0][f"Por períodos: {kind}"] for kind in kinds] == [4, 2, 5, 1]
    assert [found[0][f"Por días: {kind}"] for kind in kinds] == [4, 2, 5, 1]
    assert (found[0]["Líneas"], found[0]["No llegan por ninguno"]) == (12, 4)


def test_the_rule_of_the_entity_says_which_periods_a_line_has() -> None:
    report = report_of([a_line(start=date(2023, 3, 20))], {1: {"2023-Q1": "1"}}, "2023-Q1")
    strict = rows(opened(report, rule=ReportingRule(min_overlap_days=20)), "Pronóstico")[0]
    assert strict["Por períodos: pronóstico"] == "– Aún no debía avanzar"


def test_every_odd_figure_is_told_in_a_sentence() -> None:
    found = rows(opened(closed.report("2023-Q2")), "Alertas")
    assert [(row["Fila"], row["Alerta"]) for row in found] == [
        (10, "Sobrecumplimiento"),
        (10, "¿Escribió el acumulado?"),
        (15, "Fracción de un producto"),
        (18, "Fracción de un producto"),
    ]
    assert found[1]["Por qué"].startswith("En T2 2023 reportó 20; con lo anterior (7) suma 27")


def test_where_nothing_is_odd_that_is_said() -> None:
    book = opened(report_of([a_line()], {1: {"2023-Q1": "1"}}, "2023-Q1"))
    assert book["Alertas"]["A2"].value == "Ninguna cifra llama la atención."
    assert rows(book, "Alertas") == []


def test_an_improvement_plan_is_followed_item_by_item_and_year_by_year() -> None:
    book = opened(improvement())
    row = rows(book, "Seguimiento por ítem")[0]
    assert (row["Ítem"], row["Estado"], row["Avance"], row["Hitos cumplidos"]) == (
        "Transparencia",
        "● En curso",
        0.5,
        "0 de 1",
    )
    assert [row[str(year)] for year in range(2024, 2028)] == [0.25, 0.5, "–", "–"]
    assert row["Vence"] == datetime(2027, 12, 31)  # noqa: DTZ001  a cell's day has no zone
    assert str(book["Seguimiento por ítem"]["A2"].value).startswith("1 ítem: 1 en curso. ")


def test_an_item_without_milestones_or_a_day_has_a_dash() -> None:
    row = rows(opened(improvement(target_implied=False, due=None)), "Seguimiento por ítem")[0]
    assert (row["Estado"], row["Hitos cumplidos"], row["Vence"]) == ("◆ Sin plazo confirmado", "–", "–")


def test_an_action_plan_has_no_such_sheet() -> None:
    assert "Seguimiento por ítem" not in opened(closed.report("2023-Q2")).sheetnames


def test_among_several_plans_those_of_improvement_alone_are_followed() -> None:
    found = rows(opened(improvement(), replace(improvement(), plan=other().plan)), "Seguimiento por ítem")
    assert len(found) == 1


@pytest.mark.parametrize(
    ("weights", "said"),
    [
        (
            ("40", "60"),
            "Avance: promedio de las líneas del grupo, ponderado con los pesos del plan, cada una a lo sumo 100 %.",
        ),
        ((None, None), "Avance: promedio de las líneas del grupo, cada una con igual peso y a lo sumo 100 %."),
        (
            ("40", "50"),
            (
                "Avance: promedio de las líneas del grupo, cada una con igual peso y a lo sumo 100 %. Nota: los pesos "
                "del plan no suman 100 %, por eso se usaron pesos iguales."
            ),
        ),
    ],
)
def test_the_roll_ups_name_their_method(weights: tuple[str | None, ...], said: str) -> None:
    lines = [a_line(id=at, uid=f"u{at}", weight=weight and Decimal(weight)) for at, weight in enumerate(weights, 1)]
    book = opened(report_of(lines, {}, "2023-Q1"))
    assert book["Equipos"]["A2"].value == said
    notes = [str(cell.value) for (cell,) in book["Resumen"].iter_rows(max_col=1) if cell.value]
    assert any(note.startswith("Pesos de «gobierno-digital».") for note in notes) is (weights[0] is not None)


def test_the_capped_lines_are_counted_beside_the_mean_without_the_cap() -> None:
    row = rows(opened(closed.report("2023-Q2")), "Equipos")[0]
    assert row["Líneas sobre 100 %"] == 1
    assert row["Avance sin tope"] > row["Avance"]


def test_several_plans_have_a_mean_of_plans_too() -> None:
    page = opened(closed.report("2023-Q1"), other())["Resumen"]
    methods = [row[1].value for row in page.iter_rows(max_col=2) if row[0].value == "Todos los planes"]
    assert methods[:3] == ["Promedio de líneas", "Promedio de ítems", "Promedio de planes"]
