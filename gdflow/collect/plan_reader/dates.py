"""Dates as plans print them, in closed formats; what can be read in two ways is told, never guessed."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from gdflow.collect.plan_reader.stretches import MONTHS
from gdflow.collect.plan_reader.titles import plain

ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[t ]\d{1,2}:\d{2}.*)?")
NUMERIC = re.compile(r"(\d{1,2})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(\d{4}|\d{2})(?: \d{1,2}:\d{2}.*)?")
INSIDE = re.compile(r"(?<!\d)(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)")
DAY_MONTH = re.compile(r"(\d{1,2})(?:o|ro)? ?(?:de )?([a-z]{3,10})(?: (?:de|del)(?: ano)?)? ?(\d{4}|\d{2})?")
MONTH_DAY = re.compile(r"([a-z]{3,10}) (\d{1,2})(?: (?:de|del))? (\d{4})")
MONTH_YEAR = re.compile(r"(?:mes de )?([a-z]{3,10})(?: (?:de|del))? ?(\d{4}|\d{2})")
ROMAN = re.compile(r"(\d{1,2})\s?[-/. ]\s?([ivx]{1,4})\s?[-/. ]\s?(\d{4})")
ROMAN_MONTHS = {
    name: number
    for number, name in enumerate(["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"], 1)
}
COMPACT = re.compile(r"(20[0-4]\d)(0[1-9]|1[0-2])([0-3]\d)")
POINTED = re.compile(r"\b2\.0([0-4]\d)$")  # "30 de junio de 2.025"
YEAR_NUMBER = re.compile(r"(\d{4})[-/](\d{2})")  # not 2025-2, which universities call their second half-year
FIRST_YEAR, LAST_YEAR = 1900, 2199  # 30/11/0025 is a slip of the hand
NUMBER_YEAR = re.compile(r"(\d{1,2})[-/](\d{4})")
PART = re.compile(r"^(?:(?:a|hasta|el|dia|corte|fin de|finales de|inicios de|a partir de[l]?) )+")
WEEKDAY = re.compile(r"^(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo) ")
DIGIT = re.compile(r"[0-9]")
LONGEST_SHORT, LONGEST_TERM, LAST_YEARS = 4, 4, 30  # letters of a month cut short, years that a plan may reach
EPOCH = date(1899, 12, 30)
FIRST_SERIAL, LAST_SERIAL = 32874, 58804  # 1990-01-01 .. 2060-12-30: any other number is no date of a plan


@dataclass(frozen=True, slots=True)
class Day:
    """A date as printed. value: None when the text is no date or can not be decided.

    doubt: code of an issue. other: the other reading of an ambiguous text.
    """

    value: date | None = None
    doubt: str | None = None
    other: date | None = None


NO_DAY = Day(doubt="unreadable_value")


@lru_cache(maxsize=8192)
def read_day(text: str, *, end: bool, year: int | None = None, order: str = "dmy") -> Day:
    """The date in a text. end: a bare month means its last day.

    order: what other dates of the document prove: "dmy", "mdy", "mixed" (both), "unproved" (nothing).
    """
    bare = POINTED.sub(r"20\1", text.strip().strip("().;,*").strip().lower(), count=1)
    if numeric := NUMERIC.fullmatch(bare):
        return _numeric(int(numeric[1]), int(numeric[2]), _full(numeric[3]), order)
    if iso := ISO.fullmatch(bare):
        return _day(int(iso[1]), int(iso[2]), int(iso[3]))
    if month := NUMBER_YEAR.fullmatch(bare):
        return _month(int(month[2]), int(month[1]), end)
    if month := YEAR_NUMBER.fullmatch(bare):
        return _month(int(month[1]), int(month[2]), end)
    return _rare(bare) or _worded(PART.sub("", WEEKDAY.sub("", plain(bare)), count=1), end, year)


def _rare(text: str) -> Day | None:
    """15/XI/2024 and 20241115."""
    if (roman := ROMAN.fullmatch(text)) and roman[2] in ROMAN_MONTHS:
        return _day(int(roman[3]), ROMAN_MONTHS[roman[2]], int(roman[1]))
    found = COMPACT.fullmatch(text)
    return _day(int(found[1]), int(found[2]), int(found[3])) if found else None


def order_proved(text: str) -> str | None:
    """Which order a numeric date proves by itself: 21/05/2024 is "dmy", 05/21/2024 "mdy", 01/08/2024 nothing."""
    found = NUMERIC.fullmatch(text.strip())
    return _order(found) if found else None


def orders_within(text: str) -> set[str]:
    """The orders that the numeric dates inside a text prove."""
    return {order for found in INSIDE.finditer(text) if (order := _order(found))}


def _order(found: re.Match[str]) -> str | None:
    first, second = int(found[1]), int(found[2])
    if first > 12 >= second:
        return "dmy"
    return "mdy" if second > 12 >= first else None


def serial_day(number: int) -> date | None:
    """The date of a spreadsheet's day number, when it lies in the years of a plan."""
    return EPOCH + timedelta(days=number) if FIRST_SERIAL <= number <= LAST_SERIAL else None


