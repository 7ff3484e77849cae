"""What a workbook's styles say about its numbers: plain, percentage, date, or a date shown without its day."""

import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from lxml.etree import _Element

from gdflow.collect.markup import parse
from gdflow.collect.package import Package


class Shown(Enum):
    """As what a number is shown."""

    NUMBER = "number"
    PERCENT = "percent"
    DATE = "date"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Format:
    """How a cell shows its number; places are the decimal places of a percentage."""

    shown: Shown
    places: int = 0


PLAIN = Format(Shown.NUMBER)
DATE = Format(Shown.DATE)
MONTH = Format(Shown.MONTH)
# The formats that have a number and no code: 14-17 and 22 everywhere, the others in East Asian versions.
BUILT_IN = {
    "9": Format(Shown.PERCENT),
    "10": Format(Shown.PERCENT, 2),
    "17": MONTH,
    **{str(number): DATE for number in (14, 15, 16, 22, *range(27, 32), 36, *range(50, 55), 57, 58)},
}
# Quoted text, escaped characters, fill and padding, then brackets: colour, condition, language.
SILENT = re.compile(r'"[^"]*"|\\.|[_*].|\[[^\]]*\]|am/pm|a/p|general', re.IGNORECASE)
ELAPSED = re.compile(r"\[[hms]+\]", re.IGNORECASE)
FRACTION_OF_SECOND = re.compile(r"s[.,]0+", re.IGNORECASE)
DIGITS = re.compile(r"[0#?]")
# "aa" is the Spanish year, written so by programs that do not translate the format.
DAY_OR_YEAR = re.compile(r"[dy]|aa|mmm", re.IGNORECASE)
CLOCK = re.compile(r"[hs]", re.IGNORECASE)
LONGEST_KEPT = 32 * 1024
DECIMALS = re.compile(r"\.([0#?]+)")


def read_formats(package: Package, name: str | None) -> dict[str | None, Format]:
    """The format of every cell style by its index as written in the cells; None and "0" are the default one."""
    if name is None:
        return {}
    data = package.markup(name)
    known = _known_formats if len(data) <= LONGEST_KEPT else _formats
    return dict(known(data, name))


def _formats(data: bytes, name: str) -> dict[str | None, Format]:
    root = parse(data, name)
    own = {
        number.get("numFmtId"): read_format(number.get("formatCode", ""))
        for number in root.iterfind("{*}numFmts/{*}numFmt")
    }
    styles = (_format(style, own) for style in root.iterfind("{*}cellXfs/{*}xf"))
    formats: dict[str | None, Format] = {str(index): style for index, style in enumerate(styles)}
    formats[None] = formats.get("0", PLAIN)
    return formats


_known_formats = lru_cache(maxsize=64)(_formats)  # the workbooks of one template have the same styles


@lru_cache(maxsize=1024)
def read_format(code: str) -> Format:
    """What a format code shows of a positive number.

    A clock time or an elapsed time alone is no date: its number stays a number.
    """
    section = _first_section(code)
    if ELAPSED.search(section):
        return PLAIN
    bare = SILENT.sub("", section)
    if "%" in bare:
        decimals = DECIMALS.search(bare)
        return Format(Shown.PERCENT, len(decimals[1]) if decimals else 0)
    if DIGITS.search(FRACTION_OF_SECOND.sub("", bare)):
        return PLAIN
    if not DAY_OR_YEAR.search(bare) and ("m" not in bare.lower() or CLOCK.search(bare)):
        return PLAIN
    return MONTH if "m" in bare.lower() and "d" not in bare.lower() and not CLOCK.search(bare) else DATE


def _format(style: _Element, own: dict[str | None, Format]) -> Format:
    number = style.get("numFmtId", "0")
    return own.get(number) or BUILT_IN.get(number, PLAIN)


def _first_section(code: str) -> str:
    match = re.match(r'(?:"[^"]*"|\\.|[^;"\\])*', code)
    return match[0] if match else code
