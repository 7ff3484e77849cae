"""Activities told on a leaf of their own: a table for each, with labels and their values beside them.

Each leaf becomes a table of one row whose titles are the labels of all leaves, so that they make one plan.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from gdflow.collect.plan_reader.roles import Role, is_generic, role_of
from gdflow.collect.plan_reader.tables import BodyRow, Table, texts_of
from gdflow.collect.plan_reader.titles import tidy
from gdflow.collect.sheet import BLANK, TEXT, VACANT, Cell, Row, Sheet, address

NAMING = frozenset({Role.ACTIVITY, Role.ACTION})
OWED = frozenset({Role.RESPONSIBLE, Role.START, Role.DUE, Role.WINDOW, Role.TARGET})
DATED = frozenset({Role.START, Role.DUE, Role.WINDOW})
LONGEST_LABEL = 60
WIDEST = 6  # filled cells in a row of a leaf: one to three labels with their values
LOOKED_AT = 12  # the first rows show whether a sheet can hold leaves at all
FEWEST_ROLES = 4
FEWEST_LABELS = 3

Parts = tuple[str, ...]


@dataclass(slots=True)
class _Leaf:
    """Values and their addresses by title. first: its first row; row: that of the label which names the activity."""

    first: int
    row: int
    values: dict[Parts, tuple[Cell, str]]


def leaf_tables(sheets: Sequence[Sheet]) -> dict[int, tuple[Table, ...]]:
    """The tables that the leaves of a document make, by the identity of their sheet; all with the same titles."""
    leaves = {id(sheet): found for sheet in sheets if (found := _leaves(sheet))}
    titles = tuple(dict.fromkeys(parts for found in leaves.values() for leaf in found for parts in leaf.values))
    whole = [sheet for sheet in sheets if id(sheet) in leaves]
    return {id(sheet): (_table(sheet, leaves[id(sheet)], titles),) for sheet in whole}


def _table(sheet: Sheet, leaves: Sequence[_Leaf], titles: tuple[Parts, ...]) -> Table:
    body = tuple(BodyRow(Row(leaf.row, tuple(_value(leaf, parts)[0] for parts in titles))) for leaf in leaves)
    places = {leaf.row: tuple(_value(leaf, parts)[1] for parts in titles) for leaf in leaves}
    above = tuple(row for row in sheet.rows if row.number < leaves[0].first)
    return Table(sheet, titles, body, above, leaves[0].first, leaves[0].first, places)


def _value(leaf: _Leaf, parts: Parts) -> tuple[Cell, str]:
    return leaf.values.get(parts, (BLANK, ""))


def _leaves(sheet: Sheet) -> list[_Leaf]:
    """The leaves of a sheet; none where its rows are not nearly all of labels and values."""
    if not _could_hold_leaves(sheet):
        return []
    leaves: list[_Leaf] = []
    odd = 0
    for row in sheet.rows:
        if _heads_table(row):
            return []
        odd += not _take(row, leaves) and len(texts_of(row)) > 1
    whole = [leaf for leaf in leaves if _is_whole(leaf)]
    return whole if odd * 4 <= len(sheet.rows) else []


def _could_hold_leaves(sheet: Sheet) -> bool:
    first = sheet.rows[:LOOKED_AT]
    if any(len(texts_of(row)) > WIDEST for row in first):
        return False
    leading = (next((cell for cell in row.cells if cell.kind is not VACANT), BLANK) for row in first)
    labelled = sum(map(_is_label, leading))
    return labelled >= FEWEST_LABELS and labelled * 2 >= len(first)


def _heads_table(row: Row) -> bool:
    """Whether a row is one of titles, each of another role: then lines stand below, not values beside."""
    filled = [cell for cell in row.cells if cell.kind is not VACANT]
    roles = {role_of(cell.text) for cell in filled if _is_label(cell)} - {None, Role.OTHER}
    if len(filled) < FEWEST_LABELS or not all(map(_is_label, filled)):
        return False
    return len(roles) == len(filled) or (len(filled) > FEWEST_ROLES and len(roles) * 4 >= len(filled) * 3)


def _is_whole(leaf: _Leaf) -> bool:
    roles = {role_of(parts[0]) for parts in leaf.values} - {None, Role.OTHER}
    return len(roles) >= FEWEST_ROLES and bool(roles & NAMING) and bool(roles & OWED)


def _is_label(cell: Cell) -> bool:
    label = cell.text.partition(":")[0]
    if cell.kind is not TEXT or len(label) > LONGEST_LABEL:
        return False
    return role_of(label) is not None or is_generic(label)


def _take(row: Row, leaves: list[_Leaf]) -> bool:
    """Put a row's pairs of label and value on the leaf, or on a new one when its first label comes again."""
    pairs = labelled_values(row)
    for label, value in pairs:
        if not leaves or (label,) == next(iter(leaves[-1].values)):
            leaves.append(_Leaf(row.number, row.number, {}))
        leaf = leaves[-1]
        if role_of(label) in NAMING and not any(role_of(parts[0]) in NAMING for parts in leaf.values):
            leaf.row = row.number
        leaf.values.setdefault(_title(label, leaf), value)
    return bool(pairs)


def _title(label: str, leaf: _Leaf) -> Parts:
    """ "Descripción" below "Actividad No." is the activity's."""
    return (next(reversed(leaf.values))[0], label) if is_generic(label) and leaf.values else (label,)


def labelled_values(row: Row) -> list[tuple[str, tuple[Cell, str]]]:
    """Labels of a row with value and address: what stands behind their colon, else the next filled cell."""
    filled = [(at, cell) for at, cell in enumerate(row.cells) if cell.kind is not VACANT]
    pairs: list[tuple[str, tuple[Cell, str]]] = []
    taken = -1
    for place, (at, cell) in enumerate(filled):
        label, _, value = (part.strip() for part in cell.text.partition(":"))
        if at == taken or not _is_label(cell):
            continue
        beside = next(iter(filled[place + 1 : place + 2]), None)
        if value:
            pairs.append((tidy(label), (Cell(TEXT, value, value), address(row.number, at))))
        elif beside and not _is_next_label(label, beside[1]):
            taken = beside[0]
            pairs.append((tidy(label), (beside[1], address(row.number, taken))))
    return pairs


def _is_next_label(label: str, beside: Cell) -> bool:
    """Whether a label has no value, for what stands beside it is the next label; where a date belongs any label is."""
    return _is_label(beside) and (beside.text.rstrip().endswith(":") or role_of(label) in DATED)
