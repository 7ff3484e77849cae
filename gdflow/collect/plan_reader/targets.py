"""The one numeric target of each line: the column that says so, else the figures that can be nothing else."""

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from gdflow.collect.plan_reader.columns import Column, in_role
from gdflow.collect.plan_reader.contents import Contents, leading_figures, some_figures
from gdflow.collect.plan_reader.numbers import read_figure
from gdflow.collect.plan_reader.roles import Role, role_of
from gdflow.collect.plan_reader.titles import solid
from gdflow.collect.sheet import TEXT, Cell

AIMS = ("meta", "cantidad", "total", "cant", "alcanzar", "esperad", "estandar")
BESIDE = frozenset({Role.UNIT, Role.INDICATOR, Role.DELIVERABLE, Role.TARGET_TEXT, Role.BASELINE})
NUMBERING = re.compile(r"(?:no|n|nro|num|numero|id|item|#)(?:control|hallazgo|orden|interno|contrato)?$|cod|consec")
SEVERAL = re.compile(r"(?:no|n|nro|num|numero)(?:de)?(?:las?)?(?:actividades|acciones|tareas)[a-z]*")
DUE_BY_NOW = re.compile(
    r"(?:avance|progreso)s?(?:fisico|acumulado|de|total)*(?:esperad|programad|planead|proyectad|previst|planificad)"
)
LARGEST = 10_000_000  # what is larger is money
LONGEST_AMOUNT = 24


def choose_target(columns: list[Column], contents: Contents) -> None:
    """Leave one target; targets told in words stand beside it."""
    for column in _without_period(columns):
        if DUE_BY_NOW.search(solid(column.parts[-1])):
            # what ought to be done by the cut-off is no goal
            column.role = Role.OTHER
    if not _counted(in_role(columns, Role.TARGET), contents):
        _claim(columns, contents)
    for column in _without_period(columns):
        column.role = Role.OTHER if in_role(columns, Role.TARGET) else Role.TARGET
    named = in_role(columns, Role.TARGET)
    if len(named) < 2:
        _only_words(named, contents)
        return
    numeric = _counted(named, contents) or [column for column in named if leading_figures(contents.cells(column.index))]
    best = _best(numeric or named, columns)
    for column in named:
        if column is not best:
            column.role = Role.OTHER if _is_counted(column, contents) else Role.TARGET_TEXT


def _claim(columns: Sequence[Column], contents: Contents) -> None:
    """Where no column of figures is titled as the target: the unit's, the programmed one, or an unclaimed one."""
    units = _counted(in_role(columns, Role.UNIT), contents)
    sums = [column for column in columns if column.role is Role.OTHER and _adds_up_foreseen(column)]
    found = (
        units
        or _counted(sums, contents)
        or _counted(_without_period(columns), contents)
        or _unclaimed(columns, contents)
        or [column for column in in_role(columns, Role.NUMBER) if _counts_several(column, contents)]
    )
    for column in found[:1]:
        column.role = Role.TARGET


def _without_period(columns: Sequence[Column]) -> list[Column]:
    """What is programmed of the line as a whole; none where each of its rows tells a period of its own."""
    foreseen = [] if in_role(columns, Role.PERIOD) else in_role(columns, Role.PROGRAMMED)
    return [column for column in foreseen if not column.stretch]


def _counts_several(column: Column, contents: Contents) -> bool:
    """ "No. de actividades" tells how many there are; "No. actividad" numbers them, as 1, 2, 3 do below any title."""
    if not SEVERAL.fullmatch(solid(column.title)) or not _counts_things(column, contents):
        return False
    amounts = [amount for cell in contents.cells(column.index) if (amount := _amount(cell)) is not None]
    return amounts != [Decimal(rank) for rank in range(1, len(amounts) + 1)]


def _adds_up_foreseen(column: Column) -> bool:
    """ "Total" under "Programado" or "Metas", behind its periods."""
    under = any(role_of(part) in {Role.PROGRAMMED, Role.TARGET} for part in column.parts[:-1])
    return under and not column.stretch and solid(column.parts[-1]).startswith("total")


def _counted(columns: Sequence[Column], contents: Contents) -> list[Column]:
    return [column for column in columns if _is_counted(column, contents)]


def _is_counted(column: Column, contents: Contents) -> bool:
    profile = contents.of(column.index)
    return profile.mostly(profile.numbers)


def _unclaimed(columns: Sequence[Column], contents: Contents) -> list[Column]:
    """Columns of figures that say nothing else: titled as an aim, or right beside the unit or the indicator."""
    if any(leading_figures(contents.cells(column.index)) for column in in_role(columns, Role.TARGET)):
        return []
    free = [column for column in columns if column.role is None and not column.stretch]
    titled = [column for column in free if any(word in solid(column.title) for word in AIMS)]
    sided = {one.index for one, other in pairwise(columns) if other.role in BESIDE}
    sided |= {other.index for one, other in pairwise(columns) if one.role in BESIDE}
    beside = [column for column in free if column.index in sided]
    return [column for column in [*titled, *beside] if _counts_things(column, contents)]


def _counts_things(column: Column, contents: Contents) -> bool:
    """Whether nearly every row holds an amount that is no year, no money, and no number of the row itself."""
    cells = contents.cells(column.index)
    amounts = [amount for cell in cells if (amount := _amount(cell)) is not None]
    if NUMBERING.match(solid(column.title)) or len(amounts) * 5 < len(cells) * 4:
        return False
    return not (
        any(amount > LARGEST for amount in amounts)
        or all(2000 <= amount <= 2050 for amount in amounts)
        or (len(amounts) > 2 and all(other - one == 1 for one, other in pairwise(amounts)))
    )


def _amount(cell: Cell) -> Decimal | None:
    if isinstance(cell.value, Decimal):
        return cell.value
    return read_figure(cell.text).value if cell.kind is TEXT and len(cell.text) < LONGEST_AMOUNT else None


def _only_words(named: Sequence[Column], contents: Contents) -> None:
    """A lone target that no cell puts a figure to is told in words."""
    for column in named:
        if contents.is_worded(column.index) and not some_figures(contents.cells(column.index)):
            column.role = Role.TARGET_TEXT


def _best(named: Sequence[Column], columns: Sequence[Column]) -> Column | None:
    """Beside years, the whole term's target; else the year's."""
    yearly = any(column.stretch and column.stretch.kind == "Y" for column in columns)
    yearly = yearly or len({column.year for column in named if column.year}) > 1
    wanted = ("cuatrienio", "total", "plan") if yearly else ("anual", "ano", "vigencia", "20")
    ranked = [column for column in named if any(word in solid(column.title) for word in wanted)]
    if yearly and not ranked:
        ranked = [column for column in named if not column.year]
    return ranked[0] if ranked else named[0] if named else None
