"""One column for each thing: the line's dates, its people, its activity, its target."""

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise

from gdflow.collect.plan_reader.bands import is_task
from gdflow.collect.plan_reader.columns import Column, in_role, puts_off
from gdflow.collect.plan_reader.contents import Contents, some_figures
from gdflow.collect.plan_reader.roles import Role
from gdflow.collect.plan_reader.targets import choose_target
from gdflow.collect.plan_reader.teams import is_office, may_be_team
from gdflow.collect.plan_reader.titles import plain, solid
from gdflow.collect.plan_reader.unexplained import FEW_BLANKS, head_by_unknown_titles, only_names
from gdflow.collect.sheet import NUMBER, TEXT, VACANT, Cell
from gdflow.domain.plan import TeamEntry

FOLLOWED = frozenset({Role.PROGRAMMED, Role.RESULT})
TASKS = frozenset({Role.ACTIVITY, Role.ACTION})
NUMBERING = frozenset({Role.ITEM, Role.NUMBER})
CODE = re.compile(r"[A-Za-z]{0,3}[-.]?\d{1,3}(?:[.-]\d{1,3}){0,4}[.)]?")
FEWEST_STAGES = 3  # two pairs of dates are what was foreseen and what was
ASIDE = re.compile(r"(?:correccion|control|riesgo)$")  # who corrects at once, or holds the control, before the action
GROUP = re.compile(r"(?:grupo|unidad|nivel)")


def choose(columns: list[Column], contents: Contents, teams: Sequence[TeamEntry] = ()) -> None:
    """Leave one column in each role that a line has once; the others become what stands beside it.

    teams: the directory's.
    """
    moved = _moved_deadlines(columns)
    _windows(columns, contents)
    _dates(columns, contents)
    _put_off(columns, moved, contents)
    _addresses(columns, contents)
    _people(columns, contents, teams)
    _items(columns)
    _weights(columns, contents)
    _activities(columns, contents)
    choose_target(columns, contents)
    head_by_unknown_titles(columns, contents)


def _moved_deadlines(columns: list[Column]) -> list[Column]:
    """The columns of deadlines that were moved, put aside until the line's own dates are known."""
    moved = [column for column in in_role(columns, Role.DUE) if puts_off(column)]
    for column in moved:
        column.role = Role.OTHER
    return moved


def _put_off(columns: list[Column], moved: Sequence[Column], contents: Contents) -> None:
    """A deadline that was moved holds where one stands; "Sí" under "Prórroga" is none."""
    alone = not in_role(columns, Role.DUE)
    for column in moved:
        if alone or contents.of(column.index).mostly(contents.of(column.index).days):
            column.role = Role.DUE


def _windows(columns: list[Column], contents: Contents) -> None:
    """ "Plazo", "Fecha" and "Cronograma" by what stands below: two dates, one date, a number of weeks or a sentence."""
    open_ones = [column for column in in_role(columns, Role.WINDOW) if not column.stretch]
    dated = [column for column in open_ones if contents.of(column.index).mostly(contents.of(column.index).days)]
    for column in open_ones:
        profile = contents.of(column.index)
        if profile.mostly(profile.numbers) and not _serials(contents.cells(column.index)):
            column.role = Role.DURATION
    if len(dated) == 2 and not in_role(columns, Role.START) and not in_role(columns, Role.DUE):
        dated[0].role, dated[1].role = Role.START, Role.DUE
    elif dated and not in_role(columns, Role.DUE):
        dated[-1].role = Role.DUE
    elif dated:
        for column in dated:
            column.role = Role.OTHER


def _serials(cells: Sequence[Cell]) -> bool:
    values = [cell.value for cell in cells if cell.kind is NUMBER and isinstance(cell.value, Decimal)]
    return bool(values) and all(30000 < value < 60000 for value in values)


def _dates(columns: list[Column], contents: Contents) -> None:
    """One start and one due; of two columns titled alike the earlier dates are the start."""
    _paired_dates(in_role(columns, Role.START), in_role(columns, Role.DUE), contents)
    for role in (Role.START, Role.DUE):
        for extra in in_role(columns, role)[1:]:
            extra.role = Role.OTHER
    blank = [column for column in columns if column.role is None and not column.stretch]
    # "Entrega" over days is no deliverable
    blank += [column for column in in_role(columns, Role.DELIVERABLE) if contents.begins_with_day(column.index)]
    found = [column for column in blank if contents.of(column.index).mostly(contents.of(column.index).days)]
    if in_role(columns, Role.DUE):
        # "Fecha de la corrección" says of what it is the day, and so not that the line begins then
        found = [column for column in found if not solid(column.title).startswith("fecha")]
    for column, role in _missing_dates(columns, found):
        column.role = role


