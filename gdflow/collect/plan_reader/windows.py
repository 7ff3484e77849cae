"""From when until when a line runs: its date columns, a window in one cell, a sentence, a schedule of crosses."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain

from gdflow.collect.plan_reader.columns import Column, in_role, puts_off
from gdflow.collect.plan_reader.contents import is_marked, letters_in
from gdflow.collect.plan_reader.dates import read_day
from gdflow.collect.plan_reader.entries import Entry
from gdflow.collect.plan_reader.issues import Issues
from gdflow.collect.plan_reader.markup import clean
from gdflow.collect.plan_reader.month_lists import months_named
from gdflow.collect.plan_reader.numbers import is_blank_text
from gdflow.collect.plan_reader.prose import (
    Window,
    day_in,
    end_after,
    lasting,
    limit_in,
    months_in,
    only_begins,
    window_in,
)
from gdflow.collect.plan_reader.roles import Role
from gdflow.collect.plan_reader.stretches import names_days, stretch_of
from gdflow.collect.plan_reader.values import Days, window_of
from gdflow.collect.sheet import BROKEN, TEXT, Cell
from gdflow.domain.periods import parse_period

TOLD_IN = (Role.ACTIVITY, Role.ACTION, Role.DELIVERABLE, Role.TARGET_TEXT, Role.PATH, Role.INDICATOR)

RANGE_LENGTH = 13  # "1-2 - 30-6-24" is about the shortest text that holds two dates


@dataclass(frozen=True, slots=True)
class Found:
    """A line's window; proposed is an end that a person must confirm."""

    start: date | None = None
    due: date | None = None
    proposed: date | None = None


