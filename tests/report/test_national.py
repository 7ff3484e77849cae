"""One workbook over closings of many entities, opened again."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from gdflow.domain.closing import Closed
from gdflow.domain.closing_rules import EntityFacts
from gdflow.report import stream
from gdflow.report.closed_workbook import write_closed_together
from gdflow.report.national import write_national
from tests.report.test_closed_workbook import other_plan
from tests.support.closed import closed

ONE = closed("2023-Q2", 2)
CARTAGO = EntityFacts("cartago", "Alcaldía de Cartago", "891.900.493-2")


def of_entity(entity: EntityFacts, number: int) -> Closed:
    made = other_plan(ONE, number)
    return replace(made, snapshot=replace(made.snapshot, entity=entity))


def three() -> list[Closed]:
    return [ONE, other_plan(ONE, 2), of_entity(CARTAGO, 3)]


def opened(*closings: Closed) -> Workbook:
    return openpyxl.load_workbook(BytesIO(write_closed_together(closings)))


def rows(book: Workbook, sheet: str) -> list[dict[str, Any]]:
    """The rows of a table by its titles."""
    titles, *found = [[cell.value for cell in row] for row in book[sheet].iter_rows(min_row=3)]
    return [dict(zip(map(str, titles), row, strict=True)) for row in found]


def test_closings_of_several_entities_go_into_a_workbook_of_its_own() -> None:
    assert opened(*three()).sheetnames == ["Resumen", "Entidades", "Planes", "Equipos", "Líneas", "Faltantes"]


def test_each_entity_has_its_plans_and_both_of_its_means() -> None:
    first, second = rows(opened(*three()), "Entidades")
    assert (first["Código"], first["Planes"], first["Líneas"], first["Faltan en total hasta el corte"]) == (
        "cartagena",
        2,
        24,
        6,
    )
    assert (second["Entidad"], second["NIT"]) == ("Alcaldía de Cartago", "891.900.493-2")
    progress = float(ONE.snapshot.report.by_lines.progress or 0)
    assert first["Avance: promedio de líneas"] == pytest.approx(progress)
    assert first["Avance: promedio de planes"] == pytest.approx(progress)


def test_the_methods_are_named_beside_what_all_come_to() -> None:
    page = opened(*three())["Resumen"]
    told = {page.cell(row, 1).value: page.cell(row, 5).value for row in range(7, 10)}
    assert told == {
        "Promedio de líneas, todas con igual peso": 36,
        "Promedio de planes, todos con igual peso": 3,
        "Promedio de entidades, todas con igual peso": 2,
    }
    assert (page["A1"].value, page["A2"].value) == (
        "Consolidado de varias entidades · trimestre 2 de 2023",
        "2 entidades, 3 planes.",
    )


def test_a_figure_can_be_followed_to_its_line_its_results_and_its_closing() -> None:
    book = opened(*three())
    plan = rows(book, "Planes")[2]
    assert (plan["Cifras congeladas (SHA-256)"], plan["Cierre"]) == (ONE.facts.sha256, 2)
    place = str(plan["Sus líneas empiezan en"])
    assert place == "'Líneas'!A28"
    line = rows(book, "Líneas")[24 + 2]
    assert (line["Entidad"], line["Plan"], line["Fila"]) == ("Alcaldía de Cartago", "plan-3", 10)
    assert (line["Período: resultado"], line["Año a la fecha: resultado"], line["Avance exacto"]) == (
        20,
        27,
        "27 de 21 = 9/7",
    )
    first, second = str(line["Reportes: período, valor, origen, recibido, evidencia"]).split("\n")
    assert first.startswith("T1 2023 · 7 · ")
    assert second == "T2 2023 · 20 · Formulario del equipo, recibo R-0003 · 06/07/2023 10:00 · evidencia: Anexo 02"


def test_who_is_missing_stands_with_entity_plan_and_team() -> None:
    found = rows(opened(*three()), "Faltantes")
    assert len(found) == 9
    assert {row["Entidad"] for row in found} == {ONE.snapshot.entity.name, CARTAGO.name}
    teams = rows(opened(*three()), "Equipos")
    assert [row["Plan"] for row in teams] == ["gobierno-digital"] * 2 + ["plan-2"] * 2 + ["plan-3"] * 2


def test_a_closing_is_let_go_of_before_the_next_is_asked_for() -> None:
    handed: list[str] = []

    def each() -> Iterator[Closed]:
        for made in three():
            handed.append(made.facts.plan)
            yield made

    out = BytesIO()
    assert write_national(each(), out).plans == len(handed) == 3
    assert out.getvalue() == write_closed_together(three())


def test_a_plan_without_lines_and_a_line_without_results_are_told_all_the_same() -> None:
    report = ONE.snapshot.report
    bare = replace(report.lines[0], figures=(), cell=replace(report.lines[0].cell, result=None), gathered=None)
    none = replace(of_entity(CARTAGO, 3).snapshot, report=replace(report, lines=()))
    some = replace(ONE, snapshot=replace(ONE.snapshot, report=replace(report, lines=(bare,))))
    book = opened(some, replace(of_entity(CARTAGO, 3), snapshot=none))
    assert rows(book, "Planes")[1]["Sus líneas empiezan en"] == "–"
    assert rows(book, "Líneas")[0]["Reportes: período, valor, origen, recibido, evidencia"] == "–"


def test_a_table_too_long_for_a_sheet_goes_on_on_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stream, "MOST_ROWS", 20)
    book = opened(*three())
    assert book.sheetnames[-1] == "Líneas (2)"
    assert [len(rows(book, sheet)) for sheet in ("Líneas", "Líneas (2)")] == [20, 16]
    assert (book["Líneas"].auto_filter.ref, book["Líneas (2)"].auto_filter.ref) == ("A3:R23", "A3:R19")
    assert rows(book, "Planes")[2]["Sus líneas empiezan en"] == "'Líneas (2)'!A8"


def test_it_is_dated_by_the_newest_closing() -> None:
    assert opened(*three()).properties.created == ONE.snapshot.closed_at.replace(tzinfo=None)
