"""Cartago's improvement plan: no responsible team, one date to confirm, one line without any."""

from datetime import date
from pathlib import Path

import pytest

from tests.acceptance.year import Year, days, settle
from tests.support.cast import COORDINATOR_MAIL
from tests.support.commands import CommandLine
from tests.support.installation import PLANS, SETTINGS, text_of

BOTH = [(PLANS / "cartago_2024.txt", 21, 33), (PLANS / "cartago_2024.docx", 4, 7)]


@pytest.fixture(params=BOTH, ids=["text", "word"])
def cartago(request: pytest.FixtureRequest, gdflow: CommandLine) -> tuple[Year, int, int]:
    """The plan imported in October 2024, with the rows of its hinted and of its undated line."""
    path, hinted, undated = request.param
    settle(gdflow, SETTINGS, path)
    assert gdflow("import", path.name, "--as-of", "2024-10-11").code == 0
    return Year(gdflow), hinted, undated


def rows(year: Year, day: str) -> set[int]:
    return {each["row"] for each in year.scans[date.fromisoformat(day)]["owed"]}


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("cartago_2024.txt", {"page_join": 5, "duplicate_text": 1, "proposed_deadline": 1, "missing_deadline": 1}),
        ("cartago_2024.docx", {"duplicate_text": 1, "proposed_deadline": 1, "missing_deadline": 1}),
    ],
)
def test_the_document_is_read_with_every_doubt(gdflow: CommandLine, name: str, codes: dict[str, int]) -> None:
    [plan] = gdflow("import", PLANS / name, "--as-of", "2024-10-11", "--dry-run", "--json").json["plans"]
    found = [issue["code"] for issue in plan["issues"]]
    assert {code: found.count(code) for code in codes} == codes
    windows = [line for line in plan["lines"] if (line["start"], line["due"]) == ("2024-08-01", "2027-12-31")]
    assert (len(plan["lines"]), len(windows)) == (10, 8)
    assert [line["extra"]["proposed_due"] for line in plan["lines"] if line["extra"]["proposed_due"]] == ["2024-12-31"]


def test_what_only_a_person_can_put_right_is_told_once(cartago: tuple[Year, int, int]) -> None:
    year, hinted, undated = cartago
    year.live("2024-10-11", "2024-10-18")
    [(day, mail)] = year.mails
    said = text_of(mail)
    assert (day, mail["To"].addresses[0].addr_spec) == (date(2024, 10, 11), COORDINATOR_MAIL)
    parts = said.split("ACTIVIDAD SIN FECHA LÍMITE")[1].split("FECHA POR CONFIRMAR")
    assert (f"(fila {undated})" in parts[0], f"(fila {hinted})" in parts[1].split("SIN RESPONSABLE")[0]) == (True, True)
    assert "10 ACTIVIDADES SIN RESPONSABLE" in said


def test_a_line_without_a_date_is_never_reminded(cartago: tuple[Year, int, int]) -> None:
    year, hinted, undated = cartago
    for day in days("2024-12-26", "2025-01-20"):
        year.scan(day)
    told = {each["row"] for scan in year.scans.values() for each in scan["reminders"]}
    assert (undated in told, hinted in told, len(told)) == (False, False, 8)


def test_a_confirmed_line_is_reminded_by_its_date(cartago: tuple[Year, int, int]) -> None:
    year, hinted, _ = cartago
    assert (
        "vence el 2024-12-31"
        in year.gdflow("confirm", str(hinted), "--by", "Coordinación", "--as-of", "2024-10-15").out
    )
    year.live("2024-12-10", "2025-01-02")
    said = [
        (str(day), each["step"])
        for day, scan in year.scans.items()
        for each in scan["reminders"]
        if each["row"] == hinted and each["kind"] == "deadline" and each["new"]
    ]
    assert said == [
        ("2024-12-16", "-10"),
        ("2024-12-23", "-5"),
        ("2024-12-30", "-1"),
        ("2024-12-31", "0"),
        ("2025-01-02", "+1"),
    ]
    assert {address for _, mail in year.mails for address in [mail["To"].addresses[0].addr_spec]} == {COORDINATOR_MAIL}


def test_both_documents_are_the_same_plan(gdflow: CommandLine) -> None:
    def told(path: Path) -> list[tuple[str, str, str]]:
        [plan] = gdflow("import", path, "--dry-run", "--json").json["plans"]
        return [(line["activity"], line["start"], line["due"]) for line in plan["lines"]]

    assert told(BOTH[0][0]) == told(BOTH[1][0])
