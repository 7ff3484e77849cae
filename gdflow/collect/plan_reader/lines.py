"""From a table's logical rows to the plan's lines: figures first, for what all of them prove together."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache

from gdflow.collect.plan_reader.columns import Column, by_role
from gdflow.collect.plan_reader.crosses import count_crosses
from gdflow.collect.plan_reader.entries import Entry
from gdflow.collect.plan_reader.figures import (
    ONE,
    LineFigures,
    Spot,
    are_shares,
    decided,
    is_percent_unit,
    period_open,
    read_shares,
    values,
    without_placeholders,
)
from gdflow.collect.plan_reader.headings import Headings
from gdflow.collect.plan_reader.issues import Issues
from gdflow.collect.plan_reader.markup import clean
from gdflow.collect.plan_reader.notes import notes_by_period
from gdflow.collect.plan_reader.numbers import HUNDRED, is_blank_text
from gdflow.collect.plan_reader.people import People
from gdflow.collect.plan_reader.roles import Role
from gdflow.collect.plan_reader.running import Running, ask_of_rising
from gdflow.collect.plan_reader.spots import Spots, bare_figure
from gdflow.collect.plan_reader.values import NO_AMOUNT, Amount, amount_of
from gdflow.collect.plan_reader.windows import Windows
from gdflow.collect.plan_reader.wording import accumulation_of, stage_of
from gdflow.collect.sheet import TEXT, VACANT, Cell
from gdflow.domain.plan import EMPTY, Accumulation, PdcaStage, PlanLine, TargetUnit

LONGEST_UNIT = 40
# by themselves, as they are asked of every line: finding an enum's member takes longer than what is done with it
DELIVERABLE, INDICATOR, ITEM, UNIT = Role.DELIVERABLE, Role.INDICATOR, Role.ITEM, Role.UNIT
TARGET, TARGET_TEXT, BASELINE, WEIGHT = Role.TARGET, Role.TARGET_TEXT, Role.BASELINE, Role.WEIGHT
RESULT, NUMERATOR, DENOMINATOR, TOTAL = Role.RESULT, Role.NUMERATOR, Role.DENOMINATOR, Role.TOTAL
ACCUMULATION, STAGE, NOTE, OTHER = Role.ACCUMULATION, Role.STAGE, Role.NOTE, Role.OTHER
PERCENT, COUNT = TargetUnit.PERCENT, TargetUnit.COUNT


@dataclass(frozen=True, slots=True)
class Readers:
    """What reads the parts of a line that need the whole table's evidence."""

    spots: Spots
    windows: Windows
    people: People
    headings: Headings
    issues: Issues
    as_of: date | None


