"""The two real plans read whole: every typed value of their truth."""

import json
from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from gdflow.collect.files import open_document
from gdflow.collect.plan_reader import read_plans
from gdflow.domain.plan import PlanKind, PlanLine, PlanReading, TargetUnit

DATA = Path(__file__).parents[2] / "data" / "plans"
CARTAGENA = json.loads((DATA / "cartagena_2023.truth.json").read_text(encoding="utf-8"))
CARTAGO = json.loads((DATA / "cartago_2024.truth.json").read_text(encoding="utf-8"))


def read(name: str, as_of: date) -> PlanReading:
    (reading,) = read_plans(open_document(DATA / name), as_of=as_of)
    return reading


def counted(reading: PlanReading) -> Counter[str]:
    return Counter(issue.code for issue in reading.issues)


def one_line(text: str) -> str:
    return " ".join(text.split())


def typed(line: PlanLine) -> dict[str, Any]:
    return {
        "item": line.item,
        "path": line.path,
        "stage": line.stage,
        "number": line.number,
        "activity": line.activity,
        "deliverable": line.deliverable,
        "indicator": line.indicator,
        "target_text": line.target_text,
        "start": str(line.start),
        "due": str(line.due),
        "teams": line.teams,
        "target": line.target,
        "unit": line.target_unit,
        "results": dict(line.results),
        "notes": dict(line.notes),
    }


def expected(row: dict[str, Any]) -> dict[str, Any]:
    reported = {f"2023-Q{at}": Decimal(value) for at, value in enumerate(row["quarters_recommended"], 1) if value}
    return {
        "item": str(row["item"]),
        "path": (row["criterion"],),
        "stage": row["cycle"]["code"],
        "number": str(row["activity"]["number"]),
        "activity": row["activity"]["text"],
        "deliverable": row["product"],
        "indicator": row["indicator"],
        "target_text": row["target_text"],
        "start": row["start"]["iso"],
        "due": row["end"]["iso"],
        "teams": tuple(row["responsible_teams"]),
        "target": Decimal(row["target"]["as_fraction_base"]),
        "unit": row["target"]["unit"],
        "results": reported,
        "notes": {entry["period"]: entry["text"] for entry in row["observation_entries"]},
    }


@pytest.mark.parametrize("name", ["cartagena_2023.txt", "cartagena_2023.xlsx"])
def test_cartagena_is_read_to_the_last_typed_value(name: str) -> None:
    reading = read(name, date(2023, 4, 10))
    assert [typed(line) for line in reading.lines] == [expected(row) for row in CARTAGENA["rows"]]
    assert (reading.kind, reading.year, reading.policy) == (PlanKind.ACTION, 2023, "Política gobierno digital")
    assert reading.title == "PLAN DE ACCIÓN POLÍTICA DE GESTIÓN Y DESEMPEÑO"


def test_the_rows_of_the_text_are_its_lines_and_one_of_them_is_repaired() -> None:
    reading = read("cartagena_2023.txt", date(2023, 4, 10))
    assert [line.row for line in reading.lines] == [row["source_line"] for row in CARTAGENA["rows"]]
    (shift,) = [issue for issue in reading.issues if issue.code == "shifted_row"]
    assert (shift.row, shift.cell) == (16, "F16")
    assert counted(reading) == {"shifted_row": 1, "two_teams": 10, "duplicate_number": 1, "placeholder_zero": 3}


def test_after_a_repair_the_results_stand_where_the_titles_say() -> None:
    reading = read("cartagena_2023.txt", date(2023, 4, 10))
    repaired = next(line for line in reading.lines if line.row == 16)
    assert repaired.result_cells == {"2023-Q1": "L16", "2023-Q2": "M16", "2023-Q3": "N16", "2023-Q4": "O16"}
    assert repaired.texts[15] == repaired.printed_result == "25,00%"
    assert 5 not in repaired.texts


@pytest.mark.parametrize("name", ["cartago_2024.txt", "cartago_2024.docx"])
def test_cartago_is_read_to_its_ten_items(name: str) -> None:
    reading = read(name, date(2024, 9, 1))
    items = CARTAGO["items"]
    assert [line.path for line in reading.lines] == [(i["category"]["group"], i["category"]["label"]) for i in items]
    windows = [(line.start and line.start.isoformat(), line.due and line.due.isoformat()) for line in reading.lines]
    assert windows == [(item["window"]["start"], item["window"]["end"]) for item in items]
    assert [one_line(line.texts[2]) for line in reading.lines] == [
        one_line(item["improvements"]["plain"]) for item in items
    ]
    assert [one_line(line.texts[1]) for line in reading.lines] == [
        one_line(" ".join(item["design_alternatives"]["parts_plain"])) for item in items
    ]


@pytest.mark.parametrize("name", ["cartago_2024.txt", "cartago_2024.docx"])
def test_cartago_has_one_deadline_to_confirm_one_missing_and_one_text_printed_twice(name: str) -> None:
    reading = read(name, date(2024, 9, 1))
    found = counted(reading)
    assert (found["proposed_deadline"], found["missing_deadline"], found["duplicate_text"]) == (1, 1, 1)
    assert [line.proposed_due for line in reading.lines if line.proposed_due] == [date(2024, 12, 31)]
    assert [issue.row for issue in reading.issues if issue.code == "missing_responsible"] == [None]
    heads = [issue.cell for issue in reading.issues if issue.code == "split_cell_joined" and "A" in (issue.cell or "")]
    assert len(heads) == 2


def test_the_pages_of_cartago_are_joined_five_times() -> None:
    reading = read("cartago_2024.txt", date(2024, 9, 1))
    assert counted(reading)["page_join"] == 5
    assert [line.row for line in reading.lines] == [item["source_lines"][0] for item in CARTAGO["items"]]


@pytest.mark.parametrize("name", ["cartago_2024.txt", "cartago_2024.docx"])
def test_cartago_says_what_it_is(name: str) -> None:
    reading = read(name, date(2024, 9, 1))
    assert reading.kind is PlanKind.IMPROVEMENT
    assert (reading.code, reading.version, reading.approved_on) == ("TI.PL04", "1", date(2024, 5, 21))
    assert reading.entity_name == "CONCEJO MUNICIPAL DE CARTAGO"
    assert all(line.target is None and line.target_unit is None for line in reading.lines)


def test_a_target_of_100_percent_is_the_fraction_one() -> None:
    line = read("cartagena_2023.txt", date(2023, 4, 10)).lines[-1]
    assert (line.target, line.target_unit) == (Decimal(1), TargetUnit.PERCENT)