def _paired_dates(starts: Sequence[Column], dues: Sequence[Column], contents: Contents) -> None:
    if len(dues) > 1 and not starts and _earlier(contents, dues[0].index, dues[1].index):
        dues[0].role = Role.START
    elif len(starts) > 1 and not dues:
        starts[1].role = Role.DUE
    elif len(starts) >= FEWEST_STAGES <= len(dues) and _in_order(contents, dues):
        # planning, field work, report: what begins with the first stage ends with the last
        for column in dues[:-1]:
            column.role = Role.OTHER


def _missing_dates(columns: list[Column], found: list[Column]) -> list[tuple[Column, Role]]:
    missing = [role for role in (Role.START, Role.DUE) if not in_role(columns, role)]
    if in_role(columns, Role.WINDOW):
        return []
    if len(found) == 1 and missing:
        return [(found[0], missing[-1])]
    return list(zip(found, missing, strict=False))


def _in_order(contents: Contents, dues: Sequence[Column]) -> bool:
    """Whether no day of a column lies before that of the column to its left."""
    pairs = [_both_dated(contents, one.index, other.index) for one, other in pairwise(dues)]
    return all(first <= second for both in pairs for first, second in both)


def _earlier(contents: Contents, one: int, other: int) -> bool:
    both = _both_dated(contents, one, other)
    return bool(both) and all(first <= second for first, second in both)


def _both_dated(contents: Contents, one: int, other: int) -> list[tuple[str, str]]:
    pairs = zip(contents.cells(one), contents.cells(other), strict=True)
    return [(str(first.value), str(second.value)) for first, second in pairs if _dated(first) and _dated(second)]


def _dated(cell: Cell) -> bool:
    return isinstance(cell.value, date)


def _people(columns: list[Column], contents: Contents, teams: Sequence[TeamEntry]) -> None:
    """One responsible column: the one that says so; else the one whose cells are offices, be it titled "Grupo"."""
    # who only follows up answers where nobody else is named
    named = in_role(columns, Role.RESPONSIBLE) or [
        column for column in in_role(columns, Role.SUPPORT) if solid(column.title).startswith("respons")
    ]
    told = [column for column in named if "respons" in solid(column.title)] or named
    best = next((column for column in told if not ASIDE.search(solid(column.title))), told[0] if told else None)
    if best and len(named) > 1 and not contents.of(best.index).filled:
        best = next((column for column in named if contents.of(column.index).filled), best)
    for column in named:
        column.role = Role.RESPONSIBLE if column is best else Role.SUPPORT
    for column in columns:
        if best is None and column.role is None and not column.stretch and _names_teams(column, contents):
            column.role = Role.RESPONSIBLE
            best = column
    for column in reversed(in_role(columns, Role.PATH)) if best is None else ():
        if best is None and _groups_people(column, contents, teams):
            column.role = Role.RESPONSIBLE
            best = column


def _groups_people(column: Column, contents: Contents, teams: Sequence[TeamEntry]) -> bool:
    """Whether the headings of a column are the directory's teams or offices."""
    texts = [plain(cell.text) for cell in contents.cells(column.index) if cell.kind is TEXT]
    known = {plain(team.name) for team in teams}
    offices = GROUP.match(solid(column.title)) is not None
    return bool(texts) and sum(text in known or (offices and is_office(text)) for text in texts) * 3 >= len(texts) * 2


def _names_teams(column: Column, contents: Contents) -> bool:
    profile = contents.of(column.index)
    if profile.mostly(profile.offices):
        return True
    texts = [cell.text.strip() for cell in contents.cells(column.index) if cell.kind is TEXT]
    return len(texts) == profile.filled > 1 and sum(map(may_be_team, texts)) * 3 >= len(texts) * 2


def _addresses(columns: list[Column], contents: Contents) -> None:
    for column in columns:
        if column.role is None and contents.of(column.index).mostly(contents.of(column.index).addresses):
            column.role = Role.EMAIL


def _activities(columns: list[Column], contents: Contents) -> None:
    """The finest of the actions is the line's activity; those above it are its path."""
    for column in columns:
        named_so = column.role in FOLLOWED and not column.stretch and "actividad" in solid(column.title)
        if named_so and contents.of(column.index).is_text:
            column.role = Role.ACTIVITY if column.role is Role.PROGRAMMED else Role.NOTE
    named = [column for column in columns if column.role in TASKS]
    named += _spread(columns, named, contents)
    if len(named) > 1:
        named = [column for column in named if not _is_number(column, contents)]
    named = named or _untitled_text(columns, contents) or _last_path(columns, contents) or _tasks(columns, contents)
    named = named or only_names(columns, contents)
    finest = named[0] if len(named) == 1 else _finest(named, contents)
    for column in named:
        if finest is not None:
            column.role = (
                Role.ACTIVITY if column is finest else Role.PATH if column.index < finest.index else Role.OTHER
            )
    if finest is not None:
        _numbered(columns, finest, contents)


