"""Cells as the file of a sheet says them: made once for each value and look of a book, and then only placed.

Nine in ten of a book's hundred thousand cells say what another of it says already.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from operator import itemgetter
from typing import Any, NamedTuple

from xlsxwriter.utility import xl_col_to_name  # type: ignore[import-untyped]  # the library ships no types
from xlsxwriter.xmlwriter import XMLwriter  # type: ignore[import-untyped]  # the library ships no types

# the library's formats carry no types
Format = Any
MANY_LINES = 1_000_000
"""The length of a text that breaks its lines itself: more than any column holds side by side."""
FEW = 1024
"""Cells that are remembered where a book holds only the row in hand."""
PIXELS_PER_POINT, POINTS_PER_PIXEL = 4.0 / 3.0, 0.75
USUAL_PIXELS = 20


class Cell(NamedTuple):
    """What stands in a cell. said: all that follows its place in the file. length: letters of a text, 0 of a figure."""

    value: str | float
    said: str
    length: int


SAID = itemgetter(Cell._fields.index("said"))
NUMBER = "#"
"""Stands for a row's number where that is still to be said."""


class Cells:
    """The cells of a book, asked for by value and look; texts at most 32,767 long, people's without control characters.

    of: a cell, the same for the same question; made: one anew, for whoever remembers what it asks for.

    Texts stand in the book's own list of them; in a book that holds only the row in hand, in the cells themselves.
    """

    def __init__(self, book: Any) -> None:
        inline = bool(book.constant_memory)
        self.remembered = lru_cache(FEW if inline else None)
        # by no method of their own: cells that know their maker are found by the collector alone
        self.made = partial(_made, _said_inline if inline else partial(_said_by_place, book.str_table))
        self.of = self.remembered(self.made)


def _made(said: Callable[[str], str], value: str | float, look: Format) -> Cell:
    style = f' s="{look._get_xf_index()}"'
    if not isinstance(value, str):
        return Cell(value, f"{style}><v>{value:.16G}</v></c>", 0)
    return Cell(value, f"{style} {said(value)}</c>", MANY_LINES if "\n" in value else len(value))


def _said_inline(text: str) -> str:
    return f't="inlineStr"><is>{text_element(text)}</is>'


def _said_by_place(texts: Any, text: str) -> str:
    return f't="s"><v>{texts._get_shared_string_index(text)}</v>'


def text_element(text: str) -> str:
    """A text as the file says it: nothing in it is read as a sign of the file, and its blanks are kept."""
    # what looks like a sign in the file is written so that it is read as the text that it is
    said = text if text.isprintable() and "_x" not in text else XMLwriter._escape_control_characters(text)
    said = said.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<t>{said}</t>" if said.strip() == said else f'<t xml:space="preserve">{said}</t>'


def rows_of(first: int, columns: Sequence[Sequence[Cell]], heights: Sequence[float]) -> list[str]:
    """Rows of a sheet as its file says them, the first in row `first` (0-based); a column without cells stays empty.

    heights: of each row, in points.
    """
    # a row is its cells in a frame that differs by its number alone: a hundred thousand places would cost more
    filled = tuple(map(bool, columns))
    frames = {height: _frame(filled, height) for height in set(heights)}
    said = zip(*(map(SAID, cells) for cells in columns if cells), strict=True)
    numbers = range(first + 1, first + 1 + len(heights))
    return [str(number).join(frames[height]) % its for number, height, its in zip(numbers, heights, said, strict=True)]


@lru_cache(maxsize=1024)
def _frame(filled: tuple[bool, ...], height: float) -> list[str]:
    """What stands around a row's number, with a gap for each cell. filled: which columns the row has."""
    cells = [f'<c r="{letters_of(at)}{NUMBER}"%s' for at, has in enumerate(filled) if has]
    return f'<row r="{NUMBER}"{said_height(height)}>{"".join(cells)}</row>'.split(NUMBER)


@lru_cache
def said_height(height: float) -> str:
    """The height of a row, in points, as a sheet's file says it; the usual one is not said."""
    pixels = pixels_of(height)
    return "" if pixels == USUAL_PIXELS else f' ht="{pixels * POINTS_PER_PIXEL:.16g}" customHeight="1"'


def pixels_of(height: float) -> int:
    """A height in points as the screen shows it."""
    return int(height * PIXELS_PER_POINT + 0.5)


@lru_cache
def letters_of(column: int) -> str:
    """The letters of a column (0-based)."""
    return str(xl_col_to_name(column))
