"""A plan's consolidated report as values: every line's figures, lights and sources, and what they come to.

Three figures, never mixed: total progress, the period's compliance, and the two lights that judge them. Figures are
those reported by the teams; whether anyone reviewed them is said beside them.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from gdflow.domain.bands import DEFAULT_BANDS, Band
from gdflow.domain.figures import MISSING, UNANSWERED, Figure, figure
from gdflow.domain.groups import by_stage, by_team, plan_means, plan_weights, team_of
from gdflow.domain.judging import judge_at
from gdflow.domain.labels import LabelledEnum
from gdflow.domain.lights import Light, compliance_light, timeliness_light
from gdflow.domain.lines import Line, PlanFacts, Result, ResultSource
from gdflow.domain.obligations import Obligation, ObligationReason
from gdflow.domain.periods import Period, PeriodKind, parse_period, periods_of_year
from gdflow.domain.quick import quickly_made
from gdflow.domain.reporting import ReportingRule
from gdflow.domain.results import SubmissionState
from gdflow.domain.reviews import Review as ReviewOfResult
from gdflow.domain.reviews import Verdict
from gdflow.domain.rollups import Rollup
from gdflow.domain.weights import Weights

BOGOTA = ZoneInfo("America/Bogota")
NONE: Mapping[Any, Any] = {}


class Review(LabelledEnum):
    """How far the figures of a report have come."""

    SUBMITTED = "submitted", "reportadas por los equipos, sin revisión"
    IN_REVIEW = "in_review", "reportadas por los equipos, en revisión"
    ACCEPTED = "accepted", "aceptadas en la revisión"


@quickly_made
@dataclass(frozen=True, slots=True)
class ConsolidatedLine:
    """A line in the report. gathered: what its results make together, in its own unit.

    figures: its cells in the order of the report's periods; cell: the one of the report's own period.
    progress, compliance: None where nothing can be said, as for a target equal to its baseline.
    compliance: the period's result against the period's target.
    earlier: its values of periods before those of the report's year, by period key.
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
    earlier: Mapping[str, Decimal] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reviewed:
    """How many of the teams' reports up to the cut stand where; those printed in the plan itself are not reviewed."""

    accepted: int
    waiting: int
    returned: int


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
    reviewed: None where nobody reviews the plan.
    """

    plan: PlanFacts
    period: str
    as_of: date
    review: Review
    periods: tuple[str, ...]
    lines: tuple[ConsolidatedLine, ...]
    by_lines: Rollup
    by_items: Rollup
    items: tuple[Rollup, ...]
    missing: tuple[Missing, ...]
    reviewed: Reviewed | None = None

    @property
    def teams(self) -> tuple[Rollup, ...]:
        """What the lines of each team come to; a book of many plans asks for them across its plans instead."""
        return by_team(self.lines, self.weights)

    @property
    def stages(self) -> tuple[Rollup, ...]:
        """What the lines of each stage of the PHVA cycle come to."""
        return by_stage(self.lines, self.weights)

    @property
    def weights(self) -> Weights:
        """How the plan's lines weigh against each other."""
        return plan_weights(self.lines)


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
    reviews: Mapping[int, ReviewOfResult] | None = None,
    closed: bool = False,
) -> Consolidated:
    """Judge a plan's results in force at the cut. Lines keep the plan's order.

    Results of periods that end after `period` are left out of every figure, and their cells say so; so are those that
    a reviewer sent back. reviews: the newest of each result, None where nobody reviews the plan.
    closed: `period` takes nothing more: what it owes and has not is missing at close, also before its last day.
    """
    cut = parse_period(period)
    columns = _columns(cut, results, obligations)
    known = _Known(cut, as_of, rule or ReportingRule(), tuple(bands), columns, results, obligations, reviews, closed)
    rows = tuple(known.row(line) for line in lines)
    by_lines, by_items, items = plan_means(rows)
    reviewed = None if reviews is None else _reviewed(rows)
    return Consolidated(
        plan=plan,
        period=period,
        as_of=as_of,
        review=_review(reviewed),
        periods=tuple(column.key for column in columns),
        lines=rows,
        by_lines=by_lines,
        by_items=by_items,
        items=items,
        missing=tuple(_missing(rows, [at for at, column in enumerate(columns) if column.end <= cut.end])),
        reviewed=reviewed,
    )


