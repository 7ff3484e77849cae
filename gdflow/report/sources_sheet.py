"""The sheet of sources: each figure with its line, its period, how it came in and when, so that it can be checked."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from gdflow.domain.consolidated import Consolidated, ConsolidatedLine
from gdflow.domain.figures import Figure
from gdflow.domain.lines import Line, Result, ResultSource
from gdflow.domain.plan import PlanColumn, TargetUnit
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
    rows = (_row(report, line, cell.result) for report, line, cell in _cells(reports) if cell.result)
    end = write_rows(page, looks, TITLES, COLUMNS, rows)
    finish_table(page, TITLES, end - 1, len(COLUMNS), header=first.plan.entity, footer="Fuentes de las cifras")


def _cells(reports: Sequence[Consolidated]) -> Iterator[tuple[Consolidated, ConsolidatedLine, Figure]]:
    for report in reports:
        for line in report.lines:
            for cell in line.figures:
                if cell.result is not None:
                    yield report, line, cell


def _row(report: Consolidated, line: ConsolidatedLine, result: Result) -> tuple[Value, ...]:
    facts = line.line
    percent = facts.target_unit is TargetUnit.PERCENT
    return (
        report.plan.code,
        facts.row,
        shortened(facts.label, LABEL),
        period_short(result.period),
        Fraction(result.value) if percent else result.value,
        _ratio(line),
        _origin(report, facts, result),
        result.reported_at,
        result.evidence or "",
    )


def _ratio(line: ConsolidatedLine) -> Value:
    if line.progress is None or line.gathered is None or line.line.target is None:
        return None
    return f"{number(line.gathered, 6).rstrip('0').rstrip(',')} de {number(line.line.target)} = {line.progress}"


def _origin(report: Consolidated, line: Line, result: Result) -> str:
    if result.source is ResultSource.FORM:
        return f"Formulario del equipo, recibo {result.receipt or 'sin número'}"
    cell = line.result_cells.get(result.period)
    printed = _printed(report.plan.columns, line, result.period)
    place = f"hoja {line.sheet}, " + (f"celda {cell}" if cell else f"fila {line.row}")
    return f"{report.plan.source}, {place}" + (f": «{printed}»" if printed else "")


def _printed(columns: Sequence[PlanColumn], line: Line, period: str) -> str | None:
    index = next((each.index for each in columns if each.role == "result" and each.period == period), None)
    return line.texts.get(index) if index is not None else None
