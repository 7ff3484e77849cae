"""One worksheet: its rows of typed cells, what is merged and what is hidden.

The sheet's own word about its size is never asked: the cells are where they say they are.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import repeat
from typing import cast

from lxml.etree import _Element

from gdflow.collect.limits import MAX_CELLS, MAX_COLUMNS, MAX_MERGES, MAX_ROWS
from gdflow.collect.markup import parse
from gdflow.collect.package import Part
from gdflow.collect.sheet import BLANK, Cell, CellKind, Merge, Row, Sheet, address
from gdflow.collect.xlsx_plain import plain_rows
from gdflow.collect.xlsx_plain_rows import COLUMNS, filled_rows
from gdflow.collect.xlsx_values import Values
from gdflow.domain.errors import InputError

REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")
DIGITS = "0123456789"
YES = ("1", "true")


@dataclass(slots=True)
class Formulas:
    """What a sheet's formulas prove of one another.

    calculated: places (row, column) of those that hold a value; hollow: of those whose value is there but empty.
    """

    calculated: set[tuple[int, int]] = field(default_factory=set)
    hollow: list[tuple[int, int]] = field(default_factory=list)


@dataclass(slots=True)
class SheetReader:
    """Gathers one sheet's elements in whatever order they come. Row numbers are 1-based, columns 0-based.

    room: how many cells the document may still take. plain: its rows, where all of them are plain.
    Raises InputError: far_cell, far_merge, too_many_cells, damaged_file.
    """

    values: Values
    room: int = MAX_CELLS
    rows: dict[int, dict[int, Cell]] = field(default_factory=dict)
    plain: Sequence[Row] = ()
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    merges: list[Merge] = field(default_factory=list)
    formulas: Formulas = field(default_factory=Formulas)
    _seen: int = 0
    _last: int = 0

    def take(self, part: Part) -> None:
        """Take in the <row>, <mergeCell> and <col> elements of the sheet's part."""
        if not self._take_plain(part):
            self._take(part.elements("{*}row", "{*}mergeCell", "{*}col"))

    def _take_plain(self, part: Part) -> bool:
        """The same in bulk; nothing is taken in where a part asks for more."""
        plain = plain_rows(part.data) if part.is_small else None
        if plain is None:
            return False
        around, calculated = parse(plain.around, part.name), set[tuple[int, int]]()
        kinds = zip(plain.attributes, around.iter("{*}row"), strict=True)
        hidden = {attributes for attributes, row in kinds if row.get("hidden") in YES}
        rows = filled_rows(plain, hidden, self.values, calculated)
        cells = sum([len(row.cells) for row in rows or ()])
        if rows is None or cells > self.room:
            return False
        self.plain, self.room, self.formulas.calculated = rows, self.room - cells, calculated
        self._take(around.iter("{*}mergeCell", "{*}col"))
        return True

    def _take(self, elements: Iterator[_Element]) -> None:
        for element in elements:
            tag = str(element.tag)
            if tag.endswith("row"):
                self._row(element, tag[:-3])
            elif tag.endswith("mergeCell"):
                self._merge(element.get("ref", ""))
            else:
                self._column(element)

    def sheet(self, name: str, *, hidden: bool) -> Sheet:
        """The sheet gathered so far, its rows in order."""
        self._empty_hollow()
        hidden_rows = self.hidden_rows
        rows = self.plain or [
            Row(number, _dense(cells), number in hidden_rows) for number, cells in sorted(self.rows.items())
        ]
        columns = frozenset(self.hidden_columns)
        calculated = frozenset(self.formulas.calculated)
        return Sheet(
            name, tuple(rows), hidden=hidden, hidden_columns=columns, merges=tuple(self.merges), calculated=calculated
        )

    def _empty_hollow(self) -> None:
        # A program that never calculates leaves every value empty; beside calculated ones an empty value is a result.
        if self.formulas.calculated:
            for number, column in self.formulas.hollow:
                self.rows[number][column] = BLANK
        self.formulas.hollow.clear()

    def _row(self, row: _Element, namespace: str) -> None:
        self._seen += 1
        if self._seen > MAX_ROWS:
            raise InputError("too_many_cells", limit=MAX_CELLS)
        told = row.get("r")
        self._last = number = _count(told) if told else self._last + 1
        if row.get("hidden") in YES:
            self.hidden_rows.add(number)
        found = _cells(row, namespace, self.values, number, self.formulas)
        if found:
            self._add(number, found)

    def _add(self, number: int, found: dict[int, Cell]) -> None:
        last = max(found)
        if number > MAX_ROWS or last >= MAX_COLUMNS:
            raise InputError("far_cell", cell=address(number, last))
        self.room -= last + 1
        if self.room < 0:
            raise InputError("too_many_cells", limit=MAX_CELLS)
        known = self.rows.setdefault(number, found)
        if known is not found:
            twice = min(known.keys() & found.keys(), default=None)
            if twice is not None:
                raise InputError("damaged_file", cell=address(number, twice))
            known.update(found)

    def _merge(self, reference: str) -> None:
        merge = _range(reference)
        if merge.last_row > MAX_ROWS or merge.last_column >= MAX_COLUMNS or len(self.merges) >= MAX_MERGES:
            raise InputError("far_merge", found=reference)
        if merge.first_row != merge.last_row or merge.first_column != merge.last_column:
            self.merges.append(merge)

    def _column(self, column: _Element) -> None:
        if column.get("hidden") in YES:
            first, last = _count(column.get("min")), _count(column.get("max"))
            self.hidden_columns.update(range(first - 1, min(last, MAX_COLUMNS)))


