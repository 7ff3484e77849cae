"""The sheet of what a person should look at in the figures: each with the reason in a sentence."""

from collections.abc import Sequence

from gdflow.domain.consolidated import Consolidated
from gdflow.domain.flags import Flag, flags_of
from gdflow.report.book import Book, shortened
from gdflow.report.looks import Looks
from gdflow.report.table import Column, Value, finish_table, set_widths, write_rows
from gdflow.spanish.flags import flag_text
from gdflow.spanish.periods import period_label

SHEET = "Alertas"
COLUMNS = (
    Column("Plan", 16),
    Column("Fila", 7),
    Column("Actividad", 52),
    Column("Equipo responsable", 30),
    Column("Alerta", 26),
    Column("Por qué", 70),
)
TITLES = 2
LABEL = 160
SAID = "Cifras que conviene revisar con el equipo. Ninguna se cambió."
NONE = "Ninguna cifra llama la atención."


def write_flags(book: Book, looks: Looks, reports: Sequence[Consolidated]) -> None:
    """Every odd figure, plan by plan in the plan's order."""
    page = book.add_worksheet(SHEET)
    rows = [_row(each.plan.code, flag) for each in reports for line in each.lines for flag in flags_of(line)]
    page.write_string(0, 0, f"{SHEET} · {period_label(reports[0].period)}", looks.of("title"))
    page.write_string(1, 0, SAID if rows else NONE, looks.of("plain"))
    set_widths(page, COLUMNS)
    end = write_rows(page, looks, TITLES, COLUMNS, rows)
    finish_table(page, TITLES, end - 1, len(COLUMNS), header=reports[0].plan.entity, footer=f"{SHEET}. {SAID}")


def _row(plan: str, flag: Flag) -> tuple[Value, ...]:
    line = flag.line
    return plan, line.row, shortened(line.label, LABEL), line.team or "", flag.label, flag_text(flag)
