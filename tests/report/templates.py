"""A small plan as a workbook, and the same with other parts."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
SHEET_PART = "xl/worksheets/sheet1.xml"


def plain() -> bytes:
    """A small plan: a merged heading, a merged result, a percentage, a formula and a text."""
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.title = "Plan"
    page["A1"] = "PLAN DE ACCIÓN"
    page.merge_cells("A1:D1")
    page["B2"], page["C2"], page["D2"] = 0, 0.5, "=SUM(B2:C2)"
    page["C2"].number_format = "0%"
    page.merge_cells("B3:B4")
    page.column_dimensions["A"].width = 31
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def changed(data: bytes, parts: Mapping[str, str]) -> bytes:
    """The workbook with parts added or replaced."""
    buffer = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(buffer, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            if name not in parts:
                target.writestr(name, source.read(name))
        for name, part in parts.items():
            target.writestr(name, part)
    return buffer.getvalue()
