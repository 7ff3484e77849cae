"""Where things stand in a form that came back: its hidden sheet, its titles, whatever was moved meanwhile."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from gdflow.collect.sheet import BLANK, Document, Row, Sheet, texts
from gdflow.domain.errors import InputError
from gdflow.domain.forms import HIDDEN_LINES, INPUTS, MARK, VERSION, FormColumn, HiddenField
from gdflow.domain.plan import Accumulation, TargetUnit

NOTHING = (BLANK,) * len(HIDDEN_LINES)
NEEDED = (*INPUTS, FormColumn.UID)
UNITS = {unit.value: unit for unit in TargetUnit}
ACCUMULATIONS = {way.value: way for way in Accumulation}


@dataclass(frozen=True, slots=True)
class AskedLine:
    """What the form itself says about one of its lines."""

    uid: str
    unit: TargetUnit | None
    accumulation: Accumulation
    target: Decimal | None
    so_far: Decimal | None


@dataclass(frozen=True, slots=True)
class Head:
    """The hidden sheet: the form's token, its team and period as text, and the lines that were asked, by uid."""

    token: str
    version: int
    team: str
    period: str
    lines: Mapping[str, AskedLine]


@dataclass(frozen=True, slots=True)
class Table:
    """The sheet with the answers: its row of titles, the columns by what they are, and the rows under the titles."""

    sheet: str
    titles: Row
    columns: Mapping[FormColumn, int]
    rows: tuple[Row, ...]


def read_heads(document: Document) -> tuple[Head, ...]:
    """The hidden sheets of the forms in a file, in their order. Raises InputError: not_a_form, form_version."""
    heads = []
    for sheet in document.sheets:
        fields = {row.cells[0].text: row.cells[1].text for row in sheet.rows if len(row.cells) > 1}
        if fields.get(HiddenField.MARK) == MARK and fields.get(HiddenField.TOKEN):
            heads.append(_head(document, sheet, fields))
    if not heads:
        raise InputError("not_a_form", file=document.name)
    return tuple(heads)


def find_tables(document: Document) -> tuple[Table, ...]:
    """The sheets with answers, found by their titles, in their order. Raises InputError: form_columns."""
    found = [table for sheet in document.sheets if (table := _table(sheet)) is not None]
    whole = tuple(table for table in found if not _missing(table))
    if not whole:
        best = max(found, key=lambda table: len(table.columns), default=None)
        missing = _missing(best) if best else [f"«{FormColumn.VALUE}»"]
        raise InputError("form_columns", file=document.name, missing=", ".join(missing))
    return whole


def _table(sheet: Sheet) -> Table | None:
    """The table of a sheet: of rows that look like titles, the one with most of them."""
    best: Table | None = None
    for index, row in enumerate(sheet.rows):
        columns = _columns(row)
        if FormColumn.VALUE in columns and (best is None or len(columns) > len(best.columns)):
            best = Table(sheet.name, row, columns, sheet.rows[index + 1 :])
        if best is not None and len(best.columns) == len(FormColumn):
            break  # no row can have more titles
    return best


def _missing(table: Table) -> list[str]:
    return [f"«{column}»" for column in NEEDED if column not in table.columns]


def _head(document: Document, sheet: Sheet, fields: Mapping[str, str]) -> Head:
    found = fields.get(HiddenField.VERSION, "")
    if found != str(VERSION):
        raise InputError("form_version", file=document.name, found=found, expected=VERSION)
    start = next((index for index, row in enumerate(sheet.rows) if row.cell(0).text == HIDDEN_LINES[0]), None)
    if start is None:
        raise InputError("not_a_form", file=document.name)
    lines = [_asked(row) for row in sheet.rows[start + 1 :] if row.cell(0).text]
    return Head(
        token=fields[HiddenField.TOKEN],
        version=VERSION,
        team=fields.get(HiddenField.TEAM, ""),
        period=fields.get(HiddenField.PERIOD, ""),
        lines={line.uid: line for line in lines},
    )


def _asked(row: Row) -> AskedLine:
    uid, unit, accumulation, target, so_far = texts((*row.cells, *NOTHING)[: len(HIDDEN_LINES)])
    return AskedLine(
        uid=uid,
        unit=UNITS.get(unit),
        accumulation=ACCUMULATIONS.get(accumulation, Accumulation.SUM),
        target=_decimal(target),
        so_far=_decimal(so_far),
    )


def _decimal(text: str) -> Decimal | None:
    try:
        return Decimal(text) if text else None
    except InvalidOperation:
        return None


def _columns(row: Row) -> dict[FormColumn, int]:
    found: dict[FormColumn, int] = {}
    for at, cell in enumerate(row.cells):
        column = TITLES.get(_plain(cell.text)) if 0 < len(cell.text) <= LONGEST_TITLE else None
        if column is not None:
            found.setdefault(column, at)
    return found


# the same few titles and short words again with every row of every form
@lru_cache(maxsize=4096)
def _plain(title: str) -> str:
    letters = unicodedata.normalize("NFD", title.casefold())
    return "".join(sign for sign in letters if sign.isalnum())


LONGEST_TITLE = 3 * max(len(column) for column in FormColumn)  # with room for blanks and line breaks
TITLES = {_plain(column): column for column in FormColumn}
