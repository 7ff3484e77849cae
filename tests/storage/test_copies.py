"""Rows leave one database as text and enter another, of either kind, as they were; all of them or none."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.engine import Engine

from gdflow.domain.backups import ColumnKind, TablePart
from gdflow.domain.errors import ConfigError, ConflictError, InputError
from gdflow.storage import entities
from gdflow.storage.copy_text import NULL, columns_of, read_line, sqlite_line
from gdflow.storage.engine import make_engine, reading, writing
from gdflow.storage.filled import filled, usable
from gdflow.storage.frozen import frozen, rows_of, tables
from gdflow.storage.migrations import HEAD, migrate, revision_of
from gdflow.storage.references import REFERRING
from gdflow.storage.tables import METADATA
from tests.storage.conftest import BOTH
from tests.storage.releases import Rows, laid
from tests.storage.releases import rows_of as rows_in
from tests.support.postgres import Cluster

# Hashes of what is no file: a key, or the text beside it.
NO_FILES = {"closing.sha256", *(f"{table}.token_sha256" for table in METADATA.tables)}
New = Callable[[str], Engine]


@pytest.fixture
def new(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[New]:
    """Makes engines on databases in which nothing is, by their kind."""
    made: list[Engine] = []

    def engine(kind: str) -> Engine:
        url = f"sqlite:///{tmp_path / f'{len(made)}.sqlite3'}"
        if kind == "postgresql":
            cluster: Cluster = request.getfixturevalue("postgres")
            url = cluster.url(cluster.new_database())
        made.append(make_engine(url))
        return made[-1]

    yield engine
    for each in made:
        each.dispose()


def lived(engine: Engine, folder: Path) -> Engine:
    """The database of an earlier release, brought up: it has rows in most tables."""
    laid("0004", folder / "home", engine.url.set(drivername=engine.dialect.name).render_as_string())
    migrate(engine)
    return engine


def copied(engine: Engine, folder: Path) -> tuple[tuple[TablePart, ...], dict[str, bytes]]:
    """All rows as text, and what tables they are of."""
    with reading(engine) as session, frozen(session, folder) as state:
        rows = {table.name: b"".join(rows_of(state, table)) for table in tables()}
    parts = (TablePart(each.name, columns_of(each), rows[each.name].count(b"\n")) for each in tables())
    return tuple(parts), rows


def fill(engine: Engine, parts: tuple[TablePart, ...], rows: dict[str, bytes]) -> None:
    with filled(engine, HEAD, parts, lambda table: BytesIO(rows[table])):
        pass


def plain(rows: Rows) -> Rows:
    """Moments without their zone, as SQLite gives them; the tables by their name."""

    def value(each: Any) -> Any:
        return each.astimezone(UTC).replace(tzinfo=None) if isinstance(each, datetime) and each.tzinfo else each

    return {name: [{key: value(each) for key, each in row.items()} for row in rows[name]] for name in sorted(rows)}


@pytest.mark.parametrize("target", BOTH)
@pytest.mark.parametrize("source", BOTH)
def test_what_leaves_one_database_enters_another_of_either_kind(
    new: New, tmp_path: Path, source: str, target: str
) -> None:
    old, other = lived(new(source), tmp_path), new(target)
    parts, rows = copied(old, tmp_path)
    fill(other, parts, rows)
    assert revision_of(other) == HEAD
    assert plain(rows_in(other)) == plain(rows_in(old))
    assert len([name for name, its in rows.items() if its]) > 15


@pytest.mark.parametrize("kind", BOTH)
def test_the_next_row_takes_the_next_id(new: New, tmp_path: Path, kind: str) -> None:
    parts, rows = copied(lived(new(kind), tmp_path), tmp_path)
    other = new(kind)
    fill(other, parts, rows)
    with writing(other) as session:
        assert entities.ensure_entity(session, "otra", "Otra") == 2


@pytest.mark.parametrize("kind", BOTH)
def test_what_others_write_meanwhile_is_not_in_it(new: New, tmp_path: Path, kind: str) -> None:
    engine = lived(new(kind), tmp_path)
    with reading(engine) as session, frozen(session, tmp_path) as state:
        next(rows_of(state, METADATA.tables["entity"]))
        with writing(engine) as other:
            entities.ensure_entity(other, "otra", "Otra")
        assert b"otra" not in b"".join(rows_of(state, METADATA.tables["entity"]))


@pytest.mark.parametrize("kind", BOTH)
def test_a_database_with_tables_is_refused(new: New, tmp_path: Path, kind: str) -> None:
    engine = lived(new(kind), tmp_path)
    before = rows_in(engine)
    with pytest.raises(ConflictError, match="database_not_empty"):
        fill(engine, *copied(engine, tmp_path))
    assert rows_in(engine) == before


def changed(name: str, change: Callable[[bytes], bytes]) -> Callable[[dict[str, bytes]], dict[str, bytes]]:
    return lambda rows: rows | {name: change(rows[name])}


@pytest.mark.parametrize(
    "change",
    [
        changed("line", lambda rows: rows + b"1\t2\n"),
        changed("line", lambda rows: rows.split(b"\n", 1)[1]),
        changed("team", lambda rows: rows + rows),
        changed("entity", lambda rows: b""),
        changed("notice", lambda rows: rows.replace(b"\tsent\t", b"\tlost\t")),
        changed("team", lambda rows: rows.replace(b"1\t", b"\xff\t", 1)),
    ],
    ids=["too few values", "a row less", "twice", "what others refer to", "a word not in the list", "no text"],
)
@pytest.mark.parametrize("kind", BOTH)
def test_rows_that_do_not_belong_there_leave_it_as_empty_as_it_was(
    new: New, tmp_path: Path, kind: str, change: Callable[[dict[str, bytes]], dict[str, bytes]]
) -> None:
    parts, rows = copied(lived(new(kind), tmp_path), tmp_path)
    other = new(kind)
    with pytest.raises((InputError, ConflictError), match=r"backup_rows|migration_orphans"):
        fill(other, parts, change(rows))
    assert rows_in(other) == {}


@pytest.mark.parametrize("kind", BOTH)
def test_a_table_too_many_or_too_few_is_refused(new: New, tmp_path: Path, kind: str) -> None:
    parts, rows = copied(lived(new(kind), tmp_path), tmp_path)
    strange = TablePart("strange", (("id", ColumnKind.INTEGER),), 0)
    for wrong in ((*parts, strange), parts[1:], (*parts, parts[0])):
        other = new(kind)
        with pytest.raises(InputError, match="backup_rows"):
            fill(other, wrong, rows | {"strange": b""})
        assert rows_in(other) == {}


def test_a_server_that_is_not_there_is_named(tmp_path: Path) -> None:
    engine = make_engine(f"postgresql://gdflow@/gdflow?host={tmp_path}")
    with pytest.raises(ConfigError, match="database_unusable"), usable(engine):
        revision_of(engine)


def test_a_copy_for_which_there_is_no_room_is_told(new: New, tmp_path: Path) -> None:
    engine = lived(new("sqlite"), tmp_path)
    (tmp_path / "copy.sqlite3").mkdir()
    with reading(engine) as session, pytest.raises(ConfigError, match="database_unusable"):
        frozen(session, tmp_path).__enter__()


@given(
    st.text(st.characters(exclude_characters="\0", codec="utf-8")),
    st.binary(max_size=50),
    st.integers(-(2**63), 2**63 - 1),
)
def test_any_value_survives_the_text(words: str, data: bytes, number: int) -> None:
    its = (("w", ColumnKind.TEXT), ("d", ColumnKind.BYTES), ("n", ColumnKind.INTEGER), ("f", ColumnKind.FLAG))
    with closing(sqlite3.connect(":memory:")) as file:
        file.execute("CREATE TABLE t (w TEXT, d BLOB, n INTEGER, f BOOLEAN)")
        file.execute("INSERT INTO t VALUES (?, ?, ?, ?), (NULL, NULL, NULL, NULL)", (words, data, number, True))
        full, empty = (row[0] for row in file.execute(f"SELECT {sqlite_line(its)} FROM t"))
    assert "\n" not in full
    assert read_line(full, its) == (words, data, number, 1)
    assert (empty, read_line(empty, its)) == ("\t".join([NULL] * 4), (None,) * 4)


def test_every_column_that_names_a_file_by_its_hash_is_known() -> None:
    hashes = {
        f"{table.name}.{column.name}"
        for table in METADATA.sorted_tables
        for column in table.c
        if column.name.endswith("sha256")
    }
    known = {str(found.selected_columns[0]) for _, _, found in REFERRING}
    assert hashes - NO_FILES == known


def test_the_promises_of_append_only_tables_come_with_them(new: New, tmp_path: Path) -> None:
    parts, rows = copied(lived(new("sqlite"), tmp_path), tmp_path)
    other = new("sqlite")
    fill(other, parts, rows)
    with writing(other) as session, pytest.raises(Exception, match="append-only"):
        session.connection().execute(text("DELETE FROM event"))
