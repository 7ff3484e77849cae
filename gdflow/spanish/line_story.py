"""The sentences of a line's history."""

from gdflow.domain.amendments import Amendment
from gdflow.domain.closing import ClosingFacts, Reopening
from gdflow.domain.decisions import Decision
from gdflow.domain.evidence import Evidence
from gdflow.domain.lines import Line, PlanFacts, Result
from gdflow.domain.notices import NoticeFacts, Reminder
from gdflow.domain.obligations import ObligationKind
from gdflow.domain.outbox import EMAIL, NoticeState
from gdflow.domain.reviews import Review, Verdict
from gdflow.domain.stored import OpenPeriod
from gdflow.spanish.amendments import amendment_text
from gdflow.spanish.counts import counted
from gdflow.spanish.dates import brief_date, long_date
from gdflow.spanish.decisions import HEADS, UNTIL, author_name
from gdflow.spanish.explaining import SUPPRESSED, TO
from gdflow.spanish.periods import of_period, period_label, the_period

__all__ = ["author_name"]
DOCUMENT, RETURNED, CLOSE = "documento", "returned-", "close"
FATES = {
    NoticeState.QUEUED: "en la bandeja de salida",
    NoticeState.SENDING: "enviándose",
    NoticeState.RETRY: "se reintentará",
    NoticeState.SENT: "enviado: el servidor lo aceptó",
    NoticeState.HANDED_OVER: "entregado al canal",
    NoticeState.REFUSED: "rechazado o devuelto",
    NoticeState.IN_DOUBT: "sin certeza de que llegara",
    NoticeState.SUPPRESSED: "omitido",
}
"""What is known of a message; that somebody read it never is."""


def imported(plan: PlanFacts, line: Line) -> tuple[str, str, str]:
    """Where the line stands in the document, who brought it and how."""
    return f"Cargada de «{plan.source}», hoja «{line.sheet}», fila {line.row}.", plan.source, DOCUMENT


def opened(period: OpenPeriod) -> str:
    """Se abrió el trimestre 2 de 2023: lo debe para el lunes 10 de julio de 2023."""
    return f"Se abrió {the_period(period.key)}: lo debe para el {long_date(period.report_by)}."


def assigned(team: str, reason: str | None) -> str:
    """Asignada a «Equipo de Uso y Apropiación»."""
    return f"Asignada a «{team}»" + (f": {reason.rstrip('.')}." if reason else ".")


def decided(taken: Decision) -> str:
    """Con prórroga en trimestre 2 de 2023 al jueves 20 de julio de 2023: llegó tarde el acta."""
    about = f" en {the_period(taken.period)}" if taken.period else ""
    until = f" {UNTIL.get(taken.kind, 'hasta el')} {long_date(taken.until)}" if taken.until else ""
    return f"{HEADS[taken.kind]}{about}{until}: {taken.reason.rstrip('.')}."


def undone(taken: Decision) -> str:
    """Se deshizo la decisión 3 (prórroga)."""
    return f"Se deshizo la decisión {taken.id} ({taken.kind.label.lower()})."


def amended(act: Amendment) -> str:
    """Meta: de 21 a 25 desde el sábado 1 de julio de 2023 (Acta 05): se amplió el alcance."""
    return amendment_text(act)


def applied(act: Amendment) -> str:
    """Rige el cambio 2 (Acta 05 de 2023)."""
    return f"Empezó a regir el cambio {act.id} ({act.act})."


def amendment_undone(act: Amendment) -> str:
    """Se deshizo el cambio 2 (Acta 05 de 2023)."""
    return f"Se deshizo el cambio {act.id} ({act.act})."


def reminded(reminder: Reminder) -> str:
    """Recordatorio al equipo sobre el trimestre 2 de 2023, 2 días hábiles antes del plazo."""
    deadline = reminder.kind is ObligationKind.DEADLINE
    about = "la fecha final" if deadline else the_period(reminder.period or "")
    return f"Recordatorio {TO[reminder.audience]} sobre {about}, {step_words(reminder.step)}."


