"""The workbook of a plan at a cut that is not one of its own periods: what it rests on, each line, who is missing."""

from collections.abc import Sequence
from datetime import UTC, datetime
from fractions import Fraction

from gdflow.domain.cutoffs import CutLine, CutReport
from gdflow.domain.plan import TargetUnit
from gdflow.domain.rollups import Rollup
from gdflow.report import book as house
from gdflow.report.book import Book, shortened
from gdflow.report.heights import row_height
from gdflow.report.looks import Looks
from gdflow.report.page import Page
from gdflow.report.table import Column, Value, finish_table, set_widths, write_rows
from gdflow.spanish.dates import long_date
from gdflow.spanish.numbers import rounded
from gdflow.spanish.periods import of_period, period_short
from gdflow.spanish.rollups import weights_said

MEANS = (
    Column("Grupo", 44),
    Column("Líneas", 10),
    Column("Avance acumulado", 14),
    Column("Sin tope de 100\u00a0%", 14),
    Column("Cumplimiento del corte", 16),
    Column("Líneas sobre 100\u00a0%", 13),
)
LINES = (
    Column("Fila", 7),
    Column("Ítem", 8),
    Column("Actividad", 52),
    Column("Equipo responsable", 30),
    Column("Resultado del corte", 13),
    Column("Meta del corte", 12),
    Column("Cumplimiento del corte", 14),
    Column("Semáforo de cumplimiento", 16),
    Column("Estado en el corte", 20),
    Column("Períodos sin reporte", 18),
    Column("Lleva al corte", 12),
    Column("Meta de la línea", 12),
    Column("Avance acumulado", 12),
)
MISSING = (
    Column("Equipo responsable", 36),
    Column("Fila", 7),
    Column("Actividad", 66),
    Column("Período", 14),
    Column("Debía reportar hasta", 16),
)
TITLES = 2
LABEL = 160
NOTES = (
    (
        "Resultado del corte: lo que juntan los períodos del plan que terminan en el corte (según la línea, su suma, "
        "su promedio, el mayor o el último). Meta del corte: lo mismo con las metas de esos períodos."
    ),
    (
        "Avance acumulado: todo lo reportado hasta el corte frente a la meta de la línea. En los promedios una línea "
        "cuenta a lo sumo 100 %."
    ),
    "El estado de una línea es el peor de sus períodos en el corte. Una celda sin reporte no es un cero.",
)
NONE_MISSING = "No falta ningún reporte de los períodos del corte."


def write_cut(report: CutReport, said: Sequence[str], *, made_at: datetime) -> bytes:
    """The workbook of a cut. The same report, sentences and moment give the same bytes.

    said: what the report rests on, and from where its figures were taken. made_at: an aware moment.
    """
    with house.uncollected():
        book, buffer = house.new_book(made_at.astimezone(UTC))
        title = f"Corte {of_period(report.cut)} · {report.plan.entity}"
        book.set_properties({"title": title, "created": made_at.astimezone(UTC).replace(tzinfo=None)})
        looks = Looks(book)
        _write_summary(book.add_worksheet("Resumen"), looks, report, said)
        _write_lines(book, looks, report)
        _write_missing(book, looks, report)
        return house.finished(book, buffer)


def _write_summary(page: Page, looks: Looks, report: CutReport, said: Sequence[str]) -> None:
    set_widths(page, MEANS)
    page.write_string(0, 0, f"Corte {of_period(report.cut)}", looks.of("title"))
    page.write_string(1, 0, house.cell_text(report.plan.entity), looks.of("important"))
    page.write_string(2, 0, shortened(house.cell_text(report.plan.title or report.plan.code), 160), looks.of("plain"))
    row = _write_notes(page, looks, 4, "En qué descansan estas cifras", said)
    means = [report.by_lines, report.by_items]
    sections = (
        ("Avance del plan", means),
        ("Por equipo", report.teams),
        ("Por ítem", report.items),
        ("Por etapa del ciclo PHVA", report.stages),
    )
    for title, groups in sections:
        page.write_string(row + 1, 0, title, looks.of("section"))
        row = write_rows(page, looks, row + 2, MEANS, map(_mean, groups))
    row = _write_answers(page, looks, row + 1, report)
    _write_notes(page, looks, row + 1, "Cómo se calculan las cifras", [weights_said(report.by_lines), *NOTES])
    page.hide_gridlines(2)
    house.upright(page, header=report.plan.entity, footer=f"Corte {of_period(report.cut)}", pages=0)


