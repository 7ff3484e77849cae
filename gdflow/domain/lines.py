"""A tracked line and what was reported for it, as the rules see them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from gdflow.domain.periods import PeriodKind
from gdflow.domain.plan import Accumulation, PdcaStage, PlanColumn, PlanKind, TargetUnit
from gdflow.domain.quick import quickly_made
from gdflow.domain.reviews import ReviewMode


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """A stored plan. code: the short name by which commands and files know it, unique in its entity.

    source: the imported file's name. source_sha256: its bytes, kept in the object store.
    """

    id: int
    code: str
    entity: str
    title: str | None
    kind: PlanKind
    period_kind: PeriodKind
    year: int | None
    sheet: str
    source: str
    source_sha256: str
    header_row: int | None
    columns: tuple[PlanColumn, ...]
    imported_at: datetime
    review: ReviewMode = ReviewMode.NONE


@quickly_made
@dataclass(frozen=True, slots=True)
class Line:
    """A line under watch. Its uid survives re-import; its printed number is only a label.

    target_implied: the document gave no target and 1 was taken (a milestone of an improvement plan).
    due_confirmed: False while `due` only stands proposed in prose ("vigencia 2024").
    team: name of the responsible team; co_teams: teams that are also named, without the duty to report.
    programmed: the period targets that the plan itself states, by period key.
    """

    id: int
    uid: str
    plan_id: int
    position: int
    sheet: str
    row: int
    number: str | None
    activity: str | None
    deliverable: str | None
    indicator: str | None
    start: date | None
    due: date | None
    due_confirmed: bool
    target: Decimal | None
    target_unit: TargetUnit | None
    target_implied: bool
    target_text: str | None
    accumulation: Accumulation
    baseline: Decimal | None
    weight: Decimal | None
    unit: str | None
    item: str | None
    path: tuple[str, ...]
    stage: PdcaStage | None
    team_id: int | None
    team: str | None
    co_teams: tuple[str, ...]
    programmed: Mapping[str, Decimal]
    texts: Mapping[int, str]
    result_cells: Mapping[str, str]

    @property
    def label(self) -> str:
        """What people call the line: its activity, else its deliverable, indicator, last heading or goal in words."""
        heading = self.path[-1] if self.path else None
        return self.activity or self.deliverable or self.indicator or heading or self.target_text or f"fila {self.row}"


class ResultSource(StrEnum):
    """By which way a figure came in."""

    IMPORT = "import"
    FORM = "form"


@quickly_made
@dataclass(frozen=True, slots=True)
class Result:
    """What is in force for a line and period: the newest figure, never a blank.

    value: the amount of this period in the line's own unit (a percent as its fraction).
    zero_reason: why nothing was achieved; stated when value is 0. receipt: number given to the sender.
    """

    id: int
    line_id: int
    period: str
    value: Decimal
    narrative: str | None
    zero_reason: str | None
    evidence: str | None
    source: ResultSource
    reported_at: datetime
    receipt: str | None
