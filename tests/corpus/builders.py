"""Small tools for cases: their truth, and workbooks as people make them, always with the same bytes."""

import re
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]  # ships no types
from xlsxwriter.format import Format  # type: ignore[import-untyped]  # ships no types
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]  # ships no types

Truth = dict[str, Any]
Case = Callable[[Path], Truth]
CASES: dict[str, Case] = {}
HEAD = ["No.", "ACTIVIDAD", "META", "FECHA INICIO", "FECHA FIN", "RESPONSABLE", "TRIMESTRE I", "TRIMESTRE II"]
HEAD += ["TRIMESTRE III", "TRIMESTRE IV"]

_NO_VALUE = "GDFLOW-NO-VALUE"
_EMPTY_TEXT = "GDFLOW-EMPTY-TEXT"  # Excel writes t="str" for a formula that gave "", xlsxwriter does not
_UNCALCULATED = re.compile(rb' t="str"><f>([^<]*)</f><v>' + _NO_VALUE.encode() + rb"</v></c>")
_EPOCH = (1980, 1, 1, 0, 0, 0)


def case(function: Case) -> Case:
    """Register a case under its function's name, which is also the stem of its file."""
    CASES[function.__name__] = function
    return function


# ---------------------------------------------------------------- truth


def line(row: int | None, **facts: Any) -> Truth:
    """What a line must hold; only the keys given are compared."""
    return {"row": row, **facts}


def plan(lines: Sequence[Truth], sheet: str | None = None, **facts: Any) -> Truth:
    """What a sheet's plan must hold; lines and their rows are compared exactly."""
    named = {} if sheet is None else {"sheet": sheet}
    return {**named, **facts, "lines": list(lines)}


def issue(code: str, *rows: int, cell: str | None = None) -> Truth:
    """An issue that must be present, on one of the rows when rows are given."""
    spot: Truth = {"code": code}
    if rows:
        spot["rows"] = list(rows)
    if cell is not None:
        spot["cell"] = cell
    return spot


def truth(
    file: str, as_of: str, plans: Sequence[Truth], issues: Sequence[Truth] = (), absent: Sequence[str | Truth] = ()
) -> Truth:
    """The truth of one document."""
    return {
        "file": file,
        "as_of": as_of,
        "plans": list(plans),
        "issues": list(issues),
        "absent_issues": [issue(spot) if isinstance(spot, str) else spot for spot in absent],
    }


# ---------------------------------------------------------------- workbooks


@dataclass(frozen=True)
class Pct:
    """A number shown with a percent format: Pct(0.25) is shown as 25 %."""

    value: float
    shape: str = "0%"


@dataclass(frozen=True)
class Shown:
    """A number or date under a number format of its own."""

    value: float | date
    shape: str


@dataclass(frozen=True)
class Formula:
    """A formula with the value that the office program had stored: a number, a text or an error such as '#REF!'."""

    text: str
    value: float | str = 0
    shape: str | None = None


@dataclass(frozen=True)
class Uncalculated:
    """A formula whose value nobody ever calculated: the file holds no value at all."""

    text: str


class Page:
    """One sheet being written; rows are 1-based as people count, columns are letters."""

    def __init__(self, book: "Book", sheet: Worksheet) -> None:
        self.book = book
        self.sheet = sheet

    def put(self, row: int, column: str, value: Any, style: str = "cell") -> None:
        """One value in one cell."""
        write_cell(self, row - 1, column_index(column), value, style)

    def row(self, row: int, values: Sequence[Any], column: str = "A", style: str = "cell") -> None:
        """Values side by side from a column on; None is an empty cell."""
        first = column_index(column)
        for offset, value in enumerate(values):
            if value is not None:
                write_cell(self, row - 1, first + offset, value, style)

    def rows(self, row: int, table: Sequence[Sequence[Any]], column: str = "A") -> None:
        """Several rows one under the other."""
        for offset, values in enumerate(table):
            self.row(row + offset, values, column)

    def head(self, row: int, values: Sequence[Any], column: str = "A") -> None:
        """A row of titles."""
        self.row(row, values, column, "head")

    def merge(self, area: str, value: Any, style: str = "head") -> None:
        """A merged range with its value: 'A6:C6'."""
        first, last = area.split(":")
        (r1, c1), (r2, c2) = place(first), place(last)
        self.sheet.merge_range(r1, c1, r2, c2, "", self.book.style(style))
        write_cell(self, r1, c1, value, style)

    def hide_row(self, row: int) -> None:
        """Hide a row."""
        self.sheet.set_row(row - 1, None, None, {"hidden": True})

    def hide_columns(self, area: str) -> None:
        """Hide columns: 'C:E'."""
        self.sheet.set_column(area, None, None, {"hidden": True})


