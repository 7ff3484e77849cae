"""Workbooks with the parts that openpyxl loses, made as an office would have them."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
X14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
SHEET_PART = "xl/worksheets/sheet1.xml"
SHEET_RELATIONS = "xl/worksheets/_rels/sheet1.xml.rels"


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


def changed(data: bytes, parts: Mapping[str, str], *, before: str = "", element: str = "") -> bytes:
    """The workbook with parts added or replaced, and an element put into its sheet before the end or a given tag."""
    buffer = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(buffer, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            text = source.read(name)
            if name == SHEET_PART and element:
                mark = before.encode() or b"</worksheet>"
                text = text.replace(mark, element.encode() + mark)
            if name not in parts:
                target.writestr(name, text)
        for name, part in parts.items():
            target.writestr(name, part)
    return buffer.getvalue()


def with_extension(inside: str) -> bytes:
    """A sheet with an extension of Excel 2010."""
    uri = "{78C0D931-6437-407d-A8EE-F0AAD7539E65}"
    return changed(plain(), {}, element=f'<extLst><ext uri="{uri}" xmlns:x14="{X14}">{inside}</ext></extLst>')


def with_element(element: str) -> bytes:
    """A sheet with one more element, whose relation leads nowhere."""
    return changed(plain(), {}, element=element.replace("r:id", f'xmlns:r="{RELATIONS}" r:id'))


def with_related(target: str, kind: str, content: str) -> bytes:
    """A sheet that refers to one more part."""
    relation = f'<Relationship Id="rIdX" Type="{RELATIONS}/{kind}" Target="/{target}"/>'
    return changed(
        plain(), {SHEET_RELATIONS: f'<Relationships xmlns="{PACKAGE}">{relation}</Relationships>', target: content}
    )


def drawing(inside: str) -> str:
    """A drawing part with something on it."""
    return f'<xdr:wsDr xmlns:xdr="{DRAWING}"><xdr:twoCellAnchor>{inside}</xdr:twoCellAnchor></xdr:wsDr>'
