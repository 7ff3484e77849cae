"""The sheet of sources: each figure with its line, its period, how it came in and when, so that it can be checked.

A book of one plan has a row for each result; a book of several has one for each line, its results below one another.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from gdflow.domain.consolidated import BOGOTA, Consolidated, ConsolidatedLine
from gdflow.domain.lines import Line, Result, ResultSource
from gdflow.domain.plan import TargetUnit
from gdflow.domain.progress import Ratio
from gdflow.domain.quick import quickly_made
from gdflow.report.book import shortened
from gdflow.report.looks import Looks
from gdflow.report.page import Page
from gdflow.report.table import Column, Value, finish_table, set_widths, write_rows
from gdflow.spanish.numbers import number, percent
from gdflow.spanish.periods import of_period, period_label, period_short

PLAN, ROW, RATIO = Column("Plan", 16), Column("Fila", 7), Column("Resultado acumulado exacto", 20)
BY_RESULT = (
    PLAN,
    ROW,
    Column("Actividad", 52),
    Column("Período", 10),
    Column("Valor", 10),
    RATIO,
    Column("Origen", 34),
    Column("Recibido", 16),
    Column("Evidencia", 44),
)
BY_LINE = (PLAN, ROW, RATIO, Column("Reportes: período, valor, origen, recibido, evidencia", 130))
TITLES = 2
LABEL = 160
SAID = "De qué reportes sale cada cifra, cómo llegaron y cuándo. El texto de cada reporte está en «Observaciones»."
ANOTHER_YEAR = "De otro año: su origen está en los informes {of}"

Place = tuple[int, int]
Traced = Mapping[Place, int]


@quickly_made
@dataclass(frozen=True, slots=True)
class Source:
    """A line of a report with the results that its figures are made of. printed: by period, the plan's own column."""

    report: Consolidated
    line: ConsolidatedLine
    results: tuple[Result, ...]
    printed: Mapping[str | None, int]


def sources_of(reports: Sequence[Consolidated]) -> tuple[Source, ...]:
    """Every line that has results, of this year or of earlier ones, plan by plan in the plan's order."""
    return tuple(source for report in reports for source in _sources(report))


def source_rows(sources: Sequence[Source], *, brief: bool) -> Traced:
    """The first row (0-based) in which a line's sources stand, by plan and line id."""
    rows: dict[Place, int] = {}
    row = TITLES + 1
    for source in sources:
        rows[source.report.plan.id, source.line.line.id] = row
        row += 1 if brief else len(source.line.earlier) + len(source.results)
    return rows


def write_sources(page: Page, looks: Looks, report: Consolidated, sources: Sequence[Source], *, brief: bool) -> None:
    """Every result that a figure of the book is made of. report: any of the book's, for its period and entity."""
    page.write_string(0, 0, f"Fuentes · {period_label(report.period)}", looks.of("title"))
    page.write_string(1, 0, SAID, looks.of("plain"))
    columns = BY_LINE if brief else BY_RESULT
    set_widths(page, columns)
    rows = map(_line_row, sources) if brief else (row for source in sources for row in _result_rows(source))
    end = write_rows(page, looks, TITLES, columns, rows)
    finish_table(page, TITLES, end - 1, len(columns), header=report.plan.entity, footer="Fuentes de las cifras")


def _sources(report: Consolidated) -> Iterator[Source]:
    printed = {each.period: each.index for each in reversed(report.plan.columns) if each.role == "result"}
    for line in report.lines:
        results = tuple(cell.result for cell in line.figures if cell.result is not None)
        if results or line.earlier:
            yield Source(report, line, results, printed)


def _result_rows(source: Source) -> Iterator[tuple[Value, ...]]:
    facts = source.line.line
    told = (source.report.plan.code, facts.row, shortened(facts.label, LABEL))
    ratio = exact_ratio(source.line)
    for period, value, where in earlier_of(source):
        yield (*told, period_short(period), _in_its_unit(facts, value), ratio, where, None, "")
    for result in source.results:
        came, evidence = origin(source, result), result.evidence or ""
        shown = period_short(result.period), _in_its_unit(facts, result.value)
        yield (*told, *shown, ratio, came, result.reported_at, evidence)


def _in_its_unit(line: Line, value: Decimal) -> Value:
    return Fraction(value) if line.target_unit is TargetUnit.PERCENT else value


def earlier_of(source: Source) -> Iterator[tuple[str, Decimal, str]]:
    """What a line had before the report's year, oldest first: period, value, and where its origin is told."""
    for period, value in sorted(source.line.earlier.items()):
        yield period, value, ANOTHER_YEAR.format(of=of_period(period))


def told_results(source: Source) -> str:
    """A line's results below one another: period, value, by which way, when, and with what evidence."""
    before = [
        f"{period_short(period)} · {_shown(source, value)} · {where}" for period, value, where in earlier_of(source)
    ]
    return "\n".join([*before, *[_told(source, result) for result in source.results]])


def _line_row(source: Source) -> tuple[Value, ...]:
    return source.report.plan.code, source.line.line.row, exact_ratio(source.line), told_results(source)


def _told(source: Source, result: Result) -> str:
    value = _shown(source, result.value)
    evidence = f" · evidencia: {result.evidence}" if result.evidence else ""
    came, moment = origin(source, result), _moment(result.reported_at)
    return f"{period_short(result.period)} · {value} · {came} · {moment}{evidence}"


def _shown(source: Source, value: Decimal) -> str:
    return percent(value) if source.line.line.target_unit is TargetUnit.PERCENT else number(value)


# what was imported together came at one moment
@lru_cache(maxsize=1024)
def _moment(at: datetime) -> str:
    return f"{at.astimezone(BOGOTA):%d/%m/%Y %H:%M}"


def exact_ratio(line: ConsolidatedLine) -> str | None:
    """How a line's progress is made, without rounding: "27 de 21 = 9/7"; None where there is none."""
    if line.progress is None or line.gathered is None or line.line.target is None:
        return None
    return _ratio_said(line.gathered.as_integer_ratio(), line.line.target, line.progress.as_integer_ratio())


# the figures of a plan repeat; whole numbers are known again at once, and ratios are not
@lru_cache(maxsize=4096)
def _ratio_said(reached: Ratio, target: Decimal, share: Ratio) -> str:
    return f"{number(Fraction(*reached), 6).rstrip('0').rstrip(',')} de {number(target)} = {Fraction(*share)}"


def origin(source: Source, result: Result) -> str:
    """By which way a result came: the receipt of a team's answer, or the place in the imported plan."""
    if result.source is ResultSource.FORM:
        return f"Formulario del equipo, recibo {result.receipt or 'sin número'}"
    return f"{source.report.plan.source}, {_place(source.line.line, result, source.printed.get(result.period))}"


def _place(line: Line, result: Result, column: int | None) -> str:
    cell = line.result_cells.get(result.period)
    printed = line.texts.get(column) if column is not None else None
    place = f"hoja {line.sheet}, " + (f"celda {cell}" if cell else f"fila {line.row}")
    return place + (f": «{printed}»" if printed else "")