def looks_like_day(text: str) -> bool:
    """Whether a text is a date and nothing else."""
    if len(text) > 40 or not DIGIT.search(text) or text.isdigit():
        return False
    return read_day(text, end=True).value is not None


def _numeric(first: int, second: int, year: int, order: str) -> Day:
    if first == second or first > 12 or second > 12:
        # only one reading is a date; 31/02 is none
        return _day(year, first, second) if second > 12 >= first else _day(year, second, first)
    day_first, month_first = date(year, second, first), date(year, first, second)
    if order == "mixed":
        return Day(None, "ambiguous_date", day_first)
    if order == "unproved":
        return Day(day_first, "ambiguous_date", month_first)
    if order == "mdy":
        return Day(month_first, "ambiguous_date", day_first)
    return Day(day_first)


def _worded(text: str, end: bool, year: int | None) -> Day:
    if found := DAY_MONTH.fullmatch(text):
        if found[2] not in MONTHS:
            return NO_DAY
        known = _full(found[3]) if found[3] else year
        day = _day(known, MONTHS[found[2]], int(found[1])) if known else NO_DAY
        return Day(day.value, "year_assumed") if day.value and not found[3] else day
    if (found := MONTH_DAY.fullmatch(text)) and found[1] in MONTHS:
        return _day(int(found[3]), MONTHS[found[1]], int(found[2]))
    if (found := MONTH_YEAR.fullmatch(text)) and found[1] in MONTHS:
        return _numbered(found[1], found[2], end, year)
    if text in MONTHS and year:
        return _month(year, MONTHS[text], end)
    return NO_DAY


def _numbered(name: str, number: str, end: bool, year: int | None) -> Day:
    """ "Dic-25" is of 2025, "Noviembre 30" a day of the plan's year: what lies far from that is no year."""
    if len(number) == 2 and int(number) <= 31 and (year is None or _full(number) != year):
        near = LONGEST_TERM if len(name) <= LONGEST_SHORT else 0
        if year is None and int(number) >= LAST_YEARS:
            return NO_DAY
        if year is not None and abs(_full(number) - year) > near:
            day = _day(year, MONTHS[name], int(number))
            if day.value:
                return Day(day.value, "year_assumed")
    return _month(_full(number), MONTHS[name], end)


def _month(year: int, month: int, end: bool) -> Day:
    if not 1 <= month <= 12:
        return NO_DAY
    day = _day(year, month, monthrange(year, month)[1] if end else 1).value
    return Day(day, "month_only") if day else NO_DAY


def _day(year: int, month: int, day: int) -> Day:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return NO_DAY
    try:
        return Day(date(year, month, day))
    except ValueError:
        return NO_DAY


def _full(year: str) -> int:
    return int(year) if len(year) == 4 else 2000 + int(year) if int(year) < 80 else 1900 + int(year)
