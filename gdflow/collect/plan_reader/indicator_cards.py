"""The card of one indicator ("hoja de vida", "ficha técnica"): labels with their values beside them, and a small
table of its periods. It is read as the table that it would be in a list: each label a title, one line for its rows.
"""

import re
from collections.abc import Sequence
from itertools import takewhile

from gdflow.collect.plan_reader.leaves import labelled_values
from gdflow.collect.plan_reader.roles import Role, role_of
from gdflow.collect.plan_reader.stretches import stretch_of
from gdflow.collect.plan_reader.tables import BodyRow, Table, texts_of
from gdflow.collect.plan_reader.titles import plain, tidy
from gdflow.collect.sheet import BLANK, Cell, Row, Sheet, address

CARD = re.compile(r"\b(?:hoja de vida|ficha (?:tecnica|metodologica|de(?:l|l?os)? indicador(?:es)?))\b")
FIRST_ROWS, FEWEST_LABELS, FEWEST_PERIODS = 8, 4, 2

Values = dict[str, tuple[Cell, str]]


def indicator_card(sheet: Sheet) -> Table | None:
    """The card that a sheet holds as a table of one line, or None when the sheet is no card."""
    if not any(_is_card_title(text) for row in sheet.rows[:FIRST_ROWS] for text in texts_of(row)):
        return None
    at = _periods_at(sheet.rows)
    values: Values = {}
    for row in sheet.rows[:at]:
        for label, value in () if _is_letterhead(row) else labelled_values(row):
            if not _is_card_title(label):
                values.setdefault(label, value)
    named = any(role_of(label) is Role.INDICATOR for label in values)
    return _table(sheet, at, values) if named and len(values) >= FEWEST_LABELS else None


def _is_card_title(text: str) -> bool:
    lower = text.lower()
    return ("hoja" in lower or "ficha" in lower) and CARD.search(plain(text)) is not None


def _is_letterhead(row: Row) -> bool:
    """Whether a row tells the form's own version: the code beside it is the form's, too."""
    return any(plain(text).startswith("version") for text in texts_of(row))


def _table(sheet: Sheet, at: int, values: Values) -> Table:
    """The periods' columns stay where they are; the labels become columns behind the last one of the sheet."""
    width = max(len(row.cells) for row in sheet.rows)
    rows = _period_rows(sheet.rows, at) or [Row(sheet.rows[0].number, ())]
    titles = [tidy(sheet.rows[at].cell(column).text) if at < len(sheet.rows) else "" for column in range(width)]
    parts = tuple((title,) if title else () for title in [*titles, *values])
    beside, told = zip(*values.values(), strict=True)
    body = tuple(BodyRow(Row(row.number, _wide(row, width) + beside, row.hidden)) for row in rows)
    places = {row.number: tuple(address(row.number, column) for column in range(width)) + told for row in rows}
    header = sheet.rows[at].number if at < len(sheet.rows) else None
    return Table(sheet, parts, body, sheet.rows[:at], header, header, places)


def _wide(row: Row, width: int) -> tuple[Cell, ...]:
    return row.cells + (BLANK,) * (width - len(row.cells))


def _periods_at(rows: Sequence[Row]) -> int:
    """Where the titles of the small table stand: over rows of periods, or naming the periods themselves."""
    for at, row in enumerate(rows):
        if len(texts_of(row)) > 1 and len(_period_rows(rows, at)) >= (1 if _names_periods(row) else FEWEST_PERIODS):
            return at
    return len(rows)


def _names_periods(row: Row) -> bool:
    return sum(stretch_of(text) is not None for text in texts_of(row)) >= FEWEST_PERIODS


def _period_rows(rows: Sequence[Row], at: int) -> list[Row]:
    """The rows below titles: each of a period, or each of a variable under titles that are periods."""
    below = rows[at + 1 :]
    if at < len(rows) and _names_periods(rows[at]):
        return list(takewhile(lambda row: len(texts_of(row)) > 1, below))
    return list(takewhile(lambda row: stretch_of(next(iter(texts_of(row)), "")) is not None, below))
