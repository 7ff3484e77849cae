"""Doubts and changes met while reading a plan: each with its place, the text as it stands, and what was taken."""

from collections.abc import Mapping, Sequence

from gdflow.collect.sheet import address
from gdflow.domain.plan import ImportIssue, Severity
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
    "team_from_heading": INFO,
    "percent_or_count": WARNING,
    "unit_mismatch": ERROR,
    "result_mismatch": WARNING,
    "crosses_counted": INFO,
    "placeholder_zero": INFO,
    "placeholder_text": INFO,
    "covered_value": WARNING,
    "hidden_row": INFO,
    "hidden_column": INFO,
    "hidden_sheet": INFO,
    "sheet_ignored": INFO,
    "rows_left_out": INFO,
    "period_assumed": INFO,
    "running_titles": INFO,
    "running_programme": WARNING,
    "missing_year": ERROR,
    "titles_missing": WARNING,
    "negative_value": WARNING,
    "empty_plan": WARNING,
}
LONGEST_RAW = 300


class Issues:
    """The issues of one plan, in the order in which they were met.

    places: of rows put together from cells that stand elsewhere, the address of each column's value.
    """

    def __init__(self, sheet: str, places: Mapping[int, Sequence[str]] | None = None) -> None:
        self.sheet, self.places = sheet, places or {}
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
        sentence = SENTENCES[code].format_map(
            {"place": _place(row, cell), "raw": shown or "", "proposal": proposal or "", **facts}
        )
        level = severity or SEVERITIES[code]
        self.found.append(ImportIssue(self.sheet, row, cell, code, level, shown, proposal, sentence))

    def _address(self, row: int, column: int) -> str | None:
        if row in self.places:
            return self.places[row][column] or None
        return address(row, column)


def _place(row: int | None, cell: str | None) -> str:
    if cell:
        return f"Celda {cell}"
    return f"Fila {row}" if row is not None else "En todo el plan"


def _short(text: str | None) -> str | None:
    return text if text is None or len(text) <= LONGEST_RAW else f"{text[: LONGEST_RAW - 1]}…"
