"""Rows whose cells stand some columns off: what sort of value each column holds tells where the gap belongs."""

import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import accumulate

from gdflow.collect.plan_reader.columns import FIGURES, Column, in_role
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
LONGEST_NUMBER, LONGEST_TYPED = 20, 24
FARTHEST = 3  # columns that a row may stand aside
SLIGHT = 1e-6  # less than this is the noise of adding shares up
Move = tuple[int, int]  # the column from which on a row moves, and how many columns to the right


class Signature:
    """What sort of value stands in each typed column of a table."""

    def __init__(self, columns: Sequence[Column]) -> None:
        self.width = len(columns)
        self.days = [column.index for column in columns if column.role in DAYS]
        self.amounts = [column.index for column in columns if column.role in AMOUNTS]
        self.words = [column.index for column in columns if column.role in WORDS]
        self.people = [column.index for column in in_role(columns, Role.RESPONSIBLE)]
        self._tests = [(at, _is_no_day) for at in self.days] + [(at, _is_no_amount) for at in self.amounts]
        self._tests += [(at, _is_typed) for at in self.words]
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
            if cell.kind is TEXT:
                if len(cell.text) <= LONGEST_TYPED and _is_typed(cell):
                    return False
            elif cell.kind is not VACANT:
                return False
        return True

    def faults(self, cells: Sequence[Cell]) -> int:
        """How many typed columns hold what does not belong there; a blank belongs everywhere."""
        return len(self.misplaced(cells))

    def misplaced(self, cells: Sequence[Cell]) -> list[int]:
        """Those columns."""
        return [at for at, is_misplaced in self._tests if (cell := cells[at]).kind is not VACANT and is_misplaced(cell)]

    def faults_by_column(self, cells: Sequence[Cell]) -> list[float]:
        """1 for each of those columns, 0 for the others."""
        wrong = [0.0] * self.width
        for at in self.misplaced(cells):
            wrong[at] = 1.0
        return wrong

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
                is_listed, is_counted = _beginning(text)
                odd[at] = abs(listed - is_listed) + abs(counted - is_counted)
                odd[at] += at in self._people and not is_office(text)
        for at in self._signature.untitled:
            odd[at] += cells[at].kind is not VACANT
        for at in self._signature.numbers:
            odd[at] += len(cells[at].text) > LONGEST_NUMBER
        return odd


def repaired(
    cells: list[Cell], misplaced: Sequence[int], signature: Signature, shapes: Shapes
) -> tuple[list[Cell], int] | None:
    """The row with its values under their titles and the column of the gap, or None when no move is surely better.

    misplaced: the columns, ENOUGH of them, that hold what does not belong there.
    """
    before = len(misplaced)
    for width in range(1, FARTHEST + 1):
        # a move behind the first misplaced value would leave it misplaced
        moves = _moves(cells, width, min(misplaced))
        faults = _costs(cells, moves, signature.faults_by_column)
        after = min(faults, default=before)
        if after * 3 <= before and before - after >= ENOUGH:
            best = [move for move, left in zip(moves, faults, strict=True) if left == after]
            at, way = best[0] if len(best) == 1 else _likeliest(cells, best, shapes)
            return _moved(cells, at, way), at
    return None


def _likeliest(cells: list[Cell], moves: Sequence[Move], shapes: Shapes) -> Move:
    """Of moves with equal faults the one that leaves the words as they usually begin; else the last."""
    odd = _costs(cells, moves, shapes.oddness)
    least = min(odd) + SLIGHT
    return max((move for move, cost in zip(moves, odd, strict=True) if cost < least), key=lambda move: move[0])


def _moves(cells: list[Cell], width: int, last: int) -> list[Move]:
    """Where the row can move so many columns to the right (its end must be free) and to the left (a gap is there)."""
    vacant = [cell.kind is VACANT for cell in cells]
    moves = [(at, width) for at in range(last + 1)] if all(vacant[-width:]) else []
    return moves + [(at, -width) for at in range(last) if all(vacant[at : at + width])]


def _moved(cells: list[Cell], at: int, way: int) -> list[Cell]:
    """The row from a place on moved to the right, or to the left."""
    if way > 0:
        return [*cells[:at], *[BLANK] * way, *cells[at:-way]]
    return [*cells[:at], *cells[at - way :], *[BLANK] * -way]


def _costs(cells: list[Cell], moves: Sequence[Move], cost: Callable[[list[Cell]], list[float]]) -> list[float]:
    """What each move costs in all: what stays stands where it did, what moves stands so many columns beside."""
    here = [0.0, *accumulate(cost(cells))]
    moved = {way: [0.0, *accumulate(cost(_moved(cells, 0, way)))] for way in {way for _, way in moves}}
    return [here[at] + moved[way][-1] - moved[way][at + max(way, 0)] for at, way in moves]


def is_date(cell: Cell) -> bool:
    """Whether a cell holds a date, be it as text."""
    return cell.kind is DATE or (cell.kind is TEXT and sort_of(cell.text) == "day")


def _is_no_day(cell: Cell) -> bool:
    if cell.kind is TEXT:
        # a sentence or a word such as "Permanente" in a date column is a fault of writing, not of place
        return sort_of(cell.text) not in {"blank", "day", "words"}
    if cell.kind is NUMBER and isinstance(cell.value, Decimal):
        return serial_day(int(cell.value)) is None
    return False


def _is_no_amount(cell: Cell) -> bool:
    if cell.kind is TEXT:
        sort = sort_of(cell.text)
        return sort not in {"blank", "figure"} and (sort != "words" or read_figure(cell.text).value is None)
    return cell.kind is DATE


def _is_typed(cell: Cell) -> bool:
    if cell.kind is TEXT:
        return len(cell.text) <= LONGEST_TYPED and sort_of(cell.text) in {"day", "figure"}
    return cell.kind is DATE or cell.kind is NUMBER


def _usual(texts: Sequence[str]) -> tuple[float, float]:
    count = len(texts) or 1
    listed, counted = zip(*map(_beginning, texts), strict=True) if texts else ((), ())
    return sum(listed) / count, sum(counted) / count


@lru_cache(maxsize=16384)
def _beginning(text: str) -> tuple[bool, bool]:
    """Whether a text begins with a number of a list, and whether with a figure and its noun."""
    return LISTED.match(text) is not None, COUNTED.match(text) is not None
