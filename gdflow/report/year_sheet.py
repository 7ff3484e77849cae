"""The sheet of the period and the year to date, side by side: what each line yielded, should have yielded, and has."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from gdflow.domain.consolidated import Consolidated
from gdflow.domain.cutoffs import CutLine
from gdflow.domain.lines import Line
from gdflow.domain.plan import TargetUnit
from gdflow.domain.reporting import ReportingRule
from gdflow.domain.year_to_date import year_to_date
from gdflow.report.book import Book, shortened
from gdflow.report.looks import Looks
from gdflow.report.page import Page
from gdflow.report.sources_sheet import Traced
from gdflow.report.table import Column, Value, finish_table, set_widths, write_rows
from gdflow.spanish.numbers import rounded
from gdflow.spanish.periods import period_label, period_short

SHEET = "Período y año"
PLACES, LABEL, TITLES = 2, 160, 2
YEAR_RESULT = 7
METHOD = (
    "El año va del 1 de enero al corte. Su resultado junta los de sus períodos como la línea acumula (suma, último, "
    "promedio o máximo), y su meta, las de esos períodos. La línea es todo lo reportado hasta el corte."
)


def write_year(book: Book, looks: Looks, reports: Sequence[Consolidated], rule: ReportingRule, traced: Traced) -> None:
    """A row for each line, plan by plan in the plan's order; the year's result leads to its rows in the sources."""
    page, columns = book.add_worksheet(SHEET), _columns(reports[0].period)
    page.write_string(0, 0, f"{SHEET} · {period_label(reports[0].period)}", looks.of("title"))
    page.write_string(1, 0, METHOD, looks.of("plain"))
    set_widths(page, columns)
    lines = [(report.plan.code, line) for report in reports for line in year_to_date(report, rule).lines]
    end = write_rows(page, looks, TITLES, columns, (_row(*each) for each in lines))
    _link(page, [line for _, line in lines], traced)
    finish_table(page, TITLES, end - 1, len(columns), header=reports[0].plan.entity, footer=f"{SHEET}. {METHOD}")


def _columns(period: str) -> tuple[Column, ...]:
    short = period_short(period)
    return (
        Column("Plan", 16),
        Column("Fila", 7),
        Column("Actividad", 52),
        Column("Equipo responsable", 28),
        Column(f"{short}: resultado", 11),
        Column(f"{short}: meta", 11),
        Column(f"{short}: cumplimiento", 13),
        Column("Año a la fecha: resultado", 11),
        Column("Año a la fecha: meta", 11),
        Column("Año a la fecha: cumplimiento", 13),
        Column("Línea: lleva", 11),
        Column("Línea: meta", 11),
        Column("Línea: avance", 11),
    )


def _row(plan: str, each: CutLine) -> tuple[Value, ...]:
    row, line = each.row, each.line
    return (
        *(plan, line.row, shortened(line.label, LABEL), line.team or ""),
        *(_amount(line, row.cell.value), _amount(line, row.period_target), row.compliance),
        *(_amount(line, each.value), _amount(line, each.target), each.compliance),
        *(_amount(line, row.gathered), _amount(line, line.target), row.progress),
    )


def _amount(line: Line, value: Decimal | Fraction | None) -> Value:
    """A share of a line that counts in percent, else a figure; what was computed is rounded to be read."""
    if value is None or line.target_unit is TargetUnit.PERCENT:
        return None if value is None else Fraction(value)
    return value if isinstance(value, Decimal) else rounded(value, PLACES)


def _link(page: Page, lines: Sequence[CutLine], traced: Traced) -> None:
    for row, each in enumerate(lines, start=TITLES + 1):
        key = each.line.plan_id, each.line.id
        if key in traced:
            page.link(row, YEAR_RESULT, f"'Fuentes'!A{traced[key] + 1}", "Ver de dónde sale esta cifra")
