"""Where things stand in a form that came back: its hidden sheet, its titles, whatever was moved meanwhile."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from gdflow.collect.sheet import Document, Row, Sheet
from gdflow.domain.errors import InputError
from gdflow.domain.forms import HIDDEN_LINES, INPUTS, MARK, VERSION, FormColumn, HiddenField
from gdflow.domain.plan import Accumulation, TargetUnit

NEEDED = (*INPUTS, FormColumn.UID)


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
    """The sheet with the answers: the columns by what they are, and the rows under the titles."""

    sheet: str
    columns: Mapping[FormColumn, int]
    rows: tuple[Row, ...]


def read_head(document: Document) -> Head:
    """The form's hidden sheet. Raises InputError: not_a_form, form_version."""
    for sheet in document.sheets:
        fields = {row.cell(0).text: row.cell(1).text for row in sheet.rows}
        if fields.get(HiddenField.MARK) == MARK and fields.get(HiddenField.TOKEN):
            return _head(document, sheet, fields)
    raise InputError("not_a_form", file=document.name)


def find_table(document: Document) -> Table:
    """The answers' sheet, found by its titles. Raises InputError: not_a_form, form_columns."""
    best: Table | None = None
    for sheet in document.sheets:
        for index, row in enumerate(sheet.rows):
            table = Table(sheet.name, _columns(row), sheet.rows[index + 1 :])
            if FormColumn.VALUE in table.columns and (best is None or len(table.columns) > len(best.columns)):
                best = table
    if best is None:
        raise InputError("form_columns", file=document.name, missing=f"«{FormColumn.VALUE}»")
    missing = [f"«{column}»" for column in NEEDED if column not in best.columns]
    if missing:
        raise InputError("form_columns", file=document.name, missing=", ".join(missing))
    return best


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
    uid, unit, accumulation, target, so_far = (row.cell(column).text for column in range(len(HIDDEN_LINES)))
    return AskedLine(
        uid=uid,
        unit=TargetUnit(unit) if unit in tuple(TargetUnit) else None,
        accumulation=Accumulation(accumulation) if accumulation in tuple(Accumulation) else Accumulation.SUM,
        target=_decimal(target),
        so_far=_decimal(so_far),
    )


def _decimal(text: str) -> Decimal | None:
    try:
        return Decimal(text) if text else None
    except InvalidOperation:
        return None


def _columns(row: Row) -> dict[FormColumn, int]:
    titles = {_plain(cell.text): column for column, cell in reversed(list(enumerate(row.cells)))}
    return {column: titles[_plain(column)] for column in FormColumn if _plain(column) in titles}


def _plain(title: str) -> str:
    letters = unicodedata.normalize("NFD", title.casefold())
    return "".join(sign for sign in letters if sign.isalnum())
