"""An explanation in words: why a line was or was not reminded."""

from gdflow.cli.output import say, table
from gdflow.domain.obligations import ObligationKind, ObligationReason
from gdflow.services.explain import ExplainedObligation, Explanation, ToldStep, Verdict
from gdflow.spanish.dates import brief_date, long_date
from gdflow.spanish.numbers import number
from gdflow.spanish.periods import period_label

VERDICTS = {
    Verdict.REMINDED: "Ese día se le recordó.",
    Verdict.SAID_BEFORE: "Ese día no: el paso vigente ya se había dicho.",
    Verdict.WAITING: "Ese día no: espera el correo del siguiente día hábil, porque el de ese día ya estaba hecho.",
    Verdict.CLOSED_DAY: "Ese día no: no es día hábil. Se dice el siguiente día hábil.",
    Verdict.NO_ADDRESS: "Ese día no: el equipo no tiene un correo al que escribirle.",
    Verdict.NOT_YET_SCANNED: "Hay un recordatorio por escribir: el próximo barrido lo hará.",
    Verdict.BEFORE_FIRST_STEP: "Ese día no: todavía no llega el primer paso.",
    Verdict.LOCKED: "Ese día no: el período ya cerró.",
    Verdict.REPORTED: "No se recuerda: el resultado ya se reportó.",
    Verdict.COMPLETE: "No se recuerda: la meta de la línea está cumplida.",
    Verdict.WAIVED: "No se recuerda: está exceptuada.",
    Verdict.UNREADABLE: "No se recuerda: el plan trae en esa celda un dato que no se pudo leer. Corríjalo y cárguelo.",
    Verdict.NOT_OWED: "No se recuerda: ya no se debe.",
}
REASONS = {
    ObligationReason.OUTSIDE_WINDOW: "la línea no está programada en ese período",
    ObligationReason.COMPLETE: "la meta ya estaba cumplida",
    ObligationReason.NO_WINDOW: "el plan no le da fecha final, o la ventana está al revés",
    ObligationReason.UNCONFIRMED: "su fecha final está por confirmar",
    ObligationReason.WAIVED: "está exceptuada",
    ObligationReason.IN_WINDOW: "está dentro de su ventana",
    ObligationReason.CARRIED_OVERDUE: "venció sin cumplirse y se sigue debiendo",
    ObligationReason.DUE_DATE: "vence en su propia fecha",
}


def tell_explanation(answer: Explanation) -> None:
    """The whole explanation, most important first."""
    line = answer.line
    say(f"Fila {line.row} de «{answer.plan.code}»: {line.label}")
    say(f"Responsable: {line.team or 'ninguno'} · {', '.join(answer.addresses) or 'sin correo'}")
    say(f"Ventana: {_day(line.start)} a {_day(line.due)}{'' if line.due_confirmed else ' (por confirmar)'}")
    closed = f" — no es hábil: {answer.closed_because}" if answer.closed_because else ""
    say(f"Día: {long_date(answer.as_of)}{closed}")
    for owed in answer.obligations:
        _tell_obligation(owed)
    for period in answer.unowed:
        say(f"\n{period_label(period.period)}: no debe nada, porque {REASONS[period.reason]}.")
    _tell_results(answer)


def _tell_obligation(owed: ExplainedObligation) -> None:
    obligation = owed.obligation
    deadline = obligation.kind is ObligationKind.DEADLINE
    name = "Fecha final de la línea" if deadline else f"Resultado de {period_label(obligation.period or '')}"
    closing = f", cierra el {brief_date(obligation.closes_on)}" if obligation.closes_on else ""
    say(f"\n{name}: para el {long_date(obligation.due_on)}{closing}; {REASONS[obligation.reason]}.")
    say(f"  {VERDICTS[owed.verdict]}")
    if owed.steps:
        rows = [
            (step.step.step, step.step.reason.label, brief_date(step.step.on_date), _fate(step)) for step in owed.steps
        ]
        table("", ("Paso", "Motivo", "Día", "Qué pasó"), rows)
    if owed.next_step:
        say(f"  Próximo paso: {owed.next_step.step} el {long_date(owed.next_step.on_date)}, si aún se debe.")


def _fate(told: ToldStep) -> str:
    reminder = told.reminder
    if reminder is None:
        return "no se escribió: otro paso más reciente lo reemplazó, o no hubo barrido"
    if reminder.suppressed:
        return f"omitido: {SUPPRESSED.get(reminder.suppressed, reminder.suppressed)}"
    if not reminder.notices:
        return f"escrito el {brief_date(reminder.claimed_on)}, espera correo"
    return "; ".join(
        f"{mark.address}: {mark.state.label.lower()} ({brief_date(mark.day)})" for mark in reminder.notices
    )


SUPPRESSED = {
    "stale": "no alcanzó a salir ese día; lo dijo el barrido siguiente",
    "superseded": "lo reemplazó un paso más reciente",
    "answered": "ya había respuesta",
    "closed": "el período cerró mientras esperaba",
}


def _tell_results(answer: Explanation) -> None:
    if not answer.results:
        say("\nResultados: ninguno.")
        return
    rows = [
        (period_label(r.period), number(r.value), r.narrative or r.zero_reason or "", r.receipt or "del documento")
        for r in answer.results
    ]
    table("Resultados", ("Período", "Valor", "Qué dijo", "Recibo"), rows)


def _day(day: object) -> str:
    from datetime import date

    return day.isoformat() if isinstance(day, date) else "sin fecha"
