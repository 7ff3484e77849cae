"""How high a row must be for its wrapped texts: spreadsheets other than Excel do not find that out by themselves."""

from collections.abc import Iterable
from functools import lru_cache

POINTS_PER_LINE = 13.2
MARGIN = 5.0
HIGHEST = 400.0
LEAST = 18.0
# a column's width counts digits of a larger type, and letters are narrower than digits
LETTERS_PER_UNIT = 1.14
SIDES = 1.5


def row_height(texts: Iterable[tuple[str, float]], *, least: float = LEAST) -> float:
    """Points that hold the highest of the texts, each given with its column's width in characters."""
    return height_of(max((lines_in(text, room_of(width)) for text, width in texts), default=1), least=least)


@lru_cache
def height_of(lines: int, *, least: float = LEAST) -> float:
    """Points that hold so many lines."""
    return min(HIGHEST, max(least, lines * POINTS_PER_LINE + MARGIN))


def room_of(width: float) -> int:
    """How many letters stand side by side in a column of a width."""
    # a cell keeps a little air on its sides
    return max(1, int((width - SIDES) * LETTERS_PER_UNIT))


# most texts of a column stand in it many times
@lru_cache(maxsize=4096)
def lines_in(text: str, room: int) -> int:
    """How many lines a text takes where so many letters stand side by side."""
    if "\n" in text:
        return sum(lines_in(part, room) for part in text.split("\n"))
    return lines_for(len(text), room)


@lru_cache(maxsize=4096)
def lines_for(length: int, room: int) -> int:
    """The same of a text of so many letters that does not break its lines itself."""
    # words break early: about a twelfth of each line stays empty
    return 1 if length <= room else -(-length * 13 // (room * 12))
