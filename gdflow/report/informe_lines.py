"""The lines of the plan, item by item: figures and lights in a table, and below it what the teams wrote."""

from collections.abc import Iterable, Mapping, Sequence

from gdflow.domain.closing import Closed
from gdflow.domain.consolidated import Consolidated, ConsolidatedLine
from gdflow.domain.evidence import Evidence
from gdflow.domain.figures import Figure
from gdflow.domain.groups import item_of, team_of
from gdflow.domain.lines import Line
from gdflow.domain.rollups import Rollup
from gdflow.report.book import shortened
from gdflow.report.informe_blocks import NOTHING, Block, Cell, Column, heading, lit, notes, table, text
from gdflow.report.template_names import share
from gdflow.spanish.amounts import amount
from gdflow.spanish.counts import counted, listed
from gdflow.spanish.numbers import percent
from gdflow.spanish.periods import period_short

TITLE, LABEL, INDICATOR, TEAM, NUMBER = 150, 320, 220, 120, 24
SIZE = 7.5


def line_blocks(closed: Closed) -> list[Block]:
    """Every line of the plan under its item."""
    report, annexes = closed.snapshot.report, _annexes(closed)
    members, above = dict[str, list[ConsolidatedLine]](), columns(report)
    for line in report.lines:
        members.setdefault(item_of(line), []).append(line)
    blocks = [heading("Seguimiento por ítem"), text(GUIDE, quiet=True)]
    for item in report.items:
        blocks += _item(above, item, members[item.group], annexes)
    return blocks if report.lines else [*blocks, text("El plan no tiene líneas.")]


GUIDE = (
    "«Fila» es la de la hoja del plan importado, y el número el que trae impreso. De qué reportes sale cada cifra se "
    "sigue por la fila en el anexo «Fuentes de las cifras». Un guion: no hay dato. Un cero: se reportó 0."
)


def columns(report: Consolidated) -> tuple[Column, ...]:
    """The columns of an item's table."""
    return (
        Column("Fila · n.º", 0),
        Column("Actividad", 3.2),
        Column("Indicador", 2.1),
        Column("Meta", 0, right=True),
        Column(f"Resultado {_together(period_short(report.period))}", 0.9, right=True),
        Column("Avance total", 0, right=True),
        Column("Cumplimiento", 1.3),
        Column("Oportunidad", 1.25),
        Column("Equipo", 1.5),
    )


def _together(words: str) -> str:
    return words.replace(" ", "\u00a0")


def _item(
    above: Sequence[Column], item: Rollup, lines: Sequence[ConsolidatedLine], annexes: Mapping[int, Sequence[Evidence]]
) -> Iterable[Block]:
    yield heading(shortened(item.group, TITLE), 2)
    figures = f"Avance {share(item.progress)} · cumplimiento del período {share(item.compliance)}"
    yield text(f"{counted(item.lines, 'línea', 'líneas')} · {figures}", quiet=True)
    yield table(above, [_row(line) for line in lines], SIZE, whole=True)
    said = [note for line in lines for note in _notes(line, annexes.get(line.line.id, ()))]
    if said:
        yield heading("Lo que escribieron los equipos", 3)
        yield notes(said)


def place(line: Line) -> str:
    """Where a line stands in its document: row, and the number that is printed there."""
    return printed(line.row, line.number)


def printed(row: int, number: str | None) -> str:
    """The same of a row and its printed number."""
    said = shortened(number or "", NUMBER).rstrip(".")
    return f"{row} · {said}" if said else str(row)


def _row(each: ConsolidatedLine) -> tuple[Cell, ...]:
    line = each.line
    return (
        place(line),
        shortened(line.label, LABEL),
        shortened(line.indicator or NOTHING, INDICATOR),
        target_said(line),
        figure_said(line, each.cell),
        _progress(each),
        _standing(each),
        lit(each.timeliness),
        shortened(team_of(each), TEAM),
    )


def _progress(each: ConsolidatedLine) -> str:
    return NOTHING if each.progress is None else percent(each.progress)


def target_said(line: Line) -> str:
    """The target in the line's unit; an implied one of a milestone says that it is one."""
    if line.target is None:
        return NOTHING
    return "hito" if line.target_implied else amount(line, line.target)


def figure_said(line: Line, cell: Figure) -> str:
    """The figure of a cell, or the word that stands in its place."""
    if cell.value is None or cell.after_cut:
        return cell.word
    return amount(line, cell.value)


def _standing(each: ConsolidatedLine) -> Cell:
    light = each.standing
    said = "" if each.compliance is None else f" ({percent(each.compliance)})"
    return f"{light.text}{said}", light.colour


def _notes(each: ConsolidatedLine, annexes: Sequence[Evidence]) -> Iterable[tuple[str, str]]:
    result = each.cell.result
    parts = [f"Devuelto para corrección: {each.cell.note}"] if each.cell.note else []
    if result is not None:
        reason = result.zero_reason
        parts += [f"Motivo del 0: {reason}"] if reason else []
        parts += [result.narrative] if result.narrative and result.narrative != reason else []
        parts += [f"Evidencia citada: {result.evidence}"] if result.evidence else []
    numbers = [f"A{annex.annex:02d}" for annex in annexes if annex.removed_at is None]
    parts += [f"{'Anexo' if len(numbers) == 1 else 'Anexos'}: {listed(numbers)}."] if numbers else []
    if parts:
        yield f"Fila {place(each.line)}.", " · ".join(parts)


def _annexes(closed: Closed) -> Mapping[int, Sequence[Evidence]]:
    """The annexes of the report's own period, by line."""
    found: dict[int, list[Evidence]] = {}
    for annex in closed.snapshot.annexes:
        if annex.period == closed.snapshot.report.period:
            found.setdefault(annex.line_id, []).append(annex)
    return found
