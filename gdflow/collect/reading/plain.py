"""Documents and forms as plain data and back: lists, texts and numbers that cannot do anything by being read."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from gdflow.collect.form_reader import FormAnswer, FormProblem, FormReading
from gdflow.collect.sheet import BLANK, Cell, CellKind, Document, Merge, Row, Sheet
from gdflow.domain.forms import FormColumn

Plain = dict[str, Any]
PROBLEM = ("code", "sheet", "cell", "row", "raw", "message", "line_uid")
TEXTS = (CellKind.TEXT, CellKind.ERROR, CellKind.FORMULA)


def document_as_plain(document: Document) -> Plain:
    """A document without its loose texts, which no answer stands in."""
    return {"name": document.name, "sheets": [_sheet(sheet) for sheet in document.sheets]}


def document_from_plain(plain: Plain) -> Document:
    """The document again."""
    return Document(str(plain["name"]), tuple(map(_sheet_of, plain["sheets"])))


def form_as_plain(form: FormReading) -> Plain:
    """A form as read."""
    return {
        "head": [form.token, form.version, form.team, form.period],
        "answers": [_answer(answer) for answer in form.answers],
        "problems": [_problem(problem) for problem in form.problems],
        "warnings": [_problem(problem) for problem in form.warnings],
        "unanswered": list(form.unanswered),
    }


def form_from_plain(plain: Plain) -> FormReading:
    """The form again."""
    token, version, team, period = plain["head"]
    return FormReading(
        token=str(token),
        version=int(version),
        team=str(team),
        period=str(period),
        answers=tuple(map(_answer_of, plain["answers"])),
        problems=tuple(map(_problem_of, plain["problems"])),
        warnings=tuple(map(_problem_of, plain["warnings"])),
        unanswered=tuple(map(str, plain["unanswered"])),
    )


def _sheet(sheet: Sheet) -> Plain:
    return {
        "name": sheet.name,
        "kind": sheet.kind,
        "hidden": sheet.hidden,
        "calculated": sorted(sheet.calculated),
        "merges": [[m.first_row, m.first_column, m.last_row, m.last_column] for m in sheet.merges],
        "rows": [[row.number, row.hidden, [_cell(cell) for cell in row.cells]] for row in sheet.rows],
    }


def _sheet_of(plain: Plain) -> Sheet:
    rows = tuple(Row(int(number), tuple(map(_cell_of, cells)), bool(hidden)) for number, hidden, cells in plain["rows"])
    merges = tuple(Merge(*map(int, corners)) for corners in plain["merges"])
    calculated = frozenset((int(row), int(column)) for row, column in plain["calculated"])
    its = (str(plain["name"]), rows, str(plain["kind"]), bool(plain["hidden"]))
    return Sheet(*its, merges=merges, calculated=calculated)


def _cell(cell: Cell) -> list[Any] | str | None:
    if cell.kind is CellKind.BLANK:
        return None
    if cell.kind is CellKind.TEXT:
        return cell.text
    value = str(cell.value) if isinstance(cell.value, Decimal) else None
    return [cell.kind.value, cell.text, value, cell.percent]


def _cell_of(plain: list[Any] | str | None) -> Cell:
    if plain is None:
        return BLANK
    if isinstance(plain, str):
        return Cell(CellKind.TEXT, plain, plain)
    name, text, value, percent = plain
    kind = CellKind(name)
    return Cell(kind, _value(kind, str(text), value), str(text), bool(percent))


def _value(kind: CellKind, text: str, value: str | None) -> str | Decimal | date | datetime | bool:
    if kind in TEXTS:
        return text
    if kind is CellKind.BOOL:
        return text == "VERDADERO"
    if kind is CellKind.DATE and len(text) <= len("2023-07-05"):
        return date.fromisoformat(text if len(text) > len("2023-07") else f"{text}-01")
    if kind is CellKind.DATE:
        return datetime.fromisoformat(text)
    return Decimal(str(value))


def _answer(answer: FormAnswer) -> list[Any]:
    cells = {column.value: place for column, place in answer.cells.items()}
    said = (answer.zero_reason, answer.narrative, answer.evidence, answer.raw)
    return [answer.line_uid, str(answer.value), *said, cells]


def _answer_of(plain: Sequence[Any]) -> FormAnswer:
    uid, value, zero_reason, narrative, evidence, raw, cells = plain
    places = {FormColumn(column): str(place) for column, place in cells.items()}
    return FormAnswer(str(uid), Decimal(value), _text(zero_reason), _text(narrative), _text(evidence), str(raw), places)


def _problem(problem: FormProblem) -> list[Any]:
    return [getattr(problem, name) for name in PROBLEM]


def _problem_of(plain: Sequence[Any]) -> FormProblem:
    code, sheet, cell, row, raw, message, uid = plain
    return FormProblem(str(code), str(sheet), _text(cell), int(row), str(raw), str(message), _text(uid))


def _text(plain: Any) -> str | None:
    return None if plain is None else str(plain)
