"""Small documents for the plan reader's tests, written as grids of plain Python values."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from gdflow.collect.plan_reader import read_plans
from gdflow.collect.sheet import BLANK, Cell, CellKind, Document, Merge, Row, Sheet
from gdflow.domain.plan import PlanLine, PlanReading

Value = str | int | Decimal | date | Cell | None


def percent(text: str) -> Cell:
    """A number that is shown with a percent format: percent("0.25") is shown as 25 %."""
    return Cell(CellKind.NUMBER, Decimal(text), f"{Decimal(text) * 100:f}%", percent=True)


def error(text: str) -> Cell:
    """A cell that shows an error."""
    return Cell(CellKind.ERROR, text, text)


def formula(text: str) -> Cell:
    """A formula whose value was never calculated."""
    return Cell(CellKind.FORMULA, text, text)


def grid(
    rows: Sequence[Any],
    *,
    name: str = "Plan",
    kind: str = "sheet",
    merges: Sequence[tuple[int, int, int, int]] = (),
    hidden_rows: Sequence[int] = (),
    hidden_columns: Sequence[int] = (),
    loose: Sequence[str] = (),
) -> Sheet:
    """A sheet; a merge is (first row, first column, last row, last column), rows from 1 and columns from 0."""
    made = [Row(at, tuple(map(_cell, row)), at in hidden_rows) for at, row in enumerate(rows, 1)]
    kept = tuple(row for row in made if any(cell is not BLANK for cell in row.cells))
    spans = tuple(Merge(*merge) for merge in merges)
    return Sheet(name, kept, kind, False, frozenset(hidden_columns), spans, tuple(loose))


def text_grid(text: str) -> Sheet:
    """A tab-separated text."""
    return grid([line.split("\t") for line in text.split("\n")], kind="text")


def plans(*sheets: Sheet, as_of: date | None = None, name: str = "plan.xlsx") -> tuple[PlanReading, ...]:
    """The plans read out of those sheets."""
    return read_plans(Document(name, sheets), as_of=as_of)


def plan(*sheets: Sheet, as_of: date | None = None, name: str = "plan.xlsx") -> PlanReading:
    """The one plan read out of those sheets."""
    (reading,) = plans(*sheets, as_of=as_of, name=name)
    return reading


def only(reading: PlanReading) -> PlanLine:
    """The one line of a plan."""
    (line,) = reading.lines
    return line


def codes(reading: PlanReading) -> list[str]:
    """The codes of a plan's issues, in order."""
    return [issue.code for issue in reading.issues]


def numbers(values: Mapping[str, Decimal]) -> dict[str, str]:
    """Figures as texts, for comparing them at a glance."""
    return {key: str(value) for key, value in values.items()}


def _cell(value: Value) -> Cell:
    if value is None or value == "":
        return BLANK
    if isinstance(value, Cell):
        return value
    if isinstance(value, int | Decimal):
        return Cell(CellKind.NUMBER, Decimal(value), str(value))
    if isinstance(value, date):
        return Cell(CellKind.DATE, value, value.isoformat())
    return Cell(CellKind.TEXT, value, value)
