"""Roles that titles alone leave open, settled by contents and neighbours: each rule is one small function."""

import re
from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from gdflow.collect.plan_reader.choices import choose
from gdflow.collect.plan_reader.columns import (
    FIGURES,
    Column,
    in_role,
    is_money,
    is_week_of_month,
    side_of,
    with_period,
)
from gdflow.collect.plan_reader.contents import Contents, is_marked, leading_figures, letters_in
from gdflow.collect.plan_reader.levels import part_levels
from gdflow.collect.plan_reader.markers import mark_rows
from gdflow.collect.plan_reader.numbers import read_figure
from gdflow.collect.plan_reader.periods import LENGTHS
from gdflow.collect.plan_reader.roles import Role
from gdflow.collect.plan_reader.targets import LARGEST
from gdflow.collect.plan_reader.titles import solid
from gdflow.collect.sheet import NUMBER, TEXT, VACANT, Cell
from gdflow.domain.plan import TeamEntry

AMOUNT = re.compile(r"cantidad|fisic|unidades|numero")
VALUE = re.compile(r"valor|vlr|monto")
BARE_SUM = re.compile(
    r"(?:sub|gran)?total(?:anual|ano|general|cuatrienio|vigencia|periodo|meta)?(?:20\d\d)*|sumatoria|suma"
)
FEWEST_LETTERED = 2
FOLLOWED_UP = ("seguimiento", "avance", "ejecuci", "monitoreo", "resultado", "reporte")


def settle(columns: list[Column], contents: Contents, *, about: str, teams: Sequence[TeamEntry] = ()) -> None:
    """Give every column its final role.

    about: the plan's and sheet's titles, for what they say of the figures. teams: the directory's.
    """
    mark_rows(columns, contents)
    part_levels(columns, contents)
    choose(columns, contents, teams)
    _counted_notes(columns, contents)
    _counted_sums(columns, contents)
    _values(columns, contents)
    _lettered(columns, contents)
    _undecided_periods(columns, contents, about)
    _running_beside(columns)
    _one_per_period(columns, contents)
    _subtotals(columns)
    _figures_without_period(columns, contents)


def _lettered(columns: list[Column], contents: Contents) -> None:
    """Months in whose cells "P" and "E" stand are a schedule that also says what was done."""
    bare = [column for column in with_period(columns) if column.role is None]
    if len(bare) < FEWEST_LETTERED or any(contents.begins_with_numbers(column.index) for column in bare):
        return
    cells = [cell for column in bare for cell in contents.cells(column.index) if cell.kind is not VACANT]
    if any("p" in letters_in(cell) for cell in cells) and all(letters_in(cell) or is_marked(cell) for cell in cells):
        for column in bare:
            column.role = Role.PROGRAMMED


def _undecided_periods(columns: list[Column], contents: Contents, about: str) -> None:
    """Bare period titles: figures or words, programmed or executed, by the other columns, the title or the sums."""
    results = Counter(column.stretch for column in with_period(columns) if column.role is Role.RESULT)
    for column in with_period(columns):
        if column.role in {Role.RESULT, Role.PROGRAMMED, None} and _is_told(contents, column.index):
            alone = column.role is Role.RESULT and results[column.stretch] == 1
            if not (alone and _holds_some_figure(contents, column.index)):
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
    words = profile.mostly(profile.long) or ((profile.filled > 2 or profile.sentences > 1) and profile.is_text)
    return words and not leading_figures(contents.cells(column))


def _holds_some_figure(contents: Contents, column: int) -> bool:
    """ "Cumplido", "En ejecución", "1": short words for results beside a figure, each to be told where it stands."""
    profile = contents.of(column)
    return profile.numbers > 0 and not profile.long and profile.sentences * 2 <= profile.filled


def _bare_side(columns: list[Column], bare: list[Column], contents: Contents, about: str) -> Role:
    if any(contents.of(column.index).mostly(contents.of(column.index).marks) for column in bare):
        return Role.PROGRAMMED
    if _are_crossed(bare, contents):
        return Role.PROGRAMMED
    if any(_is_schedule(solid(part)) for column in bare for part in column.parts):
        return Role.PROGRAMMED
    if any(word in solid(about) for word in FOLLOWED_UP):
        return Role.RESULT
    return Role.PROGRAMMED if _sums_are_targets(columns, bare, contents) else Role.RESULT


