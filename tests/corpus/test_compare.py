"""The judge itself: equal readings pass, each kind of difference is told, and the corpus is always the same."""

from pathlib import Path
from typing import Any

from tests.corpus.__main__ import write_all
from tests.corpus.builders import issue, line, plan, truth
from tests.corpus.compare import compare
from tests.corpus.fuzz import write_random_plan

EXPECTED = truth(
    "a.xlsx",
    "2024-01-01",
    [plan([line(3, activity="Hacer actas", target="1.50", results={"2024-Q1": "1"}, teams=["A"], extra={})], "P")],
    [issue("missing_deadline", 3)],
    ["error_value"],
)


def actual(**changed: Any) -> dict[str, Any]:
    facts = {"row": 3, "activity": " Hacer  actas", "target": "1.5", "results": {"2024-Q1": "1.0"}, "teams": ["A"]}
    lines = [{"indicator": None, "deliverable": None, "number": None, "extra": {"path": []}, **facts, **changed}]
    issues = [{"code": "missing_deadline", "row": 3, "cell": None}]
    return {"plans": [{"sheet": "P", "kind": "action_plan", "period_kind": None, "lines": lines}], "issues": issues}


def test_decimals_are_compared_as_numbers_and_texts_without_their_blanks() -> None:
    assert compare(EXPECTED, actual()) == []


def test_a_missing_result_is_told_with_its_row() -> None:
    assert compare(EXPECTED, actual(results={})) == ["P: fila 3: results: se esperaba {'2024-Q1': '1'}, se leyó {}"]


def test_a_row_that_is_no_line_and_a_line_that_is_missing_are_told() -> None:
    assert compare(EXPECTED, actual(row=4)) == [
        "P: fila 3: falta la línea",
        "P: fila 4: no es una línea ( Hacer  actas)",
    ]


def test_issues_that_lack_or_should_not_be_there_are_told() -> None:
    read = actual() | {"issues": [{"code": "error_value", "row": 3, "cell": "G3"}]}
    assert compare(EXPECTED, read) == [
        "falta la advertencia missing_deadline en fila 3",
        "sobra la advertencia error_value",
    ]


def test_a_plan_on_a_sheet_that_holds_none_is_told() -> None:
    read = actual()
    read["plans"].append({**read["plans"][0], "sheet": "Listas"})
    assert compare(EXPECTED, read) == ["hoja 'Listas': se leyó un plan donde no lo hay, filas 3"]


def test_writing_the_corpus_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        write_all(tmp_path / folder)
        write_random_plan(7, tmp_path / folder)
    first = {path.name: path.read_bytes() for path in (tmp_path / "one").iterdir()}
    assert len(first) > 60
    assert first == {path.name: path.read_bytes() for path in (tmp_path / "two").iterdir()}
