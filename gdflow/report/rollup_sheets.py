"""The sheets that bring lines together: per team, per item and per stage of the PHVA cycle.

A team and a stage go through all plans of a book, an item belongs to its plan.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from gdflow.domain.consolidated import Consolidated, ConsolidatedLine
from gdflow.domain.entity_means import stages_among, teams_among
from gdflow.domain.groups import stage_of, team_of
from gdflow.domain.rollups import Method, Rollup
from gdflow.report.book import Book
from gdflow.report.looks import Looks
from gdflow.report.table import Column, Value, finish_table, set_widths, write_rows
from gdflow.spanish.periods import period_label

METHOD = "Avance: promedio de las líneas del grupo, cada una con igual peso y a lo sumo 100 %."
WEIGHTED = "Avance: promedio de las líneas del grupo, ponderado con los pesos del plan, cada una a lo sumo 100 %."
TITLES = 2


@dataclass(frozen=True, slots=True)
class Measure:
    """A column of figures and where a group has them."""

    column: Column
    of: Callable[[Rollup], Value]


LINES = Measure(Column("Líneas", 9), lambda group: group.lines)
PROGRESS = Measure(Column("Avance", 11), lambda group: group.progress)
COMPLIANCE = Measure(Column("Cumplimiento del período", 15), lambda group: group.compliance)
ALL = (
    LINES,
    PROGRESS,
    Measure(Column("Avance sin tope", 11), lambda group: group.uncapped),
    Measure(Column("Líneas sobre 100 %", 11), lambda group: group.over),
    COMPLIANCE,
    Measure(Column("Debían reportar", 11), lambda group: group.tally.owed),
    Measure(Column("Reportaron", 12), lambda group: group.tally.answered),
    Measure(Column("Sin reporte", 11), lambda group: group.tally.missing),
    Measure(Column("Pendientes", 12), lambda group: group.tally.pending),
)
# Of an item among hundreds people ask how far it has come; who has not answered stands in the sheet of missing ones.
BRIEF = (LINES, PROGRESS, COMPLIANCE)

Placed = tuple[str, Rollup]


@dataclass(frozen=True, slots=True)
class Charted:
    """Where the figures of the summary's chart stand: a sheet, its names and its shares, rows 0-based."""

    sheet: str
    what: str
    first: int
    last: int
    groups: tuple[Rollup, ...]


def write_rollups(book: Book, looks: Looks, reports: Sequence[Consolidated]) -> tuple[Charted, ...]:
    """Write the three sheets; answers where each has its figures, in the order of the sheets."""
    items = [(report.plan.code, item) for report in reports for item in report.items]
    kinds = (
        ("Equipos", "Equipo", _placed(teams_among(reports), reports, team_of), ALL),
        ("Ítems", "Ítem", items, ALL if len(reports) == 1 else BRIEF),
        ("Ciclo PHVA", "Etapa", _placed(stages_among(reports), reports, stage_of), ALL),
    )
    return tuple(_write(book, looks, reports[0], *kind) for kind in kinds)


def _placed(
    groups: Sequence[Rollup], reports: Sequence[Consolidated], name: Callable[[ConsolidatedLine], str]
) -> list[Placed]:
    """Each group with the plan in which its lines stand, or how many plans they are."""
    plans: dict[str, list[str]] = {}
    for report in reports:
        for group in {name(line) for line in report.lines}:
            plans.setdefault(group, []).append(report.plan.code)
    return [(_where(plans[group.group]), group) for group in groups]


def _where(plans: Sequence[str]) -> str:
    return plans[0] if len(plans) == 1 else f"{len(plans)} planes"


def _write(
    book: Book,
    looks: Looks,
    report: Consolidated,
    sheet: str,
    what: str,
    groups: Sequence[Placed],
    measures: Sequence[Measure],
) -> Charted:
    page = book.add_worksheet(sheet)
    columns = (Column("Plan", 16), Column(what, 58), *(measure.column for measure in measures))
    page.write_string(0, 0, f"{sheet} · {period_label(report.period)}", looks.of("title"))
    method = _method([group for _, group in groups])
    page.write_string(1, 0, method, looks.of("plain"))
    set_widths(page, columns)
    rows = ((plan, group.group, *(measure.of(group) for measure in measures)) for plan, group in groups)
    end = write_rows(page, looks, TITLES, columns, rows)
    finish_table(page, TITLES, end - 1, len(columns), header=report.plan.entity, footer=f"{sheet}. {method}")
    return Charted(sheet, what, TITLES + 1, end - 1, tuple(group for _, group in groups))


def _method(groups: Sequence[Rollup]) -> str:
    """How the means of the sheet were taken; where the plan has weights that were not used, also why."""
    said = WEIGHTED if any(group.method is Method.WEIGHTED_LINES for group in groups) else METHOD
    note = next((group.note for group in groups if group.note), None)
    return f"{said} Nota: {note.label}." if note else said
