"""Completeness, timeliness, returns and refused files, from a real quarter of the plan."""

from datetime import date
from fractions import Fraction
from io import BytesIO

import openpyxl
import pytest

from gdflow.app import App
from gdflow.domain.periods import parse_period
from gdflow.domain.quality import Quality
from gdflow.services.consolidate import consolidate, consolidate_together
from gdflow.services.find import find_plan
from gdflow.services.quality import QualityReport, quality_json, quality_report, quality_rows
from tests.support.cast import GOBIERNO, USO, at
from tests.support.installation import CARTAGENA, CARTAGO, answered, imported, plan, received, scanned
from tests.support.reviews import returned, reviewing


@pytest.fixture
def quarter(installed: App) -> App:
    """Two reports in time, one of them back and sent anew late; and a file that nobody can read."""
    reviewing(installed)
    scanned(installed, "2023-07-01")
    answered(installed, USO, "2023-Q2", "2023-07-06", {18: "0.3", 19: "0.1"})
    returned(installed, [18], "2023-07-07")
    answered(installed, USO, "2023-Q2", "2023-07-11", {18: "0.4"})
    answered(installed, GOBIERNO, "2023-Q2", "2023-07-13", {9: "1"})
    received(installed, b"esto no es un libro", "2023-07-13", "nota.xlsx")
    return installed


def told(app: App, period: str | None = "2023-Q2", *, of_plan: bool = False) -> QualityReport:
    with app.reading() as session:
        return quality_report(session, app.rules, [plan(app)] if of_plan else (), period)


def of(report: QualityReport, team: str) -> Quality:
    return next(each for each in report.teams if each.team == team)


def test_the_first_report_decides_whether_it_was_in_time(quarter: App) -> None:
    uso = of(told(quarter), USO)
    assert (uso.expected, uso.received, uso.timely, uso.median_late) == (2, 2, 2, None)
    assert (uso.submissions, uso.returns, uso.returns_per_submission) == (3, 1, Fraction(1, 3))


def test_a_late_team_is_told_by_how_many_business_days(quarter: App) -> None:
    gobierno = of(told(quarter), GOBIERNO)
    assert (gobierno.received, gobierno.timely, gobierno.median_late) == (1, 0, 3)
    assert gobierno.completeness == Fraction(1, gobierno.expected)


def test_a_file_of_nobody_is_counted_once_and_says_why(quarter: App) -> None:
    unknown = of(told(quarter), "Sin identificar")
    assert (unknown.expected, unknown.completeness, unknown.files) == (0, None, 1)
    assert "nota.xlsx" in unknown.refused[0].why
    assert told(quarter).whole.files == 1


def test_the_whole_is_of_all_teams(quarter: App) -> None:
    report = told(quarter)
    assert report.whole.expected == sum(each.expected for each in report.teams)
    assert report.whole.received == 3
    assert told(quarter, of_plan=True).plan == "cartagena_2023"
    assert told(quarter, None).whole.expected > report.whole.expected


def test_a_period_that_runs_is_not_counted_as_late(quarter: App) -> None:
    with quarter.reading() as session:
        report = quality_report(session, quarter.rules, ended_by=date(2023, 7, 14))
    assert {each.period for each in report.teams} == {"2023-Q1", "2023-Q2", None}


def test_a_report_is_told_as_json(quarter: App) -> None:
    said = quality_json(told(quarter))
    whole = said["whole"]
    assert isinstance(whole, dict)
    assert (said["plan"], said["period"], whole["median_days_late"]) == (None, "2023-Q2", "3")
    assert whole["returns_per_submission"] == "1/4"


def test_nothing_to_tell_makes_no_rows(empty: App) -> None:
    with empty.reading() as session:
        assert quality_rows(session, empty.rules, (), "2023-Q2") == ()


def sheet(data: bytes, name: str) -> list[list[object]]:
    return [[cell.value for cell in row] for row in openpyxl.load_workbook(BytesIO(data))[name].iter_rows()]


def test_the_consolidated_workbook_has_a_sheet_of_it(quarter: App) -> None:
    with quarter.transaction() as session:
        now = at("2023-07-14")
        data = consolidate(session, quarter.rules, plan(quarter), parse_period("2023-Q2"), now=now).workbook
        together = consolidate_together(session, quarter.rules, "2023-Q2", now=now)
    rows = sheet(data, "Calidad del dato")
    assert [row[0] for row in rows[3:]] == [GOBIERNO, USO, "Sin identificar", "Todos los equipos"]
    assert rows[4][2:7] == [2, 2, 2, 1, 1]
    assert len(sheet(together.workbook, "Calidad del dato")) == len(rows)


def whole(data: bytes) -> tuple[object, ...]:
    """Reports expected and received of the last row, that of all teams."""
    return tuple(sheet(data, "Calidad del dato")[-1][2:4])


def test_the_sheet_counts_the_plans_of_its_workbook_alone(quarter: App) -> None:
    imported(quarter, CARTAGENA, "2023-04-10", name="cartagena_copia.xlsx")
    imported(quarter, CARTAGO, "2023-04-10")
    scanned(quarter, "2023-07-14")
    now, asked = at("2023-07-14"), parse_period("2023-Q2")
    with quarter.transaction() as session:
        one, copy = (
            consolidate(session, quarter.rules, find_plan(session, quarter.rules.entity_id, code), asked, now=now)
            for code in ("cartagena_2023", "cartagena_copia")
        )
        together = consolidate_together(session, quarter.rules, "2023-Q2", now=now)
    assert (whole(one.workbook), whole(copy.workbook)) == ((8, 3), (8, 0))
    assert whole(together.workbook) == (16, 3)


def test_the_consolidated_workbook_says_how_far_the_review_has_come(quarter: App) -> None:
    with quarter.transaction() as session:
        now = at("2023-07-14")
        data = consolidate(session, quarter.rules, plan(quarter), parse_period("2023-Q2"), now=now).workbook
    said = "Cifras reportadas por los equipos, en revisión (avaladas 0, por revisar 3, devueltas 0)"
    assert sheet(data, "Resumen")[3][0] == f"{said}."
    titles = sheet(data, "Consolidado")[3]
    column = titles.index("Revisión T2 2023")
    assert {row[column] for row in sheet(data, "Consolidado")[4:]} == {"Por revisar", "–"}
