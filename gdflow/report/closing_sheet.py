"""The sheet of the closing: who closed, in spite of what, the hashes, and what changed since the closing before."""

from collections.abc import Iterable, Iterator, Sequence

from gdflow.domain.closing import Check, Closed, Reopening, ReopeningScope, Snapshot
from gdflow.domain.consolidated import BOGOTA
from gdflow.report.book import Book, landscape, shortened
from gdflow.report.looks import Looks
from gdflow.report.page import Page
from gdflow.report.table import Column, Value, set_widths, write_rows
from gdflow.spanish.closing import CHANGED_FIELDS
from gdflow.spanish.dates import long_date
from gdflow.spanish.numbers import percent
from gdflow.spanish.periods import period_label, period_short

SHEET = "Cierre"
LABEL = 200
WIDTHS = (16, 10, 46, 26, 18, 36, 36, 36)
CLOSINGS = (
    *("Plan", "Período", "Cierre", "Documento", "Sucesos en el registro", "Cifras congeladas (SHA-256)"),
    *("Cierre anterior (SHA-256)", "Último eslabón del registro"),
)
CHECKS = "Plan", "Cuántos", "Qué se revisó antes de cerrar", "Quién decidió cerrar", "Estado", "Motivo"
REOPENED = "Plan", "Hasta", "Motivo", "Quién lo reabrió", "Desde", "Para quién"
CHANGES = "Plan", "Fila", "Actividad", "Equipo", "Período", "Qué cambió", "Antes", "Ahora"
FROZEN = (
    "Las cifras de este libro son las congeladas en el cierre: no cambian sin una reapertura con autor, motivo y "
    "fecha, que da lugar a un cierre nuevo."
)
NO_CHANGES = "Ningún dato cambió."

Row = tuple[Value, ...]


def write_closing(book: Book, looks: Looks, closings: Sequence[Closed], still_open: Sequence[str]) -> None:
    """A row for each closing, what was looked at before it, and what it says otherwise than the one before.

    still_open: codes of the book's plans whose period is not closed.
    """
    page, first = book.add_worksheet(SHEET), closings[0].snapshot
    page.write_string(0, 0, f"{SHEET} · {period_label(first.report.period)}", looks.of("title"))
    page.write_string(1, 0, FROZEN, looks.of("plain"))
    if still_open:
        page.write_string(2, 0, f"Sin cerrar: {', '.join(still_open)}.", looks.of("important"))
    set_widths(page, [Column("", width) for width in WIDTHS])
    row = _section(page, looks, 4, "Qué se cerró", CLOSINGS, map(_closing, closings))
    frozen = [each.snapshot for each in closings]
    row = _section(page, looks, row, "Revisión previa", CHECKS, (told for its in frozen for told in _checks(its)))
    row = _section(page, looks, row, "Reaperturas", REOPENED, (told for its in frozen for told in _reopenings(its)))
    for its in frozen:
        row = _write_changes(page, looks, row, its)
    page.hide_gridlines(2)
    landscape(page, header=first.entity.name, footer=SHEET, repeat=(0, 0))


def _section(page: Page, looks: Looks, row: int, title: str, titles: Sequence[str], rows: Iterable[Row]) -> int:
    """A table under its title, or nothing where it has no rows; returns where the next section begins."""
    known = list(rows)
    if not known:
        return row
    page.write_string(row, 0, title, looks.of("section"))
    columns = [Column(name, width) for name, width in zip(titles, WIDTHS, strict=False)]
    return write_rows(page, looks, row + 1, columns, known) + 1


def _write_changes(page: Page, looks: Looks, row: int, its: Snapshot) -> int:
    if its.differences is None:
        return row
    title = f"Qué cambió desde el cierre {its.differences.closing} · {its.report.plan.code}"
    if not its.differences.changes:
        page.write_string(row, 0, title, looks.of("section"))
        page.write_string(row + 1, 0, NO_CHANGES, looks.of("plain"))
        return row + 3
    end = _section(page, looks, row, title, CHANGES, _changes(its))
    page.write_string(end - 1, 0, _moved(its), looks.of("plain"))
    return end + 1


def _closing(closed: Closed) -> Row:
    facts, its = closed.facts, closed.snapshot
    at = its.closed_at.astimezone(BOGOTA)
    missing = f"Quedaron {facts.missing} resultados sin reporte." if facts.missing else "No faltó ningún resultado."
    told = f"Cierre {facts.number}, el {long_date(at.date())} a las {at:%H:%M}, por {its.closed_by}. {missing}"
    document = " · versión ".join(part for part in (its.document.code, its.document.version) if part)
    hashes = facts.sha256, its.previous_sha256, facts.head
    return facts.plan, period_short(facts.period), told, document or None, facts.events, *hashes


def _checks(its: Snapshot) -> Iterator[Row]:
    for check in Check:
        found = sum(each.check is check for each in its.pending)
        spite = next((each for each in its.in_spite if each.check is check), None)
        plan = its.report.plan.code
        if spite is None:
            yield plan, found, check.label, None, "Pendiente" if found else "Sin pendientes", None
        else:
            yield plan, spite.count, check.label, spite.by, "Se cerró a pesar de esto", spite.reason


def _reopenings(its: Snapshot) -> Iterator[Row]:
    rows = {each.line.uid: f"Fila {each.line.row}" for each in its.report.lines}
    for each in its.reopenings:
        whom = _for_whom(each, rows.get(each.line_uid or "", each.scope.label))
        yield its.report.plan.code, each.until, each.reason, each.author, each.opened_at, whom


def _for_whom(each: Reopening, line: str) -> str:
    if each.scope is ReopeningScope.LINE:
        return line
    return each.team if each.scope is ReopeningScope.TEAM and each.team else each.scope.label


def _changes(its: Snapshot) -> Iterator[Row]:
    for each in its.differences.changes if its.differences else ():
        told = its.report.plan.code, each.row, shortened(each.label, LABEL), each.team
        period = period_short(each.period) if each.period else None
        yield *told, period, CHANGED_FIELDS.get(each.field, each.field), each.before, each.after


def _moved(its: Snapshot) -> str:
    made = its.differences
    if made is None or made.progress_before is None or made.progress_after is None:
        return ""
    before, after = percent(made.progress_before, 2), percent(made.progress_after, 2)
    return f"El avance del plan, por promedio de líneas, pasó de {before} a {after}."
