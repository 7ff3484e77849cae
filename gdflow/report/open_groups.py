"""The open data of a closing's roll-ups, of what is missing, and of the closing itself."""

from collections.abc import Iterator

from gdflow.domain.closing import Closed
from gdflow.domain.rollups import Method, Rollup
from gdflow.report.open_fields import CLOSES_ON, DUE_ON, LINE, PERIOD, PLAN, RATIO, TEAM, Field, Resource, Row

GROUPS = ("plan_lineas", "plan_items", "item", "equipo", "etapa")


def _rollup_rows(closed: Closed) -> Iterator[Row]:
    report = closed.snapshot.report
    each = ((report.by_lines,), (report.by_items,), report.items, report.teams, report.stages)
    for kind, groups in zip(GROUPS, each, strict=True):
        for group in groups:
            yield {"plan": report.plan.code, "periodo": report.period, "tipo": kind, **_rollup(group)}


def _rollup(group: Rollup) -> Row:
    tally = group.tally
    return {
        "grupo": group.group,
        "metodo": group.method.label,
        "nota": group.note.label if group.note else None,
        "lineas": group.lines,
        "cuentan": group.counted,
        "sobre_100": group.over,
        "avance": group.progress,
        "avance_sin_tope": group.uncapped,
        "cumplimiento": group.compliance,
        "debian_reportar": tally.owed,
        "reportaron": tally.answered,
        "con_cero": tally.zeros,
        "sin_reporte": tally.missing,
        "pendientes": tally.pending,
    }


def _missing_rows(closed: Closed) -> Iterator[Row]:
    report = closed.snapshot.report
    for each in report.missing:
        yield {
            "plan": report.plan.code,
            "linea": each.line.uid,
            "equipo": each.team,
            "periodo": each.period,
            "reporte_hasta": each.due_on,
            "cierra_el": each.closes_on,
            "vencido": each.overdue,
        }


def _closing_rows(closed: Closed) -> Iterator[Row]:
    facts, its = closed.facts, closed.snapshot
    yield {
        "plan": facts.plan,
        "periodo": facts.period,
        "numero": facts.number,
        "huella": facts.sha256,
        "huella_anterior": its.previous_sha256,
        "cerrado_en": its.closed_at,
        "entidad": its.entity.name,
        "nit": its.entity.nit,
        "documento_codigo": its.document.code,
        "documento_version": its.document.version,
        "inicio": its.period_start,
        "fin": its.period_end,
        "reporte_hasta": its.report_by,
        "cierra_el": its.closes_on,
        "revision": its.report.review.label,
        "faltantes": facts.missing,
        "eventos": facts.events,
        "cadena": facts.head,
    }


ROLLUPS = Resource(
    name="consolidados",
    title="Consolidados por grupo",
    description="Promedios por plan, ítem, equipo y etapa, con su método. Cada línea cuenta a lo sumo 100 %.",
    fields=(
        PLAN,
        PERIOD,
        Field("tipo", "string", "Qué grupo es.", required=True, words=GROUPS),
        Field("grupo", "string", "Nombre del grupo.", required=True),
        Field("metodo", "string", "Cómo se promedió.", required=True, words=tuple(each.label for each in Method)),
        Field("nota", "string", "Por qué no se usaron los pesos del plan."),
        Field("lineas", "integer", "Líneas del grupo.", required=True, least=0),
        Field("cuentan", "integer", "Líneas (o ítems) cuyo avance se puede decir.", required=True, least=0),
        Field("sobre_100", "integer", "Líneas por encima de 100 %, contadas como 100 %.", required=True, least=0),
        Field("avance", RATIO, "Avance acumulado."),
        Field("avance_sin_tope", RATIO, "El mismo promedio sin el tope de 100 %."),
        Field("cumplimiento", RATIO, "Cumplimiento del período."),
        Field("debian_reportar", "integer", "Líneas que debían reportar el período.", required=True, least=0),
        Field("reportaron", "integer", "Líneas que reportaron.", required=True, least=0),
        Field("con_cero", "integer", "De ellas, con 0.", required=True, least=0),
        Field("sin_reporte", "integer", "Líneas sin reporte y con el plazo vencido.", required=True, least=0),
        Field("pendientes", "integer", "Líneas sin reporte y con plazo.", required=True, least=0),
    ),
    key=("tipo", "grupo"),
    rows=_rollup_rows,
)
MISSING = Resource(
    name="faltantes",
    title="Resultados que faltan",
    description="Cada resultado que se debe hasta el corte y no está.",
    fields=(
        PLAN,
        LINE,
        TEAM,
        PERIOD,
        DUE_ON,
        CLOSES_ON,
        Field("vencido", "boolean", "Ya pasó el día para reportar.", required=True),
    ),
    key=("linea", "periodo"),
    rows=_missing_rows,
    refers=("linea", "lineas", "linea"),
)
CLOSINGS = Resource(
    name="cierres",
    title="Cierre del período",
    description="El cierre del que salen todas las cifras, con su huella.",
    fields=(
        PLAN,
        PERIOD,
        Field("numero", "integer", "Número del cierre; cada reapertura termina en uno nuevo.", required=True, least=1),
        Field("huella", "string", "SHA-256 de lo que se cerró.", required=True),
        Field("huella_anterior", "string", "SHA-256 del cierre anterior del período."),
        Field("cerrado_en", "datetime", "Cuándo se cerró (UTC).", required=True),
        Field("entidad", "string", "Entidad.", required=True),
        Field("nit", "string", "NIT de la entidad."),
        Field("documento_codigo", "string", "Código del informe en el sistema de calidad."),
        Field("documento_version", "string", "Versión de ese documento."),
        Field("inicio", "date", "Primer día del período.", required=True),
        Field("fin", "date", "Último día del período.", required=True),
        DUE_ON,
        CLOSES_ON,
        Field("revision", "string", "Hasta dónde llegó la revisión de las cifras.", required=True),
        Field("faltantes", "integer", "Resultados que faltaban al cerrar.", required=True, least=0),
        Field(
            "eventos", "integer", "Longitud de la cadena de eventos con el cierre ya anotado.", required=True, least=0
        ),
        Field("cadena", "string", "Cabeza de esa cadena.", required=True),
    ),
    key=("plan", "periodo", "numero"),
    rows=_closing_rows,
)
