"""What programs read of figures: of each line in a period, of what lines come to together, and of their quality.

A closed period's figures are those that its newest closing froze; before, they are what is known now.
"""

from collections.abc import Iterator
from datetime import datetime

from gdflow.domain.consolidated import ConsolidatedLine
from gdflow.domain.errors import InputError
from gdflow.domain.groups import item_of, stage_of
from gdflow.domain.lines import PlanFacts
from gdflow.domain.periods import Period, PeriodKind, parse_period
from gdflow.domain.results import CellState
from gdflow.domain.rollups import Method, Rollup
from gdflow.domain.rules import Rules
from gdflow.report.open_fields import RATIO, Field
from gdflow.services.api_table import (
    CLOSES_ON,
    CLOSING,
    DUE_ON,
    LABELS,
    NUMBER,
    PERIOD,
    PLAN,
    ROW,
    UID,
    ApiRow,
    ApiTable,
    Asked,
)
from gdflow.services.consolidate import last_ended_period
from gdflow.services.in_force import InForce, in_force_each
from gdflow.services.quality import quality_report
from gdflow.storage.engine import Session
from gdflow.storage.plans import plans_of

GROUPS = ("plan_lines", "plan_items", "item", "team", "stage")


def _judged(session: Session, rules: Rules, asked: Asked, now: datetime) -> Iterator[InForce]:
    """The report of each plan that is asked for."""
    wanted = [asked.plan] if asked.plan else plans_of(session, rules.entity_id)
    period = parse_period(asked.period) if asked.period else None
    each = [(plan, period or last_ended_period(plan, rules, now)) for plan in wanted]
    fitting = [(plan, its) for plan, its in each if _is_of(plan, its)]
    if asked.plan and period and not fitting:
        expected = asked.plan.period_kind.label
        raise InputError("period_of_another_kind", parameter="period", found=period.key, expected=expected)
    return in_force_each(session, rules, fitting, now=now)


def _is_of(plan: PlanFacts, period: Period) -> bool:
    return plan.period_kind in (PeriodKind.CUSTOM, period.kind)


def _closed(made: InForce) -> ApiRow:
    facts = made.closed.facts if made.closed else None
    return {
        "plan": made.report.plan.code,
        "period": made.report.period,
        "closing": facts.number if facts else None,
        "closing_sha256": facts.sha256 if facts else None,
    }


def _figure_rows(session: Session, rules: Rules, asked: Asked, now: datetime) -> Iterator[ApiRow]:
    for made in _judged(session, rules, asked, now):
        for row in made.report.lines:
            of_team = asked.team is None or asked.team.name == row.line.team
            if of_team and asked.takes(row.cell.state.value):
                yield {**_closed(made), **_named(row), **_figure(row)}


def _named(row: ConsolidatedLine) -> ApiRow:
    its = row.line
    place: ApiRow = {"uid": its.uid, "row": its.row, "number": its.number, "label": its.label, "team": its.team}
    return {**place, "item": item_of(row), "stage": stage_of(row)}


def _figure(row: ConsolidatedLine) -> ApiRow:
    cell = row.cell
    duty, result = cell.obligation, cell.result
    return {
        "state": cell.state.value,
        "value": cell.value,
        "gathered": row.gathered,
        "progress": row.progress,
        "period_target": row.period_target,
        "compliance": row.compliance,
        "standing": row.standing.label,
        "timeliness": row.timeliness.label,
        "due_on": duty.due_on if duty else None,
        "closes_on": duty.closes_on if duty else None,
        "receipt": result.receipt if result else None,
        "reported_at": result.reported_at if result else None,
    }


def _rollup_rows(session: Session, rules: Rules, asked: Asked, now: datetime) -> Iterator[ApiRow]:
    for made in _judged(session, rules, asked, now):
        its = made.report
        each = ((its.by_lines,), (its.by_items,), its.items, its.teams, its.stages)
        for kind, groups in zip(GROUPS, each, strict=True):
            for group in groups:
                yield {**_closed(made), "kind": kind, **_rollup(group)}


def _rollup(group: Rollup) -> ApiRow:
    tally = group.tally
    return {
        "group": group.group,
        "lines": group.lines,
        "counted": group.counted,
        "method": group.method.value,
        "progress": group.progress,
        "uncapped": group.uncapped,
        "over": group.over,
        "compliance": group.compliance,
        "owed": tally.owed,
        "answered": tally.answered,
        "zeros": tally.zeros,
        "missing": tally.missing + tally.pending,
        "overdue": tally.missing,
    }


def _quality_rows(session: Session, rules: Rules, asked: Asked, now: datetime) -> Iterator[ApiRow]:
    today = rules.today(now)
    chosen = [asked.plan] if asked.plan else []
    for each in quality_report(session, rules, chosen, asked.period, ended_by=today).teams:
        if asked.team is None or asked.team.name == each.team:
            yield {
                "plan": asked.plan.code if asked.plan else None,
                "team": each.team,
                "period": each.period,
                "expected": each.expected,
                "received": each.received,
                "timely": each.timely,
                "completeness": each.completeness,
                "timeliness": each.timeliness,
                "median_days_late": each.median_late,
                "submissions": each.submissions,
                "returns": each.returns,
                "returns_per_submission": each.returns_per_submission,
                "refused_files": each.files,
            }


