"""Closed periods, those opened again, replanned lines, the reports that were written, and calendar feeds."""

from datetime import date, datetime

from sqlalchemy import DDL, Index, UniqueConstraint
from sqlalchemy.event import listen
from sqlmodel import Field

from gdflow.domain.amendments import AmendedField
from gdflow.domain.closing import ReopeningScope
from gdflow.storage.append_only import CLOSING_REFUSALS
from gdflow.storage.tables.base import Owned, check, filled, moment, one_of, partial, table_of, word
from gdflow.storage.tables.base import text as long_text


class ClosingRow(Owned, table=True):
    """A closing of a plan's period; it never changes. snapshot: the canonical text, packed; sha256: of the text.

    head, events: of the entity's chain of events once the closing was noted in it. missing: results missing at close.
    """

    __tablename__ = "closing"
    __table_args__ = (
        UniqueConstraint("plan_id", "period", "number"),
        Index("ix_closing_entity_id_closed_at", "entity_id", "closed_at"),
        *filled("period", "closed_by"),
        check("number", "number >= 1"),
        check("missing", "missing >= 0"),
        check("hashes", "length(sha256) = 64 AND length(head) = 64"),
    )
    plan_id: int = Field(foreign_key="plan.id")
    period: str
    number: int
    closed_at: datetime = moment()
    closed_by: str
    sha256: str
    snapshot: bytes
    events: int
    head: str
    missing: int


class ReopeningRow(Owned, table=True):
    """A closed period that takes answers again for some lines up to a day; open while ended_at is null."""

    __tablename__ = "reopening"
    __table_args__ = (
        Index("ix_reopening_plan_id_period", "plan_id", "period"),
        partial("ix_reopening_open", "entity_id", "until", where="ended_at IS NULL"),
        one_of("scope", ReopeningScope),
        *filled("period", "author", "reason"),
        check("team", "(scope = 'team') = (team_id IS NOT NULL)"),
        check("line", "(scope = 'line') = (line_id IS NOT NULL)"),
        check("ended", "(ended_at IS NULL) = (ended_by IS NULL)"),
    )
    plan_id: int = Field(foreign_key="plan.id")
    period: str
    closing_id: int = Field(foreign_key="closing.id")
    scope: ReopeningScope = word(ReopeningScope)
    team_id: int | None = Field(foreign_key="team.id")
    line_id: int | None = Field(foreign_key="line.id")
    author: str
    reason: str
    opened_at: datetime = moment()
    until: date
    ended_at: datetime | None = moment(null=True)
    ended_by: str | None


class AmendmentRow(Owned, table=True):
    """A change of a line's due date, target or team from a day on, by an act. before and after rest as text."""

    __tablename__ = "amendment"
    __table_args__ = (
        Index("ix_amendment_line_id", "line_id"),
        partial("ix_amendment_to_come", "entity_id", "effective_on", where="applied_at IS NULL AND undone_at IS NULL"),
        one_of("field", AmendedField),
        *filled("after", "act", "reason", "author"),
        check("undone", "(undone_at IS NULL) = (undone_by IS NULL)"),
    )
    plan_id: int = Field(foreign_key="plan.id")
    line_id: int = Field(foreign_key="line.id")
    field: AmendedField = word(AmendedField)
    before: str | None
    after: str
    effective_on: date
    act: str
    reason: str
    author: str
    decided_at: datetime = moment()
    applied_at: datetime | None = moment(null=True)
    undone_at: datetime | None = moment(null=True)
    undone_by: str | None


class ReportRow(Owned, table=True):
    """A report that was written from a closing; its bytes rest in the object store."""

    __tablename__ = "report"
    __table_args__ = (
        UniqueConstraint("closing_id", "name"),
        *filled("name", "media_type"),
        check("sha256", "length(sha256) = 64"),
        check("size", "size >= 0"),
    )
    closing_id: int = Field(foreign_key="closing.id")
    name: str
    media_type: str
    sha256: str
    size: int
    written_at: datetime = moment()
    warning: str | None = long_text()


class CalendarFeedRow(Owned, table=True):
    """An address by which a calendar reads due dates: a team's, or the entity's; only its token's hash is kept."""

    __tablename__ = "calendar_feed"
    __table_args__ = (
        UniqueConstraint("token_sha256"),
        *filled("created_by"),
        check("token", "length(token_sha256) = 64"),
        check("revoked", "(revoked_at IS NULL) = (revoked_by IS NULL)"),
    )
    team_id: int | None = Field(foreign_key="team.id")
    token_sha256: str
    created_at: datetime = moment()
    created_by: str
    revoked_at: datetime | None = moment(null=True)
    revoked_by: str | None


closing, reopening, amendment = table_of(ClosingRow), table_of(ReopeningRow), table_of(AmendmentRow)
report, calendar_feed = table_of(ReportRow), table_of(CalendarFeedRow)
for dialect, refusals in CLOSING_REFUSALS.items():
    for refusal in refusals:
        made = DDL(refusal)  # type: ignore[no-untyped-call]  # the library leaves its constructor without types
        listen(closing, "after_create", made.execute_if(dialect=dialect))
