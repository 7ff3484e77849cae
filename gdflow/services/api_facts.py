"""What programs read of plans, periods, closings and teams: a few rows each.

Nobody is named: who closed, reviewed or is written to stays in the record.
"""

from collections.abc import Iterator
from datetime import datetime

from gdflow.domain.board import PeriodState
from gdflow.domain.closing import ClosingFacts
from gdflow.domain.periods import PeriodKind
from gdflow.domain.plan import PlanKind
from gdflow.domain.rules import Rules
from gdflow.report.open_fields import Field
from gdflow.services.api_table import CLOSES_ON, CLOSING, PERIOD, PLAN, ApiRow, ApiTable, Asked
from gdflow.services.period_list import plan_periods
from gdflow.storage import closings, people, plans
from gdflow.storage.engine import Session
from gdflow.storage.told_rows import line_counts


def _plan_rows(session: Session, rules: Rules, _asked: Asked, _now: datetime) -> Iterator[ApiRow]:
    counts = line_counts(session, rules.entity_id)
    for plan in plans.plans_of(session, rules.entity_id):
        yield {
            "code": plan.code,
            "title": plan.title,
            "kind": plan.kind.value,
            "period_kind": plan.period_kind.value,
            "year": plan.year,
            "lines": counts.get(plan.id, 0),
            "source": plan.source,
            "imported_at": plan.imported_at,
        }


def _period_rows(session: Session, rules: Rules, asked: Asked, now: datetime) -> Iterator[ApiRow]:
    for its in plan_periods(session, rules, now=now):
        for each in its.periods:
            opened, closing = each.opened, each.closing
            wanted = asked.plan is None or asked.plan.id == its.plan.id
            if opened is None or not wanted or not asked.takes(each.state.value):
                continue
            yield {
                "plan": its.plan.code,
                "period": opened.key,
                "start": opened.period.start,
                "end": opened.period.end,
                "state": each.state.value,
                "report_by": opened.report_by,
                "closes_on": opened.closes_on,
                "closing": closing.number if closing else None,
                "closing_sha256": closing.sha256 if closing else None,
                "reopened_until": each.until,
            }


def _closing_rows(session: Session, rules: Rules, asked: Asked, _now: datetime) -> Iterator[ApiRow]:
    known = closings.closings_of_entity(session, rules.entity_id)
    newest = {each.id for each in closings.newest_closings(session, {each.plan_id for each in known}).values()}
    for each in known:
        if _is_wanted(asked, each):
            yield {
                "id": each.id,
                "plan": each.plan,
                "period": each.period,
                "number": each.number,
                "in_force": each.id in newest,
                "closed_at": each.closed_at,
                "missing": each.missing,
                "sha256": each.sha256,
                "events": each.events,
                "head": each.head,
            }


def _is_wanted(asked: Asked, closing: ClosingFacts) -> bool:
    return (asked.plan is None or asked.plan.id == closing.plan_id) and asked.period in (None, closing.period)


def _team_rows(session: Session, rules: Rules, _asked: Asked, _now: datetime) -> Iterator[ApiRow]:
    for team in people.teams_of(session, rules.entity_id):
        yield {"name": team.name, "addresses": len(team.contacts)}


PLANS = ApiTable(
    name="plans",
    title="Planes",
    description="Los planes cargados.",
    fields=(
        Field("code", "string", "Código del plan: lo que las demás tablas llaman plan.", required=True),
        Field("title", "string", "Título."),
        Field("kind", "string", "Qué plan es.", required=True, words=tuple(each.value for each in PlanKind)),
        Field(
            "period_kind",
            "string",
            "Cada cuánto se reporta.",
            required=True,
            words=tuple(each.value for each in PeriodKind),
        ),
        Field("year", "integer", "Año, donde el plan es de uno."),
        Field("lines", "integer", "Cuántas líneas tiene.", required=True, least=0),
        Field("source", "string", "Archivo del que se cargó.", required=True),
        Field("imported_at", "datetime", "Cuándo se cargó la última vez.", required=True),
    ),
    filters=(),
    rows=_plan_rows,
)
PERIODS = ApiTable(
    name="periods",
    title="Períodos",
    description="Cada período que un plan ha abierto, con sus fechas y cómo está hoy.",
    fields=(
        PLAN,
        PERIOD,
        Field("start", "date", "Primer día.", required=True),
        Field("end", "date", "Último día.", required=True),
        Field("state", "string", "Cómo está hoy.", required=True, words=tuple(each.value for each in PeriodState)),
        Field("report_by", "date", "Último día para reportar a tiempo.", required=True),
        CLOSES_ON,
        *CLOSING,
        Field("reopened_until", "date", "Hasta cuándo recibe de nuevo, si se reabrió."),
    ),
    filters=("plan", "state"),
    rows=_period_rows,
)
CLOSINGS = ApiTable(
    name="closings",
    title="Cierres",
    description="Cada cierre con su huella, el más reciente primero. El que rige de un período es el de in_force.",
    fields=(
        Field("id", "integer", "Número del cierre en la entidad.", required=True, least=1),
        PLAN,
        PERIOD,
        Field("number", "integer", "Número del cierre de ese período.", required=True, least=1),
        Field("in_force", "boolean", "Es el que rige.", required=True),
        Field("closed_at", "datetime", "Cuándo se cerró.", required=True),
        Field("missing", "integer", "Resultados que faltaban al cerrar.", required=True, least=0),
        Field("sha256", "string", "Huella de lo que se cerró.", required=True),
        Field(
            "events", "integer", "Longitud de la cadena de eventos con el cierre ya anotado.", required=True, least=0
        ),
        Field("head", "string", "Cabeza de esa cadena.", required=True),
    ),
    filters=("plan", "period"),
    rows=_closing_rows,
)
TEAMS = ApiTable(
    name="teams",
    title="Equipos",
    description="Los equipos por su nombre. Las direcciones de las personas no se publican: se cuentan.",
    fields=(
        Field("name", "string", "Nombre: lo que las demás tablas llaman team.", required=True),
        Field("addresses", "integer", "A cuántas direcciones se le escribe.", required=True, least=0),
    ),
    filters=(),
    rows=_team_rows,
)