def _are_crossed(bare: Sequence[Column], contents: Contents) -> bool:
    """Whether more rows bear crosses than figures, such as those of a total below them."""
    rows = list(zip(*(contents.cells(column.index) for column in bare), strict=True))
    crossed = sum(any(map(is_marked, row)) for row in rows)
    return crossed > 0 and crossed > sum(any(cell.kind is NUMBER for cell in row) for row in rows)


def _is_schedule(title: str) -> bool:
    return title.startswith("cronograma") and not any(word in title for word in FOLLOWED_UP)


def _sums_are_targets(columns: list[Column], bare: list[Column], contents: Contents) -> bool:
    """Whether the bare figures of nearly every line add up to its target, as programmed ones do.

    What is programmed reaches to the end of the year; figures that stop before it are what was done so far.
    """
    targets = in_role(columns, Role.TARGET)
    if not targets or not any(_amount(cell) for cell in contents.cells(bare[-1].index)):
        return False
    rows = zip(contents.cells(targets[0].index), *(contents.cells(column.index) for column in bare), strict=True)
    sums = [(_amount(target), sum(map(_amount, parts))) for target, *parts in rows if _amount(target)]
    return len(sums) > 1 and sum(target == total for target, total in sums) * 5 >= len(sums) * 4


def _amount(cell: Cell) -> Decimal:
    if isinstance(cell.value, Decimal):
        return cell.value
    return (cell.kind is TEXT and read_figure(cell.text).value) or Decimal(0)


def _counted_notes(columns: list[Column], contents: Contents) -> None:
    """ "Actividades cumplidas" of a period tells which they were, or counts them."""
    for column in with_period(columns):
        if column.role is Role.NOTE and side_of(column.parts) is Role.RESULT and not contents.is_worded(column.index):
            profile = contents.of(column.index)
            column.role = Role.RESULT if profile.mostly(profile.numbers) else Role.NOTE


def _counted_sums(columns: list[Column], contents: Contents) -> None:
    """ "Acumulado" tells how figures add up, or adds them up."""
    for column in in_role(columns, Role.ACCUMULATION):
        profile = contents.of(column.index)
        if profile.mostly(profile.numbers):
            column.role, column.stretch = Role.RESULT, None


def _values(columns: list[Column], contents: Contents) -> None:
    """ "Valor ejecutado" over millions is money, be it the only figure of its period."""
    for column in in_role(columns, Role.RESULT):
        if VALUE.search(_leaf(column)) and any(_amount(cell) > LARGEST for cell in contents.cells(column.index)):
            column.role, column.stretch = Role.OTHER, None


def _subtotals(columns: list[Column]) -> None:
    """ "Semestre I" behind the months from January to June adds them up: the finer figures are the line's own."""
    told = with_period(columns)
    if len({column.stretch.kind for column in told if column.stretch}) < 2:
        return
    in_rows = bool(in_role(columns, Role.MARKER))
    for role in FIGURES:
        parts = [column for column in told if column.role is role or in_rows]
        for column in [column for column in parts if _adds_up(column, parts)]:
            column.role, column.stretch = Role.OTHER, None


def _running_beside(columns: list[Column]) -> None:
    """ "Acumulado a junio" beside "Ejecutado II trimestre" is the sum so far, not the month of June."""
    done = [column for column in with_period(columns) if column.role is Role.RESULT]
    own = [column for column in done if "acum" not in _leaf(column)]
    for column in [column for column in done if column not in own and any(_within(column, one) for one in own)]:
        column.role, column.stretch = Role.OTHER, None


def _within(running: Column, own: Column) -> bool:
    return _months_of(running) < _months_of(own) and _same_year(running, own)


def _adds_up(whole: Column, parts: Sequence[Column]) -> bool:
    """Whether finer columns fill the period of a coarser one."""
    months = _months_of(whole)
    finer = [_months_of(part) for part in parts if part is not whole and _same_year(part, whole)]
    finer = [found for found in finer if found and len(found) < len(months) and found <= months]
    return len(finer) > 1 and set[int]().union(*finer) == months


def _months_of(column: Column) -> set[int]:
    stretch = column.stretch
    length = LENGTHS.get(stretch.kind, 0) if stretch else 0
    return set(range((stretch.number - 1) * length + 1, stretch.number * length + 1)) if stretch and length else set()


