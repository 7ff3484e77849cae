"""Doubts and changes met while reading a plan: each with its place, the text as it stands, and what was taken."""

import re
from collections.abc import Mapping, Sequence
from datetime import date

from gdflow.collect.sheet import address
from gdflow.domain.plan import ImportIssue, Severity
from gdflow.spanish.dates import date_in_words
from gdflow.spanish.reading import SENTENCES

INFO, WARNING, ERROR = Severity.INFO, Severity.WARNING, Severity.ERROR
SEVERITIES: Mapping[str, Severity] = {
    "shifted_row": WARNING,
    "split_cell_joined": INFO,
    "page_join": INFO,
    "duplicate_text": INFO,
    "duplicate_number": INFO,
    "missing_deadline": WARNING,
    "missing_responsible": WARNING,
    "proposed_deadline": WARNING,
    "deadline_in_prose": INFO,
    "several_deadlines": WARNING,
    "window_reversed": ERROR,
    "unlikely_date": WARNING,
    "window_from_schedule": INFO,
    "unreadable_value": ERROR,
    "formula_without_value": ERROR,
    "error_value": ERROR,
    "ambiguous_date": ERROR,
    "ambiguous_number": WARNING,
    "month_only": INFO,
    "year_assumed": WARNING,
    "serial_date": INFO,
    "two_teams": WARNING,
    "team_from_heading": WARNING,
    "team_spelled_otherwise": WARNING,
    "percent_or_count": WARNING,
    "share_assumed": WARNING,
    "unit_mismatch": ERROR,
    "share_of_count": WARNING,
    "result_mismatch": WARNING,
    "crosses_counted": WARNING,
    "placeholder_zero": INFO,
    "placeholder_text": INFO,
    "covered_value": WARNING,
    "hidden_row": INFO,
    "hidden_column": INFO,
    "hidden_sheet": INFO,
    "sheet_ignored": INFO,
    "rows_left_out": INFO,
    "total_left_out": INFO,
    "period_assumed": INFO,
    "running_titles": INFO,
    "running_programme": WARNING,
    "running_results": WARNING,
    "missing_year": ERROR,
    "missing_period": ERROR,
    "columns_unread": WARNING,
    "title_twice": WARNING,
    "target_per_period": WARNING,
    "titles_missing": WARNING,
    "negative_value": WARNING,
    "empty_plan": WARNING,
}
LONGEST_RAW = 300
ISO_DAY = re.compile(r"\b(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])\b")


class Issues:
    """The issues of one plan, in the order in which they were met.

    places: of rows put together from cells that stand elsewhere, the address of each column's value.
    """

    def __init__(self, sheet: str, places: Mapping[int, Sequence[str]] | None = None) -> None:
        self.sheet, self.places = sheet, places or {}
        self._own = sheet
        self.found: list[ImportIssue] = []

    def add(
        self,
        code: str,
        row: int | None = None,
        column: int | None = None,
        /,
        *,
        raw: str | None = None,
        proposal: str | None = None,
        severity: Severity | None = None,
        **facts: object,
    ) -> None:
        """Write an issue down; its sentence is filled with its place, the raw text, the proposal and the facts."""
        cell = self._address(row, column) if row is not None and column is not None else None
        shown = _short(raw)
        told = {"raw": shown or "", "proposal": proposal or "", **facts}
        said = {name: _said(name, fact) for name, fact in told.items()}
        sentence = SENTENCES[code].format_map({"place": self._place(row, cell), **said})
        level = severity or SEVERITIES[code]
        self.found.append(ImportIssue(self.sheet, row, cell, code, level, shown, proposal, sentence))

    def _place(self, row: int | None, cell: str | None) -> str:
        """Where, with the sheet's name when it is not the plan's own."""
        spot = f"celda {cell}" if cell else f"fila {row}" if row is not None else "en todo el plan"
        return f"Hoja «{self.sheet}», {spot}" if self.sheet != self._own else spot[0].upper() + spot[1:]

    def _address(self, row: int, column: int) -> str | None:
        if row in self.places:
            return self.places[row][column] or None
        return address(row, column)


def _said(name: str, fact: object) -> object:
    """A fact as a sentence says it: days in words, as no document shows their ISO form; of raw texts those alone."""
    if not isinstance(fact, str) or "-" not in fact or (name == "raw" and not ISO_DAY.fullmatch(fact)):
        return fact
    return ISO_DAY.sub(_in_words, fact)


def _in_words(found: re.Match[str]) -> str:
    try:
        return date_in_words(date.fromisoformat(found[0]))
    except ValueError:
        return found[0]


def _short(text: str | None) -> str | None:
    return text if text is None or len(text) <= LONGEST_RAW else f"{text[: LONGEST_RAW - 1]}…"
