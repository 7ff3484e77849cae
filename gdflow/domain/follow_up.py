"""Improvement plans over the years: how each item stands, its milestones, and what each year brought.

An item is overdue when its day has passed at the cut and the figures up to the cut do not reach its target.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from gdflow.domain.accumulation import exact, in_time
from gdflow.domain.consolidated import Consolidated, ConsolidatedLine
from gdflow.domain.cutoffs import cut_target, cut_value
from gdflow.domain.groups import item_of, plan_weights
from gdflow.domain.labels import LabelledEnum
from gdflow.domain.line_window import asked_periods, has_window
from gdflow.domain.lines import Line, PlanFacts
from gdflow.domain.periods import Period, PeriodKind, parse_period, periods_of_year
from gdflow.domain.progress import sayable, share_reached, weighted_mean
from gdflow.domain.reporting import ReportingRule
from gdflow.domain.rollups import Rollup, roll_up
from gdflow.domain.values import values_by_period
from gdflow.domain.weights import Scope, Weights

DEFAULT_RULE = ReportingRule()


class ItemStatus(LabelledEnum):
    """How an item of an improvement plan stands at a cut."""

    DONE = "done", "Cumplido"
    OVERDUE = "overdue", "Vencido"
    IN_COURSE = "in_course", "En curso"
    NOT_STARTED = "not_started", "Sin iniciar"
    NO_DEADLINE = "no_deadline", "Sin plazo confirmado"


@dataclass(frozen=True, slots=True)
class YearFigure:
    """A line or an item in a year. value, target: of the year alone, of a line. progress: by the year's end, or by the
    cut in the year in which it lies; None for a year to come.
    """

    year: int
    value: Fraction | None
    target: Fraction | None
    progress: Fraction | None
    ended: bool


@dataclass(frozen=True, slots=True)
class FollowedLine:
    """A line with its years: all those of its item."""

    row: ConsolidatedLine
    status: ItemStatus
    years: tuple[YearFigure, ...]

    @property
    def line(self) -> Line:
        """The line as it was imported."""
        return self.row.line


@dataclass(frozen=True, slots=True)
class FollowedItem:
    """An item. milestones: lines without a target of their own, done or not; reached: how many are done.

    start, due: of the whole item; due is None where a line has no confirmed day. years: its progress by year, from the
    first year of its windows and figures to the last.
    """

    item: str
    status: ItemStatus
    rollup: Rollup
    milestones: int
    reached: int
    start: date | None
    due: date | None
    lines: tuple[FollowedLine, ...]
    years: tuple[YearFigure, ...]


@dataclass(frozen=True, slots=True)
class FollowUp:
    """An improvement plan at the cut of a report. statuses: items by status, in the order of the statuses."""

    plan: PlanFacts
    period: str
    as_of: date
    items: tuple[FollowedItem, ...]
    statuses: Mapping[ItemStatus, int]


def follow_up(report: Consolidated, rule: ReportingRule = DEFAULT_RULE) -> FollowUp:
    """How the items of a plan stand, in its order."""
    cut, columns = parse_period(report.period), tuple(map(parse_period, report.periods))
    weights = plan_weights(report.lines)
    members: dict[str, list[tuple[ConsolidatedLine, Sequence[str]]]] = {}
    for row in report.lines:
        asked = asked_periods(row.line, cut.kind, rule, columns)
        members.setdefault(item_of(row), []).append((row, asked))
    items = tuple(_item(name, rows, cut, weights) for name, rows in members.items())
    found = Counter(item.status for item in items)
    statuses = {status: found[status] for status in ItemStatus if found[status]}
    return FollowUp(report.plan, report.period, report.as_of, items, statuses)


def status_of(row: ConsolidatedLine, day: date) -> ItemStatus:
    """How a line stands by its figures up to a day."""
    line = row.line
    if row.progress is not None and row.progress >= 1:
        return ItemStatus.DONE
    if line.due is None or not line.due_confirmed or not has_window(line):
        return ItemStatus.NO_DEADLINE
    if line.due <= day:
        return ItemStatus.OVERDUE
    return ItemStatus.IN_COURSE if any(values_by_period(row).values()) else ItemStatus.NOT_STARTED


def _item(
    name: str, rows: Sequence[tuple[ConsolidatedLine, Sequence[str]]], cut: Period, weights: Weights
) -> FollowedItem:
    years = _years(rows)
    lines = [
        FollowedLine(row, status_of(row, cut.end), tuple(_year(row, year, cut, asked) for year in years))
        for row, asked in rows
    ]
    milestones = [each for each in lines if each.line.target_implied]
    starts = [each.line.start for each in lines if each.line.start]
    ends = [each.line.due for each in lines if each.line.due and each.line.due_confirmed]
    return FollowedItem(
        item=name,
        status=_together([each.status for each in lines]),
        rollup=roll_up(name, [each.row for each in lines], weights),
        milestones=len(milestones),
        reached=sum(each.status is ItemStatus.DONE for each in milestones),
        start=min(starts, default=None),
        due=max(ends) if len(ends) == len(lines) else None,
        lines=tuple(lines),
        years=tuple(_together_in(at, year, cut, lines, weights) for at, year in enumerate(years)),
    )


def _together(statuses: Sequence[ItemStatus]) -> ItemStatus:
    """An item is done when all of it is, overdue when any of it is, and in course once any of it has begun."""
    found = set(statuses)
    if len(found) == 1:
        return statuses[0]
    if ItemStatus.OVERDUE in found:
        return ItemStatus.OVERDUE
    return ItemStatus.IN_COURSE if found & {ItemStatus.IN_COURSE, ItemStatus.DONE} else ItemStatus.NOT_STARTED


def _years(rows: Sequence[tuple[ConsolidatedLine, Sequence[str]]]) -> Sequence[Period]:
    """From the first year of the windows and figures to the last, as periods."""
    known = [parse_period(key).end.year for row, asked in rows for key in (*asked, *values_by_period(row))]
    years = range(min(known), max(known) + 1) if known else ()
    return [periods_of_year(PeriodKind.YEAR, year)[0] for year in years]


def _year(row: ConsolidatedLine, year: Period, cut: Period, asked: Sequence[str]) -> YearFigure:
    line, values = row.line, values_by_period(row)
    own = sorted((key for key in {*asked, *values} if parse_period(key).end.year == year.end.year), key=in_time)
    reached = cut_value(line, values, [key for key in values if parse_period(key).end <= year.end])
    return YearFigure(
        year=year.end.year,
        value=cut_value(line, values, own),
        target=cut_target(line, year, own, asked),
        progress=sayable(lambda: share_reached(line, reached)) if year.start <= cut.end else None,
        ended=year.end <= cut.end,
    )


def _together_in(at: int, year: Period, cut: Period, lines: Sequence[FollowedLine], weights: Weights) -> YearFigure:
    """The mean of an item's lines in a year, each at most 100 %, as they weigh in the item's own figure."""
    equal = weights.scope is Scope.EQUAL
    shares = [(Fraction(1) if equal else exact(each.line.weight or 0), each.years[at].progress) for each in lines]
    progress = weighted_mean([(weight, share) for weight, share in shares if share is not None])
    return YearFigure(year.end.year, None, None, progress, year.end <= cut.end)
