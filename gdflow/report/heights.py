"""How high a row must be for its wrapped texts: spreadsheets other than Excel do not find that out by themselves."""

from collections.abc import Iterable

POINTS_PER_LINE = 13.2
MARGIN = 5.0
HIGHEST = 400.0
# a column's width counts digits of a larger type, and letters are narrower than digits
LETTERS_PER_UNIT = 1.14
SIDES = 1.5


def row_height(texts: Iterable[tuple[str, float]], *, least: float = 18.0) -> float:
    """Points that hold the highest of the texts, each given with its column's width in characters."""
    lines = max((_lines(text, width) for text, width in texts), default=1)
    return min(HIGHEST, max(least, lines * POINTS_PER_LINE + MARGIN))


def _lines(text: str, width: float) -> int:
    if "\n" in text:
        return sum(_lines(part, width) for part in text.split("\n"))
    # a cell keeps a little air on its sides
    room = max(1, int((width - SIDES) * LETTERS_PER_UNIT))
    length = len(text)
    # words break early: about a twelfth of each line stays empty
    return 1 if length <= room else -(-length * 13 // (room * 12))
