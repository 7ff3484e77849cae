"""The one shape in which every document is read: sheets of rows of typed cells.

A blank, a zero, an error and a formula without a value are four different things, and stay so.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import lru_cache

from gdflow.domain.quick import quickly_made


class CellKind(Enum):
    """What stands in a cell. FORMULA is a formula whose value was never calculated."""

    BLANK = "blank"
    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    BOOL = "bool"
    ERROR = "error"
    FORMULA = "formula"


# the common kinds by themselves: asked of every cell many times, and an enum's member takes eight times as long to find
VACANT, TEXT, NUMBER, DATE = CellKind.BLANK, CellKind.TEXT, CellKind.NUMBER, CellKind.DATE
BROKEN = frozenset({CellKind.ERROR, CellKind.FORMULA})
"""What shows no value: an error, or a formula of which no value was kept."""


@quickly_made
@dataclass(frozen=True, slots=True)
class Cell:
    """A typed value with the text a person sees.

    value: None | str | Decimal | date | datetime | bool, by kind (ERROR and FORMULA hold their text).
    percent: the number is shown with a percent format (value 1 is shown as 100 %).
    """

    kind: CellKind
    value: str | Decimal | date | datetime | bool | None = None
    text: str = ""
    percent: bool = False


BLANK = Cell(VACANT)


@quickly_made
@dataclass(frozen=True, slots=True)
class Row:
    """One row; `number` is 1-based as people count, `cells` is dense from the first column to the last used."""

    number: int
    cells: tuple[Cell, ...]
    hidden: bool = False

    def cell(self, column: int) -> Cell:
        """The cell of a 0-based column; blank past the end."""
        return self.cells[column] if 0 <= column < len(self.cells) else BLANK


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged range, all bounds included: rows 1-based, columns 0-based."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet, table or text. Rows that hold nothing may be absent.

    kind: "sheet" (a workbook's), "table" (a Word document's) or "text" (lines of a text or csv).
    loose: texts of the document outside the table (a Word document's paragraphs and headers), in order.
    calculated: places (row, 0-based column) whose value a formula gave.
    """

    name: str
    rows: tuple[Row, ...]
    kind: str = "sheet"
    hidden: bool = False
    hidden_columns: frozenset[int] = frozenset()
    merges: tuple[Merge, ...] = ()
    loose: tuple[str, ...] = ()
    calculated: frozenset[tuple[int, int]] = frozenset()


@dataclass(frozen=True, slots=True)
class Document:
    """A whole file: its name and its sheets in order."""

    name: str
    sheets: tuple[Sheet, ...]


@lru_cache(maxsize=2048)
def column_letters(column: int) -> str:
    """The letters of a 0-based column: 0 is A, 26 is AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def address(row: int, column: int) -> str:
    """The address of a cell as people write it: row 1-based, column 0-based; (9, 6) is G9."""
    return f"{column_letters(column)}{row}"


def texts(cells: Sequence[Cell]) -> tuple[str, ...]:
    """The texts a person sees in a row of cells."""
    return tuple(cell.text for cell in cells)
