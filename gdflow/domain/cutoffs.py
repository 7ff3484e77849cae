"""A plan's own data cut at other dates: four-month periods of a quarterly plan, half-years, years, months.

Nothing is retyped and nothing is guessed: a figure belongs to the cut in which its own period ends, whole, so that the
cuts of a year add up to the year. A period that runs on after the cut is left out of it, and that is said.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from gdflow.domain.accumulation import STEADY, SUMMED, exact, gathered, together
from gdflow.domain.bands import DEFAULT_BANDS, Band
from gdflow.domain.consolidated import Consolidated, ConsolidatedLine, Missing
from gdflow.domain.figures import Figure
from gdflow.domain.groups import by_stage, by_team, plan_means, plan_weights
from gdflow.domain.labels import LabelledEnum
from gdflow.domain.lights import Light, compliance_light
from gdflow.domain.line_window import asked_periods
from gdflow.domain.lines import Line, PlanFacts
from gdflow.domain.obligations import ObligationReason
from gdflow.domain.periods import Period, PeriodKind, parse_period, period_of, periods_between, previous_period
from gdflow.domain.progress import compliance_with, period_target, sayable, share_reached
from gdflow.domain.reporting import ReportingRule
from gdflow.domain.results import CellState
from gdflow.domain.rollups import Rollup, Tally, tally
from gdflow.domain.values import values_by_period

DEFAULT_RULE = ReportingRule()


class Lies(LabelledEnum):
    """How one of the plan's own periods lies to a cut."""

    WHOLE = "whole", "Completo dentro del corte"
    BEGINS_BEFORE = "begins_before", "Empezó antes y terminó dentro del corte: cuenta entero"
    EARLIER = "earlier", "De un año anterior al del informe de base: cuenta su valor, no su estado"
    ENDS_AFTER = "ends_after", "Termina después del corte: no cuenta"
    WITHOUT_DATA = "without_data", "Aún sin cifras en el informe de base: no cuenta"


COUNTED = frozenset({Lies.WHOLE, Lies.BEGINS_BEFORE, Lies.EARLIER})
WORST_FIRST = (
    CellState.MISSING_AT_CLOSE,
    CellState.LATE,
    CellState.UNREADABLE,
    CellState.RETURNED,
    CellState.DUE,
    CellState.NOT_YET_DUE,
    CellState.REPORTED_ZERO,
    CellState.REPORTED,
    CellState.ACCEPTED,
    CellState.WAIVED,
    CellState.NOT_EXPECTED,
)


@dataclass(frozen=True, slots=True)
class Part:
    """One of the plan's own periods that shares days with the cut, by its key."""

    period: str
    lies: Lies

    @property
    def counts(self) -> bool:
        """Whether its figures are in the cut."""
        return self.lies in COUNTED


@dataclass(frozen=True, slots=True)
class CutLine:
    """A line at the cut. row: as it stands in the report that the cut rests on. cells: of the periods that count.

    value: what these make together, by the line's accumulation; target: the same of what they should yield.
    reached, progress: all that the line had by the cut. cell: the one in the worst state. missing: keys of periods.
    """

    row: ConsolidatedLine
    cells: tuple[Figure, ...]
    value: Fraction | None
    target: Fraction | None
    compliance: Fraction | None
    reached: Fraction | None
    progress: Fraction | None
    cell: Figure
    standing: Light
    missing: tuple[str, ...]

    @property
    def line(self) -> Line:
        """The line as it was imported."""
        return self.row.line

    @property
    def state(self) -> CellState:
        """The worst state among the periods that count."""
        return self.cell.state


@dataclass(frozen=True, slots=True)
class CutReport:
    """A plan at a cut. rests_on: key of the period whose report it is made of, as known on `as_of`.

    data_until: the last day of which there are figures. tally: of results, not of lines. states: lines by their worst.
    """

    plan: PlanFacts
    cut: str
    rests_on: str
    as_of: date
    data_until: date
    parts: tuple[Part, ...]
    lines: tuple[CutLine, ...]
    by_lines: Rollup
    by_items: Rollup
    items: tuple[Rollup, ...]
    tally: Tally
    states: Mapping[CellState, int]
    missing: tuple[Missing, ...]

    @property
    def is_whole(self) -> bool:
        """Whether the plan's own periods make up the cut exactly, and there are figures of all of them."""
        return all(part.lies is Lies.WHOLE for part in self.parts) and self.data_until == parse_period(self.cut).end

    @property
    def teams(self) -> tuple[Rollup, ...]:
        """What the lines of each team come to."""
        return by_team(self.lines, plan_weights(self.lines))

    @property
    def stages(self) -> tuple[Rollup, ...]:
        """What the lines of each stage of the PHVA cycle come to."""
        return by_stage(self.lines, plan_weights(self.lines))


