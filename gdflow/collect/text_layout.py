"""Text whose columns only blanks hold apart, as `pdftotext -layout` prints a page: cut into cells by their places.

The widest line gives the columns; the lines below widen them. A line whose words lie across two columns belongs to no
table and stays whole, so that nothing is parted in the middle of a word.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter

FEWEST_CELLS, FEWEST_LINES = 3, 3
MOST_CELLS = 200  # no paper holds more columns, and each text looks for its own among all of them
PIECE = re.compile(r"\S+(?: \S+)*")

_start, _end = attrgetter("start"), attrgetter("end")
WORD = re.compile(r"\S+")

Place = tuple[int, int]
Line = tuple[str, Sequence[Place]]


@dataclass(slots=True)
class Extent:
    """From where to where a column's texts stand."""

    start: int
    end: int

    def distance(self, place: Place) -> int:
        """How many blanks part a text from the column."""
        return max(self.start - place[1], place[0] - self.end)


def blank_columns(lines: Sequence[str]) -> list[list[str]] | None:
    """The cells of each line, or None where the lines are no table of blanks."""
    pages = _pages(lines)
    cut = [_cut_page(page) for page in pages]
    if not any(table for table, _ in cut):
        return None
    return [cells for _, rows in cut for cells in rows]


def _pages(lines: Sequence[str]) -> list[list[str]]:
    """The lines parted where a form feed begins the next page: there the columns may stand elsewhere."""
    pages: list[list[str]] = [[]]
    for line in lines:
        if line.startswith("\f") and pages[-1]:
            pages.append([])
        pages[-1].append(line.lstrip("\f").expandtabs())
    return pages


def _cut_page(lines: Sequence[str]) -> tuple[bool, list[list[str]]]:
    """Whether a page holds a table, and the cells of its lines."""
    places = [[found.span() for found in PIECE.finditer(line)] for line in lines]
    wide = [at for at, found in enumerate(places) if len(found) >= FEWEST_CELLS]
    if len(wide) < FEWEST_LINES or any(len(places[at]) > MOST_CELLS for at in wide):
        return False, [_pieces(line, found) for line, found in zip(lines, places, strict=True)]
    top = max(wide, key=lambda at: (len(places[at]), -at))
    below = [(lines[at], places[at]) for at in wide if at > top]
    columns = _widened(places[top], below)
    if (apart := _apart(columns, lines[top], places[top], below)) != places[top]:
        columns = _widened(apart, below)
    rows = [_pieces(line, found) for line, found in zip(lines[:top], places[:top], strict=True)]
    rows += [
        _cells(columns, line, found) or _pieces(line, found)
        for line, found in zip(lines[top:], places[top:], strict=True)
    ]
    return True, rows


def _pieces(line: str, places: Sequence[Place]) -> list[str]:
    return [line[start:end] for start, end in places]


def _widened(titles: Sequence[Place], below: Sequence[Line]) -> list[Extent]:
    """The columns that titles begin, as wide as the lines below make them."""
    columns = [Extent(*place) for place in titles]
    for line, places in below:
        _widen(columns, line, places)
    return columns


def _apart(columns: Sequence[Extent], line: str, titles: Sequence[Place], below: Sequence[Line]) -> list[Place]:
    """The titles, those cut at their lone blanks under which most lines hold several texts: "Meta T1 T2"."""
    shared = [0] * len(columns)
    for text, places in below:
        held = [at for _, at in _assigned(columns, text, places) or ()]
        for at in set(held):
            shared[at] += held.count(at) > 1
    cut: list[Place] = []
    for (start, end), count in zip(titles, shared, strict=True):
        words = [(start + found.start(), start + found.end()) for found in WORD.finditer(line[start:end])]
        cut += words if count * 2 >= len(below) > 0 else [(start, end)]
    return cut


def _widen(columns: list[Extent], line: str, places: Sequence[Place]) -> None:
    """Let the columns reach as far as the texts of a line of the table."""
    for place, at in _assigned(columns, line, places) or ():
        columns[at].start = min(columns[at].start, place[0])
        columns[at].end = max(columns[at].end, place[1])


def _cells(columns: Sequence[Extent], line: str, places: Sequence[Place]) -> list[str] | None:
    """The texts of a line under their columns, or None where one of them lies across two."""
    assigned = _assigned(columns, line, places)
    if assigned is None:
        return None
    cells = [""] * len(columns)
    for (start, end), at in assigned:
        cells[at] = f"{cells[at]} {line[start:end]}".strip()
    return cells


def _assigned(columns: Sequence[Extent], line: str, places: Sequence[Place]) -> list[tuple[Place, int]] | None:
    """Each text of a line with its column; None where one cannot be parted between two columns."""
    found: list[tuple[Place, int]] = []
    for place in places:
        parts = _parted(columns, line, place)
        # a lone blank parts cells only in a line that others part already: an address below is one text
        if parts is None or (len(parts) > 1 and len(places) < FEWEST_CELLS):
            return None
        found += parts
    return found


def _parted(columns: Sequence[Extent], line: str, place: Place) -> list[tuple[Place, int]] | None:
    """A text with its column, or its pieces where a lone blank stands between two columns."""
    # columns stand in order and apart, so that the ones touched are found by halving
    first, last = bisect_right(columns, place[0], key=_end), bisect_left(columns, place[1], key=_start)
    if first >= last:
        near = range(max(0, first - 1), min(len(columns), first + 1))
        return [(place, min(near, key=lambda at: columns[at].distance(place)))]
    touched = range(first, last)
    parts: list[tuple[Place, int]] = []
    start, end = place
    for one, other in pairwise(touched):
        gap = line.find(" ", max(start, columns[one].end - 1), columns[other].start + 1)
        if gap < 0 or gap + 1 >= end:
            return None
        parts.append(((start, gap), one))
        start = gap + 1
    return [*parts, ((start, end), touched[-1])]
