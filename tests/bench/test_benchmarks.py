"""The yardsticks themselves: both sides of a benchmark do the same."""

import sqlite3
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from gdflow.report.closed_workbook import write_closed_workbook
from gdflow.report.national import write_national
from gdflow.settings.model import Settings
from gdflow.settings.rules import rules_of
from tests.bench import __main__ as bench
from tests.bench import books, claim, hour, informe, reading_forms

WHAT = "SELECT obligation_id, due_on, step, audience, reason, claimed_on, waiting, team_id FROM reminder ORDER BY 1"


def test_the_raw_statement_writes_what_the_scan_writes(tmp_path: Path) -> None:
    path = tmp_path / "claim.db"
    claim.build(path, 400)
    connection = sqlite3.connect(path, isolation_level=None)
    new = claim.gdflow_once(path, rules_of(Settings(), 1))
    ours = connection.execute(WHAT).fetchall()
    connection.execute("DELETE FROM reminder")
    assert (new, claim.raw_once(path)) == (80, 80)
    assert connection.execute(WHAT).fetchall() == ours
    connection.close()


@pytest.mark.parametrize("lines", [7, 40])
def test_every_side_reads_the_same_answers_out_of_forms_that_differ(lines: int) -> None:
    forms = reading_forms.forms_of(lines)
    assert len(set(forms)) == len(forms)
    for data in forms[:2]:
        found = reading_forms.read_by_gdflow(data)
        assert len(found) == lines
        assert found == reading_forms.read_by_openpyxl(data) == reading_forms.read_by_openpyxl_once(data)


def test_the_large_report_s_lines_share_no_text_and_are_the_same_in_every_run() -> None:
    lines = informe.plan(60).snapshot.report.lines
    assert len({each.line.label for each in lines}) == 60
    assert informe.plan(60) == informe.plan(60)


def test_an_unknown_benchmark_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert bench.main(["reading"]) == 2
    assert capsys.readouterr().err == f"reading: not one of {', '.join(bench.BENCHMARKS)}\n"


def test_the_script_writes_the_sheets_that_gdflow_writes() -> None:
    data = write_closed_workbook(books.closing_of(30))
    [ours, theirs] = [openpyxl.load_workbook(BytesIO(each)) for each in (data, books.rewritten(books.sheets_of(data)))]
    assert theirs.sheetnames == ours.sheetnames
    for name in ours.sheetnames:
        cells = [[cell.value or None for row in book[name].iter_rows() for cell in row] for book in (ours, theirs)]
        assert cells[0] == cells[1]


def test_national_closings_are_of_entities_that_differ() -> None:
    out = BytesIO()
    nation = write_national(books.closings(3), out)
    assert (list(nation.entities), nation.plans) == (["entidad-0000", "entidad-0001", "entidad-0002"], 3)


@pytest.mark.slow
def test_in_a_small_hour_every_answer_gets_its_receipt_and_nothing_fails(tmp_path: Path) -> None:
    lived = hour.live(tmp_path, 8, 3.0)
    assert lived.tally.wrong == []
    assert lived.receipts == len(lived.tally.receipts()) == 6 * hour.LINES + 2
    assert lived.results == 8 * hour.LINES
