"""What programs read of lines: the lines themselves, what each owes, and what was reported."""

from collections.abc import Iterator
from datetime import date, datetime

from gdflow.domain.lines import Line, ResultSource
from gdflow.domain.obligations import Obligation, ObligationKind, ObligationReason, ObligationState
from gdflow.domain.plan import Accumulation, PdcaStage, TargetUnit
from gdflow.domain.results import CellState, SubmissionState, cell_state
from gdflow.domain.reviews import ReviewMode
from gdflow.domain.rules import Rules
from gdflow.report.open_fields import Field
from gdflow.services.api_table import (
    CLOSES_ON,
    LABELS,
    LIST,
    NUMBER,
    PERIOD,
    PLAN,
    ROW,
    UID,
    ApiRow,
    ApiTable,
    Asked,
)
from gdflow.services.remind import IN_SIGHT, situation
from gdflow.storage.engine import Session
from gdflow.storage.lines import lines_of_plans
from gdflow.storage.plans import plans_of
from gdflow.storage.told_rows import ToldObligation, ToldResult, told_obligations, told_results

SETTLED = tuple(each.value for each in ObligationState if each is not ObligationState.OWED)
STANDINGS = (CellState.NOT_YET_DUE.value, CellState.DUE.value, CellState.LATE.value, *SETTLED)
REPORTED = tuple(each.value for each in (SubmissionState.SUBMITTED, SubmissionState.ACCEPTED, SubmissionState.RETURNED))
OVERDUE, SOON, MISSING = "overdue", "due_within_30_days", "missing"


def _line_rows(session: Session, rules: Rules, asked: Asked, _now: datetime) -> Iterator[ApiRow]:
    codes = {plan.id: plan.code for plan in plans_of(session, rules.entity_id)}
    wanted = [asked.plan.id] if asked.plan else list(codes)
    for line in lines_of_plans(session, wanted):
        if asked.team is None or asked.team.id == line.team_id:
            yield {"plan": codes[line.plan_id], **_named(line), **_asked_of(line)}


def _named(line: Line) -> ApiRow:
    return {
        "uid": line.uid,
        "sheet": line.sheet,
        "row": line.row,
        "number": line.number,
        "label": line.label,
        "team": line.team,
        "also_named": line.co_teams,
        "deliverable": line.deliverable,
        "indicator": line.indicator,
        "path": line.path,
        "item": line.item,
        "stage": line.stage.value if line.stage else None,
    }


def _asked_of(line: Line) -> ApiRow:
    return {
        "start": line.start,
        "due": line.due,
        "due_confirmed": line.due_confirmed,
        "target": line.target,
        "target_unit": line.target_unit.value if line.target_unit else None,
        "target_implied": line.target_implied,
        "accumulation": line.accumulation.value,
        "baseline": line.baseline,
        "weight": line.weight,
        "unit": line.unit,
    }


def _obligation_rows(session: Session, rules: Rules, asked: Asked, now: datetime) -> Iterator[ApiRow]:
    today = rules.today(now)
    for each in told_obligations(session, asked.chosen(rules.entity_id)):
        owed, state = each.owed, _standing(each, today)
        if asked.takes(state):
            yield {
                "plan": owed.plan,
                "uid": each.uid,
                "sheet": owed.sheet,
                "row": owed.row,
                "number": owed.number,
                "label": owed.label,
                "team": owed.team,
                "kind": owed.kind.value,
                "period": owed.period,
                "due_on": owed.due_on,
                "closes_on": owed.closes_on,
                "reason": owed.reason.value,
                "state": state,
                "situation": _situation(each, today),
                "done_on": each.done_on,
            }


def _standing(told: ToldObligation, today: date) -> str:
    """As a scan tells it while it is open, and why it is owed no more after that."""
    if told.state is not ObligationState.OWED:
        return told.state.value
    owed = told.owed
    place = (owed.obligation_id, owed.line_id, owed.plan_id, owed.team_id, owed.kind, owed.period)
    its = Obligation(*place, owed.due_on, owed.closes_on, owed.reason, told.state, told.done_on)
    return cell_state(its, None, today).value


def _situation(told: ToldObligation, today: date) -> str | None:
    if told.state is not ObligationState.OWED or told.owed.due_on > today + IN_SIGHT:
        return None
    found = situation((told.owed,), today)
    return OVERDUE if found.overdue else SOON if found.due_soon else MISSING if found.missing else None


def _result_rows(session: Session, rules: Rules, asked: Asked, _now: datetime) -> Iterator[ApiRow]:
    for each in told_results(session, asked.chosen(rules.entity_id)):
        state = _reported(each)
        if asked.takes(state):
            yield {
                "plan": each.plan,
                "uid": each.uid,
                "row": each.row,
                "number": each.number,
                "label": each.label,
                "team": each.team,
                "period": each.period,
                "value": each.value,
                "unit": each.unit,
                "target_unit": each.target_unit.value if each.target_unit else None,
                "state": state,
                "source": each.source.value,
                "receipt": each.receipt,
                "reported_at": each.reported_at,
                "version": each.version or None,
                "narrative": each.narrative,
                "zero_reason": each.zero_reason,
            }