def cut_report(
    report: Consolidated, cut: Period, *, rule: ReportingRule = DEFAULT_RULE, bands: Sequence[Band] = DEFAULT_BANDS
) -> CutReport:
    """The report's data at a cut. Best taken of the report of the plan's last own period that ended by the cut: then
    nothing is in it that came later.
    """
    parts = parts_of(report, cut)
    known = _Cut(report, cut, rule, tuple(bands), tuple(part.period for part in parts if part.counts))
    lines = tuple(map(known.line, report.lines))
    by_lines, by_items, items = plan_means(lines)
    states = Counter(line.state for line in lines)
    return CutReport(
        plan=report.plan,
        cut=cut.key,
        rests_on=report.period,
        as_of=report.as_of,
        data_until=known.data_until,
        parts=parts,
        lines=lines,
        by_lines=by_lines,
        by_items=by_items,
        items=items,
        tally=tally(cell for line in lines for cell in line.cells),
        states={state: states[state] for state in WORST_FIRST if states[state]},
        missing=tuple(each for each in report.missing if each.period in known.keys),
    )


def parts_of(report: Consolidated, cut: Period) -> tuple[Part, ...]:
    """How the plan's own periods lie to a cut, in time."""
    base = parse_period(report.period)
    first = parse_period(report.periods[0])
    if base.kind is PeriodKind.CUSTOM:
        own = tuple(
            each for each in map(parse_period, report.periods) if each.start <= cut.end and cut.start <= each.end
        )
    else:
        own = periods_between(base.kind, cut.start, cut.end)
    return tuple(Part(each.key, _lies(each, cut, first, base)) for each in own)


def _lies(own: Period, cut: Period, first: Period, base: Period) -> Lies:
    if own.end > cut.end:
        return Lies.ENDS_AFTER
    if own.end > base.end:
        return Lies.WITHOUT_DATA
    if own.start < first.start:
        return Lies.EARLIER
    return Lies.BEGINS_BEFORE if own.start < cut.start else Lies.WHOLE


def cut_value(line: Line, values: Mapping[str, Decimal], keys: Iterable[str]) -> Fraction | None:
    """What a line's values of some periods make together; None without any."""
    return gathered(line.accumulation, {key: values[key] for key in keys if key in values})


def cut_target(line: Line, cut: Period, keys: Sequence[str], asked: Sequence[str]) -> Fraction | None:
    """What a line should yield in the periods `keys` of a cut, of all those that its window asks for.

    The targets of the periods, brought together as its values are. A line that is measured from its baseline, or by its
    highest figure, owes its target where it ends.
    """
    targets = [target for key in keys if (target := period_target(line, key, asked)) is not None]
    if targets or line.accumulation in SUMMED | STEADY or line.target is None or line.due is None:
        return together(line.accumulation, targets)
    ends_here = cut.start <= line.due <= cut.end and bool(asked)
    return exact(line.target) if ends_here else None


class _Cut:
    """A report and the periods of it that count in a cut. data_until: the last day of which there are figures."""

    def __init__(
        self, report: Consolidated, cut: Period, rule: ReportingRule, bands: tuple[Band, ...], keys: tuple[str, ...]
    ) -> None:
        self.cut, self.rule, self.bands, self.keys = cut, rule, bands, keys
        self.columns = tuple(map(parse_period, report.periods))
        self.kind, base = parse_period(report.period).kind, parse_period(report.period)
        self.data_until = self.last_day(min(cut.end, base.end))
        missing: dict[int, list[str]] = {}
        for each in report.missing:
            if each.period in keys:
                missing.setdefault(each.line.id, []).append(each.period)
        self.missing = missing

    def last_day(self, day: date) -> date:
        """The end of the plan's newest own period that has ended by a day; the day itself where none is known."""
        if self.kind is PeriodKind.CUSTOM:
            return max((each.end for each in self.columns if each.end <= day), default=day)
        running = period_of(self.kind, day)
        return day if running.end == day else previous_period(running).end

    def line(self, row: ConsolidatedLine) -> CutLine:
        """A line at the cut."""
        line, values = row.line, values_by_period(row)
        asked = asked_periods(line, self.kind, self.rule, self.columns)
        value, target = cut_value(line, values, self.keys), cut_target(line, self.cut, self.keys, asked)
        by_now = [key for key in values if parse_period(key).end <= self.cut.end]
        reached = cut_value(line, values, by_now)
        cells = tuple(cell for cell in row.figures if cell.period in self.keys)
        cell = min(cells, key=lambda each: WORST_FIRST.index(each.state), default=self.nothing())
        compliance = sayable(lambda: compliance_with(line, target, value))
        return CutLine(
            row=row,
            cells=cells,
            value=value,
            target=target,
            compliance=compliance,
            reached=reached,
            progress=sayable(lambda: share_reached(line, reached)),
            cell=cell,
            standing=compliance_light(cell, compliance, self.bands),
            missing=tuple(self.missing.get(line.id, ())),
        )

    def nothing(self) -> Figure:
        """The cell of a line in a cut of which nothing counts."""
        place = (self.cut.key, CellState.NOT_EXPECTED, ObligationReason.OUTSIDE_WINDOW)
        return Figure(*place, expected=False, after_cut=False, result=None, obligation=None)
