"""A plan's consolidated report as values: every line's figures, lights and sources, and what they come to.

Three figures, never mixed: total progress, the period's compliance, and the two lights that judge them. Figures are
those reported by the teams; whether anyone reviewed them is said beside them.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from zoneinfo import ZoneInfo

from gdflow.domain.accumulation import gathered
from gdflow.domain.bands import DEFAULT_BANDS, Band
from gdflow.domain.errors import InputError
from gdflow.domain.figures import MISSING, UNANSWERED, Figure, figure
from gdflow.domain.labels import LabelledEnum
from gdflow.domain.lights import Light, compliance_light, timeliness_light
from gdflow.domain.line_window import window_periods
from gdflow.domain.lines import Line, PlanFacts, Result
from gdflow.domain.obligations import Obligation, ObligationKind, ObligationReason, expectations
from gdflow.domain.periods import Period, PeriodKind, parse_period, periods_of_year
from gdflow.domain.plan import PdcaStage
from gdflow.domain.progress import compliance_with, period_target, share_reached
from gdflow.domain.reporting import ReportingRule
from gdflow.domain.rollups import Rollup, mean_of_groups, roll_up

BOGOTA = ZoneInfo("America/Bogota")
NO_TEAM = "Sin responsable"
NO_ITEM = "Sin ítem"
NO_STAGE = "Sin etapa"

STAGES: Mapping[PdcaStage, str] = {
    PdcaStage.PLAN: "P: Planear",
    PdcaStage.DO: "H: Hacer",
    PdcaStage.CHECK: "V: Verificar",
    PdcaStage.ACT: "A: Actuar",
}


class Review(LabelledEnum):
    """How far the figures of a report have come."""

    SUBMITTED = "submitted", "reportadas por los equipos, sin revisión"
    ACCEPTED = "accepted", "aceptadas en la revisión"


@dataclass(frozen=True, slots=True)
class ConsolidatedLine:
    """A line in the report. gathered: what its results make together, in its own unit.

    figures: its cells in the order of the report's periods; cell: the one of the report's own period.
    progress, compliance: None where nothing can be said, as for a target equal to its baseline.
    compliance: the period's result against the period's target.
    """

    line: Line
    figures: tuple[Figure, ...]
    cell: Figure
    gathered: Fraction | None
    progress: Fraction | None
    period_target: Fraction | None
    compliance: Fraction | None
    timeliness: Light
    standing: Light
    answered_on: date | None


@dataclass(frozen=True, slots=True)
class Missing:
    """A result that is owed and not there. overdue: the day to report has passed."""

    line: Line
    team: str
    period: str
    due_on: date | None
    closes_on: date | None
    overdue: bool


@dataclass(frozen=True, slots=True)
class Consolidated:
    """A plan's report cut at the end of `period`, as known on `as_of`.

    periods: keys of the columns. by_lines, by_items: the plan's progress by its two methods, which differ.
    """

    plan: PlanFacts
    period: str
    as_of: date
    review: Review
    periods: tuple[str, ...]
    lines: tuple[ConsolidatedLine, ...]
    by_lines: Rollup
    by_items: Rollup
    teams: tuple[Rollup, ...]
    items: tuple[Rollup, ...]
    stages: tuple[Rollup, ...]
    missing: tuple[Missing, ...]


def consolidated(
    plan: PlanFacts,
    lines: Sequence[Line],
    results: Sequence[Result],
    obligations: Sequence[Obligation],
    *,
    period: str,
    as_of: date,
    bands: Sequence[Band] = DEFAULT_BANDS,
    rule: ReportingRule | None = None,
    review: Review = Review.SUBMITTED,
) -> Consolidated:
    """Judge a plan's results in force at the cut. Lines keep the plan's order.

    Results of periods that end after `period` are left out of every figure, and their cells say so.
    """
    cut = parse_period(period)
    columns = _columns(cut, results, obligations)
    known = _Known(cut, as_of, rule or ReportingRule(), tuple(bands), columns, results, obligations)
    rows = tuple(known.row(line) for line in lines)
    items = _grouped(rows, item_of)
    return Consolidated(
        plan=plan,
        period=period,
        as_of=as_of,
        review=review,
        periods=tuple(column.key for column in columns),
        lines=rows,
        by_lines=roll_up("Promedio de líneas", rows),
        by_items=mean_of_groups("Promedio de ítems", items),
        teams=_grouped(rows, team_of),
        items=items,
        stages=tuple(sorted(_grouped(rows, stage_of), key=_stage_order)),
        missing=tuple(_missing(rows, cut)),
    )


class _Known:
    """Results and obligations at hand by line and period, and the questions that a line asks of them."""

    def __init__(
        self,
        cut: Period,
        as_of: date,
        rule: ReportingRule,
        bands: tuple[Band, ...],
        columns: Sequence[Period],
        results: Iterable[Result],
        obligations: Iterable[Obligation],
    ) -> None:
        self.cut, self.as_of, self.rule, self.bands, self.columns = cut, as_of, rule, bands, columns
        self.results: dict[int, dict[str, Result]] = {}
        for result in results:
            self.results.setdefault(result.line_id, {})[result.period] = result
        self.obligations = {
            (duty.line_id, duty.period): duty for duty in obligations if duty.kind is ObligationKind.RESULT
        }

    def row(self, line: Line) -> ConsolidatedLine:
        values = self.values(line)
        figures = self.figures(line, values)
        cell = next(each for each in figures if each.period == self.cut.key)
        together = gathered(line.accumulation, values)
        target, compliance = self.judged(line, values)
        answered = cell.result.reported_at.astimezone(BOGOTA).date() if cell.result else None
        return ConsolidatedLine(
            line=line,
            figures=figures,
            cell=cell,
            gathered=together,
            progress=_sayable(lambda: share_reached(line, together)),
            period_target=target,
            compliance=compliance,
            timeliness=timeliness_light(cell, self.as_of, answered),
            standing=compliance_light(cell, compliance, self.bands),
            answered_on=answered,
        )

    def judged(self, line: Line, values: Mapping[str, Decimal]) -> tuple[Fraction | None, Fraction | None]:
        """The line's target of the report's period, and its compliance with it."""
        key, expected = self.cut.key, self.expected(line)
        target = period_target(line, key, expected)
        value = values.get(key) if key in expected else None
        return target, _sayable(lambda: compliance_with(line, target, value))

    def expected(self, line: Line) -> tuple[str, ...]:
        """Keys of all periods that the line's window asks for; of an entity's own stretches, those that are known."""
        if self.cut.kind is not PeriodKind.CUSTOM:
            return window_periods(line, self.cut.kind, self.rule)
        reasons = zip(self.columns, expectations(line, self.columns, {}, self.rule), strict=True)
        return tuple(each.key for each, reason in reasons if reason is ObligationReason.IN_WINDOW)

    def values(self, line: Line) -> dict[str, Decimal]:
        """The line's values up to the cut, by period key."""
        known = self.results.get(line.id, {})
        return {key: result.value for key, result in known.items() if parse_period(key).end <= self.cut.end}

    def figures(self, line: Line, values: Mapping[str, Decimal]) -> tuple[Figure, ...]:
        """The line's cells, one a column."""
        known = self.results.get(line.id, {})
        return tuple(
            figure(
                column,
                reason,
                result=known.get(column.key),
                obligation=self.obligations.get((line.id, column.key)),
                cut=self.cut,
                as_of=self.as_of,
            )
            for column, reason in zip(self.columns, expectations(line, self.columns, values, self.rule), strict=True)
        )


