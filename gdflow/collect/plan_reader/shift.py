"""Rows whose cells stand one column off: what sort of value each column holds tells where the gap belongs."""

import re
from collections.abc import Sequence
from decimal import Decimal

from gdflow.collect.plan_reader.columns import FIGURES, Column
from gdflow.collect.plan_reader.contents import sort_of
from gdflow.collect.plan_reader.dates import serial_day
from gdflow.collect.plan_reader.numbers import read_figure
from gdflow.collect.plan_reader.roles import Role
from gdflow.collect.plan_reader.teams import is_office
from gdflow.collect.sheet import BLANK, DATE, NUMBER, TEXT, VACANT, Cell

DAYS = frozenset({Role.START, Role.DUE})
AMOUNTS = FIGURES | {Role.TOTAL, Role.WEIGHT, Role.BASELINE, Role.DURATION}
WORDS = frozenset(
    {Role.ACTIVITY, Role.DELIVERABLE, Role.INDICATOR, Role.TARGET_TEXT, Role.NOTE, Role.PATH, Role.FINDING, Role.UNIT}
    | {Role.RESPONSIBLE, Role.DESIGN, Role.CAUSE, Role.FORMULA, Role.EVIDENCE}
)
LISTED = re.compile(r"\s*\d+(?:\.\d+)*\s*[.)-]")
COUNTED = re.compile(r"\s*\d+\s*%?\s+[^\W\d]")
ENOUGH = 2


class Signature:
    """What sort of value stands in each typed column of a table."""

    def __init__(self, columns: Sequence[Column]) -> None:
        self.width = len(columns)
        self.days = [column.index for column in columns if column.role in DAYS]
        self.amounts = [column.index for column in columns if column.role in AMOUNTS]
        self.words = [column.index for column in columns if column.role in WORDS]
        self.people = [column.index for column in columns if column.role is Role.RESPONSIBLE]
        self._tests = [(at, _is_day) for at in self.days] + [(at, _is_amount) for at in self.amounts]
        self._tests += [(at, _is_untyped) for at in self.words]
        self.strict = bool(self.days) and bool(self.amounts or self.people)

    def is_plain(self, cells: Sequence[Cell]) -> bool:
        """The quick look that most rows pass: a date where a date belongs and words where words belong."""
        for at in self.days:
            cell = cells[at]
            if cell.kind is not DATE and (cell.kind is not TEXT or sort_of(cell.text) != "day"):
                return False
        for at in self.words:
            cell = cells[at]
            if cell.kind is not VACANT and (cell.kind is not TEXT or _is_typed(cell)):
                return False
        return True

    def faults(self, cells: Sequence[Cell], most: int = 1000) -> int:
        """How many typed columns hold what does not belong there; a blank belongs everywhere.

        Counting stops beyond `most`: a try that is already worse than another need not be known to the end.
        """
        wrong = 0
        for at, belongs in self._tests:
            cell = cells[at]
            if cell.kind is not VACANT and not belongs(cell):
                wrong += 1
                if wrong > most:
                    break
        return wrong

    def first_fault(self, cells: Sequence[Cell]) -> int:
        """The first column that holds what does not belong there, or the last but one."""
        return min((at for at, belongs in self._tests if not belongs(cells[at])), default=self.width - 2)

    def filled(self, cells: Sequence[Cell]) -> int:
        """How many of the dated columns hold a date, and of the counted and responsible ones anything."""
        days = sum(is_date(cells[at]) for at in self.days)
        return days + sum(cells[at].kind is not VACANT for at in self.amounts + self.people)


class Shapes:
    """How the texts of each word column usually begin: "2. " in activities, "4 " in targets told in words."""

    def __init__(self, rows: Sequence[Sequence[Cell]], signature: Signature) -> None:
        self._people = frozenset(signature.people)
        self._usual = {at: _usual([row[at].text for row in rows if row[at].kind is TEXT]) for at in signature.words}

    def oddness(self, cells: Sequence[Cell]) -> float:
        """How unlike the usual the beginnings are; 0 for a row like the others."""
        odd = 0.0
        for at, (listed, counted) in self._usual.items():
            if cells[at].kind is TEXT:
                text = cells[at].text
                odd += abs(listed - bool(LISTED.match(text))) + abs(counted - bool(COUNTED.match(text)))
                odd += at in self._people and not is_office(text)
        return odd


def repaired(cells: list[Cell], signature: Signature, shapes: Shapes) -> tuple[list[Cell], int] | None:
    """The row with its values under their titles and the column of the gap, or None when no move is surely better."""
    before = signature.faults(cells)
    if before < ENOUGH:
        return None
    # a move behind the first misplaced value would leave it misplaced
    last = signature.first_fault(cells)
    tries: list[tuple[int, int, list[Cell]]] = []
    after = before
    for at, row in [*_opened(cells, last), *_closed(cells, last)]:
        faults = signature.faults(row, after)
        after = min(after, faults)
        tries.append((faults, at, row))
    if after * 3 > before or before - after < ENOUGH:
        return None
    # of the places that put every value right, the one that leaves the words as they usually begin; else the last
    best = min(
        ((shapes.oddness(row), -at, row) for faults, at, row in tries if faults == after), key=lambda rank: rank[:2]
    )
    return best[2], -best[1]


def _opened(cells: list[Cell], last: int) -> list[tuple[int, list[Cell]]]:
    """The row with a blank put in at each place; its last cell must be free to be pushed out."""
    if cells[-1].kind is not VACANT:
        return []
    return [(at, [*cells[:at], BLANK, *cells[at:-1]]) for at in range(last + 1)]


def _closed(cells: list[Cell], last: int) -> list[tuple[int, list[Cell]]]:
    """The row with one of its blanks taken out."""
    blanks = [at for at in range(last) if cells[at].kind is VACANT]
    return [(at, [*cells[:at], *cells[at + 1 :], BLANK]) for at in blanks]


def is_date(cell: Cell) -> bool:
    """Whether a cell holds a date, be it as text."""
    return cell.kind is DATE or (cell.kind is TEXT and sort_of(cell.text) == "day")


def _is_day(cell: Cell) -> bool:
    if cell.kind is TEXT:
        # a sentence or a word such as "Permanente" in a date column is a fault of writing, not of place
        return sort_of(cell.text) in {"blank", "day", "words"}
    if cell.kind is NUMBER and isinstance(cell.value, Decimal):
        return serial_day(int(cell.value)) is not None
    return True


def _is_amount(cell: Cell) -> bool:
    if cell.kind is TEXT:
        sort = sort_of(cell.text)
        return sort in {"blank", "figure"} or (sort == "words" and read_figure(cell.text).value is not None)
    return cell.kind is not DATE


def _is_untyped(cell: Cell) -> bool:
    return not _is_typed(cell)


def _is_typed(cell: Cell) -> bool:
    if cell.kind is TEXT:
        return len(cell.text) <= 24 and sort_of(cell.text) in {"day", "figure"}
    return cell.kind is DATE or cell.kind is NUMBER


def _usual(texts: Sequence[str]) -> tuple[float, float]:
    count = len(texts) or 1
    return sum(map(bool, map(LISTED.match, texts))) / count, sum(map(bool, map(COUNTED.match, texts))) / count
