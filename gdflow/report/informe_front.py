"""The first pages of the monitoring report: cover, summary in words, what the two lights mean, and the charts."""

from collections.abc import Iterable, Mapping, Sequence

from gdflow.domain.bands import Band, Timeliness
from gdflow.domain.closing import Closed
from gdflow.domain.consolidated import BOGOTA
from gdflow.domain.lights import COMPLETE, IN_PLAN, NO_TARGET, NOT_REPORTED, RETURNED, Light
from gdflow.domain.rollups import Rollup
from gdflow.domain.summary import Summary
from gdflow.report.charts import Chart
from gdflow.report.informe_blocks import Block, Cell, Column, bullets, heading, lit, picture, table, text
from gdflow.report.informe_charts import MOST_BARS, lights_chart, periods_chart, progress_chart
from gdflow.report.review_words import figures_said
from gdflow.report.template_names import day, share
from gdflow.spanish.dates import long_date
from gdflow.spanish.numbers import percent
from gdflow.spanish.periods import period_label, period_short
from gdflow.spanish.rollups import weights_said
from gdflow.spanish.summary import summary_sections

TIMELY: Mapping[Timeliness, str] = {
    Timeliness.ON_TIME: "Se reportó a más tardar en la fecha límite.",
    Timeliness.LATE: "Se reportó después de la fecha límite.",
    Timeliness.OVERDUE: "La fecha límite pasó y no hay reporte.",
    Timeliness.PENDING: "Aún había plazo, o el dato del plan no se pudo leer.",
    Timeliness.NOT_EXPECTED: "La línea no debía reportar en el período.",
}
OTHERS: tuple[tuple[Light, str], ...] = (
    (COMPLETE, "La línea había cumplido su meta antes del período: no debía reportar."),
    (NO_TARGET, "Hay reporte, pero no una meta del período con la cual compararlo."),
    (NOT_REPORTED, "Debía reportar y no hay cifra que comparar."),
    (RETURNED, "La revisión devolvió el reporte: su cifra no cuenta mientras no se corrija."),
    (IN_PLAN, "La cifra venía en el plan importado; no se sabe cuándo se reportó."),
)
ROLLUPS = (
    Column("Método", 3),
    Column("Avance", 0, right=True),
    Column("Sin tope", 0, right=True),
    Column("Cumplimiento del período", 1, right=True),
    Column("Con cifra", 0, right=True),
    Column("Sobre 100 %", 0, right=True),
)


def cover(closed: Closed, title: str) -> Mapping[str, object]:
    """What the cover says."""
    its, entity = closed.snapshot, closed.snapshot.entity
    under = [f"NIT {entity.nit}" if entity.nit else "", entity.office or ""]
    again = f" Reemplaza al informe del cierre {its.number - 1}." if its.number > 1 else ""
    return {
        "entity": entity.name,
        "under": [line for line in under if line],
        "title": title,
        "plan": its.report.plan.title or its.report.plan.code,
        "period": period_label(its.report.period).capitalize(),
        "facts": list(_cover_facts(closed)),
        "note": f"{figures_said([its.report])}.{again} Huella de las cifras: {closed.facts.sha256[:16]}…",
    }


def _cover_facts(closed: Closed) -> Iterable[tuple[str, str]]:
    its = closed.snapshot
    yield "Período", f"{day(its.period_start)} a {day(its.period_end)}"
    yield "Fecha de corte", day(its.period_end)
    yield "Cierre", f"n.º {its.number}, {long_date(its.closed_at.astimezone(BOGOTA).date())}, por {its.closed_by}"
    if its.document.code:
        yield "Código", its.document.code
    if its.document.version:
        yield "Versión", its.document.version
    yield "Plan", f"{its.report.plan.code}, vigencia {its.report.plan.year or 'sin indicar'}"


def summary_blocks(closed: Closed, summary: Summary, introduction: Sequence[str]) -> list[Block]:
    """Why the report, and its figures in words."""
    report = closed.snapshot.report
    blocks = [heading("Resumen ejecutivo"), *map(text, introduction)]
    for section in summary_sections(summary):
        blocks += [heading(section.title, 2), bullets(section.sentences)]
        if section.title == "Avance del plan":
            blocks.append(table(ROLLUPS, [_method(report.by_lines), _method(report.by_items)], 9))
    return [*blocks, text(f"{figures_said([report])}.", quiet=True)]


