"""The tables of a published period: its groups, its lines, and what changed since the closing before."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from gdflow.domain.closing import Closed, FigureChange
from gdflow.domain.consolidated import ConsolidatedLine
from gdflow.domain.groups import team_of
from gdflow.domain.lights import Light
from gdflow.domain.rollups import Rollup
from gdflow.report.book import shortened
from gdflow.report.informe_blocks import NOTHING
from gdflow.report.informe_lines import figure_said, place, printed, target_said
from gdflow.report.template_names import share
from gdflow.spanish.closing import CHANGED_FIELDS
from gdflow.spanish.numbers import percent
from gdflow.spanish.periods import period_short

LABEL, GROUP, TEAM = 160, 110, 70
TEXTS = frozenset({"narrative", "zero_reason"})
"""Of what people wrote only that it changed is published: a correction may have been made to take it away."""


@dataclass(frozen=True, slots=True)
class LineRow:
    """A line as it stands in the table. standing, timeliness: words with their symbol, and the class of a colour."""

    place: str
    label: str
    team: str
    target: str
    figure: str
    progress: str
    standing: tuple[str, str]
    timeliness: tuple[str, str]


def group_rows(groups: Iterable[Rollup]) -> list[tuple[str, ...]]:
    """Each group: its name, its lines, how far it has come, how it complied, who answered of those who owed."""
    return [
        (
            shortened(each.group, GROUP),
            str(each.lines),
            share(each.progress),
            share(each.compliance),
            f"{each.tally.answered} de {each.tally.owed}",
        )
        for each in groups
    ]


def colours_of(lines: Iterable[ConsolidatedLine]) -> Mapping[str, str]:
    """The colours of the lights, each with the name of its class."""
    known = sorted({light.colour for line in lines for light in (line.standing, line.timeliness)})
    return {colour: f"c{at}" for at, colour in enumerate(known)}


def line_rows(lines: Sequence[ConsolidatedLine], colours: Mapping[str, str]) -> list[LineRow]:
    """The lines in the plan's order."""
    return [_line(each, colours) for each in lines]


def change_rows(closed: Closed) -> Iterator[tuple[str, ...]]:
    """What the closing says otherwise than the one before: line, period, what, before, after."""
    changed = closed.snapshot.differences
    for each in changed.changes if changed else ():
        period = period_short(each.period) if each.period else NOTHING
        what = CHANGED_FIELDS[each.field]
        yield printed(each.row, each.number), shortened(each.label, LABEL), period, what, *_values(each)


def _values(change: FigureChange) -> tuple[str, str]:
    if change.field in TEXTS:
        return NOTHING, "Se corrigió el texto"
    return change.before or NOTHING, change.after or NOTHING


def _line(each: ConsolidatedLine, colours: Mapping[str, str]) -> LineRow:
    said = "" if each.compliance is None else f" ({percent(each.compliance)})"
    return LineRow(
        place=place(each.line),
        label=shortened(each.line.label, LABEL),
        team=shortened(team_of(each), TEAM),
        target=target_said(each.line),
        figure=figure_said(each.line, each.cell),
        progress=NOTHING if each.progress is None else percent(each.progress),
        standing=_lit(each.standing, colours, said),
        timeliness=_lit(each.timeliness, colours),
    )


def _lit(light: Light, colours: Mapping[str, str], more: str = "") -> tuple[str, str]:
    return light.text + more, colours[light.colour]
