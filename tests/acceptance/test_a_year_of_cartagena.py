"""The Cartagena plan from April 2023 to January 2024, lived through the command line alone."""

from collections import Counter
from datetime import date
from fractions import Fraction

import openpyxl
import pytest

from gdflow.colombia import holidays_of
from tests.acceptance.year import Year, settle
from tests.support.cast import GOBIERNO, GOBIERNO_MAIL, HEAD_MAIL, USO, USO_MAIL
from tests.support.commands import CommandLine
from tests.support.installation import CARTAGENA, SETTINGS

pytestmark = pytest.mark.xdist_group("year")  # what is lived once is lived by one process
REPORT, MEETINGS, ACTS, SCHEDULE = "Informes trimestrales", "- Cronogramas", "Actas de reunion", "Informes mensuales"
FURAG, PLANS, STRATEGY, ADOPTION = "Repositorio con", "Planes de Mejoramiento", "Estrategia de uso", "cronograma para"


@pytest.fixture(scope="module")
def shared() -> dict[str, Year]:
    """The year that the tests of this file look at: it is lived once."""
    return {}


@pytest.fixture
def year(shared: dict[str, Year], gdflow: CommandLine) -> Year:
    """The year, lived by the first test that asks."""
    if "year" not in shared:
        shared["year"] = lived(gdflow)
    known = shared["year"]
    gdflow.move(known.gdflow.home)
    known.gdflow = gdflow
    return known


def lived(gdflow: CommandLine) -> Year:
    """Nine months: a punctual team and a late one, a correction, lines that become complete, an overdue one."""
    settle(gdflow, SETTINGS, CARTAGENA)
    assert gdflow("import", CARTAGENA.name, "--as-of", "2023-04-10").code == 0
    gdflow("teams", "add", GOBIERNO, GOBIERNO_MAIL, "--by", "Coordinación")
    gdflow("teams", "add", USO, USO_MAIL, "--by", "Coordinación")
    for team in (GOBIERNO, USO):
        gdflow("teams", "add", team, HEAD_MAIL, "--role", "head", "--by", "Coordinación")
    year = Year(gdflow)
    year.live("2023-04-11", "2023-05-05")
    second_quarter(year)
    third_quarter(year)
    fourth_quarter(year)
    return year


def second_quarter(year: Year) -> None:
    year.live("2023-06-28", "2023-07-05")
    first = year.form(USO_MAIL)
    year.answer(USO_MAIL, "2023-07-05", {STRATEGY: 0.9, ADOPTION: 0.2}, first)
    year.answer(USO_MAIL, "2023-07-06", {STRATEGY: 0.3, ADOPTION: 0.2}, first)
    year.live("2023-07-06", "2023-07-13")
    year.answer(GOBIERNO_MAIL, "2023-07-13", {REPORT: 1, MEETINGS: 14, ACTS: 9, SCHEDULE: 2, FURAG: 1})
    year.live("2023-07-14", "2023-07-19")


def third_quarter(year: Year) -> None:
    year.live("2023-07-28", "2023-08-02")
    year.live("2023-09-28", "2023-10-03")
    year.answer(USO_MAIL, "2023-10-03", {STRATEGY: 0.5, ADOPTION: 0.3})
    year.answer(GOBIERNO_MAIL, "2023-10-03", {REPORT: 1, ACTS: 10, SCHEDULE: 3, PLANS: 0})
    year.live("2023-10-04", "2023-10-17")


def fourth_quarter(year: Year) -> None:
    year.live("2023-12-14", "2024-01-03")
    year.answer(USO_MAIL, "2024-01-03", {ADOPTION: 0.5})
    year.answer(GOBIERNO_MAIL, "2024-01-03", {REPORT: 1, SCHEDULE: 4, PLANS: 1})
    year.live("2024-01-04", "2024-01-18")


def consolidated(year: Year, period: str, day: str) -> dict[int, str | None]:
    told = year.gdflow("consolidate", "--period", period, "--as-of", day, "--json").json
    return {row["row"]: row["progress"] for row in told["lines"]}


def test_the_row_that_ends_in_april_is_reminded_by_its_own_date(year: Year) -> None:
    said = year.to(GOBIERNO_MAIL, "2023-04-11", "2023-05-05")
    assert [str(day) for day, _ in said] == ["2023-04-17", "2023-04-24", "2023-04-28", "2023-05-02"]
    assert all("actividad 9" in subject for _, subject in said)
    assert year.scans[date(2023, 5, 2)]["situation"]["overdue"] == [
        {"plan": "cartagena_2023", "sheet": "PLAN DE ACCION", "row": 16}
    ]


