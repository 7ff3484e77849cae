"""Titles that only count: I II III IV under a year or a group, "2024-I" to "2024-IV", E F M A M J J A S O N D.

Their number says which part of the year each is: two are half-years, three four-month periods, four quarters.
"""

from collections.abc import Iterator, Sequence

from gdflow.collect.plan_reader.columns import FIGURES, MONEY, Column, of_period, side_of
from gdflow.collect.plan_reader.roles import Role, role_of
from gdflow.collect.plan_reader.stretches import ORDINALS, YEAR, Stretch, year_of
from gdflow.collect.plan_reader.title_score import INITIALS
from gdflow.collect.plan_reader.titles import plain, solid

KIND_OF_RUN = {2: "S", 3: "C", 4: "Q", 6: "B", 12: "M"}
# what such titles may stand under but not count
NAMED = frozenset(
    {Role.RESPONSIBLE, Role.SUPPORT, Role.EMAIL, Role.FINDING, Role.CAUSE, Role.DESIGN, Role.ACTIVITY, Role.ACTION}
    | {Role.INDICATOR, Role.DELIVERABLE}
)

# the title without its rank, and the level at which the rank stood
Frame = tuple[tuple[str, ...], int]


def name_runs(columns: Sequence[Column]) -> None:
    """Give titles that only count the part of the year that their number proves."""
    runs: dict[Frame, list[tuple[int, Column]]] = {}
    for column in columns:
        for frame, rank in _frames(column):
            runs.setdefault(frame, []).append((rank, column))
    for (others, _), run in runs.items():
        kind = KIND_OF_RUN.get(len(run))
        if kind and sorted(rank for rank, _ in run) == list(range(1, len(run) + 1)):
            _name(run, kind, others)
    _name_initials(columns)
    _name_first(columns)


def _frames(column: Column) -> Iterator[tuple[Frame, int]]:
    """Each way in which the column's title counts."""
    if column.stretch and column.stretch.kind != "Y":
        return
    for level, part in enumerate(column.parts):
        words = plain(part).split()
        at = next((at for at in (len(words) - 1, 0) if words and words[at] in ORDINALS), None)
        if at is None or len(words) > 3:
            continue
        rest = " ".join(words[:at] + words[at + 1 :])
        others = (*column.parts[:level], rest, *column.parts[level + 1 :])
        if _may_count(column, rest, words[at]):
            yield (others, level), ORDINALS[words[at]]


def _may_count(column: Column, rest: str, rank: str) -> bool:
    """Whether a rank may be a part of the year: beside a year or a side, under a group, in other than bare figures."""
    told = role_of(rest) in FIGURES or side_of((rest,)) or rest.startswith("acum")
    if rest and not (YEAR.fullmatch(rest) or told):
        return False
    return bool(rest) or len(column.parts) > 1 or not rank.isdigit()


def _name(run: Sequence[tuple[int, Column]], kind: str, others: tuple[str, ...]) -> None:
    above = tuple(part for part in others if part)
    role = next((role for part in reversed(above) if (role := role_of(part))), None)
    if role in NAMED or (role is Role.OTHER and any(MONEY.search(solid(part)) for part in above)):
        return
    year = next((year for part in reversed(above) if (year := year_of(part))), None)
    for rank, column in run:
        column.stretch = Stretch(kind, rank, year)
        column.role = of_period(None, role, above)


def _name_initials(columns: Sequence[Column]) -> None:
    letters = [plain(column.parts[-1]) if column.parts else "" for column in columns]
    for first in range(len(columns) - len(INITIALS) + 1):
        run = columns[first : first + len(INITIALS)]
        same = all(column.parts[:-1] == run[0].parts[:-1] for column in run)
        if letters[first : first + len(INITIALS)] == list(INITIALS) and same:
            _name(list(enumerate(run, 1)), "M", run[0].parts[:-1])


def _name_first(columns: Sequence[Column]) -> None:
    """ "TI" is the first quarter where "TII" is the second; alone it is information technology."""
    second = {_words(column): column for column in columns if column.stretch == Stretch("Q", 2, column.year)}
    for column in columns if second else ():
        found = column.stretch is None and second.get(tuple("tii" if word == "ti" else word for word in _words(column)))
        if found and "ti" in _words(column):
            column.role, column.stretch = found.role, Stretch("Q", 1, found.year)


def _words(column: Column) -> tuple[str, ...]:
    return tuple(word for part in column.parts for word in plain(part).split())
