"""The open data of a closing's lines and of their results.

Institutional facts alone: teams by their name. Who closed, reviewed or uploaded stays in the closing's own minutes.
"""

from collections import Counter
from collections.abc import Iterator

from gdflow.domain.closing import Closed
from gdflow.domain.consolidated import ConsolidatedLine
from gdflow.domain.figures import Figure
from gdflow.domain.flags import flags_of
from gdflow.domain.groups import item_of, stage_of, team_of
from gdflow.domain.lines import Line, PlanFacts, ResultSource
from gdflow.domain.plan import Accumulation, TargetUnit
from gdflow.domain.results import CellState
from gdflow.report.open_fields import CLOSES_ON, DUE_ON, LINE, PERIOD, PLAN, RATIO, TEAM, Field, Resource, Row

SEVERAL = "; "


def _line_rows(closed: Closed) -> Iterator[Row]:
    report = closed.snapshot.report
    for row in report.lines:
        yield {"plan": report.plan.code, **_facts(row.line), **_groups(row), **_figures(row)}


def _facts(line: Line) -> Row:
    return {
        "linea": line.uid,
        "fila": line.row,
        "numero": line.number,
        "actividad": line.activity or line.label,
        "producto": line.deliverable,
        "indicador": line.indicator,
        "inicio": line.start,
        "fin": line.due,
        "fin_confirmado": line.due_confirmed,
        "meta": line.target,
        "meta_unidad": line.target_unit.value if line.target_unit else None,
        "meta_implicita": line.target_implied,
        "meta_texto": line.target_text,
        "acumulacion": line.accumulation.value,
        "linea_base": line.baseline,
        "peso": line.weight,
    }


def _groups(row: ConsolidatedLine) -> Row:
    its = {"item": item_of(row), "etapa": stage_of(row), "equipo": team_of(row)}
    return {**its, "equipos_de_apoyo": SEVERAL.join(row.line.co_teams)}


def _figures(row: ConsolidatedLine) -> Row:
    return {
        "acumulado": row.gathered,
        "avance": row.progress,
        "meta_periodo": row.period_target,
        "cumplimiento": row.compliance,
        "semaforo_cumplimiento": row.standing.label,
        "semaforo_oportunidad": row.timeliness.label,
        "reporto_el": row.answered_on,
        "alertas": SEVERAL.join(flag.label for flag in flags_of(row)),
    }


def _result_rows(closed: Closed) -> Iterator[Row]:
    snapshot = closed.snapshot
    plan = snapshot.report.plan
    annexes = Counter((each.line_id, each.period) for each in snapshot.annexes)
    for row in snapshot.report.lines:
        for cell in row.figures:
            behind = annexes[row.line.id, cell.period]
            yield {"plan": plan.code, "linea": row.line.uid, **_cell(cell), **_source(plan, row.line, cell, behind)}


def _cell(cell: Figure) -> Row:
    duty = cell.obligation
    return {
        "periodo": cell.period,
        "esperado": cell.expected,
        "estado": cell.state.value,
        "estado_texto": cell.state.label,
        "posterior_al_corte": cell.after_cut,
        "reporte_hasta": duty.due_on if duty else None,
        "cierra_el": duty.closes_on if duty else None,
        "revision": cell.review.label if cell.review else None,
    }


def _source(plan: PlanFacts, line: Line, cell: Figure, annexes: int) -> Row:
    result = cell.result
    printed = result is not None and result.source is ResultSource.IMPORT
    place = line.result_cells.get(cell.period) or f"fila {line.row}"
    return {
        "valor": cell.value,
        "motivo_cero": result.zero_reason if result else None,
        "observaciones": result.narrative if result else None,
        "evidencia_dicha": result.evidence if result else None,
        "anexos": annexes,
        "fuente": result.source.value if result else None,
        "fuente_lugar": f"{plan.source}, hoja {line.sheet}, {place}" if printed else None,
        "recibo": result.receipt if result else None,
        "recibido_en": result.reported_at if result else None,
    }


