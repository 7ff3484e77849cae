"""The parts of a workbook's file: the library's own, with the list of texts written at once, and lightly packed."""

from io import BytesIO
from typing import Any, BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from xlsxwriter import Workbook  # type: ignore[import-untyped]  # the library ships no types
from xlsxwriter.packager import Packager  # type: ignore[import-untyped]  # the library ships no types

from gdflow.report.cells import text_element
from gdflow.report.page import Page

NO_DAY = (1980, 1, 1, 0, 0, 0)
LEVEL = 4
"""Half the time of the usual level, for a twentieth more bytes."""
TEXTS = "xl/sharedStrings.xml"
HEAD = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" uniqueCount="{count}">'
)
SAFE = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


class MemoryBook(Workbook):  # type: ignore[misc]  # the library ships no types
    """A workbook that is made in memory. out: what its file is written to."""

    worksheet_class = Page

    def __init__(self, out: BinaryIO) -> None:
        # the library would pack the parts itself, and has nothing left to write
        super().__init__(BytesIO(), SAFE)
        self.out = out

    def _get_packager(self) -> Packager:
        return _Parts(self.out)


class _Parts(Packager):  # type: ignore[misc]  # the library ships no types
    def __init__(self, out: BinaryIO) -> None:
        super().__init__()
        self._out = out

    def _create_package(self) -> list[Any]:
        with ZipFile(self._out, "w", ZIP_DEFLATED, compresslevel=LEVEL) as target:
            for part, name, is_binary in super()._create_package():
                data = part.getvalue()
                entry = ZipInfo(name, NO_DAY)
                target.writestr(entry, data if is_binary else data.encode(), ZIP_DEFLATED, LEVEL)
        return []

    def _write_shared_strings_file(self) -> None:
        texts = self.workbook.str_table.string_array
        if texts:
            said = "".join([f"<si>{text_element(text)}</si>" for text in texts])
            self._filename(TEXTS).write(f"{HEAD.format(count=len(texts))}{said}</sst>")
