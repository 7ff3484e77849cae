"""Files of plans that wait for a person's word."""

from datetime import date, datetime
from typing import Any

from gdflow.domain.periods import PeriodKind
from gdflow.storage.tables.base import Owned, check, filled, json, moment, partial, table_of, word


class ImportDraftRow(Owned, table=True):
    """A plan's file that was read and waits; choices: what was decided of its lines; result: what came of it."""

    __tablename__ = "import_draft"
    __table_args__ = (
        partial("ix_import_draft_waiting", "entity_id", "id", where="ended_at IS NULL"),
        *filled("name", "created_by"),
        check("file", "length(sha256) = 64"),
        check("ended", "(ended_at IS NULL) = (ended_by IS NULL)"),
    )
    name: str
    sha256: str
    cut_off: date
    every: PeriodKind | None = word(PeriodKind, null=True)
    code: str | None
    choices: Any = json()
    created_at: datetime = moment()
    created_by: str
    ended_at: datetime | None = moment(null=True)
    ended_by: str | None
    result: Any = json()


import_draft = table_of(ImportDraftRow)