def test_one_mail_a_person_and_business_day(year: Year) -> None:
    carrying = [(day, mail) for day, mail in year.mails if "Recibido" not in str(mail["Subject"])]
    counts = Counter((day, mail["To"].addresses[0].addr_spec) for day, mail in carrying)
    assert [place for place, count in counts.items() if count > 1] == []
    assert len(counts) > 25


def test_nothing_left_on_a_closed_day(year: Year) -> None:
    closed = holidays_of([2023, 2024])
    assert [day for day, _ in year.mails if day.weekday() > 4 or day in closed] == []
    assert year.scans[date(2023, 5, 1)]["closed_because"] == closed[date(2023, 5, 1)]


def test_a_punctual_team_is_left_alone_after_its_answer(year: Year) -> None:
    assert len(year.to(USO_MAIL, "2023-06-28", "2023-07-05")) == 2
    assert [subject for _, subject in year.to(USO_MAIL, "2023-07-06", "2023-07-19") if "Recibido" not in subject] == []


def test_a_late_team_is_told_to_its_head_on_the_third_day_only(year: Year) -> None:
    said = year.to(HEAD_MAIL, "2023-06-28", "2023-07-19")
    assert [str(day) for day, _ in said] == ["2023-07-13"]
    assert "Solicitud de apoyo" in said[0][1]
    assert year.to(HEAD_MAIL, "2023-09-28", "2023-10-05") == []


def test_the_last_call_before_the_closing_speaks_of_what_is_left(year: Year) -> None:
    [last] = year.to(GOBIERNO_MAIL, "2023-07-14", "2023-07-14")
    assert "Último plazo: falta 1 reporte" in last[1]


def test_after_the_closing_the_quarter_is_asked_for_no_more(year: Year) -> None:
    assert year.to(GOBIERNO_MAIL, "2023-07-18", "2023-07-19") == []


def test_lines_that_became_complete_are_asked_for_no_more(year: Year) -> None:
    asked = {each["row"] for each in year.scans[date(2023, 10, 2)]["owed"] if each["period"] == "2023-Q3"}
    assert asked == {9, 11, 15, 17, 18, 19}
    fourth = {each["row"] for each in year.scans[date(2024, 1, 2)]["owed"] if each["period"] == "2023-Q4"}
    assert fourth == {9, 15, 17, 19}


def test_an_overdue_line_goes_on_being_asked_for_until_it_is_done(year: Year) -> None:
    august = year.scans[date(2023, 8, 2)]["situation"]["overdue"]
    october = year.scans[date(2023, 10, 17)]["situation"]["overdue"]
    assert ([each["row"] for each in august], october) == ([11], [])


def test_a_correction_counts_and_what_was_said_before_is_kept(year: Year) -> None:
    told = year.gdflow("explain", "18", "--as-of", "2023-07-19", "--json").json
    values = [each["value"] for each in told["results"] if each["period"] == "2023-Q2"]
    assert values == ["0.9", "0.3"]


def test_the_years_figures_are_right(year: Year) -> None:
    progress = consolidated(year, "2023-Q4", "2024-01-18")
    expected = {8: 1, 9: 1, 10: 1, 11: 1, 12: 1, 13: 1, 14: 1, 15: Fraction(93, 100), 16: 1, 17: 1, 18: 1, 19: 1}
    assert {row: Fraction(value or 0) for row, value in progress.items()} == expected


def test_the_half_years_figures_are_right(year: Year) -> None:
    progress = consolidated(year, "2023-Q2", "2023-07-19")
    assert (progress[10], progress[11], progress[18], progress[19]) == ("1", "11/21", "1/2", "1/5")


def test_the_entitys_own_workbook_holds_the_year(year: Year) -> None:
    year.gdflow("consolidate", "--period", "2023-Q4", "--as-of", "2024-01-18", "--out", "final")
    sheet = openpyxl.load_workbook(year.gdflow.home / "final" / "cartagena_2023 2023-Q4.xlsx")["PLAN DE ACCION"]
    assert [sheet[f"{column}9"].value for column in "LMNO"] == [1, 1, 1, 1]
    assert [sheet[f"{column}19"].value for column in "MNO"] == [0.2, 0.3, 0.5]
    assert str(sheet["Q9"].value).splitlines()[-1] == "4. Se trabajó en ello."


def test_the_account_closes(year: Year) -> None:
    checks = {check["what"]: check for check in year.gdflow("doctor", "--json").json["checks"]}
    assert checks["Cuentas de los recordatorios"]["ok"]
    assert checks["Registro de sucesos"]["ok"]
    assert "+ 0 pendientes + 0 sin certeza" in checks["Cuentas de los recordatorios"]["found"]
