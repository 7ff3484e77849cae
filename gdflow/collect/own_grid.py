"""The plan's own sheet and the one that came back, laid on each other: which row and which column is which.

Rows may have been put in, taken out or sorted, columns put in; what stands in cells that people fill in tells nothing.
"""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass

from gdflow.collect.sheet import BLANK, Cell, Row, Sheet
from gdflow.domain.texts import folded

ALIKE = 0.5
KNOWN_TITLES = 0.6
TITLE_ROWS = 3
FAR_DOWN = 100  # titles stand at the head of a sheet


@dataclass(frozen=True, slots=True)
class Grid:
    """Two sheets laid on each other: for each row number and column of the plan's own, those of the one that came.

    added_rows, added_columns: of the one that came, which the plan does not have.
    """

    old: Mapping[int, Row]
    new: Mapping[int, Row]
    rows: Mapping[int, int]
    columns: Mapping[int, int]
    added_rows: tuple[int, ...]
    added_columns: tuple[int, ...]

    def pair(self, row: int, column: int) -> tuple[Cell, Cell] | None:
        """The plan's cell and the one that came in its place; None when its row or column is gone."""
        if row not in self.rows or column not in self.columns:
            return None
        before = self.old[row].cell(column) if row in self.old else BLANK
        after = self.new.get(self.rows[row])
        return before, after.cell(self.columns[column]) if after else BLANK


def lay(old: Sheet, new: Sheet, header_row: int, filled_in: frozenset[int]) -> Grid | None:
    """Lay a sheet on the plan's own, whose titles stand in `header_row`; None when it is another table.

    filled_in: the columns of the plan in which people write.
    """
    own, came = ({row.number: row for row in sheet.rows} for sheet in (old, new))
    titles = _titles(own, header_row)
    columns = _best(titles, came, header_row)
    if not titles or len(columns) < KNOWN_TITLES * len(titles) or not filled_in & titles.keys() <= columns.keys():
        return None
    columns |= _untitled(own, columns)
    telling = {column: at for column, at in columns.items() if column not in filled_in}
    before = {number: _words(row, telling.keys()) for number, row in own.items()}
    after = {number: _words(row, telling.values()) for number, row in came.items()}
    rows = _paired(before, after)
    _pair_changed(rows, before, after)
    added = tuple(number for number in came if number not in rows.values() and came[number].cells)
    extra = sorted(_used(came.values()) - set(columns.values()))
    return Grid(own, came, rows, columns, added, tuple(extra))


def same(before: Cell, after: Cell) -> bool:
    """Whether two cells say the same to a person."""
    return before.value == after.value or " ".join(before.text.split()) == " ".join(after.text.split())


def _titles(rows: Mapping[int, Row], last: int) -> dict[int, str]:
    """The titles by column whose last row this is; a title may span the rows above."""
    found: dict[int, str] = {}
    for number in range(last - TITLE_ROWS + 1, last + 1):
        for column, cell in enumerate(rows[number].cells if number in rows else ()):
            if cell.text.strip():
                found[column] = f"{found.get(column, '')} {folded(cell.text)}"
    return found


def _best(titles: Mapping[int, str], came: Mapping[int, Row], header_row: int) -> dict[int, int]:
    """The columns under the titles, wherever these stand now: in their own row if they are as good there."""
    likely = sorted((number for number in came if number <= header_row + FAR_DOWN), key=lambda n: n != header_row)
    found = (_paired(titles, _titles(came, number)) for number in likely)
    return max(found, key=len, default={})


def _untitled(own: Mapping[int, Row], columns: Mapping[int, int]) -> dict[int, int]:
    """Columns without a title stand as far right of those before them as they did."""
    found: dict[int, int] = {}
    taken, shift = set(columns.values()), 0
    for column in sorted(_used(own.values()) | columns.keys()):
        if column in columns:
            shift = columns[column] - column
        elif column + shift not in taken:
            found[column] = column + shift
    return found


def _words(row: Row, columns: Iterable[int]) -> tuple[str, ...]:
    return tuple(folded(row.cell(column).text) for column in columns)


def _paired(before: Mapping[int, Hashable], after: Mapping[int, Hashable]) -> dict[int, int]:
    """Places with equal contents: each with the same place, else with the next one of that content in order."""
    pairs = {place: place for place, content in before.items() if _tells(content) and after.get(place) == content}
    free: dict[Hashable, list[int]] = {}
    for place in sorted(after.keys() - pairs.keys(), reverse=True):
        free.setdefault(after[place], []).append(place)
    for place, content in before.items():
        if place not in pairs and _tells(content) and free.get(content):
            pairs[place] = free[content].pop()
    return pairs


def _tells(content: Hashable) -> bool:
    return any(content) if isinstance(content, tuple) else bool(content)


def _pair_changed(
    rows: dict[int, int], before: Mapping[int, tuple[str, ...]], after: Mapping[int, tuple[str, ...]]
) -> None:
    """Pair rows of which a part was changed, as far below the row before them as they were."""
    taken, shift = set(rows.values()), 0
    for number in sorted(before):
        if number in rows:
            shift = rows[number] - number
        elif (there := number + shift) in after and there not in taken and _alike(before[number], after[there]):
            rows[number] = there
            taken.add(there)


def _alike(before: tuple[str, ...], after: tuple[str, ...]) -> bool:
    told = [(old, new) for old, new in zip(before, after, strict=True) if old or new]
    return sum(old == new for old, new in told) >= ALIKE * len(told)


def _used(rows: Iterable[Row]) -> set[int]:
    return {column for row in rows for column, cell in enumerate(row.cells) if cell.text.strip()}
