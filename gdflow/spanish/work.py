"""The sentences of the pages on which people review, close and wait for long work."""

from collections.abc import Mapping, Sequence
from datetime import date

from gdflow.domain.closing import Check, InSpite, Pending, Reopening, ReopeningScope
from gdflow.domain.period_desk import CheckState, Closable
from gdflow.domain.results import SubmissionState
from gdflow.domain.submitted import Submitted
from gdflow.spanish.counts import counted
from gdflow.spanish.dates import brief_date, days_between, long_date

LONGEST = 90
"""Signs of a name that are enough to know a line by."""
CLEAR: Mapping[Check, str] = {
    Check.MISSING: "Todo lo que se debía está reportado",
    Check.UNREVIEWED: "Nada por revisar",
    Check.EVIDENCE: "Todo lo reportado tiene evidencia",
    Check.ISSUES: "El plan no tiene dudas que toquen a este período",
    Check.EARLY: "El plazo ya terminó",
}
STANDING: Mapping[Check, tuple[str, str]] = {
    Check.MISSING: ("resultado sin reportar", "resultados sin reportar"),
    Check.UNREVIEWED: ("reporte sin revisar", "reportes sin revisar"),
    Check.EVIDENCE: ("reporte sin evidencia", "reportes sin evidencia"),
    Check.ISSUES: ("duda del plan sin resolver", "dudas del plan sin resolver"),
    Check.EARLY: ("plazo que aún corre", "plazos que aún corren"),
}


def report_title(report: Submitted | Pending) -> str:
    """2.4. Elaborar el plan; a number that the name repeats is said once."""
    number, name = (report.number or "").rstrip(". "), " ".join(report.label.split())
    said = name if not number or name.startswith(f"{number}.") else f"{number}. {name}"
    return said if len(said) <= LONGEST else f"{said[: LONGEST - 1].rstrip()}…"


def review_due(due: date, today: date) -> str:
    """para revisar a más tardar el jue 13 jul; se debía revisar hace 2 días"""
    late = (today - due).days
    if late > 0:
        return f"se debía revisar hace {days_between(late)}"
    return "se debe revisar hoy" if late == 0 else f"para revisar a más tardar el {brief_date(due)}"


def reviewed_words(done: Sequence[Submitted], correct_by: date) -> str:
    """What was just said of reports."""
    returned = done[0].state is SubmissionState.RETURNED
    if len(done) == 1:
        verb = "◆ Devuelto" if returned else "✔ Aceptado"
        said = f"{verb}: {report_title(done[0])}."
    else:
        said = f"◆ Devueltos: {len(done)} reportes." if returned else f"✔ Aceptados: {len(done)} reportes."
    if not returned:
        return said
    return f"{said} El equipo lo sabrá con el próximo correo y tiene hasta el {long_date(correct_by)}."


def check_words(state: CheckState, closable: Closable) -> str:
    """12 de 12 reportadas; 3 reportes sin evidencia"""
    count = len(state.pending)
    if state.check is Check.EARLY and count:
        return Check.EARLY.label
    if count:
        one, many = STANDING[state.check]
        return counted(count, one, many)
    if state.check is Check.MISSING:
        return f"Reportadas: {closable.reported} de {closable.expected}"
    if state.check is Check.EVIDENCE:
        kept = counted(closable.files, "archivo con su huella", "archivos con su huella")
        return f"{CLEAR[state.check]} ({kept}, {counted(closable.links, 'enlace', 'enlaces')})"
    return CLEAR[state.check]


def spite_words(each: InSpite) -> str:
    """A pesar de 3 resultados sin reportar: «El comité es mañana» (Ana Coordina)"""
    one, many = STANDING[each.check]
    what = "que el plazo no había terminado" if each.check is Check.EARLY else counted(each.count, one, many)
    return f"A pesar de {what}: «{each.reason}» ({each.by})"


def missing_words(closable: Closable) -> tuple[str, ...]:
    """Equipo de Uso: 2 líneas quedarán sin reporte; one for each team."""
    known = sorted(closable.missing.items(), key=lambda its: (-its[1], its[0] or ""))
    return tuple(f"{team or 'Sin equipo'}: {counted(count, 'línea', 'líneas')}" for team, count in known)


def reopening_words(each: Reopening, line: str | None = None) -> str:
    """Para un equipo (Equipo de Uso), hasta el 20 de julio de 2023"""
    whom = {
        ReopeningScope.ALL: "Todo el período",
        ReopeningScope.TEAM: f"Solo {each.team}",
        ReopeningScope.LINE: f"Solo la línea {line}" if line else "Solo una línea",
    }[each.scope]
    return f"{whom}, hasta el {long_date(each.until)} inclusive"
