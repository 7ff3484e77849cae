"""The Cartagena plan's four quarters closed for good, through the command line alone.

The first as the plan prints it; then corrections, a late team, lines that nobody reports, and a reopening of one team
that makes a second closing. In the end everything can be checked, and is written again elsewhere without a difference.
"""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from hashlib import sha256
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from gdflow.report.closing_set import CLOSING_SET
from gdflow.spanish.audit import KINDS
from gdflow.spanish.numbers import percent, rounded
from tests.acceptance.test_a_year_of_cartagena import (
    ACTS,
    ADOPTION,
    FURAG,
    MEETINGS,
    PLANS,
    REPORT,
    SCHEDULE,
    STRATEGY,
)
from tests.acceptance.year import Year, settle
from tests.support.cartagena import ROWS
from tests.support.cast import COORDINATOR_MAIL, GOBIERNO, GOBIERNO_MAIL, USO, USO_MAIL
from tests.support.commands import CommandLine
from tests.support.installation import CARTAGENA, SETTINGS

pytestmark = pytest.mark.xdist_group("closed year")  # what is lived once is lived by one process
ROOT = Path(__file__).parents[2]
PLAN = "cartagena_2023"
BY, WHY = ("--by", "Coordinación"), ("--reason", "El comité es mañana")
SPITE = ("--in-spite-of", "missing", *WHY, "--in-spite-of", "evidence", *WHY)


@dataclass
class Closed:
    """The year with what each closing answered, by period and number."""

    year: Year
    told: dict[tuple[str, int], Any]

    @property
    def gdflow(self) -> CommandLine:
        """The command line in the year's installation."""
        return self.year.gdflow

    def folder(self, period: str, number: int = 1) -> Path:
        """Where a closing's reports were laid out."""
        return self.gdflow.home / "reports" / PLAN / period / f"cierre-{number}"

    def frozen(self, period: str, number: int = 1) -> Any:
        """What a closing froze, as it was laid out."""
        [file] = self.folder(period, number).glob("Cifras congeladas*.json")
        return json.loads(file.read_bytes())

    def values(self, period: str, number: int = 1) -> dict[int, str | None]:
        """The figures that a closing froze for its own period, by row."""
        lines = self.frozen(period, number)["report"]["lines"]
        return {each["line"]["row"]: (each["cell"]["result"] or {}).get("value") for each in lines}


@pytest.fixture(scope="module")
def shared() -> dict[str, Closed]:
    """The year that the tests of this file look at: it is lived once."""
    return {}


@pytest.fixture
def closed(shared: dict[str, Closed], gdflow: CommandLine) -> Closed:
    """The year, lived by the first test that asks."""
    if "year" not in shared:
        shared["year"] = lived(gdflow)
    known = shared["year"]
    gdflow.move(known.gdflow.home)
    known.year.gdflow = gdflow
    return known


def close(year: Year, told: dict[tuple[str, int], Any], period: str, day: str, *more: str) -> None:
    """Close a period on a day, and send what there is to say of it."""
    ran = year.gdflow("close", "--period", period, *BY, *more, "--as-of", day, "--json")
    assert ran.code == 0, ran.err
    answer = ran.json
    told[period, answer["closing"]["number"]] = answer
    year.morning(date.fromisoformat(day))


def lived(gdflow: CommandLine) -> Closed:
    """Ten months in the days that matter."""
    settle(gdflow, SETTINGS, CARTAGENA)
    assert gdflow("import", CARTAGENA.name, "--as-of", "2023-04-10").code == 0
    gdflow("teams", "add", GOBIERNO, GOBIERNO_MAIL, "--by", "Coordinación")
    gdflow("teams", "add", USO, USO_MAIL, "--by", "Coordinación")
    year, told = Year(gdflow), dict[tuple[str, int], Any]()
    close(year, told, "2023-Q1", "2023-04-25")
    second_quarter(year, told)
    third_quarter(year, told)
    fourth_quarter(year, told)
    return Closed(year, told)


