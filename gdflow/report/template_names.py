"""The names that a report's texts may hold, and what stands for them in a closing's report."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from types import MappingProxyType

from gdflow.domain.closing import Closed
from gdflow.domain.consolidated import BOGOTA
from gdflow.report.review_words import figures_said
from gdflow.spanish.dates import MONTHS
from gdflow.spanish.numbers import percent
from gdflow.spanish.periods import period_label

NAMES: Mapping[str, str] = MappingProxyType(
    {
        "entity": "Nombre de la entidad",
        "nit": "NIT de la entidad",
        "office": "Dependencia que firma; si no se dijo cuál, la entidad",
        "document_code": "Código del documento en el sistema de calidad",
        "document_version": "Versión del documento",
        "plan": "Título del plan",
        "plan_code": "Nombre corto del plan",
        "period": "Período, como «trimestre 2 de 2023»",
        "period_start": "Primer día del período",
        "period_end": "Último día del período, la fecha de corte",
        "report_by": "Fecha límite para reportar",
        "closes_on": "Fecha de cierre del período",
        "closing": "Número del cierre",
        "closed_on": "Día en que se cerró",
        "closed_at": "Hora en que se cerró",
        "closed_by": "Quién cerró",
        "review": "Hasta dónde se revisaron las cifras",
        "lines": "Cuántas líneas tiene el plan",
        "owed": "Cuántas líneas debían reportar en el período",
        "answered": "Cuántas reportaron",
        "missing": "Cuántas no reportaron",
        "progress_by_lines": "Avance del plan por promedio de líneas",
        "progress_by_items": "Avance del plan por promedio de ítems",
        "compliance": "Cumplimiento del período",
        "sha256": "Huella de las cifras congeladas",
    }
)
"""The names, each with what stands for it."""
UNKNOWN = "sin registrar"
NO_FIGURE = "sin cifra"


def names_of(closed: Closed) -> Mapping[str, str]:
    """What stands for each name in the reports of a closing."""
    its, report = closed.snapshot, closed.snapshot.report
    tally = report.by_lines.tally
    return {
        **_people(closed),
        "plan": report.plan.title or report.plan.code,
        "plan_code": report.plan.code,
        "period": period_label(report.period),
        "period_start": day(its.period_start),
        "period_end": day(its.period_end),
        "report_by": day(its.report_by),
        "closes_on": day(its.closes_on),
        "closing": str(its.number),
        "closed_on": day(its.closed_at.astimezone(BOGOTA).date()),
        "closed_at": f"{its.closed_at.astimezone(BOGOTA):%H:%M}",
        "review": figures_said([report]),
        "lines": str(len(report.lines)),
        "owed": str(tally.owed),
        "answered": str(tally.answered),
        "missing": str(tally.owed - tally.answered),
        "progress_by_lines": share(report.by_lines.progress),
        "progress_by_items": share(report.by_items.progress),
        "compliance": share(report.by_lines.compliance),
        "sha256": closed.facts.sha256,
    }


def _people(closed: Closed) -> Mapping[str, str]:
    its = closed.snapshot
    return {
        "entity": its.entity.name,
        "nit": its.entity.nit or UNKNOWN,
        "office": its.entity.office or its.entity.name,
        "document_code": its.document.code or UNKNOWN,
        "document_version": its.document.version or UNKNOWN,
        "closed_by": its.closed_by,
    }


def day(value: date) -> str:
    """20 de julio de 2023"""
    return f"{value.day} de {MONTHS[value.month - 1]} de {value.year}"


def share(value: Fraction | None) -> str:
    """40,9 %, or that there is no figure."""
    return NO_FIGURE if value is None else percent(value)