def _spread(columns: list[Column], named: Sequence[Column], contents: Contents) -> list[Column]:
    """The texts beside the numbers of the activities, where one title heads both and stands over the numbers."""
    beside = columns[named[0].index + 1 : named[0].index + 2] if len(named) == 1 else []
    free = [column for column in beside if not column.parts and column.role is None]
    if not free or not contents.is_worded(free[0].index):
        return []
    return free if _holds_numbers(named[0], contents) else []


def _numbered(columns: list[Column], activity: Column, contents: Contents) -> None:
    """The column without a title right before the activities numbers them, where no other does."""
    beside = columns[max(activity.index - 1, 0) : activity.index]
    if any(column.role in NUMBERING for column in columns):
        return
    for column in beside:
        if not column.parts and column.role is None and _holds_numbers(column, contents):
            column.role = Role.NUMBER


def _weights(columns: list[Column], contents: Contents) -> None:
    """Of the weights of programme, project and activity the finest is the line's."""
    named = in_role(columns, Role.WEIGHT)
    finest = _finest(named, contents) if len(named) > 1 else None
    for column in named if finest else ():
        column.role = Role.WEIGHT if column is finest else Role.OTHER


def _finest(named: Sequence[Column], contents: Contents) -> Column | None:
    """The last of them that is filled nearly as often as the fullest."""
    most = max((contents.of(column.index).filled for column in named), default=0)
    return next((column for column in reversed(named) if contents.of(column.index).filled * 2 >= most), None)


def _is_number(column: Column, contents: Contents) -> bool:
    """A numbering column beside the activities, under one wide title."""
    profile = contents.of(column.index)
    if profile.mostly(profile.numbers) or _holds_numbers(column, contents):
        column.role = Role.NUMBER
    return column.role is Role.NUMBER


def _holds_numbers(column: Column, contents: Contents) -> bool:
    """Whether most cells hold a number such as 4, 1.1 or 3.1.1 and nothing else."""
    texts = [cell.text.strip() for cell in contents.cells(column.index) if cell.kind is not VACANT]
    return sum(CODE.fullmatch(text) is not None for text in texts) * 2 > len(texts)


def _untitled_text(columns: list[Column], contents: Contents) -> list[Column]:
    if in_role(columns, Role.INDICATOR) or in_role(columns, Role.DELIVERABLE):
        return []
    told = [column for column in columns if column.role is None and not column.stretch]
    told = [column for column in told if contents.of(column.index).is_text and not _is_verdict(contents, column)]
    return sorted(told, key=lambda column: -contents.of(column.index).long)[:1]


def _is_verdict(contents: Contents, column: Column) -> bool:
    """Whether a few short words come again and again: "OK", "REVISAR"."""
    texts = [cell.text for cell in contents.cells(column.index) if cell.kind is not VACANT]
    return len(set(texts)) * 2 <= len(texts) and not contents.of(column.index).long


def _last_path(columns: list[Column], contents: Contents) -> list[Column]:
    """With no activity, deliverable or indicator at all, a goal in words or the innermost heading is followed up."""
    if any(column.role in {Role.INDICATOR, Role.DELIVERABLE} for column in columns):
        return []
    headings = in_role(columns, Role.PATH) + in_role(columns, Role.FINDING)
    for column in in_role(columns, Role.TARGET) if headings else ():
        if contents.is_worded(column.index) and not some_figures(contents.cells(column.index)):
            return [column]
    return headings[-1:]


def _tasks(columns: list[Column], contents: Contents) -> list[Column]:
    """The innermost heading that says on every row what is to be done: "Estrategia" over "Actualizar el reglamento"."""
    last = in_role(columns, Role.PATH)[-1:]
    cells = [cell for column in last for cell in contents.cells(column.index)]
    texts = [cell.text for cell in cells if cell.kind is not VACANT]
    different = len(set(texts)) == len(texts) == sum(map(bool, map(is_task, texts)))
    return last if different and len(texts) * FEW_BLANKS > len(cells) * (FEW_BLANKS - 1) else []


def _items(columns: list[Column]) -> None:
    """The first numbering column is the item's; one right before the activities numbers them."""
    for column in in_role(columns, Role.ITEM)[1:]:
        column.role = Role.NUMBER if not in_role(columns, Role.NUMBER) else Role.OTHER