class Lines:
    """Reads the lines of one table."""

    def __init__(self, sheet: str, columns: Sequence[Column], entries: Sequence[Entry], readers: Readers) -> None:
        self._sheet, self._entries, self._with = sheet, entries, readers
        self._of = by_role(columns)
        self._first = {role: found[0].index for role, found in self._of.items()}
        self._keys = sorted({column.period for column in self._of[RESULT] if column.period})
        self._weight_scale = self._scale_of_weights()
        self._running = Running(columns)
        self._shares: list[int] = []  # rows whose results are percentages of a goal that counts things

    def read(self) -> tuple[PlanLine, ...]:
        """All lines, in order."""
        spots = self._with.spots
        figures = [spots.figures_of(entry) for entry in self._entries]
        count_crosses(spots.crosses, self._entries, figures, self._with.issues)
        read_shares(figures, self._with.issues)
        unused = self._unused_periods(figures)
        lines = tuple(self._line(entry, found, unused) for entry, found in zip(self._entries, figures, strict=True))
        self._running.tell(self._with.issues)
        ask_of_rising(lines, self._with.issues)
        if self._shares:
            self._with.issues.add("share_of_count", raw=", ".join(map(str, self._shares)))
        return lines

    def _line(self, entry: Entry, figures: LineFigures, unused: frozenset[str]) -> PlanLine:
        number, activity = self._with.headings.activity_of(entry)
        percent_line, printed = self._is_percent(figures, entry), self._printed(entry)
        decided(figures, percent_line=percent_line, issues=self._with.issues, printed=printed)
        target = figures.target.amount.value if figures.target else None
        results = values(without_placeholders(figures.results, self._with.as_of, unused))
        programmed = values(figures.programmed)
        if results and not percent_line and are_shares(figures):
            self._shares.append(entry.number)
        window = self._with.windows.of(entry)
        deliverable, indicator = self._text(entry, DELIVERABLE), self._text(entry, INDICATOR)
        if not (activity or deliverable or indicator):
            # "Sembrar 100 árboles" under «Meta», where no other column says what is done
            activity = self._text(entry, TARGET_TEXT)
        return PlanLine(
            sheet=self._sheet,
            row=entry.number,
            number=number,
            activity=activity,
            deliverable=deliverable,
            indicator=indicator,
            start=window.start,
            due=window.due,
            proposed_due=window.proposed,
            target=target,
            target_unit=_unit_of(target, percent=percent_line),
            target_text=self._target_text(entry),
            results=results,
            programmed=programmed,
            teams=self._with.people.of(entry),
            path=self._with.headings.path_of(entry),
            item=self._text(entry, ITEM),
            stage=self._stage(entry),
            unit=self._unit(entry, figures),
            baseline=self._baseline(entry, percent_line=percent_line),
            accumulation=self._accumulation(entry, programmed, target),
            weight=self._weight(entry),
            numerator=self._counted(entry, NUMERATOR, unused),
            denominator=self._counted(entry, DENOMINATOR, unused),
            printed_result=printed,
            notes=self._notes(entry, results),
            texts=_texts(entry.cells),
            result_cells=self._with.spots.result_cells(entry),
        )

    def _text(self, entry: Entry, role: Role) -> str | None:
        at = self._first.get(role)
        return None if at is None else _said(entry.cells[at].text)

    # figures

    def _is_percent(self, figures: LineFigures, entry: Entry) -> bool:
        unit = self._text(entry, UNIT)
        if unit and is_percent_unit(unit):
            return True
        target = figures.target
        return target is not None and (target.amount.percent or (target.column.ratio and target.column.role is TARGET))

    def _unused_periods(self, figures: Sequence[LineFigures]) -> frozenset[str]:
        """Periods whose zeros are placeholders: open at the cut-off, or (with none given) after the last one used."""
        spots = [spot for line in figures for spot in line.results if spot.amount.value is not None]
        used = {spot.key for spot in spots if spot.amount.value}
        zero = {spot.key: spot.column for spot in spots if not spot.amount.value}
        as_of = self._with.as_of
        if as_of:
            unused = {key for key in zero if period_open(key, as_of)}
        else:
            unused = {key for key in zero if used and key != "cut" and key > max(used)}
        for key in sorted(unused):
            self._with.issues.add("placeholder_zero", raw="0", proposal="vacío", column=zero[key].title)
        return frozenset(unused)

    def _counted(self, entry: Entry, role: Role, unused: frozenset[str]) -> Mapping[str, Decimal]:
        """Numerators or denominators by period."""
        if not self._of[role] and not entry.sides:
            return EMPTY
        spots: list[Spot] = self._with.spots.read(entry, role)
        return values(without_placeholders(spots, self._with.as_of, unused))

    def _printed(self, entry: Entry) -> str | None:
        """The printed result; of a line over several rows the percentage's, else that of what was done."""
        at = self._first.get(TOTAL)
        if at is None:
            return None
        cells = entry.cells
        if entry.sides:
            rows = {role: cells for role, _, cells in entry.sides}
            cells = rows.get(OTHER) or rows.get(RESULT) or entry.cells
        return _said(cells[at].text)

    # words

    def _unit(self, entry: Entry, figures: LineFigures) -> str | None:
        if unit := self._text(entry, UNIT):
            return unit
        behind = figures.target.amount.unit if figures.target else None
        return behind if behind and len(behind) <= LONGEST_UNIT else None

    def _target_text(self, entry: Entry) -> str | None:
        if text := self._text(entry, TARGET_TEXT):
            return text
        text = self._text(entry, TARGET)
        return text if text and any(letter.isalpha() for letter in text) else None

    def _stage(self, entry: Entry) -> PdcaStage | None:
        for column in self._of[STAGE]:
            text = entry.text(column.index)
            if column.mark and text.strip():
                return PdcaStage(column.mark)
            if not column.mark and (stage := stage_of(text)):
                return stage
        return None

    def _accumulation(
        self, entry: Entry, programmed: Mapping[str, Decimal], target: Decimal | None
    ) -> Accumulation | None:
        at, text = self._first.get(ACCUMULATION), self._text(entry, ACCUMULATION)
        if not text:
            return self._running.of(entry.number, programmed, target)
        meant, known = accumulation_of(text)
        if not known:
            self._with.issues.add("unreadable_value", entry.number, at, raw=text, expected="un tipo de acumulación")
        return meant

    def _notes(self, entry: Entry, results: Mapping[str, Decimal]) -> dict[str, str]:
        notes: dict[str, str] = {}
        for column in self._of[NOTE]:
            text = _said(entry.cells[column.index].text)
            if text is None:
                continue
            if column.period:
                notes[column.period] = text
            elif self._keys:
                notes |= notes_by_period(text, self._keys, results)
        return notes

    # other amounts

    def _amount(self, entry: Entry, role: Role) -> Amount:
        at = self._first.get(role)
        return NO_AMOUNT if at is None else amount_of(entry.cells[at], self._with.issues, entry.number, at)

    def _baseline(self, entry: Entry, *, percent_line: bool) -> Decimal | None:
        amount = self._amount(entry, BASELINE)
        if percent_line and not amount.percent and amount.value is not None and amount.value > ONE:
            return amount.value / HUNDRED
        return amount.value

    def _weight(self, entry: Entry) -> Decimal | None:
        amount = self._amount(entry, WEIGHT)
        return amount.value if amount.value is None or amount.percent else amount.value / self._weight_scale

    def _scale_of_weights(self) -> Decimal:
        """100 where the weights of the column are percentages without their sign."""
        columns = self._of[WEIGHT][:1]
        bare = [
            each for entry in self._entries for column in columns if (each := bare_figure(entry, column)) is not None
        ]
        percentages = bool(bare) and max(bare) > ONE and (columns[0].ratio or 99 <= sum(bare) <= 101)
        return HUNDRED if percentages else ONE


@lru_cache(maxsize=16384)
def _said(text: str) -> str | None:
    """A cell's text, or None where it says nothing."""
    said = clean(text)
    return None if is_blank_text(said) else said


def _texts(cells: Iterable[Cell]) -> dict[int, str]:
    return {
        at: clean(cell.text) if cell.kind is TEXT else cell.text
        for at, cell in enumerate(cells)
        if cell.kind is not VACANT
    }


def _unit_of(target: Decimal | None, *, percent: bool) -> TargetUnit | None:
    if percent:
        return PERCENT
    return COUNT if target is not None else None