class _Known:
    """Results and obligations at hand by line and period, and the questions that a line asks of them."""

    def __init__(
        self,
        cut: Period,
        as_of: date,
        rule: ReportingRule,
        bands: tuple[Band, ...],
        columns: tuple[Period, ...],
        results: Iterable[Result],
        obligations: Iterable[Obligation],
        reviews: Mapping[int, ReviewOfResult] | None,
        closed: bool,
    ) -> None:
        self.cut, self.as_of, self.bands, self.columns = cut, as_of, bands, columns
        self.judge = judge_at(cut, columns, rule)
        self.reviews, self.closed, self.keys = reviews, closed, frozenset(column.key for column in columns)
        self.own = next(at for at, column in enumerate(columns) if column.key == cut.key)
        self.results: dict[int, dict[str, Result]] = {}
        for result in results:
            self.results.setdefault(result.line_id, {})[result.period] = result
        keys = {key for known in self.results.values() for key in known}
        self.counting = frozenset(key for key in keys if parse_period(key).end <= cut.end)
        self.obligations: dict[int, dict[str | None, Obligation]] = {}
        for duty in obligations:
            # a line's own deadline has no period, and is asked for by none
            self.obligations.setdefault(duty.line_id, {})[duty.period] = duty
        self.blanks: dict[tuple[ObligationReason, ...], Sequence[Figure]] = {}

    def row(self, line: Line) -> ConsolidatedLine:
        values = self.values(line)
        judged = self.judge.of(line, values)
        figures = self.figures(line, judged.reasons)
        cell = figures[self.own]
        answered = _day(cell.result.reported_at) if cell.result else None
        return ConsolidatedLine(
            line=line,
            figures=figures,
            cell=cell,
            gathered=judged.gathered,
            progress=judged.progress,
            period_target=judged.period_target,
            compliance=judged.compliance,
            timeliness=timeliness_light(cell, self.as_of, answered),
            standing=compliance_light(cell, judged.compliance, self.bands),
            answered_on=answered,
            earlier={key: value for key, value in values.items() if key not in self.keys} or NONE,
        )

    def values(self, line: Line) -> dict[str, Decimal]:
        """The line's values up to the cut, by period key."""
        known = self.results.get(line.id, NONE)
        return {
            key: result.value
            for key, result in known.items()
            if key in self.counting and not (self.reviews and self.is_returned(result))
        }

    def is_returned(self, result: Result) -> bool:
        """Whether a reviewer sent it back: what is in dispute counts for nothing until it is answered anew."""
        review = self.reviews.get(result.id) if self.reviews else None
        return review is not None and review.verdict is Verdict.RETURNED

    def figures(self, line: Line, reasons: tuple[ObligationReason, ...]) -> tuple[Figure, ...]:
        """The line's cells, one a column. reasons: why each of them is owed or not."""
        results, duties = self.results.get(line.id, NONE), self.obligations.get(line.id, NONE)
        figures = list(self.blank(reasons))
        for at, column in enumerate(self.columns):
            result, duty = results.get(column.key), duties.get(column.key)
            if result is not None or duty is not None:
                figures[at] = self.figure(column, reasons[at], result, duty)
        return tuple(figures)

    def blank(self, reasons: tuple[ObligationReason, ...]) -> Sequence[Figure]:
        """The cells of lines that have neither results nor obligations: for the same reasons they are the same."""
        if reasons not in self.blanks:
            columns = zip(self.columns, reasons, strict=True)
            self.blanks[reasons] = [self.figure(column, reason, None, None) for column, reason in columns]
        return self.blanks[reasons]

    def figure(
        self, column: Period, reason: ObligationReason, result: Result | None, duty: Obligation | None
    ) -> Figure:
        """A line's cell."""
        cut, as_of, closed = self.cut, self.as_of, self.closed and column == self.cut
        if self.reviews is None or result is None or result.source is ResultSource.IMPORT:
            return figure(column, reason, result, duty, cut=cut, as_of=as_of, closed=closed)
        its = self.reviews.get(result.id)
        return figure(column, reason, result, duty, cut=cut, as_of=as_of, closed=closed, reviewed=True, review=its)


# what was imported together came at one moment
@lru_cache(maxsize=1024)
def _day(at: datetime) -> date:
    """The entity's own day of a moment."""
    return at.astimezone(BOGOTA).date()


def _reviewed(rows: Iterable[ConsolidatedLine]) -> Reviewed:
    states = Counter(cell.review for row in rows for cell in row.figures)
    kinds = SubmissionState.ACCEPTED, SubmissionState.SUBMITTED, SubmissionState.RETURNED
    return Reviewed(*(states[kind] for kind in kinds))


def _review(reviewed: Reviewed | None) -> Review:
    if reviewed is None:
        return Review.SUBMITTED
    settled = reviewed.accepted and not reviewed.waiting and not reviewed.returned
    return Review.ACCEPTED if settled else Review.IN_REVIEW


def _columns(cut: Period, results: Sequence[Result], obligations: Sequence[Obligation]) -> tuple[Period, ...]:
    if cut.kind is not PeriodKind.CUSTOM:
        return periods_of_year(cut.kind, cut.end.year)
    keys = {cut.key, *(result.period for result in results), *(duty.period for duty in obligations if duty.period)}
    return tuple(sorted(map(parse_period, keys)))


def _missing(rows: Sequence[ConsolidatedLine], ended: Sequence[int]) -> Iterable[Missing]:
    """What is missing of the columns that have ended at the cut, by line."""
    for row in rows:
        for cell in [row.figures[at] for at in ended]:
            if cell.expected and cell.state in UNANSWERED:
                duty = cell.obligation
                due_on, closing = (duty.due_on, duty.closes_on) if duty else (None, None)
                yield Missing(row.line, team_of(row), cell.period, due_on, closing, cell.state in MISSING)
