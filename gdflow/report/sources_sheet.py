"""The sheet of sources: each figure with its line, its period, how it came in and when, so that it can be checked."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from gdflow.domain.consolidated import Consolidated, ConsolidatedLine
from gdflow.domain.figures import Figure
from gdflow.domain.lines import Line, Result, ResultSource
from gdflow.domain.plan import TargetUnit
from gdflow.report.book import Page, shortened
from gdflow.report.looks import Looks
from gdflow.report.table import Column, Value, finish_table, set_widths, write_rows
from gdflow.spanish.numbers import number
from gdflow.spanish.periods import period_label, period_short

COLUMNS = (
    Column("Plan", 16),
    Column("Fila", 7),
    Column("Actividad", 52),
    Column("Período", 10),
    Column("Valor", 10),
    Column("Resultado acumulado exacto", 20),
    Column("Origen", 34),
    Column("Recibido", 16),
    Column("Evidencia", 44),
)
TITLES = 2
LABEL = 160
SAID = "De qué reportes sale cada cifra, cómo llegaron y cuándo. El texto de cada reporte está en «Observaciones»."

Traced = Mapping[tuple[int, int], int]


def source_rows(reports: Sequence[Consolidated]) -> Traced:
    """The first row (0-based) in which a line's sources stand, by plan and line id; lines without any are absent."""
    rows: dict[tuple[int, int], int] = {}
    for row, (report, line, _) in enumerate(_cells(reports), start=TITLES + 1):
        rows.setdefault((report.plan.id, line.line.id), row)
    return rows


def write_sources(page: Page, looks: Looks, reports: Sequence[Consolidated]) -> None:
    """One row for each result that a figure of the report is made of."""
    first = reports[0]
    page.write_string(0, 0, f"Fuentes · {period_label(first.period)}", looks.of("title"))
    page.write_string(1, 0, SAID, looks.of("plain"))
    set_widths(page, COLUMNS)
    rows = (row for report in reports for row in _rows(report))
    end = write_rows(page, looks, TITLES, COLUMNS, rows)
    finish_table(page, TITLES, end - 1, len(COLUMNS), header=first.plan.entity, footer="Fuentes de las cifras")


def _cells(reports: Sequence[Consolidated]) -> Iterator[tuple[Consolidated, ConsolidatedLine, Figure]]:
    for report in reports:
        for line in report.lines:
            for cell in line.figures:
                if cell.result is not None:
                    yield report, line, cell


def _rows(report: Consolidated) -> Iterator[tuple[Value, ...]]:
    printed = {each.period: each.index for each in reversed(report.plan.columns) if each.role == "result"}
    for line in report.lines:
        facts = line.line
        results = [cell.result for cell in line.figures if cell.result is not None]
        told = (report.plan.code, facts.row, shortened(facts.label, LABEL)) if results else ()
        ratio = _ratio(line) if results else None
        for result in results:
            origin = _origin(report.plan.source, facts, result, printed.get(result.period))
            value = _value(facts, result)
            yield (*told, period_short(result.period), value, ratio, origin, result.reported_at, result.evidence or "")


def _value(line: Line, result: Result) -> Value:
    return Fraction(result.value) if line.target_unit is TargetUnit.PERCENT else result.value


def _ratio(line: ConsolidatedLine) -> Value:
    if line.progress is None or line.gathered is None or line.line.target is None:
        return None
    return f"{number(line.gathered, 6).rstrip('0').rstrip(',')} de {number(line.line.target)} = {line.progress}"


def _origin(source: str, line: Line, result: Result, column: int | None) -> str:
    if result.source is ResultSource.FORM:
        return f"Formulario del equipo, recibo {result.receipt or 'sin número'}"
    cell = line.result_cells.get(result.period)
    printed = line.texts.get(column) if column is not None else None
    place = f"hoja {line.sheet}, " + (f"celda {cell}" if cell else f"fila {line.row}")
    return f"{source}, {place}" + (f": «{printed}»" if printed else "")
