"""Typed cells out of the raw texts that files hold.

A number's text is the number without exponent or idle zeros ("0.3"), a percentage's the one its format shows ("33.3%"),
a date's its ISO form: texts that mean one thing only, whatever the country of who wrote them.
"""

import re
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Context, Decimal

from gdflow.collect.sheet import BLANK, DATE, NUMBER, TEXT, Cell, CellKind
from gdflow.domain.canonical import decimal_text
from gdflow.spanish.numbers import rounded

TRUE = Cell(CellKind.BOOL, True, "VERDADERO")
FALSE = Cell(CellKind.BOOL, False, "FALSO")
NUMERIC = re.compile(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]{1,4})?")
MAX_DIGITS = 400  # a longer text is no number that a spreadsheet can hold
LARGEST = 330  # a power of ten, up or down, beyond any number that a spreadsheet can hold
# Spreadsheets compute in binary and write 17 digits (0.30000000000000004) but show at most 15, which is what was typed.
SHOWN = Context(prec=15, rounding=ROUND_HALF_UP)
EPOCH = date(1899, 12, 30)
DAYS_BETWEEN_EPOCHS = 1462
NO_DAY = 60  # 29 February 1900, which spreadsheets count and the calendar does not
LAST_SERIAL = 2_958_465  # 31 December 9999
DAY = 86_400


def text_cell(text: str) -> Cell:
    """A text as it stands; blank when nobody could see anything in it."""
    return Cell(TEXT, text, text) if text and not text.isspace() else BLANK


def error_cell(text: str) -> Cell:
    """A cell that holds an error, or something that is not what its type says."""
    return Cell(CellKind.ERROR, text, text)


def decimal_of(text: str) -> Decimal | None:
    """The number that the writer of the file meant, without exponent or idle zeros; None when the text is no number."""
    if len(text) > MAX_DIGITS or NUMERIC.fullmatch(text) is None:
        return None
    value = SHOWN.create_decimal(text)
    return Decimal(decimal_text(value)) if abs(value.adjusted()) <= LARGEST else None


def number_cell(value: Decimal) -> Cell:
    """A plain number, as `decimal_of` gives it."""
    return Cell(NUMBER, value, f"{value:f}")


def percent_cell(value: Decimal, places: int) -> Cell:
    """A number shown as a percentage with so many decimal places; its value stays exact."""
    return Cell(NUMBER, value, f"{rounded(value * 100, places):f}%", percent=True)


def date_cell(value: Decimal, *, from_1904: bool) -> Cell:
    """The day (and time, when there is one) of a serial number.

    What is no day of the calendar stays a number: a time alone, 0 (shown as "00/01/1900", usually a link to a
    blank cell) and 60, the 29 February that the year 1900 did not have.
    """
    moment = _moment(value, from_1904=from_1904)
    if moment is None:
        return number_cell(value)
    return day_cell(moment)


def month_cell(value: Decimal, *, from_1904: bool) -> Cell:
    """A date shown without its day: "sep-25", which programs keep as the first of that month, is said as 2025-09."""
    cell = date_cell(value, from_1904=from_1904)
    first = cell.kind is DATE and cell.text.endswith("-01")
    return Cell(DATE, cell.value, cell.text.removesuffix("-01")) if first else cell


def day_cell(moment: datetime) -> Cell:
    """A date, or a date with its time when it is not midnight."""
    if moment.time() == time():
        return Cell(DATE, moment.date(), moment.date().isoformat())
    return Cell(DATE, moment, moment.isoformat(" "))


def iso_cell(text: str) -> Cell:
    """A date written in ISO form; an error cell when it is none."""
    try:
        return day_cell(datetime.fromisoformat(text.strip()).replace(tzinfo=None, microsecond=0))
    except ValueError:
        return error_cell(text)


def _moment(value: Decimal, *, from_1904: bool) -> datetime | None:
    days, seconds = divmod(int((value * DAY).to_integral_value(ROUND_HALF_UP)), DAY)
    if from_1904:
        days += DAYS_BETWEEN_EPOCHS
    if not 1 <= days <= LAST_SERIAL or days == NO_DAY:
        return None
    day = EPOCH + timedelta(days + (1 if days < NO_DAY else 0))
    return datetime.combine(day, time()) + timedelta(seconds=seconds)
