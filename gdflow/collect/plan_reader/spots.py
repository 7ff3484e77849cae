"""Where a line's figures stand: side by side, in blocks, or in rows of their own, always with key, row and column."""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from gdflow.collect.plan_reader.columns import Column, in_role, is_week_of_month
from gdflow.collect.plan_reader.contents import is_marked, is_unticked, letters_in
from gdflow.collect.plan_reader.crosses import Cross
from gdflow.collect.plan_reader.entries import Entry
from gdflow.collect.plan_reader.figures import LineFigures, Spot
from gdflow.collect.plan_reader.issues import Issues
from gdflow.collect.plan_reader.numbers import HUNDRED, read_figure
from gdflow.collect.plan_reader.periods import key_of, letter_of
from gdflow.collect.plan_reader.roles import Role
from gdflow.collect.plan_reader.titles import plain, solid
from gdflow.collect.plan_reader.values import Amount, amount_of
from gdflow.collect.sheet import NUMBER, TEXT, VACANT, Cell, column_letters
from gdflow.domain.periods import PeriodKind
from gdflow.spanish.numbers import number, percent

Place = tuple[str, int, Column, Cell]
RESULT, PROGRAMMED = Role.RESULT, Role.PROGRAMMED  # by themselves, as they are asked of every line
SIDES = {"p": PROGRAMMED, "e": RESULT}
FIGURE_ROLES = (RESULT, PROGRAMMED, Role.NUMERATOR, Role.DENOMINATOR)
EVERY = re.compile(
    r"\b(?:(mensual|bimestral|trimestral|cuatrimestral|semestral|semanal|quincenal|diari[oa])(?:es|mente|s)?"
    r"|(?:cada|por|al) (mes|bimestre|trimestre|cuatrimestre|semestre|semana|quincena|dia))\b"
)
# how often it comes in a year, by how the word begins; a half-year and a week begin alike: the fewer are no doubt
TIMES = {"men": 12, "mes": 12, "bim": 6, "tri": 4, "cua": 3, "sem": 2, "qui": 24, "dia": 200}
TOLD = (Role.NOTE, Role.EVIDENCE)


