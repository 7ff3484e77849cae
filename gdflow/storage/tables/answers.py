"""How teams answer: their links, the mails that came in, the evidence, and what reviewers said."""

from datetime import date, datetime

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field

from gdflow.domain.inbound import InboundState
from gdflow.domain.reviews import Verdict
from gdflow.storage.tables.base import Owned, check, filled, moment, one_of, or_empty, table_of, word
from gdflow.storage.tables.base import text as long_text


class TeamLinkRow(Owned, table=True):
    """A link by which a team answers for a period; only the hash of its token is kept."""

    __tablename__ = "team_link"
    __table_args__ = (
        UniqueConstraint("token_sha256"),
        Index("ix_team_link_team_id", "team_id", "period"),
        *filled("period"),
        check("token", "length(token_sha256) = 64"),
        check("dates", "created_at < expires_at"),
        check("revoked", "(revoked_at IS NULL) = (revoked_by IS NULL)"),
    )
    team_id: int = Field(foreign_key="team.id")
    period: str
    token_sha256: str
    created_at: datetime = moment()
    expires_at: datetime = moment()
    revoked_at: datetime | None = moment(null=True)
    revoked_by: str | None


class InboundMailRow(Owned, table=True):
    """A mail that came in; the same Message-ID is the same mail."""

    __tablename__ = "inbound_mail"
    __table_args__ = (
        UniqueConstraint("entity_id", "message_id"),
        Index("ix_inbound_mail_entity_id_state", "entity_id", "state"),
        one_of("state", InboundState),
        *filled("message_id"),
        check("sha256", "length(sha256) = 64"),
        check("reason", "state = 'taken' OR code IS NOT NULL"),
    )
    message_id: str
    sha256: str
    sender: str
    subject: str
    received_at: datetime = moment()
    state: InboundState = word(InboundState)
    team_id: int | None = Field(foreign_key="team.id")
    period: str | None = or_empty()
    code: str | None
    message: str | None = long_text()
    accepted_by: str | None


class AnnexRow(Owned, table=True):
    """A file or a link that backs a figure, numbered within plan and period; taken back, it keeps its number."""

    __tablename__ = "annex"
    __table_args__ = (
        UniqueConstraint("plan_id", "period", "number"),
        Index("ix_annex_line_id", "line_id", "period"),
        Index("ix_annex_sha256", "sha256"),
        *filled("period", "name", "added_by"),
        check("one", "(sha256 IS NULL) <> (link IS NULL)"),
        check("file", "(sha256 IS NULL) = (size IS NULL) AND (sha256 IS NULL) = (media_type IS NULL)"),
        check("number", "number >= 1"),
        check("checked", "(alive IS NULL) = (checked_at IS NULL)"),
        check("dead", "dead_since IS NULL OR NOT alive"),
    )
    plan_id: int = Field(foreign_key="plan.id")
    line_id: int = Field(foreign_key="line.id")
    period: str
    number: int
    sha256: str | None
    name: str
    size: int | None
    media_type: str | None
    link: str | None = long_text()
    dated_on: date | None
    added_at: datetime = moment()
    added_by: str
    removed_at: datetime | None = moment(null=True)
    checked_at: datetime | None = moment(null=True)
    alive: bool | None
    dead_since: datetime | None = moment(null=True)
    scanned_at: datetime | None = moment(null=True)


class ReviewRow(Owned, table=True):
    """What a reviewer said of a result; the newest row of a result counts."""

    __tablename__ = "review"
    __table_args__ = (
        Index("ix_review_result_id", "result_id"),
        one_of("verdict", Verdict),
        *filled("reviewer"),
        check("note", "verdict <> 'returned' OR note IS NOT NULL"),
    )
    result_id: int = Field(foreign_key="result.id")
    verdict: Verdict = word(Verdict)
    note: str | None = long_text()
    reviewer: str
    at: datetime = moment()


team_link, inbound_mail = table_of(TeamLinkRow), table_of(InboundMailRow)
annex, review = table_of(AnnexRow), table_of(ReviewRow)