def second_quarter(year: Year, told: dict[tuple[str, int], Any]) -> None:
    """Uso corrects itself; Gobierno comes late and leaves lines out, and is let in again for one of them."""
    year.live("2023-07-04", "2023-07-05")
    form = year.form(USO_MAIL)
    year.answer(USO_MAIL, "2023-07-05", {STRATEGY: 0.9, ADOPTION: 0.2}, form)
    year.answer(USO_MAIL, "2023-07-06", {STRATEGY: 0.3, ADOPTION: 0.2}, form)
    year.live("2023-07-12", "2023-07-13")
    year.answer(GOBIERNO_MAIL, "2023-07-13", {REPORT: 1, MEETINGS: 14, ACTS: 9, SCHEDULE: 2})
    close(year, told, "2023-Q2", "2023-07-19", *SPITE)
    reopening = ("--team", GOBIERNO, "--until", "2023-07-27", "--reason", "El acta de FURAG llegó tarde")
    assert year.gdflow("reopen", PLAN, "2023-Q2", *reopening, *BY, "--as-of", "2023-07-21").code == 0
    year.live("2023-07-21", "2023-07-21")
    year.answer(GOBIERNO_MAIL, "2023-07-24", {FURAG: 1})
    close(year, told, "2023-Q2", "2023-07-28")


def third_quarter(year: Year, told: dict[tuple[str, int], Any]) -> None:
    year.live("2023-10-02", "2023-10-03")
    year.answer(USO_MAIL, "2023-10-03", {STRATEGY: 0.5, ADOPTION: 0.3})
    year.answer(GOBIERNO_MAIL, "2023-10-03", {REPORT: 1, ACTS: 10, SCHEDULE: 3, PLANS: 0})
    close(year, told, "2023-Q3", "2023-10-20", *SPITE)


def fourth_quarter(year: Year, told: dict[tuple[str, int], Any]) -> None:
    year.live("2024-01-02", "2024-01-03")
    year.answer(USO_MAIL, "2024-01-03", {ADOPTION: 0.5})
    year.answer(GOBIERNO_MAIL, "2024-01-03", {REPORT: 1, SCHEDULE: 4, PLANS: 1})
    close(year, told, "2023-Q4", "2024-01-22", *SPITE)


def test_the_first_quarters_figures_are_the_documents_own(closed: Closed) -> None:
    report = closed.frozen("2023-Q1")["report"]
    printed = [row["result_printed"] for row in ROWS]
    places = [len(each.partition(",")[2].rstrip("%")) for each in printed]
    found = [Fraction(line["progress"]) for line in report["lines"]]
    assert [percent(each, after) for each, after in zip(found, places, strict=True)] == [
        each.replace("%", "\u00a0%") for each in printed
    ]
    assert len(found) == 12
    assert percent(Fraction(report["by_lines"]["progress"]), 2) == "40,90\u00a0%"
    assert percent(Fraction(report["by_items"]["progress"]), 2) == "43,18\u00a0%"
    assert closed.told["2023-Q1", 1]["closing"]["missing"] == 0


def test_the_workbook_of_the_first_quarter_shows_the_same(closed: Closed) -> None:
    [path] = closed.folder("2023-Q1").glob("Consolidado*.xlsx")
    page = openpyxl.load_workbook(path, data_only=True)["Consolidado"]
    rows: list[list[Any]] = [[cell.value for cell in row] for row in page.iter_rows()]
    heading = next(row for row in rows if "RESULTADO" in row)
    column = heading.index("RESULTADO")
    shown: list[float] = [
        row[column] for row in rows[rows.index(heading) + 1 :] if isinstance(row[column], int | float)
    ]
    frozen = [Fraction(each["progress"]) for each in closed.frozen("2023-Q1")["report"]["lines"]]
    assert [round(each, 4) for each in shown[:12]] == [float(rounded(each, 4)) for each in frozen]


def test_a_correction_counts_and_what_it_replaced_is_kept_beside_it(closed: Closed) -> None:
    assert closed.values("2023-Q2")[18] == "0.3"
    versions = [each for each in closed.frozen("2023-Q2")["versions"] if each["value"] in ("0.9", "0.3")]
    assert [(each["version"], each["value"], each["in_force"]) for each in versions] == [
        (1, "0.9", False),
        (2, "0.3", True),
    ]


def test_who_was_late_and_what_was_missing_is_told_to_its_team(closed: Closed) -> None:
    own = (mail for _, mail in closed.year.mails if GOBIERNO_MAIL in mail["To"])
    mail = next(mail for mail in own if "Cierre del trimestre 2" in mail["Subject"])
    text = str(mail.get_body(("plain",)).get_content())  # type: ignore[union-attr]  # every mail of ours has one
    assert text.count("Reportado con retraso") == 4
    assert text.count("Sin reporte al cierre") == 2
    assert str(mail["Subject"]).endswith("4 de 6 reportes · 2 sin reporte al cierre")