class Windows:
    """Reads the windows of one table's lines.

    around: the texts about the table, which may prove how the document writes its dates.
    stated_year: the plan's year where the document itself says it.
    last: where no column is for dates, the end of the last period that the titles name, for a person to confirm.
    """

    def __init__(
        self,
        columns: Sequence[Column],
        entries: Iterable[Entry],
        year: int | None,
        issues: Issues,
        *,
        targeted: bool,
        around: Iterable[str] = (),
        stated_year: int | None = None,
    ) -> None:
        self._starts = [column.index for column in in_role(columns, Role.START)]
        dues = in_role(columns, Role.DUE)
        moved = [column.index for column in reversed(dues) if puts_off(column)] if len(dues) > 1 else []
        self._dues = moved + [column.index for column in dues if column.index not in moved]
        self._spans = [column.index for column in in_role(columns, Role.WINDOW) if not column.stretch]
        self._told = [column.index for role in TOLD_IN for column in in_role(columns, role)]
        self._people = [column.index for column in in_role(columns, Role.RESPONSIBLE)]
        self._marked = [column for column in in_role(columns, Role.PROGRAMMED) if column.period]
        self._year, self._stated_year = year, stated_year
        self._issues, self._targeted = issues, targeted
        entries = list(entries)
        dated = {at: [entry.cells[at] for entry in entries] for at in self._starts + self._dues}
        told = (cell.text for entry in entries for cell in entry.cells if cell.kind is TEXT)
        self.days = Days(dated, year, issues, elsewhere=chain(told, around))
        self.has_columns = bool(self._dues or self._spans)
        self.silent: list[int] = []  # rows that say nothing at all of their end
        self.last = None if self.has_columns else _last_end(columns)

    def of(self, entry: Entry) -> Found:
        """The window of a line; what was taken from words is told."""
        if whole := self._whole(entry):
            return whole
        start = self._day(entry, self._starts, end=False)
        if start and (lasts := self._lasting(entry, start)):
            return lasts
        due = self._day(entry, self._dues, end=True)
        if due and len(self._dues) > 1:
            self._tell_moved(entry, due)
        if start and due and due < start:
            at = next(at for at in self._dues if not is_blank_text(entry.text(at)))
            self._issues.add("window_reversed", entry.number, at, raw=entry.text(at), start=start.isoformat())
        if due:
            return Found(start, due, None)
        return self._elsewhere(entry, start)

    def _whole(self, entry: Entry) -> Found | None:
        """A start that stands with the end in one cell, where no other column is for it."""
        for at in [] if self._starts else self._dues:
            cell = entry.cells[at]
            window = limit_in(clean(cell.text)) if cell.kind is TEXT and len(cell.text) >= RANGE_LENGTH else None
            if window and window.start:
                return self._in_text(window, entry, at)
        return None

    def _lasting(self, entry: Entry, start: date) -> Found | None:
        """ "6 meses" where the end should stand: the day that this makes from the start on, for a person to confirm."""
        at = next((at for at in self._dues + self._spans if not is_blank_text(entry.text(at))), None)
        if at is None or entry.cells[at].kind is not TEXT or entry.text(at)[-1:].isdigit():
            return None
        length = lasting(clean(entry.text(at)))
        end = end_after(start, *length) if length else None
        if end:
            self._issues.add("proposed_deadline", entry.number, at, raw=entry.text(at), proposal=str(end))
        return Found(start, None, end) if end else None

    def _tell_moved(self, entry: Entry, due: date) -> None:
        """Say that a deadline which was moved holds instead of the first one."""
        told = [at for at in self._dues if not is_blank_text(entry.text(at))]
        if len(told) > 1:
            raw = " y ".join(entry.text(at) for at in sorted(told))
            self._issues.add("several_deadlines", entry.number, told[0], raw=raw, proposal=str(due))

    def _day(self, entry: Entry, columns: Sequence[int], *, end: bool) -> date | None:
        for at in columns:
            if end and self._only_begins(entry, at):
                continue
            if day := self.days.day_of(entry.cells[at], entry.number, at, end=end):
                return day
        return None

    def _only_begins(self, entry: Entry, at: int) -> bool:
        """Whether a cell for the end says a beginning alone, which is told."""
        text = entry.text(at)
        if entry.cells[at].kind is not TEXT or not only_begins(text):
            return False
        self._issues.add("unreadable_value", entry.number, at, raw=clean(text), expected="una fecha final")
        return True

    def _elsewhere(self, entry: Entry, start: date | None) -> Found:
        found = self._span(entry) or self._sentence(entry) or self._schedule(entry)
        if found is None:
            if all(_says_nothing(entry.cells[at]) for at in self._dues + self._spans):
                self.silent.append(entry.number)
            return Found(start, None, self.last)
        return Found(found.start or start, found.due, found.proposed)

    def _span(self, entry: Entry) -> Found | None:
        """A cell that holds the whole window, a date, or a part of the year."""
        for at in self._spans:
            text = clean(entry.text(at))
            if is_blank_text(text) or self._only_begins(entry, at):
                continue
            if entry.cells[at].kind is not TEXT or read_day(text, end=True, year=self._year).value:
                return self._stated(None, self.days.day_of(entry.cells[at], entry.number, at, end=True))
            window, stretch = window_in(text), None if lasting(text) else stretch_of(text)
            if window.due is None and stretch and stretch.kind != "Y" and (part := window_of(stretch, self._year)):
                return self._part(part, window, entry, at)
            if window.due is None and (months := months_in(text, self._year)).due:
                self._issues.add("month_only", entry.number, at, raw=text, proposal=f"{months.start} a {months.due}")
                return self._stated(months.start, months.due)
            if found := self._in_text(window, entry, at):
                return found
            if listed := months_named(text, self._year):
                self._issues.add("several_deadlines", entry.number, at, raw=text, proposal=str(listed[1]))
                return self._stated(*listed)
            self._issues.add("unreadable_value", entry.number, at, raw=text, expected="una fecha")
        return None

    def _part(self, part: tuple[date, date], window: Window, entry: Entry, at: int) -> Found | None:
        """A part of the year; only its end for a person to confirm where the cell says days that could not be read."""
        text = clean(entry.text(at))
        if names_days(text):
            return self._in_text(
                replace(window, proposed=window.proposed or part[1], raw=window.raw or text), entry, at
            )
        self._issues.add("month_only", entry.number, at, raw=text, proposal=f"{part[0]} a {part[1]}")
        return self._stated(*part)

    def _stated(self, start: date | None, due: date | None) -> Found | None:
        return Found(start, due, None) if due else None

    def _sentence(self, entry: Entry) -> Found | None:
        """A deadline in the line's own words: outright ones always, suggested ones where no column is for dates."""
        read = limit_in if self.has_columns else window_in
        best: Found | None = None
        for at in self._told + self._people:
            text = clean(entry.text(at))
            if "20" not in text and "/" not in text and "2.0" not in text:
                continue
            window = day_in(text) if at in self._people else read(text)
            if window.due and self._is_past(window.due):
                # what lies before the plan's own year is rather told of than promised
                window = Window(proposed=window.due, raw=window.raw)
            if window.due:
                return self._in_text(window, entry, at)
            if best is None and window.proposed and not self._targeted and at == self._told[0]:
                best = self._in_text(window, entry, at)
        return best

    def _is_past(self, due: date) -> bool:
        return self._stated_year is not None and due.year < self._stated_year

    def _in_text(self, window: Window, entry: Entry, at: int) -> Found | None:
        if window.due:
            code = "several_deadlines" if window.several else "deadline_in_prose"
            shown = f"{window.start} a {window.due}" if window.start else str(window.due)
            self._issues.add(code, entry.number, at, raw=window.raw, proposal=shown)
            if window.start and window.due < window.start:
                self._issues.add("window_reversed", entry.number, at, raw=str(window.due), start=str(window.start))
            return Found(window.start, window.due, None)
        if window.proposed:
            self._issues.add("proposed_deadline", entry.number, at, raw=window.raw, proposal=str(window.proposed))
            return Found(None, None, window.proposed)
        return None

    def _schedule(self, entry: Entry) -> Found | None:
        """Crosses under months or quarters: from the first one's beginning to the last one's end."""
        if self.has_columns or not self._marked:
            return None
        cells = [(column.period, entry.cells[column.index]) for column in self._marked]
        keys = [key for key, cell in cells if is_marked(cell) or "p" in letters_in(cell)]
        periods = sorted(parse_period(key) for key in keys if key and key != "cut")
        if not periods:
            return None
        start, due = periods[0].start, max(period.end for period in periods)
        self._issues.add("window_from_schedule", entry.number, proposal=f"{start} a {due}")
        return Found(start, due, None)


def _says_nothing(cell: Cell) -> bool:
    """Whether a cell is blank or shows an error; be it as a text that was once copied from one ("#N/A")."""
    return cell.kind in BROKEN or is_blank_text(cell.text) or cell.text.startswith("#")


def _last_end(columns: Sequence[Column]) -> date | None:
    keys = [column.period for column in columns if column.role in {Role.RESULT, Role.PROGRAMMED}]
    return max((parse_period(key).end for key in keys if key and key != "cut"), default=None)
