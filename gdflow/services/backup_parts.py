"""The parts of a backup: the rows of one moment, the bytes that they refer to, and the configuration."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Protocol

from gdflow import failpoints
from gdflow.domain.backups import KeptEntity, Reference, Store, TablePart, object_name, table_name
from gdflow.domain.errors import NotFoundError
from gdflow.services.backup_config import config_files
from gdflow.services.backup_file import PIECE, BackupWriter
from gdflow.storage.copy_text import columns_of
from gdflow.storage.engine import Session
from gdflow.storage.frozen import Table, dialect_of, rows_of, tables
from gdflow.storage.references import code_of, kept_entities, references


class Bytes(Protocol):
    """Where bytes are found by their sha256."""

    def open(self, name: str) -> BinaryIO:
        """The bytes as a stream; NotFoundError when they are not here."""


@dataclass(frozen=True, slots=True)
class Rows:
    """What was written of a database: its tables, and what its rows refer to, each once. code: of our entity."""

    database: str
    code: str
    entities: tuple[KeptEntity, ...]
    tables: tuple[TablePart, ...]
    referred: tuple[Reference, ...]


def write_rows(writer: BackupWriter, session: Session, entity_id: int) -> Rows:
    """Write every table as the session sees it."""
    written = tuple(_write_table(writer, session, table) for table in tables())
    failpoints.reach("backup.rows")
    once = {(each.store, each.sha256): each for each in references(session)}
    known = (dialect_of(session), code_of(session, entity_id), kept_entities(session))
    return Rows(*known, written, tuple(once.values()))


def write_bytes(
    writer: BackupWriter, referred: Iterable[Reference], stores: Mapping[Store, Bytes]
) -> tuple[Reference, ...]:
    """Write what rows refer to; answers those whose bytes are not there, or are others by now."""
    return tuple(each for each in referred if not _write_object(writer, each, stores[each.store]))


def write_config(writer: BackupWriter, home: Path) -> tuple[str, ...]:
    """Write the configuration; answers the files that are left out, for they may hold keys."""
    left = []
    for place, ours in config_files(home):
        if ours:
            writer.add(place.as_posix(), [(home / place).read_bytes()], deflate=True)
        else:
            left.append(place.as_posix())
    return tuple(left)


def _write_table(writer: BackupWriter, session: Session, table: Table) -> TablePart:
    lines = 0

    def counted() -> Iterator[bytes]:
        nonlocal lines
        for piece in rows_of(session, table):
            lines += piece.count(b"\n")
            yield piece

    writer.add(table_name(table.name), counted(), deflate=True)
    return TablePart(table.name, columns_of(table), lines)


def _write_object(writer: BackupWriter, each: Reference, store: Bytes) -> bool:
    failpoints.reach("backup.mid")
    try:
        source = store.open(each.sha256)
    except NotFoundError:
        return False
    with source:
        pieces = iter(lambda: source.read(PIECE), b"")
        return writer.add(object_name(each.store, each.sha256), pieces, deflate=False).sha256 == each.sha256