def test_each_closing_is_told_once_to_each(closed: Closed) -> None:
    told = [
        (str(mail["To"]), str(mail["Subject"])) for _, mail in closed.year.mails if "Cierre" in str(mail["Subject"])
    ]
    assert len(told) == len(set(told))
    assert sum(to == COORDINATOR_MAIL for to, _ in told) == 5
    assert sum(to == USO_MAIL for to, _ in told) == 4  # nothing of its own in the second closing
    assert sum(to == GOBIERNO_MAIL for to, _ in told) == 5


def test_the_reopening_made_a_second_closing_that_says_what_changed(closed: Closed) -> None:
    first, second = closed.told["2023-Q2", 1]["closing"], closed.told["2023-Q2", 2]["closing"]
    assert (first["missing"], second["missing"]) == (2, 1)
    changes = closed.frozen("2023-Q2", 2)["differences"]
    assert (changes["closing"], changes["sha256"]) == (1, first["sha256"])
    assert {(each["row"], each["field"]) for each in changes["changes"]} >= {(16, "value")}
    assert {each["row"] for each in changes["changes"]} == {16}
    assert closed.frozen("2023-Q2", 2)["previous_sha256"] == first["sha256"]


def test_the_first_closing_stands_as_it_was(closed: Closed) -> None:
    assert closed.values("2023-Q2", 1)[16] is None
    assert closed.values("2023-Q2", 2)[16] == "1"
    assert {row: value for row, value in closed.values("2023-Q2", 1).items() if row != 16} == {
        row: value for row, value in closed.values("2023-Q2", 2).items() if row != 16
    }


def test_every_closing_has_its_whole_set_and_a_manifest_that_holds(closed: Closed) -> None:
    for period, number in closed.told:
        folder = closed.folder(period, number)
        lines = (folder / "MANIFIESTO.txt").read_text("utf-8").splitlines()
        named = {name: digest for digest, _, name in (each.partition("  ") for each in lines if each[0] != "#")}
        assert len(named) == len(CLOSING_SET)
        assert {path.name for path in folder.iterdir()} == {*named, "MANIFIESTO.txt"}
        assert all(sha256((folder / name).read_bytes()).hexdigest() == digest for name, digest in named.items())


def test_a_closed_quarter_takes_nothing_more(closed: Closed) -> None:
    form = closed.year.form(USO_MAIL)
    path = closed.gdflow.home / "tarde.xlsx"
    path.write_bytes(form)
    ran = closed.gdflow("receive", path, "--as-of", "2024-02-01")
    assert ran.code in (3, 4)
    assert (
        closed.gdflow("extend", "fila:18", "--to", "2024-03-01", "--period", "2023-Q4", *BY, "--reason", "x").code == 4
    )
    assert closed.gdflow("close", "--period", "2023-Q4", *BY, "--as-of", "2024-02-01").code == 4


def test_the_record_is_whole_and_has_the_head_of_every_closing(closed: Closed) -> None:
    for answer in closed.told.values():
        ran = closed.gdflow("audit", "verify", "--head", answer["closing"]["head"], "--json")
        assert (ran.code, ran.json["ok"], ran.json["closings"]) == (0, True, 5)
        assert ran.json["head_event"]["kind"] == "period_closed"
    assert ran.json["reports"] == 5 * len(CLOSING_SET)


def test_every_event_of_the_year_has_its_spanish_name(closed: Closed) -> None:
    told = closed.gdflow("audit", "list", "--last", "1000", "--json").json["events"]
    assert len(told) > 50
    assert {each["kind"] for each in told} <= set(KINDS)


def test_written_again_in_another_process_every_report_is_the_same(closed: Closed, tmp_path: Path) -> None:
    environment = {
        **{name: value for name, value in os.environ.items() if name in ("PATH", "HOME")},
        "PYTHONPATH": str(ROOT),
        "PYTHONHASHSEED": "7",
        "TZ": "Asia/Tokyo",
        "LC_ALL": "C",
    }
    for listed in closed.gdflow("closings", "--json").json["closings"]:
        words = ["--home", str(closed.gdflow.home), "report", str(listed["id"]), "--out", str(tmp_path), "--json"]
        command = [sys.executable, "-m", "gdflow.cli.main", *words]
        done = subprocess.run(command, env=environment, cwd=tmp_path, capture_output=True, encoding="utf-8", check=True)
        again = json.loads(done.stdout)["reports"]
        assert [each["same"] for each in again] == [True] * len(CLOSING_SET)
        assert {each["name"]: each["sha256"] for each in again} == {
            each["name"]: each["sha256"] for each in listed["reports"]
        }
