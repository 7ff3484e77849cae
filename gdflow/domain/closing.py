"""The closing of a plan's period: what is looked at before, what is frozen, and how it is opened again.

A closing never changes. Whoever opens a closed period again says for which lines, why and until when; then it locks by
itself, and the next closing says what changed since the one before.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

from gdflow.domain.amendments import Amendment
from gdflow.domain.bands import Band
from gdflow.domain.closing_rules import LICENCE, DocumentFacts, EntityFacts
from gdflow.domain.consolidated import Consolidated
from gdflow.domain.decisions import Decision
from gdflow.domain.evidence import Evidence
from gdflow.domain.labels import LabelledEnum
from gdflow.domain.quality import Quality
from gdflow.domain.reporting import ReportingRule

FORMAT = 1
"""The form in which a snapshot is kept."""


class Check(LabelledEnum):
    """What is looked at before a period closes."""

    MISSING = "missing", "Resultados sin reportar"
    UNREVIEWED = "unreviewed", "Reportes sin revisar"
    EVIDENCE = "evidence", "Reportes sin evidencia"
    ISSUES = "issues", "Dudas del plan sin resolver"
    EARLY = "early", "Plazo sin terminar"


@dataclass(frozen=True, slots=True)
class Pending:
    """Something that stands open. row, number, label: of the line concerned, where it is one; team: who owes it."""

    check: Check
    row: int | None
    number: str | None
    label: str
    team: str | None
    detail: str


@dataclass(frozen=True, slots=True)
class InSpite:
    """Who decided to close although something stands open, and why. count: how many things stood open."""

    check: Check
    count: int
    by: str
    reason: str


@dataclass(frozen=True, slots=True)
class ReportedVersion:
    """One of the figures ever reported for a line's period. in_force: it is the one that counts. version: from 1."""

    result_id: int
    line_uid: str
    period: str
    version: int
    value: Decimal
    reported_at: datetime
    receipt: str | None
    in_force: bool


class ReopeningScope(LabelledEnum):
    """For whom a closed period takes answers again."""

    ALL = "all", "Todo el período"
    TEAM = "team", "Un equipo"
    LINE = "line", "Una línea"


@dataclass(frozen=True, slots=True)
class Reopening:
    """A closed period that takes answers again up to a day, that day included.

    closing: number of the closing that it opens. team, line_uid: whose, by its scope. ended_at: when it locked again.
    """

    id: int
    plan_id: int
    period: str
    closing: int
    scope: ReopeningScope
    team_id: int | None
    team: str | None
    line_id: int | None
    line_uid: str | None
    author: str
    reason: str
    opened_at: datetime
    until: date
    ended_at: datetime | None = None
    ended_by: str | None = None


@dataclass(frozen=True, slots=True)
class FigureChange:
    """What a closing says otherwise than the one before. before, after: as people read them; None: there was nothing.

    field: "value", "narrative", "zero_reason", "state", "review", "target", "due", "team", "annexes", "line".
    """

    line_uid: str
    row: int
    number: str | None
    label: str
    team: str | None
    period: str | None
    field: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Differences:
    """What changed since the closing before. sha256: of that one; progress: the plan's by lines, as exact shares."""

    closing: int
    sha256: str
    changes: tuple[FigureChange, ...]
    progress_before: Fraction | None = None
    progress_after: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Carried:
    """A line that is missing at the closing and has more time by an earlier decision: it is opened again at once."""

    line_uid: str
    row: int
    number: str | None
    label: str
    team: str | None
    until: date
    author: str
    reason: str


@dataclass(frozen=True, slots=True)
class Snapshot:
    """All that the reports of a closed period are made of, and nothing else is.

    number: of the closing, from 1. period_start to closes_on: the period's own days. annexes: of all periods up to
    this one. versions: every figure reported for this period. decisions: waivers and extensions in force.
    events, previous_head: length and head of the entity's chain of events before the closing was noted in it.
    quality: of each team, and of all of them last. licence: address of that of its open data.
    words: the texts of its reports by name, as they then stood; word_template: the entity's own document for Word, as
    base64, where it had one.
    """

    format: int
    number: int
    entity: EntityFacts
    document: DocumentFacts
    report: Consolidated
    period_start: date
    period_end: date
    report_by: date
    closes_on: date
    closed_at: datetime
    closed_by: str
    pending: tuple[Pending, ...]
    in_spite: tuple[InSpite, ...]
    annexes: tuple[Evidence, ...]
    versions: tuple[ReportedVersion, ...]
    decisions: tuple[Decision, ...]
    amendments: tuple[Amendment, ...]
    quality: tuple[Quality, ...]
    bands: tuple[Band, ...]
    rule: ReportingRule
    reopenings: tuple[Reopening, ...]
    differences: Differences | None
    previous_sha256: str | None
    events: int
    previous_head: str
    carried: tuple[Carried, ...] = ()
    words: Mapping[str, str] = field(default_factory=dict)
    licence: str = LICENCE
    word_template: str | None = None


@dataclass(frozen=True, slots=True)
class ClosingFacts:
    """A closing as it is listed. sha256: of its snapshot. head, events: of the entity's chain once it was noted."""

    id: int
    plan_id: int
    plan: str
    period: str
    number: int
    sha256: str
    closed_at: datetime
    closed_by: str
    head: str
    events: int
    missing: int


@dataclass(frozen=True, slots=True)
class Closed:
    """A closing with what it froze: what every report of it is written from."""

    facts: ClosingFacts
    snapshot: Snapshot
