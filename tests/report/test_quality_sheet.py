"""The sheet of the data's quality, and how the sheets say how far a review has come."""

from datetime import UTC, date, datetime
from fractions import Fraction
from io import BytesIO

import openpyxl
import pytest

from gdflow.domain.consolidated import Consolidated, consolidated
from gdflow.domain.quality import Quality, RefusedFiles
from gdflow.domain.reviews import Review, Verdict
from gdflow.report.review_words import figures_said
from gdflow.report.workbook import write_consolidated
from tests.support.cartagena import answer, lines, plan, results, second_quarter
from tests.support.cast import USO

MADE = datetime(2023, 7, 12, 15, tzinfo=UTC)
REFUSED = (RefusedFiles(USO, "2023-Q2", "empty_file", "Está vacío.", 2),)
ROWS = (
    Quality(USO, "2023-Q2", 4, 3, 1, Fraction(5, 2), 5, 1, REFUSED),
    Quality("Todos los equipos", "2023-Q2", 0, 0, 0, None, 0, 0, ()),
)


def report(reviews: dict[int, Review] | None = None) -> Consolidated:
    sent = answer(3, "7")
    owed = second_quarter()
    its = {"period": "2023-Q2", "as_of": date(2023, 7, 12), "reviews": reviews}
    return consolidated(plan(), lines(), (*results(), sent), owed, **its)  # type: ignore[arg-type]  # named above


def said(verdict: Verdict, note: str | None = None) -> dict[int, Review]:
    return {203: Review(1, 203, verdict, note, "Coordinación", MADE)}


def book(each: Consolidated, quality: tuple[Quality, ...] = ()) -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(write_consolidated(each, made_at=MADE, quality=quality)))


def test_the_sheet_has_a_row_for_each_team_and_one_for_all() -> None:
    page = book(report(), ROWS)["Calidad del dato"]
    uso, whole = ([cell.value for cell in row] for row in page.iter_rows(min_row=4))
    assert uso == [USO, "T2 2023", 4, 3, 1, 0.75, 0.25, 2.5, 5, 1, 0.2, 2, "2: Está vacío."]
    assert whole[5:8] == ["–"] * 3
    assert (page["F4"].number_format, page["H4"].number_format) == ("0.0%", page["K4"].number_format)
    assert "Completitud: reportes recibidos de los esperados." in str(page["A2"].value)


def test_without_anything_to_tell_there_is_no_sheet() -> None:
    assert "Calidad del dato" not in book(report()).sheetnames
    assert write_consolidated(report(), made_at=MADE) == write_consolidated(report(), made_at=MADE, quality=())


@pytest.mark.parametrize(
    ("reviews", "words"),
    [
        (None, "Cifras reportadas por los equipos, sin revisión"),
        ({}, "Cifras reportadas por los equipos, en revisión (avaladas 0, por revisar 1, devueltas 0)"),
        (said(Verdict.ACCEPTED), "Cifras aceptadas en la revisión (avaladas 1, por revisar 0, devueltas 0)"),
        (
            said(Verdict.RETURNED, "Falta el acta."),
            "Cifras reportadas por los equipos, en revisión (avaladas 0, por revisar 0, devueltas 1)",
        ),
    ],
    ids=["none", "waiting", "accepted", "returned"],
)
def test_every_sheet_says_how_far_the_figures_have_come(reviews: dict[int, Review] | None, words: str) -> None:
    made = book(report(reviews))
    assert made["Resumen"]["A4"].value == f"{words}."
    assert str(made["Consolidado"]["A3"].value).endswith(f"{words}.")


def test_a_plan_that_is_reviewed_has_a_column_of_it() -> None:
    page = book(report(said(Verdict.RETURNED, "Falta el acta.")))["Consolidado"]
    titles = [cell.value for cell in page[4]]
    column = titles.index("Revisión T2 2023") + 1
    line = next(row for row in range(5, 17) if page.cell(row, column).value != "–")
    assert page.cell(line, column).value == "Devuelto para corrección: Falta el acta."
    assert page.cell(line, titles.index("Resultado T2 2023") + 1).value == "devuelto"
    assert "Revisión T2 2023" not in [cell.value for cell in book(report())["Consolidado"][4]]


def test_a_book_of_several_plans_tells_of_all_of_them() -> None:
    accepted, waiting, unreviewed = report(said(Verdict.ACCEPTED)), report({}), report()
    assert "en revisión (avaladas 1, por revisar 1, devueltas 0)" in figures_said([accepted, waiting])
    assert figures_said([accepted, accepted]).startswith("Cifras aceptadas en la revisión (avaladas 2")
    assert "unos planes se revisan y otros no (avaladas 1" in figures_said([unreviewed, accepted])
    assert figures_said([unreviewed, unreviewed]) == "Cifras reportadas por los equipos, sin revisión"
