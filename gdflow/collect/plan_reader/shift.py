"""Rows whose cells stand some columns off: what sort of value each column holds tells where the gap belongs."""

import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from itertools import accumulate

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
NUMBERS = frozenset({Role.ITEM, Role.NUMBER})
LONGEST_NUMBER = 20
FARTHEST = 3  # columns that a row may stand aside


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
        self.untitled = [column.index for column in columns if not column.parts and column.role is None]
        self.numbers = [column.index for column in columns if column.role in NUMBERS]
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

    def faults(self, cells: Sequence[Cell]) -> int:
        """How many typed columns hold what does not belong there; a blank belongs everywhere."""
        wrong = 0
        for at, belongs in self._tests:
            cell = cells[at]
            if cell.kind is not VACANT and not belongs(cell):
                wrong += 1
        return wrong

    def faults_by_column(self, cells: Sequence[Cell]) -> list[float]:
        """The same for each column by itself."""
        wrong = [0.0] * self.width
        for at, belongs in self._tests:
            cell = cells[at]
            wrong[at] = float(cell.kind is not VACANT and not belongs(cell))
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
        self._signature = signature
        self._usual = {at: _usual([row[at].text for row in rows if row[at].kind is TEXT]) for at in signature.words}

    def oddness(self, cells: Sequence[Cell]) -> list[float]:
        """How unlike the usual each column's beginning is; all 0 for a row like the others."""
        odd = [0.0] * len(cells)
        for at, (listed, counted) in self._usual.items():
            if cells[at].kind is TEXT:
                text = cells[at].text
                odd[at] = abs(listed - bool(LISTED.match(text))) + abs(counted - bool(COUNTED.match(text)))
                odd[at] += at in self._people and not is_office(text)
        for at in self._signature.untitled:
            odd[at] += cells[at].kind is not VACANT
        for at in self._signature.numbers:
            odd[at] += len(cells[at].text) > LONGEST_NUMBER
        return odd


def repaired(cells: list[Cell], signature: Signature, shapes: Shapes) -> tuple[list[Cell], int] | None:
    """The row with its values under their titles and the column of the gap, or None when no move is surely better."""
    before = signature.faults(cells)
    if before < ENOUGH:
        return None
    # a move behind the first misplaced value would leave it misplaced
    last = signature.first_fault(cells)
    for width in range(1, FARTHEST + 1):
        moves = _moves(cells, width, last)
        faults = _sums(cells, signature.faults_by_column, width)
        after = min((faults(*move) for move in moves), default=before)
        if after * 3 <= before and before - after >= ENOUGH:
            best = [move for move in moves if faults(*move) == after]
            # of equals the one that leaves the words as they usually begin; else the last
            odd = _sums(cells, shapes.oddness, width)
            at, way = min(best, key=lambda move: (round(odd(*move), 6), -move[0])) if len(best) > 1 else best[0]
            return _moved(cells, at, way), at
    return None


def _moves(cells: list[Cell], width: int, last: int) -> list[tuple[int, int]]:
    """Where the row can move so many columns to the right (its end must be free) and to the left (a gap is there)."""
    vacant = [cell.kind is VACANT for cell in cells]
    moves = [(at, width) for at in range(last + 1)] if all(vacant[-width:]) else []
    return moves + [(at, -width) for at in range(last) if all(vacant[at : at + width])]


def _moved(cells: list[Cell], at: int, way: int) -> list[Cell]:
    """The row from a place on moved to the right, or to the left."""
    if way > 0:
        return [*cells[:at], *[BLANK] * way, *cells[at:-way]]
    return [*cells[:at], *cells[at - way :], *[BLANK] * -way]


def _sums(cells: list[Cell], cost: Callable[[list[Cell]], list[float]], width: int) -> Callable[[int, int], float]:
    """What each move costs in all: what stays stands where it did, what moves stands so many columns beside."""
    here = [0.0, *accumulate(cost(cells))]
    ways = {way: [0.0, *accumulate(cost(_moved(cells, 0, way)))] for way in (width, -width)}

    def of_move(at: int, way: int) -> float:
        moved = ways[way]
        return here[at] + moved[-1] - moved[at + max(way, 0)]

    return of_move


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
