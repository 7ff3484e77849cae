"""Entities, plans, headings, lines, doubts and periods, as the first revision makes them."""

import sqlalchemy as sa
from alembic import op

from gdflow.storage.migrations.first_tables.parts import (
    BIG,
    BOOLEAN,
    DATE,
    INTEGER,
    MOMENT,
    STRING,
    TEXT,
    columns,
    filled,
    one_of,
    owned,
    references,
)


def create() -> None:
    """Make these tables, in the order in which they refer to each other."""
    _entity()
    _plan()
    _node()
    _line()
    _import_issue()
    _period()


def _entity() -> None:
    op.create_table(
        "entity",
        sa.Column("id", INTEGER, primary_key=True),
        *columns(STRING, "code", "name"),
        *columns(STRING, "nit", null=True),
        *columns(INTEGER, "events"),
        *columns(STRING, "head"),
        sa.UniqueConstraint("code"),
        sa.CheckConstraint("events >= 0", name="events"),
        *filled("code", "name"),
    )


def _plan() -> None:
    owned(
        "plan",
        *columns(STRING, "code"),
        *columns(TEXT, "title", null=True),
        *columns(STRING, "kind", "period_kind"),
        *columns(INTEGER, "year", null=True),
        *columns(STRING, "sheet", "source", "source_sha256"),
        *columns(INTEGER, "header_row", null=True),
        *columns(TEXT, "columns"),
        *columns(INTEGER, "revision"),
        *columns(MOMENT, "imported_at"),
        sa.UniqueConstraint("entity_id", "code"),
        one_of("kind", "action_plan", "improvement_plan", "indicative_plan", "indicator_sheet", "transparency_plan"),
        one_of("period_kind", "month", "two_month", "quarter", "four_month", "half_year", "year", "custom"),
        sa.CheckConstraint("revision >= 1", name="revision"),
        sa.CheckConstraint("length(source_sha256) = 64", name="sha256"),
        *filled("code", "source"),
    )


def _node() -> None:
    owned(
        "node",
        *columns(INTEGER, "plan_id", "position"),
        *columns(INTEGER, "parent", null=True),
        *columns(STRING, "title"),
        *columns(TEXT, "path"),
        sa.UniqueConstraint("plan_id", "position"),
        references("plan_id", "plan"),
        sa.ForeignKeyConstraint(["plan_id", "parent"], ["node.plan_id", "node.position"]),
        sa.CheckConstraint("parent IS NULL OR parent < position", name="parent"),
    )


def _line() -> None:
    owned(
        "line",
        *columns(INTEGER, "plan_id"),
        *columns(STRING, "uid"),
        *columns(INTEGER, "position"),
        *columns(STRING, "sheet"),
        *columns(INTEGER, "row"),
        *columns(STRING, "number", null=True),
        *columns(TEXT, "activity", "deliverable", "indicator", null=True),
        *columns(DATE, "start_on", "due_on", null=True),
        *columns(BOOLEAN, "due_confirmed"),
        *columns(BIG, "target", null=True),
        *columns(STRING, "target_unit", null=True),
        *columns(BOOLEAN, "target_implied"),
        *columns(TEXT, "target_text", null=True),
        *columns(STRING, "accumulation"),
        *columns(BIG, "baseline", "weight", null=True),
        *columns(TEXT, "unit", "item", null=True),
        *columns(INTEGER, "node", null=True),
        *columns(STRING, "stage", null=True),
        *columns(TEXT, "programmed", "texts", "result_cells"),
        *columns(MOMENT, "gone_at", null=True),
        sa.UniqueConstraint("uid"),
        references("plan_id", "plan"),
        sa.ForeignKeyConstraint(["plan_id", "node"], ["node.plan_id", "node.position"]),
        one_of(
            "accumulation",
            "sum",
            "latest",
            "average",
            "maximum",
            "stock",
            "flow",
            "cumulative",
            "capacity",
            "reduction",
            "annual_reduction",
        ),
        sa.CheckConstraint("NOT target_implied OR target IS NOT NULL", name="implied"),
        sa.CheckConstraint("position >= 0 AND row >= 1", name="place"),
        one_of("stage", "P", "H", "V", "A"),
        one_of("target_unit", "count", "percent"),
        sa.CheckConstraint("weight >= 0", name="weight"),
    )
    op.create_index("ix_line_plan_id_position", "line", ["plan_id", "position"])


def _import_issue() -> None:
    owned(
        "import_issue",
        *columns(INTEGER, "plan_id", "revision", "position"),
        *columns(STRING, "sheet"),
        *columns(INTEGER, "row", null=True),
        *columns(STRING, "cell", null=True),
        *columns(STRING, "code", "severity"),
        *columns(TEXT, "raw", "proposal", "message", null=True),
        sa.UniqueConstraint("plan_id", "revision", "position"),
        references("plan_id", "plan"),
        one_of("severity", "info", "warning", "error"),
        *filled("code", "message"),
    )


def _period() -> None:
    owned(
        "period",
        *columns(INTEGER, "plan_id"),
        *columns(STRING, "key", "kind"),
        *columns(DATE, "start_on", "end_on", "report_by", "closes_on"),
        *columns(MOMENT, "opened_at"),
        sa.UniqueConstraint("plan_id", "key"),
        references("plan_id", "plan"),
        sa.CheckConstraint("start_on <= end_on AND end_on <= report_by AND report_by <= closes_on", name="dates"),
        one_of("kind", "month", "two_month", "quarter", "four_month", "half_year", "year", "custom"),
        *filled("key"),
    )
