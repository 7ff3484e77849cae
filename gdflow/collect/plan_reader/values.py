"""Typed values of cells: figures and dates with every doubt told at its cell."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import NamedTuple

from gdflow.collect.plan_reader.dates import DIGIT, Day, order_proved, orders_within, read_day, serial_day
from gdflow.collect.plan_reader.issues import Issues
from gdflow.collect.plan_reader.markup import clean
from gdflow.collect.plan_reader.month_lists import are_listed, months_named
from gdflow.collect.plan_reader.numbers import is_blank_text, is_error_text, read_figure
from gdflow.collect.plan_reader.prose import lasting, only_days
from gdflow.collect.plan_reader.stretches import YEAR, Stretch, names_days, stretch_of
from gdflow.collect.sheet import DATE, NUMBER, TEXT, VACANT, Cell, CellKind
from gdflow.collect.typed import spreadsheet_number
from gdflow.domain.canonical import decimal_text
from gdflow.domain.periods import KIND_OF_LETTER, period_of
from gdflow.domain.plan import Severity
from gdflow.spanish.dates import long_date

NO_YEAR = 1900  # a spreadsheet shows a cell that holds 0 as a day of it
LONGEST_EXACT = 16  # a spreadsheet keeps 15 digits; what is longer carries the noise of its arithmetic


class Amount(NamedTuple):
    """A figure of a cell; a percent is already its fraction. unit: the noun printed behind it."""

    value: Decimal | None
    percent: bool = False
    unit: str | None = None


NO_AMOUNT = Amount(None)


def amount_of(cell: Cell, issues: Issues, row: int, column: int) -> Amount:
    """The figure of a cell; nothing for a blank, and nothing but an issue for what is no figure."""
    if cell.kind is NUMBER and isinstance(cell.value, Decimal):
        value = cell.value if len(cell.text) < LONGEST_EXACT else spreadsheet_number(cell.value)
        return Amount(value, cell.percent)
    if cell.kind is VACANT:
        return NO_AMOUNT
    if cell.kind is TEXT:
        return _of_text(cell.text, issues, row, column)
    told_unreadable(cell, issues, row, column, "un número")
    return NO_AMOUNT


def told_unreadable(cell: Cell, issues: Issues, row: int, column: int, expected: str) -> None:
    """Say that a cell's value could not be taken: an error, a formula never calculated, or the wrong sort."""
    code = {CellKind.ERROR: "error_value", CellKind.FORMULA: "formula_without_value"}.get(cell.kind, "unreadable_value")
    raw = cell.text or str(cell.value)
    issues.add(code, row, column, raw=raw, expected=expected)


def _of_text(text: str, issues: Issues, row: int, column: int) -> Amount:
    figure = read_figure(text)
    if figure.doubt and figure.value is None:
        issues.add(figure.doubt, row, column, raw=clean(text), expected="un número")
    elif figure.doubt and figure.value is not None:
        # what was taken, written in the one way that cannot be read in two
        proposal = decimal_text(figure.value * 100 if figure.percent else figure.value)
        meant = "la coma separa decimales" if "," in text else "el punto separa miles"
        taken = f"{proposal.replace('.', ',')} ({meant})"
        issues.add(figure.doubt, row, column, raw=clean(text), proposal=proposal, taken=taken)
    return Amount(figure.value, figure.percent, figure.unit)