def step_words(step: str) -> str:
    """A step as people read it: "5 días hábiles antes del plazo", "porque se devolvió el reporte"."""
    if step.startswith(RETURNED):
        return "porque se devolvió el reporte"
    anchor = "cierre" if step.startswith(CLOSE) else "plazo"
    offset = step.removeprefix(CLOSE) or "0"
    if not offset.lstrip("+-").isdecimal():
        return f"paso {step}"
    days = int(offset)
    if days == 0:
        return f"el día del {anchor}"
    count = counted(abs(days), "día hábil", "días hábiles")
    return f"{count} {'antes' if days < 0 else 'después'} del {anchor}"


def way_of(channel: str) -> str:
    """correo, canal planeacion"""
    return "correo" if channel == EMAIL else f"canal {channel.partition(':')[2]}"


def fate_of(notice: NoticeFacts) -> str:
    """equipo@entidad.example: enviado: el servidor lo aceptó (mié 12 jul)"""
    said = FATES[notice.state]
    if notice.state is NoticeState.SUPPRESSED:
        return f"{notice.address}: omitido, {SUPPRESSED.get(notice.text or '', notice.text or 'sin motivo anotado')}"
    answer = " ".join(filter(None, (notice.code, notice.text)))
    tail = f" «{answer}»" if answer and notice.state is not NoticeState.SENT else ""
    return f"{notice.address}: {said}{tail} ({brief_date(notice.day)})"


def unsent(reminder: Reminder) -> str:
    """Why a reminder is in no message."""
    if reminder.suppressed:
        return f"no se envió: {SUPPRESSED.get(reminder.suppressed, reminder.suppressed)}"
    return "espera el correo del siguiente día hábil"


def evidence_added(evidence: Evidence) -> str:
    """Evidencia «acta.jpg» (anexo 3 de trimestre 2 de 2023)."""
    return f"Evidencia «{evidence.name}» (anexo {evidence.annex} {of_period(evidence.period)})."


def evidence_removed(evidence: Evidence) -> str:
    """Se retiró la evidencia «acta.jpg»."""
    return f"Se retiró la evidencia «{evidence.name}» (anexo {evidence.annex} {of_period(evidence.period)})."


def printed(line: Line, result: Result, said: str) -> str:
    """Trimestre 1 de 2023: 7, como lo trae el plan (hoja «PLAN», celda E14)."""
    cell = line.result_cells.get(result.period)
    where = f"hoja «{line.sheet}», " + (f"celda {cell}" if cell else f"fila {line.row}")
    return f"{_period(result)}: {said}, como lo trae el plan ({where})."


def reported(result: Result, said: str, version: int) -> str:
    """Trimestre 2 de 2023, versión 1: 7 (recibo R-…)."""
    receipt = f" (recibo {result.receipt})" if result.receipt else ""
    return f"{_period(result)}, versión {version}: {said}{receipt}."


def reviewed(review: Review, result: Result) -> str:
    """Devuelto el reporte de trimestre 2 de 2023: falta el acta."""
    head = "Avalado" if review.verdict is Verdict.ACCEPTED else "Devuelto"
    note = f": {review.note.rstrip('.')}" if review.note else ""
    return f"{head} el reporte {of_period(result.period)}{note}."


def closed(closing: ClosingFacts) -> str:
    """Se cerró trimestre 2 de 2023 (cierre 1, huella 1a2b3c4d…)."""
    return f"Se cerró {the_period(closing.period)} (cierre {closing.number}, huella {closing.sha256[:12]}…)."


def reopened(reopening: Reopening) -> str:
    """Se reabrió trimestre 2 de 2023 hasta el viernes 28 de julio de 2023 (un equipo): llegó un acta."""
    until = long_date(reopening.until)
    scope = reopening.scope.label.lower()
    return f"Se reabrió {the_period(reopening.period)} hasta el {until} ({scope}): {reopening.reason.rstrip('.')}."


def _period(result: Result) -> str:
    said = period_label(result.period)
    return said[:1].upper() + said[1:]
