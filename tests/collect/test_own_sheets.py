"""A plan's workbook come back: what was changed in sheets where nothing is reported."""

from io import BytesIO

import xlsxwriter  # type: ignore[import-untyped]  # it has no stubs

from gdflow.collect.files import read_document
from gdflow.collect.own_sheets import MOST_TOLD, changes_elsewhere
from gdflow.collect.sheet import Document

Sheets = dict[str, dict[str, object]]
PLAN: Sheets = {"PLAN": {"A1": "Actividad"}}
SUMMARY: Sheets = PLAN | {"RESUMEN": {"A1": "Total", "B1": 3, "A2": "Responsable", "B2": "Planeación"}}


def document(sheets: Sheets, results: dict[str, object] | None = None) -> Document:
    """A workbook of these cells; results: what its formulas gave, by cell."""
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer) as book:
        for name, cells in sheets.items():
            page = book.add_worksheet(name)
            for place, value in cells.items():
                if isinstance(value, str) and value.startswith("="):
                    page.write_formula(place, value, None, (results or {}).get(place, 0))
                else:
                    page.write(place, value)
    return read_document(buffer.getvalue(), "plan.xlsx")


def told(before: Document, after: Document) -> list[tuple[str, str, str | None]]:
    found = changes_elsewhere(after, before, {"PLAN"}, {"PLAN"})
    return [(problem.code, problem.sheet, problem.cell) for problem in found]


def changed(sheet: str, **cells: object) -> Sheets:
    return SUMMARY | {sheet: SUMMARY.get(sheet, {}) | cells}


def test_the_same_workbook_has_no_changes() -> None:
    assert told(document(SUMMARY), document(SUMMARY)) == []


def test_each_cell_that_differs_is_told_with_what_it_was_and_is() -> None:
    before, after = document(SUMMARY), document(changed("RESUMEN", B1=5, C2="nuevo", A9="abajo"))
    assert told(before, after) == [("sheet_changed", "RESUMEN", place) for place in ("B1", "C2", "A9")]
    message = changes_elsewhere(after, before, {"PLAN"}, {"PLAN"})[0].message
    assert message.startswith("Hoja RESUMEN, celda B1: cambió «3» por «5»")


def test_what_was_erased_is_told() -> None:
    gone = SUMMARY | {"RESUMEN": {"A1": "Total", "B1": 3, "A2": "Responsable"}}
    assert told(document(SUMMARY), document(gone)) == [("sheet_changed", "RESUMEN", "B2")]


def test_sheets_that_were_read_for_answers_are_left_to_their_reader() -> None:
    assert told(document(SUMMARY), document(changed("PLAN", A1="otra cosa"))) == []


def test_a_sheet_put_in_and_one_taken_out_are_told() -> None:
    after = PLAN | {"NOTAS": {"A1": "mis notas"}, "EN BLANCO": {}}
    assert told(document(SUMMARY), document(after)) == [
        ("sheet_added", "NOTAS", None),
        ("sheet_gone", "RESUMEN", None),
    ]


def test_what_a_formula_gives_is_nobodys_change_until_someone_writes_over_it() -> None:
    sums = changed("RESUMEN", B1="=1+2")
    assert told(document(sums, {"B1": 3}), document(sums, {"B1": 9})) == []
    assert told(document(sums, {"B1": 3}), document(changed("RESUMEN", B1=9))) == [("sheet_changed", "RESUMEN", "B1")]


def test_many_changes_are_counted() -> None:
    after = document(changed("RESUMEN", **{f"D{row}": "x" for row in range(1, 101)}))
    found = changes_elsewhere(after, document(SUMMARY), {"PLAN"}, {"PLAN"})
    assert len(found) == MOST_TOLD + 1
    assert f"hay {100 - MOST_TOLD} cambios más" in found[-1].message


def test_a_long_text_is_told_by_its_start() -> None:
    after = document(changed("RESUMEN", B2="palabra " * 600))
    assert len(changes_elsewhere(after, document(SUMMARY), {"PLAN"}, {"PLAN"})[0].message) < 300
