"""The plan's own workbook, filled in by hand: what one team reported in it, and every change that is not taken.

What counts is what differs from the document that was imported, so nothing that was printed in it is ever taken for an
answer. A copy that gdflow filled in holds figures that are in force already: those are no changes either.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from gdflow.collect.form_cells import is_blank, read_amount, shown
from gdflow.collect.form_layout import AskedLine
from gdflow.collect.form_reader import FormAnswer, FormProblem, doubts, expected
from gdflow.collect.own_grid import Grid, lay, same
from gdflow.collect.sheet import Cell, CellKind, Document, Sheet, address
from gdflow.domain.forms import FormColumn, so_far
from gdflow.domain.lines import Line, PlanFacts, Result
from gdflow.spanish import answers, forms

SENTENCES = {**forms.SENTENCES, **answers.SENTENCES}
PLACE = re.compile(r"([A-Z]+)([0-9]+)")
ORDINAL = re.compile(r"^\d{1,2}\.\s*")
RESULT, NOTES, TOTAL = "result", "observations", "printed_result"
MOST_TOLD = 40
Spot = tuple[int, int]


@dataclass(frozen=True, slots=True)
class OwnPlan:
    """A plan, its lines, and its figures in force by line and period. takes: lines and periods that may be answered."""

    plan: PlanFacts
    lines: Sequence[Line]
    team_id: int
    in_force: Mapping[tuple[int, str], Result]
    takes: frozenset[tuple[int, str]]


@dataclass(frozen=True, slots=True)
class OwnReading:
    """What the team said, by period, and what it must be told. sheet: the one that was read."""

    sheet: str
    answers: tuple[tuple[str, FormAnswer], ...]
    problems: tuple[FormProblem, ...]
    warnings: tuple[FormProblem, ...]


def read_own_workbook(document: Document, original: Document, own: OwnPlan) -> OwnReading | None:
    """What a workbook says as an answer to a plan; None when the plan's table is not in it.

    original: the document from which the plan was imported.
    """
    old = next((sheet for sheet in original.sheets if sheet.name == own.plan.sheet), None)
    if old is None or own.plan.header_row is None:
        return None
    filled_in = frozenset(column.index for column in own.plan.columns if column.role in (RESULT, NOTES, TOTAL))
    for sheet in sorted(document.sheets, key=lambda sheet: sheet.name != old.name):
        grid = lay(old, sheet, own.plan.header_row, filled_in)
        if grid is not None:
            return _Reader(own, grid, sheet).read()
    return None


@dataclass(slots=True)
class _Reader:
    """Goes through the plan's lines, then over everything else."""

    own: OwnPlan
    grid: Grid
    sheet: Sheet
    answers: list[tuple[str, FormAnswer]] = field(default_factory=list)
    problems: list[FormProblem] = field(default_factory=list)
    warnings: list[FormProblem] = field(default_factory=list)
    done: set[Spot] = field(default_factory=set)

    def read(self) -> OwnReading:
        for line in self.own.lines:
            self._line(line)
        told = [*self.problems, *self._elsewhere()]
        if len(told) > MOST_TOLD:
            rest = self._problem("more_changes", self.sheet.rows[0].number, None, "", found=len(told) - MOST_TOLD)
            told = [*told[:MOST_TOLD], rest]
        return OwnReading(self.sheet.name, tuple(self.answers), tuple(told), tuple(self.warnings))

    def _line(self, line: Line) -> None:
        spots = {period: _spot(place) for period, place in line.result_cells.items()}
        told = False
        for period, spot in spots.items():
            self.done.add(spot)
            found = self.grid.pair(*spot)
            if found is None:
                self._gone(line, period, spot)
            elif not self._known(line, period, found[1]):
                told = self._differs(line, period, spot, found) or told
        if not told:
            self._lone_note(line, spots)

    def _gone(self, line: Line, period: str, spot: Spot) -> None:
        if (line.id, period) in self.own.takes:
            self.problems.append(self._problem("row_gone", spot[0], None, line.label, uid=line.uid, told=line.label))

    def _known(self, line: Line, period: str, cell: Cell) -> bool:
        """Whether the cell shows the figure that is in force: gdflow wrote it there."""
        result = self.own.in_force.get((line.id, period))
        return result is not None and read_amount(cell, line.target_unit).value == result.value

    def _differs(self, line: Line, period: str, spot: Spot, found: tuple[Cell, Cell]) -> bool:
        """A result's cell that does not show what is in force; whether the line's notes go with it."""
        if not same(*found):
            return self._changed(line, period, spot, found[1])
        if (line.id, period) in self.own.takes and (line.id, period) in self.own.in_force:
            # An older copy, or a figure put back to what was printed: nobody can tell, so what was reported stays.
            told = {"uid": line.uid, "told": line.label}
            there, place = self.grid.rows[spot[0]], self._address(spot)
            self.warnings.append(self._problem("reported_otherwise", there, place, shown(found[1]), **told))
        return False

    def _changed(self, line: Line, period: str, spot: Spot, cell: Cell) -> bool:
        """A result's cell was changed; whether the line's notes go with it."""
        if (line.id, period) not in self.own.takes:
            code = "line_of_another_team" if line.team_id != self.own.team_id else "period_not_open"
            self._tell(code, line, spot, cell)
            return False
        asked = _asked(line, period, self.own.in_force)
        amount, note = read_amount(cell, line.target_unit), self._note(line, period)
        if amount.fault:
            self._tell(amount.fault, line, spot, cell, **expected(asked))
        elif amount.value is None:
            self._tell("result_erased", line, spot, cell)
        elif amount.value == 0 and note is None:
            self._tell("zero_without_note", line, spot, cell, notes=self._notes_cell(line, period) or "observaciones")
        else:
            self._answer(line, period, spot, cell, amount.value, note, asked)
        return True

    def _answer(
        self, line: Line, period: str, spot: Spot, cell: Cell, value: Decimal, note: str | None, asked: AskedLine
    ) -> None:
        zero = value == 0
        cells = dict.fromkeys(FormColumn, "") | {FormColumn.VALUE: self._address(spot)}
        answer = FormAnswer(line.uid, value, note if zero else None, None if zero else note, None, shown(cell), cells)
        self.answers.append((period, answer))
        for code, facts in doubts(asked, answer):
            place = self._address(spot)
            self.warnings.append(self._problem(code, self.grid.rows[spot[0]], place, answer.raw, uid=line.uid, **facts))

    def _lone_note(self, line: Line, spots: Mapping[str, Spot]) -> None:
        """Notes that were written beside no new result."""
        for period in spots:
            note, spot = self._note(line, period), self._notes_spot(line, period)
            if note is None or spot is None:
                continue
            if (line.id, period) not in self.own.takes:
                self.done.discard(spot)  # a change like any other
                continue
            there = self.grid.rows[spot[0]]
            self.problems.append(self._problem("note_without_result", there, self._address(spot), note, uid=line.uid))
            return

    def _note(self, line: Line, period: str) -> str | None:
        """What the line's notes say now and neither the plan nor a report that is in force said."""
        spot = self._notes_spot(line, period)
        found = self.grid.pair(*spot) if spot else None
        if spot is None or found is None:
            return None
        self.done.add(spot)
        known = {_bare(text) for text in found[0].text.splitlines()}
        for (line_id, _), result in self.own.in_force.items():
            if line_id == line.id:
                said = (result.narrative or result.zero_reason or "").splitlines()
                known.update(map(_bare, said))
        new = [ORDINAL.sub("", text.strip()) for text in found[1].text.splitlines() if _bare(text) not in known]
        return "\n".join(text for text in new if text) or None

    def _notes_spot(self, line: Line, period: str) -> Spot | None:
        notes = {column.period: column.index for column in self.own.plan.columns if column.role == NOTES}
        column = notes.get(period, notes.get(None))
        return None if column is None else (line.row, column)

    def _notes_cell(self, line: Line, period: str) -> str | None:
        spot = self._notes_spot(line, period)
        return self._address(spot) if spot and self.grid.pair(*spot) else None

    def _elsewhere(self) -> Iterator[FormProblem]:
        """Every other change of the sheet: it is told, and not taken."""
        totals = {column.index for column in self.own.plan.columns if column.role == TOTAL}
        for row, there in sorted(self.grid.rows.items()):
            for column in sorted(self.grid.columns.keys() - totals):
                before, after = self.grid.pair(row, column) or (None, None)
                if before and after and (row, column) not in self.done and self._is_change(before, after):
                    place = address(there, self.grid.columns[column])
                    said = {"before": shown(before) or "—", "after": shown(after) or "—"}
                    yield self._problem("change_not_taken", there, place, shown(after), **said)
        for there in self.grid.added_rows:
            cells = self.grid.new[there].cells
            text = next((shown(cell) for cell in cells if not is_blank(cell)), "")
            yield self._problem("row_not_of_plan", there, None, text)
        for column in self.grid.added_columns:
            top = min(number for number, row in self.grid.new.items() if not is_blank(row.cell(column)))
            text = shown(self.grid.new[top].cell(column))
            yield self._problem("column_not_of_plan", top, address(top, column), text)

    def _is_change(self, before: Cell, after: Cell) -> bool:
        # A program that does not calculate leaves formulas without their values: nobody changed those.
        return not same(before, after) and after.kind is not CellKind.FORMULA

    def _tell(self, code: str, line: Line, spot: Spot, cell: Cell, **facts: object) -> None:
        said = {"told": line.label, **facts}
        place = self._address(spot)
        self.problems.append(self._problem(code, self.grid.rows[spot[0]], place, shown(cell), uid=line.uid, **said))

    def _address(self, spot: Spot) -> str:
        return address(self.grid.rows[spot[0]], self.grid.columns[spot[1]])

    def _problem(
        self, code: str, row: int, cell: str | None, raw: str, *, uid: str | None = None, **facts: object
    ) -> FormProblem:
        said = {"sheet": self.sheet.name, "cell": cell, "row": row, "raw": raw, **facts}
        return FormProblem(code, self.sheet.name, cell, row, raw, SENTENCES[code].format(**said), uid)


def _asked(line: Line, period: str, in_force: Mapping[tuple[int, str], Result]) -> AskedLine:
    earlier = sorted((key, result.value) for (line_id, key), result in in_force.items() if line_id == line.id)
    before = so_far(line.accumulation, [value for key, value in earlier if key < period])
    return AskedLine(line.uid, line.target_unit, line.accumulation, line.target, before)


def _spot(place: str) -> Spot:
    letters, row = PLACE.fullmatch(place).groups()  # type: ignore[union-attr]  # written by the reader of plans itself
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return int(row), column - 1


def _bare(text: str) -> str:
    return " ".join(ORDINAL.sub("", text.strip()).split())
