"""An explanation in words: why a line was or was not reminded."""

from collections.abc import Sequence
from datetime import date, datetime
from functools import partial

from gdflow.cli.options import BOGOTA
from gdflow.cli.output import say, table
from gdflow.domain.lines import Result
from gdflow.domain.notices import NoticeFacts, Reminder
from gdflow.domain.obligations import ObligationKind
from gdflow.domain.outbox import EMAIL, NoticeState
from gdflow.domain.reviews import Review
from gdflow.services.explain import EarlierReminder, ExplainedObligation, Explanation, ToldStep
from gdflow.spanish.amendments import amendment_text
from gdflow.spanish.dates import brief_date, long_date
from gdflow.spanish.decisions import decision_text
from gdflow.spanish.explaining import REASONS, SUPPRESSED, TO, VERDICTS
from gdflow.spanish.numbers import number
from gdflow.spanish.periods import of_period, period_label


def tell_explanation(answer: Explanation) -> None:
    """The whole explanation, most important first."""
    line = answer.line
    say(f"Fila {line.row} de «{answer.plan.code}»: {line.label}")
    say(f"Responsable: {line.team or 'ninguno'} · {', '.join(answer.addresses) or 'sin correo que sirva'}")
    say(f"Ventana: {_day(line.start)} a {_day(line.due)}{'' if line.due_confirmed else ' (por confirmar)'}")
    closed = f" — no es hábil: {answer.closed_because}" if answer.closed_because else ""
    say(f"Día: {long_date(answer.as_of)}{closed}")
    if answer.amendments:
        say("Cambios con acta que rigen:")
        for act in answer.amendments:
            say(f"  {act.id}. {amendment_text(act)}")
    if answer.decisions:
        say("Decisiones que rigen ese día:")
        for taken in answer.decisions:
            say(f"  {taken.id}. {decision_text(taken, answer.as_of)}")
    for closing in answer.closings:
        on = long_date(closing.closed_at.astimezone(BOGOTA).date())
        say(f"Cierre {closing.number} {of_period(closing.period)}: {on}, por {closing.closed_by}.")
    for owed in answer.obligations:
        _tell_obligation(owed)
    for period in answer.unowed:
        say(f"\n{period_label(period.period).capitalize()}: no debe nada, porque {REASONS[period.reason]}.")
    _tell_results(answer)


def _tell_obligation(owed: ExplainedObligation) -> None:
    obligation = owed.obligation
    deadline = obligation.kind is ObligationKind.DEADLINE
    name = "Fecha final de la línea" if deadline else f"Resultado {of_period(obligation.period or '')}"
    closing = f", cierra el {brief_date(obligation.closes_on)}" if obligation.closes_on else ""
    say(f"\n{name}: para el {long_date(obligation.due_on)}{closing}; {REASONS[obligation.reason]}.")
    because = f" (decisión {owed.because.id})" if owed.because else ""
    say(f"  {VERDICTS[owed.verdict].removesuffix('.')}{because}.")
    # The ladder of what is settled and was never spoken of tells nothing.
    if owed.steps and (obligation.done_on is None or any(step.reminder for step in owed.steps)):
        table("", ("Paso", "A quién", "Motivo", "Día", "Qué pasó"), [_step_row(step) for step in owed.steps])
    if owed.earlier:
        say("  Antes, con otra fecha o con otro equipo:")
        table("", ("Paso", "A quién", "Vencía", "Día", "Qué pasó"), [_earlier_row(each) for each in owed.earlier])
    if owed.next_step:
        step = owed.next_step.step
        say(f"  Próximo paso: {step.step}, {TO[step.audience]}, el {long_date(owed.next_step.day)}, si aún se debe.")


def _step_row(told: ToldStep) -> tuple[str, ...]:
    step = told.step
    return step.step, TO[step.audience], step.reason.label, brief_date(step.on_date), _fate(told)


def _earlier_row(told: EarlierReminder) -> tuple[str, ...]:
    said = told.reminder
    fate = _said(said, told.notices)
    return said.step, TO[said.audience], brief_date(said.due_on), brief_date(said.on_date), fate


def _fate(told: ToldStep) -> str:
    rests = f"{told.rests.kind.label.lower()} (decisión {told.rests.id})" if told.rests else ""
    if told.reminder is None:
        return f"no se escribió: {rests or 'otro paso más reciente lo reemplazó, o no hubo barrido'}"
    if not rests:
        return _said(told.reminder, told.notices)
    return "\n".join([*map(_story, told.notices), f"espera: {rests}"])


def _said(reminder: Reminder, notices: Sequence[NoticeFacts]) -> str:
    """What became of a reminder: each of its messages on a line of its own."""
    if notices:
        return "\n".join(map(_story, notices))
    if reminder.suppressed:
        return f"omitido: {SUPPRESSED.get(reminder.suppressed, reminder.suppressed)}"
    return f"escrito el {brief_date(reminder.claimed_on)}, espera correo"


def _story(notice: NoticeFacts) -> str:
    """A message from its making to its end: to whom, when, how it stands, what the server said."""
    channel = "" if notice.channel == EMAIL else f" por {notice.channel}"
    parts = [f"{notice.address}{channel}: {notice.state.label.lower()} ({brief_date(notice.day)})"]
    if notice.state is NoticeState.SUPPRESSED:
        return f"{parts[0]}: {SUPPRESSED.get(notice.text or '', notice.text or 'sin motivo')}"
    answer = " ".join(filter(None, [notice.code, notice.text]))
    if answer:
        parts.append(f"respuesta «{answer}»")
    if notice.tries > 1 or (notice.tries and notice.state is NoticeState.RETRY):
        parts.append(f"{notice.tries} intento{'s' if notice.tries > 1 else ''}")
    if notice.state in (NoticeState.QUEUED, NoticeState.RETRY):
        parts.append(f"sale desde {_moment(notice.not_before)}")
    if notice.resolved_by:
        parts.append(f"lo decidió {notice.resolved_by}")
    return "; ".join(parts)


def _moment(moment: datetime) -> str:
    local = moment.astimezone(BOGOTA)
    return f"el {brief_date(local.date())} a las {local:%H:%M}"


def _tell_results(answer: Explanation) -> None:
    if not answer.results:
        say("\nResultados: ninguno.")
        return
    table(
        "Resultados",
        ("Período", "Versión", "Valor", "Qué dijo", "Recibo", "Revisión"),
        map(partial(_result_row, answer), answer.results),
    )


def _result_row(answer: Explanation, result: Result) -> tuple[str, ...]:
    version, said = answer.version(result), result.narrative or result.zero_reason or ""
    reviews = [_reviewed(review) for review in answer.reviews.get(result.id, ())]
    return (
        *(period_label(result.period), f"v{version}" if version else "—", number(result.value), said),
        *(result.receipt or "del documento", "\n".join(reviews) or "—"),
    )


def _reviewed(review: Review) -> str:
    note = f": {review.note}" if review.note else ""
    return f"{review.verdict.label}{note} ({review.reviewer}, {brief_date(review.at.astimezone(BOGOTA).date())})"


def _day(day: date | None) -> str:
    return day.isoformat() if day else "sin fecha"
