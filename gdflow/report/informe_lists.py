"""What the report tells beside the figures: who is missing, what was decided, what to look at, what changed."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from gdflow.domain.amendments import AmendedField, Amendment
from gdflow.domain.bands import Timeliness
from gdflow.domain.closing import Carried, Closed, FigureChange, Reopening, ReopeningScope, Snapshot
from gdflow.domain.consolidated import BOGOTA, ConsolidatedLine, Missing
from gdflow.domain.decisions import Decision, DecisionKind
from gdflow.domain.lights import Light
from gdflow.domain.lines import Line
from gdflow.domain.quality import Quality
from gdflow.domain.results import CellState
from gdflow.domain.summary import Summary
from gdflow.report.book import shortened
from gdflow.report.informe_blocks import NOTHING, Block, Cell, Column, heading, lit, table, text
from gdflow.report.informe_lines import place, printed
from gdflow.report.template_names import day, share
from gdflow.spanish.amounts import amount
from gdflow.spanish.closing import CHANGED_FIELDS
from gdflow.spanish.dates import short_date
from gdflow.spanish.flags import flag_text
from gdflow.spanish.numbers import number
from gdflow.spanish.periods import period_short

LABEL, BRIEF = 200, 90
DECIDED = frozenset({DecisionKind.WAIVER, DecisionKind.EXTENSION})


def change_blocks(closed: Closed) -> list[Block]:
    """What this closing says otherwise than the one before; nothing for a first one."""
    its, differences = closed.snapshot, closed.snapshot.differences
    if differences is None:
        return []
    columns = (
        Column("Fila · n.º"),
        Column("Actividad", 2.4),
        Column("Equipo", 1.2),
        Column("Período"),
        Column("Qué cambió", 0.8),
        Column("Antes", 1.6),
        Column("Ahora", 1.6),
    )
    blocks = [heading(f"Qué cambió desde el cierre {differences.closing}")]
    blocks.append(text(_movement(its)))
    if its.reopenings:
        blocks.append(table(REOPENED, _reopenings(its)))
    if not differences.changes:
        return [*blocks, text("Ningún dato cambió.")]
    return [*blocks, heading("Datos que cambiaron", 2), table(columns, map(_change, differences.changes), 7.5)]


def _movement(its: Snapshot) -> str:
    made = its.differences
    if made is None or made.progress_before is None or made.progress_after is None:
        return "El avance del plan por promedio de líneas se lee en el resumen; aquí, dato por dato, lo que cambió."
    before, after = share(made.progress_before), share(made.progress_after)
    return f"Avance del plan por promedio de líneas: {before} en el cierre {made.closing}, {after} en este."


REOPENED = (
    Column("Reabierto para", 1.4),
    Column("Quién lo reabrió", 1),
    Column("Por qué", 2),
    Column("Desde", 0),
    Column("Hasta", 0),
)


def _reopenings(its: Snapshot) -> list[tuple[Cell, ...]]:
    places = {each.line.uid: f"fila {place(each.line)}" for each in its.report.lines}
    return [_reopening(each, places) for each in its.reopenings]


def _reopening(each: Reopening, places: Mapping[str, str]) -> tuple[Cell, ...]:
    line = places.get(each.line_uid or "", "una que ya no está en el plan")
    whom = {ReopeningScope.TEAM: each.team, ReopeningScope.LINE: line}.get(each.scope)
    scope = f"{each.scope.label}: {whom}" if whom else each.scope.label
    return scope, each.author, each.reason, short_date(each.opened_at.astimezone(BOGOTA)), short_date(each.until)


def _change(each: FigureChange) -> tuple[Cell, ...]:
    return (
        printed(each.row, each.number),
        shortened(each.label, LABEL),
        each.team or NOTHING,
        period_short(each.period) if each.period else NOTHING,
        CHANGED_FIELDS.get(each.field, each.field),
        shortened(each.before or NOTHING, LABEL),
        shortened(each.after or NOTHING, LABEL),
    )


def missing_blocks(closed: Closed) -> list[Block]:
    """Every result that is owed up to the cut and not there, with its team."""
    missing = closed.snapshot.report.missing
    blocks = [heading("Lo que falta")]
    if not missing:
        return [*blocks, text("No falta ningún reporte hasta la fecha de corte.")]
    columns = (
        Column("Equipo", 1.5),
        Column("Fila · n.º"),
        Column("Actividad", 3),
        Column("Período"),
        Column("Debía reportar hasta"),
        Column("El período cierra"),
        Column("Estado"),
    )
    by_team = sorted(missing, key=lambda each: (each.team, each.line.position, each.period))
    return [*blocks, table(columns, map(_missing, by_team), whole=True)]


def _missing(each: Missing) -> tuple[Cell, ...]:
    light = Timeliness.OVERDUE if each.overdue else Timeliness.PENDING
    return (
        shortened(each.team, LABEL),
        place(each.line),
        shortened(each.line.label, BRIEF),
        period_short(each.period),
        short_date(each.due_on) if each.due_on else NOTHING,
        short_date(each.closes_on) if each.closes_on else NOTHING,
        lit(Light(light.label, light.symbol, light.colour)),
    )


def decision_blocks(closed: Closed) -> list[Block]:
    """What was decided about the period and its lines, by whom and why; what came back; how the teams reported."""
    its = closed.snapshot
    lines = {each.line.id: each.line for each in its.report.lines}
    returned = list(_returned(its.report.lines))
    decided = [each for each in its.decisions if each.kind in DECIDED]
    blocks = [heading("Decisiones y novedades")]
    if its.in_spite:
        blocks.append(heading("Se cerró a pesar de pendientes", 2))
        blocks.append(table(IN_SPITE, [(e.check.label, str(e.count), e.by, e.reason) for e in its.in_spite]))
    if returned:
        blocks += [heading("Reportes devueltos para corrección", 2), table(RETURNED, returned)]
    if decided:
        rows = [_decision(each, lines) for each in decided]
        blocks += [heading("Excepciones y prórrogas", 2), table(DECISIONS, rows)]
    if its.reopenings and its.differences is None:
        blocks += [heading("Reaperturas", 2), table(REOPENED, _reopenings(its))]
    if its.carried:
        blocks += [heading("Líneas que siguen con plazo", 2), table(CARRIED, map(_carried, its.carried))]
    if len(blocks) == 1:
        blocks.append(text("No hubo devoluciones, excepciones, prórrogas ni reaperturas, ni se cerró con pendientes."))
    return [*blocks, *_quality(its)]


IN_SPITE = (Column("Pendiente", 1.2), Column("Cuántos", 0, right=True), Column("Quién decidió", 1), Column("Motivo", 2))
RETURNED = (Column("Fila · n.º"), Column("Actividad", 2), Column("Equipo", 1), Column("Período"), Column("Nota", 2))
DECISIONS = (
    Column("Qué", 0),
    Column("De qué", 2),
    Column("Período"),
    Column("Hasta"),
    Column("Quién", 1),
    Column("Motivo", 2),
    Column("Decidido"),
)


CARRIED = (
    Column("Fila · n.º"),
    Column("Actividad", 2),
    Column("Equipo", 1),
    Column("Hasta"),
    Column("Quién lo decidió", 1),
    Column("Motivo", 2),
)


def _carried(each: Carried) -> tuple[Cell, ...]:
    told = printed(each.row, each.number), shortened(each.label, LABEL), each.team or NOTHING
    return *told, short_date(each.until), each.author, each.reason


def _returned(lines: Iterable[ConsolidatedLine]) -> Iterable[tuple[Cell, ...]]:
    for each in lines:
        for cell in each.figures:
            if cell.state is CellState.RETURNED:
                said = place(each.line), shortened(each.line.label, LABEL), each.line.team or NOTHING
                yield (*said, period_short(cell.period), cell.note or NOTHING)


def _decision(each: Decision, lines: Mapping[int, Line]) -> tuple[Cell, ...]:
    line = lines.get(each.line_id or 0)
    return (
        each.kind.label,
        f"Fila {place(line)}: {shortened(line.label, LABEL)}" if line else "Un equipo",
        period_short(each.period) if each.period else "Toda la línea",
        short_date(each.until) if each.until else NOTHING,
        each.author,
        each.reason,
        short_date(each.decided_at.astimezone(BOGOTA)),
    )


def _quality(its: Snapshot) -> list[Block]:
    columns = (
        Column("Equipo", 2),
        Column("Esperados", 0, right=True),
        Column("Recibidos", 0, right=True),
        Column("A tiempo", 0, right=True),
        Column("Completitud", 0, right=True),
        Column("Oportunidad", 0, right=True),
        Column("Devoluciones", 0, right=True),
    )
    rows = [_reporting(each) for each in its.quality if each.expected or each.files]
    said = text(
        "Reportes esperados y recibidos del período, sin los de líneas ya cumplidas, exceptuadas o retiradas.",
        quiet=True,
    )
    return [heading("Cómo reportaron los equipos", 2), said, table(columns, rows)] if rows else []


def _reporting(each: Quality) -> tuple[Cell, ...]:
    counts = each.team, str(each.expected), str(each.received), str(each.timely)
    return *counts, share(each.completeness), share(each.timeliness), str(each.returns)


def attention_blocks(summary: Summary) -> list[Block]:
    """What is odd about the figures: true perhaps, but worth a question."""
    blocks = [heading("Cifras que conviene revisar")]
    if not summary.flags:
        return [*blocks, text("Ninguna cifra llamó la atención.")]
    columns = Column("Fila · n.º"), Column("Qué", 1), Column("Actividad", 2), Column("Por qué", 3)
    rows = [(place(f.line), f.label, shortened(f.line.label, BRIEF), flag_text(f)) for f in summary.flags]
    said = "Pueden ser ciertas; se señalan para que alguien las confirme. Ninguna se cambió."
    return [*blocks, text(said), table(columns, rows)]


def amendment_blocks(closed: Closed) -> list[Block]:
    """Changes of lines by an act: what stood before and what stands now."""
    its = closed.snapshot
    if not its.amendments:
        return []
    lines = {each.line.id: each.line for each in its.report.lines}
    columns = (
        Column("Fila · n.º"),
        Column("Actividad", 2),
        Column("Qué", 0),
        Column("Antes", 0.9),
        Column("Ahora", 0.9),
        Column("Desde", 0.9),
        Column("Acto", 1.8),
        Column("Motivo y autor", 1.8),
        Column("Estado", 0.6),
    )
    said = "Rigen desde la fecha del acto; los períodos cerrados antes conservan lo que decían."
    rows = [_amendment(each, lines.get(each.line_id)) for each in its.amendments]
    return [heading("Replanteamientos"), text(said), table(columns, rows, 7.5)]


def _amendment(each: Amendment, line: Line | None) -> tuple[Cell, ...]:
    state = "Vigente" if each.in_force else "Deshecho" if each.undone_at else "Por entrar en vigor"
    return (
        place(line) if line else NOTHING,
        shortened(line.label, LABEL) if line else "Ya no está en el plan",
        each.field.label,
        _amended(each.field, each.before, line),
        _amended(each.field, each.after, line),
        day(each.effective_on),
        each.act,
        f"{each.reason} ({each.author})",
        state,
    )


def _amended(field: AmendedField, value: str | None, line: Line | None) -> str:
    if value is None:
        return NOTHING
    if field is AmendedField.DUE:
        return day(date.fromisoformat(value))
    if field is AmendedField.TARGET:
        return amount(line, Decimal(value)) if line else number(Decimal(value))
    return value
