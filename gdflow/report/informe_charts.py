"""The charts of a plan's report, the same for paper and page."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date

from gdflow.domain.bands import BLUE, GREEN, GREY, RED
from gdflow.domain.consolidated import Consolidated, ConsolidatedLine
from gdflow.domain.figures import ANSWERED, MISSING, Figure
from gdflow.domain.lights import Light
from gdflow.domain.periods import parse_period
from gdflow.domain.results import CellState
from gdflow.domain.rollups import Rollup
from gdflow.report.charts import Bar, Chart, Part, Stack, bars, stacks
from gdflow.spanish.numbers import percent
from gdflow.spanish.periods import period_short

MOST_BARS = 30
NO_FIGURE = "sin cifra"
KINDS = (
    ("Reportada", "✔", GREEN),
    ("Sin reporte", "✖", RED),
    ("Devuelta o ilegible", "◆", BLUE),
    ("Por venir", "○", GREY),
    ("No debía reportar", "–", "#8E979E"),
)
DONE, LACKING, RETURNED, TO_COME, NOT_OWED = range(5)


def lights_chart(report: Consolidated) -> Chart:
    """The two lights of the period, as counts of lines."""
    given = (
        Stack("Cumplimiento: el resultado frente a la meta", _lights(report, lambda line: line.standing)),
        Stack("Oportunidad: el reporte frente a su fecha", _lights(report, lambda line: line.timeliness)),
    )
    return stacks("Los dos semáforos del período, en número de líneas", given)


def periods_chart(report: Consolidated) -> Chart:
    """The periods of the report's year: how many lines reported, did not, are still to report, or did not owe."""
    end = parse_period(report.period).end
    given = [
        Stack(
            period_short(key),
            _kinds(_kind(line.figures[at], end) for line in report.lines),
        )
        for at, key in enumerate(report.periods)
    ]
    return stacks("Reportes de los períodos del año, en número de líneas", given)


def progress_chart(title: str, groups: Sequence[Rollup]) -> Chart:
    """How far groups have come, each bar up to the target; at most so many as can be read."""
    return bars(title, [Bar(each.group, each.progress, _figure(each)) for each in groups[:MOST_BARS]])


def _figure(group: Rollup) -> str:
    return NO_FIGURE if group.progress is None else percent(group.progress)


def _lights(report: Consolidated, of: Callable[[ConsolidatedLine], Light]) -> tuple[Part, ...]:
    found = Counter(of(line) for line in report.lines)
    ordered = sorted(found, key=lambda light: (-found[light], light.label))
    return tuple(Part(light.label, light.symbol, light.colour, found[light]) for light in ordered)


def _kinds(kinds: Iterable[int]) -> tuple[Part, ...]:
    found = Counter(kinds)
    return tuple(Part(*words, found[kind]) for kind, words in enumerate(KINDS))


def _kind(cell: Figure, end: date) -> int:
    if cell.after_cut or (cell.expected and parse_period(cell.period).end > end):
        return TO_COME
    if cell.state in ANSWERED:
        return DONE
    if not cell.expected:
        return NOT_OWED
    if cell.state in MISSING:
        return LACKING
    return RETURNED if cell.state in {CellState.RETURNED, CellState.UNREADABLE} else TO_COME
