"""A page without a workbook: what is put on it is written as csv or tab text, figures and days as people type them."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from tests.corpus.builders import Formula, Pct, column_index
from tests.corpus.plain import write_csv, write_text


class Grid:
    """Takes the same calls as a workbook's page; a merged range keeps its value in its first cell."""

    def __init__(self) -> None:
        self.cells: dict[tuple[int, int], str] = {}

    def put(self, row: int, column: str, value: Any, style: str = "cell") -> None:
        """One value in one cell."""
        self.cells[row, column_index(column)] = typed(value)

    def row(self, row: int, values: Sequence[Any], column: str = "A", style: str = "cell") -> None:
        """Values side by side from a column on; None is an empty cell."""
        for offset, value in enumerate(values):
            if value is not None:
                self.cells[row, column_index(column) + offset] = typed(value)

    def merge(self, area: str, value: Any, style: str = "head") -> None:
        """A merged range with its value: 'A6:C6'."""
        first = area.split(":")[0]
        letters = first.rstrip("0123456789")
        self.put(int(first[len(letters) :]), letters, value)

    def table(self) -> list[list[str]]:
        """All rows, each as wide as the widest."""
        height, width = max(row for row, _ in self.cells), max(column for _, column in self.cells) + 1
        return [[self.cells.get((row, column), "") for column in range(width)] for row in range(1, height + 1)]

    def write(self, path: Path) -> None:
        """As csv (semicolons, Windows-1252) or as tab text, by the name's ending."""
        if path.suffix == ".csv":
            write_csv(path, self.table(), ";", "cp1252")
        else:
            write_text(path, [row if any(row) else "" for row in self.table()])


def typed(value: Any) -> str:
    """A value as a person types it: decimal comma, percent sign, a day whose order nobody can doubt."""
    match value:
        case Pct():
            return typed((Decimal(str(value.value)) * 100).normalize()) + "%"
        case Formula():
            return typed(value.value)
        case date():
            return f"{value:%d/%m/%Y}" if value.day > 12 else value.isoformat()
        case str():
            return value.replace("\n", " ")
        case _:
            return f"{Decimal(str(value)).normalize():f}".replace(".", ",")
