"""Which reports of a closing were written; their bytes rest in the object store."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, bindparam, select
from sqlmodel import Session

from gdflow.storage.engine import execute, insert_or_skip
from gdflow.storage.tables import report


@dataclass(frozen=True, slots=True)
class WrittenReport:
    """A report of a closing as it was written. name: in the set of a closing. warning: what a person should check."""

    closing_id: int
    name: str
    media_type: str
    sha256: str
    size: int
    written_at: datetime
    warning: str | None = None


NAMES = ("closing_id", "name", "media_type", "sha256", "size", "written_at", "warning")
WRITTEN: Select[Any] = select(*(report.c[name] for name in NAMES)).order_by(report.c.closing_id, report.c.id)
OF_CLOSING = WRITTEN.where(report.c.closing_id == bindparam("of_closing"))
OF_ENTITY = WRITTEN.where(report.c.entity_id == bindparam("of_entity"))


def record_report(session: Session, entity_id: int, written: WrittenReport) -> bool:
    """Note a report of a closing; False when it was noted before: then the one of before stays."""
    row = {name: getattr(written, name) for name in NAMES} | {"entity_id": entity_id}
    return execute(session, insert_or_skip(session, report), row).rowcount == 1


def reports_of_closing(session: Session, closing_id: int) -> tuple[WrittenReport, ...]:
    """The reports of a closing, in the order in which they were written."""
    return _written(execute(session, OF_CLOSING, {"of_closing": closing_id}))


def reports_of_entity(session: Session, entity_id: int) -> dict[int, tuple[WrittenReport, ...]]:
    """The reports of all closings of an entity, by closing."""
    found: dict[int, list[WrittenReport]] = {}
    for each in _written(execute(session, OF_ENTITY, {"of_entity": entity_id})):
        found.setdefault(each.closing_id, []).append(each)
    return {closing: tuple(reports) for closing, reports in found.items()}


def _written(rows: Iterable[Any]) -> tuple[WrittenReport, ...]:
    return tuple(WrittenReport(*row) for row in rows)