class Book:
    """A workbook being written. `with Book(path) as book:` closes it and makes its bytes stable."""

    def __init__(self, path: Path, date_1904: bool = False) -> None:
        self.path = path
        self.buffer = BytesIO()
        options = {"in_memory": True, "date_1904": date_1904, "strings_to_formulas": False, "strings_to_urls": False}
        self.file = xlsxwriter.Workbook(self.buffer, options)
        self.file.set_properties({"created": datetime(2024, 1, 15)})  # noqa: DTZ001  a fixed stamp, no moment
        self.styles: dict[str, Format] = {}

    def __enter__(self) -> "Book":
        return self

    def __exit__(self, *failure: object) -> None:
        self.file.close()
        self.path.write_bytes(_settled(self.buffer.getvalue()))

    def page(self, name: str, hidden: bool = False) -> Page:
        """A new sheet."""
        sheet = self.file.add_worksheet(name)
        if hidden:
            sheet.hide()
        return Page(self, sheet)

    def style(self, name: str) -> Format:
        """A named look, or a number format when the name is none."""
        if name not in self.styles:
            self.styles[name] = self.file.add_format(
                {"border": 1, "text_wrap": True, **_LOOKS.get(name, {"num_format": name})}
            )
        return self.styles[name]


_LOOKS: Mapping[str, Mapping[str, Any]] = {
    "cell": {"valign": "top"},
    "head": {"bold": True, "align": "center", "bg_color": "#D9E1F2"},
    "title": {"bold": True, "font_size": 12},
}


def write_cell(page: Page, row: int, column: int, value: Any, style: str) -> None:
    """Write a value as its type asks."""
    sheet, look = page.sheet, page.book.style(style)
    match value:
        case bool():
            sheet.write_boolean(row, column, value, look)
        case Formula():
            shown = _EMPTY_TEXT if value.value == "" else value.value
            sheet.write_formula(row, column, value.text, page.book.style(value.shape or style), shown)
        case Uncalculated():
            sheet.write_formula(row, column, value.text, look, _NO_VALUE)
        case Pct() | Shown():
            _write_shown(page, row, column, value)
        case date():
            sheet.write_datetime(row, column, value, page.book.style("dd/mm/yyyy"))
        case str():
            sheet.write_string(row, column, value, look)
        case _:
            sheet.write_number(row, column, value, look)


def _write_shown(page: Page, row: int, column: int, value: Pct | Shown) -> None:
    look = page.book.style(value.shape)
    if isinstance(value.value, date):
        page.sheet.write_datetime(row, column, value.value, look)
    else:
        page.sheet.write_number(row, column, value.value, look)


def column_index(letters: str) -> int:
    """0 for A, 26 for AA."""
    index = 0
    for letter in letters:
        index = index * 26 + ord(letter) - 64
    return index - 1


def column_name(index: int) -> str:
    """The letters of a 0-based column."""
    index, name = index + 1, ""
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(65 + rest) + name
    return name


def place(address: str) -> tuple[int, int]:
    """(0-based row, 0-based column) of an address like G9."""
    letters = address.rstrip("0123456789")
    return int(address[len(letters) :]) - 1, column_index(letters)


def _settled(data: bytes) -> bytes:
    """The same workbook without clock times in its zip and without the values that nobody calculated."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if name.startswith("xl/worksheets/"):
                part = _UNCALCULATED.sub(rb"><f>\1</f></c>", part).replace(_EMPTY_TEXT.encode(), b"")
            new.writestr(zipfile.ZipInfo(name, _EPOCH), part, zipfile.ZIP_DEFLATED)
    return out.getvalue()