class Spots:
    """Finds and reads the figures of one table's lines."""

    def __init__(
        self,
        columns: Sequence[Column],
        entries: Sequence[Entry],
        issues: Issues,
        *,
        year: int | None,
        every: PeriodKind | None,
    ) -> None:
        self._issues, self._year, self._letter = issues, year, letter_of(every)
        self.crosses: list[Cross] = []  # met where figures stand, so far
        self._of = {role: in_role(columns, role) for role in FIGURE_ROLES}
        self._keyed = {role: [(c.period, c) for c in found if c.period] for role, found in self._of.items()}
        self._periods = [column for column in columns if column.stretch and column.role not in TOLD]
        self._in_weeks = any(map(is_week_of_month, columns))
        self._letters = {column.index: column_letters(column.index) for column in columns}
        self._target = in_role(columns, Role.TARGET)[:1]
        meant = [column for column in in_role(columns, Role.DELIVERABLE) if "meta" in solid(column.title)]
        self._told = in_role(columns, Role.TARGET_TEXT) + meant
        self._scaled = {column.index for column in columns if column.ratio and _exceeds_one(column, entries)}

    def figures_of(self, entry: Entry) -> LineFigures:
        """The target, the results and the programmed figures of a line."""
        return LineFigures(self._target_of(entry), self.read(entry, RESULT), self.read(entry, PROGRAMMED))

    def read(self, entry: Entry, role: Role) -> list[Spot]:
        """The figures of one role."""
        found: list[Spot] = []
        for key, row, column, cell in self._places(entry, role):
            # nearly all cells are figures or blank: those are known at once
            if cell.kind is VACANT:
                continue
            if cell.kind is NUMBER or not self._is_sign(entry, role, (key, row, column, cell)):
                found.append(self._spot(key, row, column, cell))
        return _weeks_added(found) if self._in_weeks else found

    def _is_sign(self, entry: Entry, role: Role, place: Place) -> bool:
        """Whether a cell holds a box, a cross or letters instead of a figure; crosses are kept to be counted."""
        cell = place[-1]
        if is_unticked(cell):
            return True
        if is_marked(cell):
            sides = [role]
        else:
            sides = [SIDES[letter] for letter in letters_in(cell)] if role is PROGRAMMED else []
        self.crosses += [Cross(entry.number, side, *place) for side in sides]
        return bool(sides)

    def result_cells(self, entry: Entry) -> dict[str, str]:
        """The address of each period's result, of blank ones too."""
        letters, places = self._letters, self._issues.places
        found = self._places(entry, RESULT)
        if entry.number in places:
            return {key: places[row][column.index] for key, row, column, _ in found}
        return {key: f"{letters[column.index]}{row}" for key, row, column, _ in found}

    def _places(self, entry: Entry, role: Role) -> Iterable[Place]:
        if entry.sides:
            return self._in_rows(entry, role)
        if entry.parts:
            return self._in_periods(entry, role)
        return [(key, entry.number, column, entry.cells[column.index]) for key, column in self._keyed[role]]

    def _in_rows(self, entry: Entry, role: Role) -> Iterable[Place]:
        for side, row, cells in entry.sides:
            if side is role:
                yield from ((c.period, row, c, cells[c.index]) for c in self._periods if c.period)

    def _in_periods(self, entry: Entry, role: Role) -> Iterable[Place]:
        for stretch, row, cells in entry.parts:
            if key := key_of(stretch, stretch.year or self._year, self._letter):
                yield from ((key, row, column, cells[column.index]) for column in self._of[role])

    def _spot(self, key: str, row: int, column: Column, cell: Cell) -> Spot:
        amount = amount_of(cell, self._issues, row, column.index)
        if column.ratio and amount.value is not None and not amount.percent:
            scaled = amount.value / HUNDRED if column.index in self._scaled else amount.value
            if scaled != amount.value and 0 < amount.value <= 1:
                # 0,25 among 30 and 45 under «% avance»: a quarter of one percent, or 25 %
                self._issues.add("percent_or_count", row, column.index, raw=cell.text, proposal=percent(scaled))
            amount = Amount(scaled, True, amount.unit)
        if amount.value and amount.value < 0:
            self._issues.add("negative_value", row, column.index, raw=cell.text)
        return Spot(key, row, column, cell, amount)

    def _target_of(self, entry: Entry) -> Spot | None:
        for column in self._target:
            cell = entry.cells[column.index]
            if cell.kind is VACANT:
                return None
            amount = amount_of(cell, self._issues, entry.number, column.index)
            self._tell_rate(amount, entry.number, column.index, cell)
            return Spot("target", entry.number, column, cell, amount)
        return self._target_in_words(entry)

    def _target_in_words(self, entry: Entry) -> Spot | None:
        """ "4 informes" told in a column of words, where no column of figures states the target."""
        for column in self._told:
            cell = entry.cells[column.index]
            figure = read_figure(cell.text) if cell.kind is TEXT else None
            if figure and figure.value is not None:
                amount = Amount(figure.value, figure.percent, figure.unit)
                self._tell_rate(amount, entry.number, column.index, cell)
                return Spot("target", entry.number, column, cell, amount)
        return None

    def _tell_rate(self, amount: Amount, row: int, column: int, cell: Cell) -> None:
        """ "1 informe mensual" may be twelve of them; "12 informes mensuales" are."""
        found = EVERY.search(plain(amount.unit)) if amount.unit and not amount.percent else None
        if found and amount.value is not None and 0 < amount.value < TIMES[(found[1] or found[2])[:3]]:
            self._issues.add("target_per_period", row, column, raw=cell.text, proposal=number(amount.value))


def _weeks_added(spots: list[Spot]) -> list[Spot]:
    """The figures with those of the weeks of one month added up."""
    added: dict[str, Spot] = {}
    for spot in spots:
        before, value = added.get(spot.key), spot.amount.value
        if before is None or before.amount.value is None:
            added[spot.key] = spot
        elif value is not None:
            before.amount = before.amount._replace(value=before.amount.value + value)
    return list(added.values())


def bare_figure(entry: Entry, column: Column) -> Decimal | None:
    """The figure of a cell that shows no percent sign; a merged one counts once."""
    cell = entry.cells[column.index]
    if column.index in entry.merged:
        return None
    if cell.kind is NUMBER and isinstance(cell.value, Decimal):
        return None if cell.percent else cell.value
    figure = read_figure(cell.text) if cell.kind is TEXT else None
    return figure.value if figure and not figure.percent else None


def _exceeds_one(column: Column, entries: Sequence[Entry]) -> bool:
    """Whether a column titled with a percentage holds bare figures above 1, and so hundredths."""
    return any((found := bare_figure(entry, column)) is not None and found > 1 for entry in entries)
