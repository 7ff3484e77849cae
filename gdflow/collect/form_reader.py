"""A team's form come back: its answers by line uid, and every problem in it at once, each with its cell.

A blank row is not answered, which is no fault; a zero needs its reason; nothing is guessed, nothing dropped unsaid.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from gdflow.collect.form_cells import is_blank, read_amount, read_text, shown, text_fault
from gdflow.collect.form_layout import AskedLine, Head, Table, find_tables, read_heads
from gdflow.collect.sheet import Cell, Document, Row, address
from gdflow.domain.forms import INPUTS, FormColumn, passes_target, running
from gdflow.domain.plan import TargetUnit
from gdflow.spanish.forms import SENTENCES
from gdflow.spanish.numbers import number

TEXTS = INPUTS[1:]
LONGEST_SEEN = 60  # of what a cell says, in the sentence about it


@dataclass(frozen=True, slots=True)
class FormAnswer:
    """What a team answered for a line: value in the line's unit (a percent as its fraction).

    zero_reason: stated exactly when value is 0. raw: the value as it stood in the cell.
    cells: address of each open cell, for evidence.
    """

    line_uid: str
    value: Decimal
    zero_reason: str | None
    narrative: str | None
    evidence: str | None
    raw: str
    cells: Mapping[FormColumn, str]


@dataclass(frozen=True, slots=True)
class FormProblem:
    """Something a person must look at; message says it whole, cell is None for a whole row."""

    code: str
    sheet: str
    cell: str | None
    row: int
    raw: str
    message: str
    line_uid: str | None = None


@dataclass(frozen=True, slots=True)
class FormReading:
    """A form as read. problems keep their line unanswered; warnings only ask.

    team and period are what the file says: the token decides. unanswered: uids of the lines left blank or absent.
    """

    token: str
    version: int
    team: str
    period: str
    answers: tuple[FormAnswer, ...]
    problems: tuple[FormProblem, ...]
    warnings: tuple[FormProblem, ...]
    unanswered: tuple[str, ...]


@dataclass(slots=True)
class _Findings:
    """What has been found on the way down the sheet."""

    answers: dict[str, FormAnswer] = field(default_factory=dict)
    problems: list[FormProblem] = field(default_factory=list)
    warnings: list[FormProblem] = field(default_factory=list)
    filled: set[str] = field(default_factory=set)


def read_form(document: Document) -> FormReading:
    """Everything the first form of a file says. Raises InputError: not_a_form, form_version, form_columns."""
    return read_tables(read_heads(document)[0], find_tables(document))


def read_tables(head: Head, tables: Sequence[Table]) -> FormReading:
    """What the rows of one form say, in whichever of these sheets they stand."""
    found = _Findings()
    for table in tables:
        open_columns = [(column, table.columns[column]) for column in INPUTS]
        for row in table.rows:
            cells = {column: row.cell(at) for column, at in open_columns}
            if not all(map(is_blank, cells.values())):
                _read_row(_Place(table, row, cells), head, found)
    return FormReading(
        token=head.token,
        version=head.version,
        team=head.team,
        period=head.period,
        answers=tuple(found.answers.values()),
        problems=tuple(found.problems),
        warnings=tuple(found.warnings),
        unanswered=tuple(uid for uid in head.lines if uid not in found.filled),
    )


@dataclass(frozen=True, slots=True)
class _Place:
    """One row of the table, from which problems are told. cells: those that a team fills in."""

    table: Table
    row: Row
    cells: Mapping[FormColumn, Cell]

    @property
    def uid(self) -> str:
        return self.row.cell(self.table.columns[FormColumn.UID]).text.strip()

    def cell(self, column: FormColumn) -> str:
        return address(self.row.number, self.table.columns[column])

    def problem(self, code: str, column: FormColumn | None, raw: str, **facts: object) -> FormProblem:
        cell = self.cell(column) if column else None
        seen = raw if len(raw) <= LONGEST_SEEN else f"{raw[:LONGEST_SEEN]}…"
        said = {"sheet": self.table.sheet, "cell": cell, "row": self.row.number, "raw": seen, **facts}
        message = SENTENCES[code].format(value_cell=self.cell(FormColumn.VALUE), **said)
        return FormProblem(code, self.table.sheet, cell, self.row.number, raw, message, self.uid or None)


def _read_row(place: _Place, head: Head, found: _Findings) -> None:
    uid = place.uid
    asked = head.lines.get(uid)
    if asked is None:
        code = "unknown_line" if uid else "row_without_line"
        found.problems.append(place.problem(code, None, uid))
    elif asked.uid in found.filled:
        found.answers.pop(asked.uid, None)
        found.problems.append(place.problem("duplicate_line", None, asked.uid))
    else:
        found.filled.add(asked.uid)
        _read_answer(place, asked, found)


def _read_answer(place: _Place, asked: AskedLine, found: _Findings) -> None:
    cells = place.cells
    amount = read_amount(cells[FormColumn.VALUE], asked.unit)
    raw = shown(cells[FormColumn.VALUE])
    texts = {column: read_text(cells[column]) for column in TEXTS}
    faults = [
        place.problem(code, column, shown(cells[column])) for column in TEXTS if (code := text_fault(cells[column]))
    ]
    if amount.fault:
        faults.append(place.problem(amount.fault, FormColumn.VALUE, raw, **expected(asked)))
    elif amount.value is None:
        faults.append(place.problem("value_missing", FormColumn.VALUE, ""))
    elif amount.value == 0 and not texts[FormColumn.ZERO_REASON]:
        faults.append(place.problem("zero_without_reason", FormColumn.ZERO_REASON, raw))
    found.problems.extend(faults)
    if amount.value is not None and not faults:
        found.answers[asked.uid] = _answer(place, asked.uid, amount.value, raw, texts)
        found.warnings.extend(_warnings(place, asked, found.answers[asked.uid], texts[FormColumn.ZERO_REASON]))


def _answer(place: _Place, uid: str, value: Decimal, raw: str, texts: Mapping[FormColumn, str | None]) -> FormAnswer:
    return FormAnswer(
        line_uid=uid,
        value=value,
        zero_reason=texts[FormColumn.ZERO_REASON] if value == 0 else None,
        narrative=texts[FormColumn.NARRATIVE],
        evidence=texts[FormColumn.EVIDENCE],
        raw=raw,
        cells={column: place.cell(column) for column in INPUTS},
    )


def _warnings(place: _Place, asked: AskedLine, answer: FormAnswer, reason: str | None) -> Iterator[FormProblem]:
    for code, facts in doubts(asked, answer):
        yield place.problem(code, FormColumn.VALUE, answer.raw, **facts)
    if reason and answer.zero_reason is None:
        yield place.problem("reason_ignored", FormColumn.ZERO_REASON, reason)


def doubts(asked: AskedLine, answer: FormAnswer) -> Iterator[tuple[str, dict[str, object]]]:
    """Codes and facts of what to ask about an answer that is taken."""
    total = running(asked.accumulation, asked.so_far, answer.value)
    if passes_target(asked.accumulation, asked.target, total):
        yield "above_target", {**expected(asked), "value": _shown(asked, answer.value)}


def expected(asked: AskedLine) -> dict[str, object]:
    """What a line's sentences say was expected of it."""
    target = "sin cifra" if asked.target is None else _shown(asked, asked.target)
    return {"target": target, "example": "30 %" if asked.unit is TargetUnit.PERCENT else "7 o 0,3"}


def _shown(asked: AskedLine, value: Decimal) -> str:
    return f"{number(value * 100)} %" if asked.unit is TargetUnit.PERCENT else number(value)
