"""Places of a sheet as spreadsheets write them: a cell as "B3", an area as "B3:D9"."""

import re
from dataclasses import dataclass

PLACE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")
LETTERS = 26


def place_of(address: str) -> tuple[int, int]:
    """The row and the column of a cell, both from 1. Raises ValueError."""
    found = PLACE.fullmatch(address.upper())
    if found is None:
        raise ValueError(address)
    column = 0
    for letter in found[1]:
        column = column * LETTERS + ord(letter) - ord("A") + 1
    return int(found[2]), column


def address_of(row: int, column: int) -> str:
    """The cell in a row and a column, both from 1."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, LETTERS)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row}"


@dataclass(frozen=True, slots=True)
class Area:
    """The cells from one corner to the other, rows and columns from 1."""

    top: int
    left: int
    bottom: int
    right: int

    @classmethod
    def of(cls, written: str) -> "Area":
        """The area "B3:D9", or the cell "B3" alone. Raises ValueError."""
        first, _, last = written.partition(":")
        return cls(*place_of(first), *place_of(last or first))

    def holds(self, row: int, column: int) -> bool:
        """Whether a cell lies in it."""
        return self.top <= row <= self.bottom and self.left <= column <= self.right

    def with_place(self, row: int, column: int) -> "Area":
        """The least area around this one and a cell."""
        upper, lower = (min(self.top, row), min(self.left, column)), (max(self.bottom, row), max(self.right, column))
        return Area(*upper, *lower)

    @property
    def first(self) -> str:
        """Its top left cell."""
        return address_of(self.top, self.left)

    def __str__(self) -> str:
        last = address_of(self.bottom, self.right)
        return last if self.first == last else f"{self.first}:{last}"