def _method(rollup: Rollup) -> tuple[Cell, ...]:
    counted = f"{rollup.counted}"
    uncapped = share(rollup.uncapped)
    return weights_said(rollup), share(rollup.progress), uncapped, share(rollup.compliance), counted, str(rollup.over)


def lights_blocks(closed: Closed) -> tuple[list[Block], list[tuple[str, Chart]]]:
    """What the two lights mean, and how many lines each has."""
    its, chart = closed.snapshot, lights_chart(closed.snapshot.report)
    said = (Column("Semáforo", 1), Column("Qué quiere decir", 3))
    seen = {line.timeliness.label for line in its.report.lines} | {line.standing.label for line in its.report.lines}
    others = [(lit(light), meaning) for light, meaning in OTHERS if light.label in seen]
    blocks = [
        heading("Los dos semáforos"),
        text(
            "Son dos y no se mezclan: uno mira la cifra y el otro la fecha. Cada uno se lee por su palabra y su "
            "símbolo; el color solo acompaña."
        ),
        heading("Cumplimiento: el resultado del período frente a su meta", 2),
        table(said, list(_bands(its.bands)), 9),
        heading("Oportunidad: el reporte frente a su fecha límite", 2),
        text(
            f"Fecha límite para reportar: {day(its.report_by)}. Cierre del período: {day(its.closes_on)}.", quiet=True
        ),
        table(said, [(lit(Light(t.label, t.symbol, t.colour)), meaning) for t, meaning in TIMELY.items()], 9),
    ]
    if others:
        blocks += [heading("Otras palabras que aparecen en lugar de un semáforo", 2), table(said, others, 9)]
    if not its.report.lines:
        return blocks, []
    blocks += [heading("Cuántas líneas tiene cada uno", 2), picture("lights.svg", chart)]
    return blocks, [("lights.svg", chart)]


def _bands(bands: Sequence[Band]) -> Iterable[tuple[Cell, ...]]:
    ordered = sorted(bands, key=lambda band: (band.at_least is not None, band.at_least or 0))
    for at, band in enumerate(ordered):
        above = ordered[at + 1].at_least if at + 1 < len(ordered) else None
        yield lit(Light(band.label, band.symbol, band.colour)), _range(band, above)


def _range(band: Band, above: object) -> str:
    least = "" if band.at_least is None else f"desde {_percent(band.at_least)}"
    most = "" if above is None else f"{'y ' if least else ''}menos de {_percent(above)}"
    said = " ".join(filter(None, [least, most])) or "cualquier cifra"
    return f"{said[:1].upper()}{said[1:]} de la meta del período."


def _percent(value: object) -> str:
    shown = percent(value)  # type: ignore[arg-type]  # a band's bound
    return shown.replace(",0\u00a0", "\u00a0")


def chart_blocks(closed: Closed) -> tuple[list[Block], list[tuple[str, Chart]]]:
    """How far teams and items have come, and the year's periods."""
    report = closed.snapshot.report
    if not report.lines:
        return [], []
    drawn = [
        (
            "teams.svg",
            "Avance por equipo",
            progress_chart("Avance acumulado por equipo", report.teams),
            len(report.teams),
        ),
        ("items.svg", "Avance por ítem", progress_chart("Avance acumulado por ítem", report.items), len(report.items)),
        ("periods.svg", "Reportes del año", periods_chart(report), 0),
    ]
    blocks = [heading("Gráficos")]
    for name, title, chart, bars in drawn:
        blocks += [heading(title, 2), picture(name, chart)]
        if bars > MOST_BARS:
            blocks.append(
                text(f"Se muestran los {MOST_BARS} primeros de {bars}; las tablas los tienen todos.", quiet=True)
            )
    blocks.append(
        text(
            f"Avance acumulado hasta {period_short(report.period)}: promedio de las líneas del grupo, cada una a lo "
            "sumo 100 %. La marca «meta» es el 100 %.",
            quiet=True,
        )
    )
    return blocks, [(name, chart) for name, _, chart, _ in drawn]