def _mean(group: Rollup) -> tuple[Value, ...]:
    return group.group, group.lines, group.progress, group.uncapped, group.compliance, group.over


def _write_answers(page: Page, looks: Looks, row: int, report: CutReport) -> int:
    """How many results were owed, and the lines by their worst state."""
    tally = report.tally
    page.write_string(row, 0, "Reportes de los períodos del corte", looks.of("section"))
    counts: list[tuple[Value, ...]] = [
        ("Resultados que se debían", tally.owed),
        ("Reportados", tally.answered),
        ("De ellos con 0", tally.zeros),
        ("Sin reporte", tally.missing),
        ("Pendientes", tally.pending),
        *((f"Líneas: {state.label}", lines) for state, lines in report.states.items()),
    ]
    return write_rows(page, looks, row + 1, (Column("Qué", 44), Column("Cuántos", 10)), counts)


def _write_notes(page: Page, looks: Looks, row: int, title: str, notes: Sequence[str]) -> int:
    page.write_string(row, 0, title, looks.of("section"))
    width = sum(column.width for column in MEANS)
    for offset, note in enumerate(notes, start=row + 1):
        page.merge_range(offset, 0, offset, len(MEANS) - 1, "", looks.of("note"))
        page.write_string(offset, 0, house.cell_text(note), looks.of("note"))
        page.set_row(offset, row_height([(note, width)]))
    return row + 1 + len(notes)


def _write_lines(book: Book, looks: Looks, report: CutReport) -> None:
    page = book.add_worksheet("Líneas")
    page.write_string(0, 0, f"Líneas · corte {of_period(report.cut)}", looks.of("title"))
    counted = [period_short(part.period) for part in report.parts if part.counts]
    said = (
        f"Períodos que cuentan: {', '.join(counted)}." if counted else "Ningún período del plan termina en este corte."
    )
    page.write_string(1, 0, f"{said} Hay cifras hasta el {long_date(report.data_until)}.", looks.of("plain"))
    set_widths(page, LINES)
    end = write_rows(page, looks, TITLES, LINES, map(_line, report.lines))
    finish_table(page, TITLES, end - 1, len(LINES), header=report.plan.entity, footer=f"Corte {of_period(report.cut)}")


def _line(each: CutLine) -> tuple[Value, ...]:
    line = each.line
    missing = ", ".join(period_short(key) for key in each.missing)
    target = None if line.target is None else Fraction(line.target)
    return (
        line.row,
        line.item or line.number,
        shortened(line.label, LABEL),
        line.team or "",
        _amount(each, each.value),
        _amount(each, each.target),
        each.compliance,
        each.standing,
        each.state.label,
        missing,
        _amount(each, each.reached),
        _amount(each, target),
        each.progress,
    )


def _amount(each: CutLine, value: Fraction | None) -> Value:
    if value is None or each.line.target_unit is TargetUnit.PERCENT:
        return value
    return rounded(value, 2)


def _write_missing(book: Book, looks: Looks, report: CutReport) -> None:
    page = book.add_worksheet("Faltantes")
    page.write_string(0, 0, f"Faltantes · corte {of_period(report.cut)}", looks.of("title"))
    said = f"Información al {long_date(report.as_of)}." if report.missing else NONE_MISSING
    page.write_string(1, 0, said, looks.of("plain"))
    rows: list[tuple[Value, ...]] = [
        (each.team, each.line.row, shortened(each.line.label, LABEL), period_short(each.period), each.due_on)
        for each in report.missing
    ]
    set_widths(page, MISSING)
    end = write_rows(page, looks, TITLES, MISSING, rows)
    finish_table(
        page, TITLES, end - 1, len(MISSING), header=report.plan.entity, footer=f"Corte {of_period(report.cut)}"
    )