def _same_year(one: Column, other: Column) -> bool:
    return one.year == other.year or one.year is None or other.year is None


def _one_per_period(columns: list[Column], contents: Contents) -> None:
    """ "Ejecutado" and "% de cumplimiento" of one quarter: the amount is the result, the ratio only follows from it.

    Words such as "Sí" beside a figure are neither, and what was spent is the result only where nothing else is.
    """
    groups: dict[tuple[Role | None, object, object], list[Column]] = {}
    for column in with_period(columns):
        if column.role in FIGURES:
            groups.setdefault((column.role, column.stretch, column.year), []).append(column)
    for group in groups.values():
        if len(group) > 1 and not _are_weeks(group, contents):
            best = min(group, key=lambda one: (_only_words(one, contents), *_by_worth(one), one.index))
            for column in group:
                column.role = column.role if column is best else Role.OTHER


def _are_weeks(group: Sequence[Column], contents: Contents) -> bool:
    """Whether crosses or counts stand below a month's title whose weeks have a column each: all of them are read."""
    told = all(map(is_week_of_month, group))
    if not (told or all(column.stretch and column.stretch.kind == "M" for column in group)):
        return False
    cells = [cell for column in group for cell in contents.cells(column.index) if cell.kind is not VACANT]
    crossed = sum(bool(is_marked(cell) or letters_in(cell)) for cell in cells)
    if not told:
        foreseen = group[0].role is Role.PROGRAMMED and len({column.parts for column in group}) == 1
        return foreseen and crossed == len(cells)
    return (crossed + sum(cell.kind is NUMBER and not cell.percent for cell in cells)) * 2 > len(cells)


def _only_words(column: Column, contents: Contents) -> bool:
    """Whether something stands in a column and none of it is a figure."""
    if contents.begins_with_numbers(column.index):
        return False
    profile = contents.of(column.index)
    return profile.filled > 0 and profile.numbers == 0


def _leaf(column: Column) -> str:
    return solid("".join(column.parts[-1:]))


def _by_worth(column: Column) -> tuple[bool, bool, bool, bool]:
    """Of the figures of one period that comes first which is its result: no money, no ratio, no total so far."""
    leaf = _leaf(column)
    return is_money(column), column.ratio, "acum" in leaf, AMOUNT.search(leaf) is None


def _figures_without_period(columns: list[Column], contents: Contents) -> None:
    """A lone "Avance" is the figure at the cut-off; beside period figures it is their total."""
    loose = [column for column in in_role(columns, Role.RESULT) if not column.stretch]
    if not any(column.role is Role.RESULT for column in with_period(columns)):
        foreseen = [column for column in with_period(columns) if column.role is Role.PROGRAMMED]
        for column in [column for column in loose if foreseen and BARE_SUM.fullmatch(solid(column.title))]:
            # "Total" behind what is programmed adds that up: nothing was done yet
            column.role = Role.OTHER
            loose.remove(column)
    figures = [column for column in loose if not contents.is_worded(column.index)]
    dated = any(column.role is Role.RESULT for column in with_period(columns)) or bool(in_role(columns, Role.PERIOD))
    dated = dated or (bool(in_role(columns, Role.MARKER)) and bool(with_period(columns)))
    shared = Counter(column.parts[-1:] for column in figures if len(column.parts) > 1 and not dated)
    # "Ejecutado" below several titles that tell no period: which of them is the figure to date nobody knows
    figures = [column for column in figures if shared[column.parts[-1:]] < 2]
    by_worth = {each.index: (is_money(each), _is_share(each, contents), each.index) for each in figures}
    cut = None if dated else min(figures, key=lambda each: by_worth[each.index], default=None)
    for column in loose:
        if column is cut:
            column.period = "cut"
        elif shared[column.parts[-1:]] > 1 and len(column.parts) > 1:
            column.stretch = None
        elif not (in_role(columns, Role.PERIOD) and column in figures[:1]):
            column.role = Role.TOTAL if column in figures else Role.NOTE


def _is_share(column: Column, contents: Contents) -> bool:
    """Whether a column holds percentages, by its title or by its cells."""
    profile = contents.of(column.index)
    return column.ratio or profile.mostly(profile.percents)
