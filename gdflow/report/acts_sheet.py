"""The sheet of changes by an act: what a line's date, target or team was, what it is, and from when."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

from gdflow.domain.amendments import AmendedField, Amendment
from gdflow.domain.closing import Closed, Snapshot
from gdflow.domain.lines import Line
from gdflow.domain.plan import TargetUnit
from gdflow.report.book import Book, shortened
from gdflow.report.looks import Looks
from gdflow.report.table import Column, Value, finish_table, set_widths, write_rows
from gdflow.spanish.periods import period_label

SHEET = "Cambios con acta"
TITLES, LABEL = 2, 160
COLUMNS = (
    Column("Plan", 16),
    Column("Fila", 7),
    Column("Actividad", 48),
    Column("Qué cambió", 18),
    Column("Antes", 20),
    Column("Ahora", 20),
    Column("Rige desde", 12),
    Column("Acto", 24),
    Column("Motivo", 40),
    Column("Quién lo decidió", 22),
    Column("Decidido", 16),
    Column("Estado", 18),
)
SAID = "Rigen desde su fecha; los períodos cerrados antes conservan lo que decían."
NONE = "Ninguna línea cambió por un acto hasta este cierre."
GONE = "Ya no está en el plan"


def write_acts(book: Book, looks: Looks, closings: Sequence[Closed]) -> None:
    """Every change that the closings hold, plan by plan in the order of their decision."""
    page, first = book.add_worksheet(SHEET), closings[0].snapshot
    rows = [row for closed in closings for row in _rows(closed.snapshot)]
    page.write_string(0, 0, f"{SHEET} · {period_label(first.report.period)}", looks.of("title"))
    page.write_string(1, 0, SAID if rows else NONE, looks.of("plain"))
    set_widths(page, COLUMNS)
    end = write_rows(page, looks, TITLES, COLUMNS, rows)
    finish_table(page, TITLES, end - 1, len(COLUMNS), header=first.entity.name, footer=f"{SHEET}. {SAID}")


def _rows(its: Snapshot) -> Iterator[tuple[Value, ...]]:
    lines = {each.line.id: each.line for each in its.report.lines}
    for each in its.amendments:
        line = lines.get(each.line_id)
        yield (
            *(its.report.plan.code, line.row if line else None, shortened(line.label, LABEL) if line else GONE),
            *(each.field.label, _value(each, each.before, line), _value(each, each.after, line)),
            *(each.effective_on, each.act, each.reason, each.author, each.decided_at, _state(each)),
        )


def _value(each: Amendment, value: str | None, line: Line | None) -> Value:
    """What an amendment holds as text, as the date or the figure that it is."""
    if value is None or each.field is AmendedField.TEAM:
        return value
    if each.field is AmendedField.DUE:
        return date.fromisoformat(value)
    share = line is not None and line.target_unit is TargetUnit.PERCENT
    return Fraction(value) if share else Decimal(value)


def _state(each: Amendment) -> str:
    if each.undone_at is not None:
        return "Deshecho"
    return "Vigente" if each.in_force else "Por entrar en vigor"
