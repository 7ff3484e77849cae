"""Plans of several years print on each row the goal of result above it and its own of product: which is the line's."""

import re
from collections.abc import Sequence

from gdflow.collect.plan_reader.columns import FIGURES, Column
from gdflow.collect.plan_reader.contents import Contents
from gdflow.collect.plan_reader.roles import Role
from gdflow.collect.plan_reader.titles import solid

LEVEL = re.compile(
    r"(?:indicador|meta)(?:e?s)?(?:del?)?(?:(?P<above>resultados?(?!esper|obten)|bienestar|impacto)|productos?)"
)
# what both levels have; a bare "Línea base" is of the level that was named last
SHARED = frozenset({Role.BASELINE, Role.UNIT, Role.TARGET, Role.TARGET_TEXT, Role.FORMULA})
NAMING = frozenset({Role.INDICATOR, Role.DELIVERABLE}) | FIGURES | SHARED


def part_levels(columns: Sequence[Column], contents: Contents) -> None:
    """Leave the line what is of its product; what is of the result becomes a heading, or stands beside it."""
    own = [_level(column) for column in columns]
    if True not in own or False not in own:
        return
    last: bool | None = None
    for column, said in zip(columns, own, strict=True):
        last = last if said is None else said
        above = said if said is not None else (last if column.role in SHARED and not column.stretch else None)
        if above:
            worded = not column.stretch and column.role in NAMING and contents.is_worded(column.index)
            column.role, column.stretch = (Role.PATH if worded and said else Role.OTHER), None
        elif above is False and column.role is Role.DELIVERABLE and _is_counted_goal(column, contents):
            column.role = Role.TARGET


def _level(column: Column) -> bool | None:
    """True for a column of the result, False for one of the product, None for one that says neither."""
    if column.role not in NAMING:
        return None
    found = next((found for part in reversed(column.parts) if (found := LEVEL.search(solid(part)))), None)
    return None if found is None else found["above"] is not None


def _is_counted_goal(column: Column, contents: Contents) -> bool:
    profile = contents.of(column.index)
    return profile.mostly(profile.numbers) and "meta" in solid(column.parts[-1])