def _sayable(share: Callable[[], Fraction | None]) -> Fraction | None:
    try:
        return share()
    except InputError:
        # a target equal to its baseline can be measured by nothing; the plan's other lines are still reported
        return None


def item_of(row: ConsolidatedLine) -> str:
    """The item of a line as a report names it: its number and the title above it."""
    line = row.line
    title = line.path[-1] if line.path else None
    return ". ".join(part for part in (line.item, title) if part) or NO_ITEM


def team_of(row: ConsolidatedLine) -> str:
    """The team that answers for a line."""
    return row.line.team or NO_TEAM


def stage_of(row: ConsolidatedLine) -> str:
    """The stage of the PHVA cycle in which a line stands."""
    return STAGES[row.line.stage] if row.line.stage else NO_STAGE


def _columns(cut: Period, results: Sequence[Result], obligations: Sequence[Obligation]) -> tuple[Period, ...]:
    if cut.kind is not PeriodKind.CUSTOM:
        return periods_of_year(cut.kind, cut.end.year)
    keys = {cut.key, *(result.period for result in results), *(duty.period for duty in obligations if duty.period)}
    return tuple(sorted(map(parse_period, keys)))


def _grouped(rows: Sequence[ConsolidatedLine], name: Callable[[ConsolidatedLine], str]) -> tuple[Rollup, ...]:
    groups: dict[str, list[ConsolidatedLine]] = {}
    for row in rows:
        groups.setdefault(name(row), []).append(row)
    return tuple(roll_up(group, members) for group, members in groups.items())


def _stage_order(stage: Rollup) -> int:
    names = [*STAGES.values(), NO_STAGE]
    return names.index(stage.group)


def _missing(rows: Sequence[ConsolidatedLine], cut: Period) -> Iterable[Missing]:
    for row in rows:
        for cell in row.figures:
            if cell.expected and cell.state in UNANSWERED and parse_period(cell.period).end <= cut.end:
                duty = cell.obligation
                due_on, closing = (duty.due_on, duty.closes_on) if duty else (None, None)
                yield Missing(row.line, team_of(row), cell.period, due_on, closing, cell.state in MISSING)
