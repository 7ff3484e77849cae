"""Write a table's rows while they are read, as JSON or as CSV: a plan of any length passes in constant memory."""

import csv
import json
from codecs import BOM_UTF8
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO

from gdflow.report.open_fields import RATIO, Field, Value, as_json
from gdflow.services.api_table import NUMBER, ApiRow, ApiTable

SEVERAL = "; "
DECIMAL = frozenset({NUMBER, RATIO})


@dataclass(frozen=True, slots=True)
class CsvForm:
    """How a CSV is written. local: what makes of a moment the entity's own clock, None to keep it in UTC."""

    delimiter: str = ","
    decimal: str = "."
    local: Callable[[datetime], datetime] | None = None


def excel_form(local: Callable[[datetime], datetime]) -> CsvForm:
    """What Excel opens by a double click in Colombia: semicolons, decimal commas, and moments without a zone."""
    return CsvForm(";", ",", local)


def write_json(out: BinaryIO, table: ApiTable, rows: Iterable[ApiRow]) -> None:
    """The rows as one JSON object, under the table's name."""
    out.write(f'{{"{table.name}": ['.encode())
    for number, row in enumerate(rows):
        told = {field.name: _json(row[field.name]) for field in table.fields}
        out.write(((",\n" if number else "\n") + json.dumps(told, ensure_ascii=False)).encode())
    out.write(b"\n]}\n")


def write_csv(out: BinaryIO, table: ApiTable, rows: Iterable[ApiRow], form: CsvForm) -> None:
    """The rows as CSV as open data are written: RFC 4180, with a byte order mark, and no text becomes a formula."""
    out.write(BOM_UTF8)
    writer = csv.writer(_Encoded(out), delimiter=form.delimiter)
    writer.writerow(name for field in table.fields for name in columns_of(field))
    for row in rows:
        writer.writerow(cell for field in table.fields for cell in _cells(field, row[field.name], form))


def columns_of(field: Field) -> tuple[str, ...]:
    """The columns that a field takes in CSV: an exact share also has its two whole numbers."""
    name = field.name
    return (name, f"{name}_numerator", f"{name}_denominator") if field.kind == RATIO else (name,)


@dataclass(frozen=True, slots=True)
class _Encoded:
    """A stream of text above one of bytes."""

    out: BinaryIO

    def write(self, text: str) -> int:
        return self.out.write(text.encode())


def _json(value: Value | tuple[str, ...]) -> object:
    return [as_json(each) for each in value] if isinstance(value, tuple) else as_json(value)


def _cells(field: Field, value: Value | tuple[str, ...], form: CsvForm) -> Iterator[str]:
    if isinstance(value, tuple):
        value = SEVERAL.join(value)
    if isinstance(value, datetime) and form.local is not None:
        yield f"{form.local(value):%Y-%m-%d %H:%M:%S}"
        return
    for cell in field.cells(value):
        yield cell.replace(".", form.decimal) if field.kind in DECIMAL else cell
