"""Rows as text that both databases can write and read: the form of PostgreSQL's COPY.

A row is a line, its values stand between tabs, \\N is null, and a backslash announces what a line cannot hold. With it
goes what the two databases write differently: moments bear +00, flags are t or f, bytes are hexadecimal.
"""

import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Boolean, Date, DateTime, Integer, LargeBinary, String, Table, TypeDecorator
from sqlalchemy.types import TypeEngine

from gdflow.domain.backups import ColumnKind

NULL = "\\N"
KINDS: Mapping[type[TypeEngine[Any]], ColumnKind] = {
    LargeBinary: ColumnKind.BYTES,
    Boolean: ColumnKind.FLAG,
    DateTime: ColumnKind.MOMENT,
    Date: ColumnKind.DATE,
    Integer: ColumnKind.INTEGER,
    String: ColumnKind.TEXT,
}
ESCAPED = re.compile(r"\\(.)")
SIGNS = {"t": "\t", "n": "\n", "r": "\r", "b": "\b", "f": "\f", "v": "\v"}


def columns_of(table: Table) -> tuple[tuple[str, ColumnKind], ...]:
    """The columns of a table in their order, each with its kind."""
    return tuple((column.name, _kind(column.type)) for column in table.columns)


def _kind(declared: TypeEngine[Any]) -> ColumnKind:
    plain = declared.impl_instance if isinstance(declared, TypeDecorator) else declared
    return next(kind for known, kind in KINDS.items() if isinstance(plain, known))


_ESCAPING = "replace(replace(replace(replace({0}, '\\', '\\\\'), char(9), '\\t'), char(10), '\\n'), char(13), '\\r')"
WRITTEN_BY_SQLITE: Mapping[ColumnKind, str] = {
    ColumnKind.INTEGER: "CAST({0} AS TEXT)",
    ColumnKind.TEXT: _ESCAPING,
    ColumnKind.FLAG: "CASE {0} WHEN 1 THEN 't' WHEN 0 THEN 'f' END",
    ColumnKind.DATE: "{0}",
    ColumnKind.MOMENT: "{0} || '+00'",
    ColumnKind.BYTES: "CASE WHEN {0} IS NOT NULL THEN '\\\\x' || lower(hex({0})) END",
}
"""A column's value as an expression of SQLite, null where it is null."""


def sqlite_line(columns: tuple[tuple[str, ColumnKind], ...]) -> str:
    """The expression by which SQLite itself writes a row: a tenth of the time that Python needs."""
    quoted = ((f'"{name}"', kind) for name, kind in columns)
    values = (f"coalesce({WRITTEN_BY_SQLITE[kind].format(name)}, '{NULL}')" for name, kind in quoted)
    return " || char(9) || ".join(values)


def _text(text: str) -> str:
    return ESCAPED.sub(lambda found: SIGNS.get(found[1], found[1]), text) if "\\" in text else text


def _moment(text: str) -> str:
    """As SQLAlchemy keeps it in SQLite."""
    return datetime.fromisoformat(text).astimezone(UTC).replace(tzinfo=None).isoformat(" ", "microseconds")


READ_FOR_SQLITE: Mapping[ColumnKind, Callable[[str], object]] = {
    ColumnKind.INTEGER: int,
    ColumnKind.TEXT: _text,
    ColumnKind.FLAG: "ft".index,
    ColumnKind.DATE: str,
    ColumnKind.MOMENT: _moment,
    ColumnKind.BYTES: lambda text: bytes.fromhex(text.removeprefix("\\\\x")),
}


def read_line(line: str, columns: tuple[tuple[str, ColumnKind], ...]) -> tuple[object, ...]:
    """A row as SQLite takes it. Raises ValueError for a line that is none of these columns."""
    pairs = zip(line.split("\t"), columns, strict=True)
    return tuple(None if text == NULL else READ_FOR_SQLITE[kind](text) for text, (_, kind) in pairs)
