"""The columns of the consolidated sheet: the plan's own in their order, then what the plan does not have.

A sheet among those of many plans is brief: it says nothing of periods after the cut, and leaves to the sheet of
sources the day on which a line was answered.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache

from gdflow.domain.consolidated import Consolidated
from gdflow.domain.periods import parse_period
from gdflow.domain.plan import PlanColumn
from gdflow.spanish.periods import period_short


class Holds(Enum):
    """What gdflow writes in a column; TEXT is the plan's own text, NOTHING stands in a period after the cut."""

    TEXT = "text"
    START = "start"
    DUE = "due"
    TARGET = "target"
    FIGURE = "figure"
    TOTAL = "total"
    NOTES = "notes"
    COMPLIANCE = "compliance"
    TIMELINESS = "timeliness"
    STANDING = "standing"
    ANSWERED = "answered"
    REVIEW = "review"
    NOTHING = "nothing"


BY_ROLE = {
    "start": Holds.START,
    "due": Holds.DUE,
    "target": Holds.TARGET,
    "result": Holds.FIGURE,
    "printed_result": Holds.TOTAL,
    "observations": Holds.NOTES,
}
WIDTHS = {
    "item": 6.5,
    "number": 6.5,
    "path": 20,
    "stage": 11,
    "activity": 30,
    "action": 30,
    "deliverable": 24,
    "indicator": 24,
    "target_text": 24,
    "responsible": 19,
    "start": 11,
    "due": 11,
    "target": 10,
    "result": 12,
    "printed_result": 12,
    "observations": 50,
}
OTHER_WIDTH = 18
WIDEST, PROSE_LINES = 90, 16
"""The widest column of a plan that is written in prose, and how many lines its longest text then takes, or so."""
PRINTED_PERCENT = re.compile(r"\d+(?:[.,](\d+))?\s*%")


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column of the sheet. index: the plan's column whose text it shows. period: of a FIGURE, or of NOTES that the
    plan keeps apart for each period."""

    title: str
    width: float
    holds: Holds
    index: int | None = None
    period: str | None = None


def sheet_columns(report: Consolidated, *, brief: bool = False) -> tuple[SheetColumn, ...]:
    """The plan's own columns, each once, and behind them those that gdflow adds."""
    own = [_roomy(_own(column, report.periods), report) for column in report.plan.columns]
    present = {column.period for column in own if column.holds is Holds.FIGURE}
    kinds = {column.holds for column in own}
    added = [_figures(period) for period in report.periods if period not in present]
    if Holds.TOTAL not in kinds:
        added.append(SheetColumn("RESULTADO", WIDTHS["printed_result"], Holds.TOTAL))
    if Holds.NOTES not in kinds:
        added.append(SheetColumn("Observaciones", WIDTHS["observations"], Holds.NOTES))
    whole = (*own, *added, *_lights(report.period), *_review(report))
    return tuple(_briefly(whole, report.period)) if brief else whole


# asked of every line, and most print alike
@lru_cache(maxsize=1024)
def printed_places(printed: str | None) -> int:
    """How many decimals the plan itself prints in a percentage, one where it does not say."""
    found = PRINTED_PERCENT.fullmatch(printed.strip()) if printed else None
    return len(found[1] or "") if found else 1


def _briefly(columns: Iterable[SheetColumn], cut: str) -> Iterator[SheetColumn]:
    end = parse_period(cut).end
    for column in columns:
        if column.holds is Holds.FIGURE and column.period and parse_period(column.period).end > end:
            yield replace(column, title=f"{column.title} (después del corte)", holds=Holds.NOTHING)
        elif column.holds is not Holds.ANSWERED:
            yield column


def texts_of(report: Consolidated, index: int) -> list[str]:
    """What the plan prints in a column, one text a line."""
    return [line.line.texts.get(index, "") for line in report.lines]


def _roomy(column: SheetColumn, report: Consolidated) -> SheetColumn:
    """A column in which the longest text of the plan is read whole: no row is higher than a page."""
    if column.holds is not Holds.TEXT or column.index is None:
        return column
    needed = min(WIDEST, max(map(len, texts_of(report, column.index)), default=0) / PROSE_LINES)
    return replace(column, width=needed) if needed > column.width else column


def _own(column: PlanColumn, periods: Sequence[str]) -> SheetColumn:
    holds = _holds(column, periods)
    if holds is Holds.FIGURE and column.period is not None:
        return _figures(column.period, column.index)
    title = " ".join(column.title.split())
    return SheetColumn(title, WIDTHS.get(column.role or "", OTHER_WIDTH), holds, column.index, column.period)


def _holds(column: PlanColumn, periods: Sequence[str]) -> Holds:
    holds = BY_ROLE.get(column.role or "", Holds.TEXT)
    if holds is Holds.FIGURE and column.period not in periods:
        return Holds.TEXT
    # a printed percentage of one period is not the total, which has no period
    return Holds.TEXT if holds is Holds.TOTAL and column.period else holds


def _figures(period: str, index: int | None = None) -> SheetColumn:
    return SheetColumn(f"Resultado {period_short(period)}", WIDTHS["result"], Holds.FIGURE, index, period)


def _review(report: Consolidated) -> tuple[SheetColumn, ...]:
    """Only where somebody reviews the plan."""
    if report.reviewed is None:
        return ()
    return (SheetColumn(f"Revisión {period_short(report.period)}", 24, Holds.REVIEW),)


def _lights(period: str) -> tuple[SheetColumn, ...]:
    short = period_short(period)
    return (
        SheetColumn(f"Cumplimiento {short}", 14, Holds.COMPLIANCE),
        SheetColumn(f"Semáforo de cumplimiento {short}", 16, Holds.STANDING),
        SheetColumn(f"Semáforo de oportunidad {short}", 16, Holds.TIMELINESS),
        SheetColumn(f"Reportó {short}", 12, Holds.ANSWERED),
    )
