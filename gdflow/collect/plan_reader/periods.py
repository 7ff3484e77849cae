"""Keys of the periods that titles name: cut-off dates and "Seguimiento 2" become parts of the year by their company."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from gdflow.collect.plan_reader.columns import Column
from gdflow.collect.plan_reader.roles import Role
from gdflow.collect.plan_reader.stretches import Stretch
from gdflow.domain.periods import KIND_OF_LETTER, LETTER_OF_KIND, PeriodKind, parse_period
from gdflow.domain.plan import PlanKind

LENGTHS = {"M": 1, "B": 2, "Q": 3, "C": 4, "S": 6, "Y": 12}
CUTS = frozenset({frozenset({3, 6, 9, 12}), frozenset({4, 8, 12}), frozenset({6, 12})})
KIND_OF_COUNT = {2: "S", 3: "C", 4: "Q", 6: "B", 12: "M"}


def set_periods(columns: Sequence[Column], year: int | None, kind: PlanKind) -> bool:
    """Give each column of a period its key; True when the kind of period had to be taken from their number."""
    told = [column for column in columns if column.stretch]
    _months_as_cuts(told)
    letter = _letter_of_days([column.stretch for column in told if column.stretch], kind)
    for column in told:
        if column.stretch:
            column.period = key_of(column.stretch, column.stretch.year or column.year or year, letter)
    return any(column.stretch and column.stretch.kind == "nth" for column in told)


def key_of(stretch: Stretch, year: int | None, letter: str | None = None) -> str | None:
    """The period's key, "cut" for a cut-off that ends no period, None without a year."""
    kind, number = stretch.kind, stretch.number
    if kind in {"day", "nth"}:
        if letter is None:
            return "cut"
        number = -(-number // LENGTHS[letter]) if kind == "day" else number
        kind = letter
    if year is None:
        return None
    if kind == "A":
        return f"{year + number - 1}-Y"
    return f"{year}-Y" if kind == "Y" else f"{year}-{kind}{number:02d}" if kind == "M" else f"{year}-{kind}{number}"


def period_kind(columns: Iterable[Column]) -> PeriodKind | None:
    """How often the plan is reported, by its result columns, else by its programmed ones."""
    columns = list(columns)
    for role in (Role.RESULT, Role.PROGRAMMED, Role.NUMERATOR, Role.NOTE):
        keys = [column.period for column in columns if column.role is role and column.period not in {None, "cut"}]
        if keys:
            return parse_period(keys[0] or "").kind
    return None


def kind_of_stretches(stretches: Iterable[Stretch]) -> PeriodKind | None:
    """The kind of the first part of a year that rows of a plan name."""
    return next((KIND_OF_LETTER[stretch.kind] for stretch in stretches if stretch.kind in KIND_OF_LETTER), None)


def letter_of(kind: PeriodKind | None) -> str | None:
    """The letter of a kind in keys."""
    return LETTER_OF_KIND.get(kind) if kind else None


def _months_as_cuts(columns: Sequence[Column]) -> None:
    """ "Avance marzo", "Avance junio", … "Avance diciembre" are cut-offs at the ends of quarters."""
    months = {column.stretch.number for column in columns if column.stretch and column.stretch.kind == "M"}
    if frozenset(months) not in CUTS:
        return
    for column in columns:
        if column.stretch and column.stretch.kind == "M":
            column.stretch = replace(column.stretch, kind="day")


def _letter_of_days(stretches: Sequence[Stretch], kind: PlanKind) -> str | None:
    nth = {stretch.number for stretch in stretches if stretch.kind == "nth"}
    months = {stretch.number for stretch in stretches if stretch.kind == "day"}
    if len(months) == 1 and kind is PlanKind.IMPROVEMENT:
        # what is told once of an improvement plan is its state, not a part of the year
        return None
    if not months:
        return ("C" if kind is PlanKind.TRANSPARENCY else KIND_OF_COUNT.get(max(nth))) if nth else None
    if kind is PlanKind.TRANSPARENCY and months <= {4, 8, 12}:
        return "C"
    return _letter_of_months(months)


def _letter_of_months(months: set[int]) -> str | None:
    """Cut-offs at the ends of periods: 30 Apr and 31 Aug part the year in three, 31 Mar and 30 Sep in four."""
    if months <= {4, 8, 12} and months & {4, 8}:
        return "C"
    if months <= {3, 6, 9, 12} and months & {3, 9}:
        return "Q"
    if months == {6, 12}:
        return "S"
    if months <= {2, 4, 6, 8, 10, 12} and len(months) > 2:
        return "B"
    return _letter_of_early_cuts(months) or ("M" if len(months) > 1 else None)


def _letter_of_early_cuts(months: set[int]) -> str | None:
    """30 Jun and 30 Nov are half-years whose last cut comes early: each part of the year has one, near its end."""
    letter = KIND_OF_COUNT.get(len(months))
    length = LENGTHS[letter] if letter else 1
    parts = {-(-month // length) for month in months}
    near_ends = all(month % length in {0, length - 1} for month in months)
    return letter if letter and len(parts) == len(months) and near_ends else None
