"""Forms given out, files received, figures in force and their evidence, and the chain of events."""

from datetime import datetime
from typing import Any

from sqlalchemy import DDL, ForeignKeyConstraint, Index, UniqueConstraint
from sqlalchemy.event import listen
from sqlmodel import Field

from gdflow.domain.lines import ResultSource
from gdflow.domain.receipts import ReceiptSource, ReceiptState
from gdflow.storage.append_only import REFUSALS
from gdflow.storage.tables.base import (
    Owned,
    amount,
    check,
    filled,
    json,
    moment,
    one_of,
    or_empty,
    partial,
    table_of,
    word,
)
from gdflow.storage.tables.base import text as long_text


class FormIssueRow(Owned, table=True):
    """A form given to a team; only the hash of its token is kept."""

    __tablename__ = "form_issue"
    __table_args__ = (
        UniqueConstraint("token_sha256"),
        *filled("period"),
        check("token", "length(token_sha256) = 64"),
    )
    team_id: int = Field(foreign_key="team.id")
    period: str
    token_sha256: str
    plan_ids: Any = json()
    issued_at: datetime = moment()


class ReceiptRow(Owned, table=True):
    """A received file. The same bytes from the same team for the same period are one receipt."""

    __tablename__ = "receipt"
    __table_args__ = (
        UniqueConstraint("entity_id", "number"),
        UniqueConstraint(*("entity_id", "team_id", "period", "sha256"), info={"postgresql_nulls_not_distinct": True}),
        one_of("state", ReceiptState),
        *filled("number", "name"),
        check("size", "size >= 0"),
        check("sha256", "length(sha256) = 64"),
        check("reason", "(state = 'quarantined') = (code IS NOT NULL)"),
        one_of("source", ReceiptSource),
        check("tries", "tries >= 0"),
        # What was acknowledged and not read yet: few rows at any moment.
        partial("ix_receipt_unread", "entity_id", "id", where="state = 'received'"),
    )
    number: str
    team_id: int | None = Field(foreign_key="team.id")
    period: str | None = or_empty()
    sha256: str
    name: str
    size: int
    received_at: datetime = moment()
    state: ReceiptState = word(ReceiptState)
    code: str | None
    message: str | None = long_text()
    source: ReceiptSource = word(ReceiptSource)
    sender: str | None
    tries: int
    inbound_id: int | None = Field(foreign_key="inbound_mail.id")


class ResultRow(Owned, table=True):
    """A reported figure; a correction is a new row that takes its place, the old one stays."""

    __tablename__ = "result"
    __table_args__ = (
        ForeignKeyConstraint(["entity_id", "receipt"], ["receipt.entity_id", "receipt.number"]),
        Index("ix_result_line_id", "line_id"),
        partial(
            "ix_result_in_force",
            *("plan_id", "line_id", "period"),
            where="in_force = 1",
            postgresql="in_force",
            unique=True,
        ),
        one_of("source", ResultSource),
        *filled("period", "zero_reason"),
        check("zero", "zero_reason IS NULL OR value = 0"),
    )
    plan_id: int = Field(foreign_key="plan.id")
    line_id: int = Field(foreign_key="line.id")
    period: str
    value: Any = amount(null=False)
    narrative: str | None = long_text()
    zero_reason: str | None = long_text()
    source: ResultSource = word(ResultSource)
    reported_at: datetime = moment()
    receipt: str | None
    in_force: bool
    supersedes: int | None = Field(foreign_key="result.id")


class EvidenceRow(Owned, table=True):
    """What backs a result, as the team stated it."""

    __tablename__ = "evidence"
    __table_args__ = (UniqueConstraint("result_id"), *filled("stated"))
    result_id: int = Field(foreign_key="result.id")
    stated: str | None = long_text()


class EventRow(Owned, table=True):
    """Something that happened; each row holds the hash of the one before."""

    __tablename__ = "event"
    __table_args__ = (
        UniqueConstraint("entity_id", "sequence"),
        Index("ix_event_entity_id_subject", "entity_id", "subject"),
        *filled("kind", "subject", "actor"),
        check("sequence", "sequence >= 1"),
        check("hashes", "length(previous) = 64 AND length(hash) = 64"),
    )
    sequence: int
    kind: str
    subject: str
    facts: str
    actor: str
    at: datetime = moment()
    previous: str
    hash: str


form_issue, receipt, result = table_of(FormIssueRow), table_of(ReceiptRow), table_of(ResultRow)
evidence, event = table_of(EvidenceRow), table_of(EventRow)
for dialect, refusals in REFUSALS.items():
    for refusal in refusals:
        made = DDL(refusal)  # type: ignore[no-untyped-call]  # the library leaves its constructor without types
        listen(event, "after_create", made.execute_if(dialect=dialect))
