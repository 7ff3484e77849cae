"""The tables of a workbook of many entities: each column with what stands in it, so that both are read together."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Generic, TypeVar

from gdflow.domain.closing import Closed
from gdflow.domain.consolidated import Missing
from gdflow.domain.cutoffs import CutLine
from gdflow.domain.lines import Line
from gdflow.domain.nation import EntitySums
from gdflow.domain.plan import TargetUnit
from gdflow.domain.rollups import Rollup
from gdflow.report.book import shortened
from gdflow.report.sources_sheet import Source, exact_ratio, told_results
from gdflow.report.table import Column, Value
from gdflow.spanish.numbers import rounded
from gdflow.spanish.periods import period_short

LABEL, TITLE, PLACES = 160, 120, 2
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Held(Generic[T]):
    """A column and what a row has in it."""

    title: str
    width: float
    of: Callable[[T], Value]


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A closing with its plan and its entity; place: where its first line stands in the book."""

    closed: Closed
    place: str | None = None

    @property
    def entity(self) -> str:
        """The entity's name."""
        return self.closed.snapshot.entity.name

    @property
    def mean(self) -> Rollup:
        """The plan's progress, by lines."""
        return self.closed.snapshot.report.by_lines


@dataclass(frozen=True, slots=True)
class TeamRow:
    """A team in a plan."""

    plan: PlanRow
    team: Rollup


@dataclass(frozen=True, slots=True)
class LineRow:
    """A line with what it yielded in the year. source: its results, None where it has none."""

    plan: PlanRow
    year: CutLine
    source: Source | None


@dataclass(frozen=True, slots=True)
class MissingRow:
    """A result that is owed and not there."""

    plan: PlanRow
    missing: Missing


def columns(table: Sequence[Held[T]]) -> list[Column]:
    """The titles and widths of a table."""
    return [Column(each.title, each.width) for each in table]


def values(table: Sequence[Held[T]], row: T) -> list[Value]:
    """What stands in a row."""
    return [each.of(row) for each in table]


def answers(tally_of: Callable[[T], Rollup]) -> Iterator[Held[T]]:
    """Who owed the period's result and who answered."""
    yield Held("Debían reportar", 11, lambda row: tally_of(row).tally.owed)
    yield Held("Reportaron", 11, lambda row: tally_of(row).tally.answered)
    yield Held("De ellas con 0", 11, lambda row: tally_of(row).tally.zeros)
    yield Held("Sin reporte", 11, lambda row: tally_of(row).tally.missing)
    yield Held("Pendientes", 11, lambda row: tally_of(row).tally.pending)


def amount(line: Line, value: Decimal | Fraction | None) -> Value:
    """A share of a line that counts in percent, else a figure; what was computed is rounded to be read."""
    if value is None or line.target_unit is TargetUnit.PERCENT:
        return None if value is None else Fraction(value)
    return value if isinstance(value, Decimal) else rounded(value, PLACES)


