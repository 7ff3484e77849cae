"""The annexes of the report: the evidence with its hashes, the source of every figure, and replaced figures."""

from datetime import datetime
from fractions import Fraction
from functools import lru_cache

from gdflow.domain.closing import Closed, ReportedVersion
from gdflow.domain.consolidated import BOGOTA
from gdflow.domain.lines import Line, Result
from gdflow.report.book import shortened
from gdflow.report.evidence_facts import Annex, annexes_of, without_annex
from gdflow.report.informe_blocks import NOTHING, Block, Cell, Column, heading, table, text
from gdflow.report.informe_lines import place
from gdflow.report.sources_sheet import Source, earlier_of, exact_ratio, origin, sources_of
from gdflow.spanish.amounts import amount
from gdflow.spanish.counts import counted
from gdflow.spanish.dates import short_date
from gdflow.spanish.numbers import number
from gdflow.spanish.periods import period_short

LABEL, NAME = 120, 160
EVIDENCE = (
    Column("Anexo"),
    Column("Período"),
    Column("Fila · n.º"),
    Column("Nombre o enlace", 1.6),
    Column("Fecha propia"),
    Column("Tamaño o estado", 0.7),
    Column("SHA-256", 2.1),
)
SOURCES = (
    Column("Fila · n.º"),
    Column("Acumulado exacto"),
    Column("Reportes: período, valor, de dónde sale, cuándo se recibió", 1),
)
VERSIONS = (
    Column("Fila · n.º"),
    Column("Actividad", 3),
    Column("Versión", 0, right=True),
    Column("Valor", 0, right=True),
    Column("Recibo", 1),
    Column("Recibido"),
    Column("Vale", 0),
)


def evidence_blocks(closed: Closed) -> list[Block]:
    """Every annex with its number and its hash, and how many figures none backs."""
    annexes = annexes_of(closed.snapshot)
    # what is missing is said before the table: after it, it might stand alone on a page
    blocks = [heading("Índice de evidencias"), *_unbacked(closed)]
    if not annexes:
        return [*blocks, text("El cierre no tiene anexos.")]
    blocks.append(text("La huella SHA-256 identifica cada archivo: si cambia un solo byte, deja de coincidir."))
    return [*blocks, table(EVIDENCE, map(_annex, annexes), 7, whole=True)]


def _unbacked(closed: Closed) -> list[Block]:
    unbacked = without_annex(closed.snapshot)
    if not unbacked:
        return []
    figures = counted(len(unbacked), "cifra distinta de cero no tiene", "cifras distintas de cero no tienen")
    rows = sorted({each.line.line.row for each in unbacked})
    named = ", ".join(map(str, rows[:40])) + (f" y {len(rows) - 40} más" if len(rows) > 40 else "")
    return [text(f"{figures} anexo en gdflow (filas {named}).", quiet=True)]


def _annex(each: Annex) -> tuple[Cell, ...]:
    its = each.evidence
    taken = " (retirado)" if its.removed_at else ""
    return (
        f"A{its.annex:02d}",
        period_short(its.period),
        place(each.line.line) if each.line else NOTHING,
        shortened(f"{its.name}{taken}", NAME) + (f": {shortened(its.link, NAME)}" if its.link else ""),
        short_date(its.dated_on) if its.dated_on else NOTHING,
        each.state.label if its.size is None else _size(its.size),
        its.sha256 or NOTHING,
    )


def _size(size: int) -> str:
    for unit, factor in (("MB", 1024**2), ("kB", 1024)):
        if size >= factor:
            return f"{number(Fraction(size, factor), 1)} {unit}"
    return counted(size, "byte", "bytes")


def source_blocks(closed: Closed) -> list[Block]:
    """Every result behind a figure: how it came in and when; nothing where there is none."""
    sources = sources_of([closed.snapshot.report])
    if not sources:
        return []
    said = "De qué reportes sale la cifra de cada línea, por la fila del plan. Los de un formulario llevan su recibo."
    return [heading("Anexo. Fuentes de las cifras"), text(said), table(SOURCES, map(_source, sources), 7.5)]


def _source(each: Source) -> tuple[Cell, ...]:
    line = each.line.line
    before = (
        " · ".join((period_short(period), amount(line, value), where)) for period, value, where in earlier_of(each)
    )
    told = "\n".join((*before, *(_told(each, result) for result in each.results)))
    return place(line), exact_ratio(each.line) or NOTHING, told


def _told(each: Source, result: Result) -> str:
    said = period_short(result.period), amount(each.line.line, result.value), origin(each, result)
    return " · ".join((*said, _moment(result.reported_at)))


# what was imported together came at one moment
@lru_cache(maxsize=1024)
def _moment(at: datetime) -> str:
    return f"{at.astimezone(BOGOTA):%d/%m/%Y %H:%M}"


def version_blocks(closed: Closed) -> list[Block]:
    """The figures of the period that were reported more than once, each with all its versions."""
    report, versions = closed.snapshot.report, closed.snapshot.versions
    corrected = {each.line_uid for each in versions if each.version > 1}
    if not corrected:
        return []
    lines = {each.line.uid: each.line for each in report.lines}
    rows = [_version(each, lines.get(each.line_uid)) for each in versions if each.line_uid in corrected]
    said = "Cifras que un equipo reportó más de una vez; solo una vale."
    return [heading("Anexo. Correcciones del período"), text(said), table(VERSIONS, rows, 7.5)]


def _version(each: ReportedVersion, line: Line | None) -> tuple[Cell, ...]:
    return (
        place(line) if line else NOTHING,
        shortened(line.label, LABEL) if line else "Ya no está en el plan",
        str(each.version),
        amount(line, each.value) if line else number(each.value),
        each.receipt or NOTHING,
        _moment(each.reported_at),
        "Sí" if each.in_force else "No",
    )