LINES = Resource(
    name="lineas",
    title="Líneas del plan",
    description="Cada línea con sus cifras a la fecha del corte.",
    fields=(
        PLAN,
        LINE,
        Field("fila", "integer", "Fila en el documento del plan.", required=True, least=1),
        Field("numero", "string", "Número impreso; puede repetirse."),
        Field("item", "string", "Ítem al que pertenece.", required=True),
        Field("etapa", "string", "Etapa del ciclo PHVA.", required=True),
        Field("actividad", "string", "Actividad.", required=True),
        Field("producto", "string", "Producto o entregable."),
        Field("indicador", "string", "Indicador."),
        TEAM,
        Field("equipos_de_apoyo", "string", "Otros equipos nombrados, separados por punto y coma."),
        Field("inicio", "date", "Fecha inicial."),
        Field("fin", "date", "Fecha final."),
        Field("fin_confirmado", "boolean", "Falso si la fecha final solo se deduce de un texto.", required=True),
        Field("meta", "number", "Meta de toda la línea; un porcentaje, como su fracción."),
        Field("meta_unidad", "string", "Qué cuenta la meta.", words=tuple(TargetUnit)),
        Field("meta_implicita", "boolean", "El documento no dice la meta y se tomó 1.", required=True),
        Field("meta_texto", "string", "La meta, como la describe el plan."),
        Field("acumulacion", "string", "Cómo se juntan los resultados.", required=True, words=tuple(Accumulation)),
        Field("linea_base", "number", "Línea base."),
        Field("peso", "number", "Peso que le da el plan."),
        Field("acumulado", RATIO, "Lo que juntan sus resultados, en la unidad de la línea."),
        Field("avance", RATIO, "Acumulado frente a la meta, sin tope."),
        Field("meta_periodo", RATIO, "Meta del período."),
        Field("cumplimiento", RATIO, "Resultado del período frente a la meta del período, sin tope."),
        Field("semaforo_cumplimiento", "string", "En qué franja está el cumplimiento.", required=True),
        Field("semaforo_oportunidad", "string", "Si se reportó a tiempo.", required=True),
        Field("reporto_el", "date", "Día en que se reportó el período."),
        Field("alertas", "string", "Lo que conviene mirar en sus cifras, separado por punto y coma."),
    ),
    key=("linea",),
    rows=_line_rows,
)
RESULTS = Resource(
    name="resultados",
    title="Resultados por línea y período",
    description="Una fila por línea y período, también donde no hay resultado: el estado dice por qué.",
    fields=(
        PLAN,
        LINE,
        PERIOD,
        Field("esperado", "boolean", "La línea debe (o debía) este resultado.", required=True),
        Field("estado", "string", "Estado de la celda.", required=True, words=tuple(CellState)),
        Field("estado_texto", "string", "El estado, en palabras.", required=True),
        Field("posterior_al_corte", "boolean", "Hay un resultado, pero de después del corte.", required=True),
        Field("valor", "number", "Resultado del período; un porcentaje, como su fracción. Vacío no es cero."),
        Field("motivo_cero", "string", "Por qué no hubo avance."),
        Field("observaciones", "string", "Lo que contó el equipo."),
        Field("evidencia_dicha", "string", "Lo que el reporte dice de su evidencia."),
        Field("anexos", "integer", "Cuántos anexos respaldan el resultado.", required=True, least=0),
        Field("fuente", "string", "import: el plan mismo; form: lo reportó el equipo.", words=tuple(ResultSource)),
        Field("fuente_lugar", "string", "Dónde está en el documento del plan."),
        Field("recibo", "string", "Recibo que se dio al equipo."),
        Field("recibido_en", "datetime", "Cuándo se recibió (UTC)."),
        Field("revision", "string", "Dónde va la revisión."),
        DUE_ON,
        CLOSES_ON,
    ),
    key=("linea", "periodo"),
    rows=_result_rows,
    refers=("linea", "lineas", "linea"),
)
