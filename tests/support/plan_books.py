"""Workbooks of plans made by hand, row by row."""

from collections.abc import Collection, Sequence
from io import BytesIO

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet


def table_book(rows: Sequence[Sequence[object]], *, hidden: Collection[int] = ()) -> bytes:
    """A workbook of one sheet with these rows; hidden: the rows that are not shown."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    for row in rows:
        sheet.append(list(row))
    for number in hidden:
        sheet.row_dimensions[number].hidden = True
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()
