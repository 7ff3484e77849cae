"""The columns of a table as all their titles together tell them; what contents prove comes later, in `settle`."""

import re
from collections.abc import Collection, Sequence

from gdflow.collect.plan_reader.columns import FIGURES, RATIO_LETTERS, Column, in_role, role_of_parts, side_of, titled
from gdflow.collect.plan_reader.contents import Contents
from gdflow.collect.plan_reader.past_days import without_boxes, without_past_days
from gdflow.collect.plan_reader.roles import Role
from gdflow.collect.plan_reader.runs import name_runs
from gdflow.collect.plan_reader.stretches import Stretch
from gdflow.collect.plan_reader.tables import Table
from gdflow.collect.plan_reader.titles import solid

# where the money of a territory comes from
SOURCE = re.compile(r"(?:recursos)?(?:sgp|sgr|propios|regalias|icld|icde)")
SUMMED = re.compile(r"total|otr[oa]s|credito|cofinanciacion|nacion|departament|gestion")
# a line has many of these; of all other roles it has one
MANY = frozenset({Role.PATH, Role.FINDING, Role.NOTE, Role.EVIDENCE, Role.STAGE, Role.OTHER, None})


def draft_columns(table: Table, contents: Contents) -> list[Column]:
    """The columns with what their titles say; roles that need more than a title are settled by `settle`."""
    columns = [titled(index, parts) for index, parts in enumerate(table.titles)]
    width = max((len(line.row.cells) for line in table.body), default=0)
    columns += [Column(index, ()) for index in range(len(columns), width)]
    while len(columns) > 1 and not columns[-1].parts and not contents.of(columns[-1].index).filled:
        columns.pop()
    without_past_days(columns)
    without_boxes(columns)
    _lone_letters(columns)
    name_runs(columns)
    _year_so_far(columns)
    _single_years(columns)
    _sources(columns)
    if table.sheet.hidden_columns:
        _stale(columns, table.sheet.hidden_columns)
    return columns


def _lone_letters(columns: Sequence[Column]) -> None:
    """ "N" under a month is a numerator where a "D" stands beside it; alone it counts."""
    if in_role(columns, Role.DENOMINATOR):
        return
    for column in in_role(columns, Role.NUMERATOR):
        if column.parts[-1].strip(" .") in RATIO_LETTERS:
            column.role = None


def _year_so_far(columns: Sequence[Column]) -> None:
    """ "Avance 2025 (corte junio)" beside the goals of 2024 and 2025 is what was done of that year so far."""
    told = [column for column in columns if column.stretch and column.role in FIGURES]
    fine = [column for column in told if column.stretch and column.stretch.kind != "Y"]
    years = {column.year for column in told if column not in fine and column.role is not Role.RESULT}
    done = {column.year for column in told if column not in fine and column.role is Role.RESULT}
    if len({column.stretch for column in fine}) != 1 or len(years) < 2:
        return
    for column in fine:
        if column.role is Role.RESULT and column.year in years - done:
            column.stretch = Stretch("Y", 1, column.year)


def _single_years(columns: Sequence[Column]) -> None:
    """A year in a title is a period only where it parts columns from others: "Meta 2024" alone is the target."""
    whole = [column for column in columns if column.stretch and column.stretch.kind == "Y"]
    finer = any(column.stretch and column.stretch.kind != "Y" for column in columns)
    years = {column.year for column in whole}
    foreseen = [column for column in whole if column.role in {Role.PROGRAMMED, Role.TARGET}]
    aims = [column for column in foreseen if role_of_parts(column.parts) is Role.TARGET]
    parted = {column.year for column in columns if column.stretch and column.stretch.kind != "Y"} - {None}
    for column in whole:
        if finer and column.role is Role.RESULT and parted and column.year not in parted:
            # "Ejecutado 2024" beside the quarters of 2025
            column.role, column.stretch = Role.OTHER, None
        elif len(years) < 2 or finer:
            explicit = not finer and column.role is Role.RESULT and side_of(column.parts) is not None
            column.stretch = column.stretch if explicit else None
        elif aims == [column]:
            # "Meta 2027" beside "Avance 2024" to "Avance 2027"
            column.stretch = None
        if column in aims:
            column.role = Role.PROGRAMMED if column.stretch else Role.TARGET


def _sources(columns: Sequence[Column]) -> None:
    """SGP, Propios, SGR and the total behind them are money, whatever period they stand under."""
    before: Column | None = None
    for column in columns:
        leaf = solid(column.parts[-1]) if column.parts else ""
        beside = before is not None and before.parts[:-1] == column.parts[:-1]
        before = None
        if SOURCE.match(leaf) or (beside and SUMMED.match(leaf)):
            column.role, column.stretch, before = Role.OTHER, None, column


def _stale(columns: Sequence[Column], hidden: Collection[int]) -> None:
    """A column that somebody hid gives way to a visible one for the same thing."""
    seen = {(column.role, column.stretch, column.year) for column in columns if column.index not in hidden}
    roles = {role for role, stretch, _ in seen if not stretch}
    for column in columns:
        if column.index not in hidden or column.role in MANY:
            continue
        same = (column.role, column.stretch, column.year) in seen if column.stretch else column.role in roles
        if same:
            column.role, column.stretch = Role.OTHER, None
