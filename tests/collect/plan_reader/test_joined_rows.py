"""Rows that only go on with the one above are part of it; what else lacks a date is a line."""

from datetime import date
from typing import Any

import pytest

from tests.collect.plan_reader.grids import codes, grid, only, plan, text_grid

HEAD = ["No.", "ACTIVIDAD", "RESPONSABLE", "FECHA INICIO", "FECHA FIN"]


def line(number: str, activity: str, team: str = "Secretaría General", due: str = "30/11/2024") -> list[Any]:
    return [number, activity, team, "01/02/2024" if due else "", due]


def read(*rows: list[Any], kind: str = "text") -> list[tuple[str | None, str | None, tuple[str, ...]]]:
    reading = plan(grid([["PLAN DE ACCIÓN 2024"], HEAD, *rows], kind=kind))
    return [(each.number, each.activity, each.teams) for each in reading.lines]


@pytest.mark.parametrize("kind", ["text", "table", "sheet"])
def test_a_row_that_goes_on_in_every_cell_is_joined_with_the_office_in_it(kind: str) -> None:
    found = read(
        line("1", "Aplicar las tablas de", "Archivo"), ["", "retención", "Central"], line("2", "Dotar"), kind=kind
    )
    assert found[0] == ("1", "Aplicar las tablas de retención", ("Archivo Central",))


def test_where_every_line_has_its_number_a_row_without_goes_on_in_capitals_too() -> None:
    rows = [line("1", "Elaborar el Plan"), ["", "Institucional"], ["", "2025"], line("2", "Dotar sedes")]
    assert [each[1] for each in read(*rows)] == ["Elaborar el Plan Institucional 2025", "Dotar sedes"]


def test_a_text_that_stops_at_a_small_word_goes_on() -> None:
    rows = [line("1", "Elaborar el plan", "Oficina Asesora de"), ["", "", "Planeación"], line("2", "Dotar sedes")]
    assert read(*rows, kind="table")[0][2] == ("Oficina Asesora de Planeación",)


def test_an_office_alone_in_its_row_answers_too() -> None:
    rows = [line("1", "Elaborar el plan"), ["", "", "Oficina TIC"], line("2", "Dotar sedes")]
    assert read(*rows, kind="sheet")[0][2] == ("Secretaría General", "Oficina TIC")


def test_a_row_goes_on_over_the_head_of_a_page() -> None:
    page = [["ENTIDAD", "PLAN DE ACCIÓN", "Página 2 de 2"], HEAD]
    rows = [line("1", "Formar gestores de"), *page, ["", "integridad en las", "y Talento Humano"], ["", "sedes"]]
    found = read(*rows, line("2", "Dotar sedes"))
    assert found[0][:2] == ("1", "Formar gestores de integridad en las sedes")


def test_what_was_still_missing_may_stand_in_the_row_that_goes_on() -> None:
    rows = [
        ["1", "Publicar el plan en la sección de", "", "", ""],
        ["", "transparencia.", "Oficina TIC", "", "30/06/2024"],
    ]
    reading = plan(grid([HEAD, *rows, line("2", "Dotar sedes")], kind="table"))
    assert reading.lines[0].due == date(2024, 6, 30)
    assert codes(reading) == ["split_cell_joined"]


def test_a_numbered_row_without_a_date_is_a_line_of_its_own() -> None:
    assert len(read(line("1", "Formar gestores"), line("2", "dotar sedes", due=""))) == 2


def test_findings_cut_by_lines_are_whole_again() -> None:
    text = "HALLAZGO\tACCIÓN\tRESPONSABLE\tFECHA FIN\tAVANCE\nActas sin\tAplicar las tablas\tArchivo\t30/11/2023\t40%"
    found = only(plan(text_grid(text + "\nfirmar\tde retención\tCentral\n\ty capacitar")))
    assert (found.path, found.activity) == (("Actas sin firmar",), "Aplicar las tablas de retención y capacitar")


def test_a_number_merged_over_two_lines_is_no_number_printed_twice() -> None:
    head = ["No", "HALLAZGO", "ACCIÓN", "FECHA FIN"]
    rows = [head, [1, "Actas", "Firmar", date(2024, 5, 1)], [None, None, "Publicar", date(2024, 6, 1)]]
    reading = plan(grid(rows, merges=[(2, 0, 3, 0), (2, 1, 3, 1)]))
    assert ([each.number for each in reading.lines], "duplicate_number" in codes(reading)) == (["1", "1"], False)


def test_one_number_printed_twice_does_not_take_the_others_from_their_lines() -> None:
    rows = [line("1.1", "Preparar"), line("1.2", "Evaluar"), line("1.2", "Adjudicar"), line("1.10", "Publicar")]
    reading = plan(grid([HEAD, *rows]))
    assert [each.number for each in reading.lines] == ["1.1", "1.2", "1.2", "1.10"]
    assert [issue.row for issue in reading.issues if issue.code == "duplicate_number"] == [4]
