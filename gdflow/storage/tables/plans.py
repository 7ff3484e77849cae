"""Entities, their plans, the headings and lines of a plan, and what was doubted when it was read."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKeyConstraint, Index, UniqueConstraint
from sqlmodel import Field

from gdflow.domain.periods import PeriodKind
from gdflow.domain.plan import Accumulation, PdcaStage, PlanKind, Severity, TargetUnit
from gdflow.domain.reviews import ReviewMode
from gdflow.storage.tables.base import (
    Owned,
    Row,
    amount,
    check,
    filled,
    json,
    moment,
    one_of,
    table_of,
    text,
    word,
)


class EntityRow(Row, table=True):
    """A public entity, the head of its chain of events, and what it sets otherwise than its installation.

    hosted: whoever works for the whole database works for it too; else it has an installation of its own.
    """

    __tablename__ = "entity"
    __table_args__ = (UniqueConstraint("code"), *filled("code", "name"), check("events", "events >= 0"))
    id: int | None = Field(default=None, primary_key=True)
    code: str
    name: str
    nit: str | None
    events: int
    head: str
    settings: Any = json()
    hosted: bool


class PlanRow(Owned, table=True):
    """A plan; revision counts its imports."""

    __tablename__ = "plan"
    __table_args__ = (
        UniqueConstraint("entity_id", "code"),
        *filled("code", "source"),
        one_of("kind", PlanKind),
        one_of("period_kind", PeriodKind),
        check("revision", "revision >= 1"),
        check("sha256", "length(source_sha256) = 64"),
        one_of("review", ReviewMode),
    )
    code: str
    title: str | None = text()
    kind: PlanKind = word(PlanKind)
    period_kind: PeriodKind = word(PeriodKind)
    year: int | None
    sheet: str
    source: str
    source_sha256: str
    header_row: int | None
    columns: Any = json()
    revision: int
    imported_at: datetime = moment()
    review: ReviewMode = word(ReviewMode)


class NodeRow(Owned, table=True):
    """A heading above lines. position numbers the headings of a plan; path holds the titles from the outermost."""

    __tablename__ = "node"
    __table_args__ = (
        UniqueConstraint("plan_id", "position"),
        ForeignKeyConstraint(["plan_id", "parent"], ["node.plan_id", "node.position"]),
        check("parent", "parent IS NULL OR parent < position"),
    )
    plan_id: int = Field(foreign_key="plan.id")
    position: int
    parent: int | None
    title: str
    path: Any = json()


class LineRow(Owned, table=True):
    """A tracked line; node is the position of the heading above it. gone_at: it left the plan at a re-import."""

    __tablename__ = "line"
    __table_args__ = (
        UniqueConstraint("uid"),
        ForeignKeyConstraint(["plan_id", "node"], ["node.plan_id", "node.position"]),
        Index("ix_line_plan_id_position", "plan_id", "position"),
        one_of("target_unit", TargetUnit),
        one_of("accumulation", Accumulation),
        one_of("stage", PdcaStage),
        check("place", "position >= 0 AND row >= 1"),
        check("weight", "weight >= 0"),
        check("implied", "NOT target_implied OR target IS NOT NULL"),
    )
    plan_id: int = Field(foreign_key="plan.id")
    uid: str
    position: int
    sheet: str
    row: int
    number: str | None
    activity: str | None = text()
    deliverable: str | None = text()
    indicator: str | None = text()
    start_on: date | None
    due_on: date | None
    due_confirmed: bool
    target: Any = amount()
    target_unit: TargetUnit | None = word(TargetUnit, null=True)
    target_implied: bool
    target_text: str | None = text()
    accumulation: Accumulation = word(Accumulation)
    baseline: Any = amount()
    weight: Any = amount()
    unit: str | None = text()
    item: str | None = text()
    node: int | None
    stage: PdcaStage | None = word(PdcaStage, null=True)
    programmed: Any = json()
    texts: Any = json()
    result_cells: Any = json()
    gone_at: datetime | None = moment(null=True)


class IssueRow(Owned, table=True):
    """A change or doubt of one import of a plan."""

    __tablename__ = "import_issue"
    __table_args__ = (
        UniqueConstraint("plan_id", "revision", "position"),
        one_of("severity", Severity),
        *filled("code", "message"),
    )
    plan_id: int = Field(foreign_key="plan.id")
    revision: int
    position: int
    sheet: str
    row: int | None
    cell: str | None
    code: str
    severity: Severity = word(Severity)
    raw: str | None = text()
    proposal: str | None = text()
    message: str | None = text()


class PeriodRow(Owned, table=True):
    """A period that was opened for a plan."""

    __tablename__ = "period"
    __table_args__ = (
        UniqueConstraint("plan_id", "key"),
        Index("ix_period_entity_id", "entity_id"),
        *filled("key"),
        one_of("kind", PeriodKind),
        check("dates", "start_on <= end_on AND end_on <= report_by AND report_by <= closes_on"),
    )
    plan_id: int = Field(foreign_key="plan.id")
    key: str
    kind: PeriodKind = word(PeriodKind)
    start_on: date
    end_on: date
    report_by: date
    closes_on: date
    opened_at: datetime = moment()


entity, plan, node, line = table_of(EntityRow), table_of(PlanRow), table_of(NodeRow), table_of(LineRow)
issue, period = table_of(IssueRow), table_of(PeriodRow)