ENTITIES: tuple[Held[EntitySums], ...] = (
    Held("Código", 16, lambda row: row.entity.code),
    Held("Entidad", 48, lambda row: row.entity.name),
    Held("NIT", 16, lambda row: row.entity.nit),
    Held("Planes", 9, lambda row: len(row.plans)),
    Held("Líneas", 9, lambda row: row.lines.lines),
    Held("Avance: promedio de líneas", 12, lambda row: row.by_lines.progress),
    Held("Avance: promedio de planes", 12, lambda row: row.by_plans.progress),
    Held("Promedio de líneas sin tope", 12, lambda row: row.by_lines.uncapped),
    Held("Líneas sobre 100 %", 11, lambda row: row.by_lines.over),
    Held("Cumplimiento del período: promedio de líneas", 16, lambda row: row.by_lines.compliance),
    *answers(lambda row: row.by_lines),
    Held("Faltan en total hasta el corte", 12, lambda row: row.missing),
)
PLANS: tuple[Held[PlanRow], ...] = (
    Held("Entidad", 36, lambda row: row.entity),
    Held("Plan", 20, lambda row: row.closed.facts.plan),
    Held("Título", 48, lambda row: shortened(row.closed.snapshot.report.plan.title or "", TITLE) or None),
    Held("Período", 10, lambda row: period_short(row.closed.facts.period)),
    Held("Cierre", 8, lambda row: row.closed.facts.number),
    Held("Cerrado el", 16, lambda row: row.closed.snapshot.closed_at),
    Held("Líneas", 9, lambda row: row.mean.lines),
    Held("Avance por líneas", 11, lambda row: row.mean.progress),
    Held("Método", 30, lambda row: row.mean.method.label),
    Held("Avance por ítems", 11, lambda row: row.closed.snapshot.report.by_items.progress),
    Held("Sin tope de 100 %", 11, lambda row: row.mean.uncapped),
    Held("Cumplimiento del período", 13, lambda row: row.mean.compliance),
    *answers(lambda row: row.mean),
    Held("Sus líneas empiezan en", 18, lambda row: row.place),
    Held("Cifras congeladas (SHA-256)", 36, lambda row: row.closed.facts.sha256),
)
TEAMS: tuple[Held[TeamRow], ...] = (
    Held("Entidad", 36, lambda row: row.plan.entity),
    Held("Plan", 20, lambda row: row.plan.closed.facts.plan),
    Held("Equipo responsable", 44, lambda row: row.team.group),
    Held("Líneas", 9, lambda row: row.team.lines),
    Held("Avance", 11, lambda row: row.team.progress),
    Held("Cumplimiento del período", 13, lambda row: row.team.compliance),
    *answers(lambda row: row.team),
)
LINES: tuple[Held[LineRow], ...] = (
    Held("Entidad", 30, lambda row: row.plan.entity),
    Held("Plan", 18, lambda row: row.plan.closed.facts.plan),
    Held("Fila", 7, lambda row: row.year.line.row),
    Held("Ítem", 8, lambda row: row.year.line.item or row.year.line.number),
    Held("Actividad", 48, lambda row: shortened(row.year.line.label, LABEL)),
    Held("Equipo responsable", 28, lambda row: row.year.line.team),
    Held("Período: resultado", 11, lambda row: amount(row.year.line, row.year.row.cell.value)),
    Held("Período: meta", 11, lambda row: amount(row.year.line, row.year.row.period_target)),
    Held("Período: cumplimiento", 13, lambda row: row.year.row.compliance),
    Held("Año a la fecha: resultado", 11, lambda row: amount(row.year.line, row.year.value)),
    Held("Año a la fecha: meta", 11, lambda row: amount(row.year.line, row.year.target)),
    Held("Año a la fecha: cumplimiento", 13, lambda row: row.year.compliance),
    Held("Línea: meta", 11, lambda row: amount(row.year.line, row.year.line.target)),
    Held("Línea: avance", 11, lambda row: row.year.row.progress),
    Held("Avance exacto", 18, lambda row: exact_ratio(row.year.row)),
    Held("Semáforo de cumplimiento", 16, lambda row: row.year.row.standing),
    Held("Semáforo de oportunidad", 16, lambda row: row.year.row.timeliness),
    Held(
        "Reportes: período, valor, origen, recibido, evidencia",
        90,
        lambda row: told_results(row.source) if row.source else None,
    ),
)
MISSING: tuple[Held[MissingRow], ...] = (
    Held("Entidad", 36, lambda row: row.plan.entity),
    Held("Plan", 20, lambda row: row.plan.closed.facts.plan),
    Held("Equipo responsable", 36, lambda row: row.missing.team),
    Held("Fila", 7, lambda row: row.missing.line.row),
    Held("Actividad", 60, lambda row: shortened(row.missing.line.label, LABEL)),
    Held("Período", 11, lambda row: period_short(row.missing.period)),
    Held("Debía reportar hasta", 14, lambda row: row.missing.due_on),
)