class Days:
    """Reads the dates of a table in the order of day and month that its own dates prove.

    elsewhere: the other texts of the document, asked only where the date columns prove nothing.
    """

    def __init__(
        self, columns: Mapping[int, Iterable[Cell]], year: int | None, issues: Issues, *, elsewhere: Iterable[str] = ()
    ) -> None:
        proofs = {at: {proof for cell in cells if (proof := _proof(cell))} for at, cells in columns.items()}
        whole = set[str]().union(*proofs.values()) if proofs else set()
        self._orders = {at: _order(found or whole) for at, found in proofs.items()}
        self._elsewhere = elsewhere
        self._proved: str | None = None
        self._year = year
        self._issues = issues
        self._known: dict[tuple[str, int], date] = {}

    def day_of(self, cell: Cell, row: int, column: int, *, end: bool) -> date | None:
        """The date of a cell; `end` tells whether a bare month means its last day."""
        if cell.kind is DATE:
            day = _date(cell)
            return self._read(cell.text, row, column, end) if day and end and shows_month(cell) else day
        if cell.kind is VACANT:
            return None
        if cell.kind is TEXT:
            return None if is_blank_text(cell.text) else self._of_text(clean(cell.text), row, column, end)
        if cell.kind is NUMBER and isinstance(cell.value, Decimal):
            return self._of_number(cell.value, row, column, end)
        told_unreadable(cell, self._issues, row, column, "una fecha")
        return None

    def _of_text(self, text: str, row: int, column: int, end: bool) -> date | None:
        # a column of dates holds few different ones; those without a doubt need no second look
        if known := self._known.get((text, column)):
            return known
        return self._read(text, row, column, end)

    def _read(self, text: str, row: int, column: int, end: bool) -> date | None:
        day = read_day(text, end=end, year=self._year, order=self._orders.get(column) or self._order_elsewhere())
        if day.doubt == "ambiguous_date":
            self._ambiguous(day, text, row, column)
        elif day.doubt == "unreadable_value":
            return self._told(text, row, column, end)
        elif day.doubt:
            self._issues.add(day.doubt, row, column, raw=text, proposal=str(day.value))
        elif day.value:
            self._known[text, column] = day.value
        return day.value

    def _order_elsewhere(self) -> str:
        """The one order that the rest of the document proves."""
        if self._proved is None:
            found = set[str]().union(*map(orders_within, self._elsewhere))
            self._proved = next(iter(found)) if len(found) == 1 else "unproved"
        return self._proved

    def _ambiguous(self, day: Day, text: str, row: int, column: int) -> None:
        taken = f"se leyó {long_date(day.value)}" if day.value else "no se tomó ninguna fecha"
        level = Severity.WARNING if day.value else Severity.ERROR
        proposal = str(day.value or day.other)
        self._issues.add("ambiguous_date", row, column, raw=text, proposal=proposal, severity=level, taken=taken)

    def _told(self, text: str, row: int, column: int, end: bool) -> date | None:
        """A date column that holds words: several dates, a part of the year, or a day's number kept as text."""
        if text.isdecimal() and serial_day(int(text)):
            return self._of_number(Decimal(text), row, column, end)
        days = only_days(text)
        if days:
            day = max(days) if end else min(days)
            code = "several_deadlines" if len(set(days)) > 1 else "deadline_in_prose"
            self._issues.add(code, row, column, raw=text, proposal=str(day))
            return day
        if not names_days(text) and (window := window_of(_part_of_year(text), self._year)):
            day = window[1] if end else window[0]
            self._issues.add("month_only", row, column, raw=text, proposal=str(day))
            return day
        if months := months_named(text, self._year):
            code = "several_deadlines" if are_listed(text) else "month_only"
            self._issues.add(code, row, column, raw=text, proposal=str(months[end]))
            return months[end]
        code = "error_value" if is_error_text(text) else "unreadable_value"
        self._issues.add(code, row, column, raw=text, expected="una fecha")
        return None

    def _of_number(self, value: Decimal, row: int, column: int, end: bool) -> date | None:
        if day := serial_day(int(value)):
            self._issues.add("serial_date", row, column, raw=str(value), proposal=str(day))
            return day
        return self._told(str(value), row, column, end)


def window_of(stretch: Stretch | None, year: int | None) -> tuple[date, date] | None:
    """First and last day of a part of the year that a text names."""
    known = (stretch.year or year) if stretch else None
    if stretch is None or known is None or stretch.kind not in KIND_OF_LETTER:
        return None
    kind = KIND_OF_LETTER[stretch.kind]
    months = {"M": 1, "B": 2, "Q": 3, "C": 4, "S": 6, "Y": 12}[stretch.kind]
    period = period_of(kind, date(known, (stretch.number - 1) * months + 1, 1))
    return period.start, period.end


def _part_of_year(text: str) -> Stretch | None:
    """The part of a year, or the whole one where no other number stands beside it: "32/13/2024" is no year."""
    if lasting(text):
        return None  # "6 meses" is no June
    stretch = stretch_of(text)
    if stretch and stretch.kind == "Y" and (DIGIT.search(YEAR.sub("", text)) or "/" in text):
        return None
    return stretch


def shows_month(cell: Cell) -> bool:
    """Whether a date is shown without its day, and so means its whole month."""
    return len(cell.text) == len("2025-09")


def _date(cell: Cell) -> date | None:
    day = cell.value.date() if isinstance(cell.value, datetime) else cell.value
    return day if isinstance(day, date) and day.year > NO_YEAR else None


def _proof(cell: Cell) -> str | None:
    return order_proved(cell.text) if cell.kind is TEXT and len(cell.text) < 24 else None


def _order(proofs: set[str]) -> str | None:
    if len(proofs) == 2:
        return "mixed"
    return next(iter(proofs), None)
