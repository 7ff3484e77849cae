"""Columns whose titles no word explains: what they are for, told by how their texts stand."""

from collections.abc import Sequence

from gdflow.collect.plan_reader.columns import Column
from gdflow.collect.plan_reader.contents import Contents
from gdflow.collect.plan_reader.roles import Role
from gdflow.collect.sheet import VACANT, Cell

FEW_BLANKS = 4  # of so many rows at most one may be blank: what is told seldomer heads the rows below


def head_by_unknown_titles(columns: list[Column], contents: Contents) -> None:
    """A title that no word explains ("Servicio") over a few texts, left of what is followed up, heads its rows."""
    followed = (column.index for column in columns if column.role in {Role.ACTIVITY, Role.INDICATOR})
    first = next(followed, 0)
    for column in columns:
        if column.index < first and column.role is None and column.parts and not column.stretch:
            cells = contents.cells(column.index)
            few = len({cell.text for cell in cells if cell.kind is not VACANT}) * 2 <= len(cells)
            if few and contents.is_worded(column.index):
                column.role = Role.PATH


def only_names(columns: list[Column], contents: Contents) -> list[Column]:
    """Where no title says what is followed up, the first column that names each row otherwise: "Modalidad"."""
    if any(column.role in {Role.INDICATOR, Role.DELIVERABLE, Role.DESIGN, Role.TARGET_TEXT} for column in columns):
        return []
    others = [column for column in columns if column.role is Role.OTHER and contents.is_worded(column.index)]
    return [column for column in others if _is_told_apart(contents.cells(column.index))][:1]


def _is_told_apart(cells: Sequence[Cell]) -> bool:
    texts = [cell.text for cell in cells if cell.kind is not VACANT]
    return len(set(texts)) == len(texts) > len(cells) * (FEW_BLANKS - 1) / FEW_BLANKS
