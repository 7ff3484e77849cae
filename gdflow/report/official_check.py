"""What was written into an entity's workbook, read back by another library than the one that wrote it."""

import warnings
import zipfile
from collections.abc import Iterator, Mapping
from decimal import Decimal
from io import BytesIO

from openpyxl import Workbook, load_workbook

Written = Mapping[tuple[str, str], Decimal]
"""Figures by sheet and cell ("L9")."""
# what the library raises for a workbook that it does not understand
NOT_UNDERSTOOD = (LookupError, TypeError, ValueError, AttributeError, zipfile.BadZipFile)


def unlike(data: bytes, written: Written) -> tuple[tuple[str, str, str], ...]:
    """The cells (sheet, cell, what stands there) that do not show the figure that was written.

    Raises ValueError for a workbook that this library does not understand: that says nothing of the figures.
    """
    with warnings.catch_warnings():
        warnings.simplefilter(
            "ignore", UserWarning
        )  # of what it would lose if it saved the workbook, which it does not
        try:
            return tuple(_unlike(load_workbook(BytesIO(data), read_only=True), written))
        except NOT_UNDERSTOOD as error:
            raise ValueError(str(error)) from error


def _unlike(book: Workbook, written: Written) -> Iterator[tuple[str, str, str]]:
    for name in dict.fromkeys(sheet for sheet, _ in written):
        shown = {cell.coordinate: cell.value for row in book[name].iter_rows() for cell in row if cell.value}
        for (sheet, cell), value in written.items():
            if sheet == name and float(value) != shown.get(cell, 0):
                yield sheet, cell, str(shown.get(cell, "nada"))
