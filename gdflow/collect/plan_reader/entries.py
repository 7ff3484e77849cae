"""One plan line as the document spreads it: its cells in place, its first row, and the rows that belong to it."""

from dataclasses import dataclass, field

from gdflow.collect.plan_reader.roles import Role
from gdflow.collect.plan_reader.stretches import Stretch
from gdflow.collect.sheet import BLANK, TEXT, VACANT, Cell


@dataclass(slots=True)
class Entry:
    """A logical row of the table.

    number: of its first row. cells: dense over all columns. merged: columns whose cell a merged one above fills.
    sections: headings above it. sides: its rows marked "P" or "E". parts: its rows of one period each.
    """

    number: int
    cells: list[Cell]
    page: int = 0
    hidden: bool = False
    sections: tuple[str, ...] = ()
    merged: frozenset[int] = frozenset()
    sides: list[tuple[Role, int, list[Cell]]] = field(default_factory=list)
    parts: list[tuple[Stretch, int, list[Cell]]] = field(default_factory=list)

    def own(self, column: int) -> bool:
        """Whether the row itself, and no merged cell above, fills a column."""
        return self.cells[column].kind is not VACANT and column not in self.merged

    def text(self, column: int) -> str:
        """The text of a column."""
        return self.cells[column].text


def padded(cells: tuple[Cell, ...], width: int) -> list[Cell]:
    """The cells at exactly that width."""
    row = list(cells[:width])
    row.extend([BLANK] * (width - len(row)))
    return row


def text_cell(text: str) -> Cell:
    """A cell that holds a text, or a blank one."""
    return Cell(TEXT, text, text) if text else BLANK
