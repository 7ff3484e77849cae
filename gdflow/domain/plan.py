"""A plan as it was read from a document, before anything is stored.

A printed number is a label, never a key. None is "the document does not say"; a zero is a zero.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType

from gdflow.domain.periods import PeriodKind
from gdflow.domain.quick import quickly_made

EMPTY: Mapping[str, Decimal] = MappingProxyType({})
NO_TEXTS: Mapping[str, str] = MappingProxyType({})


class PlanKind(StrEnum):
    """What sort of plan a document is."""

    ACTION = "action_plan"
    IMPROVEMENT = "improvement_plan"
    INDICATIVE = "indicative_plan"
    INDICATOR_SHEET = "indicator_sheet"
    TRANSPARENCY = "transparency_plan"


class TargetUnit(StrEnum):
    """What a target's number counts. A percent is kept as its fraction: 100 % is 1."""

    COUNT = "count"
    PERCENT = "percent"


class Accumulation(StrEnum):
    """How results of several periods make the progress of a line (DNP's accumulation types, and the plain ones)."""

    SUM = "sum"
    LATEST = "latest"
    AVERAGE = "average"
    MAXIMUM = "maximum"
    STOCK = "stock"
    FLOW = "flow"
    CUMULATIVE = "cumulative"
    CAPACITY = "capacity"
    REDUCTION = "reduction"
    ANNUAL_REDUCTION = "annual_reduction"


class PdcaStage(StrEnum):
    """The stage of the PHVA cycle, by its printed letter."""

    PLAN = "P"
    DO = "H"
    CHECK = "V"
    ACT = "A"


class Severity(StrEnum):
    """How much an import issue matters: told, to be looked at, or a value that could not be taken."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class ImportIssue:
    """A change made or a doubt met while reading: nothing is fixed silently, nothing dropped.

    row: as in PlanLine. cell: like "G9", or None for a whole row or sheet. raw: the text as it stands.
    proposal: what gdflow took or suggests instead. message: one Spanish sentence for people.
    """

    sheet: str
    row: int | None
    cell: str | None
    code: str
    severity: Severity
    raw: str | None
    proposal: str | None
    message: str


@dataclass(frozen=True, slots=True)
class PlanColumn:
    """A column of the plan's table, in the plan's own order.

    index: 0-based. title: as printed, header rows joined. role: what the reader took it for, or None.
    period: key of the period whose figure stands in it, for the roles "result" and "programmed".
    """

    index: int
    title: str
    role: str | None
    period: str | None = None


@quickly_made
@dataclass(frozen=True, slots=True)
class PlanLine:
    """One tracked line (an indicator line of a plan) as the document gives it.

    row: 1-based row of the sheet, line of the text or running row of the Word table.
    path: titles of the nodes above it, outermost first (item or criterion, category, component, finding).
    results: figures reported at the document's cut-off; placeholders are left out. programmed: period targets.
    notes: observations by period key. texts: the row's texts after repair and carry-down, by column index.
    result_cells: where each period's result is written in the source ("L9"), for filling the document in.
    proposed_due: a due date that a person must confirm ("vigencia 2024"). team_decided: whoever loaded the document
    said which team answers.
    """

    sheet: str
    row: int
    number: str | None = None
    activity: str | None = None
    deliverable: str | None = None
    indicator: str | None = None
    start: date | None = None
    due: date | None = None
    proposed_due: date | None = None
    target: Decimal | None = None
    target_unit: TargetUnit | None = None
    target_text: str | None = None
    results: Mapping[str, Decimal] = field(default_factory=lambda: EMPTY)
    programmed: Mapping[str, Decimal] = field(default_factory=lambda: EMPTY)
    teams: tuple[str, ...] = ()
    path: tuple[str, ...] = ()
    item: str | None = None
    stage: PdcaStage | None = None
    unit: str | None = None
    baseline: Decimal | None = None
    accumulation: Accumulation | None = None
    weight: Decimal | None = None
    numerator: Mapping[str, Decimal] = field(default_factory=lambda: EMPTY)
    denominator: Mapping[str, Decimal] = field(default_factory=lambda: EMPTY)
    printed_result: str | None = None
    notes: Mapping[str, str] = field(default_factory=lambda: NO_TEXTS)
    texts: Mapping[int, str] = field(default_factory=lambda: MappingProxyType({}))
    result_cells: Mapping[str, str] = field(default_factory=lambda: NO_TEXTS)
    team_decided: bool = False


@dataclass(frozen=True, slots=True)
class TeamEntry:
    """A team of the document's directory with its addresses, in the order printed.

    heads are told when it is late; substitutes are written to while the others are away.
    """

    name: str
    emails: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    substitutes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanReading:
    """One plan found in a document, with everything that was changed or doubted on the way.

    source: the file's name. sheet: where its table stands. header_row: 1-based row of the titles' last row.
    year: the fiscal year (vigencia) of the result columns, or None.
    """

    source: str
    sheet: str
    kind: PlanKind
    title: str | None
    period_kind: PeriodKind | None
    lines: tuple[PlanLine, ...]
    teams: tuple[TeamEntry, ...]
    issues: tuple[ImportIssue, ...]
    columns: tuple[PlanColumn, ...] = ()
    header_row: int | None = None
    year: int | None = None
    entity_name: str | None = None
    policy: str | None = None
    objective: str | None = None
    code: str | None = None
    version: str | None = None
    approved_on: date | None = None
