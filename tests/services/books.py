"""Workbooks as teams make them of what they were given: forms joined in one file, lines gathered by their codes."""

from collections.abc import Sequence
from copy import copy
from io import BytesIO

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from gdflow.domain.forms import HIDDEN_SHEET, FormColumn


def joined_forms(*forms: bytes) -> bytes:
    """All sheets of several forms in one workbook, hidden ones too."""
    book = openpyxl.load_workbook(BytesIO(forms[0]))
    for data in forms[1:]:
        for sheet in openpyxl.load_workbook(BytesIO(data)).worksheets:
            copied = book.create_sheet(sheet.title)
            copied.sheet_state = sheet.sheet_state
            _copy(sheet, copied)
    return saved(book)


def gathered(rows: Sequence[tuple[str, str | None, object]]) -> bytes:
    """A sheet of a team's own with lines by code, period and result; each says what was done."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.append(["Reporte del equipo"])
    titles = (FormColumn.UID, "Período", FormColumn.VALUE, FormColumn.NARRATIVE)
    sheet.append([str(title) for title in (*titles, FormColumn.ZERO_REASON, FormColumn.EVIDENCE)])
    for uid, period, value in rows:
        sheet.append([uid, period, value, "Se avanzó."])
    return saved(book)


def headless(form: bytes) -> bytes:
    """A form whose hidden sheet somebody took out."""
    book = openpyxl.load_workbook(BytesIO(form))
    del book[HIDDEN_SHEET]
    return saved(book)


def saved(book: openpyxl.Workbook) -> bytes:
    """The workbook's bytes."""
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _copy(sheet: Worksheet, copied: Worksheet) -> None:
    for row in sheet.iter_rows():
        for cell in row:
            there = copied[cell.coordinate]
            there.value, there.number_format = cell.value, copy(cell.number_format)
