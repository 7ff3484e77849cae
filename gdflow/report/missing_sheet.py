"""The sheet of missing reports: who owes which line, until when, and whether that day has passed."""

from collections.abc import Sequence

from gdflow.domain.bands import Timeliness
from gdflow.domain.consolidated import Consolidated, Missing
from gdflow.domain.lights import Light
from gdflow.report.book import shortened
from gdflow.report.looks import Looks
from gdflow.report.page import Page
from gdflow.report.table import Column, Value, finish_table, set_widths, write_rows
from gdflow.spanish.dates import long_date
from gdflow.spanish.periods import period_label, period_short

COLUMNS = (
    Column("Plan", 16),
    Column("Equipo responsable", 34),
    Column("Ítem", 8),
    Column("Actividad", 60),
    Column("Período", 11),
    Column("Debe reportar hasta", 14),
    Column("El período cierra", 14),
    Column("Estado", 16),
)
TITLES = 2
LABEL = 220
NONE_MISSING = "No falta ningún reporte hasta la fecha de corte."


def write_missing(page: Page, looks: Looks, reports: Sequence[Consolidated]) -> None:
    """Every result that is owed up to the cut and not there, plan by plan in the plan's order."""
    first = reports[0]
    page.write_string(0, 0, f"Faltantes · {period_label(first.period)}", looks.of("title"))
    rows = [_row(report, missing) for report in reports for missing in report.missing]
    said = f"Información al {long_date(first.as_of)}." if rows else NONE_MISSING
    page.write_string(1, 0, said, looks.of("plain"))
    set_widths(page, COLUMNS)
    end = write_rows(page, looks, TITLES, COLUMNS, rows)
    finish_table(page, TITLES, end - 1, len(COLUMNS), header=first.plan.entity, footer="Reportes que faltan")


def _row(report: Consolidated, missing: Missing) -> tuple[Value, ...]:
    line = missing.line
    light = Timeliness.OVERDUE if missing.overdue else Timeliness.PENDING
    return (
        report.plan.code,
        missing.team,
        line.item or line.number,
        shortened(line.label, LABEL),
        period_short(missing.period),
        missing.due_on,
        missing.closes_on,
        Light(light.label, light.symbol, light.colour),
    )
