"""A sheet's plain rows as typed cells, without a parser's element for each of them."""

from collections.abc import Collection

from gdflow.collect.limits import MAX_COLUMNS, MAX_ROWS
from gdflow.collect.sheet import BLANK, Cell, Row, column_letters
from gdflow.collect.xlsx_plain import PlainRows, plain_values
from gdflow.collect.xlsx_values import Values

COLUMNS = {column_letters(column): column for column in range(MAX_COLUMNS)}
Calculated = set[tuple[int, int]]


def filled_rows(plain: PlainRows, hidden: Collection[str], values: Values, calculated: Calculated) -> list[Row] | None:
    """The rows that hold something, or None when something is amiss: a parser finds what, and says where.

    hidden: attributes of hidden rows. calculated: takes the places whose value a formula gave.
    """
    rows: list[Row] = []
    last = 0
    for said, attributes, text in plain.rows:
        number = int(said)
        cells = _cells(text, values, number, calculated) if last < number <= MAX_ROWS else None
        if cells is None:
            return None
        if cells:
            rows.append(Row(number, tuple(cells), attributes in hidden))
        last = number
    return rows


def _cells(text: str, values: Values, number: int, calculated: Calculated) -> list[Cell] | None:
    """Dense up to the last that holds something. One loop without calls: it runs for every cell of every plan."""
    cells: list[Cell] = []
    strings, numbers, end = values.strings, values.numbers, 0
    for letters, style, kind, formula, value in plain_values(text):
        column = COLUMNS[letters]
        if column != end:
            if column < end:
                return None
            cells += [BLANK] * (column - end)
        end = column + 1
        cell = strings.get(value) if kind == "s" else None if kind else numbers.get((style or None, value))
        if cell is None:
            if kind == "s":
                return None
            cell = values.of(kind or None, style or None, value)
        if formula and cell is not BLANK:
            calculated.add((number, column))
        cells.append(cell)
    while cells and cells[-1] is BLANK:
        cells.pop()
    return cells
