"""An error in a result's cell is a third thing: neither a figure nor "not reported"."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from gdflow.app import App
from gdflow.domain.digest import Purpose
from gdflow.domain.obligations import ObligationKind
from gdflow.domain.periods import parse_period
from gdflow.domain.results import CellState
from gdflow.services.explain import explain
from gdflow.services.in_force import report_on
from gdflow.services.verdicts import Verdict
from tests.support.cast import GOBIERNO, at
from tests.support.installation import CARTAGENA, answered, form_of, imported, line, mail_of, plan, scanned, text_of

ROW, DAY = 9, "2023-07-11"


@pytest.fixture
def spoilt(empty: App, tmp_path: Path) -> App:
    """Cartagena's plan with #REF! where row 9 reports its second quarter, and blanks in the other rows."""
    book = openpyxl.load_workbook(CARTAGENA)
    page = book.worksheets[0]
    for row in range(8, 20):
        page.cell(row, 13).value = None
    page.cell(ROW, 13).value, page.cell(ROW, 13).data_type = "#REF!", "e"
    book.save(tmp_path / "cartagena_2023.xlsx")
    imported(empty, tmp_path / "cartagena_2023.xlsx", "2023-07-10")
    return empty


def verdict(app: App, day: str) -> Verdict:
    chosen, found = plan(app), line(app, ROW)
    with app.reading() as session:
        told = explain(session, app.rules, chosen, found, as_of=date.fromisoformat(day))
    kinds = {(each.obligation.kind, each.obligation.period): each.verdict for each in told.obligations}
    return kinds[ObligationKind.RESULT, "2023-Q2"]


def test_a_cell_that_shows_an_error_brings_its_team_no_reminder(spoilt: App) -> None:
    missing = {owed.row for owed in scanned(spoilt, DAY).situation.missing["2023-Q2"]}
    assert ROW not in missing
    assert missing == {10, 11, 15, 16, 17, 18, 19}
    assert verdict(spoilt, DAY) is Verdict.UNREADABLE


def test_the_coordinator_is_told_the_cell(spoilt: App) -> None:
    notices = scanned(spoilt, DAY).composed.notices
    told = next(notice for notice in notices if notice.purpose == Purpose.COORDINATOR)
    assert "celda M9" in text_of(mail_of(told.data))


def test_the_report_shows_it_as_unreadable_and_not_as_missing(spoilt: App) -> None:
    with spoilt.reading() as session:
        report = report_on(session, spoilt.rules, plan(spoilt), parse_period("2023-Q2"), now=at("2023-07-20"))
    row = next(each for each in report.lines if each.line.row == ROW)
    assert (row.cell.state, row.cell.word) == (CellState.UNREADABLE, "dato ilegible")
    assert row.timeliness.label == "Pendiente"
    assert next(each for each in report.missing if each.line.row == ROW).overdue is False


def test_the_plan_mended_and_imported_again_owes_or_has_what_it_says(spoilt: App, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(tmp_path / "cartagena_2023.xlsx")
    book.worksheets[0].cell(ROW, 13).value = None
    book.save(tmp_path / "cartagena_2023.xlsx")
    imported(spoilt, tmp_path / "cartagena_2023.xlsx", "2023-07-11")
    assert ROW in {owed.row for owed in scanned(spoilt, "2023-07-12").situation.missing["2023-Q2"]}


def test_the_form_still_asks_for_it_and_an_answer_settles_it(spoilt: App) -> None:
    assert form_of(spoilt, GOBIERNO, "2023-Q2", DAY).asked == 6
    answered(spoilt, GOBIERNO, "2023-Q2", DAY, {ROW: 1})
    assert verdict(spoilt, DAY) is Verdict.REPORTED
