"""What a backup says of itself: its manifest names every part by its sha256, and so do the doors that check it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

FORMAT = 1
"""Of the file. A reader refuses any other: it would not know what it leaves out."""


class Store(StrEnum):
    """Where bytes rest that rows refer to; also the folder of a backup that holds them."""

    OBJECTS = "objects"
    EVIDENCE = "evidence"


class ColumnKind(StrEnum):
    """How a column's values are written, the same for both databases."""

    INTEGER = "integer"
    TEXT = "text"
    FLAG = "flag"
    DATE = "date"
    MOMENT = "moment"
    BYTES = "bytes"


@dataclass(frozen=True, slots=True)
class Reference:
    """Bytes that a row refers to. kind, facts: what row it is, for whoever has to find them again."""

    store: Store
    sha256: str
    kind: str
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A member of the file. name: its path, "objects/ab/ab…"; sha256, size: of its bytes."""

    name: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class TablePart:
    """A table's rows, in the member database/NAME.copy. columns: with their kinds, in the order of the values."""

    name: str
    columns: tuple[tuple[str, ColumnKind], ...]
    rows: int


@dataclass(frozen=True, slots=True)
class KeptEntity:
    """An entity and the end of its chain of events."""

    code: str
    name: str
    events: int
    head: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """Everything in a backup, and from what it was made. revision: of the database's schema.

    made_at: whatever was acknowledged before is in it. entity: the code of the one whose folder was copied; a database
    may hold others. absent: bytes that the installation had lost by then. left_out: files that may hold keys.
    """

    format: int
    release: str
    revision: str
    database: str
    made_at: datetime
    entity: str
    entities: tuple[KeptEntity, ...]
    tables: tuple[TablePart, ...]
    parts: tuple[Part, ...]
    absent: tuple[Reference, ...]
    left_out: tuple[str, ...]

    def count(self, folder: str) -> int:
        """How many parts lie under a folder."""
        return sum(part.name.startswith(f"{folder}/") for part in self.parts)


def object_name(store: Store, sha256: str) -> str:
    """Where the bytes of a reference lie in the file."""
    return f"{store.value}/{sha256[:2]}/{sha256}"


def table_name(table: str) -> str:
    """Where the rows of a table lie in the file."""
    return f"database/{table}.copy"