def _reported(told: ToldResult) -> str | None:
    """Where it stands with its reviewer; what the plan's own document prints is sent by nobody."""
    if told.source is ResultSource.IMPORT:
        return None
    verdict = told.verdict if told.review is ReviewMode.COORDINATOR else None
    return verdict.value if verdict else SubmissionState.SUBMITTED.value


TARGET_UNIT = Field(
    "target_unit",
    "string",
    "Qué cuenta la cifra; un porcentaje es su fracción: 100 % es 1.",
    words=tuple(each.value for each in TargetUnit),
)
UNIT = Field("unit", "string", "Unidad de medida, como la dice el plan.")
SHEET = Field("sheet", "string", "Hoja del documento.", required=True)
LINES = ApiTable(
    name="lines",
    title="Líneas",
    description="Las líneas de los planes, como se siguen.",
    fields=(
        PLAN,
        UID,
        SHEET,
        ROW,
        *LABELS,
        Field("also_named", LIST, "Equipos que también se nombran, sin deber el reporte.", required=True),
        Field("deliverable", "string", "Producto o entregable."),
        Field("indicator", "string", "Indicador."),
        Field("path", LIST, "Títulos bajo los que está.", required=True),
        Field("item", "string", "Número del ítem."),
        Field("stage", "string", "Etapa del ciclo PHVA.", words=tuple(each.value for each in PdcaStage)),
        Field("start", "date", "Desde cuándo."),
        Field("due", "date", "Hasta cuándo."),
        Field("due_confirmed", "boolean", "Falso mientras la fecha solo se supone.", required=True),
        Field("target", NUMBER, "Meta."),
        TARGET_UNIT,
        Field("target_implied", "boolean", "El plan no dice meta y se tomó 1.", required=True),
        Field(
            "accumulation",
            "string",
            "Cómo suman los resultados de varios períodos.",
            required=True,
            words=tuple(each.value for each in Accumulation),
        ),
        Field("baseline", NUMBER, "Línea base."),
        Field("weight", NUMBER, "Peso en el plan."),
        UNIT,
    ),
    filters=("plan", "team"),
    rows=_line_rows,
)
OBLIGATIONS = ApiTable(
    name="obligations",
    title="Obligaciones",
    description="Lo que cada línea debe o debía: el resultado de cada período abierto, y su propia fecha final.",
    fields=(
        PLAN,
        UID,
        SHEET,
        ROW,
        *LABELS,
        Field(
            "kind",
            "string",
            "result: el resultado de un período; deadline: la fecha final de la línea.",
            required=True,
            words=tuple(each.value for each in ObligationKind),
        ),
        Field("period", "string", "Período; sin dato en una fecha final."),
        Field("due_on", "date", "Hasta cuándo se cumple a tiempo.", required=True),
        CLOSES_ON,
        Field(
            "reason", "string", "Por qué se debe.", required=True, words=tuple(each.value for each in ObligationReason)
        ),
        Field(
            "state",
            "string",
            "Cómo está hoy: not_yet_due, due, late y missing_at_close faltan; los demás ya no se deben.",
            required=True,
            words=STANDINGS,
        ),
        Field(
            "situation",
            "string",
            "De lo que falta: missing, un período que ya terminó; overdue, una fecha final que pasó; "
            "due_within_30_days, una que llega en 30 días.",
            words=(OVERDUE, SOON, MISSING),
        ),
        Field("done_on", "date", "Día en que dejó de deberse."),
    ),
    filters=("plan", "period", "team", "state"),
    rows=_obligation_rows,
)
RESULTS = ApiTable(
    name="results",
    title="Resultados",
    description="La cifra que rige de cada línea y período, una fila por cada una.",
    fields=(
        PLAN,
        UID,
        ROW,
        *LABELS,
        PERIOD,
        Field("value", NUMBER, "Cifra del período, sin acumular.", required=True),
        UNIT,
        TARGET_UNIT,
        Field(
            "state",
            "string",
            "submitted: reportada; accepted: avalada; returned: devuelta, y no cuenta; sin dato: impresa en el plan.",
            words=REPORTED,
        ),
        Field(
            "source",
            "string",
            "import: la trae el documento del plan; form: la reportó el equipo.",
            required=True,
            words=tuple(each.value for each in ResultSource),
        ),
        Field("receipt", "string", "Recibo con que se reportó."),
        Field("reported_at", "datetime", "Cuándo se reportó o se cargó.", required=True),
        Field("version", "integer", "1 la primera que el equipo envió; sin dato, la del plan.", least=1),
        Field("narrative", "string", "Qué se hizo."),
        Field("zero_reason", "string", "Por qué no hubo avance."),
    ),
    filters=("plan", "period", "team", "state"),
    rows=_result_rows,
)
