"""From a workbook's cell elements to typed cells."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache

from lxml.etree import _Element

from gdflow.collect.cells import (
    FALSE,
    MAX_DIGITS,
    TRUE,
    date_cell,
    decimal_of,
    error_cell,
    iso_cell,
    month_cell,
    number_cell,
    percent_cell,
)
from gdflow.collect.sheet import BLANK, Cell
from gdflow.collect.xlsx_formats import PLAIN, Format, Shown
from gdflow.collect.xlsx_strings import cell_of, string_text, unescape
from gdflow.domain.errors import InputError

BOOLS = {"1": TRUE, "0": FALSE, "true": TRUE, "false": FALSE}


@dataclass(frozen=True, slots=True)
class Values:
    """Reads the value of a cell with what the workbook says once for all: strings, formats, first day.

    numbers: cells already made, by style and text, as most numbers of a plan are the same few.
    """

    strings: dict[str, Cell]
    formats: dict[str | None, Format]
    from_1904: bool
    numbers: dict[tuple[str | None, str | None], Cell] = field(default_factory=dict)

    def read(self, cell: _Element, value: _Element) -> Cell:
        """The typed cell of a <c> element and of the <v> or <is> in it."""
        kind = cell.get("t")
        if kind == "s":
            return self.strings.get(value.text or "") or self._odd_string(value.text)
        if len(value):
            return cell_of(string_text(value))
        return self.of(kind, cell.get("s"), value.text)

    def of(self, kind: str | None, style: str | None, text: str | None) -> Cell:
        """The typed cell of the type, the style and the value that a <c> element says."""
        if kind is None or kind == "n":
            key = (style, text)
            return self.numbers.get(key) or self.numbers.setdefault(key, self._number(*key))
        if kind == "s":
            return self.strings.get(text or "") or self._odd_string(text)
        return READERS.get(kind, error_cell)(text or "")

    def _number(self, style: str | None, text: str | None) -> Cell:
        bare = (text or "").strip()
        if len(bare) > MAX_DIGITS:
            return error_cell(bare)
        return _shown(bare, self.formats.get(style, PLAIN), self.from_1904) if bare else BLANK

    def _odd_string(self, text: str | None) -> Cell:
        bare = (text or "").strip()
        if not bare:
            return BLANK
        found = self.strings.get(str(int(bare))) if bare.isdecimal() and len(bare) < 10 else None
        if found is None:
            raise InputError("damaged_file", found=bare)
        return found


@lru_cache(maxsize=8192)
def _shown(text: str, form: Format, from_1904: bool) -> Cell:
    """A number as its style shows it; the days and the small figures of one plan are those of the next."""
    value = decimal_of(text)
    if value is None:
        return error_cell(text)
    if form.shown is Shown.DATE:
        return date_cell(value, from_1904=from_1904)
    if form.shown is Shown.MONTH:
        return month_cell(value, from_1904=from_1904)
    return percent_cell(value, form.places) if form.shown is Shown.PERCENT else number_cell(value)


def _string(text: str) -> Cell:
    return cell_of(unescape(text))


def _bool(text: str) -> Cell:
    return BOOLS.get(text.strip()) or (error_cell(text) if text.strip() else BLANK)


def _error(text: str) -> Cell:
    return error_cell(text or "#ERROR")


def _date(text: str) -> Cell:
    return iso_cell(text) if text.strip() else BLANK


READERS: dict[str, Callable[[str], Cell]] = {"str": _string, "inlineStr": _string, "b": _bool, "e": _error, "d": _date}
