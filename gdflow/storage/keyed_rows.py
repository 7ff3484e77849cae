"""Rows that are written many at a time, and whose ids are wanted: found again by another key of their own."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Table, insert
from sqlmodel import Session

from gdflow.storage.engine import execute, insert_or_skip

AT_ONCE = 200
"""Rows in one statement: some hold a whole mail."""


def insert_keyed(
    session: Session, table: Table, key: str, rows: Sequence[Mapping[str, Any]], *, skip: bool = False
) -> dict[Any, int]:
    """Insert rows in as few statements as can be, and return the ids of those that were new by their key.

    key: a column that tells the rows apart. skip: as in `insert_rows`.
    """
    if not rows:
        return {}
    statement = _skipping(insert_or_skip(session, table), key) if skip else _inserting(table, key)
    written: Any = execute(session, statement, rows).all()
    return dict(written)


@cache
def _skipping(statement: Any, key: str) -> Any:
    return _telling(statement, statement.table, key)


@cache
def _inserting(table: Table, key: str) -> Any:
    return _telling(insert(table), table, key)


def _telling(statement: Any, table: Table, key: str) -> Any:
    return statement.returning(table.c[key], table.c.id).execution_options(insertmanyvalues_page_size=AT_ONCE)
