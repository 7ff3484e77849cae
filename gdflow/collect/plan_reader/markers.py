"""Columns that part a line over several rows: "P" over "E", "Programado" over "Ejecutado", one row a month."""

import re
from collections.abc import Sequence
from itertools import pairwise

from gdflow.collect.plan_reader.columns import DATED, FIGURES, Column, in_role
from gdflow.collect.plan_reader.contents import Contents
from gdflow.collect.plan_reader.roles import Role
from gdflow.collect.plan_reader.stretches import stretch_under
from gdflow.collect.plan_reader.tables import has_unit
from gdflow.collect.plan_reader.titles import plain, solid
from gdflow.collect.sheet import VACANT

MARKERS: dict[str, Role] = {
    **dict.fromkeys(
        ["p", "prog", "programado", "programada", "planeado", "meta", "proyectado", "programacion", "plan"],
        Role.PROGRAMMED,
    ),
    **dict.fromkeys(
        [
            "e",
            "ejec",
            "ejecutado",
            "ejecutada",
            "real",
            "resultado",
            "avance",
            "logrado",
            "ejecucion",
            "logro",
            "realizado",
            "cumplido",
        ],
        Role.RESULT,
    ),
    **dict.fromkeys(["numerador", "num"], Role.NUMERATOR),
    **dict.fromkeys(["denominador", "den"], Role.DENOMINATOR),
    "%": Role.OTHER,
    "% avance": Role.OTHER,
    "% cumplimiento": Role.OTHER,
}
YEARS = frozenset({"ano", "anos", "vigencia", "anualidad"})
NAMING = frozenset({Role.ACTIVITY, Role.ACTION, Role.INDICATOR, Role.DELIVERABLE})
SIDED = FIGURES - {Role.TARGET}
UNSURE = frozenset({None, Role.OTHER, Role.PROGRAMMED, Role.RESULT, Role.TARGET, Role.FORMULA})
RATIO_ROWS = (Role.NUMERATOR, Role.DENOMINATOR, Role.RESULT)
EXPLAINED = re.compile(r"\s*[:(\n]")  # "Numerador: pacientes atendidos"


def mark_rows(columns: list[Column], contents: Contents) -> None:
    """Find the columns whose cells say what each row of a line holds."""
    _markers(columns, contents)
    _period_columns(columns, contents)


def marker_role(text: str) -> Role | None:
    """What a row of a line holds, by its marker: "P" is programmed, "Ejecutado" the result."""
    return MARKERS.get(plain(text)) or MARKERS.get(_before_explanation(text))


def in_threes(texts: Sequence[str]) -> bool:
    """Whether every third row is the result and the two above it name what is divided by what in words of their own."""
    if len(texts) < len(RATIO_ROWS) or len(texts) % len(RATIO_ROWS) or marker_role(texts[2]) is not Role.RESULT:
        return False
    told = [marker_role(text) for text in texts]
    return all(role is Role.RESULT for role in told[2::3]) and not any(told[0::3] + told[1::3]) and all(texts)


def _before_explanation(text: str) -> str:
    return plain(EXPLAINED.split(text.strip(), maxsplit=1)[0])


def _markers(columns: list[Column], contents: Contents) -> None:
    """A column of "P" and "E", or of "Programado" and "Ejecutado", parts each line over several rows."""
    for column in columns:
        if column.stretch or column.role not in UNSURE or contents.begins_with_numbers(column.index):
            continue
        if in_threes([cell.text for cell in contents.cells(column.index)]):
            column.role = Role.MARKER
            continue
        words = contents.words(column.index) - {""}
        if not words <= MARKERS.keys() or contents.of(column.index).long:
            words = _explained(column, contents)
        if len(words) < 2 or not words <= MARKERS.keys():
            continue
        if {MARKERS[word] for word in words} >= {Role.PROGRAMMED, Role.RESULT} or {"numerador", "denominador"} <= words:
            column.role = Role.MARKER


def _explained(column: Column, contents: Contents) -> set[str]:
    """The markers that stand before an explanation; none where a cell begins otherwise."""
    found: set[str] = set()
    for cell in contents.cells(column.index):
        if cell.kind is VACANT:
            continue
        word = plain(cell.text) if plain(cell.text) in MARKERS else _before_explanation(cell.text)
        if word not in MARKERS:
            return set()
        found.add(word)
    return found


def _period_columns(columns: list[Column], contents: Contents) -> None:
    """A column of "Enero", "Febrero", …: each line has a row per period."""
    if any(column.stretch for column in columns):
        return
    for column in columns:
        profile = contents.of(column.index) if column.role in {None, Role.OTHER, Role.WINDOW, Role.RESULT} else None
        titled = has_unit(column.title) or solid(column.title).startswith(("periodo", "mes", "corte", "trimestre"))
        named = titled and profile and profile.mostly(profile.stretches) and len(contents.words(column.index)) > 1
        counted = has_unit(column.title) or solid(column.title) in YEARS
        if named or (profile and counted and _ranks_in_turn(columns, column, contents)):
            whole = named and _names_each_row(columns, contents)
            column.role = _of_whole_lines(columns, column) if whole else Role.PERIOD
            return


def _ranks_in_turn(columns: Sequence[Column], column: Column, contents: Contents) -> bool:
    """ "I" to "IV" and "I" again below "Trimestre", or years: a row each, not the quarter in which a line is due."""
    if not in_role(columns, Role.RESULT):
        return False
    cells = [cell for cell in contents.cells(column.index) if cell.kind is not VACANT]
    found = [stretch_under(column.title, cell.text) for cell in cells]
    ranks = [(stretch.year or 0) if stretch.kind == "Y" else stretch.number for stretch in found if stretch]
    steps = [other - one for one, other in pairwise(ranks)]
    return len(ranks) == len(cells) > 2 and 0 not in steps and steps.count(1) * 2 > len(steps)


def _of_whole_lines(columns: Sequence[Column], column: Column) -> Role | None:
    """ "Mes de ejecución" of a line of its own is when it is done, unless another column says so."""
    return column.role if any(other.role in DATED for other in columns) else Role.WINDOW


def _names_each_row(columns: Sequence[Column], contents: Contents) -> bool:
    """Whether every row names something of its own and reports no figure: no line has a second row."""
    named = next((column for column in columns if column.role in NAMING), None)
    if named is None:
        return False
    texts = [plain(cell.text) for cell in contents.cells(named.index)]
    reported = any(contents.of(column.index).numbers for column in columns if column.role in SIDED)
    return all(texts) and len(set(texts)) == len(texts) and not reported
