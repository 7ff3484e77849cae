"""The entity's own workbook, filled in where it stands: its layout, its formulas, its look.

openpyxl changes a workbook by reading it and writing it anew; what it cannot read is lost, and said beforehand.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from io import BytesIO
from typing import cast
from warnings import catch_warnings, simplefilter

import openpyxl
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from gdflow.domain.errors import InputError
from gdflow.report.book import cell_text
from gdflow.report.official_losses import losses, vanished
from gdflow.report.package import Package, is_workbook, repacked
from gdflow.spanish.numbers import canonical
from gdflow.spanish.official import SENTENCES

REASON = 120


@dataclass(frozen=True, slots=True)
class Fill:
    """What to write in a cell of the entity's workbook; a percent comes as its fraction."""

    sheet: str
    address: str
    value: Decimal | str


@dataclass(frozen=True, slots=True)
class OfficialWarning:
    """A cell that was not filled in, or a part of the workbook that did not survive."""

    code: str
    sheet: str | None
    part: str | None
    message: str


@dataclass(frozen=True, slots=True)
class OfficialWorkbook:
    """The filled workbook, and everything that a person should check in it."""

    data: bytes
    warnings: tuple[OfficialWarning, ...]


def fill_official(source: bytes, cells: Sequence[Fill]) -> OfficialWorkbook:
    """Fill in the workbook that was imported. Formulas are kept, never overwritten; text is never made a formula.

    Spreadsheets calculate its formulas anew on opening. The same source and cells give the same bytes.
    Raises InputError: official_not_xlsx, official_unreadable.
    """
    book = _opened(source)
    before = Package(source)
    warnings = [_warned(loss.code, loss.sheet, loss.part, raw=loss.raw) for loss in losses(before)]
    wanted = {(fill.sheet, fill.address): fill for fill in cells}
    warnings += [warning for fill in cells for warning in _write(book, fill, wanted)]
    filled = repacked(_saved(book), before)
    lost = vanished(before, Package(filled), [warning.part for warning in warnings])
    warnings += [_warned(loss.code, loss.sheet, loss.part, raw=loss.raw) for loss in lost]
    return OfficialWorkbook(filled, tuple(warnings))


def _opened(source: bytes) -> Workbook:
    if not is_workbook(source):
        raise InputError("official_not_xlsx")
    with catch_warnings():
        # the library's own warnings are said by `losses`, in Spanish and with the place
        simplefilter("ignore")
        try:
            return openpyxl.load_workbook(BytesIO(source), rich_text=True)
        except (ValueError, TypeError, AttributeError, LookupError, OSError) as error:
            # what the library raises on a part that it takes for granted and does not find
            raise InputError("official_unreadable", found=str(error)[:REASON]) from error


def _saved(book: Workbook) -> bytes:
    buffer = BytesIO()
    book.calculation.fullCalcOnLoad = True
    book.save(buffer)
    return buffer.getvalue()


def _write(book: Workbook, fill: Fill, wanted: Mapping[tuple[str, str], Fill]) -> Iterator[OfficialWarning]:
    facts = {"cell": fill.address, "value": _said(fill.value)}
    if fill.sheet not in book.sheetnames:
        yield _warned("sheet_missing", fill.sheet, None, **facts)
        return
    sheet = book[fill.sheet]
    cell = sheet[fill.address]
    if isinstance(cell, MergedCell):
        cell, around = _anchor(sheet, fill.address)
        other = wanted.get((fill.sheet, cell.coordinate))
        if other is not None and other.value != fill.value:
            yield _warned("merged_shared", fill.sheet, None, raw=around, **facts)
            return
    if cell.data_type == "f":
        yield _warned("formula_kept", fill.sheet, None, raw=str(cell.value), **facts)
        return
    _put(cell, fill.value)


def _anchor(sheet: Worksheet, address: str) -> tuple[Cell, str]:
    around = next(merged for merged in sheet.merged_cells.ranges if address in merged)
    anchor = sheet.cell(around.min_row, around.min_col)
    # the top left cell of a merged range is never a MergedCell; the stubs cannot know
    return cast(Cell, anchor), around.coord


def _put(cell: Cell, value: Decimal | str) -> None:
    if isinstance(value, Decimal):
        cell.value = value
        return
    cell.value = cell_text(value)
    # a text that begins with "=" would be stored as a formula, and become one again when edited
    cell.data_type = "s"
    cell.quotePrefix = value[:1] in ("=", "+", "-", "@")


def _said(value: Decimal | str) -> str:
    return canonical(value).replace(".", ",") if isinstance(value, Decimal) else f"«{value}»"


def _warned(code: str, sheet: str | None, part: str | None, **facts: object) -> OfficialWarning:
    return OfficialWarning(code, sheet, part, SENTENCES[code].format(sheet=sheet, part=part, **facts))
