"""The index of an evidence pack, as a workbook and as a page: every annex with its place, and figures without any."""

from collections.abc import Iterator, Sequence
from datetime import UTC
from fractions import Fraction

from gdflow.domain.closing import Closed
from gdflow.domain.groups import item_of, team_of
from gdflow.domain.plan import TargetUnit
from gdflow.report import book as house
from gdflow.report.evidence_facts import LINK_STATES, Annex, AnnexState, Unbacked
from gdflow.report.looks import Looks
from gdflow.report.page import Page
from gdflow.report.table import Column, Value, finish_table, set_widths, write_rows
from gdflow.report.web_markup import written_page
from gdflow.spanish.amounts import amount
from gdflow.spanish.periods import period_label, period_short

ANNEXES = (
    Column("Ítem", 26),
    Column("Fila", 7),
    Column("Actividad", 36),
    Column("Equipo responsable", 22),
    Column("Período", 10),
    Column("Anexo", 8),
    Column("Estado", 22),
    Column("Carpeta", 26),
    Column("Archivo, o enlace", 42),
    Column("Nombre original", 28),
    Column("Fecha del documento", 12),
    Column("Tamaño (bytes)", 12),
    Column("Huella SHA-256", 34),
)
FILE = 8
WITHOUT = (
    Column("Ítem", 34),
    Column("Fila", 7),
    Column("Actividad", 60),
    Column("Equipo responsable", 34),
    Column("Período", 10),
    Column("Resultado reportado", 14),
    Column("Lo que dice el reporte sobre su evidencia", 60),
)
TITLES = 2
LABEL = 200
BAD = frozenset({AnnexState.ABSENT, AnnexState.ALTERED, AnnexState.DEAD})
PAGE = "evidence_index.html"
NONE_WITHOUT = "Todos los resultados distintos de cero tienen anexo."


def write_index_book(closed: Closed, annexes: Sequence[Annex], without: Sequence[Unbacked]) -> bytes:
    """The workbook; each packed file is a link to itself, beside the workbook once the pack is unpacked."""
    at = closed.snapshot.closed_at.astimezone(UTC)
    book, buffer = house.new_book(at)
    book.set_properties({"title": title_of(closed), "created": at.replace(tzinfo=None)})
    looks = Looks(book)
    _write_annexes(book.add_worksheet("Anexos"), looks, closed, annexes)
    _write_without(book.add_worksheet("Sin anexo"), looks, closed, without)
    return house.finished(book, buffer)


def write_index_page(closed: Closed, annexes: Sequence[Annex], without: Sequence[Unbacked]) -> bytes:
    """The page, for whoever has no spreadsheet at hand."""
    return written_page(
        PAGE,
        title=title_of(closed),
        closed=closed,
        annexes=annexes,
        without=without,
        said=said(annexes),
        bad=BAD,
        none_without=NONE_WITHOUT,
        item_of=item_of,
        team_of=team_of,
        amount=amount,
    )


def title_of(closed: Closed) -> str:
    """What the pack is called."""
    return f"Evidencias del {period_label(closed.facts.period)} · {closed.snapshot.entity.name}"


def said(annexes: Sequence[Annex]) -> str:
    """How many annexes there are, and how many of them did not come whole."""
    links = sum(each.state in LINK_STATES.values() for each in annexes)
    lost = sum(each.state is AnnexState.ABSENT for each in annexes)
    altered = sum(each.state is AnnexState.ALTERED for each in annexes)
    files = len(annexes) - links
    return (
        f"Anexos: {len(annexes)}. Archivos: {files} (de ellos faltan {lost} y están alterados {altered}). "
        f"Enlaces: {links}."
    )


def _write_annexes(page: Page, looks: Looks, closed: Closed, annexes: Sequence[Annex]) -> None:
    _write_top(page, looks, title_of(closed), said(annexes), ANNEXES)
    for row, each in enumerate(annexes, start=TITLES + 1):
        if each.path:
            # a link stays when the text is written over it
            page.write_url(row, FILE, f"external:{each.path}", looks.of("text"), "", "Abrir el archivo")
    end = write_rows(page, looks, TITLES, ANNEXES, map(_annex_row, annexes))
    _finish(page, closed, end, ANNEXES, "Anexos")


def _write_without(page: Page, looks: Looks, closed: Closed, without: Sequence[Unbacked]) -> None:
    told = "Resultados distintos de cero que ningún archivo ni enlace respalda." if without else NONE_WITHOUT
    _write_top(page, looks, f"Sin anexo · {period_label(closed.facts.period)}", told, WITHOUT)
    end = write_rows(page, looks, TITLES, WITHOUT, map(_unbacked_row, without))
    _finish(page, closed, end, WITHOUT, "Resultados sin anexo")


def _write_top(page: Page, looks: Looks, title: str, told: str, columns: Sequence[Column]) -> None:
    page.write_string(0, 0, house.cell_text(title), looks.of("title"))
    page.write_string(1, 0, told, looks.of("plain"))
    set_widths(page, columns)


def _finish(page: Page, closed: Closed, end: int, columns: Sequence[Column], what: str) -> None:
    footer = f"{what}. Cierre {closed.facts.number}, huella {closed.facts.sha256[:16]}…"
    finish_table(page, TITLES, end - 1, len(columns), header=closed.snapshot.entity.name, footer=footer)


def _annex_row(each: Annex) -> tuple[Value, ...]:
    its = each.evidence
    folder, _, name = (each.path or "").rpartition("/")
    return (
        *_line_of(each),
        period_short(its.period),
        its.annex,
        each.state.label,
        folder or None,
        name or its.link,
        its.name,
        its.dated_on,
        its.size,
        its.sha256,
    )


def _line_of(each: Annex) -> Iterator[Value]:
    line = each.line
    if line is None:
        return iter(("Línea que salió del plan", None, None, None))
    return iter((item_of(line), line.line.row, house.shortened(line.line.label, LABEL), team_of(line)))


def _unbacked_row(each: Unbacked) -> tuple[Value, ...]:
    facts, result = each.line.line, each.result
    its = (item_of(each.line), facts.row, house.shortened(facts.label, LABEL), team_of(each.line))
    value = Fraction(result.value) if facts.target_unit is TargetUnit.PERCENT else result.value
    return *its, period_short(result.period), value, result.evidence or None