def _cells(row: _Element, namespace: str, values: Values, number: int, formulas: Formulas) -> dict[int, Cell]:
    found: dict[int, Cell] = {}
    places: dict[_Element, int] = {}
    for value in row.iter(namespace + "v", namespace + "is"):
        element: _Element = value.getparent()  # type: ignore[assignment]  # it stands below the row
        column = COLUMNS.get(element.get("r", "").rstrip(DIGITS))
        if column is None:
            column = _place(row, element, places)
        try:
            cell = values.read(element, value)
        except InputError as error:
            error.facts["cell"] = address(number, column)
            raise
        if cell is not BLANK:
            if column in found:
                raise InputError("damaged_file", cell=address(number, column))
            found[column] = cell
    _add_formulas(row, namespace, number, found, places, formulas)
    return found


def _add_formulas(
    row: _Element,
    namespace: str,
    number: int,
    found: dict[int, Cell],
    places: dict[_Element, int],
    formulas: Formulas,
) -> None:
    """Note where formulas gave a value, and add those without one."""
    for formula in row.iter(namespace + "f"):
        element = cast("_Element", formula.getparent())
        column = COLUMNS.get(element.get("r", "").rstrip(DIGITS))
        if column is None:
            column = _place(row, element, places)
        if column in found:
            formulas.calculated.add((number, column))
        elif _is_uncalculated(element, namespace):
            text = f"={formula.text or ''}"
            found[column] = Cell(CellKind.FORMULA, text, text)
            if element.find(namespace + "v") is not None:
                formulas.hollow.append((number, column))


def _place(row: _Element, element: _Element, places: dict[_Element, int]) -> int:
    """The column of a cell that is far out or has no address; `places` is filled at the first one of the row."""
    if not places:
        places.update(_places(row))
    if element not in places:
        raise InputError("damaged_file", found=str(element.tag))
    return places[element]


def _places(row: _Element) -> dict[_Element, int]:
    # Some writers leave the address out: such a cell stands right of the one before it.
    places: dict[_Element, int] = {}
    column = -1
    for element in row:
        reference = element.get("r")
        column = _corner(reference)[1] if reference else column + 1
        places[element] = column
    return places


def _is_uncalculated(element: _Element, namespace: str) -> bool:
    # Excel writes an empty text value for a formula that gives an empty text, and no value for one never calculated.
    value = element.find(namespace + "v")
    return value is None or (not value.text and element.get("t") != "str")


def _dense(cells: dict[int, Cell]) -> tuple[Cell, ...]:
    return tuple(map(cells.get, range(max(cells) + 1), repeat(BLANK)))


def _count(text: str | None) -> int:
    number = int(text) if text is not None and text.isdecimal() and len(text) <= 7 else 0
    if number == 0:
        raise InputError("damaged_file", found=text)
    return number


@lru_cache(maxsize=4096)
def _range(reference: str) -> Merge:
    """The range of a reference, whichever of its corners comes first; plans of one layout merge the same few."""
    first, _, last = reference.partition(":")
    (top, left), (bottom, right) = _corner(first), _corner(last or first)
    return Merge(min(top, bottom), min(left, right), max(top, bottom), max(left, right))


def _corner(reference: str) -> tuple[int, int]:
    letters = reference.rstrip(DIGITS)
    near = COLUMNS.get(letters)
    return _far_corner(reference) if near is None else (_count(reference[len(letters) :]), near)


def _far_corner(reference: str) -> tuple[int, int]:
    match = REFERENCE.fullmatch(reference)
    if match is None:
        raise InputError("damaged_file", found=reference)
    column = 0
    for letter in match[1].upper():
        column = column * 26 + ord(letter) - 64
    return int(match[2]), column - 1
