"""The fields of open data: their types as Frictionless names them, and their values as CSV and as JSON.

CSV is RFC 4180 (commas, CRLF) in UTF-8 with a byte order mark, without which Excel takes accents for something else.
What people typed never becomes a formula: see `guarded`. E-mail addresses in it are not published.
"""

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction
from io import StringIO
from typing import Any

from gdflow.domain.canonical import decimal_text
from gdflow.report.web_markup import readable
from gdflow.spanish.numbers import rounded

Value = str | bool | int | Decimal | Fraction | date | datetime | None
Row = Mapping[str, Value]

PLACES = 6
MASKED = "[correo]"
ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
# Where a spreadsheet begins a cell: at the text's own begin and, should it take semicolons or line breaks for borders
# of cells, as Excel does in Spanish, behind each of these.
BEGINS = re.compile(r"(^|[;\t\n])([ \u00a0\"]*)(?='*[=+\-@＝＋－＠])")
GUARDED = re.compile(r"(^|[;\t\n])([ \u00a0\"]*)'(?='*[=+\-@＝＋－＠])")
RATIO = "ratio"
NUMERATOR, DENOMINATOR = "_numerador", "_denominador"


@dataclass(frozen=True, slots=True)
class Field:
    """A column. kind: a type of Frictionless, or RATIO: an exact share, in CSV also as its two whole numbers."""

    name: str
    kind: str
    description: str
    required: bool = False
    words: tuple[str, ...] = ()
    least: int | None = None

    def schema(self) -> Iterator[dict[str, Any]]:
        """The columns that it takes in CSV, as a table schema describes them."""
        if self.kind != RATIO:
            yield {"name": self.name, "type": self.kind, "description": self.description, **self._constraints()}
            return
        yield {"name": self.name, "type": "number", "description": f"{self.description} Con {PLACES} decimales."}
        for part, said in ((NUMERATOR, "Numerador"), (DENOMINATOR, "Denominador")):
            yield {"name": f"{self.name}{part}", "type": "integer", "description": f"{said} exacto de «{self.name}»."}

    def _constraints(self) -> dict[str, Any]:
        found = {"required": self.required or None, "enum": list(self.words) or None, "minimum": self.least}
        kept = {name: value for name, value in found.items() if value is not None}
        return {"constraints": kept} if kept else {}

    def cells(self, value: Value) -> Iterator[str]:
        """The value as it stands in CSV, a cell for each column."""
        if self.kind != RATIO:
            yield _cell(value)
        elif isinstance(value, Fraction):
            yield decimal_text(rounded(value, PLACES))
            yield from map(str, value.as_integer_ratio())
        else:
            yield from ("", "", "")


@dataclass(frozen=True, slots=True)
class Resource:
    """A table. key: the fields that name a row; refers: a field and the table and field that it names a row of."""

    name: str
    title: str
    description: str
    fields: tuple[Field, ...]
    key: tuple[str, ...]
    rows: Callable[[Any], Iterable[Row]]
    refers: tuple[str, str, str] | None = None

    @property
    def path(self) -> str:
        """The file in which it stands."""
        return f"{self.name}.csv"


PLAN = Field("plan", "string", "Código del plan.", required=True)
LINE = Field("linea", "string", "Identificador estable de la línea.", required=True)
PERIOD = Field("periodo", "string", "Período: 2023-Q2 es el segundo trimestre de 2023.", required=True)
TEAM = Field("equipo", "string", "Equipo responsable.", required=True)
DUE_ON = Field("reporte_hasta", "date", "Último día para reportar a tiempo.")
CLOSES_ON = Field("cierra_el", "date", "Día en que se cierra.")


def as_csv(resource: Resource, rows: Sequence[Row]) -> bytes:
    """The table as a file."""
    buffer = StringIO()
    writer = csv.writer(buffer)
    writer.writerow(column["name"] for field in resource.fields for column in field.schema())
    for row in rows:
        writer.writerow(cell for field in resource.fields for cell in field.cells(row[field.name]))
    return buffer.getvalue().encode("utf-8-sig")


def as_json(value: Value) -> str | bool | int | None:
    """A value as the public JSON has it: decimals and exact ratios as text."""
    if isinstance(value, str):
        return published(value) or None
    if value is None or isinstance(value, bool | int):
        return value
    return str(value) if isinstance(value, Fraction) else _written(value)


def published(text: str) -> str:
    """People's text as it is published: without control characters, and without e-mail addresses."""
    return ADDRESS.sub(MASKED, readable(text)) if "@" in text else readable(text)


def guarded(text: str) -> str:
    """The text with an apostrophe before every sign that would begin a formula in a cell."""
    return BEGINS.sub(r"\1\2'", text)


def unguarded(text: str) -> str:
    """The text as it was before `guarded`."""
    return GUARDED.sub(r"\1\2", text)


def _cell(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return guarded(published(value))
    return str(value) if isinstance(value, int | Fraction) else _written(value)


def _written(value: Decimal | date) -> str:
    if isinstance(value, Decimal):
        return decimal_text(value)
    return f"{value.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}" if isinstance(value, datetime) else value.isoformat()
