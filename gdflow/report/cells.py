"""Cells as the file of a sheet says them: made once for each value and look of a book, and then only placed.

Nine in ten of a book's hundred thousand cells say what another of it says already.
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import repeat
from typing import Any, NamedTuple
from xml.sax.saxutils import escape

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


class Cells:
    """The cells of a book, asked for by value and look; texts at most 32,767 long, people's without control characters.

    Texts stand in the book's own list of them; in a book that holds only the row in hand, in the cells themselves.
    """

    def __init__(self, book: Any) -> None:
        self._inline, self._index = bool(book.constant_memory), book.str_table._get_shared_string_index
        self.remembered = lru_cache(FEW if self._inline else None)
        self.of = self.remembered(self._made)

    def _made(self, value: str | float, look: Format) -> Cell:
        style = f' s="{look._get_xf_index()}"'
        if not isinstance(value, str):
            return Cell(value, f"{style}><v>{value:.16G}</v></c>", 0)
        length = MANY_LINES if "\n" in value else len(value)
        if self._inline:
            return Cell(value, f'{style} t="inlineStr"><is>{text_element(value)}</is></c>', length)
        return Cell(value, f'{style} t="s"><v>{self._index(value)}</v></c>', length)


def text_element(text: str) -> str:
    """A text as the file says it: nothing in it is read as a sign of the file, and its blanks are kept."""
    if text.isprintable() and "_x" not in text:
        blank = text[:1] == " " or text[-1:] == " "
        return f'<t xml:space="preserve">{escape(text)}</t>' if blank else f"<t>{escape(text)}</t>"
    # what looks like a sign in the file is written so that it is read as the text that it is
    said = escape(XMLwriter._escape_control_characters(text))
    return f'<t xml:space="preserve">{said}</t>' if said.strip() != said else f"<t>{said}</t>"


def rows_of(first: int, columns: Sequence[Sequence[Cell]], heights: Sequence[float]) -> list[str]:
    """Rows of a sheet as its file says them, the first in row `first` (0-based); a column without cells stays empty.

    heights: of each row, in points.
    """
    numbers = range(first + 1, first + 1 + len(heights))
    heads = [f'<row r="{number}"{said_height(height)}>' for number, height in zip(numbers, heights, strict=True)]
    placed = [_placed(letters_of(at), numbers, cells) for at, cells in enumerate(columns) if cells]
    return list(map("".join, zip(heads, *placed, repeat("</row>"))))


def _placed(letters: str, numbers: Sequence[int], cells: Sequence[Cell]) -> list[str]:
    begun = f'<c r="{letters}'
    return [f'{begun}{number}"{cell[1]}' for number, cell in zip(numbers, cells, strict=True)]


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