FIGURES = ApiTable(
    name="figures",
    title="Cifras por línea",
    description="Cada línea en un período, con su avance y sus semáforos. De un período cerrado, lo que fijó su "
    "cierre; antes, lo que se sabe hoy. Sin period, el último que terminó de cada plan.",
    fields=(
        PLAN,
        PERIOD,
        *CLOSING,
        UID,
        ROW,
        *LABELS,
        Field("item", "string", "Ítem al que pertenece.", required=True),
        Field("stage", "string", "Etapa del ciclo PHVA.", required=True),
        Field("state", "string", "Cómo está el reporte.", required=True, words=tuple(each.value for each in CellState)),
        Field("value", NUMBER, "Cifra del período, sin acumular."),
        Field("gathered", RATIO, "Lo acumulado hasta el corte, en la unidad de la línea."),
        Field("progress", RATIO, "Avance: la parte de la meta que se ha alcanzado."),
        Field("period_target", RATIO, "Meta del período."),
        Field("compliance", RATIO, "Cumplimiento del período."),
        Field("standing", "string", "Semáforo de cumplimiento.", required=True),
        Field("timeliness", "string", "Semáforo de oportunidad.", required=True),
        DUE_ON,
        CLOSES_ON,
        Field("receipt", "string", "Recibo con que se reportó."),
        Field("reported_at", "datetime", "Cuándo se reportó o se cargó."),
    ),
    filters=("plan", "period", "team", "state"),
    rows=_figure_rows,
)
ROLLUPS = ApiTable(
    name="rollups",
    title="Consolidados por grupo",
    description="Promedios por plan, ítem, equipo y etapa, con su método; cada línea cuenta a lo sumo 100 %. "
    "Sin period, el último que terminó de cada plan.",
    fields=(
        PLAN,
        PERIOD,
        *CLOSING,
        Field(
            "kind",
            "string",
            "Qué grupo es: el plan entero por líneas o por ítems, un ítem, un equipo o una etapa.",
            required=True,
            words=GROUPS,
        ),
        Field("group", "string", "Nombre del grupo.", required=True),
        Field("lines", "integer", "Líneas del grupo.", required=True, least=0),
        Field("counted", "integer", "Líneas (o ítems) cuyo avance se puede decir.", required=True, least=0),
        Field("method", "string", "Cómo se promedió.", required=True, words=tuple(each.value for each in Method)),
        Field("progress", RATIO, "Avance acumulado."),
        Field("uncapped", RATIO, "El mismo promedio sin el tope de 100 %."),
        Field("over", "integer", "Líneas por encima de 100 %, contadas como 100 %.", required=True, least=0),
        Field("compliance", RATIO, "Cumplimiento del período."),
        Field("owed", "integer", "Líneas que debían reportar el período.", required=True, least=0),
        Field("answered", "integer", "Líneas que reportaron.", required=True, least=0),
        Field("zeros", "integer", "De ellas, con 0.", required=True, least=0),
        Field("missing", "integer", "Líneas sin reporte.", required=True, least=0),
        Field("overdue", "integer", "De ellas, con el plazo vencido.", required=True, least=0),
    ),
    filters=("plan", "period"),
    rows=_rollup_rows,
)
QUALITY = ApiTable(
    name="quality",
    title="Calidad del dato",
    description="Qué tan completos y oportunos son los reportes de cada equipo en cada período. Sin period, de los "
    "períodos que ya terminaron.",
    fields=(
        Field("plan", "string", "Código del plan, si se pidió uno; sin dato, todos juntos."),
        Field("team", "string", "Equipo.", required=True),
        Field("period", "string", "Período; sin dato en archivos que nadie pudo ubicar."),
        Field("expected", "integer", "Reportes que se esperaban.", required=True, least=0),
        Field("received", "integer", "Los que llegaron.", required=True, least=0),
        Field("timely", "integer", "Los que llegaron a tiempo; una prórroga no mueve ese día.", required=True, least=0),
        Field("completeness", RATIO, "Recibidos de los esperados."),
        Field("timeliness", RATIO, "Oportunos de los esperados."),
        Field("median_days_late", RATIO, "Mediana de días hábiles de retraso de los tardíos."),
        Field("submissions", "integer", "Veces que el equipo envió cifras.", required=True, least=0),
        Field("returns", "integer", "Veces que se le devolvieron.", required=True, least=0),
        Field("returns_per_submission", RATIO, "Devoluciones por envío."),
        Field("refused_files", "integer", "Archivos que no se pudieron tomar.", required=True, least=0),
    ),
    filters=("plan", "period", "team"),
    rows=_quality_rows,
)
