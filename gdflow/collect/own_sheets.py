"""The sheets of a plan's workbook beside the plan's own: what a person changed in them is told and never taken."""

from collections.abc import Collection, Iterator
from itertools import islice

from gdflow.collect.form_cells import is_blank, shown
from gdflow.collect.form_reader import FormProblem
from gdflow.collect.own_grid import same
from gdflow.collect.sheet import Cell, CellKind, Document, Row, Sheet, address
from gdflow.spanish.answers import SENTENCES

MOST_TOLD = 20
SHOWN = 80  # signs of a cell
NOTHING = Row(0, ())


def changes_elsewhere(
    document: Document, original: Document, read: Collection[str], plans: Collection[str]
) -> tuple[FormProblem, ...]:
    """How a workbook differs from the one that was imported, cell by cell, in sheets where nothing is reported.

    read: the sheets of the document in which answers were looked for. plans: the original's sheets that hold a plan.
    At most MOST_TOLD are told one by one; the rest of each sheet is counted.
    """
    before = {sheet.name: sheet for sheet in original.sheets if sheet.name not in plans}
    after = {sheet.name: sheet for sheet in document.sheets if sheet.name not in read}
    told: list[FormProblem] = []
    for name, sheet in after.items():
        found = _changes(before[name], sheet) if name in before else _added(sheet)
        told.extend(islice(found, MOST_TOLD - len(told)))
        if rest := sum(1 for _ in found):
            told.append(_problem("more_changes", name, 1, found=rest))
    told.extend(_problem("sheet_gone", name, 1) for name in before if name not in after and _holds(before[name]))
    return tuple(told)


def _changes(old: Sheet, new: Sheet) -> Iterator[FormProblem]:
    """The cells that differ, in order. What a formula gives is nobody's change, as long as the formula stands."""
    computed = old.calculated & new.calculated
    before, after = ({row.number: row for row in sheet.rows} for sheet in (old, new))
    for number in sorted(before.keys() | after.keys()):
        was, now = before.get(number, NOTHING), after.get(number, NOTHING)
        for column in range(max(len(was.cells), len(now.cells))):
            if (number, column) not in computed and _differ(was.cell(column), now.cell(column)):
                said = {"before": _short(was.cell(column)), "after": _short(now.cell(column))}
                yield _problem("sheet_changed", new.name, number, address(number, column), **said)


def _differ(before: Cell, after: Cell) -> bool:
    # A program that does not calculate leaves formulas without their values: nobody changed those.
    return CellKind.FORMULA not in (before.kind, after.kind) and not same(before, after)


def _short(cell: Cell) -> str:
    text = shown(cell) or "—"
    return f"{text[:SHOWN]}…" if len(text) > SHOWN else text


def _added(sheet: Sheet) -> Iterator[FormProblem]:
    if _holds(sheet):
        yield _problem("sheet_added", sheet.name, 1)


def _holds(sheet: Sheet) -> bool:
    return any(not is_blank(cell) for row in sheet.rows for cell in row.cells)


def _problem(code: str, sheet: str, row: int, cell: str | None = None, **facts: object) -> FormProblem:
    raw = str(facts.get("after", ""))
    return FormProblem(code, sheet, cell, row, raw, SENTENCES[code].format(sheet=sheet, cell=cell, **facts))
