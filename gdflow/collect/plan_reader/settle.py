"""Roles that titles alone leave open, settled by contents and neighbours: each rule is one small function."""

from decimal import Decimal

from gdflow.collect.plan_reader.choices import choose
from gdflow.collect.plan_reader.columns import FIGURES, Column, in_role, with_period
from gdflow.collect.plan_reader.contents import Contents, leading_figures
from gdflow.collect.plan_reader.markers import mark_rows
from gdflow.collect.plan_reader.numbers import read_figure
from gdflow.collect.plan_reader.roles import Role
from gdflow.collect.plan_reader.titles import solid
from gdflow.collect.sheet import Cell, CellKind

FOLLOWED_UP = ("seguimiento", "avance", "ejecuci", "monitoreo", "resultado", "reporte")


def settle(columns: list[Column], contents: Contents, *, about: str) -> None:
    """Give every column its final role. about: the plan's and sheet's titles, for what they say of the figures."""
    mark_rows(columns, contents)
    choose(columns, contents)
    _undecided_periods(columns, contents, about)
    _one_per_period(columns)
    _figures_without_period(columns, contents)


def _undecided_periods(columns: list[Column], contents: Contents, about: str) -> None:
    """Bare period titles: figures or words, programmed or executed, by the other columns, the title or the sums."""
    for column in with_period(columns):
        if column.role in {Role.RESULT, Role.PROGRAMMED, None} and _is_told(contents, column.index):
            column.role = Role.NOTE
    bare = [column for column in with_period(columns) if column.role is None]
    has_results = any(column.role is Role.RESULT for column in with_period(columns))
    has_programmed = any(column.role is Role.PROGRAMMED for column in with_period(columns))
    for column in bare:
        if has_results or has_programmed:
            column.role = Role.OTHER if has_results and has_programmed else _other_side(has_results)
    if bare and bare[0].role is None:
        role = _bare_side(columns, bare, contents, about)
        for column in bare:
            column.role = role


def _other_side(has_results: bool) -> Role:
    return Role.PROGRAMMED if has_results else Role.RESULT


def _is_told(contents: Contents, column: int) -> bool:
    if contents.begins_with_numbers(column):
        return False
    profile = contents.of(column)
    words = profile.mostly(profile.long) or (profile.filled > 2 and profile.is_text)
    return words and not leading_figures(contents.cells(column))


def _bare_side(columns: list[Column], bare: list[Column], contents: Contents, about: str) -> Role:
    if any(contents.of(column.index).mostly(contents.of(column.index).marks) for column in bare):
        return Role.PROGRAMMED
    if any(solid(part).startswith("cronograma") for column in bare for part in column.parts):
        return Role.PROGRAMMED
    if any(word in solid(about) for word in FOLLOWED_UP):
        return Role.RESULT
    return Role.PROGRAMMED if _sums_are_targets(columns, bare, contents) else Role.RESULT


def _sums_are_targets(columns: list[Column], bare: list[Column], contents: Contents) -> bool:
    """Whether the bare figures of nearly every line add up to its target, as programmed ones do."""
    targets = in_role(columns, Role.TARGET)
    if not targets:
        return False
    rows = zip(contents.cells(targets[0].index), *(contents.cells(column.index) for column in bare), strict=True)
    sums = [(_amount(target), sum(map(_amount, parts))) for target, *parts in rows if _amount(target)]
    return len(sums) > 1 and sum(target == total for target, total in sums) * 5 >= len(sums) * 4


def _amount(cell: Cell) -> Decimal:
    if isinstance(cell.value, Decimal):
        return cell.value
    return (cell.kind is CellKind.TEXT and read_figure(cell.text).value) or Decimal(0)


def _one_per_period(columns: list[Column]) -> None:
    """ "Ejecutado" and "% de cumplimiento" of one quarter: the amount is the result, the ratio only follows from it."""
    seen: set[tuple[Role | None, object, object]] = set()
    for column in sorted(with_period(columns), key=lambda column: column.ratio):
        key = (column.role, column.stretch, column.year)
        if column.role in FIGURES and key in seen:
            column.role = Role.OTHER
        seen.add(key)


def _figures_without_period(columns: list[Column], contents: Contents) -> None:
    """A lone "Avance" is the figure at the cut-off; beside period figures it is their total."""
    loose = [column for column in in_role(columns, Role.RESULT) if not column.stretch]
    figures = [column for column in loose if not contents.is_worded(column.index)]
    dated = any(column.role is Role.RESULT for column in with_period(columns)) or bool(in_role(columns, Role.PERIOD))
    dated = dated or (bool(in_role(columns, Role.MARKER)) and bool(with_period(columns)))
    cut = None if dated else min(figures, key=lambda column: (column.ratio, column.index), default=None)
    for column in loose:
        if column is cut:
            column.period = "cut"
        elif not (in_role(columns, Role.PERIOD) and column in figures[:1]):
            column.role = Role.TOTAL if column in figures else Role.NOTE
